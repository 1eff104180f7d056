//! The lines of the publisher's files that a report quotes.

use crate::finding::Finding;
use crate::model::Place;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The lines that findings point to. Made from the findings, then filled from the files' texts, so that only the
/// lines that are quoted are kept.
#[derive(Debug, Clone, Default)]
pub struct SourceLines {
    files: BTreeMap<Arc<str>, BTreeMap<u32, Option<String>>>,
}

impl SourceLines {
    /// The lines that a report of these findings quotes, still without their texts.
    #[must_use]
    pub fn wanted_by(findings: &[Finding]) -> Self {
        let mut files: BTreeMap<Arc<str>, BTreeMap<u32, Option<String>>> = BTreeMap::new();
        for place in findings.iter().flat_map(|finding| &finding.locations).filter(|place| place.line > 0) {
            files.entry(Arc::clone(&place.path)).or_default().insert(place.line, None);
        }
        Self { files }
    }

    /// The files to read, relative to the repository's root.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(|path| &**path)
    }

    /// Takes the wanted lines out of the text of a file.
    pub fn fill(&mut self, path: &str, text: &str) {
        let Some(wanted) = self.files.get_mut(path) else { return };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (number, line) in (1..).zip(text.lines()) {
            if let Some(slot) = wanted.get_mut(&number) {
                *slot = Some(line.to_owned());
            }
        }
    }

    /// The text of the line at a place, where it was handed in.
    pub(super) fn at(&self, place: &Place) -> Option<&str> {
        self.files.get(&place.path)?.get(&place.line)?.as_deref()
    }
}
