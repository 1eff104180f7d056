//! A figure in a table: its words, how they are read, how it stands, and who said it.

use super::{Scene, when};
use crate::finding::Finding;
use crate::model::{Figure, MeasureId, QuantityKind};
use crate::page::{self, CellKind, FigureRow, FigureTable, Link, Shorthand};
use crate::quantity::{Alpha, print};
use crate::reconcile::{Evidence, Record, Standing, Status, Step};
use crate::site::routes;
use std::collections::{BTreeMap, BTreeSet};

/// The measures whose figures a finding is about.
pub(super) fn measures_of<'a>(record: &'a Record, finding: &'a Finding) -> BTreeSet<&'a MeasureId> {
    let figures = finding.figures.iter().filter_map(|id| record.figure(id)).map(|figure| &figure.key.measure);
    finding.measure.iter().chain(figures).collect()
}

/// What the words are read as; empty where there is no value or nothing to add to the words.
pub(super) fn read_as(record: &Record, figure: &Figure) -> String {
    let Some(amount) = figure.reading().amount() else { return String::new() };
    let typical = amount.cuts().at(Alpha::Typical);
    let whole = match record.kind(figure) {
        QuantityKind::Count => typical.to_integers(),
        QuantityKind::Amount
        | QuantityKind::Ratio
        | QuantityKind::Share
        | QuantityKind::Rate
        | QuantityKind::Change => None,
    };
    print::interval_words(whole.as_ref().unwrap_or(typical))
}

/// Words in place of a figure, or a figure.
pub(super) fn cell(figure: &Figure) -> CellKind {
    if figure.reading().amount().is_some() { CellKind::Number } else { CellKind::Words }
}

/// `[p][r]`.
pub(super) fn flags(figure: &Figure) -> String {
    figure.flags.iter().map(|flag| format!("[{}]", flag.letter())).collect()
}

/// How a figure stands, in words, with the source of the latest position on it.
pub(super) fn status(scene: &Scene<'_>, figure: &Figure) -> page::Status {
    let record = scene.record();
    let standing = record.standings().standing(figure);
    let last = match standing {
        Standing::Verified(_) => record.standings().history(figure).last(),
        Standing::Derived | Standing::CalledFor | Standing::NotAvailable => None,
    };
    page::Status {
        standing: mark(standing),
        words: words(scene, figure, standing, last),
        sentence: sentence(scene, figure, standing, last),
        source: last.and_then(|step| step_source(scene, step)),
    }
}

pub(super) fn mark(standing: Standing) -> page::Standing {
    page::Standing::named(standing.name()).unwrap_or(page::Standing::Unconfirmed)
}

fn words(scene: &Scene<'_>, figure: &Figure, standing: Standing, last: Option<&Step>) -> String {
    match standing {
        Standing::Verified(Status::Confirmed) => match last {
            Some(step) => format!("confirmed by {}{}", body(scene, figure), dated(step)),
            None if repeated(scene, figure).is_some() => format!("as published by {}", body(scene, figure)),
            None => format!("published by {}", body(scene, figure)),
        },
        Standing::NotAvailable => match figure.reading().no_value() {
            Some(reason) => format!("not available: {}", reason.words()),
            None => standing.words().to_owned(),
        },
        Standing::Verified(Status::Contradicted) => format!("contradicted by {}", body(scene, figure)),
        Standing::Verified(_) | Standing::Derived | Standing::CalledFor => standing.words().to_owned(),
    }
}

/// The figure that this one repeats, at the start of the chain.
fn repeated<'a>(scene: &Scene<'a>, figure: &'a Figure) -> Option<&'a Figure> {
    let root = scene.record().root(figure);
    (root.id != figure.id).then_some(root)
}

fn dated(step: &Step) -> String {
    step.date.map_or(String::new(), |date| format!(", {}", date.words()))
}

/// The body whose word counts for a figure.
fn body(scene: &Scene<'_>, figure: &Figure) -> String {
    let dataset = scene.record().dataset();
    let responsible = dataset.measure(&figure.key.measure).and_then(|measure| measure.responsible.as_ref());
    let speaker = dataset.source(&figure.source).and_then(|source| source.body.as_ref());
    responsible.or(speaker).map_or("the body concerned".to_owned(), |id| dataset.body_name(id).to_owned())
}

