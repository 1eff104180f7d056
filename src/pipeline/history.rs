//! The editions there are, as the site shows them.
//!
//! Of each edition only what changed with it is worked out again, beside the same part of the edition before.

use super::Failure;
use super::assess;
use crate::disclose::{self, Cleared, Earlier, Publication};
use crate::edition::{self, Archive, Edition, Outline, Reach, Store};
use crate::finding::{Checked, Finding};
use crate::model::{Dataset, Settings};
use crate::period::PartialDate;
use crate::reconcile::Record;
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

/// The editions as they lie in the store, read and held against their digests.
pub(super) struct Frozen {
    editions: Vec<Edition>,
    archive: Archive,
    outlines: Vec<Outline>,
}

/// Reads the editions. On a site as it was known on a date, only those that tell no more than was known by then.
pub(super) fn open(root: &Path, as_known_on: Option<PartialDate>) -> Result<Frozen, Failure> {
    let Checked { value, findings } = Store::open(root);
    let mut editions = value.ok_or_else(|| Failure::of_editions(findings))?;
    if let Some(date) = as_known_on {
        editions.retain(|edition| tells_no_more(edition, date));
    }
    let archive = Archive::of(&editions).map_err(Failure::of_editions)?;
    let outlines = editions.iter().map(|edition| archive.outline(edition)).collect();
    Ok(Frozen { editions, archive, outlines })
}

impl Frozen {
    /// The number of the last edition.
    pub(super) fn last(&self) -> Option<u32> {
        self.editions.last().map(|last| last.number().get())
    }

    /// All that an edition holds, with its number; none where there is no such edition.
    pub(super) fn whole(&self, wanted: Option<u32>) -> Result<Option<(u32, Dataset)>, Failure> {
        let Some(edition) = self.editions.iter().find(|edition| Some(edition.number().get()) == wanted)
        else {
            return Ok(None);
        };
        let dataset = self.archive.part(edition, &Reach::Everything).map_err(Failure::of_editions)?;
        Ok(Some((edition.number().get(), dataset)))
    }

    /// What the editions hold of the measures that withhold a count, in any of them or in the record as it stands, and
    /// of all that is tied to these. An edition that holds of them what the one before does is left out.
    pub(super) fn earlier(&self, dataset: &Dataset, settings: &Settings) -> Result<Vec<Earlier>, Failure> {
        let mut search = disclose::KeptBack::new(&settings.disclosure, &settings.hedges);
        let mut measures = self.archive.measures_with(|measure, figure| search.is_one(measure, figure));
        for measure in dataset.measures() {
            let figures = dataset.figures_of(&measure.id);
            if !measures.contains(&measure.id)
                && figures.iter().any(|figure| search.is_one(measure, figure.record()))
            {
                measures.insert(measure.id.clone());
            }
        }
        if measures.is_empty() || self.editions.is_empty() {
            return Ok(Vec::new());
        }
        let now = Outline::of(dataset, &settings.hedges);
        let reach = Reach::around(measures, self.outlines.iter().chain([&now]));
        let mut earlier = Vec::new();
        let mut before: Option<&Outline> = None;
        for (edition, outline) in self.editions.iter().zip(&self.outlines) {
            if before.is_some_and(|before| !Reach::between(before, outline).meets(&reach)) {
                continue;
            }
            before = Some(outline);
            let part = self.archive.part(edition, &reach).map_err(Failure::of_editions)?;
            earlier.push(Earlier { edition: edition.number().get(), record: Record::new(part) });
        }
        Ok(earlier)
    }
}

/// What changed since the last edition, without the history before it.
pub(super) fn pending(
    frozen: &Frozen,
    settings: &Settings,
    current: &Cleared<Publication>,
) -> Result<Option<Pending>, Failure> {
    let Some(last) = frozen.editions.last().zip(frozen.outlines.last()) else { return Ok(None) };
    let now = Outline::of(current.record.dataset(), &settings.hedges);
    Thaw { frozen, settings, current }.pending(last, &now)
}

/// Works out what changed with each edition.
pub(super) fn released(
    frozen: &Frozen,
    settings: &Settings,
    current: &Cleared<Publication>,
) -> Result<History, Failure> {
    let Frozen { editions: kept, outlines, .. } = frozen;
    let thaw = Thaw { frozen, settings, current };
    let editions: Result<Vec<Released>, Failure> = kept
        .iter()
        .zip(outlines)
        .enumerate()
        .map(|(index, after)| {
            let earlier = index.checked_sub(1);
            let before = earlier.and_then(|at| kept.get(at).zip(outlines.get(at)));
            thaw.released(before, after)
        })
        .collect();
    let now = Outline::of(current.record.dataset(), &settings.hedges);
    let shown = kept.iter().zip(outlines).rev().find(|(_, outline)| outline.is_same(&now));
    let shown = shown.map(|(edition, _)| edition.number().get());
    let last = kept.last().zip(outlines.last()).filter(|(edition, _)| shown != Some(edition.number().get()));
    let pending = last.map(|last| thaw.pending(last, &now)).transpose()?.flatten();
    let chain = kept.iter().zip(1..).take_while(|(edition, number)| edition.number().get() == *number);
    let chain: Vec<Edition> = chain.map(|(edition, _)| edition.clone()).collect();
    Ok(History { editions: editions?, files: edition::files(&chain), shown, pending })
}

fn tells_no_more(edition: &Edition, date: PartialDate) -> bool {
    edition.known_on().map_or(edition.released(), PartialDate::latest) <= date.latest()
}

/// What editions are worked out with.
struct Thaw<'a> {
    frozen: &'a Frozen,
    settings: &'a Settings,
    /// The record as it stands: it knows what is withheld anywhere.
    current: &'a Cleared<Publication>,
}

impl Thaw<'_> {
    /// What an edition holds within reach, with its findings.
    fn part(&self, edition: &Edition, reach: &Reach) -> Result<Cleared<Publication>, Failure> {
        let dataset = self.frozen.archive.part(edition, reach).map_err(Failure::of_editions)?;
        Ok(assess::released(dataset, self.settings, &self.current.shielded))
    }

    /// What changed from the last edition to the record as it stands; none where they tell the same.
    fn pending(
        &self,
        (last, outline): (&Edition, &Outline),
        now: &Outline,
    ) -> Result<Option<Pending>, Failure> {
        if outline.is_same(now) {
            return Ok(None);
        }
        let reach = Reach::between(outline, now);
        let outdated = self.part(last, &reach)?;
        let mut changes = revision::diff(&outdated, self.current);
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
