//! The counts of a table, by what they are of.

use super::Address;
use crate::disclose::policy::is_withheld;
use crate::disclose::vintage::span;
use crate::quantity::{Context, Form, Reader, Register};
use crate::table::Table;
use crate::withheld::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A table as it is given.
#[derive(Debug, Clone)]
pub struct TableFile {
    /// Its name.
    pub name: String,
    /// Its text.
    pub table: Table,
    /// It was published before.
    pub is_earlier: bool,
}

/// Which columns are what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// The columns that say what a count is of.
    pub keys: Vec<String>,
    /// The columns of counts; where it is empty, every column that is no key and holds counts.
    pub counts: Vec<String>,
    /// The words that stand for a total; where it is empty, the usual ones.
    pub totals: Vec<String>,
    /// The words of cells that are withheld, besides the usual ones.
    pub withheld: Vec<String>,
    /// The words of cells that count nothing and are part of no total, such as those that do not apply.
    pub blank: Vec<String>,
}

/// Why a table cannot be audited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misread {
    /// It has no column of this name.
    NoColumn {
        /// The file.
        file: String,
        /// The name.
        column: String,
        /// The names that there are.
        known: Vec<String>,
    },
    /// No column holds counts.
    NoCounts {
        /// The file.
        file: String,
        /// The column that comes nearest to it, with the first row of it that is none.
        nearest: Option<(String, usize)>,
    },
    /// Rows that the keys do not tell apart.
    SameKeys {
        /// The file.
        file: String,
        /// The first two, as the file counts them, the header being 1.
        rows: [usize; 2],
    },
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoColumn { file, column, .. } => write!(f, "{file}: there is no column “{column}”"),
            Self::NoCounts { file, nearest: None } => {
                write!(f, "{file}: no column but the keys holds counts")
            }
            Self::NoCounts { file, nearest: Some((column, row)) } => write!(
                f,
                "{file}: no column but the keys holds counts alone; in “{column}”, row {row} is none"
            ),
            Self::SameKeys { file, rows: [a, b] } => {
                write!(f, "{file}: the keys do not tell rows {a} and {b} apart")
            }
        }
    }
}

impl Misread {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::NoColumn { known, .. } => format!("its columns are {}", known.join(", ")),
            Self::NoCounts { .. } => {
                "name the columns of counts with --count; for other words, see --withheld and --blank"
                    .to_owned()
            }
            Self::SameKeys { .. } => {
                "add to --keys the column in which they differ, such as the year".to_owned()
            }
        }
    }
}

/// A count of a table.
#[derive(Debug, Clone)]
pub(super) struct Count {
    pub(super) row: usize,
    pub(super) column: usize,
    /// None where it is withheld.
    pub(super) printed: Option<Span>,
}

/// The counts of one file.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) counts: BTreeMap<Address, Count>,
    /// Cells that hold something else: what a reader knows of them cannot be said.
    pub(super) unread: BTreeMap<Address, Count>,
}

/// The dimension of the columns of counts, where there are several.
const COLUMNS: &str = "column";

impl Layout {
    pub(super) fn read(&self, file: &TableFile, rounding: Option<u32>) -> Result<Counts, Misread> {
        let keys: Vec<usize> = self.keys.iter().map(|key| place(file, key)).collect::<Result<_, _>>()?;
        let reader = Cells { reader: Reader::default(), rounding, layout: self };
        let columns = self.columns(file, &keys, &reader)?;
        let mut found = Counts::default();
        for row in 0..file.table.rows().len() {
            for column in &columns {
                let text = file.table.cell(row, *column).trim();
                if self.blank.iter().any(|blank| blank.trim() == text) {
                    continue;
                }
                let address = self.address(file, &keys, row, (columns.len() > 1).then_some(*column));
                let (into, printed) = match reader.count(text) {
                    Some(printed) => (&mut found.counts, printed),
                    None => (&mut found.unread, None),
                };
                if let Some(other) = into.insert(address, Count { row, column: *column, printed }) {
                    let rows = [in_file(other.row), in_file(row)];
                    return Err(Misread::SameKeys { file: file.name.clone(), rows });
                }
            }
        }
        Ok(found)
    }

