//! The editions there are, as the site shows them.
//!
//! Of each edition only what changed with it is worked out again, beside the same part of the edition before.

use super::Failure;
use super::assess;
use crate::disclose::{Cleared, Publication};
use crate::edition::{self, Archive, Edition, Outline, Reach, Store};
use crate::finding::{Checked, Finding};
use crate::model::Settings;
use crate::period::PartialDate;
use crate::revision::{self, Changes};
use crate::site::{Counts, Released};
use std::path::Path;

/// Every edition, oldest first, and the one that the record as it stands is.
pub(super) struct History {
    pub(super) editions: Vec<Released>,
    /// The files of the editions, from the first on without a gap.
    pub(super) files: Vec<String>,
    pub(super) shown: Option<u32>,
    /// What is not yet in an edition; none where nothing changed, or where there is no edition.
    pub(super) pending: Option<Pending>,
}

/// What changed since the last edition.
pub(super) struct Pending {
    /// What the last edition holds of it.
    pub(super) outdated: Cleared<Publication>,
    pub(super) changes: Changes,
}

impl Pending {
    /// What a release would be refused for.
    pub(super) fn unexplained(&self, current: &Cleared<Publication>) -> Vec<Finding> {
        let before = self.outdated.record.dataset();
        revision::unexplained(&self.changes, before, current.record.dataset())
    }
}

/// What changed since the last edition, without the history before it.
pub(super) fn pending(
    root: &Path,
    settings: &Settings,
    current: &Cleared<Publication>,
) -> Result<Option<Pending>, Failure> {
    let Checked { value, findings } = Store::open(root);
    let editions = value.ok_or_else(|| Failure::of_editions(findings))?;
    let Some(last) = editions.last() else { return Ok(None) };
    let archive = Archive::of(std::slice::from_ref(last)).map_err(Failure::of_editions)?;
    let thaw = Thaw { archive, settings };
    let now = Outline::of(current.record.dataset(), &settings.hedges);
    thaw.pending((last, &thaw.archive.outline(last)), &now, current)
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
    let thaw = Thaw { archive: Archive::of(&frozen).map_err(Failure::of_editions)?, settings };
    let outlines: Vec<Outline> = frozen.iter().map(|edition| thaw.archive.outline(edition)).collect();
    let editions: Result<Vec<Released>, Failure> = frozen
        .iter()
        .zip(&outlines)
        .enumerate()
        .map(|(index, after)| {
            let earlier = index.checked_sub(1);
            let before = earlier.and_then(|at| frozen.get(at).zip(outlines.get(at)));
            thaw.released(before, after)
        })
        .collect();
    let now = Outline::of(current.record.dataset(), &settings.hedges);
    let shown = frozen.iter().zip(&outlines).rev().find(|(_, outline)| outline.is_same(&now));
    let shown = shown.map(|(edition, _)| edition.number().get());
    let last =
        frozen.last().zip(outlines.last()).filter(|(edition, _)| shown != Some(edition.number().get()));
    let pending = last.map(|last| thaw.pending(last, &now, current)).transpose()?.flatten();
    let chain = frozen.iter().zip(1..).take_while(|(edition, number)| edition.number().get() == *number);
    let chain: Vec<Edition> = chain.map(|(edition, _)| edition.clone()).collect();
    Ok(History { editions: editions?, files: edition::files(&chain), shown, pending })
}

fn tells_no_more(edition: &Edition, date: PartialDate) -> bool {
    edition.known_on().map_or(edition.released(), PartialDate::latest) <= date.latest()
}

/// What editions are worked out with.
struct Thaw<'a> {
    archive: Archive,
    settings: &'a Settings,
}

impl Thaw<'_> {
    /// What an edition holds within reach, with its findings.
    fn part(&self, edition: &Edition, reach: &Reach) -> Result<Cleared<Publication>, Failure> {
        let dataset = self.archive.part(edition, reach).map_err(Failure::of_editions)?;
        assess::publish(dataset, self.settings, Vec::new())
    }

    /// What changed from the last edition to the record as it stands; none where they tell the same.
    fn pending(
        &self,
        (last, outline): (&Edition, &Outline),
        now: &Outline,
        current: &Cleared<Publication>,
    ) -> Result<Option<Pending>, Failure> {
        if outline.is_same(now) {
            return Ok(None);
        }
        let reach = Reach::between(outline, now);
        let outdated = self.part(last, &reach)?;
        let mut changes = revision::diff(&outdated, current);
        changes.measures.retain(|measure| reach.holds(&measure.id));
        Ok(Some(Pending { outdated, changes }))
    }

    fn released(
        &self,
        before: Option<(&Edition, &Outline)>,
        (edition, outline): (&Edition, &Outline),
    ) -> Result<Released, Failure> {
        let reach = before.map_or(Reach::Everything, |(_, before)| Reach::between(before, outline));
        let publication = self.part(edition, &reach)?;
        let changed = edition::changed_since(before.map(|(before, _)| before), edition);
        let before = before.map(|(before, _)| self.part(before, &reach)).transpose()?;
        let changes = before.as_ref().map(|before| revision::diff(before, &publication));
        Ok(Released {
            number: edition.number().get(),
            date: PartialDate::day(edition.released()),
            known_on: edition.known_on(),
            note: edition.note().to_owned(),
            digest: edition.digest().to_string(),
            previous: edition.previous().map(|digest| digest.to_string()),
            counts: counts(edition),
            changes,
            changed,
            publication,
            before,
        })
    }
}

/// How much an edition holds, and how much was found in it when it was released.
fn counts(edition: &Edition) -> Counts {
    let held = edition.counts();
    let findings = edition.findings().iter().filter(|finding| finding.is_for_readers());
    Counts {
        measures: held.measures,
        figures: held.figures,
        sources: held.sources,
        findings: findings.count(),
    }
}
