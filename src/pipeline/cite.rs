//! From documents to whether what they cite still stands.

use super::assess::{self, Read};
use super::{Failure, history};
use crate::citation::{self, Chronicle, Citation, Cited, Mention, Unreadable, misquoted};
use crate::quantity::Reader;
use crate::revision::Lives;
use crate::site;
use std::path::Path;

/// A document, read.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its name, which says of what kind it is.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What documents cite.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Citations {
    /// What is to be said of each citation, in the order of the documents.
    pub checked: Vec<Citation>,
    /// The documents that could not be read, with the reason.
    pub unreadable: Vec<(String, Unreadable)>,
}

/// Holds everything that documents cite of a repository's record against the record as it stands.
///
/// # Errors
/// Where the record or its editions cannot be used.
pub fn cite_check(root: &Path, documents: &[Document]) -> Result<Citations, Failure> {
    let Read { loaded, warnings } = assess::read(root)?;
    let frozen = history::open(root, None)?;
    let earlier = frozen.earlier(&loaded.dataset, &loaded.settings)?;
    let current = assess::publish(loaded.dataset, &loaded.settings, warnings, &earlier)?;
    let history = history::released(&frozen, &loaded.settings, &current)?;
    let editions = &history.editions;
    let mut changes: Vec<_> = editions
        .iter()
        .filter_map(|edition| Some((Some(edition.number), edition.changes.as_ref()?)))
        .collect();
    changes.extend(history.pending.as_ref().map(|pending| (None, &pending.changes)));
    let lives = Lives::of(editions.first().map(|first| &*first.publication), changes.iter().copied());
    let judge = Judge {
        chronicle: Chronicle::new(lives, changes, editions.last().map(|last| last.number)),
        reader: Reader::new(loaded.settings.hedges.clone()),
        base_url: loaded.settings.base_url.as_deref(),
        notes: &|number| editions.iter().find(|edition| edition.number == number).map(|e| e.note.clone()),
    };
    let mut citations = Citations::default();
    for document in documents {
        match citation::mentions(&document.name, &document.bytes) {
            Ok(found) => {
                let checked = found.into_iter().filter_map(|mention| judge.citation(&document.name, mention));
                citations.checked.extend(checked);
            }
            Err(why) => citations.unreadable.push((document.name.clone(), why)),
        }
    }
    Ok(citations)
}

/// What citations are judged with.
struct Judge<'a> {
    chronicle: Chronicle<'a>,
    reader: Reader,
    base_url: Option<&'a str>,
    /// The publisher's note with an edition.
    notes: &'a dyn Fn(u32) -> Option<String>,
}

impl Judge<'_> {
    /// What is to be said of a mention; none where it cites nothing of this record.
    fn citation(&self, document: &str, mention: Mention) -> Option<Citation> {
        let cited = match mention.target.starts_with('@') {
            true => Cited::from_key(&mention.target)?,
            false => site::cited(&mention.target, self.base_url)?,
        };
        let judgement = self.chronicle.judge(&cited);
        let said = mention.words.as_deref().zip(judgement.from.as_deref());
        Some(Citation {
            document: document.to_owned(),
            misquoted: said.and_then(|(words, reported)| misquoted(words, reported, &self.reader)),
            why: judgement.why.clone().or_else(|| (self.notes)(judgement.since?)),
            now_at: judgement.now.as_ref().map(|now| site::figure_address(&now.key.measure, &now.id)),
            mention,
            judgement,
        })
    }
}
