//! A sheet of any file as a stream of rows: what the readers of files hand to the interpretation of tables.
//!
//! A sheet is read row by row and never held whole. Rows and cells of which the file says nothing are left out, so a
//! number of a row may follow another with a gap. Everything is as the file has it: nothing is trimmed or guessed.

use crate::period::PartialDate;

/// A sheet, read as it is walked.
pub struct Sheet<'a> {
    /// Its name; none where the format has no names.
    pub name: Option<String>,
    /// Whether a reader of the file sees it.
    pub visibility: Visibility,
    /// Its rows, downwards. After an error there are no more.
    pub rows: Box<dyn Iterator<Item = Result<Row, Unreadable>> + 'a>,
}

/// Whether a reader of the file sees a sheet, a row or a column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    /// It is seen.
    #[default]
    Shown,
    /// A filter leaves it out.
    Filtered,
    /// It is hidden, and a reader can ask for it.
    Hidden,
    /// It is hidden in such a way that only a programme brings it back.
    VeryHidden,
}

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number as the file counts, from 1.
    pub number: u32,
    /// Whether a reader sees it.
    pub visibility: Visibility,
    /// Its cells from left to right. Those of which the file says nothing are left out.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its column, from 1.
    pub column: u32,
    /// Its column's visibility: a row that is seen may have cells that are not.
    pub visibility: Visibility,
    /// The words a reader sees, without the marks. They may show less of a number than is held, or a dash for zero.
    pub text: String,
    /// What the file holds for it.
    pub held: Held,
    /// Footnote markers that the file sets apart from the words: superscripts, notes. Never part of a number.
    pub marks: Vec<String>,
    /// Whether it is one with its neighbours.
    pub span: Span,
}

/// What a file holds for a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Held {
    /// Nothing, though the cell is there.
    #[default]
    Blank,
    /// Text. All a format without kinds has, such as CSV.
    Text,
    /// A number, as a plain decimal with every digit that the file has.
    Number(String),
    /// A share that is shown as a percentage: the decimal in the file, so 0.123 where 12.3% is shown.
    Percent(String),
    /// A date.
    Date(PartialDate),
    /// Yes or no.
    Flag(bool),
    /// A formula that came to nothing, such as `#REF!`.
    Error(String),
}

/// Whether a cell is merged with others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Span {
    /// It stands alone.
    #[default]
    Alone,
    /// It reaches over so many columns and rows, itself counted.
    Over {
        /// Columns to the right, with its own.
        columns: u32,
        /// Rows down, with its own.
        rows: u32,
    },
    /// Another cell reaches over it.
    Under {
        /// The row of that cell.
        row: u32,
        /// The column of that cell.
        column: u32,
    },
}

/// Why the rest of a sheet cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The row where it breaks off, from 1, where that is known.
    pub row: Option<u32>,
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Cell {
    /// A cell of plain text; a blank one where there is none.
    #[must_use]
    pub fn text(column: u32, text: impl Into<String>) -> Self {
        let text = text.into();
        let held = if text.is_empty() { Held::Blank } else { Held::Text };
        Self { column, text, held, ..Self::default() }
    }

    /// Whether there is anything in it.
    #[must_use]
    pub fn holds_something(&self) -> bool {
        self.held != Held::Blank || !self.marks.is_empty()
    }

    /// Whether it holds a number of which a reader sees nothing.
    #[must_use]
    pub fn is_unseen(&self) -> bool {
        self.text.is_empty() && !matches!(self.held, Held::Blank | Held::Text)
    }
}

/// The letters of a column as spreadsheets name it: 1 is A, 27 is AA.
#[must_use]
pub fn letters(column: u32) -> String {
    let (mut left, mut letters) = (column, Vec::new());
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_by_letters() {
        let named = [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")];
        for (column, name) in named {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn a_cell_without_text_is_blank() {
        assert_eq!(Cell::text(1, "").held, Held::Blank);
        assert_eq!(
            Cell::text(2, "a"),
            Cell { column: 2, text: "a".into(), held: Held::Text, ..Cell::default() }
        );
    }
}
