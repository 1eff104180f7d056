//! What a reader finds in a data file that is no text: its parts, its tables, its metadata.

#![expect(clippy::expect_used, reason = "a file that cannot be opened fails the test")]

use parquet::file::reader::{FileReader, SerializedFileReader};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB};
use std::io::{Cursor, Read, Write};

/// Everything that a file says, as text. A file that is a text already is itself.
#[track_caller]
pub(crate) fn opened(path: &str, bytes: &[u8]) -> String {
    match path.rsplit('.').next() {
        Some("ods" | "xlsx") => parts(bytes).into_iter().map(|(_, part)| part).collect(),
        Some("sqlite") => database(bytes),
        Some("parquet") => columns(bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// The parts of a workbook, by their names.
#[track_caller]
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("a part of text");
            (part.name().expect("a name").into_owned(), text)
        })
        .collect()
}

fn database(bytes: &[u8]) -> String {
    let mut database = Connection::open_in_memory().expect("a database");
    database.deserialize_read_exact(MAIN_DB, bytes, bytes.len(), true).expect("a database");
    let mut tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").expect("tables");
    let names: Vec<String> =
        tables.query_map([], |row| row.get(0)).expect("tables").map(|name| name.expect("a name")).collect();
    let mut text = String::new();
    for name in names {
        let mut all = database.prepare(&format!("SELECT * FROM \"{name}\"")).expect("a table");
        let columns = all.column_count();
        let mut rows = all.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            for column in 0..columns {
                match row.get_ref(column).expect("a cell") {
                    ValueRef::Null => {}
                    ValueRef::Integer(number) => text.push_str(&number.to_string()),
                    ValueRef::Real(number) => text.push_str(&number.to_string()),
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                        text.push_str(&String::from_utf8_lossy(bytes));
                    }
                }
                text.push('\n');
            }
        }
    }
    text
}

fn columns(bytes: &[u8]) -> String {
    let mut file = tempfile::tempfile().expect("a file");
    file.write_all(bytes).expect("a file");
    let reader = SerializedFileReader::new(file).expect("a Parquet file");
    let metadata = reader.metadata().file_metadata().key_value_metadata();
    let mut text: String =
        metadata.into_iter().flatten().map(|entry| format!("{}={:?}\n", entry.key, entry.value)).collect();
    for row in reader.get_row_iter(None).expect("rows") {
        text.push_str(&row.expect("a row").to_string());
        text.push('\n');
    }
    text
}
