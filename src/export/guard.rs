//! Keeping spreadsheets from running a text as a formula.

use std::borrow::Cow;

/// The text as a CSV file carries it. A text that starts with `=`, `+`, `-`, `@`, a tab, a carriage return or a line
/// feed, or with the full-width form of one of these signs, gets a `'` in front, as does a text that already has
/// such a guard. [`unguarded`] takes it off again. Columns of numbers and dates are never guarded.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_risky(text.trim_start_matches('\'')) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that was [`guarded`].
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_risky(text.trim_start_matches('\'')) => text,
        _ => cell,
    }
}

fn is_risky(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_is_guarded_and_other_text_is_not() {
        for risky in ["=1+1", "+44", "-5%", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"]
        {
            assert_eq!(guarded(risky), format!("'{risky}"));
        }
        for plain in ["", "c.65", "−3.5", "'tis", " = 1", "53,298", "[c]"] {
            assert_eq!(guarded(plain), plain);
        }
    }

    proptest! {
        #[test]
        fn a_guard_comes_off_again(text in "['=+@ -]{0,4}\\PC{0,6}") {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell), &text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@']));
        }
    }
}
