//! A measure: what is counted or measured, of whom, where, and by whom it is held.

use super::{BodyId, Code, DimensionId, MeasureId, Place};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is measured. One file of `data/measures/` declares one measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// The stem of its file.
    pub id: MeasureId,
    /// What is measured, as a noun phrase: the title of charts and tables.
    pub title: String,
    /// The question that the measure answers: the heading of its page.
    pub question: Option<String>,
    /// A title of a few words, for lists and charts.
    pub short: Option<String>,
    /// The topic it is listed under.
    pub topic: Option<String>,
    /// The counting unit, as a plural noun ("people"), or a currency code for amounts.
    pub unit: String,
    /// What kind of number it is.
    pub quantity: QuantityKind,
    /// Counted at a moment, or over a span of time.
    pub stock_or_flow: StockOrFlow,
    /// Who or what is counted.
    pub population: Option<String>,
    /// Geography and setting.
    pub coverage: Option<String>,
    /// The body that holds the figure, and whose word confirms it.
    pub responsible: Option<BodyId>,
    /// What is counted and what is not, in Markdown.
    pub definition: Option<String>,
    /// What a reader must know before relying on it, one sentence each.
    pub caveats: Vec<String>,
    /// The base to which its figures are said to be rounded.
    pub rounding: Option<u32>,
    /// Its tables print true zeros, so that "fewer than five" starts at 1.
    pub zeros_shown: bool,
    /// A disclosure threshold stricter than the site's, in units.
    pub threshold: Option<u32>,
    /// Whom its counts speak of, as far as disclosure control goes.
    #[serde(default, skip_serializing_if = "Counted::is_default")]
    pub counted: Counted,
    /// Whether the figures of its parts and periods add up.
    #[serde(default, skip_serializing_if = "Additivity::is_default")]
    pub additivity: Additivity,
    /// The groups that an account of the measure may say it includes.
    pub includes: BTreeMap<Code, String>,
    /// The dimensions by which it is broken down.
    pub dimensions: BTreeMap<DimensionId, Dimension>,
    /// Where it was declared.
    #[serde(skip)]
    pub place: Option<Place>,
}

impl Measure {
    /// The shortest title there is.
    #[must_use]
    pub fn short_title(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.title)
    }

    /// The heading of its page: the question, or else the title.
    #[must_use]
    pub fn heading(&self) -> &str {
        self.question.as_deref().unwrap_or(&self.title)
    }

    /// Codes with those that were left out: where a dimension declares a total, to name no code is to name the total.
    /// Where it declares none, what was left out stays open.
    #[must_use]
    pub fn with_totals(&self, mut codes: BTreeMap<DimensionId, Code>) -> BTreeMap<DimensionId, Code> {
        for (id, dimension) in &self.dimensions {
            if let Some(total) = dimension.total.as_ref().filter(|_| !codes.contains_key(id)) {
                codes.insert(id.clone(), total.clone());
            }
        }
        codes
    }
}

/// What kind of number a measure is. Only counts are whole and never below zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuantityKind {
    /// Whole units counted: people, staff, cases.
    Count,
    /// Money, or another divisible amount.
    Amount,
    /// One figure over another, such as people per member of staff.
    Ratio,
    /// A part of a whole, in per cent.
    Share,
    /// A number per fixed population or time.
    Rate,
    /// New over old.
    Change,
}

impl QuantityKind {
    /// Its name in data files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Amount => "amount",
            Self::Ratio => "ratio",
            Self::Share => "share",
            Self::Rate => "rate",
            Self::Change => "change",
        }
    }
}

/// Whom the counts of a measure speak of. Until its publisher says otherwise, every count may be one of people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// People, or what leads to people: households, cases, incidents.
    #[default]
    People,
    /// People of whom more has to be kept back: by health, offence, immigration status, in a small population.
    SensitivePeople,
    /// Things that lead to nobody: contracts, buildings, letters.
    Things,
}

impl Counted {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether what is counted in one part or period is counted in no other. Months in which each person is counted
/// once do not add up to a year in which each person is counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Additivity {
    /// Parts add up to their total, and the periods of a flow to the longer period.
    #[default]
    AddsUp,
    /// They need not.
    DoesNotAddUp,
}

impl Additivity {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether a figure is a position at a moment or a sum over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StockOrFlow {
    /// Counted at a moment.
    Stock,
    /// Added up over a period.
    Flow,
}

impl StockOrFlow {
    /// Its name in data files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stock => "stock",
            Self::Flow => "flow",
        }
    }
}

/// A breakdown of a measure, with the codes it may take.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// Its title, for table headings.
    pub title: String,
    /// Its codes, each in words.
    pub codes: BTreeMap<Code, String>,
    /// The code that stands for the total of all others, where there is one.
    pub total: Option<Code>,
}
