//! The audit and its remedy on small tables.

use super::*;
use std::collections::{BTreeMap, BTreeSet};

/// A table of rows by columns with margins, and the cells that are withheld.
struct Laid {
    puzzle: Puzzle,
    cells: Vec<Vec<Cell>>,
    values: Vec<Vec<i64>>,
}

impl Laid {
    fn new(inner: &[&[i64]], withheld: &[(usize, usize)]) -> Self {
        let mut values: Vec<Vec<i64>> = inner.iter().map(|row| row.to_vec()).collect();
        let columns = inner.first().map_or(0, |row| row.len());
        values.push((0..columns).map(|column| inner.iter().map(|row| row[column]).sum()).collect());
        for row in &mut values {
            row.push(row.iter().sum());
        }
        let mut puzzle = Puzzle::new();
        let span = |at, value| if withheld.contains(&at) { Span::UNKNOWN } else { Span::exactly(value) };
        let cells: Vec<Vec<Cell>> = values
            .iter()
            .enumerate()
            .map(|(r, row)| {
                row.iter().enumerate().map(|(c, value)| puzzle.cell(span((r, c), *value))).collect()
            })
            .collect();
        for row in &cells {
            puzzle.tie(Row::total(row[columns], &row[..columns]));
        }
        for column in 0..=columns {
            let parts: Vec<Cell> = cells[..inner.len()].iter().map(|row| row[column]).collect();
            puzzle.tie(Row::total(cells[inner.len()][column], &parts));
        }
        Self { puzzle, cells, values }
    }

    fn guarded(&self, places: &[(usize, usize)]) -> BTreeMap<Cell, i64> {
        places.iter().map(|(row, column)| (self.cells[*row][*column], 5)).collect()
    }

    fn candidates(&self, withheld: &[(usize, usize)]) -> Vec<Candidate> {
        let inner = self.cells.len() - 1;
        let mut candidates = Vec::new();
        for row in 0..inner {
            for column in 0..self.cells[row].len() - 1 {
                let cost = self.values[row][column];
                if !withheld.contains(&(row, column)) && cost > 0 {
                    candidates.push(Candidate {
                        cell: self.cells[row][column],
                        cost,
                        withheld: Span::UNKNOWN,
                    });
                }
            }
        }
        candidates
    }
}

const THREE: &[&[i64]] = &[&[20, 3, 41], &[8, 9, 17], &[30, 12, 25]];

#[test]
fn one_withheld_cell_in_a_table_with_margins_is_given_away() {
    let table = Laid::new(THREE, &[(0, 1)]);
    let audit = audit(&table.puzzle, &table.guarded(&[(0, 1)]));
    assert_eq!(audit.cells[&table.cells[0][1]], Verdict::Exposed(Span::exactly(3)));
}

#[test]
fn the_cheapest_rectangle_is_withheld_with_it_and_no_more() {
    let table = Laid::new(THREE, &[(0, 1)]);
    let found = protect(&table.puzzle, &table.guarded(&[(0, 1)]), &table.candidates(&[(0, 1)]));
    let expected = [(0, 0), (1, 0), (1, 1)].map(|(row, column)| table.cells[row][column]);
    assert_eq!(found.withhold, BTreeSet::from(expected));
    assert!(found.left.is_safe());
}

#[test]
fn what_no_choice_protects_is_left_over() {
    let table = Laid::new(&[&[3, 40]], &[(0, 0)]);
    let found = protect(&table.puzzle, &table.guarded(&[(0, 0)]), &table.candidates(&[(0, 0)]));
    assert_eq!((found.withhold.len(), found.left.unsafe_count()), (0, 1), "the column's total is the cell");
}

#[test]
fn two_cells_that_may_each_be_anything_small_are_given_away_by_their_sum() {
    let mut puzzle = Puzzle::new();
    let [a, b] = [puzzle.cell(Span::UNKNOWN), puzzle.cell(Span::UNKNOWN)];
    let total = puzzle.cell(Span::exactly(4));
    puzzle.tie(Row::total(total, &[a, b]));
    let audit = audit(&puzzle, &BTreeMap::from([(a, 5), (b, 5)]));
    assert!(audit.cells.values().all(|verdict| verdict.is_safe()));
    assert_eq!(audit.sums, [[a, b]]);
}

