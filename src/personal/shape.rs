//! What the shape of a table says: a row for each person, columns that tell persons apart.

use super::hit::Reason;
use std::collections::{BTreeMap, BTreeSet};

/// Tables of no more rows than this say nothing by their shape.
pub(super) const FEW: usize = 20;

/// What the cells of a column say together.
pub(super) fn of_column<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> Vec<Reason> {
    let dates = are_dates_of_birth(cells.clone()).then_some(Reason::DatesOfBirth);
    dates.into_iter().chain(is_free_text(cells).then_some(Reason::FreeText)).collect()
}

/// Most of its cells are numbers.
pub(super) fn is_of_numbers<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut numbers, mut filled) = (0, 0);
    for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
        filled += 1;
        numbers += usize::from(cell.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.'));
    }
    numbers * 2 > filled
}

/// Whole numbers that go up by one from row to row, from 0 or 1 on.
pub(super) fn numbers_the_rows<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let numbers: Option<Vec<u64>> = cells.map(|cell| cell.trim().parse().ok()).collect();
    numbers.is_some_and(|numbers| {
        numbers.len() > FEW
            && numbers.first().is_some_and(|first| *first < 2)
            && numbers.windows(2).all(|pair| matches!(pair, [a, b] if a.checked_add(1) == Some(*b)))
    })
}

/// Nearly every row has a value of its own.
pub(super) fn is_near_unique<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let cells: Vec<&str> = cells.map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let distinct = cells.iter().collect::<BTreeSet<_>>().len();
    cells.len() > FEW && distinct * 10 > cells.len() * 9
}

/// Full dates that are spread over more than forty years, nearly all different, are dates of birth; dates in their
/// order are those of a series.
fn are_dates_of_birth<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let cells: Vec<&str> = cells.map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let dates: Vec<(i32, u32, u32)> = cells.iter().filter_map(|cell| full_date(cell)).collect();
    let (Some(first), Some(last)) = (dates.iter().min(), dates.iter().max()) else { return false };
    let distinct = dates.iter().collect::<BTreeSet<_>>().len();
    let is_series = dates.is_sorted() || dates.is_sorted_by(|a, b| a >= b);
    dates.len() > FEW
        && dates.len() * 10 >= cells.len() * 9
        && last.0 - first.0 > 40
        && distinct * 10 > cells.len() * 5
        && !is_series
}

/// Year, month and day of `2024-03-31`, `31/03/2024` or `31.03.2024`.
fn full_date(cell: &str) -> Option<(i32, u32, u32)> {
    let parts: Vec<&str> = cell.split(['/', '.', '-']).collect();
    let [one, month, three] = parts.as_slice() else { return None };
    let (year, day) = if one.len() == 4 { (one, three) } else { (three, one) };
    let within =
        |text: &str, most: u32| text.parse::<u32>().ok().filter(|number| (1..=most).contains(number));
    let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    Some((year, within(month, 12)?, within(day, 31)?))
}

/// Cells of several words each on average: free text, in which anything may stand.
fn is_free_text<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut words, mut filled) = (0, 0);
    for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
        filled += 1;
        words += cell.split_whitespace().count();
    }
    filled > 0 && words > filled * 8
}

/// The fewest rows that share all the values of some columns (k-anonymity after Sweeney); none without rows.
pub(super) fn smallest_class<'a>(rows: impl Iterator<Item = Vec<&'a str>>) -> Option<usize> {
    let mut classes: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    for row in rows {
        *classes.entry(row).or_default() += 1;
    }
    classes.into_values().min()
}

/// A title and two words with capitals: "Mr John Smith".
pub(super) fn holds_a_titled_name(text: &str) -> bool {
    const TITLES: [&str; 12] =
        ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "lady", "rev", "master"];
    if !text.contains([' ', '\u{a0}']) {
        return false;
    }
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).collect();
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    words.windows(3).any(|three| match three {
        [title, first, last] => {
            TITLES.contains(&title.trim_end_matches('.').to_lowercase().as_str())
                && capital(title)
                && capital(first)
                && capital(last)
        }
        _ => false,
    })
}
