//! What changed between two cleared datasets: typed, classified, and in words.
//!
//! ```text
//! diff(&Cleared<Publication>, &Cleared<Publication>) -> Changes     older, newer
//! first(&Cleared<Publication>)                       -> Changes     the first edition: everything is new
//! Changes { measures, sources, bodies, relations, positions, findings }
//!   ::is_empty()  ::sentence()  ::counts() -> Vec<(Class, usize)>  ::figures() -> every FigureChange
//! MeasureChange { id, title, presence, fields, figures }            FieldChange { field, before, after }
//!   ::told()  ::repeated()                                          what is told one by one, and what only repeats
//! FigureChange  { figure, kind, by, before, after, predecessor, aspects }   ::class()  ::revised()
//! FindingChanges { opened, closed, altered }
//! unexplained(&Changes, before, after) -> Vec<Finding>               what a release needs a change note for
//! Triangle::of(&[(edition, figures)])   ::means()                    what each edition said of each time
//! Lives::of(history)  ::since(&FigureId, edition) -> Vec<Event>     what became of a figure since an edition
//! ```
//!
//! Laws: the difference of equals is empty; exchanging the two sides exchanges added and removed, before and
//! after; the order of the data on disk plays no part.

mod aspect;
mod changes;
mod class;
mod compare;
mod diff;
mod fields;
mod figure_change;
mod findings;
mod join;
mod kind;
mod lives;
mod noted;
mod pairs;
mod parts;
mod predecessor;
mod sentence;
mod told;
mod triangle;
mod unexplained;
mod words;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

pub use aspect::{Aspect, KeyPart, Reach, Revised};
pub use changes::{Changes, MeasureChange, Presence};
pub use class::Class;
pub use diff::{diff, first};
pub use fields::FieldChange;
pub use figure_change::{FigureChange, FigureState};
pub use findings::{AlteredFinding, FindingChanges};
pub use lives::{Event, Lives};
pub use parts::PartChange;
pub use predecessor::Predecessor;
pub use told::Repetition;
pub use triangle::{Means, Triangle, TriangleRow, Vintage};
pub use unexplained::{documentation, unexplained};
pub use words::Words;
