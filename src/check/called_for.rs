//! R005: a demand, target or forecast among measurements.

use super::rule::Rule;
use super::subject::{about, identity};
use super::words::account;
use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::{Basis, Figure};
use crate::reconcile::Record;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R005",
    name: "called-for",
    finds: "A figure that says what somebody wants, aims at or expects, and not what was counted.",
    matters: "Beside measurements it can be read as one. It is never drawn on their scale and never enters a total.",
    example: "“We need 2,000 inspectors” beside “310 inspectors in post”.",
    resolve: "Nothing need be done; the site marks it.",
};

fn run(record: &Record) -> Vec<Finding> {
    let figures = record.dataset().figures().iter();
    figures.filter_map(|figure| Some(note(record, figure, nature(figure)?))).collect()
}

fn nature(figure: &Figure) -> Option<&'static str> {
    figure.reading().amount()?;
    match figure.basis {
        Basis::CalledFor => Some("a demand"),
        Basis::Target => Some("a target"),
        Basis::Forecast => Some("a forecast"),
        Basis::Measured | Basis::Estimate | Basis::Derived => None,
    }
}

fn note(record: &Record, figure: &Figure, nature: &str) -> Finding {
    let mut finding = Finding::new(&DOC, Severity::Note, Nature::Gap, identity(&[figure]));
    finding.title = format!("“{}” is {nature}, not a measurement", figure.reported);
    finding.message = format!(
        "{} is {nature}. It is shown apart from measurements and is not drawn on their scale.",
        account(record.dataset(), figure)
    );
    about(&mut finding, [figure]);
    finding
}
