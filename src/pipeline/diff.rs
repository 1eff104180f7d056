//! From two states of a repository to what changed between them.

use super::Failure;
use super::assess::{self, Read};
use super::history::{self, Frozen};
use crate::disclose::{Cleared, Publication};
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
    let frozen = history::open(root, None)?;
    let earlier = frozen.earlier(&loaded.dataset, &loaded.settings)?;
    let draft = assess::publish(loaded.dataset, &loaded.settings, warnings, &earlier)?;
    let of = |state: &State| match state {
        State::Draft => Ok(("the draft".to_owned(), draft.clone())),
        State::Edition(number) => edition(&frozen, &loaded.settings, &draft, Some(*number)),
        State::LastEdition => edition(&frozen, &loaded.settings, &draft, None),
        State::Revision(revision) => at_revision(root, revision, &draft),
    };
    let (before, old) = of(before)?;
    let (after, new) = of(after)?;
    let changes = revision::diff(&old, &new);
    Ok(Difference { before, after, changes, old, new })
}

fn edition(
    frozen: &Frozen,
    settings: &Settings,
    draft: &Cleared<Publication>,
    wanted: Option<u32>,
) -> Result<(String, Cleared<Publication>), Failure> {
    let last = frozen.last();
    match frozen.whole(wanted.or(last))? {
        Some((number, dataset)) => {
            Ok((format!("edition {number}"), assess::released(dataset, settings, &draft.shielded)))
        }
        None => Err(Failure::Configuration(match (wanted, last) {
            (Some(wanted), Some(last)) => format!("there is no edition {wanted}; the last is edition {last}"),
            (_, None) | (None, _) => {
                "no edition has been released: release one with onrecord release --note TEXT, or name two states".to_owned()
            },
        })),
    }
}

fn at_revision(
    root: &Path,
    revision: &str,
    draft: &Cleared<Publication>,
) -> Result<(String, Cleared<Publication>), Failure> {
    let Checked { value, findings } = load::load_revision(root, revision).map_err(Failure::Configuration)?;
    let loaded = value.ok_or(Failure::Input(findings))?;
    let publication = assess::released(loaded.dataset, &loaded.settings, &draft.shielded);
    Ok((format!("revision {revision}"), publication))
}
