//! What stands between the cells of a file.

use super::rows::Rows;

const KNOWN: [u8; 4] = *b",;\t|";
/// So many bytes and rows are looked at.
const LOOKED_AT: usize = 64 << 10;
const ROWS: usize = 60;

/// A separator that the first line names, as Excel writes it: `sep=;`.
pub(super) fn named(text: &str) -> Option<u8> {
    let line = text.split(['\r', '\n']).next()?;
    let named = line.strip_prefix("sep=")?.as_bytes();
    named.first().copied().filter(|byte| named.len() == 1 && KNOWN.contains(byte))
}

/// The separator that makes most rows of one width; the comma where none does better.
pub(super) fn likely(text: &str) -> u8 {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = text.get(..end).unwrap_or_default();
    let mut best = (0, b',');
    for separator in KNOWN {
        let score = score(start, separator);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

/// How many cells stand in rows of the commonest width above one.
fn score(text: &str, separator: u8) -> usize {
    let widths: Vec<usize> =
        Rows::new(text, separator).take(ROWS).map_while(Result::ok).map(|row| width(&row)).collect();
    let of_width = |wanted: usize| widths.iter().filter(|width| **width == wanted).count();
    let common =
        widths.iter().copied().filter(|width| *width > 1).max_by_key(|width| (of_width(*width), *width));
    common.map_or(0, |width| of_width(width) * 1000 + width)
}

fn width(row: &crate::import::sheet::Row) -> usize {
    row.cells.last().map_or(0, |cell| usize::try_from(cell.column).unwrap_or(usize::MAX))
}
