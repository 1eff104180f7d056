//! R025: a measurement of a time that had not begun when its source was published.

use super::rule::Rule;
use super::subject::{about, said_in};
use super::words::title;
use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::{Figure, Flag, MeasureId, Source, SourceId};
use crate::period::PartialDate;
use crate::quantity::{Rational, print};
use crate::reconcile::Record;
use jiff::civil::Date;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R025",
    name: "not-yet-begun",
    finds: "Figures given as measured, for a date or period that began only after the last date of their source.",
    matters: "Nothing can be counted before it happens. One of the two dates is mistaken, or the figure is a forecast.",
    example: "A release of July 2025 with a count for the week ending 9 August 2026.",
    resolve: "Look at both dates in the source. A page that is filled up later has the date of the version that was read; a forecast has basis = forecast.",
};

fn run(record: &Record) -> Vec<Finding> {
    let mut early: BTreeMap<(&MeasureId, &SourceId), Vec<&Figure>> = BTreeMap::new();
    for figure in record.dataset().figures() {
        let source = record.dataset().source(&figure.source);
        if source.is_some_and(|source| is_early(figure, source)) {
            early.entry((&figure.key.measure, &figure.source)).or_default().push(figure);
        }
    }
    early
        .into_iter()
        .filter_map(|((measure, source), figures)| found(record, measure, source, &figures))
        .collect()
}

/// A figure of a source that names the day on which it was counted as still to come.
fn is_early(figure: &Figure, source: &Source) -> bool {
    let is_measured = figure.basis.states_a_fact() && !figure.flags.contains(&Flag::Forecast);
    let begins = figure.key.timing.earliest();
    let (Some(begins), Some(last)) = (begins, last_date(source)) else { return false };
    is_measured && figure.reading().amount().is_some() && begins > last
}

/// The last day on which the source can have been written.
fn last_date(source: &Source) -> Option<Date> {
    let dates = [source.published, source.reported, source.said, source.received];
    dates.into_iter().flatten().map(PartialDate::latest).max()
}

fn found(record: &Record, measure: &MeasureId, source: &SourceId, figures: &[&Figure]) -> Option<Finding> {
    let dataset = record.dataset();
    let (date, name) = (last_date(dataset.source(source)?)?, title(dataset, source));
    let date = PartialDate::day(date).words();
    let last = figures.iter().max_by_key(|figure| (figure.key.timing.latest(), &figure.id))?;
    let count = print::number(&Rational::from(i64::try_from(figures.len()).unwrap_or(i64::MAX)));
    let identity = [measure.as_str(), source.as_str(), "not-yet-begun"];
    let mut finding = Finding::new(&DOC, Severity::Warning, Nature::Gap, identity);
    finding.title = format!("Counted before it began: {}", last.key.timing.words());
    finding.message = match figures {
        [only] => format!(
            "“{}” is for {}. The last date of its source, {name}, is {date}.",
            only.reported,
            only.key.timing.words()
        ),
        _ => format!(
            "{count} figures of “{}” are for times after {date}, the last date of their source, {name}. The last is for {}.",
            dataset.measure(measure).map_or(measure.as_str(), |measure| measure.short_title()),
            last.key.timing.words()
        ),
    };
    finding.settles = Some("On which day was this counted, and on which day was it published?".to_owned());
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, figures.iter().copied());
    said_in(&mut finding, source);
    Some(finding)
}
