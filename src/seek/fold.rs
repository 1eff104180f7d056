//! Words as they are looked up: without case, accents, apostrophes and the commas of thousands.
//!
//! `templates/assets/search.js` does the same to what a reader types; the browser test holds one against the other.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longer words are cut here, so that one of them cannot fill a file.
const LONGEST: usize = 64;

/// The words of a text, in its order: "Llŷn’s 53,298" gives "llyns" and "53298".
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words = Vec::new();
    let mut word = String::new();
    let mut length = 0;
    for (at, letter) in folded.iter().enumerate() {
        if letter.is_alphanumeric() || is_point(&folded, at) {
            length += 1;
            if length <= LONGEST {
                word.push(*letter);
            }
        } else if !word.is_empty() {
            words.push(std::mem::take(&mut word));
            length = 0;
        }
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

/// A reference as one word, however it is punctuated: "FOI/2024/00123" gives "foi202400123".
pub(super) fn whole(text: &str) -> String {
    words(text).concat().chars().take(LONGEST).collect()
}

/// By what a title is sorted: its words, folded.
#[must_use]
pub fn sort_key(title: &str) -> String {
    words(title).join(" ")
}

/// The longest name of a folder of ours: file systems allow few more than three times as many bytes.
const LONGEST_NAME: usize = 64;

/// A name in an address: "Asylum & protection" gives "asylum-protection". Different names can come to the same, and
/// long ones are cut.
#[must_use]
pub fn slug(name: &str) -> String {
    let ascii = |word: String| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let words: Vec<String> = words(name).into_iter().map(ascii).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(LONGEST_NAME).collect();
    if name.is_empty() { "other".to_owned() } else { name.trim_end_matches('-').to_owned() }
}

fn fold(text: &str) -> Vec<char> {
    let kept = without_separators(text);
    let letters = kept.nfkd().filter(|letter| !is_combining_mark(*letter) && !is_silent(*letter));
    letters.collect::<String>().to_lowercase().chars().flat_map(plain).collect()
}

/// Signs between the digits of one number where three follow.
fn without_separators(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let separates = |at: usize| {
        matches!(letters.get(at), Some(',' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}'))
            && at.checked_sub(1).is_some_and(digit)
            && (at + 1..at + 4).all(digit)
            && !digit(at + 4)
    };
    letters.iter().enumerate().filter(|(at, _)| !separates(*at)).map(|(_, letter)| *letter).collect()
}

/// Apostrophes, and signs that have no width.
fn is_silent(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '’'
            | '‘'
            | 'ʼ'
            | '`'
            | '\u{ad}'
            | '\u{200b}'
            | '\u{200c}'
            | '\u{200d}'
            | '\u{2060}'
            | '\u{feff}'
    )
}

/// Letters that have no accent to lose and are typed without one all the same.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let pair = match letter {
        'ø' => ['o', '\0'],
        'đ' | 'ð' => ['d', '\0'],
        'ł' => ['l', '\0'],
        'ı' => ['i', '\0'],
        'ς' => ['σ', '\0'],
        'ß' => ['s', 's'],
        'æ' => ['a', 'e'],
        'œ' => ['o', 'e'],
        'þ' => ['t', 'h'],
        other => [other, '\0'],
    };
    pair.into_iter().filter(|letter| *letter != '\0')
}

/// A point between digits belongs to its number.
fn is_point(letters: &[char], at: usize) -> bool {
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    letters.get(at) == Some(&'.') && at.checked_sub(1).is_some_and(digit) && digit(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_without_case_accents_and_apostrophes() {
        assert_eq!(
            words("Tŷ’r Cyffredin, Ynys MÔN; dŵr, Llŷn"),
            ["tyr", "cyffredin", "ynys", "mon", "dwr", "llyn"]
        );
        assert_eq!(
            words("the minister's ‘own’ naïve Straße"),
            ["the", "ministers", "own", "naive", "strasse"]
        );
        assert_eq!(words("W\u{302}yn \u{200b}so\u{ad}cial ﬁles"), ["wyn", "social", "files"]);
    }

    #[test]
    fn numbers_are_one_word_as_printed_and_as_typed() {
        assert_eq!(words("53,298 of 1,234,567"), ["53298", "of", "1234567"]);
        assert_eq!(words("53\u{202f}298, 60,00 and 1,2345"), ["53298", "60", "00", "and", "1", "2345"]);
        assert_eq!(words("£1.2m, 3.5% in 2024. 7."), ["1.2m", "3.5", "in", "2024", "7"]);
    }

    #[test]
    fn a_reference_is_one_word_however_it_is_punctuated() {
        assert_eq!(whole("FOI/2024/00123"), "foi202400123");
        assert_eq!(whole("HL 1234"), "hl1234");
        assert_eq!(whole(&"x".repeat(200)).len(), LONGEST);
    }

    #[test]
    fn a_name_becomes_a_plain_address() {
        assert_eq!(slug("Asylum & “protection”: Llŷn"), "asylum-protection-llyn");
        assert_eq!(slug("../.."), "other");
        assert_eq!(slug(&"long ".repeat(100)).len(), 64);
        assert_eq!(slug("Ωmega, β"), "mega");
    }
}
