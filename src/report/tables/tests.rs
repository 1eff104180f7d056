//! Every format on the same two tables.

use super::Compared;
use crate::table::{Diff, Key, Table};

fn table(text: &str) -> Table {
    Table::read(text.as_bytes()).unwrap().table
}

fn rendered(old: &str, new: &str, render: impl Fn(&Compared<'_, '_>) -> String) -> String {
    let (old, new) = (table(old), table(new));
    let diff = Diff::between(&old, &new, &Key::Inferred).unwrap();
    render(&Compared { diff: &diff, old: "old.csv".into(), new: "new.csv".into(), remarks: Vec::new() })
}

#[test]
fn equal_tables_say_so_in_every_format() {
    let same = "k,x\na,1\nb,2";
    assert!(rendered(same, same, super::human).contains("\nNo change.\n"));
    assert!(rendered(same, same, super::markdown).contains("\nNo change.\n"));
    assert!(rendered(same, same, super::html).contains("No change."));
    assert!(rendered(same, same, super::json).contains("\"equal\": true"));
    assert_eq!(rendered(same, same, super::csv), "change,k,column,old,new,by,old_row,new_row\n");
}

#[test]
fn markdown_stays_small_and_says_what_it_leaves_out() {
    let rows = |from: usize| (0..5_000).map(|at| format!("row {at},{}\n", at * 7 + from)).collect::<String>();
    let long = "x".repeat(5_000);
    let (old, new) = (format!("k,{long}\n{}", rows(1)), format!("k,{long}\n{}", rows(2)));
    let text = rendered(&old, &new, super::markdown);
    assert!(text.len() < 60_000, "{}", text.len());
    assert!(text.contains("4,940 cells of 5,000 are left out."), "{}", &text[text.len() - 300..]);
}

#[test]
fn nothing_in_a_table_becomes_markup() {
    let (old, new) = ("k,<b>\n<i>|*,1\nb,2\n", "k,<b>\n<i>|*,\"</td><script>\u{1b}[31m\"\nb,2\n");
    let page = rendered(old, new, super::html);
    assert!(!page.contains("<script") && !page.contains("<i>") && !page.contains('\u{1b}'), "{page}");
    let text = rendered(old, new, super::markdown);
    assert!(text.contains("| \\<i\\>\\|\\* | \\<b\\> | 1 | \\</td\\>\\<script\\>"), "{text}");
    assert!(
        !rendered(old, new, super::human).contains('\u{1b}')
            && !rendered(old, new, super::json).contains('\u{1b}')
    );
}
