//! What a release changes of the releases before it: each figure that reads otherwise now has taken the place of another.
//!
//! A release is a source of its own, so nothing that stood is changed. What is written is that the publisher's newer
//! figure stands in the place of its older one; without that, the two would contradict one another.

use super::mapping::{Mapping, matches};
use crate::finding::{Finding, Fingerprint};
use crate::import::codes::{REVISES, note};
use crate::import::{Draft, DraftFigure, DraftSource};
use crate::model::{
    Dataset, Figure, FigureId, FigureKey, FigureRecord, Place, Position, PositionId, PositionStance, Source,
    SourceId,
};

use crate::quantity::Reader;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What is on record already.
#[derive(Debug, Clone, Copy)]
pub struct Record<'r> {
    /// All of it.
    pub dataset: &'r Dataset,
    /// Reads phrases as the repository sets it.
    pub reader: &'r Reader,
    /// The id of a figure whose row has none.
    pub id: fn(&FigureKey, &SourceId) -> FigureId,
}

/// A figure that reads otherwise than one before it.
struct Revised {
    figure: FigureId,
    instead_of: Vec<FigureId>,
    is_without_value: bool,
}

/// Adds a position for each figure of a release that reads otherwise than it did in a release before it.
pub fn supersede(draft: &mut Draft, mapping: &Mapping, record: &Record<'_>) {
    let [source] = draft.sources.as_slice() else { return };
    let earlier = earlier(source, &draft.figures, mapping, record);
    let gone = superseded(record.dataset, &earlier);
    let figures = draft.figures.iter();
    let revised: Vec<Revised> = figures
        .filter_map(|figure| revised(figure, source, &earlier, &gone, record))
        .filter(|revised| !revised.instead_of.is_empty())
        .collect();
    let summary = summary(&revised, source);
    let id = source.source.id.clone();
    draft.positions.extend(revised.into_iter().filter_map(|revised| position(revised, &id)));
    draft.findings.extend(summary);
}

/// The releases before this one: sources of the same body, with an id that the mapping gives.
fn earlier<'r>(
    source: &DraftSource,
    figures: &[DraftFigure],
    mapping: &Mapping,
    record: &Record<'r>,
) -> BTreeSet<&'r SourceId> {
    let pattern = pattern(&mapping.source.id);
    let dataset = record.dataset;
    // A mapping may name the body as people do, or by its id.
    let body = source.body.as_ref().map(|body| body.name.as_str());
    let is_of_body = |known: &Source| match (&known.body, body) {
        (None, None) => true,
        (Some(id), Some(name)) => id.as_str() == name || dataset.body_name(id) == name,
        _ => false,
    };
    let is_alike = |known: &&Source| {
        known.id != source.source.id && matches(&pattern, known.id.as_str()) && is_of_body(known)
    };
    let reach = figures.iter().filter_map(|figure| figure.timing.latest()).max();
    let found: BTreeSet<&SourceId> = dataset.sources().filter(is_alike).map(|known| &known.id).collect();
    let later = later(dataset, &source.source.id);
    let is_earlier = |id: &&SourceId| {
        let dates = source.source.published.zip(dataset.source(id).and_then(|known| known.published));
        let by_date = dates.filter(|(new, old)| new != old).map(|(new, old)| old.latest() < new.latest());
        !later.contains(*id) && by_date.unwrap_or_else(|| latest(dataset, id) <= reach)
    };
    found.into_iter().filter(is_earlier).collect()
}

/// The ids that a template can give.
fn pattern(template: &str) -> String {
    let mut pattern = String::new();
    for (index, part) in template.split('{').enumerate() {
        match part.split_once('}').filter(|_| index > 0) {
            Some((_, rest)) => pattern.extend(["*", rest]),
            None => pattern.push_str(part),
        }
    }
    pattern
}

/// The last day of which a source gives a figure.
fn latest(dataset: &Dataset, id: &SourceId) -> Option<Date> {
    let figures = dataset.figures().iter().filter(|figure| figure.source == *id);
    figures.filter_map(|figure| figure.key.timing.latest()).max()
}

