//! Numbers and dates in digits. What is no number is a fault, and never half read.

use super::super::Rational;
use super::glyph::{Glyph, THIN_SPACE};
use super::token::{DateDigits, Digits, Fault, Kind};
use jiff::civil::Date;

/// More digits than any reported figure has.
const LONGEST: usize = 30;

/// The number that starts a run of characters, and how many it takes.
pub(super) fn number(rest: &[Glyph]) -> (usize, Kind) {
    let ch = |index: usize| rest.get(index).map_or(' ', |glyph| glyph.ch);
    let is_digit = |index: usize| ch(index).is_ascii_digit();
    let mut length = 0;
    while is_digit(length) || (matches!(ch(length), ',' | '.') && is_digit(length + 1)) {
        length += 1;
    }
    let mut text: String = (0..length).map(ch).collect();
    if text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit()) {
        while matches!(ch(length), ' ' | THIN_SPACE)
            && (1..=3).all(|ahead| is_digit(length + ahead))
            && !ch(length + 4).is_alphanumeric()
        {
            text.push(',');
            text.extend((1..=3).map(|ahead| ch(length + ahead)));
            length += 4;
        }
        if text.contains(',') && ch(length) == '.' && is_digit(length + 1) {
            let part = (length + 1..).take_while(|index| is_digit(*index)).count();
            text.push('.');
            text.extend((length + 1..=length + part).map(ch));
            length += part + 1;
        }
    }
    (length, parse(&text).map_or_else(Kind::Fault, Kind::Number))
}

/// A phrase that is a well-formed number and nothing else. Most figures are, so they take the short way.
pub(super) fn plain(phrase: &str) -> Option<Digits> {
    let digits =
        phrase.len() <= LONGEST && phrase.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'));
    let framed = phrase.bytes().next()?.is_ascii_digit() && phrase.bytes().last()?.is_ascii_digit();
    (digits && framed).then(|| parse(phrase).ok())?
}

/// Reads `1,234.5`: groups of three if there are any, one point, no zero before other digits.
pub(super) fn parse(text: &str) -> Result<Digits, Fault> {
    let (whole, part) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let is_number = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let grouped = whole.contains(',');
    let well_grouped = !grouped || ((1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3));
    let plain = whole.replace(',', "");
    if !well_grouped || !is_number(&plain) || !part.is_none_or(|part| !part.is_empty() && is_number(part)) {
        return Err(Fault::Grouping);
    }
    if plain.len() + part.map_or(0, str::len) > LONGEST {
        return Err(Fault::TooLong);
    }
    if plain.len() > 1 && plain.starts_with('0') {
        return Err(Fault::LeadingZero);
    }
    let joined = format!(
        "{}{plain}{}{}",
        if plain.is_empty() { "0" } else { "" },
        if part.is_some() { "." } else { "" },
        part.unwrap_or_default()
    );
    let value = Rational::parse_decimal(&joined).ok_or(Fault::Grouping)?;
    let year = !grouped && part.is_none() && plain.len() == 4;
    let may_be_year = year && ("1900"..="2100").contains(&plain.as_str());
    let places = part.map_or(0, str::len).try_into().map_err(|_| Fault::TooLong)?;
    Ok(Digits { value, places, may_be_year })
}

/// The date that starts a run of characters: `31/03/2024`, `2024-03-31`, `31.03.2024`, `2023/24`, `2024-03`.
pub(super) fn date(rest: &[Glyph]) -> Option<(usize, Kind)> {
    let is_part = |index: usize| rest.get(index).is_some_and(|glyph| glyph.ch.is_ascii_digit());
    let mut length = 0;
    while is_part(length)
        || (rest.get(length).is_some_and(|g| matches!(g.ch, '/' | '-' | '.')) && is_part(length + 1))
    {
        length += 1;
    }
    if !(6..=10).contains(&length) || rest.get(length).is_some_and(|glyph| glyph.ch.is_alphanumeric()) {
        return None;
    }
    let text: String = rest.iter().take(length).map(|glyph| glyph.ch).collect();
    let separator = text.chars().find(|ch| !ch.is_ascii_digit())?;
    let parts: Vec<&str> = text.split(separator).collect();
    let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let value = |index: usize| parts.get(index).and_then(|part| part.parse::<i16>().ok());
    let day = |y: Option<i16>, m: Option<i16>, d: Option<i16>| {
        let date = Date::new(y?, i8::try_from(m?).ok()?, i8::try_from(d?).ok()?).ok()?;
        Some(Kind::Date(DateDigits::Day(date)))
    };
    let kind = match (widths.as_slice(), separator) {
        ([4, 2, 2], '-' | '/') => day(value(0), value(1), value(2)).unwrap_or(Kind::Fault(Fault::NoSuchDate)),
        ([1 | 2, 1 | 2, 4], _) => day(value(2), value(1), value(0)).unwrap_or(Kind::Fault(Fault::NoSuchDate)),
        ([1 | 2, 1 | 2, 2], '/') => {
            day(value(2).map(century), value(1), value(0)).unwrap_or(Kind::Fault(Fault::NoSuchDate))
        }
        ([1 | 2, 4], '/') => Kind::Date(month_of(value(1)?, value(0)?)?),
        ([4, 2 | 4], '/' | '-') => Kind::Date(two_parts(value(0)?, value(1)?, separator)?),
        _ => return None,
    };
    Some((length, kind))
}

