//! What every download states: who publishes it, under which licence, how to cite it, its units, its notes and its
//! addresses.

use crate::model::{Figure, Licence, Measure, Publisher, QuantityKind};
use crate::period::PartialDate;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// What every download states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Terms {
    /// The name of the site.
    pub site: String,
    /// Language of the texts, as a BCP 47 tag.
    pub language: String,
    /// Who publishes it.
    pub publisher: Publisher,
    /// Under which licence; none where the publisher has not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// The edition that holds what is in the file, with its date; none for what is not yet in an edition.
    #[serde(serialize_with = "edition", skip_serializing_if = "Option::is_none")]
    pub edition: Option<(u32, PartialDate)>,
    /// How to cite it, as a line of text.
    pub citation: String,
    /// What its numbers count.
    pub units: String,
    /// What a reader must know of it: how to read it, its caveats, its shorthand.
    pub notes: Vec<Note>,
    /// The address of the page that moves with the record: whole where the site's base address is known, else from
    /// the site's root.
    pub moving: String,
    /// The address of the page that never changes; none for what is not yet in an edition, and for what has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frozen: Option<String>,
}

impl Terms {
    /// All but the notes, each under its name, for files that hold names and words.
    pub(super) fn facts(&self) -> Vec<(&'static str, String)> {
        let licence = self.licence.as_ref();
        let edition = self.edition.map(|(number, date)| format!("{number}, released {date}"));
        let mut facts = vec![
            ("site", self.site.clone()),
            ("language", self.language.clone()),
            ("publisher", self.publisher.name.clone()),
        ];
        let optional = [
            ("contact", self.publisher.contact.clone()),
            ("licence", licence.map(|licence| licence.name.clone())),
            ("licence_url", licence.and_then(|licence| licence.url.clone())),
            ("edition", edition),
        ];
        facts.extend(optional.into_iter().filter_map(|(what, words)| Some((what, words?))));
        facts.extend([("citation", self.citation.clone()), ("units", self.units.clone())]);
        facts.push(("address_now", self.moving.clone()));
        facts.extend(self.frozen.iter().map(|frozen| ("address_for_good", frozen.clone())));
        facts
    }
}

/// `{"number": 3, "date": "2026-03-01"}`.
fn edition<S: Serializer>(edition: &Option<(u32, PartialDate)>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Edition {
        number: u32,
        date: String,
    }
    edition.map(|(number, date)| Edition { number, date: date.to_string() }).serialize(serializer)
}

/// A note to a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Note {
    /// What it is on: a symbol such as `[p]`, or a word such as "Units".
    pub on: String,
    /// What is to be said of it.
    pub text: String,
}

impl Note {
    fn new(on: impl Into<String>, text: impl Into<String>) -> Self {
        Self { on: on.into(), text: text.into() }
    }
}

/// What the numbers of a measure count: "people", "people, in per cent".
#[must_use]
pub fn units(measure: &Measure) -> String {
    let kind = match measure.quantity {
        QuantityKind::Count | QuantityKind::Amount => return measure.unit.clone(),
        QuantityKind::Ratio => "one figure over another",
        QuantityKind::Share => "a part of a whole",
        QuantityKind::Rate => "a number per fixed population or time",
        QuantityKind::Change => "new over old",
    };
    format!("{} ({kind})", measure.unit)
}

/// The notes to the table of a measure: how to read it, its caveats and its shorthand.
#[must_use]
pub fn measure_notes(measure: &Measure, figures: &[Figure]) -> Vec<Note> {
    let mut notes = reading_notes();
    notes.push(Note::new("Units", format!("The figures are of: {}.", units(measure))));
    let facts = [("Population", &measure.population), ("Coverage", &measure.coverage)];
    notes.extend(facts.into_iter().filter_map(|(on, text)| Some(Note::new(on, text.as_ref()?))));
    notes.extend(measure.definition.as_ref().map(|text| Note::new("Definition", text.trim())));
    notes.extend(measure.caveats.iter().map(|text| Note::new("Caveat", text.trim())));
    notes.extend(shorthand(figures));
    notes
}

/// The notes to a table of figures of several measures.
#[must_use]
pub fn record_notes(figures: &[Figure]) -> Vec<Note> {
    let mut notes = reading_notes();
    notes.push(Note::new("Units", "Each measure has its own: see the page of the measure."));
    notes.extend(shorthand(figures));
    notes
}

fn reading_notes() -> Vec<Note> {
    vec![
        Note::new(
            "Reading",
            "A row is one figure that one source reported, in its words. “Lower” and “upper” are the ends of what \
             the words usually mean; “value” is the number in the words, without its hedge.",
        ),
        Note::new(
            "Adding up",
            "Two rows can be one figure told twice, and a row can be a demand or a forecast: look at “hedge”, \
             “form”, “basis” and “repeats” before you add up or average.",
        ),
        Note::new("Blank cells", "A blank cell means that there is nothing to say. It never means zero."),
    ]
}

/// The shorthand in the column of note codes, each symbol once, explained.
fn shorthand(figures: &[Figure]) -> impl Iterator<Item = Note> {
    let mut symbols: BTreeMap<&'static str, String> = BTreeMap::new();
    for figure in figures {
        symbols.extend(figure.flags.iter().map(|flag| (flag.letter(), flag.words().to_owned())));
        let reason = figure.reading().no_value();
        symbols.extend(reason.and_then(|reason| Some((reason.shorthand()?, reason.words()))));
    }
    symbols.into_iter().map(|(letter, words)| Note::new(format!("[{letter}]"), words))
}
