//! Tables as an SQLite database, for analysts.
//!
//! Every table of the record is a table here, with the columns of its CSV file, and so it is in the database of one
//! measure: a query for the one works on the other. A column of numbers holds what a
//! program can count with: the nearest floating-point number, or a whole number; the column after it, named `…_decimal`,
//! holds the decimal of the CSV file digit by digit, so nothing is rounded without its exact form beside it. What every
//! download states is in `about`, `notes` and `columns`.

use super::{Cell, Datatype, Table, TableColumn, Terms};
use rusqlite::types::Value;
use rusqlite::{Connection, MAIN_DB, params_from_iter};

/// "onrc", by which `file` and its kin can know such a database.
const APPLICATION: i32 = 0x6f6e_7263;

/// The database of some tables, each with its name in it, as the bytes of a file. The same tables give the same bytes.
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "names of tables and columns are ours; a database in memory takes them"
)]
pub fn sqlite(tables: &[(&str, &Table<'_>)], terms: &Terms) -> Vec<u8> {
    written(tables, terms).expect("a database in memory")
}

fn written(tables: &[(&str, &Table<'_>)], terms: &Terms) -> rusqlite::Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch(&format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = 1;"))?;
    let all = connection.transaction()?;
    about(&all, terms)?;
    all.execute_batch("CREATE TABLE columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, meaning TEXT NOT NULL, PRIMARY KEY (table_name, column_name)) WITHOUT ROWID;")?;
    for (name, table) in tables {
        fill(&all, name, table)?;
    }
    all.commit()?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}

fn about(connection: &Connection, terms: &Terms) -> rusqlite::Result<()> {
    connection.execute_batch(
        "CREATE TABLE about (what TEXT PRIMARY KEY NOT NULL, words TEXT NOT NULL) WITHOUT ROWID;
         CREATE TABLE notes (number INTEGER PRIMARY KEY, on_what TEXT NOT NULL, note TEXT NOT NULL);",
    )?;
    for (what, words) in terms.facts() {
        connection.execute("INSERT INTO about VALUES (?, ?)", (what, words))?;
    }
    for note in &terms.notes {
        connection.execute("INSERT INTO notes (on_what, note) VALUES (?, ?)", (&note.on, &note.text))?;
    }
    Ok(())
}

fn fill(connection: &Connection, name: &str, table: &Table<'_>) -> rusqlite::Result<()> {
    let columns = table.columns();
    let declared: Vec<String> =
        columns.iter().enumerate().map(|(at, column)| declared(column, at == 0)).collect();
    connection.execute_batch(&format!("CREATE TABLE {} ({});", quoted(name), declared.join(", ")))?;
    let mut meaning = connection.prepare("INSERT INTO columns VALUES (?, ?, ?)")?;
    for column in columns {
        meaning.execute((name, &column.name, &column.meaning))?;
    }
    let places: usize =
        columns.iter().map(|column| if column.datatype == Datatype::Number { 2 } else { 1 }).sum();
    let places = vec!["?"; places].join(", ");
    let mut insert = connection.prepare(&format!("INSERT INTO {} VALUES ({places})", quoted(name)))?;
    table.each_row(|cells| {
        let values = columns.iter().zip(cells).flat_map(|(column, cell)| values(column, cell));
        insert.execute(params_from_iter(values)).map(|_| ())
    })
}

fn declared(column: &TableColumn, is_key: bool) -> String {
    let name = quoted(&column.name);
    match (column.datatype, is_key) {
        (Datatype::Number, _) => {
            format!("{name} NUMERIC, {} TEXT", quoted(&format!("{}_decimal", column.name)))
        }
        (_, true) => format!("{name} TEXT PRIMARY KEY NOT NULL"),
        (_, false) => format!("{name} TEXT"),
    }
}

/// What a cell is in the database: one value, or two for a number.
fn values(column: &TableColumn, cell: &Cell<'_>) -> Vec<Value> {
    match (column.datatype, cell) {
        (Datatype::Number, Cell::Blank) => vec![Value::Null, Value::Null],
        (Datatype::Number, cell) => {
            let decimal = cell.plain().into_owned();
            let whole = decimal.parse().map(Value::Integer);
            let nearest = || decimal.parse().map_or(Value::Null, Value::Real);
            vec![whole.unwrap_or_else(|_| nearest()), Value::Text(decimal)]
        }
        (_, Cell::Blank) => vec![Value::Null],
        (_, cell) => vec![Value::Text(cell.plain().into_owned())],
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
