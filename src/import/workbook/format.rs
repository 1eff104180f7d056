//! Formats of numbers: what a reader sees of a number, and what kind of number it is.
//!
//! Signs, digits, separators, percentages, scaling, dates and words in a format are shown as a spreadsheet shows them.
//! Without a format, and under one that is not known here (fractions, powers of ten, conditions), a number is shown in
//! fifteen digits, which is what spreadsheets work with: 0.1 + 0.2 is 0.3.

use super::date::{self, Epoch, Token};
use super::decimal::Decimal;
use crate::import::sheet::Held;

/// A format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Format {
    /// None of its own.
    General,
    /// Numbers above zero, below it, and zero.
    Numbers(Vec<Section>),
    Date(Vec<Token>),
}

/// How one kind of number is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Section {
    before: String,
    after: String,
    /// The fewest digits before the point; none where there is no place for digits.
    whole: Option<usize>,
    places: usize,
    /// The fewest of them.
    fixed: usize,
    thousands: bool,
    percent: usize,
    /// By how many powers of ten the number is made smaller.
    smaller: i32,
    /// Something in it is not known here.
    unknown: bool,
}

/// The formats that have a number in place of a text.
pub(super) fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 | 48 => "0.00E+00",
        12 | 13 => "# ?/?",
        14 => "dd/mm/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "dd/mm/yyyy hh:mm",
        37 | 38 => "#,##0;-#,##0",
        39 | 40 => "#,##0.00;-#,##0.00",
        41 => "#,##0;-#,##0;\"-\"",
        42 => "\"£\"#,##0;-\"£\"#,##0;\"£-\"",
        43 => "#,##0.00;-#,##0.00;\"-\"",
        44 => "\"£\"#,##0.00;-\"£\"#,##0.00;\"£-\"",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        49 => "@",
        _ => return None,
    })
}

impl Format {
    /// Reads the text of a format.
    pub(super) fn parse(code: &str) -> Self {
        let sections = sections(code);
        let Some(first) = sections.first() else { return Self::General };
        if first.iter().any(|piece| matches!(piece, Piece::Letter('y' | 'd' | 'h' | 's' | 'm')))
            && !first.iter().any(|piece| matches!(piece, Piece::Sign('#' | '?')))
        {
            return Self::Date(tokens(first));
        }
        let is_general =
            |pieces: &Vec<Piece>| pieces.contains(&Piece::Letter('g')) || pieces.contains(&Piece::Sign('@'));
        if is_general(first) || code.trim().is_empty() {
            return Self::General;
        }
        Self::Numbers(sections.iter().take(3).map(|pieces| section(pieces)).collect())
    }

    /// What is held and what is shown.
    pub(super) fn show(&self, number: &Decimal, epoch: Epoch) -> (Held, String) {
        let plain = || (Held::Number(number.to_string()), number.clone().shown().to_string());
        match self {
            Self::General => plain(),
            Self::Date(tokens) => {
                let Some((date, second)) = date::moment(number, epoch) else {
                    return match date::shows(tokens) {
                        date::Shows::Time => (Held::Text, time(tokens, number).unwrap_or_else(|| plain().1)),
                        _ => plain(),
                    };
                };
                let shown = date::words(tokens, date, second);
                (date::held(date, date::shows(tokens)), shown)
            }
            Self::Numbers(sections) => {
                let shown = show(sections, number).unwrap_or_else(|| plain().1);
                let percent = sections.first().is_some_and(|section| section.percent > 0);
                let held = if percent { Held::Percent } else { Held::Number };
                (held(number.to_string()), shown)
            }
        }
    }
}

/// A time of day on the day zero, which is no date.
fn time(tokens: &[Token], number: &Decimal) -> Option<String> {
    let (date, second) = date::moment(number, Epoch::Of1904)?;
    Some(date::words(tokens, date, second))
}

fn show(sections: &[Section], number: &Decimal) -> Option<String> {
    let (section, sign) = match (sections, number.negative, number.is_zero()) {
        ([_, below, ..], true, _) => (below, ""),
        ([_, _, zero], _, true) => (zero, ""),
        ([first, ..], negative, _) => (first, if negative { "-" } else { "" }),
        ([], _, _) => return None,
    };
    if section.unknown {
        return None;
    }
    let around = |sign: &str, digits: &str| {
        let shown = format!("{}{digits}{}", section.before, section.after);
        format!("{sign}{}", shown.trim())
    };

    let Some(least) = section.whole else { return Some(around(sign, "")) };
    let powers = i32::try_from(section.percent * 2).ok()? - section.smaller;
    let places = i32::try_from(section.places).ok()?;
    let number = number.clone().size().shown().scaled(powers).rounded(places);
    let (whole, mut part) = number.halves();
    while part.len() > section.fixed && part.ends_with('0') {
        part.pop();
    }
    let whole = if least == 0 && whole == "0" { String::new() } else { format!("{whole:0>least$}") };
    let whole = if section.thousands { grouped(&whole) } else { whole };
    let point = if part.is_empty() { "" } else { "." };
    // What is rounded to zero has no sign any more.
    let sign = if number.is_zero() { "" } else { sign };
    Some(around(sign, &format!("{whole}{point}{part}")))
}

fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A piece of the text of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// Shown as it is.
    Words(String),
    /// A letter of dates, or the first of `General`.
    Letter(char),
    /// A place for a digit, a separator, a percent sign.
    Sign(char),
    /// What is not known here.
    Other,
}

/// The pieces of each section.
fn sections(code: &str) -> Vec<Vec<Piece>> {
    let mut sections = vec![Vec::new()];
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        let piece = match character {
            ';' => {
                sections.push(Vec::new());
                continue;
            }
            '"' => Piece::Words(characters.by_ref().take_while(|next| *next != '"').collect()),
            '\\' | '!' => Piece::Words(characters.next().map(String::from).unwrap_or_default()),
            // A space as wide as the next character, or as wide as the column.
            '_' | '*' => {
                characters.next();
                Piece::Words(if character == '_' { " ".to_owned() } else { String::new() })
            }
            '[' => bracket(&characters.by_ref().take_while(|next| *next != ']').collect::<String>()),
            '0' | '#' | '?' | '.' | ',' | '%' | '@' => Piece::Sign(character),
            'E' | 'e' | '/' if has_digits(sections.last()) => Piece::Other,
            'G' | 'g' if characters.as_str().to_ascii_lowercase().starts_with("eneral") => {
                let _general = characters.nth(5);
                Piece::Letter('g')
            }
            'A' | 'a' if characters.as_str().to_ascii_lowercase().starts_with("m/pm") => {
                let _half = characters.nth(3);
                Piece::Letter('a')
            }
            'y' | 'm' | 'd' | 'h' | 's' | 'Y' | 'M' | 'D' | 'H' | 'S' => {
                Piece::Letter(character.to_ascii_lowercase())
            }
            other => Piece::Words(other.to_string()),
        };
        if let Some(section) = sections.last_mut() {
            section.push(piece);
        }
    }
    sections
}

fn has_digits(section: Option<&Vec<Piece>>) -> bool {
    section.is_some_and(|pieces| pieces.iter().any(|piece| matches!(piece, Piece::Sign('0' | '#' | '?'))))
}

/// `[$£-809]` is a pound sign, `[Red]` nothing, `[h]` hours that go on after 24, and a condition is not known.
fn bracket(inside: &str) -> Piece {
    if let Some(sign) = inside.strip_prefix('$') {
        return Piece::Words(sign.split('-').next().unwrap_or_default().to_owned());
    }
    match inside.chars().next() {
        Some('<' | '>' | '=') => Piece::Other,
        Some('h' | 'H' | 'm' | 'M' | 's' | 'S') if inside.len() <= 2 => Piece::Letter('s'),
        _ => Piece::Words(String::new()),
    }
}

fn section(pieces: &[Piece]) -> Section {
    let mut section = Section::default();
    let (mut after_point, mut commas) = (false, 0);
    for piece in pieces {
        match piece {
            Piece::Words(words) if section.whole.is_none() => section.before.push_str(words),
            Piece::Words(words) => section.after.push_str(words),
            Piece::Sign('%') => {
                section.percent += 1;
                if section.whole.is_none() { &mut section.before } else { &mut section.after }.push('%');
            }
            Piece::Sign('.') if section.whole.is_some() || !after_point => {
                after_point = true;
                section.whole.get_or_insert(0);
            }
            Piece::Sign(',') => commas += 1,
            Piece::Sign(place @ ('0' | '#' | '?')) => {
                section.thousands |= commas > 0 && !after_point;
                commas = 0;
                let whole = section.whole.get_or_insert(0);
                match (after_point, *place) {
                    (false, '0') => *whole += 1,
                    (false, _) => {}
                    (true, place) => {
                        section.places += 1;
                        section.fixed = if place == '0' { section.places } else { section.fixed };
                    }
                }
            }
            Piece::Sign(_) | Piece::Letter(_) | Piece::Other => section.unknown = true,
        }
    }
    section.smaller = commas * 3;
    section.unknown |= section.places > 30 || section.percent > 1 || section.smaller > 12;
    section
}

