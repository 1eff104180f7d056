//! Numbers as a file writes them: every digit kept, and rounded only to be shown.

/// The digits that a spreadsheet shows of a number; what comes after them is left over from binary arithmetic.
const SHOWN: usize = 15;

/// A decimal with every digit that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decimal {
    pub(super) negative: bool,
    /// Its digits without leading zeros; empty for zero.
    digits: Vec<u8>,
    /// How many of them stand after the point; below zero, so many zeros follow them.
    places: i32,
}

impl Decimal {
    /// Reads `-12.5`, `1.2E-3`. None for anything else, and for what no spreadsheet can hold.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() > 400 {
            return None;
        }
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let exponent: i32 = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.len() + part.len() == 0 || !is_digits(whole) || !is_digits(part) || exponent.abs() > 400 {
            return None;
        }
        let digits = whole.bytes().chain(part.bytes()).map(|byte| byte - b'0').collect();
        let places = i32::try_from(part.len()).ok()? - exponent;
        Some(Self { negative, digits, places }.trimmed())
    }

    fn trimmed(mut self) -> Self {
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..zeros);
        while self.places < 0 && !self.digits.is_empty() {
            self.digits.push(0);
            self.places += 1;
        }
        if self.digits.is_empty() {
            self.negative = false;
            self.places = self.places.max(0);
        }
        self
    }

    pub(super) fn is_zero(&self) -> bool {
        self.digits.iter().all(|digit| *digit == 0)
    }

    /// Without its sign.
    pub(super) fn size(mut self) -> Self {
        self.negative = false;
        self
    }

    /// So many powers of ten larger.
    pub(super) fn scaled(mut self, powers: i32) -> Self {
        self.places = self.places.saturating_sub(powers);
        self.trimmed()
    }

    /// Rounded half away from zero, to so many digits after the point, which are all there then.
    pub(super) fn rounded(mut self, places: i32) -> Self {
        let drop = self.places - places;
        if drop <= 0 {
            let more = usize::try_from(-drop).unwrap_or_default();
            self.digits.extend(std::iter::repeat_n(0, more));
            self.places = places;
            return self;
        }
        let keep = i32::try_from(self.digits.len()).unwrap_or(i32::MAX) - drop;
        let up =
            usize::try_from(keep).ok().and_then(|next| self.digits.get(next)).is_some_and(|next| *next >= 5);
        self.digits.truncate(usize::try_from(keep).unwrap_or_default());
        if up {
            let nines = self.digits.iter().rev().take_while(|digit| **digit == 9).count();
            let at = self.digits.len() - nines;
            self.digits.iter_mut().skip(at).for_each(|digit| *digit = 0);
            match at.checked_sub(1).and_then(|at| self.digits.get_mut(at)) {
                Some(digit) => *digit += 1,
                None => self.digits.insert(0, 1),
            }
        }
        self.places = places;
        if places < 0 || self.digits.is_empty() { self.trimmed() } else { self }
    }

    /// As a spreadsheet has it: fifteen digits, without zeros at its end.
    pub(super) fn shown(self) -> Self {
        let len = i32::try_from(self.digits.len()).unwrap_or(i32::MAX);
        let most = i32::try_from(SHOWN).unwrap_or(i32::MAX);
        let places = self.places;
        let mut shown = if len > most { self.rounded(places - (len - most)) } else { self };
        while shown.places > 0 && shown.digits.last() == Some(&0) {
            shown.digits.pop();
            shown.places -= 1;
        }
        shown
    }

    /// The digits before the point and those after it.
    pub(super) fn halves(&self) -> (String, String) {
        let places = usize::try_from(self.places).unwrap_or_default();
        let missing = (places + 1).saturating_sub(self.digits.len());
        let zeros = std::iter::repeat_n(0_u8, missing);
        let text: String =
            zeros.chain(self.digits.iter().copied()).map(|digit| char::from(b'0' + digit)).collect();
        let (whole, part) = text.split_at(text.len() - places);
        (whole.to_owned(), part.to_owned())
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, part) = self.halves();
        let sign = if self.negative { "-" } else { "" };
        let point = if part.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{part}")
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn every_digit_is_kept() {
        for (text, kept) in [
            ("0.30000000000000004", "0.30000000000000004"),
            ("1.2E-3", "0.0012"),
            ("1E3", "1000"),
            ("-0", "0"),
            ("12.50", "12.50"),
            ("007", "7"),
            ("1.5e+2", "150"),
            ("0.10", "0.10"),
        ] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), kept, "{text}");
        }
        for text in ["", "-", ".", "1,2", "NaN", "inf", "1e999999999", "0x1", "1.2.3", "١"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn fifteen_digits_are_shown() {
        for (text, shown) in [
            ("0.30000000000000004", "0.3"),
            ("12.300000000000001", "12.3"),
            ("0.99999999999999994", "1"),
            ("123456789012345678", "123456789012346000"),
            ("12.50", "12.5"),
            ("0", "0"),
            ("1E-20", "0.00000000000000000001"),
        ] {
            assert_eq!(Decimal::parse(text).unwrap().shown().to_string(), shown, "{text}");
        }
    }

    #[test]
    fn it_is_rounded_half_away_from_zero() {
        for (text, places, rounded) in [
            ("2.5", 0, "3"),
            ("-2.5", 0, "-3"),
            ("0.4", 0, "0"),
            ("0.05", 1, "0.1"),
            ("0.004", 1, "0.0"),
            ("99.95", 1, "100.0"),
            ("7", 2, "7.00"),
            ("-0.4", 0, "0"),
        ] {
            assert_eq!(Decimal::parse(text).unwrap().rounded(places).to_string(), rounded, "{text}");
        }
        assert_eq!(Decimal::parse("0.123").unwrap().scaled(2).to_string(), "12.3");
        assert_eq!(Decimal::parse("1234").unwrap().scaled(-3).to_string(), "1.234");
    }
}
