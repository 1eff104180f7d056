//! The editions there are, as the site shows them.

use super::Failure;
use super::assess;
use crate::disclose::{Cleared, Publication};
use crate::edition::{self, Edition, Store};
use crate::finding::Checked;
use crate::model::{MeasureId, Settings};
use crate::period::PartialDate;
use crate::quantity::Reader;
use crate::revision;
use crate::site::Released;
use std::collections::BTreeSet;
use std::path::Path;

/// Every edition, oldest first, and the one that the record as it stands is.
pub(super) struct History {
    pub(super) editions: Vec<Released>,
    pub(super) shown: Option<u32>,
}

/// Reads the editions and works out what changed with each. On a site as it was known on a date, only those
/// that tell no more than was known by then.
pub(super) fn released(
    root: &Path,
    settings: &Settings,
    current: &Cleared<Publication>,
    as_known_on: Option<PartialDate>,
) -> Result<History, Failure> {
    let Checked { value, findings } = Store::open(root);
    let mut frozen = value.ok_or_else(|| Failure::of_editions(findings))?;
    if let Some(date) = as_known_on {
        frozen.retain(|edition| tells_no_more(edition, date));
    }
    let mut editions: Vec<Released> = Vec::new();
    let mut known: BTreeSet<MeasureId> = BTreeSet::new();
    for (index, edition) in frozen.iter().enumerate() {
        let released = thaw(
            edition,
            index.checked_sub(1).and_then(|at| frozen.get(at)),
            settings,
            editions.last(),
            &mut known,
        )?;
        editions.push(released);
    }
    let same = |edition: &&Released| revision::diff(&edition.publication, current).is_empty();
    let shown = editions.iter().rev().find(same).map(|edition| edition.number);
    Ok(History { editions, shown })
}

fn tells_no_more(edition: &Edition, date: PartialDate) -> bool {
    edition.known_on().map_or(edition.released(), PartialDate::latest) <= date.latest()
}

fn thaw(
    edition: &Edition,
    before: Option<&Edition>,
    settings: &Settings,
    last: Option<&Released>,
    known: &mut BTreeSet<MeasureId>,
) -> Result<Released, Failure> {
    let reader = Reader::new(edition.hedges().clone());
    let dataset = edition.dataset(&reader).map_err(Failure::of_editions)?;
    known.extend(dataset.measures().map(|measure| measure.id.clone()));
    let changed = |id: &&MeasureId| edition.content(id) != before.and_then(|before| before.content(id));
    let changed = known.iter().filter(changed).cloned().collect();
    let publication = assess::publish(dataset, settings, Vec::new())?;
    Ok(Released {
        number: edition.number().get(),
        date: PartialDate::day(edition.released()),
        known_on: edition.known_on(),
        note: edition.note().to_owned(),
        digest: edition.digest().to_string(),
        previous: edition.previous().map(|digest| digest.to_string()),
        changes: last.map(|last| revision::diff(&last.publication, &publication)),
        changed,
        publication,
    })
}

/// Checks the chain and every file; returns how many editions there are.
pub(super) fn verified(root: &Path) -> Result<usize, Failure> {
    let Checked { value, findings } = edition::verify(root);
    value.map(|verified| verified.editions).ok_or_else(|| Failure::of_editions(findings))
}
