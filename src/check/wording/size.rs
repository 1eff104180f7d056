//! Words that present a number as small or large, where they stand beside one.

use super::lexicon::SIZE_VERBS;
use super::prose::Word;
use crate::check::hedges::read;
use std::ops::Range;

/// How many words a number may stand from a verb of size.
const NEAR: usize = 6;
/// The words with which the phrase reader's words of size begin, besides the article.
const STARTS: &[&str] = &[
    "only", "just", "merely", "mere", "barely", "hardly", "scarcely", "as", "a", "an", "no", "dim", "fully",
];

/// Whether a word of size starts here, and the words from it to its number.
pub(super) fn at(words: &[Word], at: usize) -> Option<Range<usize>> {
    let word = words.get(at)?;
    if SIZE_VERBS.contains(&word.text.as_str()) {
        return has_number_near(words, at).then_some(at..at + 1);
    }
    if !STARTS.contains(&word.text.as_str()) {
        return None;
    }
    (at + 2..=(at + 5).min(words.len())).find_map(|end| presents(words.get(at..end)?).then_some(at..end - 1))
}

/// The words are a word of size and then a number; “only one” picks one out and presents no number.
fn presents(words: &[Word]) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    let joined = words.iter().skip(1).all(|word| word.follows);
    let text = |words: &[Word]| words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
    joined
        && last.text != "one"
        && is_number(&last.text)
        && !before.iter().any(|word| is_number(&word.text))
        && read(&text(words)).is_some_and(|reading| reading.amount().is_some() && reading.stance().is_some())
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || (word.chars().all(|c| c.is_alphabetic() || c == '-')
            && !STARTS.contains(&word)
            && read(word).is_some_and(|reading| reading.amount().is_some()))
}

/// A number in digits within the same few words, however they are punctuated inside the sentence.
fn has_number_near(words: &[Word], at: usize) -> bool {
    let digits = |word: &Word| word.text.starts_with(|c: char| c.is_ascii_digit());
    let after = words.iter().skip(at + 1).take(NEAR).take_while(|word| word.follows);
    let before = words.iter().take(at + 1).rev();
    let chained: Vec<&Word> = before
        .scan(true, |goes_on, word| {
            let here = *goes_on;
            *goes_on = word.follows;
            here.then_some(word)
        })
        .take(NEAR + 1)
        .collect();
    after.chain(chained.into_iter().skip(1)).any(digits)
}
