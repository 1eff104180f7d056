//! Which columns of two tables are the same, by their names.

use super::Table;
use super::interned::{Interned, Pair};
use super::rename::{SAME, clear_winners};
use std::collections::{BTreeMap, BTreeSet};

/// The columns of the same name, then those whose names differ in nothing but case, spaces and signs. Of columns that
/// share a name, the first belongs to the first, the second to the second.
pub(super) fn by_name(old: &Table, new: &Table) -> Vec<Pair> {
    let mut pairs = Vec::new();
    match_by(old, new, &mut pairs, str::to_owned);
    match_by(old, new, &mut pairs, plain);
    pairs.sort();
    pairs
}

fn match_by(old: &Table, new: &Table, pairs: &mut Vec<Pair>, name: impl Fn(&str) -> String) {
    let taken: (BTreeSet<usize>, BTreeSet<usize>) = pairs.iter().map(|pair| (pair.old, pair.new)).unzip();
    let mut waiting: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (column, words) in new.columns().iter().enumerate().rev() {
        if !taken.1.contains(&column) {
            waiting.entry(name(words)).or_default().push(column);
        }
    }
    for (column, words) in old.columns().iter().enumerate() {
        if !taken.0.contains(&column)
            && let Some(other) = waiting.get_mut(&name(words)).and_then(Vec::pop)
        {
            pairs.push(Pair { old: column, new: other });
        }
    }
}

/// A name without case, spaces and signs; the name itself where nothing is left of it.
pub(super) fn plain(name: &str) -> String {
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if plain.is_empty() { name.to_owned() } else { plain }
}

/// The columns of a table that belong to no pair.
pub(super) fn left(table: &Table, taken: impl Iterator<Item = usize>) -> Vec<usize> {
    let taken: BTreeSet<usize> = taken.collect();
    (0..table.columns().len()).filter(|column| !taken.contains(column)).collect()
}

/// Columns of words without a partner that hold nearly the same values: they may be one column, renamed, on which rows
/// can be aligned. Of 100 different values 80 must be in both, and no other column may come near that.
pub(super) fn by_values(old: &Table, new: &Table, cells: &Interned, pairs: &[Pair]) -> Vec<Pair> {
    let from = left(old, pairs.iter().map(|pair| pair.old));
    let to = left(new, pairs.iter().map(|pair| pair.new));
    let distinct = |ids: &[u32]| ids.iter().copied().collect::<BTreeSet<u32>>();
    let to_values: Vec<_> = to.iter().map(|column| (*column, distinct(cells.new_column(*column)))).collect();
    let mut scores = Vec::new();
    for column in from {
        let values = distinct(cells.old_column(column));
        if values.len() < 5 || super::scale::is_measure(old, column) {
            continue;
        }
        for (other, theirs) in &to_values {
            let both = values.intersection(theirs).count();
            let either = values.len() + theirs.len() - both;
            scores.push((both * 100 / either.max(1), Pair { old: column, new: *other }));
        }
    }
    clear_winners(&scores, |_| SAME)
}
