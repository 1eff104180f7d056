//! What stands on the sheets of a workbook, whatever the format of its file.

use crate::export::Table;
use crate::export::column::{Cell, Datatype};
use crate::export::decimal::Decimal;
use std::borrow::Cow;
use std::convert::Infallible;

/// The most rows of figures on a sheet: what programs open is 1,048,576 rows, with the title above.
const MOST_ROWS: usize = 1_000_000;
/// The most characters that a cell of a workbook can hold.
const MOST_CHARACTERS: usize = 32_767;
/// The most digits of a number in a workbook: programs keep fifteen.
const MOST_DIGITS: usize = 15;

/// A sheet: its title, some lines, and at most one table.
pub(super) struct Sheet<'a> {
    /// The name on its tab; one of a kind, and under 31 characters.
    pub(super) name: String,
    /// What stands in A1.
    pub(super) title: String,
    /// The lines below the title.
    pub(super) above: Vec<String>,
    /// The columns of its table; none where it has no table.
    pub(super) columns: Vec<Heading>,
    /// The rows of its table.
    pub(super) rows: Vec<Vec<Written<'a>>>,
}

/// The heading of a column.
#[derive(Clone)]
pub(super) struct Heading {
    /// Its words, one of a kind in the table.
    pub(super) title: String,
    /// Its name in the CSV file.
    pub(super) name: String,
    /// What it means.
    pub(super) meaning: String,
    /// How wide it is, in characters.
    pub(super) width: u16,
    /// It holds numbers, which stand to the right.
    pub(super) numbers: bool,
}

/// A cell as it is written.
pub(super) enum Written<'a> {
    /// Nothing.
    Blank,
    /// A text.
    Text(Cow<'a, str>),
    /// A number whose every digit a workbook keeps, with how many places after the point it has.
    Number { digits: String, places: usize },
    /// The name of another sheet, which is a link to it.
    Sheet(String),
}

impl Heading {
    pub(super) fn words(title: &str, width: u16) -> Self {
        Self { title: title.to_owned(), name: String::new(), meaning: String::new(), width, numbers: false }
    }
}

impl<'a> Written<'a> {
    pub(super) fn text(text: &'a str) -> Self {
        Self::Text(bounded(Cow::Borrowed(text)))
    }

    fn of(cell: &Cell<'_>) -> Self {
        match cell {
            Cell::Blank => Self::Blank,
            Cell::Text(text) => Self::Text(bounded(Cow::Owned(text.to_string()))),
            Cell::Number(value) => Self::number(Decimal(value.clone()).to_string()),
        }
    }

    /// A number that has more digits than a workbook keeps is a text.
    fn number(digits: String) -> Self {
        let significant =
            digits.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
        let places = digits.split_once('.').map_or(0, |(_, places)| places.len());
        if significant > MOST_DIGITS { Self::Text(digits.into()) } else { Self::Number { digits, places } }
    }
}

/// A text that is too long for a cell ends with where it goes on.
fn bounded(text: Cow<'_, str>) -> Cow<'_, str> {
    const ON: &str = " … (the rest is in the CSV file)";
    let long = text.encode_utf16().count() > MOST_CHARACTERS;
    if !long {
        return text;
    }
    let mut kept = String::new();
    let mut units = ON.encode_utf16().count();
    for letter in text.chars() {
        units += letter.len_utf16();
        if units > MOST_CHARACTERS {
            break;
        }
        kept.push(letter);
    }
    Cow::Owned(kept + ON)
}

/// The sheets of a table: more than one where it has more rows than a sheet takes.
pub(super) fn of_table<'a>(name: &str, table: &Table<'_>) -> Vec<Sheet<'a>> {
    let columns = used(table);
    let headings = headings(table, &columns);
    let parts = table.len().div_ceil(MOST_ROWS).max(1);
    let above = above(table.is_empty(), left_out(table, &columns).as_deref());
    let part = |(part, rows)| {
        let (name, title) = match parts {
            1 => (name.to_owned(), table.title().to_owned()),
            _ => {
                (format!("{name} {}", part + 1), format!("{} (part {} of {parts})", table.title(), part + 1))
            }
        };
        Sheet { name, title, above: above.clone(), columns: headings.clone(), rows }
    };
    in_parts(written(table, &columns), parts).into_iter().enumerate().map(part).collect()
}

