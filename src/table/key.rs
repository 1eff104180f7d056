//! The columns by which rows are known: declared, or found.

use super::Table;
use super::columns::plain;
use super::interned::{Interned, Labels, Pair};
use super::scale::is_measure;
use std::fmt;

/// What the asker knows of the key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Key {
    /// These columns, by their names in either table, or as `OLD=NEW` where a column was renamed. The order of rows then
    /// says nothing.
    Declared(Vec<String>),
    /// Nothing: the least set of columns that is unique in both tables is looked for.
    #[default]
    Inferred,
}

/// By what rows were aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By the columns that were declared.
    Declared,
    /// By columns that are unique in both tables.
    Unique,
    /// By what they hold, for no set of columns is unique in both tables.
    Content,
}

impl How {
    /// The stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Unique => "unique",
            Self::Content => "content",
        }
    }
}

/// The key that was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedKey {
    /// How it came about.
    pub how: How,
    /// The columns, as places in the old and the new table.
    pub columns: Vec<(usize, usize)>,
}

/// A declared key that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFault {
    /// The name that was declared.
    pub name: String,
    /// The table that has no such column: `old`, `new` or `either`.
    pub missing_in: &'static str,
    /// The columns there are.
    pub known: Vec<String>,
}

impl fmt::Display for KeyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tables = match self.missing_in {
            "either" => "neither table has".to_owned(),
            one => format!("the {one} table does not have"),
        };
        write!(f, "{tables} the key column “{}”", self.name)
    }
}

/// The declared columns as pairs.
pub(super) fn declared(
    names: &[String],
    (old, new): (&Table, &Table),
    pairs: &[Pair],
) -> Result<Vec<Pair>, KeyFault> {
    names.iter().map(|name| one_declared(name, (old, new), pairs)).collect()
}

fn one_declared(name: &str, (old, new): (&Table, &Table), pairs: &[Pair]) -> Result<Pair, KeyFault> {
    let exact = |pair: &&Pair| old.column(pair.old) == name || new.column(pair.new) == name;
    let near = |pair: &&Pair| {
        plain(old.column(pair.old)) == plain(name) || plain(new.column(pair.new)) == plain(name)
    };
    if let Some(pair) = pairs.iter().find(exact).or_else(|| pairs.iter().find(near)) {
        return Ok(*pair);
    }
    if let Some(pair) = name.split_once('=').and_then(|(before, after)| two_names((before, after), old, new))
    {
        return Ok(pair);
    }
    let has = |table: &Table| table.columns().iter().any(|column| plain(column) == plain(name));
    let (missing_in, table) = match (has(old), has(new)) {
        (true, _) => ("new", new),
        (false, true) => ("old", old),
        (false, false) => ("either", old),
    };
    let known = table.columns().iter().map(ToString::to_string).collect();
    Err(KeyFault { name: name.to_owned(), missing_in, known })
}

/// `OLD=NEW`: a column that was renamed.
fn two_names((before, after): (&str, &str), old: &Table, new: &Table) -> Option<Pair> {
    let place = |table: &Table, name: &str| {
        table.columns().iter().position(|column| plain(column) == plain(name.trim()))
    };
    Some(Pair { old: place(old, before)?, new: place(new, after)? })
}

/// Columns that are looked at in pairs and threes: more would take too long and be no key that a reader expects.
const WIDEST: usize = 9;

/// The columns that are unique in both tables and have most rows in common: words before numbers, few before many,
/// left before right. None where no set has at least half of the rows in common.
pub(super) fn unique(cells: &Interned, (old, new): (&Table, &Table), pairs: &[Pair]) -> Option<Vec<Pair>> {
    let least = cells.old_rows.min(cells.new_rows);
    if least == 0 {
        return None;
    }
    let mut ordered = pairs.to_vec();
    ordered.sort_by_key(|pair| (pair.old + pair.new, pair.old.min(pair.new)));
    let is_number = |pair: &Pair| is_measure(old, pair.old) || is_measure(new, pair.new);
    let (numbers, words): (Vec<Pair>, Vec<Pair>) = ordered.into_iter().partition(is_number);
    let all: Vec<Pair> = words.iter().chain(&numbers).copied().collect();
    let mut best: Option<Found> = None;
    for (columns, most) in [(&words, 3), (&all, 2)] {
        let mut found = smallest(cells, columns, most);
        found.extend(prefix(cells, columns));
        for candidate in found {
            if best.as_ref().is_none_or(|best| candidate.overlap > best.overlap) {
                best = Some(candidate);
            }
        }
        if best.as_ref().is_some_and(|best| best.overlap * 10 >= least * 9) {
            break;
        }
    }
    best.filter(|best| best.overlap * 2 >= least).map(|best| best.columns)
}

/// A set of columns that is unique in both tables.
struct Found {
    columns: Vec<Pair>,
    overlap: usize,
}

/// The least sets of up to so many columns. A set that holds a smaller one is no candidate.
fn smallest(cells: &Interned, columns: &[Pair], most: usize) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let start = Labels { old: vec![0; cells.old_rows], new: vec![0; cells.new_rows], bound: 1 };
    let mut open: Vec<(Vec<Pair>, usize, Labels)> = vec![(Vec::new(), 0, start)];
    for size in 1..=most {
        let widest = if size == 1 { columns.len() } else { WIDEST };
        let mut next = Vec::new();
        for (chosen, from, labels) in &open {
            for (at, pair) in columns.iter().enumerate().take(widest).skip(*from) {
                let refined = cells.refine(labels, *pair);
                let set: Vec<Pair> = chosen.iter().copied().chain([*pair]).collect();
                if refined.are_unique() {
                    found.push(Found { overlap: refined.overlap(), columns: set });
                } else if size < most && at < WIDEST {
                    next.push((set, at + 1, refined));
                }
            }
        }
        if !found.is_empty() {
            break;
        }
        open = next;
    }
    found
}

/// The shortest run of columns from the left that is unique, without those it does not need.
fn prefix(cells: &Interned, columns: &[Pair]) -> Option<Found> {
    let mut labels = cells.labels([]);
    let mut chosen = Vec::new();
    for pair in columns {
        labels = cells.refine(&labels, *pair);
        chosen.push(*pair);
        if labels.are_unique() {
            break;
        }
    }
    if !labels.are_unique() {
        return None;
    }
    for pair in chosen.clone() {
        let without = chosen.iter().copied().filter(|other| *other != pair);
        let fewer = cells.labels(without);
        if chosen.len() > 1 && fewer.are_unique() {
            chosen.retain(|other| *other != pair);
            labels = fewer;
        }
    }
    Some(Found { overlap: labels.overlap(), columns: chosen })
}
