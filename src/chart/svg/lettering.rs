//! How wide text is, from a table of average widths: the same layout on every machine, with no font files.

use super::clean;
use unicode_normalization::char::is_combining_mark;

/// A size and weight of lettering, in tenths of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::chart) struct Face {
    size: i32,
    strong: bool,
}

impl Face {
    /// The plain face of a size given in whole units.
    pub(in crate::chart) const fn plain(size: i32) -> Self {
        Self::tenths(size * super::UNIT)
    }

    /// The plain face of a size given in tenths of a unit.
    pub(super) const fn tenths(size: i32) -> Self {
        Self { size, strong: false }
    }

    /// The same size, heavier.
    pub(in crate::chart) const fn strong(self) -> Self {
        Self { strong: true, ..self }
    }

    /// The size in tenths of a unit.
    pub(in crate::chart) const fn size(self) -> i32 {
        self.size
    }

    /// The distance from one line to the next, in tenths of a unit.
    pub(in crate::chart) const fn leading(self) -> i32 {
        self.size * 13 / 10
    }

    /// How far above its baseline the middle of a line lies.
    pub(in crate::chart) const fn middle(self) -> i32 {
        self.size * 7 / 20
    }

    /// How far above its baseline a line reaches.
    pub(in crate::chart) const fn ascent(self) -> i32 {
        self.size * 4 / 5
    }

    /// The width of a text in tenths of a unit, rounded up, so that parts are never narrower than the whole. Wide
    /// enough for the widest of the common system faces, regular and bold.
    pub(in crate::chart) fn width(self, text: &str) -> i32 {
        let thousandths: i64 = text.chars().map(|character| i64::from(thousandths_of_em(character))).sum();
        let weight = if self.strong { 122 } else { 108 };
        i32::try_from((thousandths * i64::from(self.size) * weight + 99_999) / 100_000).unwrap_or(i32::MAX)
    }

    /// Breaks a text into lines no wider than `width`; what does not fit in `most` lines is cut with an ellipsis.
    pub(in crate::chart) fn wrap(self, text: &str, width: i32, most: usize) -> Vec<String> {
        let cleaned = clean(text);
        let mut lines: Vec<String> = Vec::new();
        for word in cleaned.split(' ').filter(|word| !word.is_empty()) {
            self.place(word, width, &mut lines);
            if lines.len() > most {
                lines.truncate(most);
                self.cut_last(&mut lines, width);
                return lines;
            }
        }
        lines
    }

    fn place(self, word: &str, width: i32, lines: &mut Vec<String>) {
        if let Some(line) = lines.last_mut()
            && self.width(line).saturating_add(self.width(" ")).saturating_add(self.width(word)) <= width
        {
            line.push(' ');
            line.push_str(word);
        } else if self.width(word) <= width {
            lines.push(word.to_owned());
        } else {
            self.split_word(word, width, lines);
        }
    }

    /// A word wider than the column is broken where it must be, never before a combining mark.
    fn split_word(self, word: &str, width: i32, lines: &mut Vec<String>) {
        let mut line = String::new();
        let mut used = 0;
        for character in word.chars() {
            let wide = self.width(character.encode_utf8(&mut [0; 4]));
            if used + wide > width && !line.is_empty() && !is_combining_mark(character) {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(character);
            used += wide;
        }
        lines.push(line);
    }

    fn cut_last(self, lines: &mut [String], width: i32) {
        let Some(last) = lines.last_mut() else { return };
        while self.width(last).saturating_add(self.width("…")) > width && last.pop().is_some() {}
        last.truncate(last.trim_end_matches([' ', ',', '.', ';']).len());
        last.push('…');
    }
}

/// The advance of a character in thousandths of an em: the wider side of common sans-serif faces.
fn thousandths_of_em(character: char) -> u16 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' | '‘' | '’' | 'I' => 290,
        ' ' | '.' | ',' | ':' | ';' | '!' | '·' => 330,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '/' | '-' => 400,
        '“' | '”' | '"' | 'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 530,
        'm' | 'M' | 'W' | 'w' | '%' | '@' | '—' | '…' => 920,
        'A'..='Z' | '&' => 710,
        '0'..='9' => 620,
        _ if is_combining_mark(character) => 0,
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' => 1000,
        '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}' => 1000,
        '\u{1F000}'..='\u{3FFFF}' => 1200,
        _ => 610,
    }
}
