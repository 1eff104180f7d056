//! How many cases of a file are read as the peer reads them, and which are not, each for a reason that is listed.

use std::collections::{BTreeMap, BTreeSet};

/// The cases of one file, held against a peer.
pub(crate) struct Held {
    name: &'static str,
    cases: usize,
    other: BTreeSet<String>,
}

impl Held {
    /// No case yet. The name is that of the list of differences.
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, cases: 0, other: BTreeSet::new() }
    }

    /// Counts a case.
    pub(crate) fn case(&mut self, words: &str, is_alike: Alike) {
        self.cases += 1;
        if is_alike == Alike::No {
            self.other.insert(words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }

    /// Prints the rate and holds it.
    pub(crate) fn hold(self) {
        let listed = listed(self.name);
        let alike = self.cases - self.other.len();
        println!("{}: {alike} of {} read alike, {} in another way", self.name, self.cases, self.other.len());
        let reasons: BTreeMap<&String, &String> =
            listed.iter().map(|(case, reason)| (case, reason)).collect();
        let new: Vec<_> = self.other.iter().filter(|case| !reasons.contains_key(case)).collect();
        assert!(new.is_empty(), "{}: not listed, and read in another way:\n{}", self.name, lines(&new));
        let gone: Vec<_> = reasons.into_keys().filter(|case| !self.other.contains(*case)).collect();
        assert!(gone.is_empty(), "{}: listed, and read alike now:\n{}", self.name, lines(&gone));
    }
}

/// Whether a case is read as the peer reads it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alike {
    Yes,
    No,
}

impl From<bool> for Alike {
    fn from(is_alike: bool) -> Self {
        if is_alike { Self::Yes } else { Self::No }
    }
}

/// The differences that are listed, each with its reason.
fn listed(name: &str) -> Vec<(String, String)> {
    let path = format!("{}/tests/peer_phrases/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let (mut reason, mut listed) = (String::new(), Vec::new());
    for line in text.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("# ") {
            Some(words) => reason = words.to_owned(),
            None => {
                assert!(!reason.is_empty(), "{name}: {line} has no reason");
                listed.push((line.to_owned(), reason.clone()));
            }
        }
    }
    listed
}

fn lines(cases: &[&String]) -> String {
    cases.iter().map(|case| case.as_str()).collect::<Vec<_>>().join("\n")
}
