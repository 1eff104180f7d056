//! Any two tables: how their columns and rows correspond, and what changed from one to the other.
//!
//! A [`Table`] is text in columns, as a CSV file gives it. [`Diff::between`] aligns two of them by name, then by key
//! or by content, infers what was renamed from rows that are aligned already, and says of every changed cell what kind
//! of change it is. [`highlighter`] writes a difference as daff does, and applies one. Numbers are exact throughout;
//! nothing here knows of measures, sources or editions.

mod align;
mod cell;
mod class;
mod codes;
mod columns;
mod content;
mod diff;
pub mod highlighter;
mod interned;
mod key;
mod order;
mod read;
mod rename;
mod rows;
mod scale;
mod splits;
mod summary;
#[expect(clippy::module_inception, reason = "a room and the thing it is named after")]
mod table;
#[cfg(test)]
mod tests;
mod totals;

pub use class::Class;
pub use codes::CodeChange;
pub use diff::{CellChange, ColumnUnit, Diff, RowUnit};
pub use key::{How, Key, KeyFault, UsedKey};
pub use read::{Loaded, Unreadable};
pub use rename::Evidence;
pub use scale::ScaleChange;
pub use summary::Summary;
pub use table::Table;
pub use totals::{Sum, TotalChange};
