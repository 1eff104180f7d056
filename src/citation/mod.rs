//! What documents cite, and whether it still stands.
//!
//! ```text
//! mentions(name, bytes)        -> Result<Vec<Mention>, Unreadable>   what a document holds that may cite
//! Cited                                                              a figure or a measure, in an edition
//! Chronicle::judge(&Cited)     -> Judgement                          stands, revised, withdrawn or unknown
//! misquoted(words, reported)   -> Option<String>                     the document's words against the figure's
//! ```

#[expect(clippy::module_inception, reason = "the room is named for what it holds")]
mod citation;
mod cited;
mod document;
mod mention;
mod verdict;

pub use citation::{Citation, misquoted};
pub use cited::{Cited, Subject, key};
pub use document::{Unreadable, mentions};
pub use mention::{Mention, Part, Spot};
pub use verdict::{Chronicle, Judgement, Status};
