//! R022: figures of one source that are all multiples of a round number, though no rounding is stated.

use super::rule::Rule;
use super::subject::{about, said_in};
use super::words::title;
use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::{MeasureId, SourceId};
use crate::quantity::{Rational, print};
use crate::reconcile::{Record, Rounding};

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R022",
    name: "rounding-inferred",
    finds: "Six or more counts of one measure from one source that are all multiples of 5, 10, 50, 100 or 1,000, where no rounding is stated and chance would hardly give that. They are then compared as rounded to it.",
    matters: "Taken as exact, a rounded figure seems to contradict every other count of the same thing.",
    example: "24 quarters in one table that all end in a nought: its 1,230 agrees with 1,234 elsewhere.",
    resolve: "State the rounding of the measure (`rounding = 10`), or ask the body how it rounds its figures.",
};

fn run(record: &Record) -> Vec<Finding> {
    let inferred = record.roundings().iter();
    inferred.map(|(measure, source, rounding)| inferred_from(record, measure, source, rounding)).collect()
}

fn inferred_from(record: &Record, measure: &MeasureId, source: &SourceId, rounding: Rounding) -> Finding {
    let base = print::number(&Rational::from(i64::from(rounding.base())));
    let identity = [measure.as_str(), source.as_str(), base.as_str()];
    let mut finding = Finding::new(&DOC, Severity::Note, Nature::Gap, identity);
    finding.title = format!("Figures that appear to be rounded to {base}");
    finding.message = format!(
        "All {} figures of “{}” in {} that are not nought are multiples of {base}, and no rounding is stated. They are compared as rounded to the nearest {base}.",
        rounding.figures(),
        record.dataset().measure(measure).map_or(measure.as_str(), |measure| measure.short_title()),
        title(record.dataset(), source),
    );
    finding.settles = Some("To what base are these figures rounded, if they are?".to_owned());
    finding.help = Some(DOC.resolve.to_owned());
    let figures = record.dataset().figures_of(measure).iter();
    about(
        &mut finding,
        figures.filter(|figure| figure.source == *source && record.rounding(figure).is_some()),
    );
    said_in(&mut finding, source);
    finding
}
