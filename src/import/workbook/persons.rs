//! Sheets with a row for each person, or with numbers of persons: the commonest thing to be hidden in a workbook.

use super::header;
use crate::finding::{Finding, Severity};
use crate::import::sheet::{Cell, Held, Row, Sheet, letters};
use crate::model::Place;
use crate::personal::{Audit, Hit, Identifier, Policy, Reason, Trace, Weight, of_table, of_text, traces};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A cell of more words than this is a text and no value.
const WORDS: usize = 6;

/// So many columns of short values tell persons apart.
const SHORT_COLUMNS: usize = 3;

/// What in a sheet speaks of single persons, so that it is not to be read. The table starts where it seems to.
pub(super) fn of_sheet(sheet: Sheet<'_>, path: &Arc<str>, policy: &Policy) -> Vec<Finding> {
    let name = sheet.name.unwrap_or_default();
    let mut rows = sheet.rows.map_while(Result::ok);
    let first: Vec<Row> = rows.by_ref().take(header::MOST).collect();
    let Some(at) = header::of(&first) else { return Vec::new() };
    let mut body = first.into_iter().skip_while(|row| row.number < at).chain(rows);
    let Some(names) = body.next() else { return Vec::new() };
    let left = names.cells.first().map_or(1, |cell| cell.column);
    let names = spread(&names, left, usize::MAX);
    let mut audit = Audit::new(names.iter().map(|name| &**name), policy);
    let (mut findings, mut told, mut seen) = (Vec::new(), BTreeSet::new(), Seen::at(at));
    for row in body {
        for cell in row.cells.iter().filter(|cell| is_text(cell)) {
            let kinds = in_text(cell, policy).into_iter().filter(|trace| told.insert(trace.kind));
            let at = format!("in the sheet “{name}”, cell {}{}", letters(cell.column), row.number);
            findings.extend(kinds.map(|trace| of_text(&trace, Place::file(path), &at)));
        }
        // What stands alone in its row is a note or a heading.
        if row.cells.iter().filter(|cell| cell.holds_something()).count() > 1 {
            audit.row(spread(&row, left, names.len()).iter().map(|cell| &**cell));
            seen.row(&row);
        }
    }
    for hit in audit.finish() {
        let Some(severity) = seen.severity(&hit) else { continue };
        let mut finding = of_table(&seen.in_place(hit, left), Place::file(path));
        finding.severity = severity;
        finding.message = format!("In the sheet “{name}”: {}", finding.message);
        findings.push(finding);
    }
    findings
}

/// What is known of the rows that were looked at.
struct Seen {
    /// Their numbers, the header first.
    rows: Vec<u32>,
    /// In how many of them each column has a short value, and in how many a number.
    columns: BTreeMap<u32, (usize, usize)>,
}

impl Seen {
    fn at(header: u32) -> Self {
        Self { rows: vec![header], columns: BTreeMap::new() }
    }

    fn row(&mut self, row: &Row) {
        self.rows.push(row.number);
        for cell in row.cells.iter().filter(|cell| cell.holds_something() && !is_text(cell)) {
            let (values, numbers) = self.columns.entry(cell.column).or_default();
            *values += 1;
            *numbers += usize::from(matches!(cell.held, Held::Number(_) | Held::Percent(_)));
        }
    }

    /// How much a hit matters in a sheet of which nothing is declared; none where a person need not look.
    fn severity(&self, hit: &Hit) -> Option<Severity> {
        let of_rows = |count: usize| count * 2 > self.rows.len();
        let counts =
            || self.columns.values().any(|(values, numbers)| of_rows(*values) && numbers * 2 > *values);
        match hit.reason {
            // A list of notes has no two rows alike either; a person is known by several short values together.
            Reason::SmallClass => {
                let short = self.columns.values().filter(|(values, _)| of_rows(*values)).count();
                (short >= SHORT_COLUMNS).then_some(Severity::Error)
            }
            // Where something is counted, a postcode is that of an office or of an area.
            Reason::Holds(Identifier::Postcode) if counts() => Some(Severity::Warning),
            reason => (reason.weight() == Weight::Refuse).then_some(Severity::Error),
        }
    }

    /// A hit with the row and the column of the sheet.
    fn in_place(&self, mut hit: Hit, left: u32) -> Hit {
        let row = hit.row.and_then(|row| self.rows.get(row.checked_sub(1)?).copied());
        hit.row = row.and_then(|row| usize::try_from(row).ok());
        let before = usize::try_from(left.saturating_sub(1)).unwrap_or_default();
        hit.column.iter_mut().for_each(|column| column.number += before);
        hit
    }
}

/// Numbers of persons in a text. Addresses are those of offices more often than not.
fn in_text(cell: &Cell, policy: &Policy) -> Vec<Trace> {
    traces(&cell.text, &policy.contacts).into_iter().filter(|trace| !trace.kind.is_contact()).collect()
}

fn is_text(cell: &Cell) -> bool {
    cell.held == Held::Text && cell.text.split_whitespace().nth(WORDS).is_some()
}

/// The values of a row from a column on, blanks among them; texts are looked at by themselves.
fn spread(row: &Row, left: u32, most: usize) -> Vec<Cow<'_, str>> {
    let mut values = Vec::new();
    for cell in &row.cells {
        let Some(at) = cell.column.checked_sub(left).and_then(|at| usize::try_from(at).ok()) else {
            continue;
        };
        if at >= most {
            break;
        }
        values.resize(at, Cow::Borrowed(""));
        values.push(match cell.held {
            Held::Date(date) => date.to_string().into(),
            _ if most < usize::MAX && is_text(cell) => "".into(),
            _ => cell.text.as_str().into(),
        });
    }
    values
}