/// The sources that have taken the place of figures of this one.
fn later<'r>(dataset: &'r Dataset, source: &SourceId) -> BTreeSet<&'r SourceId> {
    let is_of_this = |id: &FigureId| dataset.figure(id).is_some_and(|figure| figure.source == *source);
    let positions = dataset.positions().filter(|position| takes_the_place(position));
    positions.filter(|position| position.on.iter().any(is_of_this)).map(|position| &position.source).collect()
}

/// Figures of earlier releases in whose place another of them stands already.
fn superseded<'r>(dataset: &'r Dataset, earlier: &BTreeSet<&SourceId>) -> BTreeSet<&'r FigureId> {
    let positions = dataset.positions().filter(|position| takes_the_place(position));
    positions
        .filter(|position| earlier.contains(&position.source))
        .flat_map(|position| &position.on)
        .collect()
}

fn takes_the_place(position: &Position) -> bool {
    matches!(position.stance, PositionStance::Supersedes | PositionStance::Corrects)
}

fn revised(
    figure: &DraftFigure,
    source: &DraftSource,
    earlier: &BTreeSet<&SourceId>,
    gone: &BTreeSet<&FigureId>,
    record: &Record<'_>,
) -> Option<Revised> {
    if earlier.is_empty() {
        return None;
    }
    let measure = record.dataset.measure(figure.measure.as_ref()?)?;
    let key = FigureKey {
        measure: measure.id.clone(),
        dimensions: figure.dimensions.clone(),
        timing: figure.timing.clone(),
    };
    let stands = |old: &Figure| earlier.contains(&old.source) && !gone.contains(&old.id);
    let before = record.dataset.figures_alike(&key).iter();
    let before: Vec<&Figure> = before.filter(|old| stands(old) && old.key == key).collect();
    if before.is_empty() {
        return None;
    }
    let id = (record.id)(&key, &source.source.id);
    let now = FigureRecord {
        id: id.clone(),
        key,
        source: source.source.id.clone(),
        reported: figure.reported.clone(),
        basis: figure.basis,
        missing: figure.missing.clone(),
        flags: figure.flags.clone(),
        wording: None,
        locator: None,
        note: None,
    };
    let now = Figure::read(now, measure, &source.source, record.reader, None).ok()?;
    let now = now.reading();
    let differs =
        |old: &Figure| old.reading().amount() != now.amount() || old.reading().no_value() != now.no_value();
    let instead_of = before.into_iter().filter(|old| differs(old)).map(|old| old.id.clone()).collect();
    Some(Revised { figure: id, instead_of, is_without_value: now.amount().is_none() })
}

fn position(revised: Revised, source: &SourceId) -> Option<Position> {
    let whole = format!("revised-{}", revised.figure);
    let short = || {
        let start = whole.get(..56).unwrap_or(&whole).trim_end_matches('-');
        PositionId::new(&format!("{start}-{}", Fingerprint::of([whole.as_str()])))
    };
    Some(Position {
        id: PositionId::new(&whole).or_else(|_| short()).ok()?,
        source: source.clone(),
        body: None,
        stance: PositionStance::Supersedes,
        on: revised.instead_of,
        measures: Vec::new(),
        compared_with: None,
        value: Some(revised.figure),
        words: None,
        place: None,
    })
}

fn summary(revised: &[Revised], source: &DraftSource) -> Option<Finding> {
    let withheld = revised.iter().filter(|revised| revised.is_without_value).count();
    let given = revised.len() - withheld;
    let figures = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 figure of an earlier release {one}")),
        _ => Some(format!("{count} figures of earlier releases {many}")),
    };
    let parts = [
        figures(given, "reads otherwise now", "read otherwise now"),
        figures(withheld, "has no value now", "have no value now"),
    ];
    let message = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
    (!revised.is_empty()).then(|| {
        let path = format!("data/claims/{}.toml", source.source.id);
        let help = "look at them in the file named; `onrecord diff` shows what changes on the site";
        note(&REVISES, Place::file(&path.as_str().into()), message, help)
    })
}
