//! What was found, as findings. No message holds a value, and no report shows the line it stands on.

use super::codes::{COLUMN, CONTACT, IDENTIFIER, PERHAPS, ROWS};
use super::{Hit, HitColumn, Reason, Trace, Weight};
use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::Place;

/// A hit in a table as a finding at a place.
#[must_use]
pub fn of_table(hit: &Hit, place: Place) -> Finding {
    let (rule, what) = said(hit);
    let severity = match hit.reason.weight() {
        Weight::Refuse => Severity::Error,
        Weight::Warn => Severity::Warning,
    };
    let rule = if severity == Severity::Error { rule } else { &PERHAPS };
    finding(rule, severity, place, &what)
}

/// An identifier in a text as a finding at its place, which the message calls `at`.
#[must_use]
pub fn of_text(trace: &Trace, place: Place, at: &str) -> Finding {
    let what = format!("There seems to be {} {at}", trace.kind.words());
    if trace.kind.is_contact() {
        finding(&CONTACT, Severity::Warning, place, &what)
    } else {
        finding(&IDENTIFIER, Severity::Error, place, &what)
    }
}

/// The rule of a hit, and what it says.
fn said(hit: &Hit) -> (&'static RuleDoc, String) {
    let column = hit.column.as_ref().map(of_column).unwrap_or_default();
    let row = match hit.row {
        None => String::new(),
        Some(row) => format!(", in row {row}"),
    };
    match hit.reason {
        Reason::Named(named) => (&COLUMN, format!("By its name, {column} holds {}", named.words())),
        Reason::Holds(kind) => (&IDENTIFIER, format!("There seems to be {} in {column}{row}", kind.words())),
        Reason::DatesOfBirth => {
            (&ROWS, format!("The dates in {column} lie more than forty years apart, as dates of birth do"))
        }
        Reason::OneEach => {
            (&ROWS, format!("Every count in {column} is 1, as in a table with a row for each person"))
        }
        Reason::SmallClass => (
            &ROWS,
            "Some rows share what they say with too few others, and no column counts anything".to_owned(),
        ),
        Reason::NearUnique => (&PERHAPS, format!("In {column} nearly every row has a value of its own")),
        Reason::FreeText => (&PERHAPS, format!("The cells of {column} are free text")),
        Reason::TitledName => (&PERHAPS, format!("There seems to be the name of a person in {column}{row}")),
    }
}

fn title(rule: &RuleDoc) -> &'static str {
    match rule.code {
        "P001" => "A column of personal data",
        "P002" => "A number or address of a person",
        "P003" => "Contact details in a text",
        "P004" => "Rows that may each be a person",
        _ => "This may speak of persons",
    }
}

fn of_column(column: &HitColumn) -> String {
    match &column.name {
        Some(name) if !name.is_empty() => format!("the column “{name}”"),
        _ => format!("column {}", column.number),
    }
}

fn finding(rule: &RuleDoc, severity: Severity, place: Place, what: &str) -> Finding {
    let at = place.to_string();
    let mut finding = Finding::new(rule, severity, Nature::Disclosure, [at.as_str(), what]);
    finding.title = title(rule).to_owned();
    finding.message = format!("{what}.");
    finding.help = Some(rule.resolve.to_owned());
    finding.locations.push(place);
    finding
}
