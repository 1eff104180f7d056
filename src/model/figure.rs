//! A reported figure: one value for one key in one source, with the words it was said in.

use super::{Code, DimensionId, FigureId, Measure, MeasureId, Place, Source, SourceId};
use crate::period::Timing;
use crate::quantity::{Context, NoValue, Reader, Reading, UnreadablePhrase};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// What a figure is about: two figures with equal keys speak of the same thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FigureKey {
    /// The measure.
    pub measure: MeasureId,
    /// The code on each dimension; a dimension left out has no total, and it is not known whether this is the whole.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub dimensions: BTreeMap<DimensionId, Code>,
    /// The moment or span the figure is about.
    pub timing: Timing,
}

/// A figure as it stands in the data: everything but how its words are read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureRecord {
    /// Its identifier and the anchor on its page.
    pub id: FigureId,
    /// What it is about.
    #[serde(flatten)]
    pub key: FigureKey,
    /// Where it was said.
    pub source: SourceId,
    /// The quantity as it was reported, word for word.
    pub reported: String,
    /// Measured, derived, called for.
    #[serde(default, skip_serializing_if = "Basis::is_measured")]
    pub basis: Basis,
    /// Why there is no value, where the publisher classified it by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<NoValue>,
    /// Shorthand that goes with the value: provisional, revised.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub flags: BTreeSet<Flag>,
    /// How the account worded what it counted, where that is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<Box<Wording>>,
    /// Page, paragraph or column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
    /// The publisher's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A figure with its reading. The field's term is an observation.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    record: FigureRecord,
    reading: Reading,
    place: Option<Place>,
    /// Few figures have words quoted, and many figures are held.
    quoted_place: Option<Box<Place>>,
}

impl Figure {
    /// Reads the figure's words in the register of its source.
    ///
    /// # Errors
    /// The words at fault, where they are no quantity and no known way of not giving one.
    pub fn read(
        record: FigureRecord,
        measure: &Measure,
        source: &Source,
        reader: &Reader,
        place: Option<Place>,
    ) -> Result<Self, UnreadablePhrase> {
        let reading = match &record.missing {
            Some(reason) => Reading::without_value(&record.reported, reason.clone()),
            None => reader.read(&record.reported, &context(measure, source))?,
        };
        Ok(Self { record, reading, place, quoted_place: None })
    }

    /// The figure, with the place where the words quoted for it were written.
    #[must_use]
    pub fn quoted_at(self, place: Option<Place>) -> Self {
        Self { quoted_place: place.map(Box::new), ..self }
    }

    /// Where the words quoted for it were written.
    #[must_use]
    pub fn quoted_place(&self) -> Option<&Place> {
        self.quoted_place.as_deref()
    }

    /// How its words are read.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Where it was written, for figures read from the publisher's files.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// The figure as data.
    #[must_use]
    pub fn record(&self) -> &FigureRecord {
        &self.record
    }

    /// How the account worded what it counted; plain where nothing is recorded.
    #[must_use]
    pub fn wording(&self) -> &Wording {
        static PLAIN: Wording = Wording::plain();
        self.record.wording.as_deref().unwrap_or(&PLAIN)
    }
}

impl Deref for Figure {
    type Target = FigureRecord;
    fn deref(&self) -> &FigureRecord {
        &self.record
    }
}

fn context(measure: &Measure, source: &Source) -> Context {
    Context {
        register: source.kind.register(),
        said: source.spoken_date().map(|date| date.latest()),
        rounding: measure.rounding,
        zeros_shown: measure.zeros_shown,
    }
}

/// How an account worded what it counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wording {
    /// The words it used for what is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub described_as: Option<String>,
    /// The counting unit it used, where that is not the measure's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted_as: Option<String>,
    /// The groups it says are included, of those the measure declares.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub includes: BTreeSet<Code>,
    /// Words that limit the figure: "currently", "dedicated to".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub qualifiers: Vec<String>,
    /// Whether it says the figure is a part of what there is, or all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent: Option<Extent>,
    /// The few words quoted from the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quoted: Option<String>,
}

impl Wording {
    const fn plain() -> Self {
        Self {
            described_as: None,
            counted_as: None,
            includes: BTreeSet::new(),
            qualifiers: Vec::new(),
            extent: None,
            quoted: None,
        }
    }

    /// Nothing is recorded of how the account worded it.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::plain()
    }
}

/// Whether an account says that its figure is a part of what there is, or the whole of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// There is more beside it.
    Part,
    /// It is all there is.
    Whole,
}

/// What a figure rests on. Only measured and estimated figures are drawn as measurements.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Counted or measured.
    #[default]
    Measured,
    /// Estimated by a method.
    Estimate,
    /// Worked out from other figures.
    Derived,
    /// Called for: a demand, not a measurement.
    CalledFor,
    /// A target set by a body.
    Target,
    /// A forecast.
    Forecast,
}

impl Basis {
    /// Every basis, in the order of the documentation.
    pub const ALL: [Self; 6] =
        [Self::Measured, Self::Estimate, Self::Derived, Self::CalledFor, Self::Target, Self::Forecast];

    fn is_measured(&self) -> bool {
        *self == Self::Measured
    }

    /// The basis as it is written in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Estimate => "estimate",
            Self::Derived => "derived",
            Self::CalledFor => "called-for",
            Self::Target => "target",
            Self::Forecast => "forecast",
        }
    }

    /// It says how things are or were, not how somebody wants or expects them.
    #[must_use]
    pub fn states_a_fact(self) -> bool {
        matches!(self, Self::Measured | Self::Estimate | Self::Derived)
    }
}

/// Shorthand that goes with a value, from the list used across UK government statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
    /// `b`: break in the series.
    Break,
    /// `e`: estimated.
    Estimated,
    /// `f`: forecast.
    Forecast,
    /// `p`: provisional.
    Provisional,
    /// `r`: revised.
    Revised,
    /// `u`: low reliability.
    LowReliability,
}

impl Flag {
    /// Every flag.
    pub const ALL: [Self; 6] = [
        Self::Break,
        Self::Estimated,
        Self::Forecast,
        Self::Provisional,
        Self::Revised,
        Self::LowReliability,
    ];

    /// Its letter, as in `[p]`.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::Break => "b",
            Self::Estimated => "e",
            Self::Forecast => "f",
            Self::Provisional => "p",
            Self::Revised => "r",
            Self::LowReliability => "u",
        }
    }

    /// Its stable name in data files for readers.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Break => "break",
            Self::Estimated => "estimated",
            Self::Forecast => "forecast",
            Self::Provisional => "provisional",
            Self::Revised => "revised",
            Self::LowReliability => "low-reliability",
        }
    }

    /// Its meaning in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Break => "break in the series",
            Self::Estimated => "estimated",
            Self::Forecast => "forecast",
            Self::Provisional => "provisional",
            Self::Revised => "revised",
            Self::LowReliability => "low reliability",
        }
    }
}
