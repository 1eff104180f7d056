//! Workbooks and databases: read back, they hold the cells of the CSV file.

use super::fixture::{record, terms};
use super::{rows, staff, text};
use crate::export::*;
use crate::reconcile::Record;
use calamine::{Data, Ods, Reader, Xlsx, open_workbook_from_rs};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// Both formats of workbooks.
const BOOKS: [Format; 2] = [Format::Ods, Format::Xlsx];

fn book(record: &Record, format: Format) -> Vec<u8> {
    let terms = terms(record);
    let (figures, sources) =
        (Table::of_measure(record, staff(record)), Table::of_sources_of(record, staff(record)));
    let book = Book::new("Staff", &terms, &[("Figures", &figures), ("Sources", &sources)]);
    if format == Format::Ods { ods(&book) } else { xlsx(&book) }
}

/// Every sheet as rows of cells, in the order of the file.
fn sheets(bytes: &[u8], format: Format) -> Vec<(String, Vec<Vec<Data>>)> {
    fn all<'b, R: Reader<Cursor<&'b [u8]>, Error: std::fmt::Debug>>(
        bytes: &'b [u8],
    ) -> Vec<(String, Vec<Vec<Data>>)> {
        let mut read: R = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let cells = |range: calamine::Range<Data>| range.rows().map(<[Data]>::to_vec).collect();
        let names = read.sheet_names();
        names.into_iter().map(|name| (name.clone(), cells(read.worksheet_range(&name).unwrap()))).collect()
    }
    if format == Format::Ods { all::<Ods<_>>(bytes) } else { all::<Xlsx<_>>(bytes) }
}

fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::String(text) => text.clone(),
        other => panic!("{other:?}"),
    }
}

/// The table of a sheet: its rows by the headings.
fn table(sheet: &[Vec<Data>], first: &str) -> Vec<BTreeMap<String, String>> {
    let header = sheet.iter().position(|row| row.first().map(shown).as_deref() == Some(first)).unwrap();
    let names: Vec<String> = sheet[header].iter().map(shown).collect();
    let row = |row: &Vec<Data>| names.iter().cloned().zip(row.iter().map(shown)).collect();
    sheet[header + 1..].iter().map(row).collect()
}

#[test]
fn a_workbook_holds_the_cells_of_the_csv_file_and_names_the_columns_it_leaves_out() {
    let record = record();
    let own = Table::of_measure(&record, staff(&record));
    let csv = rows(&measure_csv(&record, staff(&record)));
    for format in BOOKS {
        let sheets = sheets(&book(&record, format), format);
        let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Cover", "Contents", "Notes", "Columns", "Figures", "Sources"]);
        let figures = &sheets[4].1;
        let read = table(figures, "Figure");
        assert_eq!(read.len(), csv.len());
        let left_out = shown(&figures[3][0]);
        let explained = table(&sheets[3].1, "Sheet");
        let heading = |name: &str| {
            let of =
                |row: &&BTreeMap<String, String>| row["Sheet"] == "Figures" && row["Name in CSV"] == name;
            explained.iter().find(of).map(|row| row["Column"].clone())
        };
        for (csv, read) in csv.iter().zip(&read) {
            for column in own.columns() {
                let cell = unguarded(&csv[&column.name]);
                match heading(&column.name).map(|heading| &read[&heading]) {
                    Some(read) => assert_eq!(read, cell, "{}", column.name),
                    None => assert!(cell.is_empty() && left_out.contains(&column.title), "{left_out}"),
                }
            }
        }
    }
}

