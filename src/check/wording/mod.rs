//! The publisher's own words: N001 loaded words, N002 words of size, N003 words for a cause. What is quoted is exempt.

mod lexicon;
mod prose;
mod size;

use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::{OwnText, WordList};
use lexicon::{CAUSES, LOADED, PLANNED, TERMS};
use prose::Word;
use std::collections::BTreeMap;
use std::ops::Range;

/// The documentation of these rules.
pub(super) const DOCS: [&RuleDoc; 3] = [&LOADED_WORD, &WORD_OF_SIZE, &CAUSAL_CLAIM];

const LOADED_WORD: RuleDoc = RuleDoc {
    code: "N001",
    name: "loaded-word",
    finds: "A word in the publisher's own texts that takes a side, in whatever direction: “illegal migrants” and “invasion” as well as “cruel” and “heartless”.",
    matters: "Readers trust a record that tells them what was said and leaves the judgement to them.",
    example: "A caveat says “after the chaos of 2023”. In quotation marks, with who said it, it may stand.",
    resolve: "Write what happened, or quote the word and say whose it is. A term of law or of the field can be allowed in site.toml, under [words].",
};

const WORD_OF_SIZE: RuleDoc = RuleDoc {
    code: "N002",
    name: "word-of-size",
    finds: "A word in the publisher's own texts that presents a number as small or large: “only 65”, “soared to 1,200”, “a staggering 40%”.",
    matters: "Whether a number is small or large is for the reader to judge.",
    example: "A note says “only 65 staff”. “Only where both dates are known” has no number and is fine.",
    resolve: "Give the number, and another to compare it with.",
};

const CAUSAL_CLAIM: RuleDoc = RuleDoc {
    code: "N003",
    name: "causal-claim",
    finds: "A word in the publisher's own texts that says what caused what: “because of”, “led to”, “due to”.",
    matters: "Figures show that two things happened, and seldom that one brought about the other.",
    example: "A note says “the number fell due to the new rules”; the source says that it fell after they came in.",
    resolve: "Say when each happened, or who says that one caused the other.",
};

/// So many findings of one rule are listed of one file.
const MOST: usize = 50;

/// What is found in the publisher's own words.
#[must_use]
pub fn wording(texts: &[OwnText], list: &WordList) -> Vec<Finding> {
    let lexicon = Lexicon::new(list);
    let mut listed: BTreeMap<(String, &'static str), usize> = BTreeMap::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for text in texts {
        let words = prose::words(&text.text);
        for hit in lexicon.hits(&words) {
            let finding = finding(text, &words, &hit, &mut seen);
            let path = finding.locations.first().map(|place| place.path.to_string()).unwrap_or_default();
            let count = listed.entry((path, hit.rule.code)).or_default();
            *count += 1;
            if *count <= MOST {
                findings.push(finding);
            }
        }
    }
    findings
}

/// Words that a rule finds.
struct Hit<'l> {
    rule: &'static RuleDoc,
    words: Range<usize>,
    why: String,
    instead: &'l str,
}

fn finding(text: &OwnText, words: &[Word], hit: &Hit<'_>, seen: &mut BTreeMap<String, usize>) -> Finding {
    let of = |range: Range<usize>| -> Option<Range<usize>> {
        let span = words.get(range)?;
        Some(span.first()?.span.start..span.last()?.span.end)
    };
    let said = of(hit.words.clone()).unwrap_or_default();
    let around = of(hit.words.start.saturating_sub(4)..(hit.words.end + 4).min(words.len()));
    let around = around.and_then(|span| text.text.get(span)).unwrap_or_default();
    let place = text.place(&said);
    let path = place.as_ref().map(|place| place.path.to_string()).unwrap_or_default();
    let times = seen.entry(format!("{} {path} {around}", hit.rule.code)).or_default();
    *times += 1;
    let severity = if hit.rule.code == CAUSAL_CLAIM.code { Severity::Note } else { Severity::Warning };
    let count = times.to_string();
    let mut finding = Finding::new(hit.rule, severity, Nature::Input, [path.as_str(), around, &count]);
    let shown = text.text.get(said).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    finding.title = format!("“{shown}”: {}", hit.why);
    finding.message = format!("The publisher’s own text has “{shown}”: {}.", hit.why);
    finding.help = Some(if hit.instead.is_empty() {
        hit.rule.resolve.to_owned()
    } else {
        format!(
            "Write {}; or quote the words and say whose they are. A term of law or of the field can be allowed in \
             site.toml, under [words].",
            hit.instead
        )
    });
    finding.locations.extend(place);
    finding
}

