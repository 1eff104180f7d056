//! Small workbooks of our own, with every quirk of a file in the text of its parts.

mod hidden;
mod hostile;
mod ods;
mod persons;
mod xlsx;

use super::{Bounds, Unseen, Workbook};
use crate::import::Input;
use crate::import::sheet::{Cell, Held, Row, Span, Visibility, letters};
use crate::personal::Policy;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An XLSX file with one sheet, `Table`, of these rows, and these parts besides.
fn xlsx_with(sheet: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let given = |name: &str| parts.iter().any(|(part, _)| *part == name);
    let sheet = if sheet.contains("<sheetData") {
        sheet.to_owned()
    } else {
        format!("<sheetData>{sheet}</sheetData>")
    };
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    let usual = [
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        ("xl/workbook.xml", r#"<workbook><sheets><sheet name="Table" r:id="rId1"/></sheets></workbook>"#),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
    ];
    let mut all: Vec<(&str, &str)> = usual.into_iter().filter(|(name, _)| !given(name)).collect();
    all.extend(parts);
    archive(&all)
}

fn xlsx(sheet: &str) -> Vec<u8> {
    xlsx_with(sheet, &[])
}

/// An ODS file of these sheets, with these automatic styles.
fn ods_with(styles: &str, sheets: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
    );
    let mut all =
        vec![("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)];
    all.extend(parts);
    archive(&all)
}

fn ods(rows: &str) -> Vec<u8> {
    ods_with("", &format!(r#"<table:table table:name="Table">{rows}</table:table>"#), &[])
}

fn input(bytes: Vec<u8>) -> Input {
    Input::new("in/book.xlsx".into(), "book.xlsx".into(), bytes)
}

fn policy() -> Policy {
    Policy { threshold: 5, ..Policy::default() }
}

/// A row as a line: its number, and each cell with what it holds.
fn line(row: &Row) -> String {
    let seen = |visibility| match visibility {
        Visibility::Shown => "",
        Visibility::Filtered => " filtered",
        Visibility::Hidden => " hidden",
        Visibility::VeryHidden => " very hidden",
    };
    let cells: Vec<String> =
        row.cells.iter().map(|cell| format!("{}{}", shown(cell), seen(cell.visibility))).collect();
    format!("{}{}: {}", row.number, seen(row.visibility), cells.join(" | "))
}

fn shown(cell: &Cell) -> String {
    let held = match &cell.held {
        Held::Blank => " blank".to_owned(),
        Held::Text => String::new(),
        Held::Number(number) => format!(" ={number}"),
        Held::Percent(number) => format!(" %{number}"),
        Held::Date(date) => format!(" @{date}"),
        Held::Flag(flag) => format!(" ?{flag}"),
        Held::Error(_) => " error".to_owned(),
    };
    let marks: String = cell.marks.iter().map(|mark| format!(" ^{mark}")).collect();
    let span = match cell.span {
        Span::Alone => String::new(),
        Span::Over { columns, rows } => format!(" over {columns}x{rows}"),
        Span::Under { row, column } => format!(" under {}{row}", letters(column)),
    };
    format!("{} ‘{}’{held}{marks}{span}", letters(cell.column), cell.text)
}

/// The rows of a sheet, a line each. Where it breaks off, the last line says why.
fn rows(bytes: Vec<u8>, index: usize) -> String {
    rows_with(bytes, index, Unseen::Included)
}

fn rows_with(bytes: Vec<u8>, index: usize, unseen: Unseen) -> String {
    let input = input(bytes);
    let mut book = match Workbook::open(&input, &policy()) {
        Ok(book) => book,
        Err(finding) => return format!("refused: {}", finding.message),
    };
    let sheet = match book.sheet(index, unseen) {
        Ok(sheet) => sheet,
        Err(finding) => return format!("refused: {}", finding.message),
    };
    let lines = sheet
        .rows
        .map(|row| row.map_or_else(|fault| format!("breaks off: {}", fault.message), |row| line(&row)));
    lines.collect::<Vec<String>>().join("\n")
}

/// What is found in a workbook, a line each; else why it is refused.
fn findings(bytes: Vec<u8>) -> Vec<String> {
    found_within(bytes, Bounds::USUAL)
}

fn found_within(bytes: Vec<u8>, bounds: Bounds) -> Vec<String> {
    let input = input(bytes);
    match Workbook::within(&input, &policy(), bounds) {
        Ok(book) => book.findings().iter().map(|found| format!("{} {}", found.code, found.message)).collect(),
        Err(refusal) => vec![format!("{} {}", refusal.code, refusal.message)],
    }
}
