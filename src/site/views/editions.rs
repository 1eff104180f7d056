//! The page of an edition, and the list of editions.

use super::lists::MOST;
use super::{Scene, changes, headline, when};
use crate::model::{Measure, MeasureId};
use crate::page::{
    Chain, Count, EditionLine, EditionList, EditionPage, Link, MeasureLine, Prose, Section, Under,
};
use crate::site::Released;
use crate::site::routes;
use std::collections::{BTreeMap, BTreeSet};

/// The page of an edition, in its own scene. `all` is every edition there is, to lead on to later ones.
pub(in crate::site) fn edition_page(scene: &Scene<'_>, edition: &Released, all: &[Released]) -> EditionPage {
    let path = routes::edition(edition.number);
    let title = format!("Edition {}", edition.number);
    let frame = scene.frame(&path, &title, Section::Editions);
    let prose = Prose { root: &frame.root, prefix: "note", under: Under::Section };
    let dataset = scene.record().dataset();
    let changed = dataset.measures().filter(|measure| edition.changed.contains(&measure.id));
    let shown: Vec<&Measure> = changed.take(MOST).collect();
    let others: Vec<Link> = unchanged(scene.editions).into_values().take(MOST).collect();
    let last = all.last().filter(|last| last.number != edition.number);
    let beside = |number: Option<u32>| {
        all.iter().find(|other| Some(other.number) == number).map(|other| routes::edition_link(other.number))
    };
    EditionPage {
        number: edition.number.to_string(),
        date: when::date(edition.date),
        note: Some(prose.html(&note(edition))),
        withdrawn: None,
        latest: last.map(|last| routes::edition_link(last.number)),
        counts: vec![
            count(edition.counts.measures, "measure", "measures"),
            count(edition.counts.figures, "reported figure", "reported figures"),
            count(edition.counts.sources, "source", "sources"),
            count(edition.counts.findings, "discrepancy, check or gap", "discrepancies, checks and gaps"),
        ],
        changes: changes::sentence_link(edition),
        measures: shown.iter().map(|measure| frozen_line(scene, measure, edition)).collect(),
        rest: rest(edition.counts.measures.saturating_sub(shown.len() + others.len())),
        others,
        previous: beside(edition.number.checked_sub(1)),
        next: beside(edition.number.checked_add(1)),
        chain: Chain {
            digest: edition.digest.clone(),
            previous: edition.previous.clone(),
            command: "onrecord verify --site .".to_owned(),
        },
        downloads: Vec::new(),
        citation: scene.citation(&title, Some(&path), routes::EDITIONS),
        frame,
    }
}

/// The publisher's note, and the date up to which the edition reads, where it does not tell everything.
fn note(edition: &Released) -> String {
    match edition.known_on {
        Some(date) => {
            format!("{}\n\nThis edition holds what was public by the end of {}.", edition.note, date.words())
        }
        None => edition.note.clone(),
    }
}

/// A measure as it stood, leading to the frozen page that shows it.
fn frozen_line(scene: &Scene<'_>, measure: &Measure, edition: &Released) -> MeasureLine {
    let mut line = headline::line(scene, measure);
    line.measure.path = routes::measure_version(&measure.id, edition.number);
    line.discrepancies = None;
    line
}

/// The measures that did not change with the last of some editions, each leading to the page of the edition with
/// which it last did.
fn unchanged(editions: &[Released]) -> BTreeMap<&MeasureId, Link> {
    let mut seen = BTreeSet::new();
    let mut links = BTreeMap::new();
    for (age, edition) in editions.iter().rev().enumerate() {
        let then = edition.publication.record.dataset();
        for id in edition.changed.iter().filter(|id| seen.insert(*id)) {
            if let Some(measure) = then.measure(id).filter(|_| age > 0) {
                links.insert(
                    id,
                    Link::new(measure.short_title(), routes::measure_version(id, edition.number)),
                );
            }
        }
    }
    links
}

/// Where the measures are that the page does not list.
fn rest(unlisted: usize) -> Option<Link> {
    let words = match unlisted {
        0 => return None,
        1 => "1 more measure: its page lists its versions".to_owned(),
        many => format!("{many} more measures: the page of each lists its versions"),
    };
    Some(Link::new(words, routes::MEASURES))
}

fn count(number: usize, one: &str, many: &str) -> Count {
    let words = if number == 1 { one } else { many };
    Count { number: number.to_string(), words: words.to_owned() }
}

/// Every edition in a line, latest first.
pub(super) fn lines(scene: &Scene<'_>) -> Vec<EditionLine> {
    scene.editions.iter().rev().map(line).collect()
}

/// An edition in a line.
pub(super) fn line(edition: &Released) -> EditionLine {
    EditionLine {
        number: edition.number.to_string(),
        path: routes::edition(edition.number),
        date: when::date(edition.date),
        note: Some(edition.note.clone()),
        changes: changes::sentence_link(edition),
    }
}

/// The list of editions.
pub(in crate::site) fn edition_list(scene: &Scene<'_>, shown: Option<u32>) -> EditionList {
    EditionList {
        frame: scene.frame(routes::EDITIONS, "Editions", Section::Editions),
        draft: shown.is_none().then(|| Link::new("The record as it stands now, not yet in an edition", "")),
        editions: lines(scene),
    }
}
