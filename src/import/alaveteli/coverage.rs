//! How many of the bodies that were asked have answered, and what that leaves open of any total over them.

use super::FORMAT;
use super::request::Request;
use super::state::State;
use crate::import::{Draft, DraftFigure, DraftSource, Import, Input, Reads, clean};
use crate::model::{Basis, SourceId, SourceKind};
use crate::quantity::{Alpha, Context, Interval, Rational, print};
use std::collections::BTreeMap;

/// The most columns that are added up.
const MOST_QUESTIONS: usize = 100;

/// Adds the summary of several requests.
pub(super) fn add(requests: &[Request], input: &Input, import: &Import<'_>, draft: &mut Draft) {
    let stem = input.name.split('.').next().unwrap_or_default();
    let day = import.received.map(|day| format!("-{day}")).unwrap_or_default();
    let Some(id) =
        clean::slug(stem).and_then(|stem| SourceId::new(&format!("foi-requests-{stem}{day}")).ok())
    else {
        return;
    };
    let title = format!("Responses to {} FOI requests in {}", requests.len(), clean::quoted(&input.name));
    let mut source = DraftSource::new(id.clone(), title, SourceKind::Other, input.capture(FORMAT));
    source.source.received = import.received;
    source.remarks = vec![counts(requests), in_full(requests)];
    let (lowest, highest) = range(requests);
    let mut figure = DraftFigure::new(id.clone(), range_words(lowest, highest));
    figure.described_as = Some(format!("requests answered in full, of {}", requests.len()));
    figure.basis = Basis::Derived;
    figure.reads = Some(Reads {
        hedge: "coverage".to_owned(),
        range: format!("{lowest} to {highest}"),
        ..Reads::default()
    });
    draft.figures.push(figure);
    let questions: Vec<&String> =
        requests.iter().flat_map(|request| &request.values).map(|(question, _)| question).collect();
    let mut told: Vec<&String> = Vec::new();
    for question in questions {
        if told.len() < MOST_QUESTIONS && !told.contains(&question) {
            told.push(question);
            draft.figures.extend(total(question, requests, &id, import));
        }
    }
    draft.sources.push(source);
}

/// How many requests are in each state; of the refused, for which reason.
fn counts(requests: &[Request]) -> String {
    let mut parts = Vec::new();
    for state in State::ALL {
        let of: Vec<&Request> = requests.iter().filter(|request| request.state == state).collect();
        if of.is_empty() {
            continue;
        }
        let reasons = if state == State::Refused { reasons(&of) } else { String::new() };
        parts.push(format!("{} {}{reasons}", of.len(), state.words()));
    }
    format!("Of {} requests: {}.", requests.len(), parts.join("; "))
}

fn reasons(refused: &[&Request]) -> String {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for request in refused {
        *reasons.entry(request.exemption.as_deref().unwrap_or_default()).or_default() += 1;
    }
    let told = reasons.iter().map(|(reason, count)| match *reason {
        "" => format!("{count} with no reason in the file"),
        reason => format!("{count} under {}", clean::quoted(&clean::line(reason, 100))),
    });
    format!(" ({})", told.collect::<Vec<_>>().join(", "))
}

/// The least and the most requests that were or may yet be answered in full.
fn range(requests: &[Request]) -> (usize, usize) {
    let answered = requests.iter().filter(|request| request.state == State::Answered).count();
    let open = requests.iter().filter(|request| request.state.is_open()).count();
    (answered, answered + open)
}

fn range_words(lowest: usize, highest: usize) -> String {
    if lowest == highest { lowest.to_string() } else { format!("between {lowest} and {highest}") }
}

fn in_full(requests: &[Request]) -> String {
    let (lowest, highest) = range(requests);
    format!(
        "{} of {} are or may yet be answered in full: those answered in part and those still open may go either way. A total over \
         those who answered leaves out what the others hold, so it is at least what it adds up to.",
        clean::capital(&range_words(lowest, highest)),
        requests.len()
    )
}

/// The total of one answer over all bodies: open above, unless each of them gave one.
fn total(question: &str, requests: &[Request], id: &SourceId, import: &Import<'_>) -> Option<DraftFigure> {
    let context = Context::table();
    let read = |request: &Request| {
        let (_, answer) = request.values.iter().find(|(asked, _)| asked == question)?;
        let reading = import.reader.read(answer, &context).ok()?;
        Some(reading.amount()?.cuts().at(Alpha::Support).clone())
    };
    let known: Vec<Interval> = requests.iter().filter_map(read).collect();
    let zero = Rational::from(0);
    let is_count = |interval: &Interval| interval.lo().value().is_some_and(|lo| *lo >= zero);
    if known.len() < 2 || !known.iter().all(is_count) {
        return None;
    }
    let sum = known.iter().skip(1).fold(known.first()?.clone(), |sum, next| sum.add(next));
    let missing = requests.len() - known.len();
    let sum = if missing > 0 { sum.add(&Interval::at_least(zero)) } else { sum };
    let mut figure = DraftFigure::new(id.clone(), print::interval_words(&sum));
    figure.basis = Basis::Derived;
    figure.described_as = Some(clean::line(question, 300));
    figure.note = Some(format!(
        "Added up over {} of {} requests; {missing} give no number.",
        known.len(),
        requests.len()
    ));
    figure.reads =
        Some(Reads { hedge: "total".to_owned(), range: print::interval_words(&sum), ..Reads::default() });
    Some(figure)
}
