//! What is read of files of separated values.

use super::{Comma, Encoding};
use crate::import::Input;
use proptest::prelude::*;

fn input(bytes: &[u8]) -> Input {
    Input::new("a.csv".into(), "a.csv".into(), bytes.to_vec())
}

/// Every cell with something in it, as row, column and text.
fn cells(bytes: &[u8]) -> Vec<(u32, u32, String)> {
    let input = input(bytes);
    let file = Comma::open(&input).unwrap();
    let rows = file.sheet().rows.map(Result::unwrap);
    rows.flat_map(|row| {
        row.cells.into_iter().map(move |cell| (row.number, cell.column, cell.text)).collect::<Vec<_>>()
    })
    .collect()
}

fn texts(bytes: &[u8]) -> Vec<String> {
    cells(bytes).into_iter().map(|(_, _, text)| text).collect()
}

#[test]
fn every_kind_of_line_end_ends_a_row_and_blank_rows_are_counted() {
    for end in ["\n", "\r\n", "\r"] {
        let found = cells(format!("a,b{end}{end}1,{end},2").as_bytes());
        let wanted = [(1, 1, "a"), (1, 2, "b"), (3, 1, "1"), (4, 2, "2")];
        assert_eq!(found, wanted.map(|(row, column, text)| (row, column, text.to_owned())), "{end:?}");
    }
}

#[test]
fn quotation_marks_keep_commas_line_breaks_and_one_another() {
    assert_eq!(
        texts(b"\"a,b\",\"c\nd\",\"e\"\"f\"\"\",\"\"\n1\"2,x"),
        ["a,b", "c\nd", "e\"f\"", "1\"2", "x"]
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed_breaks_the_sheet_off_at_its_row() {
    let input = input(b"a,b\n1,\"2\n3,4\n");
    let file = Comma::open(&input).unwrap();
    let rows: Vec<_> = file.sheet().rows.collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1].as_ref().unwrap_err().row, Some(2));
}

#[test]
fn a_row_of_too_many_cells_breaks_the_sheet_off() {
    let input = input(&[b','; 20_000]);
    let file = Comma::open(&input).unwrap();
    let rows: Vec<_> = file.sheet().rows.collect();
    assert!(rows.len() == 1 && rows[0].is_err());
}

#[test]
fn the_encoding_is_found_and_a_guess_is_said() {
    let plain = "Côte,£5\n1,2\n";
    let little: Vec<u8> = plain.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = plain.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = |mark: &[u8], text: &[u8]| [mark, text].concat();
    let files = [
        (plain.as_bytes().to_vec(), Encoding::Utf8),
        (marked(b"\xEF\xBB\xBF", plain.as_bytes()), Encoding::Utf8),
        (marked(b"\xFF\xFE", &little), Encoding::Utf16Little),
        (marked(b"\xFE\xFF", &big), Encoding::Utf16Big),
        (little, Encoding::Utf16Little),
        (big, Encoding::Utf16Big),
        (b"C\xF4te,\xA35\n1,2\n".to_vec(), Encoding::Windows1252),
    ];
    for (bytes, encoding) in files {
        let input = input(&bytes);
        let file = Comma::open(&input).unwrap();
        assert_eq!(file.encoding(), encoding);
        assert_eq!(texts(&bytes), ["Côte", "£5", "1", "2"], "{encoding:?}");
        assert_eq!(file.findings(&input).len(), usize::from(encoding == Encoding::Windows1252));
    }
}

#[test]
fn the_separator_is_the_one_that_makes_a_table() {
    let files = [
        ("a,b;c\n1,2\n", ','),
        ("a;b\n\"1,5\";2\n3,5;4\n", ';'),
        ("Title, with a comma\na\tb\n1\t2\n3\t4\n", '\t'),
        ("a|b\n1|2\n", '|'),
        ("sep=;\na;b\n", ';'),
        ("one column\n1\n", ','),
    ];
    for (text, separator) in files {
        assert_eq!(Comma::open(&input(text.as_bytes())).unwrap().separator(), separator, "{text}");
    }
    assert_eq!(cells(b"sep=;\na;b\n")[0].0, 2);
}

#[test]
fn what_is_no_text_is_refused_with_what_to_do() {
    for bytes in [&b"PK\x03\x04rest"[..], b"\x1F\x8Bxx", b"a\0b,c\n1", b"\xFF\xFEa", b"\xEF\xBB\xBF\xFF"] {
        assert!(Comma::open(&input(bytes)).unwrap_err().help.is_some());
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_and_rows_go_up(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let input = input(&bytes);
        if let Ok(file) = Comma::open(&input) {
            let rows: Vec<_> = file.sheet().rows.collect();
            let numbers: Vec<u32> = rows.iter().flatten().map(|row| row.number).collect();
            prop_assert!(numbers.is_sorted_by(|a, b| a < b));
        }
    }

    #[test]
    fn what_was_written_as_csv_is_read_back(cells in proptest::collection::vec("[a-z0-9 ,\"\\n£]{1,8}", 1..6)) {
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let text = format!("{}\n", quoted.join(","));
        prop_assert_eq!(super::rows::Rows::new(&text, b',').flatten().flat_map(|row| row.cells).map(|cell| cell.text).collect::<Vec<_>>(), cells);
    }
}
