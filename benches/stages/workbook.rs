//! A workbook of fifty sheets: opened with all that is told of it, and every row of it walked.

use divan::Bencher;
use onrecord::import::Input;
use onrecord::import::workbook::{Unseen, Workbook};
use onrecord::personal::Policy;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SHEETS: usize = 50;

/// How many rows each sheet has: a table of a release, and one with every month and place.
const ROWS: [usize; 2] = [100, 2_000];

#[divan::bench(args = ROWS, sample_count = 10)]
fn open_and_walk(bencher: Bencher<'_, '_>, rows: usize) {
    let input = Input::new("book.xlsx".into(), "book.xlsx".into(), workbook(rows));
    bencher.bench(|| walked(&input));
}

#[expect(clippy::expect_used, reason = "a workbook that was not read must not be timed")]
fn walked(input: &Input) -> usize {
    let mut book = Workbook::open(input, &Policy::default()).expect("it is read");
    let mut cells = 0;
    for index in 0..SHEETS {
        let sheet = book.sheet(index, Unseen::LeftOut).expect("the sheet is there");
        cells += sheet.rows.map(|row| row.expect("it is whole").cells.len()).sum::<usize>();
    }
    cells
}

/// An XLSX file of ten columns: words, a date, and numbers in two formats.
#[expect(clippy::expect_used, reason = "without its workbook a bench cannot go on")]
fn workbook(rows: usize) -> Vec<u8> {
    let (mut sheets, mut relations) = (String::new(), String::new());
    let mut parts: Vec<(String, String)> = Vec::new();
    for sheet in 1..=SHEETS {
        write!(sheets, r#"<sheet name="Table {sheet}" sheetId="{sheet}" r:id="rId{sheet}"/>"#)
            .expect("in memory");
        write!(relations, r#"<Relationship Id="rId{sheet}" Type="o/worksheet" Target="s{sheet}.xml"/>"#)
            .expect("in memory");
        parts.push((format!("xl/s{sheet}.xml"), sheet_of(rows, sheet)));
    }
    let strings: String = (0..500).map(|at| format!("<si><t>Place number {at}</t></si>")).collect();
    let styles = r##"<styleSheet><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="3"/><xf numFmtId="10"/></cellXfs></styleSheet>"##;
    parts.push(("xl/workbook.xml".to_owned(), format!("<workbook><sheets>{sheets}</sheets></workbook>")));
    parts.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!("<Relationships>{relations}</Relationships>"),
    ));
    parts.push(("xl/sharedStrings.xml".to_owned(), format!("<sst>{strings}</sst>")));
    parts.push(("xl/styles.xml".to_owned(), styles.to_owned()));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, SimpleFileOptions::default()).expect("in memory");
        writer.write_all(text.as_bytes()).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}

fn sheet_of(rows: usize, sheet: usize) -> String {
    let row = |row: usize| {
        let cells: String = ('A'..='J')
            .enumerate()
            .map(|(at, column)| match at {
                0 | 1 => format!(r#"<c r="{column}{row}" t="s"><v>{}</v></c>"#, (row * 7 + at + sheet) % 500),
                2 => format!(r#"<c r="{column}{row}" s="1"><v>{}</v></c>"#, 40_000 + row),
                9 => format!(r#"<c r="{column}{row}" s="3"><v>0.{row:04}</v></c>"#),
                _ => format!(r#"<c r="{column}{row}" s="2"><v>{}</v></c>"#, row * at * 13 + sheet),
            })
            .collect();
        format!(r#"<row r="{row}">{cells}</row>"#)
    };
    format!("<worksheet><sheetData>{}</sheetData></worksheet>", (1..=rows).map(row).collect::<String>())
}
