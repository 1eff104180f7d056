//! Finds the wordings of answers that give no value.

use super::super::NoValue;
use super::cursor::Cursor;
use super::no_value_words::{GROUPS, Group, Strength};
use super::token::{Kind, Token};
use smol_str::{SmolStr, format_smolstr};

/// The longest run of words that `*` stands for.
const GAP: usize = 4;

/// Words without which no pattern holds, in order.
#[rustfmt::skip]
const TRIGGERS: &[&str] = &[
    "a", "aren't", "avoid", "awaited", "awaiting", "can't", "cannot", "check", "checking", "collate",
    "collating", "collation", "confidential", "cost", "costs", "decline", "declined", "declines", "didn't",
    "disclosive", "disproportionate", "disproportionately", "doesn't", "don't", "due", "examine",
    "examining", "exempt", "exempted", "exemption", "exemptions", "failed", "fails", "forthcoming",
    "hasn't", "haven't", "held", "hold", "holds", "inapplicable", "intend", "intended", "intends",
    "intention", "interrogate", "interrogating", "isn't", "less", "limit", "limits", "manual", "manually",
    "missing", "multiple", "ncnd", "negligible", "neither", "never", "no", "nobody", "none", "not", "pending",
    "prevent", "protect", "publish", "published", "redacted", "refuse", "refused", "refuses", "release",
    "released", "require", "requires", "review", "s", "s12", "search", "searching", "section", "several",
    "suppressed", "suppression", "tba", "tbc", "too", "trawl", "trawling", "unable", "unanswered",
    "unavailable", "unclear", "undisclosed", "unknown", "unpublished", "unrecorded", "unreported",
    "unspecified", "unwilling", "will", "withheld", "without", "won't", "wouldn't", "yet",
];

/// The words of a phrase, ready to be searched.
pub(super) struct Words<'a> {
    words: Vec<&'a str>,
    cursor: Cursor<'a>,
}

impl<'a> Words<'a> {
    /// The words, unless there is none with which an answer without a value could be worded.
    pub(super) fn of(cursor: &Cursor<'a>) -> Option<Self> {
        let is_word = |token: &&Token| matches!(token.kind, Kind::Word | Kind::Number(_));
        let words: Vec<&str> =
            cursor.tokens.iter().filter(is_word).map(|token| token.text.as_str()).collect();
        let words = without_other_acts(&words);
        let triggered = words.iter().any(|word| TRIGGERS.binary_search(word).is_ok());
        triggered.then_some(Self { words, cursor: *cursor })
    }

    /// The answers found, the one that says most first, each once.
    pub(super) fn answers(&self, strength: Strength) -> Vec<NoValue> {
        let mut answers: Vec<NoValue> = Vec::new();
        if strength == Strength::Always {
            answers.extend(self.exempt_section());
        }
        for group in GROUPS.iter().filter(|group| group.strength == strength) {
            let exempt = |answer: &NoValue| {
                matches!((answer, &group.answer), (NoValue::Exempt(_), NoValue::Exempt(_)))
            };
            let known = answers.iter().any(|answer| *answer == group.answer || exempt(answer));
            if !known && self.holds(group) {
                answers.push(group.answer.clone());
            }
        }
        // Whatever is not held centrally is also worded as not held.
        if answers.contains(&NoValue::NotHeldCentrally) {
            answers.retain(|answer| *answer != NoValue::NotHeld);
        }
        // A refusal under section 12 is worded as one under an exemption.
        if answers.contains(&NoValue::CostLimit) {
            answers.retain(|answer| *answer != NoValue::Exempt(None));
        }
        answers.sort_by_key(rank);
        answers
    }

    fn holds(&self, group: &Group) -> bool {
        group.patterns.iter().any(|pattern| {
            let pattern: Vec<&str> = pattern.split(' ').collect();
            (0..self.words.len()).any(|start| matches(&pattern, self.words.get(start..).unwrap_or_default()))
        })
    }

