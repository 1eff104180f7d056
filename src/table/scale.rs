//! What a column of numbers tells as a whole: that it is one, to what it is rounded, and that its unit changed.

use super::Table;
use super::cell::{Steps, plain_number};
use super::interned::Pair;
use crate::quantity::Rational;
use num_integer::Integer;
use std::collections::BTreeSet;

/// A column that is given in another unit than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaleChange {
    /// Its place in the old table.
    pub old: usize,
    /// Its place in the new table.
    pub new: usize,
    /// By what the old numbers are to be multiplied, as a power of ten.
    pub power: i32,
    /// How many cells show it.
    pub cells: usize,
}

/// A column is one of numbers where most of its cells are, and they are not just years or codes of one length.
pub(super) fn is_measure(table: &Table, column: usize) -> bool {
    let (mut numbers, mut others, mut lengths) = (0, 0, BTreeSet::new());
    for cell in table.column_cells(column).map(str::trim).filter(|cell| !cell.is_empty()) {
        let is_number = cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'-'))
            && cell.bytes().any(|byte| byte.is_ascii_digit());
        if is_number {
            numbers += 1;
            lengths.insert(cell.len());
        } else {
            others += 1;
        }
    }
    let is_code = lengths.len() == 1 && lengths.first().is_some_and(|length| *length >= 4);
    numbers > others * 2 && !is_code
}

/// The bases that columns are rounded to, the coarsest first.
const BASES: [i64; 5] = [1000, 100, 50, 10, 5];

/// The steps of a column before and after: a base by which all its numbers can be divided, where chance would make
/// them so in less than one case of a thousand, and otherwise 1.
pub(super) fn steps((old, new): (&Table, &Table), pair: Pair) -> Steps {
    Steps { old: step(old, pair.old), new: step(new, pair.new) }
}

fn step(table: &Table, column: usize) -> Rational {
    let numbers: Option<Vec<i64>> = table
        .column_cells(column)
        .filter(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()))
        .map(|cell| cell.trim().replace(',', "").parse::<i64>().ok())
        .collect();
    let numbers = numbers.unwrap_or_default();
    let different: BTreeSet<i64> = numbers.iter().copied().filter(|number| *number != 0).collect();
    let is_base = |base: &&i64| {
        let chance_is_small = base.checked_pow(u32::try_from(different.len().min(12)).unwrap_or(12));
        different.len() >= 6
            && chance_is_small.is_none_or(|chance| chance > 1000)
            && different.iter().all(|number| number.is_multiple_of(base))
    };
    Rational::from(BASES.iter().find(is_base).copied().unwrap_or(1))
}

/// Powers of ten by which units differ.
const POWERS: [i32; 8] = [3, -3, 6, -6, 2, -2, 9, -9];
/// The fewest different numbers that show a change of unit.
const CELLS: usize = 5;
/// The fewest that do where every one of them is exactly so many times the other.
const EXACT_CELLS: usize = 3;

/// The power of ten by which a whole column changed, within the rounding of the coarser side, if there is one.
pub(super) fn changed(
    (old, new): (&Table, &Table),
    pair: Pair,
    rows: &[(usize, usize)],
) -> Option<ScaleChange> {
    let numbers = |(from, to): &(usize, usize)| {
        let (before, after) = (old.cell(*from, pair.old), new.cell(*to, pair.new));
        let number = |cell: &str| plain_number(cell).map(|value| (value, super::cell::decimals(cell)));
        number(before)
            .zip(number(after))
            .filter(|((before, _), (after, _))| before.signum() * after.signum() != 0)
    };
    let pairs: Vec<_> = rows.iter().filter_map(numbers).collect();
    let different: BTreeSet<&Rational> = pairs.iter().map(|((before, _), _)| before).collect();
    if different.len() < EXACT_CELLS {
        return None;
    }
    let is_exact =
        |power: i32| pairs.iter().all(|((before, _), (after, _))| before * &Rational::pow10(power) == *after);
    if different.len() < CELLS && !POWERS.into_iter().any(is_exact) {
        return None;
    }
    let shows = |power: i32| pairs.iter().filter(|(before, after)| agrees(before, after, power)).count();
    let found = POWERS
        .into_iter()
        .map(|power| (power, shows(power)))
        .find(|(_, cells)| cells * 10 >= pairs.len() * 9);
    found.map(|(power, cells)| ScaleChange { old: pair.old, new: pair.new, power, cells })
}

/// The numbers agree once the old one is multiplied, within half a step of the side that has fewer digits.
pub(super) fn agrees(before: &(Rational, u32), after: &(Rational, u32), power: i32) -> bool {
    let step =
        |(_, decimals): &(Rational, u32)| Rational::pow10(-i32::try_from(*decimals).unwrap_or(i32::MAX));
    let expected = before.0.clone() * Rational::pow10(power);
    let step = (step(before) * Rational::pow10(power)).max(step(after));
    (expected - after.0.clone()).abs() * Rational::from(2) <= step
}
