//! A place in a file: where a value was written, so that every finding can point to it.

use serde::Serialize;
use std::fmt;
use std::sync::Arc;

/// A place in one of the publisher's files. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The file, relative to the repository's root, with `/` between folders.
    pub path: Arc<str>,
    /// Line, from 1; 0 where the place is the file as a whole.
    pub line: u32,
    /// Column in characters, from 1; 0 where the place is the line or the file as a whole.
    pub column: u32,
    /// How many characters are meant, from the column on; 0 where that is not known.
    #[serde(skip)]
    pub length: u32,
}

impl Place {
    /// A place at a line and column, with the number of characters meant.
    #[must_use]
    pub fn new(path: &Arc<str>, line: u32, column: u32, length: u32) -> Self {
        Self { path: Arc::clone(path), line, column, length }
    }

    /// The file as a whole.
    #[must_use]
    pub fn file(path: &Arc<str>) -> Self {
        Self::new(path, 0, 0, 0)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        Ok(())
    }
}
