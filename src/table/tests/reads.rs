//! Reading CSV files.

use crate::table::Table;

fn fault(bytes: &[u8]) -> String {
    Table::read(bytes).unwrap_err().to_string()
}

#[test]
fn marks_line_ends_and_quoted_line_feeds_are_read() {
    let loaded = Table::read(b"\xEF\xBB\xBFa,b\r\n1,\"x\r\ny\"\r\n").unwrap();
    assert_eq!(loaded.table.columns(), ["a", "b"]);
    assert_eq!((loaded.table.cell(0, 0), loaded.table.cell(0, 1)), ("1", "x\r\ny"));
    assert!(loaded.remarks.is_empty());
}

#[test]
fn other_encodings_are_named() {
    assert!(fault(b"a,b\n1,caf\xe9\n").starts_with("line 2: the byte 0xE9 is not UTF-8"));
    assert!(fault(b"\xFF\xFEa\0").contains("UTF-16"));
    assert!(fault(b"a\0b").contains("null character"));
    assert!(fault(b"PK\x03\x04").contains("workbook"));
    assert!(fault(b"").contains("no row"));
}

#[test]
fn rows_of_another_length_are_read_and_told() {
    let loaded = Table::read(b"a,b\n1\n1,2,3\n1,2,,\n").unwrap();
    assert_eq!(loaded.table.columns(), ["a", "b", ""]);
    assert_eq!(loaded.table.rows().iter().map(Vec::len).collect::<Vec<_>>(), [3, 3, 3]);
    assert_eq!(
        loaded.remarks,
        [
            "1 row is shorter than the header: read as if the rest were blank",
            "1 row is longer than the header: read as columns without a name"
        ]
    );
}

#[test]
fn names_that_stand_twice_are_told() {
    let loaded = Table::read(b"a,b,a,a\n").unwrap();
    assert_eq!(loaded.remarks, ["more than one column is named “a”: they correspond in their order"]);
}

#[test]
fn a_table_is_written_as_it_was_read() {
    let text = "a,\"b\nc\"\n1,\"x \"\"y\"\"\"\n\"\",\"\"\n";
    let loaded = Table::read(text.as_bytes()).unwrap();
    assert_eq!(Table::read(loaded.table.to_csv().as_bytes()).unwrap(), loaded);
}