#[test]
fn a_sum_that_reaches_the_threshold_is_not_small() {
    let mut puzzle = Puzzle::new();
    let [a, b] = [puzzle.cell(Span::UNKNOWN), puzzle.cell(Span::UNKNOWN)];
    let total = puzzle.cell(Span::exactly(5));
    puzzle.tie(Row::total(total, &[a, b]));
    assert!(audit(&puzzle, &BTreeMap::from([(a, 5), (b, 5)])).is_safe());
}

#[test]
fn of_fewer_than_five_nothing_may_be_lost_that_the_words_leave_open() {
    let puzzle = |total: i64| {
        let mut puzzle = Puzzle::new();
        let [a, b] = [puzzle.cell(Span::between(1, 4)), puzzle.cell(Span::between(1, 4))];
        let total = puzzle.cell(Span::exactly(total));
        puzzle.tie(Row::total(total, &[a, b]));
        (puzzle, BTreeMap::from([(a, 5), (b, 5)]))
    };
    let (open, guarded) = puzzle(5);
    assert!(audit(&open, &guarded).is_safe());
    let (narrowed, guarded) = puzzle(7);
    assert_eq!(audit(&narrowed, &guarded).unsafe_count(), 2, "each is 3 or 4");
}

#[test]
fn figures_that_contradict_one_another_show_nothing_to_be_safe() {
    let mut puzzle = Puzzle::new();
    let [a, b] = [puzzle.cell(Span::UNKNOWN), puzzle.cell(Span::UNKNOWN)];
    let total = puzzle.cell(Span::exactly(30));
    puzzle.tie(Row::total(total, &[a, b]));
    puzzle.tie(Row { terms: vec![(a, 2), (b, 2)], least: Some(61), most: Some(61) });
    let audit = audit(&puzzle, &BTreeMap::from([(a, 5)]));
    assert_eq!(audit.cells[&a], Verdict::NotShown(Doubt::Contradictory));
}

#[test]
fn what_is_too_large_to_look_into_is_not_shown_to_be_safe() {
    let mut puzzle = Puzzle::new();
    let cells: Vec<Cell> = (0..=LARGEST).map(|_| puzzle.cell(Span::UNKNOWN)).collect();
    let total = puzzle.cell(Span::exactly(100_000));
    puzzle.tie(Row::total(total, &cells));
    let audit = audit(&puzzle, &BTreeMap::from([(cells[0], 5)]));
    assert_eq!(audit.cells[&cells[0]], Verdict::NotShown(Doubt::TooLarge(LARGEST + 1)));
}

#[test]
fn a_cell_that_nothing_ties_to_others_is_safe() {
    let mut puzzle = Puzzle::new();
    let cell = puzzle.cell(Span::UNKNOWN);
    assert!(audit(&puzzle, &BTreeMap::from([(cell, 5)])).is_safe());
}

#[test]
fn the_same_puzzle_is_given_the_same_remedy() {
    let withheld = [(0, 1), (2, 2)];
    let table = Laid::new(&[&[6, 2, 14, 9], &[11, 7, 8, 12], &[5, 13, 1, 6], &[9, 9, 9, 9]], &withheld);
    let protect = || protect(&table.puzzle, &table.guarded(&withheld), &table.candidates(&withheld));
    let first = protect();
    assert!(first.left.is_safe());
    assert_eq!(first, protect());
}

#[test]
fn the_published_cells_that_give_one_away_are_as_few_as_can_be() {
    let table = Laid::new(THREE, &[(0, 1)]);
    let behind = because(&table.puzzle, table.cells[0][1], 5);
    let mut without_one = table.puzzle.clone();
    assert!(!behind.is_empty() && behind.len() <= 6, "{behind:?}");
    let all: Vec<Cell> = table.puzzle.cells().filter(|cell| !behind.contains(cell)).collect();
    all.iter().for_each(|cell| without_one.set(*cell, Span::UNKNOWN));
    assert!(!audit(&without_one, &table.guarded(&[(0, 1)])).is_safe(), "they alone give it away");
    without_one.set(behind[0], Span::UNKNOWN);
    assert!(audit(&without_one, &table.guarded(&[(0, 1)])).is_safe(), "each of them is needed");
}
