//! Which figure stands at the top of a measure: the latest that states a fact, from the source relied on most.

use super::{Scene, figures, standings, when};
use crate::model::{Figure, Measure};
use crate::page::{Headline, MeasureLine, SourceLine, figure_anchor};
use crate::reconcile::{Record, Standing, Status, weight};
use crate::site::routes;
use jiff::civil::Date;
use std::cmp::Reverse;

/// The figure at the top: never an average, and a rule anyone can repeat. A fact before a demand, a value
/// before none, a total before a part, a live figure before one replaced, the latest date, an origin before
/// a repetition, a confirmed figure before others, then the kind of source relied on most.
pub(super) fn chosen<'a>(record: &'a Record, measure: &Measure) -> Option<&'a Figure> {
    record.dataset().figures_of(&measure.id).iter().min_by_key(|figure| rank(record, measure, figure))
}

type Rank<'a> = ((bool, bool, bool, bool), Reverse<Option<Date>>, (bool, u8, Reverse<u32>), &'a str);

fn rank<'a>(record: &'a Record, measure: &Measure, figure: &'a Figure) -> Rank<'a> {
    let standing = record.standings().standing(figure);
    let whole = figure.key.dimensions.iter().all(|(id, code)| {
        measure.dimensions.get(id).is_some_and(|dimension| dimension.total.as_ref() == Some(code))
    });
    let replaced = matches!(standing, Standing::Verified(Status::Superseded | Status::Withdrawn));
    let trust = match standing {
        Standing::Verified(Status::Confirmed) => 0,
        Standing::Verified(Status::PartlyConfirmed) => 1,
        _ => 2,
    };
    let weight = record.dataset().source(&figure.source).map_or(0, |source| weight(source.kind));
    (
        (!figure.basis.states_a_fact(), figure.reading().amount().is_none(), !whole, replaced),
        Reverse(record.lineage().timing(figure).latest()),
        (record.root(figure).id != figure.id, trust, Reverse(weight)),
        figure.id.as_str(),
    )
}

/// The headline of a measure's page.
pub(super) fn headline(scene: &Scene<'_>, measure: &Measure, figure: &Figure) -> Headline {
    let record = scene.record();
    let read_as = figures::read_as(record, figure);
    let words = words(figure);
    Headline {
        unit: figure.reading().amount().is_some().then(|| unit(measure, &words)).flatten(),
        read_as: (!read_as.is_empty() && read_as != words).then_some(read_as),
        direction: None,
        beside: beside(record, figure),
        status: standings::status(scene, figure),
        anchor: figure_anchor(figure.id.as_str()),
        words,
    }
}

/// The words as reported, or the reason why there is no value.
fn words(figure: &Figure) -> String {
    match figure.reading().no_value() {
        Some(reason) => sentence_case(&reason.words()),
        None => figure.reported.clone(),
    }
}

pub(super) fn sentence_case(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The unit, unless the words already carry it.
fn unit(measure: &Measure, words: &str) -> Option<String> {
    let carried = words.to_lowercase().contains(&measure.unit.to_lowercase());
    let money = words.contains(['£', '€', '$', '%']);
    (!carried && !money).then(|| measure.unit.clone())
}

/// Other words in which the same figure has been reported.
fn beside(record: &Record, headline: &Figure) -> Option<String> {
    let mut others: Vec<&str> = record
        .dataset()
        .figures_of(&headline.key.measure)
        .iter()
        .filter(|figure| record.root(figure).id == record.root(headline).id && figure.id != headline.id)
        .map(|figure| figure.reported.as_str())
        .filter(|words| *words != headline.reported)
        .collect();
    others.sort_unstable();
    others.dedup();
    let quoted: Vec<String> = others.iter().map(|words| format!("“{words}”")).collect();
    (!quoted.is_empty()).then(|| format!("Repeated elsewhere as {}.", quoted.join(", ")))
}

/// Where the headline comes from.
pub(super) fn source_line(scene: &Scene<'_>, figure: &Figure) -> Option<SourceLine> {
    let dataset = scene.record().dataset();
    let source = dataset.source(&figure.source)?;
    Some(SourceLine {
        link: scene.source_link(&source.id),
        kind: source.kind.words().to_owned(),
        body: source.body.as_ref().map(|id| dataset.body_name(id).to_owned()),
        person: super::source::person(source),
        said: source.said.map(when::date),
        reference: source.reference.clone(),
        original: super::source::outside("Original", source.url.as_deref()),
        archived: super::source::outside("Archived copy", source.archive_url.as_deref()),
    })
}

/// A measure in a line.
pub(super) fn line(scene: &Scene<'_>, measure: &Measure) -> MeasureLine {
    let record = scene.record();
    let figure = chosen(record, measure);
    let disputed = scene
        .findings_of(&measure.id)
        .iter()
        .filter(|finding| super::scene::tone(finding) == crate::page::Tone::Disputed)
        .count();
    MeasureLine {
        measure: crate::page::Link::new(measure.heading(), routes::measure(&measure.id)),
        figure: figure.map(words),
        unit: figure.filter(|f| f.reading().amount().is_some()).and_then(|f| unit(measure, &f.reported)),
        when: figure.map(|figure| when::timing(record.lineage().timing(figure))),
        status: figure.map(|figure| standings::status(scene, figure)),
        source: figure.map(|figure| scene.source_link(&figure.source)),
        discrepancies: (disputed > 0).then(|| {
            let words =
                if disputed == 1 { "1 discrepancy".to_owned() } else { format!("{disputed} discrepancies") };
            crate::page::Link::new(words, format!("{}#notices", routes::measure(&measure.id)))
        }),
    }
}
