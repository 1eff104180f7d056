//! How figures stand: the mark and its words, and step by step how a status came about.

use super::{Scene, figures, when};
use crate::model::{Figure, Measure, Position};
use crate::page::{self, StatusHistory, StatusStep};
use crate::reconcile::{Evidence, Record, Standing, Status, Step, order_is_open};

/// The most figures of a measure whose histories its page tells. The others are in the findings.
const MOST_HISTORIES: usize = 8;

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
        source: last.map(|step| scene.source_link(&step.source)),
    }
}

/// How a figure stands in a record that is not the scene's own.
pub(super) fn plain(record: &Record, figure: &Figure) -> page::Status {
    let standing = record.standings().standing(figure);
    page::Status {
        standing: mark(standing),
        words: standing.words().to_owned(),
        sentence: None,
        source: None,
    }
}

fn mark(standing: Standing) -> page::Standing {
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
            Some(reason) => not_available(&reason.words()),
            None => standing.words().to_owned(),
        },
        Standing::Verified(Status::Contradicted) => format!("contradicted by {}", body(scene, figure)),
        Standing::Verified(_) | Standing::Derived | Standing::CalledFor => standing.words().to_owned(),
    }
}

/// "not available: above the FOI cost limit".
fn not_available(reason: &str) -> String {
    let reason = reason.strip_prefix("not provided: ").unwrap_or(reason);
    if reason == "not available" { reason.to_owned() } else { format!("not available: {reason}") }
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
            Some(step) => {
                format!("{body} has not confirmed this figure. {} {}", because(scene, step), step.outcome())
            }
            None => format!(
                "{body} has not confirmed this figure. No statement of it on the figure is on record here."
            ),
        },
        Standing::Verified(Status::Contradicted) => match repeated(scene, figure) {
            Some(root) if root.reported != figure.reported => {
                format!("{body} has given another account: this figure repeats “{}”.", root.reported)
            }
            _ => format!("{body} has given another account of this figure."),
        },
        Standing::Verified(Status::Superseded) => format!("{body} has replaced this figure."),
        Standing::Verified(Status::Withdrawn) => format!("{body} has withdrawn this figure."),
        Standing::Derived => "This figure was worked out from others; it was not counted.".to_owned(),
        Standing::CalledFor => "This is what somebody called for; it was not counted.".to_owned(),
        Standing::NotAvailable => return None,
    })
}

/// What was said in a step, in a sentence.
fn because(scene: &Scene<'_>, step: &Step) -> String {
    let dataset = scene.record().dataset();
    match &step.evidence {
        Evidence::Position(id) => {
            dataset.position(id).map_or(String::new(), |position| position_words(scene, position))
        }
        Evidence::OwnFigure(id) => dataset.figure(id).map_or(String::new(), |own| {
            format!("{} gave “{}” for the same date.", body(scene, own), own.reported)
        }),
    }
}

fn position_words(scene: &Scene<'_>, position: &Position) -> String {
    let dataset = scene.record().dataset();
    let body = position.body.as_ref().map_or("The body", |id| dataset.body_name(id));
    let quoted = position.words.as_ref().map_or(String::new(), |words| format!(" (“{words}”)"));
    let figure = |id: &Option<_>| id.as_ref().and_then(|id| dataset.figure(id));
    let beside = figure(&position.compared_with).map_or(String::new(), |other| {
        let time = scene.record().lineage().timing(other).words();
        format!(": “{}”, {time}", other.reported)
    });
    let given = figure(&position.value).map_or(String::new(), |own| format!(": “{}”", own.reported));
    format!("{body} {}{beside}{given}{quoted}.", position.stance.words())
}

/// How the statuses of a measure's figures came about: that of the figure at the top first. Figures that repeat one
/// have its history, and figures of one source with one history are told of once.
pub(super) fn histories(scene: &Scene<'_>, measure: &Measure, chosen: Option<&Figure>) -> Vec<StatusHistory> {
    let record = scene.record();
    let top = chosen.map(|figure| record.root(figure)).into_iter();
    let all = record.dataset().figures_of(&measure.id).iter();
    let roots = all.filter(|figure| record.origin(figure).is_none());
    histories_of(scene, top.chain(roots))
}

/// How the statuses of some figures came about, those with one history told of once.
pub(super) fn histories_of<'a>(
    scene: &Scene<'_>,
    figures: impl Iterator<Item = &'a Figure>,
) -> Vec<StatusHistory> {
    let record = scene.record();
    let mut told: Vec<&Figure> = Vec::new();
    for figure in figures {
        let steps = record.standings().history(figure);
        let same =
            |other: &&Figure| other.source == figure.source && record.standings().history(other) == steps;
        if told.len() < MOST_HISTORIES
            && !steps.is_empty()
            && has_status(record, figure)
            && !told.iter().any(same)
        {
            told.push(figure);
        }
    }
    told.into_iter().map(|figure| history(scene, figure)).collect()
}

fn has_status(record: &Record, figure: &Figure) -> bool {
    matches!(record.standings().standing(figure), Standing::Verified(_))
}

fn history(scene: &Scene<'_>, figure: &Figure) -> StatusHistory {
    let steps = scene.record().standings().history(figure);
    StatusHistory {
        figure: figures::link(figure, format!("“{}”", figure.reported)),
        source: scene.source_link(&figure.source),
        when: when::timing(scene.record().lineage().timing(figure)),
        order: order_is_open(steps).then(|| ORDER_IS_OPEN.to_owned()),
        steps: steps.iter().map(|step| status_step(scene, step)).collect(),
    }
}

const ORDER_IS_OPEN: &str = "The dates do not settle the order of all of these. Each stands at the last day that it can mean, and of several for one day the more cautious stands last.";

fn status_step(scene: &Scene<'_>, step: &Step) -> StatusStep {
    StatusStep {
        when: step.date.map(when::date).unwrap_or_default(),
        status: page::Status {
            standing: mark(Standing::Verified(step.status)),
            words: step.status.words().to_owned(),
            sentence: None,
            source: None,
        },
        because: because(scene, step),
        outcome: step.outcome(),
        source: Some(scene.source_link(&step.source)),
    }
}