/// A format for dates. An `m` after hours or before seconds is a minute.
fn tokens(pieces: &[Piece]) -> Vec<Token> {
    let mut runs: Vec<(Piece, usize)> = Vec::new();
    for piece in pieces {
        match runs.last_mut() {
            Some((last, width)) if last == piece && matches!(piece, Piece::Letter(_)) => *width += 1,
            _ => runs.push((piece.clone(), 1)),
        }
    }
    let letters: Vec<char> =
        runs.iter().map(|(piece, _)| if let Piece::Letter(letter) = piece { *letter } else { ' ' }).collect();
    let is_minute = |at: usize| {
        let before = letters.iter().take(at).rev().find(|letter| **letter != ' ');
        let after = letters.iter().skip(at + 1).find(|letter| **letter != ' ');
        before == Some(&'h') || after == Some(&'s')
    };
    let token = |(at, (piece, width)): (usize, &(Piece, usize))| match piece {
        Piece::Letter('y') => Token::Year(*width),
        Piece::Letter('m') if is_minute(at) => Token::Minute(*width),
        Piece::Letter('m') => Token::Month(*width),
        Piece::Letter('d') => Token::Day(*width),
        Piece::Letter('h') => Token::Hour(*width),
        Piece::Letter('s') => Token::Second(*width),
        Piece::Letter('a') => Token::Half,
        Piece::Words(words) => Token::Words(words.clone()),
        Piece::Sign(sign @ ('.' | ',' | '%')) => Token::Words(sign.to_string()),
        Piece::Letter(_) | Piece::Sign(_) | Piece::Other => Token::Words(String::new()),
    };
    runs.iter().enumerate().map(token).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shown(code: &str, number: &str) -> (Held, String) {
        Format::parse(code).show(&Decimal::parse(number).unwrap(), Epoch::Of1900)
    }

    #[test]
    fn numbers_are_shown_as_their_format_says() {
        for (code, number, text) in [
            ("General", "0.30000000000000004", "0.3"),
            ("0", "12.5", "13"),
            ("#,##0", "1234567", "1,234,567"),
            ("#,##0", "-1234", "-1,234"),
            ("#,##0.0", "0.04", "0.0"),
            ("#,##0;(#,##0)", "-1234", "(1,234)"),
            ("#,##0;-#,##0;\"-\"", "0", "-"),
            ("_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", "1234", "1,234"),
            ("[$£-809]#,##0.00", "1234.5", "£1,234.50"),
            ("#,##0,", "1234567", "1,235"),
            ("0.0,,\"m\"", "1250000", "1.3m"),
            ("0.##", "1.5", "1.5"),
            ("#", "0", ""),
            ("000", "7", "007"),
            (";;;", "7", ""),
            ("[Red]0", "7", "7"),
            ("[>=100]0;0.0", "7.25", "7.25"),
            ("0.00E+00", "12345", "12345"),
            ("# ?/?", "0.5", "0.5"),
            ("0\" people\"", "3", "3 people"),
            ("0", "-0.2", "0"),
            ("_-* #,##0_-;\\-* #,##0_-;_-* \"-\"??_-;_-@_-", "0", "-"),
        ] {
            assert_eq!(shown(code, number).1, text, "{code} {number}");
        }
    }

    #[test]
    fn a_percentage_keeps_the_share_in_the_file() {
        assert_eq!(shown("0.0%", "0.12345"), (Held::Percent("0.12345".into()), "12.3%".into()));
        assert_eq!(shown("0%", "1"), (Held::Percent("1".into()), "100%".into()));
        assert_eq!(shown("0%", "-0.5"), (Held::Percent("-0.5".into()), "-50%".into()));
    }

    #[test]
    fn a_date_is_as_exact_as_it_is_shown() {
        for (code, number, text, held) in [
            ("dd/mm/yyyy", "45237", "07/11/2023", "2023-11-07"),
            ("d\\-mmm\\-yy", "45237.25", "7-Nov-23", "2023-11-07"),
            ("mmm-yy", "45231", "Nov-23", "2023-11"),
            ("mmmm yyyy", "45231", "November 2023", "2023-11"),
            ("yyyy", "45231", "2023", "2023"),
            ("[$-809]dddd d mmmm yyyy", "45237", "Tuesday 7 November 2023", "2023-11-07"),
            ("yyyy-mm-dd hh:mm:ss", "45237.5", "2023-11-07 12:00:00", "2023-11-07"),
            ("d/m/yy h:mm AM/PM", "45237.75", "7/11/23 6:00 PM", "2023-11-07"),
        ] {
            let date = crate::period::PartialDate::parse(held).unwrap();
            assert_eq!(shown(code, number), (Held::Date(date), text.to_owned()), "{code}");
        }
        assert_eq!(shown("h:mm", "0.5"), (Held::Text, "12:00".into()));
        assert_eq!(shown("dd/mm/yyyy", "-1"), (Held::Number("-1".into()), "-1".into()));
    }
}
