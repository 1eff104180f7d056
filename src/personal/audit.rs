//! A table held against everything that says that it speaks of single persons.

use super::header::{Header, describes_one, header};
use super::hit::{Hit, HitColumn, Policy, Reason, Weight};
use super::identifier::{Identifier, find};
use super::number::{digits, is_nhs_number};
use super::sample::Sample;
use super::shape;
use super::sieve::kinds;
use crate::table::Table;
use std::collections::BTreeMap;

/// Holds a table against the rules as its rows go by: names of columns first, then cells, then the shape of a sample of
/// the rows. Memory does not grow with the table.
#[derive(Debug)]
pub struct Audit<'p> {
    policy: &'p Policy,
    columns: Vec<Column>,
    sample: Sample,
    rows: usize,
}

#[derive(Debug)]
struct Column {
    name: String,
    named: Option<Header>,
    /// What was found in its cells, with the first row.
    found: BTreeMap<Reason, usize>,
}

/// Holds a whole table against the rules. One hit for each rule and column.
#[must_use]
pub fn audit(table: &Table, policy: &Policy) -> Vec<Hit> {
    let mut audit = Audit::new(table.columns().iter().map(|name| name.as_str()), policy);
    for row in table.rows() {
        audit.row(row.iter().map(|cell| cell.as_str()));
    }
    audit.finish()
}

impl<'p> Audit<'p> {
    /// An audit of a table whose first row is this.
    pub fn new<'a>(names: impl Iterator<Item = &'a str>, policy: &'p Policy) -> Self {
        let column = |name: &str| {
            let name = name.trim().to_owned();
            let named = header(&name).filter(|_| !policy.declared.contains(&name));
            Column { name, named, found: BTreeMap::new() }
        };
        let columns: Vec<Column> = names.map(column).collect();
        let mut audit = Self { policy, columns, sample: Sample::default(), rows: 0 };
        let names: Vec<String> = audit.columns.iter().map(|column| column.name.clone()).collect();
        audit.cells(names.iter().map(String::as_str));
        audit
    }

    /// The next row. Cells beyond the first row's are passed over.
    pub fn row<'a>(&mut self, cells: impl Iterator<Item = &'a str> + Clone) {
        self.rows += 1;
        self.cells(cells.clone());
        self.sample.row(self.rows, cells.take(self.columns.len()));
    }

    fn cells<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.cell(cell, self.rows, self.policy);
        }
    }

    /// What was found.
    #[must_use]
    pub fn finish(mut self) -> Vec<Hit> {
        for (index, column) in self.columns.iter_mut().enumerate() {
            if !self.policy.declared.contains(&column.name) {
                let found = shape::of_column(self.sample.column(index));
                column.found.extend(found.into_iter().map(|reason| (reason, 0)));
            }
        }
        let mut hits = self.hits_of_columns();
        if hits.iter().all(|hit| hit.reason.weight() == Weight::Warn) {
            hits.extend(self.by_shape());
        }
        hits
    }

    fn hits_of_columns(&self) -> Vec<Hit> {
        let of_column = |(index, column): (usize, &Column)| {
            let at = |reason: Reason, row| Hit { reason, column: Some(self.named(index)), row };
            let named = column.named.map(|named| at(Reason::Named(named), None));
            let found = column.found.iter().map(|(reason, row)| {
                let is_of_cell = matches!(reason, Reason::Holds(_) | Reason::TitledName);
                at(*reason, is_of_cell.then_some(*row + 1))
            });
            named.into_iter().chain(found).collect::<Vec<Hit>>()
        };
        self.columns.iter().enumerate().flat_map(of_column).collect()
    }

    /// What no single column says. A table with a column of counts has a row for each group, not for each person.
    fn by_shape(&self) -> Vec<Hit> {
        let (counts, words): (Vec<usize>, Vec<usize>) =
            (0..self.columns.len()).partition(|column| self.is_of_counts(*column));
        let mut hits = Vec::new();
        if self.rows <= shape::FEW {
            return hits;
        }
        let hit = |reason, column: Option<usize>| Hit {
            reason,
            column: column.map(|at| self.named(at)),
            row: None,
        };
        let ones = |column: &&usize| self.sample.column(**column).all(|cell| cell.trim() == "1");
        hits.extend(counts.iter().filter(ones).map(|column| hit(Reason::OneEach, Some(*column))));
        if counts.is_empty() {
            let free = |column: &&usize| {
                let is_declared = self
                    .columns
                    .get(**column)
                    .is_some_and(|column| self.policy.declared.contains(&column.name));
                !is_declared && shape::is_near_unique(self.sample.column(**column))
            };
            hits.extend(words.iter().filter(free).map(|column| hit(Reason::NearUnique, Some(*column))));
            let least = self.policy.declared.is_empty().then(|| self.sample.smallest_class(&words)).flatten();
            if least.is_some_and(|least| least < self.policy.threshold) {
                hits.push(hit(Reason::SmallClass, None));
            }
        }
        hits
    }

    /// Its numbers may count something: they are no ages and no years of birth, and do not number the rows.
    fn is_of_counts(&self, column: usize) -> bool {
        let name = self.columns.get(column).map_or("", |column| column.name.as_str());
        shape::is_of_numbers(self.sample.column(column))
            && !describes_one(name)
            && !shape::numbers_the_rows(self.sample.column(column))
    }

    /// A column by its number, and by its name where the first row is one of names.
    fn named(&self, index: usize) -> HitColumn {
        let column = self.columns.get(index);
        let known = |column: &&Column| column.named.is_some() || self.policy.declared.contains(&column.name);
        let name = column.filter(|column| known(column) || self.columns.iter().all(Column::is_named));
        HitColumn { number: index + 1, name: name.map(|column| column.name.clone()) }
    }
}

impl Column {
    /// Its first cell is a name of a column and not a value: words, without a title and two names.
    fn is_named(&self) -> bool {
        let is_value = |name: &str| name.starts_with(|c: char| c.is_ascii_digit()) && header(name).is_none();
        !is_value(&self.name)
            && self
                .found
                .iter()
                .all(|(reason, row)| *row > 0 || !matches!(reason, Reason::Holds(_) | Reason::TitledName))
    }

    fn cell(&mut self, cell: &str, row: usize, policy: &Policy) {
        let may_hold = kinds(cell);
        for kind in Identifier::ALL.into_iter().filter(|kind| may_hold.has(*kind)) {
            let in_context = self.named == Some(Header::Identifiers(kind));
            let is_quantity = kind.is_of_digits() && !in_context && policy.quantities.contains(&self.name);
            if is_quantity
                || (kind.needs_context() && !in_context)
                || self.found.contains_key(&Reason::Holds(kind))
            {
                continue;
            }
            let stands = |span| cell.get(span).is_some_and(|text| policy.contacts.allow(text));
            let is_number = in_context
                && kind == Identifier::NhsNumber
                && digits(cell).len() == 10
                && is_nhs_number(cell);
            if is_number || find(kind, cell).into_iter().any(|span| !stands(span)) {
                self.found.insert(Reason::Holds(kind), row);
            }
        }
        let may_name = !policy.declared.contains(&self.name) && !self.found.contains_key(&Reason::TitledName);
        if may_name && shape::holds_a_titled_name(cell) {
            self.found.insert(Reason::TitledName, row);
        }
    }
}
