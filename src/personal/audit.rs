//! A table held against everything that says that it speaks of single persons.

use super::header::{Header, header};
use super::identifier::{Identifier, find};
use super::number::{digits, is_nhs_number};
use super::shape;
use crate::table::Table;
use std::collections::BTreeSet;

/// What the caller knows of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    /// Columns that are declared: dimensions, identifiers, the words of figures. Their names and shape say nothing.
    pub declared: BTreeSet<String>,
    /// Addresses and numbers that may stand: the publisher's own contact, press offices.
    pub allowed: BTreeSet<String>,
    /// Classes of fewer rows than this are small.
    pub threshold: usize,
}

/// How much a hit matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// A person should look at it.
    Warn,
    /// The file is not to be read.
    Refuse,
}

/// Why a table may speak of single persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The column is named for it.
    Named(Header),
    /// A cell holds it.
    Holds(Identifier),
    /// Its full dates are spread over more than forty years.
    DatesOfBirth,
    /// A value of its own for nearly every row.
    NearUnique,
    /// Every count is one.
    OneEach,
    /// Rows that share their values with too few others.
    SmallClass,
    /// Cells of several sentences.
    FreeText,
    /// A title with two names.
    TitledName,
}

impl Reason {
    /// How much it matters.
    #[must_use]
    pub fn weight(self) -> Weight {
        match self {
            // Bodies have names too: a list of authorities is no list of persons.
            Self::Named(Header::Name) => Weight::Warn,
            Self::Named(_) | Self::Holds(_) | Self::DatesOfBirth | Self::OneEach | Self::SmallClass => {
                Weight::Refuse
            }
            Self::NearUnique | Self::FreeText | Self::TitledName => Weight::Warn,
        }
    }
}

/// Something in a table that speaks of single persons. It never holds the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Why.
    pub reason: Reason,
    /// The name of the column; none where the table as a whole says it.
    pub column: Option<String>,
    /// The first row, counted from 1 below the header; none where it is the column or the table.
    pub row: Option<usize>,
}

/// Holds a table against the rules: names of columns first, then cells, then the shape. One hit for each rule and column.
#[must_use]
pub fn audit(table: &Table, policy: &Policy) -> Vec<Hit> {
    let mut hits = Vec::new();
    for column in 0..table.columns().len() {
        let name = table.column(column).trim();
        let named = header(name).filter(|_| !policy.declared.contains(name));
        hits.extend(named.map(|named| Hit {
            reason: Reason::Named(named),
            column: Some(name.to_owned()),
            row: None,
        }));
        hits.extend(in_cells(table, column, named, policy));
    }
    if hits.iter().all(|hit| hit.reason.weight() == Weight::Warn) {
        hits.extend(by_shape(table, policy));
    }
    hits
}

fn in_cells(table: &Table, column: usize, named: Option<Header>, policy: &Policy) -> Vec<Hit> {
    let name = table.column(column).trim().to_owned();
    let mut hits = Vec::new();
    let mut hit =
        |reason, row: usize| hits.push(Hit { reason, column: Some(name.clone()), row: Some(row + 1) });
    for kind in Identifier::ALL {
        let in_context = named == Some(Header::Identifiers(kind));
        if kind.needs_context() && !in_context {
            continue;
        }
        let holds = |cell: &str| {
            let found = find(kind, cell);
            let allowed = |range: &std::ops::Range<usize>| {
                cell.get(range.clone()).is_some_and(|text| policy.allowed.contains(text))
            };
            found.iter().any(|range| !allowed(range))
                || (in_context
                    && kind == Identifier::NhsNumber
                    && digits(cell).len() == 10
                    && is_nhs_number(cell))
        };
        if let Some(row) = table.column_cells(column).position(holds) {
            hit(Reason::Holds(kind), row);
        }
    }
    if let Some(row) = table.column_cells(column).position(shape::holds_a_titled_name) {
        hit(Reason::TitledName, row);
    }
    if shape::are_dates_of_birth(table.column_cells(column)) {
        hit(Reason::DatesOfBirth, 0);
    }
    if shape::is_free_text(table.column_cells(column)) && !policy.declared.contains(&name) {
        hit(Reason::FreeText, 0);
    }
    hits
}

/// What no single cell says. A table with a column of counts has a row for each group, not for each person.
fn by_shape(table: &Table, policy: &Policy) -> Vec<Hit> {
    let columns: Vec<usize> = (0..table.columns().len()).collect();
    let is_count = |column: &usize| {
        let cells = table.column_cells(*column).map(str::trim).filter(|cell| !cell.is_empty());
        let counts: Vec<bool> =
            cells.map(|cell| cell.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.')).collect();
        !counts.is_empty() && counts.iter().filter(|is| **is).count() * 2 > counts.len()
    };
    let (counts, words): (Vec<usize>, Vec<usize>) = columns.into_iter().partition(is_count);
    let mut hits = Vec::new();
    let rows = table.rows().len();
    if rows <= shape::FEW {
        return hits;
    }
    for column in counts.iter().filter(|column| table.column_cells(**column).all(|cell| cell.trim() == "1")) {
        hits.push(Hit { reason: Reason::OneEach, column: Some(table.column(*column).to_owned()), row: None });
    }
    if counts.is_empty() {
        let near_unique = words.iter().filter(|column| {
            !policy.declared.contains(table.column(**column).trim())
                && shape::is_near_unique(table.column_cells(**column))
        });
        hits.extend(near_unique.map(|column| Hit {
            reason: Reason::NearUnique,
            column: Some(table.column(*column).to_owned()),
            row: None,
        }));
        let classes =
            (0..rows).map(|row| words.iter().map(|column| table.cell(row, *column).trim()).collect());
        if policy.declared.is_empty()
            && shape::smallest_class(classes).is_some_and(|least| least < policy.threshold)
        {
            hits.push(Hit { reason: Reason::SmallClass, column: None, row: None });
        }
    }
    hits
}
