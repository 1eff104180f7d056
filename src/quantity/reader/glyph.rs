//! The characters of a phrase in one form, each with the bytes it came from.

use unicode_normalization::UnicodeNormalization;

/// A space that may stand inside a number: `53 298`.
pub(super) const THIN_SPACE: char = '\u{2009}';

/// A character in its plain form, and where it stands in the phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) ch: char,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The phrase in lower case, with one kind of space, dash and quotation mark, and full-width forms made plain.
///
/// Characters that only look like digits (raised ones, those in circles) are kept as they are: whether they are
/// a note, a power or a number is not for the reader to guess.
pub(super) fn glyphs(phrase: &str) -> Vec<Glyph> {
    let mut out = Vec::with_capacity(phrase.len());
    for (from, c) in phrase.char_indices() {
        let to = from + c.len_utf8();
        let mut push = |ch| out.push(Glyph { ch, from, to });
        match plain(c) {
            Plain::Nothing => {}
            Plain::One(ch) => push(ch),
            Plain::Compatible => c.nfkc().flat_map(char::to_lowercase).for_each(push),
        }
    }
    out
}

enum Plain {
    Nothing,
    One(char),
    Compatible,
}

fn plain(c: char) -> Plain {
    match c {
        'a'..='z' | '0'..='9' => Plain::One(c),
        'A'..='Z' => Plain::One(c.to_ascii_lowercase()),
        // Soft hyphen, zero-width characters and the byte order mark.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => Plain::Nothing,
        '\u{a0}' | '\u{2007}'..='\u{200a}' | '\u{202f}' => Plain::One(THIN_SPACE),
        _ if c.is_whitespace() => Plain::One(' '),
        '\u{2010}'..='\u{2013}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => Plain::One('-'),
        '\u{2014}' | '\u{2015}' => Plain::One('—'),
        '\u{2212}' => Plain::One('−'),
        '‘' | '’' | 'ʼ' | '`' => Plain::One('\''),
        '“' | '”' | '„' | '«' | '»' => Plain::One('"'),
        _ if vulgar_fraction(c).is_some() => Plain::One(c),
        _ if c.is_ascii() => Plain::One(c),
        _ if only_looks_like_a_digit(c) => Plain::One(c),
        _ => Plain::Compatible,
    }
}

fn only_looks_like_a_digit(c: char) -> bool {
    let full_width = ('\u{ff10}'..='\u{ff19}').contains(&c);
    !full_width && c.nfkc().any(|plain| plain.is_ascii_digit())
}

/// The value of a character such as `½`.
pub(super) fn vulgar_fraction(c: char) -> Option<(i64, i64)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅒' => (1, 10),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(phrase: &str) -> String {
        glyphs(phrase).iter().map(|glyph| glyph.ch).collect()
    }

    #[test]
    fn look_alikes_become_one_form() {
        assert_eq!(text("Ｃ．６５"), "c.65");
        assert_eq!(text("40–50"), "40-50");
        assert_eq!(text("53\u{202f}298"), "53\u{2009}298");
        assert_eq!(text("ab\u{ad}scond\u{200b}er’s"), "absconder's");
    }

    #[test]
    fn raised_digits_are_not_digits() {
        assert_eq!(text("53²"), "53²");
        assert_eq!(text("①½"), "①½");
    }

    #[test]
    fn every_character_knows_its_bytes() {
        let glyphs = glyphs("£5½");
        let places: Vec<_> = glyphs.iter().map(|glyph| (glyph.from, glyph.to)).collect();
        assert_eq!(places, [(0, 2), (2, 3), (3, 5)]);
    }
}
