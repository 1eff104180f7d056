//! The figure at the top of a measure, in words: on its page and in lists.

use super::chosen::{chosen, is_whole};
use super::{Scene, figures, standings, when};
use crate::model::{Figure, Measure};
use crate::page::{Headline, MeasureLine, SourceLine, figure_anchor};
use crate::reconcile::{Record, Standing, Status};
use crate::site::routes;

/// The headline of a measure's page.
pub(super) fn headline(scene: &Scene<'_>, measure: &Measure, figure: &Figure) -> Headline {
    let record = scene.record();
    let read_as = figures::read_as(record, figure);
    let words = words(figure);
    Headline {
        unit: figure.reading().amount().is_some().then(|| unit(measure, &words)).flatten(),
        read_as: (!read_as.is_empty() && read_as != words).then_some(read_as),
        direction: None,
        flags: figures::shorthand([figure]),
        beside: beside(record, figure),
        later: later(scene, measure, figure),
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

/// The latest figure of the whole that is for a later time than the one at the top, and whose it is. The body
/// responsible neither published nor confirmed it: else it would stand at the top itself.
fn later(scene: &Scene<'_>, measure: &Measure, headline: &Figure) -> Option<String> {
    let record = scene.record();
    let end = |figure: &Figure| record.lineage().timing(figure).latest();
    let after = end(headline)?;
    let of_others = |figure: &&Figure| {
        let standing = record.standings().standing(figure);
        let open = matches!(
            standing,
            Standing::Verified(Status::Unconfirmed | Status::PartlyConfirmed | Status::Contradicted)
        );
        open && figure.basis.states_a_fact()
            && figure.reading().amount().is_some()
            && is_whole(measure, figure)
            && record.root(figure).id == figure.id
            && end(figure).is_some_and(|end| end > after)
    };
    let figures = record.dataset().figures_of(&measure.id).iter().filter(of_others);
    let latest = figures.min_by_key(|figure| (std::cmp::Reverse(end(figure)), figure.id.as_str()))?;
    Some(format!(
        "A later figure is on record: “{}” for {} ({}), {}.",
        latest.reported,
        record.lineage().timing(latest).words(),
        scene.source_link(&latest.source).text,
        standings::status(scene, latest).words
    ))
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
        figure: figure.map(|figure| figures::flagged(&words(figure), figure)),
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