fn sentence(scene: &Scene<'_>, figure: &Figure, standing: Standing, last: Option<&Step>) -> Option<String> {
    let body = body(scene, figure);
    Some(match standing {
        Standing::Verified(Status::Confirmed) => match last {
            Some(_) => format!("{body} has confirmed this figure."),
            None if repeated(scene, figure).is_some() => format!("{body} gave the same figure."),
            None => format!("{body} published this figure."),
        },
        Standing::Verified(Status::PartlyConfirmed) => match repeated(scene, figure) {
            Some(root) => format!("{body} gave “{}”, with which this figure agrees.", root.reported),
            None => format!("{body} has confirmed this figure in part."),
        },
        Standing::Verified(Status::Unconfirmed) => match last {
            Some(step) => format!("{body} has not confirmed this figure. {}", because(scene, step)),
            None => format!(
                "{body} has not confirmed this figure. No statement of it on the figure is on record here."
            ),
        },
        Standing::Verified(Status::Contradicted) => {
            format!("{body} has given another account of this figure.")
        }
        Standing::Verified(Status::Superseded) => format!("{body} has replaced this figure."),
        Standing::Verified(Status::Withdrawn) => format!("{body} has withdrawn this figure."),
        Standing::Derived => "This figure was worked out from others; it was not counted.".to_owned(),
        Standing::CalledFor => "This is what somebody called for; it was not counted.".to_owned(),
        Standing::NotAvailable => return None,
    })
}

/// What was said in a step, in a sentence.
pub(super) fn because(scene: &Scene<'_>, step: &Step) -> String {
    let record = scene.record();
    let dataset = record.dataset();
    match &step.evidence {
        Evidence::Position(id) => {
            dataset.positions().find(|p| p.id == *id).map_or(String::new(), |position| {
                let body = position.body.as_ref().map_or("The body", |id| dataset.body_name(id));
                let quoted = position.words.as_ref().map_or(String::new(), |words| format!(" (“{words}”)"));
                let beside = position
                    .compared_with
                    .as_ref()
                    .and_then(|id| dataset.figure(id))
                    .map_or(String::new(), |other| {
                        format!(": “{}”, {}", other.reported, other.key.timing.words())
                    });
                format!("{body} {}{beside}{quoted}.", position.stance.words())
            })
        }
        Evidence::OwnFigure(id) => dataset.figure(id).map_or(String::new(), |own| {
            format!("{} gave “{}” for the same date.", body(scene, own), own.reported)
        }),
    }
}

pub(super) fn step_source(scene: &Scene<'_>, step: &Step) -> Option<Link> {
    let dataset = scene.record().dataset();
    let id = match &step.evidence {
        Evidence::Position(id) => &dataset.positions().find(|p| p.id == *id)?.source,
        Evidence::OwnFigure(id) => &dataset.figure(id)?.source,
    };
    Some(scene.source_link(id))
}

/// The table of every figure of a measure.
pub(super) fn table(scene: &Scene<'_>, measure: &crate::model::Measure) -> FigureTable {
    let figures = scene.record().dataset().figures_of(&measure.id);
    let mut flags = BTreeMap::new();
    for flag in figures.iter().flat_map(|figure| &figure.flags) {
        flags.insert(flag.letter(), flag.words());
    }
    FigureTable {
        caption: format!("{}, every figure on record, in {}", measure.title, measure.unit),
        shorthand: flags
            .into_iter()
            .map(|(letter, words)| Shorthand { symbol: format!("[{letter}]"), words: words.to_owned() })
            .collect(),
        dimensions: measure.dimensions.values().map(|dimension| dimension.title.clone()).collect(),
        rows: figures.iter().map(|figure| row(scene, measure, figure)).collect(),
    }
}

fn row(scene: &Scene<'_>, measure: &crate::model::Measure, figure: &Figure) -> FigureRow {
    let dataset = scene.record().dataset();
    let dimensions = measure.dimensions.iter().map(|(id, dimension)| match figure.key.dimensions.get(id) {
        Some(code) => dimension.codes.get(code).cloned().unwrap_or_else(|| code.to_string()),
        None => "not broken down".to_owned(),
    });
    FigureRow {
        anchor: page::figure_anchor(figure.id.as_str()),
        when: when::timing(&figure.key.timing),
        dimensions: dimensions.collect(),
        reported: figure.reported.clone(),
        kind: cell(figure),
        flags: flags(figure),
        read_as: read_as(scene.record(), figure),
        source: scene.source_link(&figure.source),
        said: dataset.source(&figure.source).and_then(|s| s.public_date()).map(when::date),
        status: status(scene, figure),
        note: note(figure),
    }
}

/// The words used for what is counted, the limits given, and the publisher's note, in a line.
pub(super) fn note(figure: &Figure) -> Option<String> {
    let wording = figure.wording();
    let described = wording.described_as.as_ref().map(|words| format!("said of “{words}”"));
    let qualifiers = (!wording.qualifiers.is_empty()).then(|| {
        let quoted: Vec<String> = wording.qualifiers.iter().map(|word| format!("“{word}”")).collect();
        format!("with {}", quoted.join(", "))
    });
    let parts: Vec<String> = [described, qualifiers, figure.note.clone()].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// The row of a figure on its measure's page.
pub(super) fn link(figure: &Figure, text: impl Into<String>) -> Link {
    Link::new(text, routes::figure(&figure.key.measure, &figure.id))
}