    fn columns(&self, file: &TableFile, keys: &[usize], reader: &Cells<'_>) -> Result<Vec<usize>, Misread> {
        if !self.counts.is_empty() {
            return self.counts.iter().map(|count| place(file, count)).collect();
        }
        let holds_counts = |column: &usize| {
            let cells = file.table.column_cells(*column).map(str::trim).filter(|cell| !cell.is_empty());
            let read: Vec<bool> = cells.map(|cell| reader.count(cell).is_some()).collect();
            !read.is_empty() && read.iter().filter(|is| **is).count() * 10 >= read.len() * 9
        };
        let columns =
            (0..file.table.columns().len()).filter(|column| !keys.contains(column)).filter(holds_counts);
        let columns: Vec<usize> = columns.collect();
        if columns.is_empty() {
            let nearest = nearest(file, keys, reader);
            return Err(Misread::NoCounts { file: file.name.clone(), nearest });
        }
        Ok(columns)
    }

    fn address(&self, file: &TableFile, keys: &[usize], row: usize, column: Option<usize>) -> Address {
        let keys = self.keys.iter().zip(keys);
        let own = keys.map(|(key, at)| (key.clone(), file.table.cell(row, *at).trim().to_owned()));
        let own = own.filter(|(_, value)| !self.is_total(value));
        let heading = column.map(|column| heading(file, column));
        // "Total received" is a count of its own: only a heading that says no more than "total" is that of the others.
        let heading = heading.filter(|heading| !self.is_plain_total(heading));
        let name = if self.keys.iter().any(|key| key == COLUMNS) { "column heading" } else { COLUMNS };
        Address(own.chain(heading.map(|heading| (name.to_owned(), heading))).collect())
    }

    /// Whether a value stands for the total over its key.
    fn is_total(&self, value: &str) -> bool {
        let lower = value.to_lowercase();
        let begins = lower.starts_with("all ") || lower.starts_with("total ");
        self.is_plain_total(value) || (self.totals.is_empty() && begins)
    }

    fn is_plain_total(&self, value: &str) -> bool {
        const TOTALS: [&str; 8] = ["", "total", "totals", "all", "grand total", "overall", "sum", "cyfanswm"];
        let value = value.to_lowercase();
        if self.totals.is_empty() {
            TOTALS.contains(&value.as_str())
        } else {
            self.totals.iter().any(|total| total.to_lowercase() == value)
        }
    }
}

/// A row as the file counts it, the header being 1.
fn in_file(row: usize) -> usize {
    row + 2
}

/// The column with the most counts, and its first cell that is none.
fn nearest(file: &TableFile, keys: &[usize], reader: &Cells<'_>) -> Option<(String, usize)> {
    let is_count = |cell: &str| reader.count(cell.trim()).is_some();
    let others = (0..file.table.columns().len()).filter(|column| !keys.contains(column));
    let counts = |column: &usize| file.table.column_cells(*column).filter(|cell| is_count(cell)).count();
    let column = others.filter(|column| counts(column) > 0).max_by_key(counts)?;
    let row = file.table.column_cells(column).position(|cell| !is_count(cell))?;
    Some((heading(file, column), in_file(row)))
}

/// The name of a column, with its number where another has the same name or it has none.
fn heading(file: &TableFile, column: usize) -> String {
    let name = file.table.column(column).trim();
    let alike = file.table.columns().iter().filter(|other| other.trim() == name).count();
    match (name, alike) {
        ("", _) => format!("{}", column + 1),
        (_, 1) => name.to_owned(),
        _ => format!("{name} ({})", column + 1),
    }
}

fn place(file: &TableFile, name: &str) -> Result<usize, Misread> {
    let columns = file.table.columns();
    columns.iter().position(|column| column.trim() == name).ok_or_else(|| Misread::NoColumn {
        file: file.name.clone(),
        column: name.to_owned(),
        known: columns.iter().map(|column| column.to_string()).collect::<BTreeSet<_>>().into_iter().collect(),
    })
}

struct Cells<'a> {
    reader: Reader,
    rounding: Option<u32>,
    layout: &'a Layout,
}

/// What stands for a withheld count in files for programs, where the brackets are left out.
const WITHHELD: [&str; 3] = ["c", "C", "(c)"];

impl Cells<'_> {
    /// What a cell says of a count: none inside where it is withheld, none at all where it is no count.
    fn count(&self, text: &str) -> Option<Option<Span>> {
        if WITHHELD.contains(&text) || self.layout.withheld.iter().any(|word| word.trim() == text) {
            return Some(None);
        }
        let context = Context { register: Register::Table, rounding: self.rounding, ..Context::default() };
        let reading = self.reader.read(text, &context).ok()?;
        match reading.amount() {
            Some(amount) if *amount.form() == Form::Number => span(amount.cuts().core()).map(Some),
            Some(_) => None,
            None => is_withheld(&reading).then_some(None),
        }
    }
}
