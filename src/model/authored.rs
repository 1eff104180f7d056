//! A page that the publisher wrote.

use super::Place;

/// One file of `site/pages/`.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthoredPage {
    /// The stem of its file: its address.
    pub slug: String,
    /// Its heading.
    pub title: String,
    /// One sentence on what it holds.
    pub summary: Option<String>,
    /// Its place in the list of pages; ties go by slug.
    pub order: i64,
    /// The text, in Markdown.
    pub body: String,
    /// Where it was declared.
    pub place: Option<Place>,
}
