//! Laws that hold for any two tables.

use super::key;
use crate::table::highlighter::{self, Patch};
use crate::table::{Class, ColumnUnit, Diff, Key, RowUnit, Summary, Table};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use smol_str::SmolStr;
use std::collections::BTreeSet;

const NAMES: [&str; 6] = ["k", "a", "b", "c", "d", "(e)"];

/// Tables of few words, so that rows and cells have twins.
fn any_table() -> impl Strategy<Value = Table> {
    let columns = subsequence(NAMES.to_vec(), 1..=5).prop_shuffle();
    let cell = select(vec!["", "1", "2", "1.0", "x", "y->", "[c]", "NULL", "...", ">", "-"]);
    (columns, 0..12_usize).prop_flat_map(move |(columns, height)| {
        let row = prop::collection::vec(cell.clone(), columns.len());
        let names: Vec<SmolStr> = columns.iter().map(SmolStr::new).collect();
        prop::collection::vec(row, height).prop_map(move |rows| {
            let rows = rows.into_iter().map(|row| row.into_iter().map(SmolStr::new).collect());
            Table::new(names.clone(), rows.collect())
        })
    })
}

/// A table with a unique key and another made from it: rows moved, gone and come, cells changed.
fn edited() -> impl Strategy<Value = (Table, Table)> {
    let cell = || select(vec!["1", "2", "30", "4.5", "x", "", "[c]", "7 [p]"]);
    let rows = prop::collection::vec(prop::collection::vec(cell(), 3), 1..30);
    let edits = prop::collection::vec((any::<prop::sample::Index>(), 0..3_usize, cell()), 0..6);
    let columns = subsequence(vec![0_usize, 1, 2], 1..=3).prop_shuffle();
    rows.prop_flat_map(move |rows| {
        let order = subsequence((0..rows.len()).collect::<Vec<_>>(), 0..=rows.len());
        (
            Just(rows),
            prop_oneof![order.clone(), order.prop_shuffle()],
            edits.clone(),
            columns.clone(),
            0..4_usize,
        )
    })
    .prop_map(|(rows, order, edits, columns, come)| {
        let line = |at: usize, row: &[&str], columns: &[usize]| {
            let cells = columns.iter().map(|at| SmolStr::new(row[*at]));
            std::iter::once(SmolStr::new(format!("row {at}"))).chain(cells).collect::<Vec<_>>()
        };
        let all = [0, 1, 2];
        let old = rows.iter().enumerate().map(|(at, row)| line(at, row, &all)).collect();
        let mut changed = rows.clone();
        for (row, column, word) in edits {
            let row = row.index(changed.len());
            changed[row][column] = word;
        }
        let mut new: Vec<_> = order.iter().map(|at| line(*at, &changed[*at], &columns)).collect();
        for at in 0..come {
            new.insert(at * new.len() / 4, line(1000 + at, &["5", "6", "7"], &columns));
        }
        let table = |columns: &[usize], rows| {
            let names = columns.iter().map(|at| SmolStr::new(["p", "q", "r"][*at]));
            Table::new(std::iter::once(SmolStr::new("k")).chain(names).collect(), rows)
        };
        (table(&all, old), table(&columns, new))
    })
}

/// The difference with its two sides exchanged, without what depends on the choice of what moved.
type Plain =
    (BTreeSet<(Option<usize>, Option<usize>)>, BTreeSet<(Option<usize>, Option<usize>)>, BTreeSet<Change>);
type Change = (Option<usize>, Option<usize>, Option<usize>, Option<usize>, Class);

fn plain(diff: &Diff<'_>, back: bool) -> Plain {
    let turn = |old, new| if back { (new, old) } else { (old, new) };
    let row = |row: &RowUnit| turn(row.old, row.new);
    let column = |column: &ColumnUnit| turn(column.old, column.new);
    let cells = diff.cells().iter().map(|cell| {
        let (a, b) = row(&diff.rows()[cell.row]);
        let (c, d) = column(&diff.columns()[cell.column]);
        // What was provisional and is final has no name for the way back.
        let class = if cell.class == Class::Final { Class::Symbol } else { cell.class };
        (a, b, c, d, if back { class.reversed() } else { class })
    });
    (diff.rows().iter().map(row).collect(), diff.columns().iter().map(column).collect(), cells.collect())
}

fn written(old: &Table, new: &Table, key: &Key) -> String {
    highlighter::csv(&Diff::between(old, new, key).unwrap())
}

fn check_patch(old: &Table, new: &Table, key: &Key) -> Result<(), TestCaseError> {
    let patch = written(old, new, key);
    let applied = Patch::read(patch.as_bytes()).unwrap().apply(old);
    prop_assert_eq!(applied.as_ref().map(Table::to_csv), Ok(new.to_csv()), "{}", patch);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn equal_tables_have_no_difference(table in any_table()) {
        let diff = Diff::between(&table, &table, &Key::Inferred).unwrap();
        prop_assert!(diff.is_empty());
        prop_assert_eq!(Summary::of(&diff).rows_in_both, table.rows().len());
    }

    #[test]
    fn tables_that_differ_have_a_difference(old in any_table(), new in any_table()) {
        prop_assert_eq!(Diff::between(&old, &new, &Key::Inferred).unwrap().is_empty(), old == new);
    }

    #[test]
    fn a_patch_leads_from_any_table_to_any_other(old in any_table(), new in any_table()) {
        check_patch(&old, &new, &Key::Inferred)?;
    }

    #[test]
    fn a_patch_leads_from_a_table_to_its_next_edition((old, new) in edited()) {
        check_patch(&old, &new, &Key::Inferred)?;
        check_patch(&old, &new, &key(&["k"]))?;
        check_patch(&new, &old, &key(&["k"]))?;
    }

    #[test]
    fn the_way_back_is_the_inverse((old, new) in edited()) {
        for key in [Key::Inferred, key(&["k"])] {
            let (there, back) = (Diff::between(&old, &new, &key).unwrap(), Diff::between(&new, &old, &key).unwrap());
            prop_assert_eq!(plain(&there, false), plain(&back, true));
            prop_assert_eq!(Summary::of(&there).rows_moved, Summary::of(&back).rows_moved);
        }
    }

    #[test]
    fn the_order_of_rows_is_irrelevant_where_keys_are_declared((old, new) in edited(), seed in any::<u64>()) {
        let mut rows = new.rows().to_vec();
        rows.sort_by_key(|row| row[0].bytes().fold(seed, |sum, byte| sum.rotate_left(5) ^ u64::from(byte)));
        let shuffled = Table::new(new.columns().to_vec(), rows);
        let key = key(&["k"]);
        prop_assert!(Diff::between(&new, &shuffled, &key).unwrap().is_empty());
        let (one, other) = (Diff::between(&old, &new, &key).unwrap(), Diff::between(&old, &shuffled, &key).unwrap());
        let lines = |diff: &Diff<'_>| super::changes(diff).into_iter().collect::<BTreeSet<_>>();
        prop_assert_eq!(lines(&one), lines(&other));
        let (one, other) = (Summary::of(&one), Summary::of(&other));
        prop_assert_eq!((one.rows_added, one.rows_removed), (other.rows_added, other.rows_removed));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[a-z,\"\\->@!+.:\n]{0,60}") {
        let loaded = Table::read(text.as_bytes());
        let patch = Patch::read(text.as_bytes());
        if let (Ok(loaded), Ok(patch)) = (loaded, patch) {
            let _ = patch.apply(&loaded.table);
        }
    }
}
