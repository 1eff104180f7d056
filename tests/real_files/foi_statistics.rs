//! The Cabinet Office's FOI statistics: annual figures against the sum of their quarters.

use crate::real;
use crate::repository::{Table, code, findings};
use std::collections::BTreeMap;

const FILE: &str = "foi-statistics/foi-statistics-2020-published-data.csv";
const COLUMN: &str = "Total requests received";

/// Value by body and period, for one column.
fn column() -> Option<BTreeMap<(String, String), i64>> {
    let mut reader = csv::Reader::from_path(real(FILE)?).unwrap();
    let at = reader.headers().unwrap().iter().position(|name| name == COLUMN).unwrap();
    let rows = reader.records().map(Result::unwrap);
    let cells = rows.filter_map(|row| {
        let value = row[at].trim().replace(',', "").parse().ok()?;
        Some(((row[1].trim().to_owned(), period(row[0].trim())), value))
    });
    Some(cells.collect())
}

/// `Q1 2019` and `2019` as this format writes them.
fn period(words: &str) -> String {
    match words.split_once(' ') {
        Some((quarter, year)) => format!("{year}-{quarter}"),
        None => words.to_owned(),
    }
}

/// Body and year, the annual figure, and the sum of the quarters where all four are there.
fn years(cells: &BTreeMap<(String, String), i64>) -> Vec<(String, String, i64, i64)> {
    let annual = cells.iter().filter(|((_, period), _)| !period.contains('-'));
    let with_quarters = annual.filter_map(|((body, year), total)| {
        let quarter = |n: i32| cells.get(&(body.clone(), format!("{year}-Q{n}")));
        let sum = (1..=4).map(quarter).sum::<Option<i64>>()?;
        Some((body.clone(), year.clone(), *total, sum))
    });
    with_quarters.collect()
}

#[test]
fn annual_figures_that_are_not_the_sum_of_their_quarters_are_found() {
    let Some(cells) = column() else { return };
    let differ: Vec<_> = years(&cells).into_iter().filter(|(_, _, total, sum)| total != sum).collect();
    assert!(differ.len() > 50, "{}", differ.len());
    let codes = cells.keys().map(|(body, _)| (code(body), body.clone())).collect();
    let table = Table {
        measure: "requests",
        title: COLUMN.to_owned(),
        dimension: Some(("body", codes, None)),
        cells: cells
            .iter()
            .map(|((body, period), value)| (Some(code(body)), period.clone(), value.to_string()))
            .collect(),
    };
    let found = findings(&[table]);
    let told: Vec<_> = found.iter().filter(|finding| finding.code == "R016").collect();
    let more = told.iter().find_map(|finding| {
        let (before, _) = finding.message.split_once(" more cases of this kind")?;
        before.rsplit(' ').next()?.parse::<usize>().ok()
    });
    assert_eq!(told.len() + more.unwrap_or_default(), differ.len(), "every year that differs, and no other");
    // The largest by share of the larger number come first, each with its sum.
    let share =
        |(_, _, total, sum): &&(String, String, i64, i64)| (total - sum).abs() * 1_000_000 / total.max(sum);
    let worst = differ.iter().max_by_key(share).unwrap();
    let line =
        told.iter().any(|finding| finding.arithmetic.iter().any(|line| line.ends_with(&grouped(worst.3))));
    assert!(line, "{worst:?}");
}

/// With commas, as the site prints numbers.
fn grouped(number: i64) -> String {
    onrecord::quantity::print::number(&number.into())
}
