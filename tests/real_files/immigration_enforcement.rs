//! The Immigration Enforcement transparency workbook: types of family return against their total, and the total against
//! the outcomes table.

use crate::real;
use crate::repository::{Table, code, findings};
use calamine::{DataRef, Xlsx, open_workbook};
use std::collections::BTreeMap;

const FILE: &str = "home-office-xlsx/IE__Q3_2023_Background_Published.xlsx";

/// The rows of a sheet from its header on: each cell as printed.
fn rows(sheet: &str) -> Option<Vec<Vec<String>>> {
    let mut workbook: Xlsx<_> = open_workbook(real(FILE)?).unwrap();
    let mut cells = workbook.worksheet_cells_reader(sheet).unwrap();
    let mut table: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell().unwrap() {
        let words = match cell.get_value() {
            DataRef::Int(number) => number.to_string(),
            DataRef::Float(number) => number.to_string(),
            DataRef::String(words) => words.trim().to_owned(),
            DataRef::SharedString(words) => words.trim().to_owned(),
            _ => continue,
        };
        let (row, column) = cell.get_position();
        table.entry(row).or_default().insert(column, words);
    }
    let all: Vec<Vec<String>> = table.into_values().map(|row| row.into_values().collect()).collect();
    let header = all.iter().position(|row| row.first().is_some_and(|cell| cell == "Quarter")).unwrap();
    Some(all.into_iter().skip(header).collect())
}

/// Code, period and value as printed.
type Cells = Vec<(Option<String>, String, String)>;

/// The cells below one header, by quarter.
fn cells(rows: &[Vec<String>], columns: &[usize], names: impl Fn(usize) -> String) -> Cells {
    let quarters = rows.iter().skip(1).filter(|row| row.len() > 2 && row[0].contains(" Q"));
    quarters
        .flat_map(|row| {
            let period = row[0].replace(' ', "-");
            columns.iter().map(move |at| (*at, period.clone(), row[*at].clone())).collect::<Vec<_>>()
        })
        .map(|(at, period, value)| (Some(names(at)), period, value))
        .collect()
}

#[test]
fn types_of_return_that_do_not_add_up_to_their_total_are_found() {
    let Some(rows) = rows("FR_06") else { return };
    let header = rows[0].clone();
    let columns: Vec<usize> = (1..header.len()).collect();
    let name = |at: usize| if at == 1 { "total".to_owned() } else { code(&header[at]) };
    let codes = columns.iter().map(|at| (name(*at), header[*at].clone())).collect();
    let all = cells(&rows, &columns, name);
    let table = Table {
        measure: "family-returns",
        title: "Family returns by type".to_owned(),
        dimension: Some(("type", codes, Some("total"))),
        cells: all.clone(),
    };
    let mut differ = Vec::new();
    for (_, period, total) in all.iter().filter(|(code, ..)| code.as_deref() == Some("total")) {
        let parts = all.iter().filter(|(code, other, _)| code.as_deref() != Some("total") && other == period);
        let sum: i64 = parts.map(|(_, _, value)| value.parse::<i64>().unwrap()).sum();
        if sum != total.parse::<i64>().unwrap() {
            differ.push((period.clone(), total.clone(), sum));
        }
    }
    assert!(!differ.is_empty());
    let told: Vec<_> = findings(&[table]).into_iter().filter(|finding| finding.code == "R016").collect();
    assert_eq!(told.len(), differ.len(), "{differ:?}");
    for (_, total, sum) in &differ {
        let says = |finding: &onrecord::finding::Finding| {
            finding.title.contains(&format!("“{total}”"))
                && finding.arithmetic.iter().any(|line| line.ends_with(&format!("= {sum}")))
        };
        assert!(told.iter().any(says), "{differ:?} {told:#?}");
    }
}

#[test]
fn returns_in_the_table_of_outcomes_are_held_against_the_total_of_the_types() {
    let (Some(outcomes), Some(types)) = (rows("FR_05"), rows("FR_06")) else { return };
    let returns = outcomes[0].iter().position(|name| name == "Returns").unwrap();
    let strip = |cells: Cells| -> Cells {
        cells.into_iter().map(|(_, period, value)| (None, period, value)).collect()
    };
    let by_outcome = strip(cells(&outcomes, &[returns], |_| String::new()));
    let by_type = strip(cells(&types, &[1], |_| String::new()));
    let differ: Vec<_> = by_outcome
        .iter()
        .filter_map(|(_, period, value)| {
            let other = by_type.iter().find(|(_, other, _)| other == period)?;
            (other.2 != *value).then(|| (value.clone(), other.2.clone()))
        })
        .collect();
    assert!(!differ.is_empty());
    let table = Table {
        measure: "family-returns",
        title: "Family returns".to_owned(),
        dimension: None,
        cells: by_outcome.into_iter().chain(by_type).collect(),
    };
    let found = findings(&[table]);
    let told = found.iter().filter(|finding| finding.code == "R007");
    assert_eq!(told.count(), differ.len(), "{differ:?}");
}
