//! What can be found, and what it can be narrowed by.

use crate::reconcile::Standing;

/// What an entry is. Those of one rank are shown in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A measure.
    Measure,
    /// Sources that cannot all be right as stated.
    Discrepancy,
    /// A check that holds.
    Check,
    /// What is not known.
    Gap,
    /// A source.
    Source,
    /// A drafted question.
    Question,
    /// A page that the publisher wrote.
    Page,
    /// An edition.
    Edition,
    /// A rule.
    Rule,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 9] = [
        Self::Measure,
        Self::Discrepancy,
        Self::Check,
        Self::Gap,
        Self::Source,
        Self::Question,
        Self::Page,
        Self::Edition,
        Self::Rule,
    ];

    /// The stable name used in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Discrepancy => "discrepancy",
            Self::Check => "check",
            Self::Gap => "gap",
            Self::Source => "source",
            Self::Question => "question",
            Self::Page => "page",
            Self::Edition => "edition",
            Self::Rule => "rule",
        }
    }

    /// The kind in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Measure => "Measure",
            Self::Discrepancy => "Discrepancy",
            Self::Check => "Check that holds",
            Self::Gap => "Not known",
            Self::Source => "Source",
            Self::Question => "Drafted question",
            Self::Page => "Page",
            Self::Edition => "Edition",
            Self::Rule => "Rule",
        }
    }
}

/// The words by which an entry is found. A word in a title counts for more than one in a label, and that for more
/// than one in the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Ids, references: found whole, however they are punctuated.
    pub references: Vec<String>,
    /// Titles.
    pub titles: Vec<String>,
    /// Names of what it belongs to: bodies, topics, units, places.
    pub labels: Vec<String>,
    /// Everything else, figures as reported among it.
    pub texts: Vec<String>,
}

/// One thing that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Its address, from the site's root.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// What stands below its title: the figure of a measure, the verdict of a discrepancy.
    pub detail: String,
    /// How a measure's figure stands, in words that name whose word it is.
    pub status: String,
    /// The time that it is about, in words.
    pub when: String,
    /// The body whose it is.
    pub body: Option<String>,
    /// How a measure's figure stands.
    pub standing: Option<Standing>,
    /// Sources differ on it.
    pub disputed: bool,
    /// The first and the last year that it is about.
    pub years: Option<(i16, i16)>,
    /// By what it is found.
    pub words: Words,
}
