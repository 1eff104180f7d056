//! Sheets that speak of single persons, hidden ones among them.

use super::{input, policy, xlsx};
use crate::finding::Severity;
use crate::import::workbook::Workbook;
use std::fmt::Write;

/// What is found on the sheets of a workbook of these rows, each a list of texts; a number is one.
fn found(rows: &[Vec<String>]) -> Vec<(Severity, String)> {
    let mut sheet = r#"<row r="1"><c t="str"><v>A title</v></c></row>"#.to_owned();
    for (at, row) in rows.iter().enumerate() {
        write!(sheet, r#"<row r="{}">"#, at + 4).unwrap();
        for (column, text) in ('B'..).zip(row) {
            let kind = if text.parse::<f64>().is_ok() { "n" } else { "str" };
            write!(sheet, r#"<c r="{column}{}" t="{kind}"><v>{text}</v></c>"#, at + 4).unwrap();
        }
        sheet.push_str("</row>");
    }
    let input = input(xlsx(&sheet));
    let mut book = Workbook::open(&input, &policy()).unwrap();
    let found = book.persons(&policy()).unwrap();
    found.into_iter().map(|found| (found.severity, format!("{} {}", found.code, found.message))).collect()
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

#[test]
fn a_row_for_each_person_is_refused_without_a_word_of_it() {
    let mut rows = vec![row(&["Month", "Sex", "Age", "Outcome"])];
    let of = |at: usize| {
        vec![
            format!("month {}", at % 12),
            format!("sex-{}", at % 2),
            format!("aged {}", 18 + at),
            format!("made-up {}", at % 5),
        ]
    };
    rows.extend((0..40).map(of));
    let found = found(&rows);
    assert!(
        found.iter().any(|(severity, said)| *severity == Severity::Error && said.starts_with("P004")),
        "{found:?}"
    );
    assert!(!found.iter().any(|(_, said)| said.contains("made-up")), "{found:?}");
}

#[test]
fn an_identifier_is_named_by_the_row_and_column_of_the_sheet() {
    let rows = [row(&["Case", "Note"]), row(&["one", "x"]), row(&["two", "AB123456C"])];
    assert_eq!(
        found(&rows),
        [(Severity::Error, "P002 In the sheet “Table”: There seems to be a National Insurance number in the column “Note”, in row 6.".to_owned())]
    );
    let text = "a person of number AB123456C was asked to come back later";
    let found = found(&[row(&["Case", "Note"]), row(&["one", text])]);
    assert!(found[0].1.contains("in the sheet “Table”, cell C5") && !found[0].1.contains("AB1"), "{found:?}");
}

#[test]
fn tables_of_counts_notes_and_addresses_of_offices_are_left_alone() {
    let counts = (0..40).map(|at| vec![format!("Place {at}"), "2024".to_owned(), (at * 7).to_string()]);
    let counts: Vec<Vec<String>> = std::iter::once(row(&["Place", "Year", "Count"])).chain(counts).collect();
    assert_eq!(found(&counts), []);
    let note = "these statistics are published by the office, write to press.office@example.gov.uk or call 020 7946 0000";
    let notes = (0..40).map(|at| vec![format!("note {at}"), format!("{note} about table {at}")]);
    let notes: Vec<Vec<String>> = std::iter::once(row(&["Note", "Text"])).chain(notes).collect();
    assert_eq!(found(&notes), []);
    let offices = (0..40).map(|at| vec![format!("SW1A {}AA", at % 9 + 1), (at * 7).to_string()]);
    let offices: Vec<Vec<String>> = std::iter::once(row(&["Office", "Staff"])).chain(offices).collect();
    let found = found(&offices);
    assert!(found.len() == 1 && found[0].0 == Severity::Warning, "{found:?}");
}
