//! The words of a cell, and the footnote markers that stand raised beside them.

/// Words with their markers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) text: Box<str>,
    /// None in most cells, and then without cost.
    pub(super) marks: Option<Box<[String]>>,
}

/// Words as they are read, piece by piece.
#[derive(Debug, Default)]
pub(super) struct Runs {
    text: String,
    marks: Vec<String>,
}

/// Whether a piece of text stands raised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Position {
    #[default]
    OnLine,
    Raised,
}

/// Raised, and yet part of a word.
const ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];

impl Runs {
    pub(super) fn push(&mut self, text: &str, position: Position) {
        match position {
            Position::OnLine => self.text.push_str(text),
            Position::Raised if ENDINGS.contains(&text.trim()) => self.text.push_str(text),
            Position::Raised => {
                let marks = text.split([',', ';', ' ', '\u{a0}', '\n', '\t']).filter(|mark| !mark.is_empty());
                self.marks.extend(marks.map(str::to_owned));
                if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
                    self.text.push(' ');
                }
            }
        }
    }

    /// A mark that the file names as one.
    pub(super) fn mark(&mut self, mark: &str) {
        self.marks.extend(Some(mark.trim()).filter(|mark| !mark.is_empty()).map(str::to_owned));
    }

    pub(super) fn len(&self) -> usize {
        self.text.len() + self.marks.iter().map(String::len).sum::<usize>()
    }

    pub(super) fn finish(self) -> Words {
        let marks = (!self.marks.is_empty()).then(|| self.marks.into_boxed_slice());
        Words { text: self.text.into_boxed_str(), marks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(pieces: &[(&str, Position)]) -> (String, Vec<String>) {
        let mut runs = Runs::default();
        pieces.iter().for_each(|(text, position)| runs.push(text, *position));
        let words = runs.finish();
        (words.text.into(), words.marks.map(Vec::from).unwrap_or_default())
    }

    #[test]
    fn what_is_raised_is_a_mark_and_no_digit() {
        let (text, marks) = runs(&[("Total", Position::OnLine), ("4, 5", Position::Raised)]);
        assert_eq!((text.as_str(), marks), ("Total", vec!["4".to_owned(), "5".to_owned()]));
        let (text, marks) = runs(&[("1", Position::Raised), (" Of these", Position::OnLine)]);
        assert_eq!((text.as_str(), marks), (" Of these", vec!["1".to_owned()]));
    }

    #[test]
    fn the_ending_of_a_word_stays_with_it() {
        let pieces = [("31", Position::OnLine), ("st", Position::Raised), (" March", Position::OnLine)];
        assert_eq!(runs(&pieces), ("31st March".to_owned(), Vec::new()));
    }
}
