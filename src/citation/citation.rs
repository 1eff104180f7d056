//! A citation in a document, with what is to be said of it.

use super::mention::Mention;
use super::verdict::{Judgement, Status};
use crate::quantity::{Context, Reader};

/// A citation in a document, judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// The name of the document.
    pub document: String,
    /// Where it is and what it names.
    pub mention: Mention,
    /// What became of what it names.
    pub judgement: Judgement,
    /// The publisher's note with the edition that changed it.
    pub why: Option<String>,
    /// The words of the document, where they do not say what the figure says.
    pub misquoted: Option<String>,
    /// Where the figure is now, from the site's root.
    pub now_at: Option<String>,
}

impl Citation {
    /// It stands, and the document says what the figure says.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.judgement.status == Status::Stands && self.misquoted.is_none()
    }
}

/// Where the words of a link give a quantity that is not the figure's: what differs, in a sentence. A dropped hedge is
/// such a difference. Words that give no quantity, or are too many to be one, say nothing.
#[must_use]
pub fn misquoted(words: &str, reported: &str, reader: &Reader) -> Option<String> {
    let words = words.trim().trim_matches(['“', '”', '"', '‘', '’']);
    if words.split_whitespace().count() > MOST_WORDS || names_a_place(words) {
        return None;
    }
    let said = reader.read(words, &Context::prose()).ok()?;
    let given = reader.read(reported, &Context::prose()).ok()?;
    let (said, given) = said.amount().zip(given.amount())?;
    let differs = (said.nominal(), said.hedge()) != (given.nominal(), given.hedge());
    differs.then(|| format!("The document says “{words}”; the figure was reported as “{reported}”"))
}

/// A longer link is a sentence, whose number may be about something else.
const MOST_WORDS: usize = 6;

/// "edition 3", "table 2": a number that names a place and counts nothing.
fn names_a_place(words: &str) -> bool {
    const PLACES: [&str; 16] = [
        "edition",
        "table",
        "figure",
        "page",
        "question",
        "section",
        "chapter",
        "annex",
        "appendix",
        "note",
        "footnote",
        "version",
        "uin",
        "paragraph",
        "row",
        "column",
    ];
    let first = words.split_whitespace().next().unwrap_or_default().to_lowercase();
    PLACES.contains(&first.trim_end_matches(['.', ':']))
}

#[cfg(test)]
mod tests {
    use super::misquoted;
    use crate::quantity::Reader;

    fn differs(words: &str, reported: &str) -> bool {
        misquoted(words, reported, &Reader::default()).is_some()
    }

    #[test]
    fn a_lost_hedge_or_another_number_is_told() {
        assert!(differs("53,000", "more than 53,000"));
        assert!(differs("around 820", "820"));
        assert!(differs("65 staff", "c.66 staff"));
        assert!(differs("“53,928”", "53,298"));
    }

    #[test]
    fn the_figures_own_words_are_left_alone() {
        assert!(!differs("more than 53,000", "more than 53,000"));
        assert!(!differs("over 53,000", "more than 53,000"));
        assert!(!differs("53298", "53,298"));
        assert!(!differs("c.65", "c.65 staff"));
    }

    #[test]
    fn words_that_give_no_quantity_say_nothing() {
        assert!(!differs("edition 3", "53,298"));
        assert!(!differs("Table 2", "53,298"));
        assert!(!differs("the written answer", "53,298"));
        assert!(!differs("the answer of 3 March 2026 to the third of those questions", "53,298"));
        assert!(!differs("12%", "not held"));
    }
}
