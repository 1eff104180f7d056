//! Which entry has which word, and where.

use super::entry::Words;
use super::fold;
use super::runs;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// Where an entry has a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Title,
    Label,
    Text,
}

impl Field {
    const ALL: [Self; 3] = [Self::Title, Self::Label, Self::Text];

    fn bits(self) -> u64 {
        match self {
            Self::Title => 0,
            Self::Label => 1,
            Self::Text => 2,
        }
    }
}

/// Every word of an entry with the best place where it has it.
pub(super) fn of(words: &Words) -> BTreeMap<String, Field> {
    let mut found = BTreeMap::new();
    let mut note = |word: String, field: Field| {
        found.entry(word).and_modify(|best: &mut Field| *best = field.min(*best)).or_insert(field);
    };
    for reference in &words.references {
        note(fold::whole(reference), Field::Title);
        fold::words(reference).into_iter().for_each(|word| note(word, Field::Label));
    }
    for (field, texts) in Field::ALL.into_iter().zip([&words.titles, &words.labels, &words.texts]) {
        for text in texts {
            fold::words(text).into_iter().for_each(|word| note(word, field));
        }
    }
    found.remove("");
    found
}

/// The words of all entries. A posting is a word, an entry and a field in one number, so that many fit in memory.
#[derive(Default)]
pub(super) struct Postings {
    numbers: HashMap<Box<str>, u64>,
    all: Vec<u64>,
}

/// Bits of an entry's number, and of the field below it.
const ENTRY: u32 = 30;
const FIELD: u32 = 2;

impl Postings {
    /// Notes the words of an entry.
    pub(super) fn note(&mut self, entry: u32, words: BTreeMap<String, Field>) {
        for (word, field) in words {
            let next = self.numbers.len() as u64;
            let word = *self.numbers.entry(word.into_boxed_str()).or_insert(next);
            self.all.push((word << (ENTRY + FIELD)) | (u64::from(entry) << FIELD) | field.bits());
        }
    }

    /// The words in the order in which the script compares them, each with its entries by field. `places` says where
    /// each entry noted stands in the end.
    pub(super) fn written(self, places: &[u32]) -> Vec<(Box<str>, [String; 3])> {
        let mut words: Vec<(Box<str>, u64)> = self.numbers.into_iter().collect();
        words.par_sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
        let mut ranks = vec![0; words.len()];
        for (rank, (_, number)) in words.iter().enumerate() {
            if let Some(place) = usize::try_from(*number).ok().and_then(|number| ranks.get_mut(number)) {
                *place = rank as u64;
            }
        }
        let mut all = self.all;
        all.par_iter_mut().for_each(|posting| *posting = placed(*posting, &ranks, places));
        all.par_sort_unstable();
        let mut lists = all.chunk_by(|a, b| a >> (ENTRY + FIELD) == b >> (ENTRY + FIELD));
        words.into_iter().map(|(word, _)| (word, lists.next().map(lists_of).unwrap_or_default())).collect()
    }
}

fn entry_of(posting: u64) -> usize {
    usize::try_from((posting >> FIELD) & ((1 << ENTRY) - 1)).unwrap_or(usize::MAX)
}

fn placed(posting: u64, ranks: &[u64], places: &[u32]) -> u64 {
    let word = usize::try_from(posting >> (ENTRY + FIELD)).ok().and_then(|word| ranks.get(word));
    let entry = places.get(entry_of(posting)).copied().unwrap_or_default();
    let field = posting & ((1 << FIELD) - 1);
    (word.copied().unwrap_or_default() << (ENTRY + FIELD)) | (u64::from(entry) << FIELD) | field
}

fn lists_of(postings: &[u64]) -> [String; 3] {
    Field::ALL.map(|field| {
        let of_field = postings.iter().filter(|posting| **posting & ((1 << FIELD) - 1) == field.bits());
        runs::written(of_field.filter_map(|posting| u32::try_from(entry_of(*posting)).ok()))
    })
}