/// The rows of a table, with some of its columns.
fn written<'a>(table: &Table<'_>, columns: &[usize]) -> Vec<Vec<Written<'a>>> {
    let mut rows = Vec::with_capacity(table.len());
    let Ok(()) = table.each_row(|cells| {
        let cell = |column: &usize| cells.get(*column).map_or(Written::Blank, Written::of);
        rows.push(columns.iter().map(cell).collect());
        Ok::<(), Infallible>(())
    });
    rows
}

fn in_parts<T>(mut rows: Vec<T>, parts: usize) -> Vec<Vec<T>> {
    let mut all = Vec::with_capacity(parts);
    while rows.len() > MOST_ROWS {
        let rest = rows.split_off(MOST_ROWS);
        all.push(std::mem::replace(&mut rows, rest));
    }
    all.push(rows);
    all
}

fn above(is_empty: bool, left_out: Option<&str>) -> Vec<String> {
    if is_empty {
        return vec!["There are no rows.".to_owned()];
    }
    let mut lines = vec![
        "There is one table, with a row for each. What its columns mean is on the sheet Columns.".to_owned(),
        "Shorthand such as [p] is explained on the sheet Notes. A blank cell means that there is nothing to say; it never means zero.".to_owned(),
    ];
    lines.extend(left_out.map(str::to_owned));
    lines
}

/// The columns in which any row has something to say.
fn used(table: &Table<'_>) -> Vec<usize> {
    let mut used = vec![false; table.columns().len()];
    let Ok(()) = table.each_row(|cells| {
        for (used, cell) in used.iter_mut().zip(cells) {
            *used |= *cell != Cell::Blank;
        }
        Ok::<(), Infallible>(())
    });
    used.iter().enumerate().filter(|(_, used)| **used).map(|(at, _)| at).collect()
}

fn left_out(table: &Table<'_>, used: &[usize]) -> Option<String> {
    let blank = table.columns().iter().enumerate().filter(|(at, _)| !used.contains(at));
    let names: Vec<&str> = blank.map(|(_, column)| column.title.as_str()).collect();
    (!names.is_empty()).then(|| {
        format!("Columns of the CSV file that are blank in every row are left out: {}.", names.join(", "))
    })
}

fn headings(table: &Table<'_>, used: &[usize]) -> Vec<Heading> {
    let columns: Vec<_> = used.iter().filter_map(|at| table.columns().get(*at)).collect();
    let same = |title: &str| {
        columns.iter().filter(|other| other.title.to_lowercase() == title.to_lowercase()).count()
    };
    columns
        .iter()
        .map(|column| Heading {
            title: match same(&column.title) {
                1 => column.title.clone(),
                _ => format!("{} ({})", column.title, column.name),
            },
            name: column.name.clone(),
            meaning: column.meaning.clone(),
            width: width(column.datatype),
            numbers: column.datatype == Datatype::Number,
        })
        .collect()
}

fn width(datatype: Datatype) -> u16 {
    match datatype {
        Datatype::Token | Datatype::Tokens => 20,
        Datatype::Text => 40,
        Datatype::Number => 16,
        Datatype::PartialDate | Datatype::Date => 14,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_would_lose_digits_is_a_text() {
        let number = |digits: &str| matches!(Written::number(digits.to_owned()), Written::Number { .. });
        assert!(number("53298") && number("-0.000123456789012345") && number("123456789012345"));
        assert!(!number("1234567890123456") && !number("-0.1234567890123456"));
    }

    #[test]
    fn a_text_too_long_for_a_cell_says_where_it_goes_on() {
        let long = "𝟙".repeat(20_000);
        let kept = bounded(Cow::Borrowed(&long));
        assert!(kept.encode_utf16().count() <= MOST_CHARACTERS && kept.ends_with("CSV file)"));
        assert_eq!(bounded(Cow::Borrowed("ŵyna")), "ŵyna");
    }
}
