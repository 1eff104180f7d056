//! The highlighter format of daff: a difference as a table, with a column of actions before the columns compared.
//!
//! `@@` names the columns and `!` says what became of them; `+++` is a new row, `---` one that is gone, `->` one with a
//! changed cell (more dashes where the cells hold an arrow themselves), `:` one that stands elsewhere, `+` one with
//! cells in a new column, `...` what is left out. Cells are the text of the file, character by character.

mod anchors;
mod apply;
mod arrange;
mod conflict;
mod parse;
mod shown;
mod write;

pub use conflict::Conflict;
pub use parse::Patch;
pub use write::{csv, sheet};

/// What daff writes where a row has no such column.
const ABSENT: &str = "NULL";
