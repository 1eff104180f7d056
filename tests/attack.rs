//! An attacker that shares no code with the audit: it tries every filling of small random tables, over several
//! editions, and must not narrow a cell that the audit holds to be safe.

#![expect(clippy::indexing_slicing, reason = "tables are filled before they are read")]
#![expect(clippy::unwrap_used, reason = "a table that is not as it was made fails the test")]

use onrecord::withheld::{Candidate, Cell, Puzzle, Row, Span, audit, protect};
use std::collections::{BTreeMap, BTreeSet};

const THRESHOLD: i64 = 5;

/// A generator whose numbers are the same on every machine (Marsaglia's xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 % sides).unwrap()
    }
}

/// A table with its margins. Cells by row and column; the last row and column are totals.
struct Table {
    rows: usize,
    columns: usize,
    cells: Vec<i64>,
}

impl Table {
    fn random(dice: &mut Dice) -> Self {
        let (rows, columns) =
            (usize::try_from(2 + dice.below(2)).unwrap(), usize::try_from(2 + dice.below(3)).unwrap());
        let mut table = Self { rows, columns, cells: vec![0; (rows + 1) * (columns + 1)] };
        for row in 0..rows {
            for column in 0..columns {
                let count = if dice.below(3) == 0 { 1 + dice.below(4) } else { dice.below(12) };
                for at in [(row, column), (row, columns), (rows, column), (rows, columns)] {
                    let at = table.at(at);
                    table.cells[at] += count;
                }
            }
        }
        table
    }

    fn at(&self, (row, column): (usize, usize)) -> usize {
        row * (self.columns + 1) + column
    }

    /// Which cells make up each total: the total first.
    fn sums(&self) -> Vec<Vec<usize>> {
        let line = |row| (0..self.columns).map(|column| self.at((row, column))).collect::<Vec<_>>();
        let column = |column| (0..self.rows).map(|row| self.at((row, column))).collect::<Vec<_>>();
        let rows = (0..=self.rows).map(|row| (self.at((row, self.columns)), line(row)));
        let columns = (0..=self.columns).map(|c| (self.at((self.rows, c)), column(c)));
        rows.chain(columns).map(|(total, parts)| std::iter::once(total).chain(parts).collect()).collect()
    }

    fn inner(&self) -> Vec<usize> {
        (0..self.rows)
            .flat_map(|row| (0..self.columns).map(move |column| (row, column)))
            .map(|at| self.at(at))
            .collect()
    }
}

/// Every filling of the hidden cells, by plain trial: the ranges of what is asked for. None where it would take too long.
fn exhaust(
    table: &Table,
    sums: &[Vec<usize>],
    hidden: &BTreeSet<usize>,
    asked: &[Vec<usize>],
) -> Option<Vec<(i64, i64)>> {
    let hidden: Vec<usize> = hidden.iter().copied().collect();
    let mut values = table.cells.clone();
    let mut ranges = vec![(i64::MAX, i64::MIN); asked.len()];
    let mut tries = 0;
    fill(&mut values, &hidden, table, sums, &mut tries, &mut |values| {
        for (range, cells) in ranges.iter_mut().zip(asked) {
            let sum: i64 = cells.iter().map(|cell| values[*cell]).sum();
            *range = (range.0.min(sum), range.1.max(sum));
        }
    })?;
    Some(ranges)
}

fn fill(
    values: &mut Vec<i64>,
    hidden: &[usize],
    table: &Table,
    sums: &[Vec<usize>],
    tries: &mut u32,
    found: &mut impl FnMut(&[i64]),
) -> Option<()> {
    *tries += 1;
    if *tries > 30_000 {
        return None;
    }
    let Some((cell, rest)) = hidden.split_first() else {
        if sums.iter().all(|sum| values[sum[0]] == sum[1..].iter().map(|part| values[*part]).sum::<i64>()) {
            found(values);
        }
        return Some(());
    };
    // No part is larger than a total that is published; a total that is hidden is at most the whole.
    let top = sums.iter().filter(|sum| sum[1..].contains(cell)).map(|sum| sum[0]);
    let top = top.filter(|total| !hidden.contains(total)).map(|total| values[total]).min();
    let top = top.unwrap_or(table.cells[table.at((table.rows, table.columns))]);
    for value in 0..=top {
        values[*cell] = value;
        // A row whose cells are all filled must hold already.
        let done = |sum: &&Vec<usize>| sum.contains(cell) && !rest.iter().any(|later| sum.contains(later));
        let holds =
            |sum: &Vec<usize>| values[sum[0]] == sum[1..].iter().map(|part| values[*part]).sum::<i64>();
        if sums.iter().filter(done).all(holds) {
            fill(values, rest, table, sums, tries, found)?;
        }
    }
    Some(())
}

/// The puzzle of a table with some cells hidden; totals over two or more editions are further rows.
fn puzzle(table: &Table, sums: &[Vec<usize>], hidden: &BTreeSet<usize>) -> (Puzzle, Vec<Cell>) {
    let mut puzzle = Puzzle::new();
    let cells = table.cells.iter().enumerate().map(|(at, value)| {
        puzzle.cell(if hidden.contains(&at) { Span::UNKNOWN } else { Span::exactly(*value) })
    });
    let cells: Vec<Cell> = cells.collect();
    for sum in sums {
        let parts: Vec<Cell> = sum[1..].iter().map(|part| cells[*part]).collect();
        puzzle.tie(Row::total(cells[sum[0]], &parts));
    }
    (puzzle, cells)
}

