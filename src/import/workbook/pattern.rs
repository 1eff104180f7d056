//! The text of a format, piece by piece.

use super::date::Token;

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

/// How one kind of number is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) before: String,
    pub(super) after: String,
    /// The fewest digits before the point; none where there is no place for digits.
    pub(super) whole: Option<usize>,
    pub(super) places: usize,
    /// The fewest of them.
    pub(super) fixed: usize,
    pub(super) thousands: bool,
    pub(super) percent: usize,
    /// By how many powers of ten the number is made smaller.
    pub(super) smaller: i32,
    /// Something in it is not known here.
    pub(super) unknown: bool,
}

/// A piece of the text of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
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
pub(super) fn sections(code: &str) -> Vec<Vec<Piece>> {
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

pub(super) fn section(pieces: &[Piece]) -> Section {
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
pub(super) fn tokens(pieces: &[Piece]) -> Vec<Token> {
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
