//! Numbers and names in the words of a difference.

use crate::quantity::{Rational, print};
use crate::table::{CellChange, Diff};

/// "1 row", "2 rows".
pub(super) fn counted(number: usize, one: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {one}{plural}", count(number))
}

/// A count with commas.
pub(super) fn count(number: usize) -> String {
    print::number(&Rational::from(i64::try_from(number).unwrap_or(i64::MAX)))
}

/// "a", "a and b", "a, b and c".
pub(super) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [many @ .., last] => format!("{} and {last}", many.join(", ")),
    }
}

/// A number with its sign: "+7", "−1.5".
pub(super) fn signed(change: &Rational) -> String {
    let plus = if change.signum() > 0 { "+" } else { "" };
    format!("{plus}{}", print::number(change))
}

/// By how much a number changed, in per cent of what it was.
pub(super) fn per_cent(change: &Rational, old: &Rational) -> Option<Rational> {
    change.checked_div(&old.abs()).map(|part| part * Rational::from(100))
}

/// By how much a cell changed: "+7, +1.0%"; nothing where it is no number.
pub(super) fn by(diff: &Diff<'_>, cell: &CellChange) -> Option<String> {
    let change = cell.change.as_ref()?;
    let part = old_number(diff, cell).and_then(|old| per_cent(change, &old));
    let part = part.map(|part| {
        let plus = if part.signum() > 0 { "+" } else { "" };
        format!(", {plus}{}%", print::number_to(&part, 1))
    });
    Some(format!("{}{}", signed(change), part.unwrap_or_default()))
}

/// The number before a change: the text as far as it is one.
pub(super) fn old_number(diff: &Diff<'_>, cell: &CellChange) -> Option<Rational> {
    let (old, _) = diff.words(cell);
    let digits: String = old.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | '-')).collect();
    let is_plain = old.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | ','));
    is_plain.then(|| Rational::parse_decimal(&digits)).flatten()
}

/// The number of a row of a table as a spreadsheet counts: the header is row 1.
pub(super) fn row_number(row: usize) -> usize {
    row + 2
}

/// "× 1,000" or "÷ 1,000".
pub(super) fn factor(power: i32) -> String {
    let sign = if power < 0 { '÷' } else { '×' };
    let factor = Rational::pow10(i32::try_from(power.unsigned_abs()).unwrap_or_default());
    format!("{sign} {}", print::number(&factor))
}
