//! Where everything is: one function an address, so that no page spells another's.

use crate::finding::Fingerprint;
use crate::model::{FigureId, MeasureId, SourceId};
use crate::page::{Link, figure_anchor, question_anchor};
use std::fmt;

/// A file of the site, from its root, with `/` between folders.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route(String);

impl Route {
    /// The file of a page whose address ends in `/`; the home page's address is empty.
    #[must_use]
    pub fn page(address: &str) -> Self {
        Self(format!("{address}index.html"))
    }

    /// A file by its own name.
    #[must_use]
    pub fn file(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

pub(super) const MEASURES: &str = "measures/";
pub(super) const SOURCES: &str = "sources/";
pub(super) const DISCREPANCIES: &str = "discrepancies/";
pub(super) const QUESTIONS: &str = "questions/";
pub(super) const RULES: &str = "rules/";
pub(super) const CHANGES: &str = "changes/";
pub(super) const EDITIONS: &str = "editions/";
pub(super) const DOWNLOADS: &str = "downloads/";

/// A later part of a long list. Its address cannot meet that of anything in the list.
pub(super) fn part(list: &str, index: usize) -> String {
    if index == 0 { list.to_owned() } else { format!("lists/{list}{}/", index + 1) }
}

pub(super) fn measure(id: &MeasureId) -> String {
    format!("{MEASURES}{id}/")
}

pub(super) fn measure_version(id: &MeasureId, edition: u32) -> String {
    format!("{MEASURES}{id}/v/{edition}/")
}

pub(super) fn source(id: &SourceId) -> String {
    format!("{SOURCES}{id}/")
}

pub(super) fn finding(fingerprint: &Fingerprint) -> String {
    format!("{DISCREPANCIES}{fingerprint}/")
}

pub(super) fn rule(code: &str) -> String {
    format!("{RULES}{code}/")
}

/// The question on a measure, in its part of the list.
pub(super) fn question(part: &str, measure: &MeasureId) -> String {
    format!("{part}#{}", question_anchor(measure.as_str()))
}

pub(super) fn change(edition: u32) -> String {
    format!("{CHANGES}{edition}/")
}

pub(super) fn edition(number: u32) -> String {
    format!("{EDITIONS}{number}/")
}

pub(super) fn authored(slug: &str) -> String {
    format!("{slug}/")
}

pub(super) fn figure(measure: &MeasureId, figure: &FigureId) -> String {
    format!("{}#{}", self::measure(measure), figure_anchor(figure.as_str()))
}

/// In a folder of its own, so that no id of a measure meets the files of the whole record.
pub(super) fn measure_csv(id: &MeasureId) -> String {
    format!("data/measures/{id}.csv")
}

pub(super) fn measure_json(id: &MeasureId) -> String {
    format!("data/measures/{id}.json")
}

pub(super) const FIGURES_CSV: &str = "data/figures.csv";
pub(super) const SOURCES_CSV: &str = "data/sources.csv";
pub(super) const SOURCES_JSON: &str = "data/sources.json";
pub(super) const FINDINGS_JSON: &str = "data/findings.json";

pub(super) fn edition_link(number: u32) -> Link {
    Link::new(format!("Edition {number}"), edition(number))
}
