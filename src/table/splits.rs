//! Values of a key that were split into several, or merged: told by numbers that add up.

use super::Table;
use super::cell::plain_number;
use super::codes::{CodeChange, Scene, Value};
use super::interned::Pair;
use crate::quantity::Rational;
use std::collections::BTreeSet;

/// The most values that a value is split into.
const PARTS: usize = 4;
/// Among more values than this no split is looked for.
const VALUES: usize = 12;
/// The fewest different numbers that must add up.
const SUMS: usize = 2;

/// Splits of what went into what came, and merges the other way round.
pub(super) fn splits(scene: &Scene<'_>, column: Pair, gone: &[Value], came: &[Value]) -> Vec<CodeChange> {
    let places = (column.old, column.new);
    let word = |value: &Value| value.word.clone();
    let (before, after): (Vec<usize>, Vec<usize>) =
        scene.measures.iter().map(|pair| (pair.old, pair.new)).unzip();
    let (old, new) =
        (Side { table: scene.old, columns: &before }, Side { table: scene.new, columns: &after });
    let mut changes = Vec::new();
    for whole in gone {
        if let Some((parts, sums)) = parts(old, whole, new, came) {
            let new = parts.into_iter().map(word).collect();
            changes.push(CodeChange::Split { column: places, old: vec![word(whole)], new, sums });
        }
    }
    for whole in came {
        if let Some((parts, sums)) = parts(new, whole, old, gone) {
            let old = parts.into_iter().map(word).collect();
            changes.push(CodeChange::Split { column: places, old, new: vec![word(whole)], sums });
        }
    }
    changes
}

/// A table with the columns that may hold numbers; those of the two sides are in the same order.
#[derive(Clone, Copy)]
struct Side<'t> {
    table: &'t Table,
    columns: &'t [usize],
}

/// The first set of values whose numbers add up to those of the whole, in every row, and how many sums there are.
fn parts<'v>(
    side: Side<'_>,
    whole: &Value,
    other: Side<'_>,
    values: &'v [Value],
) -> Option<(Vec<&'v Value>, usize)> {
    if values.len() > VALUES {
        return None;
    }
    let sets = (2..=PARTS.min(values.len())).flat_map(|size| subsets(values, size));
    sets.into_iter().find_map(|set| sums(side, whole, other, &set).map(|sums| (set, sums)))
}

/// How many different numbers of the whole are the sums of the parts; nothing where one is not.
fn sums(side: Side<'_>, whole: &Value, other: Side<'_>, set: &[&Value]) -> Option<usize> {
    let mut different = BTreeSet::new();
    for (rest, row) in &whole.rows {
        let rows: Option<Vec<usize>> = set.iter().map(|part| part.rows.get(rest).copied()).collect();
        let rows = rows?;
        for (column, theirs) in side.columns.iter().zip(other.columns) {
            let Some(total) = plain_number(side.table.cell(*row, *column)) else { continue };
            let parts: Option<Vec<Rational>> =
                rows.iter().map(|row| plain_number(other.table.cell(*row, *theirs))).collect();
            if parts?.into_iter().sum::<Rational>() != total {
                return None;
            }
            if total.signum() != 0 {
                different.insert(total);
            }
        }
    }
    (different.len() >= SUMS).then_some(different.len())
}

/// Every set of so many values, in their order.
fn subsets(values: &[Value], size: usize) -> Vec<Vec<&Value>> {
    match (size, values) {
        (0, _) => vec![Vec::new()],
        (_, []) => Vec::new(),
        (_, [first, rest @ ..]) => {
            let with = subsets(rest, size - 1).into_iter().map(|mut set| {
                set.insert(0, first);
                set
            });
            with.chain(subsets(rest, size)).collect()
        }
    }
}
