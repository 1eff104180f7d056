//! Real workbooks: what is on their sheets, what is hidden in them, and every cell of them against another reader.

use crate::real;
use calamine::{Data, Reader, open_workbook_auto};
use onrecord::finding::Severity;
use onrecord::import::sheet::{Held, Row};
use onrecord::import::workbook::{Unseen, Workbook};
use onrecord::import::{Input, LARGEST};
use onrecord::personal::Policy;
use std::collections::BTreeMap;

/// A file, its sheets, its cells with something in them, its cells with marks, and the codes of what is found in it.
type File = (&'static str, usize, u64, usize, &'static [&'static str]);

#[rustfmt::skip]
const FILES: &[File] = &[
    ("home-office-xlsx/IE__Q3_2023_Background_Published.xlsx", 21, 6_216, 66, &[]),
    ("home-office-xlsx/UKVI_IP_Q3_2023_Background_Published.xlsx", 27, 10_301, 89, &["I033", "I036"]),
    ("accessible-spreadsheet/gptables-expected-workbook.xlsx", 4, 39, 0, &[]),
    ("foi-statistics/foisa-return-form.xlsx", 5, 345, 0, &[]),
    ("home-office-ods/small-boats-time-series-2025-12-12.ods", 4, 14_133, 0, &[]),
    ("home-office-ods/civil-service-postcodes-2021-leavers.ods", 2, 31_090, 0, &[]),
    ("home-office-ods/producer-excel.ods", 3, 183, 0, &["I034", "I036"]),
];

fn rows(book: &mut Workbook<'_>, index: usize) -> Vec<Row> {
    book.sheet(index, Unseen::Included).unwrap().rows.map(|row| row.unwrap()).collect()
}

#[test]
fn each_real_workbook_is_read_whole_and_what_it_hides_is_told() {
    let mut found = Vec::new();
    for (file, ..) in FILES {
        let Some(path) = real(file) else { return };
        let input = Input::open(&path, LARGEST).unwrap();
        let policy = Policy { threshold: 5, ..Policy::default() };
        let mut book = Workbook::open(&input, &policy).unwrap();
        let cells: u64 = book.sheets().iter().map(|sheet| sheet.cells).sum();
        let codes: Vec<&str> = book.findings().iter().map(|finding| finding.code).collect();
        // Of all of them, one counts people by the postcode of their office.
        let persons = book.persons(&policy).unwrap();
        let warned: Vec<(&str, Severity)> =
            persons.iter().map(|found| (found.code, found.severity)).collect();
        let expected: &[(&str, Severity)] =
            if file.contains("postcodes") { &[("P002", Severity::Warning)] } else { &[] };
        assert_eq!(warned, expected, "{file}: {persons:?}");
        let sheets = book.sheets().len();
        let mut marked = 0;
        for index in 0..sheets {
            let rows = rows(&mut book, index);
            let cells = rows.iter().flat_map(|row| &row.cells);
            marked += cells.clone().filter(|cell| !cell.marks.is_empty()).count();
            let held = cells.filter(|cell| cell.holds_something()).count();
            assert_eq!(held as u64, book.sheets()[index].cells, "{file}: the two walks differ");
        }
        found.push((*file, sheets, cells, marked, codes));
    }
    let expected: Vec<_> = FILES.iter().map(|f| (f.0, f.1, f.2, f.3, f.4.to_vec())).collect();
    assert_eq!(found, expected, "{found:#?}");
}

/// The words of a cell as another reader has them, as far as it keeps them.
fn agrees(ours: &onrecord::import::sheet::Cell, theirs: &Data) -> bool {
    let same = |number: &str| number.parse::<f64>().ok() == theirs.as_f64_or_none();
    match (&ours.held, theirs) {
        (Held::Blank, Data::Empty) => true,
        (Held::Number(number) | Held::Percent(number), Data::Float(_) | Data::Int(_)) => same(number),
        (Held::Flag(flag), Data::Bool(other)) => flag == other,
        (Held::Error(_), Data::Error(_)) => true,
        (Held::Date(date), Data::DateTime(other)) => {
            let (year, month, ..) = other.to_ymd_hms_milli();
            let day = date.earliest();
            (i32::from(day.year()), i32::from(day.month())) == (i32::from(year), i32::from(month))
        }
        (Held::Date(date), Data::DateTimeIso(other)) => other.starts_with(&date.earliest().to_string()[..7]),
        (Held::Text, Data::DurationIso(_) | Data::DateTime(_)) => true,
        (Held::Text | Held::Blank, Data::String(other)) => {
            let plain = |text: &str| text.split_whitespace().collect::<String>();
            let marks: String = ours.marks.concat();
            let (ours, other) = (plain(&ours.text), plain(other));
            // They have the marks among the words, in whichever place.
            ours == other
                || other.len() >= ours.len()
                    && sorted(&(ours + &marks)) == sorted(&other.replace([',', ';'], ""))
        }
        _ => false,
    }
}

fn sorted(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(|letter| !matches!(letter, ',' | ';')).collect();
    letters.sort_unstable();
    letters
}

trait Float {
    fn as_f64_or_none(&self) -> Option<f64>;
}

impl Float for Data {
    fn as_f64_or_none(&self) -> Option<f64> {
        match self {
            Data::Float(number) => Some(*number),
            Data::Int(number) => Some(*number as f64),
            _ => None,
        }
    }
}

#[test]
fn another_reader_agrees_on_every_cell() {
    for (file, ..) in FILES {
        let Some(path) = real(file) else { return };
        let input = Input::open(&path, LARGEST).unwrap();
        let mut ours = Workbook::open(&input, &Policy::default()).unwrap();
        let mut theirs = open_workbook_auto(&path).unwrap();
        let names: Vec<String> = ours.sheets().iter().map(|sheet| sheet.name.clone()).collect();
        assert_eq!(names, theirs.sheet_names(), "{file}");
        for (index, name) in names.iter().enumerate() {
            let range = theirs.worksheet_range(name).unwrap();
            let start = range.start().unwrap_or_default();
            let used = |(row, column, data): (usize, usize, &Data)| {
                let filled = *data != Data::Empty && *data != Data::String(String::new());
                filled.then(|| ((row as u32 + start.0 + 1, column as u32 + start.1 + 1), data.clone()))
            };
            let mut theirs: BTreeMap<(u32, u32), Data> = range.used_cells().filter_map(used).collect();
            for row in rows(&mut ours, index) {
                for cell in row.cells.iter().filter(|cell| cell.holds_something()) {
                    let other = theirs.remove(&(row.number, cell.column));
                    let agreed = other.as_ref().is_some_and(|other| agrees(cell, other));
                    assert!(agreed, "{file} {name} row {} {cell:?} {other:?}", row.number);
                }
            }
            assert!(theirs.is_empty(), "{file} {name}: we miss {theirs:?}");
        }
    }
}
