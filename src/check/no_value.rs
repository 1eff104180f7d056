//! R013: a figure that was asked for and not given, and the reason stated.

use super::rule::Rule;
use super::subject::{about, identity};
use super::words::account;
use crate::finding::{Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::Figure;
use crate::quantity::NoValue;
use crate::reconcile::Record;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R013",
    name: "no-value",
    finds: "An answer that gives no value, with the reason it states.",
    matters: "That a figure was not given, and why, is itself on the record. It is neither zero nor nothing.",
    example: "“The information is not held centrally.”",
    resolve: "Ask again in the way that the reason leaves open: a shorter period, a sample, the local holders.",
};

fn run(record: &Record) -> Vec<Finding> {
    let figures = record.dataset().figures().iter();
    figures.filter_map(|figure| Some(note(record, figure, figure.reading().no_value()?))).collect()
}

fn note(record: &Record, figure: &Figure, reason: &NoValue) -> Finding {
    let mut finding = Finding::new(&DOC, Severity::Note, Nature::Gap, identity(&[figure]));
    let title = record.dataset().measure(&figure.key.measure).map_or("", |measure| measure.short_title());
    finding.title = format!("{title}: {}", reason.words());
    finding.message = format!("{}: {}.", account(record.dataset(), figure), reason.words());
    finding.verdict = Some(Verdict::NotEnoughKnown);
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, [figure]);
    finding
}
