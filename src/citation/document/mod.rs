//! The documents in which citations are looked for. A document that cannot be read is told, never passed over.

mod docx;
mod html;
mod markdown;
mod text;

use super::mention::Mention;
use std::fmt;

/// Why a document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not UTF-8, from this byte on.
    Encoding(usize),
    /// It is of a kind that is not read: the end of its name, where it has one.
    Kind(Option<String>),
    /// It is no Word document, or a damaged one.
    Damaged(String),
    /// It unpacks to more than is read.
    TooLarge,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding(at) => write!(f, "it is not UTF-8 (byte {})", at + 1),
            Self::Kind(Some(kind)) => write!(f, "documents that end in .{kind} are not read"),
            Self::Kind(None) => f.write_str("its name does not say what kind of document it is"),
            Self::Damaged(why) => write!(f, "it cannot be read as a Word document: {why}"),
            Self::TooLarge => f.write_str("it unpacks to more than 200 MB"),
        }
    }
}

/// Everything in a document that may cite, in its order. The kind is told by the end of the name: `md`,
/// `markdown`, `html`, `htm`, `txt`, `text`, `tex`, `bib` and `docx` are read.
///
/// # Errors
/// Where it cannot be read.
pub fn mentions(name: &str, bytes: &[u8]) -> Result<Vec<Mention>, Unreadable> {
    let kind = name.rsplit_once('.').map(|(_, kind)| kind.to_lowercase());
    let text = || {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        std::str::from_utf8(bytes).map_err(|error| Unreadable::Encoding(error.valid_up_to()))
    };
    let mut found = match kind.as_deref() {
        Some("md" | "markdown") => markdown::mentions(text()?),
        Some("html" | "htm") => html::mentions(text()?),
        Some("txt" | "text" | "tex" | "bib") => text::mentions(text()?),
        Some("docx") => docx::mentions(bytes)?,
        _ => return Err(Unreadable::Kind(kind)),
    };
    found.sort_by(|a, b| (a.spot, &a.target).cmp(&(b.spot, &b.target)));
    found.dedup();
    Ok(found)
}