    /// "Section 40(2)", "s.31(1)(e)": an exemption of the Freedom of Information Act, which has them in sections
    /// 21 to 44.
    fn exempt_section(&self) -> Option<NoValue> {
        let mut cursor = self.cursor;
        while !cursor.is_done() {
            if let Some(section) = section(&mut cursor).filter(|_| !cursor_is_before_another_act(&cursor)) {
                return Some(NoValue::Exempt(Some(section.into())));
            }
            cursor.bump();
        }
        None
    }
}

/// How many words after a section name the act that it is of: "of the Immigration and Asylum Act 1999".
const LONGEST_NAME: usize = 14;

/// The words after a section of an act that is not the Freedom of Information Act, nor its like: such a section grounds
/// no refusal.
fn names_another_act(after: &[&str]) -> bool {
    let after = after.get(..after.len().min(LONGEST_NAME)).unwrap_or(after);
    let act = after.iter().position(|word| matches!(*word, "act" | "regulations" | "order" | "code"));
    let Some(name) = act.and_then(|act| after.get(..act)) else { return false };
    // "The Act" and "the 2000 Act" are said of the Freedom of Information Act in an answer to a request.
    let says_nothing =
        |word: &&str| matches!(*word, "of" | "the" | "that" | "this" | "said" | "same" | "2000" | "2002");
    name.first() == Some(&"of")
        && !name.iter().all(says_nothing)
        && !name.iter().any(|word| matches!(*word, "information" | "foi" | "foia"))
}

/// Words without the sections of other acts.
fn without_other_acts<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let of_another = |at: usize| {
        let is_section =
            words.get(at).is_some_and(|word| matches!(*word, "section" | "sections" | "s" | "sec"));
        is_section && words.get(at + 2..).is_some_and(names_another_act)
    };
    let is_kept = |at: &usize| !of_another(*at) && !at.checked_sub(1).is_some_and(of_another);
    (0..words.len()).filter(is_kept).filter_map(|at| words.get(at).copied()).collect()
}

fn cursor_is_before_another_act(cursor: &Cursor<'_>) -> bool {
    let rest = cursor.tokens.get(cursor.at..).unwrap_or_default();
    let words: Vec<&str> =
        rest.iter().filter(|token| token.kind == Kind::Word).map(|token| token.text.as_str()).collect();
    names_another_act(&words)
}

/// The grounds of a refusal first, in the order of the groups otherwise.
fn rank(answer: &NoValue) -> usize {
    GROUPS
        .iter()
        .position(|group| std::mem::discriminant(&group.answer) == std::mem::discriminant(answer))
        .unwrap_or(GROUPS.len())
}

fn section(cursor: &mut Cursor<'_>) -> Option<SmolStr> {
    let mut next = *cursor;
    next.eat_word(&["section", "sections", "sec", "s", "exemption"])?;
    let _ = next.eat_sign('.');
    let number = next.digits()?.value.to_string();
    if !number.parse().is_ok_and(|number: u32| (21..=44).contains(&number)) {
        return None;
    }
    next.bump();
    let mut section: SmolStr = number.into();
    while next.is_sign(0, '(') && next.is_glued(0) && next.is_sign(2, ')') {
        let inner = next.peek(1).map(|token| token.text.clone()).unwrap_or_default();
        section = format_smolstr!("{section}({inner})");
        next.at += 3;
    }
    *cursor = next;
    Some(section)
}

fn matches(pattern: &[&str], words: &[&str]) -> bool {
    let Some((first, rest)) = pattern.split_first() else { return true };
    if *first == "*" {
        return (0..=GAP).any(|gap| words.get(gap..).is_some_and(|words| matches(rest, words)));
    }
    words
        .split_first()
        .is_some_and(|(word, words)| first.split('|').any(|form| form == *word) && matches(rest, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_triggers_are_in_order() {
        assert!(TRIGGERS.is_sorted());
    }

    #[test]
    fn a_star_stands_for_a_few_words_or_none() {
        let pattern = ["not", "*", "held"];
        assert!(matches(&pattern, &["not", "held"]));
        assert!(matches(&pattern, &["not", "be", "said", "to", "be", "held"]));
        assert!(!matches(&pattern, &["not", "a", "b", "c", "d", "e", "held"]));
    }
}
