//! The difference of two tables as text: for people, programs, pull requests and browsers.

mod changes;
mod csv;
mod html;
mod human;
mod json;
mod markdown;
mod sentence;
#[cfg(test)]
mod tests;
mod words;

pub use self::csv::render as csv;
pub use html::render as html;
pub use human::render as human;
pub use json::render as json;
pub use markdown::render as markdown;

use crate::table::{Diff, Summary};

/// A difference with the names of the two tables and what is known of their files.
#[derive(Debug)]
pub struct Compared<'d, 't> {
    /// The difference.
    pub diff: &'d Diff<'t>,
    /// The name of the table before.
    pub old: String,
    /// The name of the table after.
    pub new: String,
    /// What a reader should know of the files.
    pub remarks: Vec<String>,
}

impl Compared<'_, '_> {
    fn summary(&self) -> Summary {
        Summary::of(self.diff)
    }

    /// Everything a reader should know before the changes.
    fn remarks(&self) -> impl Iterator<Item = &String> {
        self.remarks.iter().chain(self.diff.remarks())
    }
}
