//! Text with what is only typography taken out, and for each character where it came from.

use unicode_normalization::UnicodeNormalization;

/// Whether capitals tell words apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Kept,
    Folded,
}

/// A text with one kind of space, dash and quotation mark, in the compatible form of Unicode, without soft hyphens.
#[derive(Debug, Clone, Default)]
pub(super) struct Plain {
    pub(super) chars: Vec<char>,
    /// The byte of the text from which each character was made.
    pub(super) from: Vec<usize>,
}

impl Plain {
    /// White space is one space between words, and none at the ends.
    pub(super) fn of(text: &str, case: Case) -> Self {
        let mut plain = Self::default();
        let mut space = None;
        for (at, c) in text.char_indices() {
            let one = typeset(c);
            match one {
                None => {}
                Some(' ') => space = space.or(Some(at)),
                Some(_) => {
                    if let Some(at) = space.take().filter(|_| !plain.chars.is_empty()) {
                        plain.push(' ', at);
                    }
                    one.into_iter().nfkc().for_each(|c| match case {
                        Case::Kept => plain.push(c, at),
                        Case::Folded => c.to_lowercase().for_each(|c| plain.push(c, at)),
                    });
                }
            }
        }
        plain
    }

    fn push(&mut self, c: char, from: usize) {
        self.chars.push(c);
        self.from.push(from);
    }

    /// Where some words stand as whole words, from a place on.
    pub(super) fn find(&self, words: &[char], from: usize) -> Option<usize> {
        let joins = |at: Option<usize>, edge: Option<&char>| {
            let beside = at.and_then(|at| self.chars.get(at));
            beside.is_some_and(|c| c.is_alphanumeric()) && edge.is_some_and(|c| c.is_alphanumeric())
        };
        let mut starts = from..self.chars.len();
        starts.find(|start| {
            let end = start + words.len();
            self.chars.get(*start..end) == Some(words)
                && !joins(start.checked_sub(1), words.first())
                && !joins(Some(end), words.last())
        })
    }
}

/// The character in its plain form; none for what is not seen.
fn typeset(c: char) -> Option<char> {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        _ if c.is_whitespace() => Some(' '),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => Some('-'),
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '`' | '“' | '”' | '„' | '«' | '»' | '"' => Some('\''),
        _ => Some(c),
    }
}

/// Some words stand in a text, whatever their capitals and typography.
pub(super) fn holds(text: &str, words: &str) -> bool {
    let words = Plain::of(words, Case::Folded).chars;
    !words.is_empty() && Plain::of(text, Case::Folded).find(&words, 0).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<char> {
        Plain::of(text, Case::Folded).chars
    }

    #[test]
    fn typography_and_capitals_do_not_tell_words_apart() {
        for (a, b) in [
            ("Llyfrgelloedd  Dŵr", "LLYFRGELLOEDD DŴR"),
            ("the Home Office’s own", "the Home Office's own"),
            ("full\u{2011}time", "full-time"),
            ("ab\u{ad}sconders", "absconders"),
            ("“dedicated”", "'dedicated'"),
            ("ﬁve staff", "five\u{a0}staff"),
        ] {
            assert_eq!(folded(a), folded(b), "{a} {b}");
        }
        assert_ne!(folded("tŵr"), folded("twr"));
    }

    #[test]
    fn words_stand_in_a_text_only_as_whole_words() {
        assert!(holds("Staff CURRENTLY dedicated to tracing", "currently"));
        assert!(!holds("concurrently", "currently"));
        assert!(!holds("1,653", "65"));
        assert!(holds("c.65 staff", "65"));
        assert!(!holds("anything", " "));
    }

    #[test]
    fn every_character_knows_where_it_came_from() {
        let plain = Plain::of("  “ŵ”\u{a0} ½", Case::Kept);
        let text: String = plain.chars.iter().collect();
        assert_eq!(text, "'ŵ' 1⁄2");
        assert_eq!(plain.from, [2, 5, 7, 10, 13, 13, 13]);
    }
}
