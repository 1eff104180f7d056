//! R008: a reported figure that the body concerned has not confirmed, with the history of what it said.

use super::rule::Rule;
use super::subject::{about, at, identity};
use super::words::{account, for_time, title};
use crate::finding::{Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Figure, Position};
use crate::reconcile::{Evidence, Record, Standing, Status, Step};

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R008",
    name: "not-confirmed",
    finds: "A figure that does not come from a publication of the body that holds it, and that the body has not confirmed; or that the body contradicted or took back. The steps show what the body said and when.",
    matters: "Repetition does not confirm a figure. Only the body that holds it can, and what it said may have changed.",
    example: "A leaked count, on which the department “does not comment”.",
    resolve: "Ask the body whether the figure is its own, and for which date.",
};

fn run(record: &Record) -> Vec<Finding> {
    record
        .dataset()
        .figures()
        .iter()
        .filter(|figure| figure.reading().amount().is_some() && record.root(figure).id == figure.id)
        .filter_map(|figure| not_confirmed(record, figure))
        .collect()
}

fn not_confirmed(record: &Record, figure: &Figure) -> Option<Finding> {
    let Standing::Verified(status) = record.standings().standing(figure) else { return None };
    let (severity, nature) = match status {
        Status::Confirmed | Status::Superseded => return None,
        Status::PartlyConfirmed => (Severity::Note, Nature::Gap),
        Status::Unconfirmed => (Severity::Warning, Nature::Gap),
        Status::Contradicted | Status::Withdrawn => (Severity::Warning, Nature::Discrepancy),
    };
    let steps = record.standings().history(figure);
    let mut identity = identity(&[figure]);
    identity.extend(steps.iter().map(|step| step.status.words()));
    let mut finding = Finding::new(&DOC, severity, nature, identity);
    finding.title = format!("“{}” is {}", figure.reported, status.words());
    finding.message = format!("{} is {}.", account(record.dataset(), figure), status.words());
    about(&mut finding, [figure]);
    if steps.is_empty() {
        finding.message.push_str(" No statement on it by the body that holds the figure is on record.");
    }
    for step in steps {
        add_step(record, &mut finding, step);
    }
    finding.verdict =
        Some(if status == Status::Contradicted { Verdict::Inconsistent } else { Verdict::Unconfirmed });
    finding.settles = settles(record, figure);
    finding.help = Some(DOC.resolve.to_owned());
    Some(finding)
}

fn add_step(record: &Record, finding: &mut Finding, step: &Step) {
    let date = step.date.map_or("Date not known".to_owned(), |date| date.words());
    let words = match &step.evidence {
        Evidence::Position(id) => record.dataset().positions().find(|p| p.id == *id).map(|position| {
            at(finding, position.place.as_ref());
            if !finding.sources.contains(&position.source) {
                finding.sources.push(position.source.clone());
            }
            position_words(record, position)
        }),
        Evidence::OwnFigure(id) => record.figure(id).map(|own| {
            about(finding, [own]);
            format!("{} gave {}", title(record.dataset(), &own.source), account(record.dataset(), own))
        }),
    };
    if let Some(words) = words {
        finding
            .message
            .push_str(&format!(" {date}: {words} (status from then on: {}).", step.status.words()));
    }
}

fn position_words(record: &Record, position: &Position) -> String {
    let dataset = record.dataset();
    let body = position.body.as_ref().map_or(title(dataset, &position.source), |id| dataset.body_name(id));
    let quoted = position.words.as_ref().map_or(String::new(), |words| format!(", “{words}”"));
    let with =
        position.compared_with.as_ref().and_then(|id| record.figure(id)).map_or(String::new(), |other| {
            format!(", set beside {}{}", account(dataset, other), for_time(record.lineage().timing(other)))
        });
    format!("{body} {}{quoted}{with}", position.stance.words())
}

fn settles(record: &Record, figure: &Figure) -> Option<String> {
    let measure = record.dataset().measure(&figure.key.measure)?;
    let body = measure.responsible.as_ref().map_or("the body concerned", |id| record.dataset().body_name(id));
    Some(format!(
        "What figure does {body} hold{} for “{}”?",
        for_time(record.lineage().timing(figure)),
        measure.title
    ))
}
