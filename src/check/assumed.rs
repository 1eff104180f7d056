//! What has to be assumed of figures that are held together: their rounding, their date and what they count.

use crate::model::{Asserted, Figure};
use crate::period::{Timing, TimingMatch};
use crate::reconcile::Record;
use std::collections::BTreeSet;

/// The rounding inferred for a column, and what some of the figures say that the others leave open.
pub(super) fn assumed<'a>(record: &Record, figures: impl IntoIterator<Item = &'a Figure>) -> Vec<String> {
    let figures: Vec<&Figure> = figures.into_iter().collect();
    let mut assumed = record.rounding_assumed(figures.iter().copied());
    assumed.extend(same_date(record, &figures));
    assumed.extend(same_scope(&figures));
    assumed
}

/// Figures of several sources, some or all of them without a date.
fn same_date(record: &Record, figures: &[&Figure]) -> Option<String> {
    let undated = figures.iter().any(|figure| *record.lineage().timing(figure) == Timing::NotStated);
    let sources: BTreeSet<_> = figures.iter().map(|figure| &figure.source).collect();
    (undated && sources.len() > 1).then(|| SAME_DATE.to_owned())
}

const SAME_DATE: &str = "the same date for all of these figures";

/// One says in which unit it counts, or which groups it includes, and another of the same measure does not.
fn same_scope(figures: &[&Figure]) -> Vec<String> {
    let says = |which: fn(&Figure) -> bool| {
        figures.iter().any(|a| {
            which(a) && figures.iter().any(|b| b.key.measure == a.key.measure && !which(b) && has_value(b))
        })
    };
    let unit = says(|figure| figure.wording().counted_as.is_some());
    let groups = says(|figure| !figure.wording().includes.is_empty());
    let unit = unit.then(|| "that those which do not say what they count, count the same unit".to_owned());
    let groups = groups.then(|| "that those which name no groups count the same groups".to_owned());
    unit.into_iter().chain(groups).collect()
}

fn has_value(figure: &Figure) -> bool {
    figure.reading().amount().is_some()
}

/// Figures that are added or divided are taken to be for one time, unless all come from one source.
pub(super) fn dates_assumed(record: &Record, asserted: &Asserted) -> Vec<String> {
    let figures: Vec<&Figure> = match asserted {
        Asserted::Sum { .. } | Asserted::PartOf { .. } | Asserted::Complement { .. } => asserted.figures(),
        Asserted::Ratio { numerator: a, denominator: b, .. }
        | Asserted::Share { part: Some(a), whole: b, .. } => vec![a, b],
        Asserted::Separate { .. }
        | Asserted::Share { part: None, .. }
        | Asserted::Difference { .. }
        | Asserted::Change { .. }
        | Asserted::Cumulative { .. }
        | Asserted::Multiple { .. } => Vec::new(),
    }
    .into_iter()
    .filter_map(|id| record.figure(id))
    .collect();
    let Some((first, others)) = figures.split_first() else { return Vec::new() };
    let when = record.lineage().timing(first);
    let matches: Vec<(TimingMatch, &Timing)> = others
        .iter()
        .map(|other| record.lineage().timing(other))
        .map(|timing| (when.compare(timing), timing))
        .collect();
    if let Some((_, other)) = matches.iter().find(|(matched, _)| *matched == TimingMatch::Different) {
        let words = format!("that figures for {} and for {} belong together", when.words(), other.words());
        return vec![words];
    }
    let one_source = others.iter().all(|other| other.source == first.source);
    let unsure = matches.iter().any(|(matched, _)| *matched != TimingMatch::Same);
    if unsure && !one_source { vec![SAME_DATE.to_owned()] } else { Vec::new() }
}