/// What an exhaustive attacker learns of a table holds against what the audit said of it.
fn hold(
    table: &Table,
    sums: &[Vec<usize>],
    hidden: &BTreeSet<usize>,
    primary: &[usize],
) -> Option<(usize, usize)> {
    let (puzzle, cells) = puzzle(table, sums, hidden);
    let guarded: BTreeMap<Cell, i64> = primary.iter().map(|at| (cells[*at], THRESHOLD)).collect();
    let audit = audit(&puzzle, &guarded);
    let mut asked: Vec<Vec<usize>> = primary.iter().map(|at| vec![*at]).collect();
    let singles = asked.len();
    for sum in sums {
        let here: Vec<usize> = sum.iter().filter(|at| primary.contains(at)).copied().collect();
        for (at, a) in here.iter().enumerate() {
            asked.extend(here[at + 1..].iter().filter(|_| *a != sum[0]).map(|b| vec![*a, *b]));
        }
    }
    let ranges = exhaust(table, sums, hidden, &asked)?;
    let (mut safe, mut exposed) = (0, 0);
    for (at, (low, high)) in primary.iter().zip(&ranges) {
        let is_safe = audit.cells[&cells[*at]].is_safe();
        assert_eq!(is_safe, high - low >= THRESHOLD - 1, "{:?} of {:?} hidden {hidden:?}", at, table.cells);
        if is_safe { safe += 1 } else { exposed += 1 }
    }
    for (pair, (low, high)) in asked.iter().zip(&ranges).skip(singles) {
        let each_is_safe = pair.iter().all(|at| audit.cells[&cells[*at]].is_safe());
        let small = *high < THRESHOLD && high - low < THRESHOLD - 1;
        let mut named: Vec<Cell> = pair.iter().map(|at| cells[*at]).collect();
        named.sort();
        assert!(!(each_is_safe && small) || audit.sums.contains(&named), "{pair:?} of {:?}", table.cells);
    }
    Some((safe, exposed))
}

#[test]
fn an_exhaustive_attacker_finds_what_the_audit_finds_and_nothing_more() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut tables, mut safe, mut exposed) = (0, 0, 0);
    while tables < 2_000 {
        let table = Table::random(&mut dice);
        let small = |at: &usize| (1..THRESHOLD).contains(&table.cells[*at]);
        let primary: Vec<usize> = table.inner().into_iter().filter(small).collect();
        let mut hidden: BTreeSet<usize> = primary.iter().copied().collect();
        hidden.extend(table.inner().into_iter().filter(|_| dice.below(4) == 0));
        if primary.is_empty() {
            continue;
        }
        if let Some((here_safe, here_exposed)) = hold(&table, &table.sums(), &hidden, &primary) {
            (tables, safe, exposed) = (tables + 1, safe + here_safe, exposed + here_exposed);
        }
    }
    assert!(safe > 500 && exposed > 500, "{safe} safe, {exposed} exposed");
}

/// Edition after edition adds subtotals and breaks the table down otherwise; what was published stays published.
#[test]
fn what_is_withheld_for_safety_stays_safe_over_all_editions_together() {
    let mut dice = Dice(0xD1B5_4A32_D192_ED03);
    let (mut protected, mut kept_open) = (0, 0);
    for _ in 0..800 {
        let mut table = Table::random(&mut dice);
        let inner = table.inner();
        let small = |at: &usize| (1..THRESHOLD).contains(&table.cells[*at]);
        let primary: Vec<usize> = inner.iter().copied().filter(small).collect();
        if primary.is_empty() {
            continue;
        }
        let mut sums = table.sums();
        let mut hidden: BTreeSet<usize> = primary.iter().copied().collect();
        let mut published: BTreeSet<usize> = BTreeSet::new();
        for edition in 0..3 {
            if edition > 0 {
                subtotal(&mut table, &mut sums, &mut dice, &inner);
            }
            let (puzzle, cells) = puzzle(&table, &sums, &hidden);
            let guarded: BTreeMap<Cell, i64> = primary.iter().map(|at| (cells[*at], THRESHOLD)).collect();
            let mut own: BTreeSet<usize> = inner.iter().copied().collect();
            own.extend((edition > 0).then_some(table.cells.len() - 1));
            let free = own
                .iter()
                .filter(|at| !hidden.contains(at) && !published.contains(at) && table.cells[**at] > 0);
            let free = free.map(|at| Candidate {
                cell: cells[*at],
                cost: table.cells[*at],
                withheld: Span::UNKNOWN,
            });
            let protection = protect(&puzzle, &guarded, &free.collect::<Vec<_>>());
            if !protection.left.is_safe() {
                kept_open += 1;
                break;
            }
            hidden.extend(protection.withhold.iter().map(|cell| cell.index()));
            published.extend((0..table.cells.len()).filter(|at| !hidden.contains(at)));
            if let Some((_, exposed)) = hold(&table, &sums, &hidden, &primary) {
                assert_eq!(exposed, 0, "edition {edition} of {:?}", table.cells);
                protected += 1;
            }
        }
    }
    assert!(protected > 500, "{protected} editions protected, {kept_open} that had to be kept back");
}

/// A new subtotal: two or more cells of a row, added up.
fn subtotal(table: &mut Table, sums: &mut Vec<Vec<usize>>, dice: &mut Dice, inner: &[usize]) {
    let row = usize::try_from(dice.below(table.rows as u64)).unwrap();
    let parts: Vec<usize> =
        inner.iter().copied().filter(|at| at / (table.columns + 1) == row).take(2).collect();
    table.cells.push(parts.iter().map(|at| table.cells[*at]).sum());
    sums.push(std::iter::once(table.cells.len() - 1).chain(parts).collect());
}
