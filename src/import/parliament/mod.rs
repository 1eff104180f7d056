//! `parliament`: written questions and written statements, as Parliament's API gives them in JSON.
//!
//! A file holds one record (`{value, links}`) or a search (`{results}`). Which of the two kinds a record is, its keys say.

mod answer;
mod question;
mod statement;
mod states;

use super::codes::{NOTHING, OTHER_FORMAT, error, warning};
use super::json::Part;
use super::prose::{Prose, html};
use super::{Draft, Import, Input, MOST_FINDINGS};

/// What this format is called.
pub(in crate::import) const FORMAT: &str = "parliament";

/// Reads a file.
pub(in crate::import) fn read(input: &Input, import: &Import<'_>) -> Draft {
    let mut draft = Draft::default();
    let whole = match input.text().and_then(|text| Part::whole(&input.path, text)) {
        Ok(whole) => whole,
        Err(finding) => {
            draft.findings.push(*finding);
            return draft;
        }
    };
    let is_search = whole.get("results").is_some();
    let records = whole.get("results").and_then(|results| results.items()).unwrap_or_else(|| vec![whole]);
    if is_search && records.is_empty() {
        let help = "look at what was searched for";
        draft.findings.push(warning(&NOTHING, whole.place_of("results"), "the search has no results", help));
    }
    let mut taken = Taken::default();
    for record in records {
        if draft.findings.len() >= MOST_FINDINGS {
            break;
        }
        let value = record.get("value").unwrap_or(record);
        if value.get("questionText").is_some() {
            question::read(input, import, value, &mut taken, &mut draft);
        } else if value.get("dateMade").is_some() {
            statement::read(input, import, value, &mut taken, &mut draft);
        } else {
            let message = "this is neither a written question nor a written statement";
            let help = "download it from the questions and statements API of Parliament, as JSON";
            draft.findings.push(error(&OTHER_FORMAT, value.place(), message, help));
        }
    }
    taken.into_findings(input, &mut draft);
    draft
}

/// What was met more than once, so that it is said once.
#[derive(Debug, Default)]
struct Taken {
    /// References of texts that are cut, with the place of the first.
    cut: Vec<String>,
    first_cut: Option<crate::model::Place>,
    /// Statements by the number that others link to them with.
    statements: std::collections::BTreeMap<i64, crate::model::SourceId>,
}

impl Taken {
    /// To find a place takes a look at all that stands before it, so only the first is found.
    fn cut(&mut self, reference: &str, place: impl FnOnce() -> crate::model::Place) {
        self.cut.push(reference.to_owned());
        self.first_cut.get_or_insert_with(place);
    }

    fn into_findings(self, input: &Input, draft: &mut Draft) {
        statement::link(&self.statements, draft);
        let Some(place) = self.first_cut else { return };
        let named: Vec<&str> = self.cut.iter().take(5).map(String::as_str).collect();
        let more = self.cut.len().saturating_sub(named.len());
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let message = format!(
            "{} of the texts in “{}” are cut after their start, so no figure is taken from them: {}{more}",
            self.cut.len(),
            input.name,
            named.join(", ")
        );
        let help = "they are put under proposed/sources/; for the whole text, download each record by itself and import that";
        draft.findings.push(warning(&super::codes::CUT, place, message, help));
    }
}

/// A text as it is marked up, or in plain lines.
fn prose(text: &str) -> Prose {
    if is_markup(text) { html(text) } else { Prose::plain(text) }
}

fn is_markup(text: &str) -> bool {
    ["<p", "<table", "<div", "<br", "<ul", "<ol"].iter().any(|tag| text.contains(tag))
}

/// A search gives only the first 255 characters, and “...” after them.
fn is_cut(text: &str) -> bool {
    let text = text.trim_end();
    (text.ends_with("...") || text.ends_with('…')) && text.chars().count() >= 200
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_it_is_long_and_ends_in_points() {
        let long = "word ".repeat(50);
        assert!(is_cut(&format!("{long}...")) && is_cut(&format!("{long}… ")));
        assert!(!is_cut(&long) && !is_cut("We will see..."));
    }
}
