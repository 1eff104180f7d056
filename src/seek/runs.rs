//! Ascending numbers as letters: gaps and lengths of runs.
//!
//! A number is written to the base of 26 with capital letters, the last one small. No digit stands in a list, so that
//! none can look like a figure, and nothing that JSON has to escape.

/// Writes ascending numbers, none twice.
pub(super) fn written(numbers: impl IntoIterator<Item = u32>) -> String {
    let mut text = String::new();
    let mut run: Option<(u32, u32)> = None;
    let mut end = 0;
    for number in numbers {
        match &mut run {
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            _ => {
                end = close(&mut text, run, end);
                run = Some((number, number));
            }
        }
    }
    close(&mut text, run, end);
    text
}

/// Writes a run after one that ended before `end`, and says where it ends itself.
fn close(text: &mut String, run: Option<(u32, u32)>, end: u32) -> u32 {
    let Some((first, last)) = run else { return end };
    push(text, first.saturating_sub(end));
    push(text, last - first);
    last.saturating_add(1)
}

fn push(text: &mut String, number: u32) {
    let digit = |value: u32, first: u8| char::from(first + u8::try_from(value % 26).unwrap_or(0));
    let mut letters = vec![digit(number, b'a')];
    let mut rest = number / 26;
    while rest > 0 {
        letters.push(digit(rest, b'A'));
        rest /= 26;
    }
    text.extend(letters.iter().rev());
}

#[cfg(test)]
pub(super) fn read(text: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    let (mut number, mut gap, mut at) = (0, None, 0);
    for letter in text.bytes() {
        number = number * 26 + u32::from(letter.to_ascii_lowercase() - b'a');
        if letter.is_ascii_uppercase() {
            continue;
        }
        match gap.take() {
            None => gap = Some(number),
            Some(gap) => {
                at += gap;
                numbers.extend(at..=at + number);
                at += number + 1;
            }
        }
        number = 0;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn gaps_and_lengths_alternate() {
        assert_eq!(written([0]), "aa");
        assert_eq!(written([3, 4, 5, 7]), "dcba");
        assert_eq!(written([26, 26 * 26]), "BaaYza");
        assert_eq!(written([]), "");
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back(numbers in proptest::collection::btree_set(0_u32..300_000, 0..200)) {
            let numbers: Vec<u32> = numbers.into_iter().collect();
            let text = written(numbers.iter().copied());
            prop_assert!(text.bytes().all(|letter| letter.is_ascii_alphabetic()));
            prop_assert_eq!(read(&text), numbers);
        }
    }
}
