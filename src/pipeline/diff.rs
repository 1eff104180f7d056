//! From two states of a repository to what changed between them.

use super::Failure;
use super::assess::{self, Read};
use crate::disclose::{Cleared, Publication};
use crate::edition::{Archive, Reach, Store};
use crate::finding::Checked;
use crate::load;
use crate::model::Settings;
use crate::revision::{self, Changes};
use std::path::Path;

/// A state of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The files as they stand.
    Draft,
    /// An edition.
    Edition(u32),
    /// The last edition.
    LastEdition,
    /// A revision of the repository's git history.
    Revision(String),
}

/// What changed between two states.
#[derive(Debug)]
pub struct Difference {
    /// The earlier state in words: "edition 2", "the draft".
    pub before: String,
    /// The later one.
    pub after: String,
    /// What changed.
    pub changes: Changes,
    /// The record before.
    pub old: Cleared<Publication>,
    /// The record after.
    pub new: Cleared<Publication>,
}

/// Works out what changed from one state of a repository to another.
///
/// # Errors
/// Where a state is not there or cannot be used.
pub fn diff(root: &Path, before: &State, after: &State) -> Result<Difference, Failure> {
    let Read { loaded, warnings } = assess::read(root)?;
    let draft = assess::publish(loaded.dataset.clone(), &loaded.settings, warnings)?;
    let mut draft = Some(draft);
    let mut of = |state: &State| match state {
        State::Draft => {
            let publication = match draft.take() {
                Some(draft) => draft,
                None => assess::publish(loaded.dataset.clone(), &loaded.settings, Vec::new())?,
            };
            Ok(("the draft".to_owned(), publication))
        }
        State::Edition(number) => edition(root, &loaded.settings, Some(*number)),
        State::LastEdition => edition(root, &loaded.settings, None),
        State::Revision(revision) => at_revision(root, revision),
    };
    let (before, old) = of(before)?;
    let (after, new) = of(after)?;
    let changes = revision::diff(&old, &new);
    Ok(Difference { before, after, changes, old, new })
}

fn edition(
    root: &Path,
    settings: &Settings,
    wanted: Option<u32>,
) -> Result<(String, Cleared<Publication>), Failure> {
    let Checked { value, findings } = Store::open(root);
    let editions = value.ok_or_else(|| Failure::of_editions(findings))?;
    let last = editions.last().map(|last| last.number().get());
    let found = editions.iter().find(|edition| Some(edition.number().get()) == wanted.or(last));
    let Some(edition) = found else {
        return Err(Failure::Configuration(match (wanted, last) {
            (Some(wanted), Some(last)) => format!("there is no edition {wanted}; the last is edition {last}"),
            (_, None) | (None, _) => "no edition has been released".to_owned(),
        }));
    };
    let archive = Archive::of(std::slice::from_ref(edition)).map_err(Failure::of_editions)?;
    let dataset = archive.part(edition, &Reach::Everything).map_err(Failure::of_editions)?;
    Ok((format!("edition {}", edition.number()), assess::publish(dataset, settings, Vec::new())?))
}

fn at_revision(root: &Path, revision: &str) -> Result<(String, Cleared<Publication>), Failure> {
    let Checked { value, findings } = load::load_revision(root, revision).map_err(Failure::Configuration)?;
    let loaded = value.ok_or(Failure::Input(findings))?;
    let publication = assess::publish(loaded.dataset, &loaded.settings, Vec::new())?;
    Ok((format!("revision {revision}"), publication))
}
