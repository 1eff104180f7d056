//! Places on a sheet: cells, areas of them, and stretches of rows or columns.

use crate::import::sheet::letters;

/// The most rows and columns that a sheet has.
pub(super) const ROWS: u32 = 1 << 20;
pub(super) const COLUMNS: u32 = 1 << 14;

/// An area of cells, its edges part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Area {
    pub(super) top: u32,
    pub(super) left: u32,
    pub(super) bottom: u32,
    pub(super) right: u32,
}

/// Reads `B7` as row 7 and column 2.
pub(super) fn cell(reference: &str) -> Option<(u32, u32)> {
    let reference = reference.trim();
    let at = reference.find(|character: char| character.is_ascii_digit())?;
    let (letters, digits) = reference.split_at(at);
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let letter = letter.to_ascii_uppercase();
        if !letter.is_ascii_uppercase() {
            return None;
        }
        column = column * 26 + u32::from(letter - b'A') + 1;
    }
    let row: u32 = digits.parse().ok()?;
    ((1..=ROWS).contains(&row) && column <= COLUMNS).then_some((row, column))
}

impl Area {
    /// Reads `A1:C3`, or `A1` for one cell.
    pub(super) fn parse(reference: &str) -> Option<Self> {
        let (from, to) = reference.split_once(':').unwrap_or((reference, reference));
        let ((top, left), (bottom, right)) = (cell(from)?, cell(to)?);
        (top <= bottom && left <= right).then_some(Self { top, left, bottom, right })
    }

    pub(super) fn is_one_cell(&self) -> bool {
        self.top == self.bottom && self.left == self.right
    }
}

/// The name of a cell, such as `B7`.
pub(super) fn name(row: u32, column: u32) -> String {
    format!("{}{row}", letters(column))
}

/// Stretches of rows or of columns, upwards.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Stretches(Vec<(u32, u32)>);

impl Stretches {
    /// Adds a stretch that does not lie before the last one.
    pub(super) fn add(&mut self, first: u32, last: u32) {
        match self.0.last_mut() {
            Some((_, end)) if end.saturating_add(1) >= first => *end = (*end).max(last),
            _ => self.0.push((first, last)),
        }
    }

    pub(super) fn contains(&self, number: u32) -> bool {
        let after = self.0.partition_point(|(first, _)| *first <= number);
        after.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|(_, last)| *last >= number)
    }

    /// Without what lies beyond a bound, where nothing stands.
    pub(super) fn up_to(&self, most: u32) -> Self {
        let within = self.0.iter().filter(|(first, _)| *first <= most);
        Self(within.map(|(first, last)| (*first, (*last).min(most))).collect())
    }

    /// Each of them.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flat_map(|(first, last)| *first..=*last)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn count(&self) -> u32 {
        self.0.iter().map(|(first, last)| last - first + 1).fold(0, u32::saturating_add)
    }

    /// That they are in some way, in words; none where there are none.
    pub(super) fn told(&self, are: &str, name: fn(u32) -> String) -> Option<String> {
        (!self.is_empty()).then(|| format!("{} {are} ({} in all)", self.words(name), self.count()))
    }

    /// `5–9, 12`, or `B–D` where they are named by letters. A few of them, where there are many.
    fn words(&self, name: fn(u32) -> String) -> String {
        const MOST: usize = 6;
        let stretch = |(first, last): &(u32, u32)| match first == last {
            true => name(*first),
            false => format!("{}–{}", name(*first), name(*last)),
        };
        let mut words: Vec<String> = self.0.iter().take(MOST).map(stretch).collect();
        if self.0.len() > MOST {
            words.push("and more".to_owned());
        }
        words.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_by_letters_and_digits() {
        for (reference, place) in [
            ("A1", Some((1, 1))),
            ("xfd1048576", Some((ROWS, COLUMNS))),
            ("XFE1", None),
            ("A1048577", None),
            ("A0", None),
            ("1A", None),
            ("A", None),
            ("ÄA1", None),
            ("AAAA1", None),
            ("A99999999", None),
        ] {
            assert_eq!(cell(reference), place, "{reference}");
        }
        assert_eq!(Area::parse("B2:A1"), None);
        assert_eq!(name(7, 28), "AB7");
    }

    #[test]
    fn stretches_grow_together_and_are_found() {
        let mut rows = Stretches::default();
        [(2, 2), (3, 5), (9, 9)].into_iter().for_each(|(first, last)| rows.add(first, last));
        assert_eq!(rows.words(|row| row.to_string()), "2–5, 9");
        assert_eq!(
            (rows.count(), rows.contains(4), rows.contains(6), rows.contains(9)),
            (5, true, false, true)
        );
        assert_eq!(rows.up_to(4).words(letters), "B–D");
    }
}