#[test]
fn a_workbook_has_no_blank_sheet_no_formula_and_says_its_terms() {
    let record = record();
    let terms = terms(&record);
    for format in BOOKS {
        let sheets = sheets(&book(&record, format), format);
        for (name, cells) in &sheets {
            assert!(cells.len() > 2 && !shown(&cells[0][0]).is_empty(), "{name}");
        }
        let cover: Vec<String> = sheets[0].1.iter().map(|row| shown(&row[0])).collect();
        let cover = cover.join("\n");
        let licence = terms.licence.as_ref().map_or("", |licence| &licence.name);
        for said in
            [&*terms.citation, &*terms.units, &*terms.moving, terms.frozen.as_deref().unwrap(), licence]
        {
            assert!(cover.contains(said), "{said} is not in {cover}");
        }
        let notes: Vec<String> = sheets[2].1.iter().flatten().map(shown).collect();
        assert!(terms.notes.iter().all(|note| notes.contains(&note.on) && notes.contains(&note.text)));
    }
}

/// The parts of an archive, one after the other.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut part = |name: &String| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        (name.clone(), text)
    };
    names.iter().map(&mut part).collect()
}

#[test]
fn tables_are_marked_as_tables_and_nothing_is_merged_hidden_frozen_or_filtered() {
    let record = record();
    let xlsx = parts(&book(&record, Format::Xlsx));
    assert!(xlsx.contains_key("xl/tables/table1.xml"));
    let all: String = xlsx.values().map(String::as_str).collect();
    for never in ["mergeCell", "hidden=\"1\"", "<pane ", "autoFilter", "<f>", "headerFooter", "<drawing"] {
        assert!(!all.contains(never), "{never}");
    }
    let ods = parts(&book(&record, Format::Ods));
    let content = &ods["content.xml"];
    assert!(
        content.contains("table:contains-header=\"true\"") && content.contains("table:table-header-rows")
    );
    assert_eq!(ods["mimetype"], "application/vnd.oasis.opendocument.spreadsheet");
    assert!(ods["meta.xml"].contains("<dc:language>en-GB</dc:language>"), "{}", ods["meta.xml"]);
    for never in ["spanned", "collapse", "table:formula"] {
        assert!(!content.contains(never), "{never}");
    }
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    let (one, two) = (record(), record());
    assert!(BOOKS.iter().all(|format| book(&one, *format) == book(&two, *format)));
    let tables = |record: &Record| {
        let terms = terms(record);
        let (figures, sources) = (Table::of_figures(record), Table::of_sources(record));
        (parquet(&figures, &terms), sqlite(&[("figures", &figures), ("sources", &sources)], &terms))
    };
    assert!(tables(&one) == tables(&two));
}

#[test]
fn a_database_holds_every_cell_and_the_digits_of_every_number() {
    let record = record();
    let (figures, sources, measures) =
        (Table::of_figures(&record), Table::of_sources(&record), Table::of_measures(&record));
    let bytes =
        sqlite(&[("figures", &figures), ("sources", &sources), ("measures", &measures)], &terms(&record));
    let mut database = rusqlite::Connection::open_in_memory().unwrap();
    database.deserialize_read_exact("main", &*bytes, bytes.len(), true).unwrap();
    for (table, csv) in [
        (&figures, figures_csv(&record)),
        (&sources, sources_csv(&record)),
        (&measures, measures_csv(&record)),
    ] {
        let key = &table.columns()[0].name;
        for row in rows(&csv) {
            for column in table.columns() {
                let is_number = column.datatype == Datatype::Number;
                let shown = if is_number { format!("{}_decimal", column.name) } else { column.name.clone() };
                let query = format!("SELECT \"{shown}\" FROM \"{}\" WHERE \"{key}\" = ?", table.name());
                let cell: Option<String> = database.query_row(&query, [&row[key]], |row| row.get(0)).unwrap();
                assert_eq!(cell.unwrap_or_default(), unguarded(&row[&column.name]), "{}", column.name);
            }
        }
    }
    let kept: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, "ok");
    let units: String =
        database.query_row("SELECT words FROM about WHERE what = 'units'", [], |row| row.get(0)).unwrap();
    assert_eq!(units, terms(&record).units);
}

#[test]
fn the_file_of_measures() {
    insta::assert_snapshot!("measures-csv", text(measures_csv(&record())));
}