/// The lists, by the first word of each phrase.
struct Lexicon<'l> {
    phrases: BTreeMap<String, Vec<Phrase<'l>>>,
    allowed: Vec<Vec<String>>,
}

struct Phrase<'l> {
    words: Vec<String>,
    rule: &'static RuleDoc,
    why: &'l str,
    instead: &'l str,
}

impl<'l> Lexicon<'l> {
    fn new(list: &'l WordList) -> Self {
        let allowed = TERMS.iter().copied().chain(list.allow.iter().map(String::as_str)).map(split);
        let mut lexicon = Self { phrases: BTreeMap::new(), allowed: allowed.collect() };
        for entry in LOADED {
            entry
                .words
                .iter()
                .for_each(|words| lexicon.add(words, &LOADED_WORD, entry.reason, entry.instead));
        }
        for words in CAUSES {
            lexicon.add(words, &CAUSAL_CLAIM, "it says what caused what", "");
        }
        for added in &list.add {
            lexicon.add(&added.word, &LOADED_WORD, "it is on the publisher’s own list", &added.instead);
        }
        lexicon
    }

    fn add(&mut self, words: &str, rule: &'static RuleDoc, why: &'l str, instead: &'l str) {
        let words = split(words);
        let Some(first) = words.first().cloned() else { return };
        self.phrases.entry(first).or_default().push(Phrase { words, rule, why, instead });
    }

    /// Everything found in a text, in order; the longest phrase wherever several start.
    fn hits(&self, words: &[Word]) -> Vec<Hit<'l>> {
        let allowed = self.allowed_ranges(words);
        let mut hits = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let hit = of_size(words, at).or_else(|| self.phrase_at(words, at));
            let end = hit.as_ref().map_or(at + 1, |hit| hit.words.end);
            let is_allowed = |hit: &Hit<'_>| {
                allowed.iter().any(|range| range.start < hit.words.end && hit.words.start < range.end)
            };
            hits.extend(hit.filter(|hit| !is_allowed(hit)));
            at = end;
        }
        hits
    }

    fn phrase_at(&self, words: &[Word], at: usize) -> Option<Hit<'l>> {
        let phrases = self.phrases.get(&words.get(at)?.text)?;
        let stand = phrases.iter().filter(|phrase| stands(&phrase.words, words, at));
        let phrase = stand.max_by_key(|phrase| phrase.words.len())?;
        let range = at..at + phrase.words.len();
        let is_planned = phrase.words.first().is_some_and(|word| word == "due")
            && words.get(range.end).is_some_and(|next| next.follows && PLANNED.contains(&next.text.as_str()));
        (!is_planned).then(|| Hit {
            rule: phrase.rule,
            words: range,
            why: phrase.why.to_owned(),
            instead: phrase.instead,
        })
    }

    fn allowed_ranges(&self, words: &[Word]) -> Vec<Range<usize>> {
        let at = |phrase: &Vec<String>| -> Vec<Range<usize>> {
            let starts = (0..words.len()).filter(|at| !phrase.is_empty() && stands(phrase, words, *at));
            starts.map(|at| at..at + phrase.len()).collect()
        };
        self.allowed.iter().flat_map(at).collect()
    }
}

fn of_size<'l>(words: &[Word], at: usize) -> Option<Hit<'l>> {
    let range = size::at(words, at)?;
    let why = "it presents a number as small or large".to_owned();
    Some(Hit { rule: &WORD_OF_SIZE, words: range, why, instead: "" })
}

/// The phrase stands at a word and goes on without a break.
fn stands(phrase: &[String], words: &[Word], at: usize) -> bool {
    let there = words.get(at..at + phrase.len()).unwrap_or_default();
    there.len() == phrase.len()
        && there.iter().zip(phrase).all(|(word, wanted)| word.text == *wanted)
        && there.iter().skip(1).all(|word| word.follows)
}

fn split(phrase: &str) -> Vec<String> {
    prose::words(phrase).into_iter().map(|word| word.text).collect()
}