/// The year that two digits stand for: up to 68 of this century, as computers have it.
fn century(year: i16) -> i16 {
    if year <= 68 { 2000 + year } else { 1900 + year }
}

/// `03/2024`.
fn month_of(year: i16, month: i16) -> Option<DateDigits> {
    let first = Date::new(year, i8::try_from(month).ok()?, 1).ok();
    first.filter(|_| (1900..=2100).contains(&year)).map(DateDigits::Month)
}

/// `2023/24`, `2023-24` and `2023/2024` are two years; `2024-03` is a month; `2011-12` may be either.
fn two_parts(first: i16, second: i16, separator: char) -> Option<DateDigits> {
    if !(1900..=2100).contains(&first) {
        return None;
    }
    let follows = second == first + 1 || second == (first + 1) % 100;
    let month = (separator == '-').then(|| Date::new(first, i8::try_from(second).ok()?, 1).ok()).flatten();
    match (follows, month) {
        (true, Some(month)) => Some(DateDigits::TwoYearsOrMonth(month)),
        (true, None) => Some(DateDigits::TwoYears(first)),
        (false, month) => month.map(DateDigits::Month),
    }
}

#[cfg(test)]
mod tests {
    use super::super::glyph::glyphs;
    use super::*;

    fn read(text: &str) -> Result<(String, u32), Fault> {
        parse(text).map(|digits| (digits.value.to_string(), digits.places))
    }

    #[test]
    fn well_formed_numbers_are_read() {
        for (text, value, places) in [
            ("53,298", "53298", 0),
            ("1,234.50", "1234.5", 2),
            ("0.5", "0.5", 1),
            (".5", "0.5", 1),
            ("1000000", "1000000", 0),
        ] {
            assert_eq!(read(text), Ok((value.to_owned(), places)));
        }
    }

    #[test]
    fn malformed_numbers_are_faults() {
        for (text, fault) in [
            ("1,23", Fault::Grouping),
            ("1,2345", Fault::Grouping),
            ("1.234,5", Fault::Grouping),
            ("1234,567", Fault::Grouping),
            ("1.2.3", Fault::Grouping),
            ("007", Fault::LeadingZero),
            ("1234567890123456789012345678901", Fault::TooLong),
        ] {
            assert_eq!(read(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn spaces_of_any_kind_part_thousands() {
        for (text, length) in [
            ("53\u{2009}298", 6),
            ("1 234 567 people", 9),
            ("65 20", 2),
            ("1234 567", 4),
            ("12 3456", 2),
            ("1 234.5", 7),
        ] {
            assert_eq!(number(&glyphs(text)).0, length, "{text}");
        }
    }

    #[test]
    fn dates_are_day_month_year() {
        for (text, found) in [
            ("31/03/2024", Some("2024-03-31")),
            ("2024-03-31", Some("2024-03-31")),
            ("3.4.2024", Some("2024-04-03")),
            ("1/2/24", Some("2024-02-01")),
            ("2/3", None),
            ("40-50", None),
            ("1000-2000", None),
        ] {
            let day = match date(&glyphs(text)) {
                Some((_, Kind::Date(DateDigits::Day(date)))) => Some(date.to_string()),
                _ => None,
            };
            assert_eq!(day.as_deref(), found, "{text}");
        }
        assert!(matches!(date(&glyphs("31/02/2024")), Some((_, Kind::Fault(Fault::NoSuchDate)))));
    }

    #[test]
    fn two_years_are_told_from_a_month_where_they_can_be() {
        let read = |text| match date(&glyphs(text)) {
            Some((_, Kind::Date(date))) => Some(date),
            _ => None,
        };
        assert_eq!(read("2023/24"), Some(DateDigits::TwoYears(2023)));
        assert_eq!(read("2023–24"), Some(DateDigits::TwoYears(2023)));
        assert_eq!(read("1999/00"), Some(DateDigits::TwoYears(1999)));
        assert!(matches!(read("2024-03"), Some(DateDigits::Month(_))));
        assert!(matches!(read("2011-12"), Some(DateDigits::TwoYearsOrMonth(_))));
        assert_eq!(read("2023/26"), None);
    }
}
