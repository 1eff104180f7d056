//! R008: a reported figure that the body concerned has not confirmed, with the history of what it said.

use super::rule::Rule;
use super::subject::{about, at, identity, said_in};
use super::words::{account, for_time, some_reported, title};
use crate::finding::{Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{BodyId, Figure, MeasureId, Position, SourceId};
use crate::reconcile::{Evidence, Record, Standing, Status, Step, order_is_open};
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R008",
    name: "not-confirmed",
    finds: "A figure that does not come from a publication of the body that holds it, and that the body has not confirmed; or that the body contradicted or took back. The steps show what the body said and when.",
    matters: "Repetition does not confirm a figure. Only the body that holds it can, and what it said may have changed.",
    example: "A leaked count, on which the department “does not comment”.",
    resolve: "Ask the body whether the figure is its own, and for which date.",
};

const ORDER_IS_OPEN: &str = " The dates do not settle the order of all of these.";

/// Figures of one measure and source that stand alike are one finding: a table of thousands is told of once.
fn run(record: &Record) -> Vec<Finding> {
    let mut alike: BTreeMap<(&MeasureId, &SourceId, Status), Alike<'_>> = BTreeMap::new();
    for figure in record.dataset().figures() {
        let Standing::Verified(status) = record.standings().standing(figure) else { continue };
        if figure.reading().amount().is_none() || record.root(figure).id != figure.id {
            continue;
        }
        let Alike { groups, places } =
            alike.entry((&figure.key.measure, &figure.source, status)).or_default();
        let place = *places.entry(record.standings().history(figure)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    let groups = alike
        .into_iter()
        .flat_map(|((.., status), alike)| alike.groups.into_iter().map(move |g| (status, g)));
    groups.filter_map(|(status, figures)| not_confirmed(record, &figures, status)).collect()
}

/// Figures of one measure, source and status, apart where what was said of them differs.
#[derive(Default)]
struct Alike<'a> {
    groups: Vec<Vec<&'a Figure>>,
    /// The group of each history.
    places: BTreeMap<&'a [Step], usize>,
}

fn not_confirmed(record: &Record, figures: &[&Figure], status: Status) -> Option<Finding> {
    let first = figures.first()?;
    let (severity, nature) = match status {
        Status::Confirmed | Status::Superseded => return None,
        Status::PartlyConfirmed => (Severity::Note, Nature::Gap),
        // Where no body holds the figure, there is none that could confirm it.
        Status::Unconfirmed if holder(record, first).is_none() => (Severity::Note, Nature::Gap),
        Status::Unconfirmed => (Severity::Warning, Nature::Gap),
        Status::Contradicted | Status::Withdrawn => (Severity::Warning, Nature::Discrepancy),
    };
    let steps = record.standings().history(first);
    let mut identity = identity(figures);
    identity.extend(steps.iter().map(|step| step.status.words()));
    let mut finding = Finding::new(&DOC, severity, nature, identity);
    describe(record, &mut finding, figures, status);
    about(&mut finding, figures.iter().copied());
    if steps.is_empty() {
        let them = if figures.len() == 1 { "it" } else { "them" };
        finding
            .message
            .push_str(&format!(" No statement on {them} by the body that holds the figure is on record."));
    }
    for (index, step) in steps.iter().enumerate() {
        let last = index + 1 == steps.len();
        let outcome = match step.effect.reason() {
            // That nothing moved is said once, with the last word.
            Some(reason) if !last && step.status == step.before => format!("{reason}."),
            _ => step.outcome(),
        };
        add_step(record, &mut finding, step, &outcome);
    }
    if order_is_open(steps) {
        finding.message.push_str(ORDER_IS_OPEN);
    }
    finding.verdict =
        Some(if status == Status::Contradicted { Verdict::Inconsistent } else { Verdict::Unconfirmed });
    finding.settles = settles(record, figures);
    finding.help = Some(DOC.resolve.to_owned());
    Some(finding)
}

fn describe(record: &Record, finding: &mut Finding, figures: &[&Figure], status: Status) {
    let dataset = record.dataset();
    let status = status.words();
    match figures {
        [figure] => {
            finding.title = format!("“{}” is {status}", figure.reported);
            finding.message = format!("{} is {status}.", account(dataset, figure));
        }
        figures => {
            let source = figures.first().map_or("", |figure| title(dataset, &figure.source));
            finding.title = format!("{} figures in {source} are {status}", figures.len());
            finding.message = format!("{} ({source}) are {status}.", some_reported(figures));
        }
    }
}

/// The body that holds the figure: the measure's, or else the one that the source speaks for.
fn holder<'a>(record: &'a Record, figure: &'a Figure) -> Option<&'a BodyId> {
    let dataset = record.dataset();
    let measure = dataset.measure(&figure.key.measure).and_then(|measure| measure.responsible.as_ref());
    measure.or_else(|| dataset.source(&figure.source)?.body.as_ref())
}

fn add_step(record: &Record, finding: &mut Finding, step: &Step, outcome: &str) {
    let date = step.date.map_or("Date not known".to_owned(), |date| date.words());
    said_in(finding, &step.source);
    let words = match &step.evidence {
        Evidence::Position(id) => record.dataset().position(id).map(|position| {
            at(finding, position.place.as_ref());
            position_words(record, position)
        }),
        Evidence::OwnFigure(id) => record.figure(id).map(|own| {
            about(finding, [own]);
            let body = holder(record, own).map_or("The body", |id| record.dataset().body_name(id));
            format!("{body} gave {}", account(record.dataset(), own))
        }),
    };
    if let Some(words) = words {
        finding.message.push_str(&format!(" {date}: {words}. {outcome}"));
    }
}

fn position_words(record: &Record, position: &Position) -> String {
    let dataset = record.dataset();
    let body = position.body.as_ref().map_or(title(dataset, &position.source), |id| dataset.body_name(id));
    let figure = |id: &Option<_>| id.as_ref().and_then(|id| record.figure(id));
    let with = figure(&position.compared_with).map_or(String::new(), |other| {
        format!(": {}{}", account(dataset, other), for_time(record.lineage().timing(other)))
    });
    let given =
        figure(&position.value).map_or(String::new(), |own| format!(", giving {}", account(dataset, own)));
    let quoted = match &position.words {
        Some(words) if with.is_empty() && given.is_empty() => format!(" (“{words}”)"),
        Some(words) => format!(", in the words “{words}”"),
        None => String::new(),
    };
    format!("{body} {}{with}{given}{quoted}", position.stance.words())
}

fn settles(record: &Record, figures: &[&Figure]) -> Option<String> {
    let figure = figures.first()?;
    let measure = record.dataset().measure(&figure.key.measure)?;
    let body = holder(record, figure).map_or("the body concerned", |id| record.dataset().body_name(id));
    let when = record.lineage().timing(figure);
    let one_time = figures.iter().all(|other| record.lineage().timing(other) == when);
    let time = if one_time { for_time(when) } else { String::new() };
    Some(format!("What figure does {body} hold{time} for “{}”?", measure.title))
}
