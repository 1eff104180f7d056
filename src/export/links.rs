//! How linked data writes addresses of this site.

use super::Format;

/// How linked data writes addresses of this site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links<'a> {
    /// Whole, from the site's base address.
    Whole(&'a str),
    /// Relative to the file that they stand in, by the way from it to the site's root: `../../`.
    From(&'a str),
    /// Not at all: the file stands nowhere on the site, and the site's base address is not known.
    Nowhere,
}

impl Links<'_> {
    /// The address of a path from the site's root.
    #[must_use]
    pub fn to(self, path: &str) -> Option<String> {
        match self {
            Self::Whole(base) => Some(format!("{base}/{path}")),
            Self::From(root) => Some(format!("{root}{path}")),
            Self::Nowhere => None,
        }
    }
}

/// A file in linked data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its format.
    pub format: Format,
    /// What is in it.
    pub about: String,
    /// Where it is, from the site's root.
    pub path: String,
    /// How long it is, and its SHA-256 digest, where they are known.
    pub sum: Option<(u64, String)>,
}
