//! The page of an edition, and the list of editions.

use super::{Scene, changes, headline, when};
use crate::page::{Chain, Count, EditionLine, EditionList, EditionPage, Link, Prose, Section, Under};
use crate::site::plan::Released;
use crate::site::routes;

/// The page of an edition, in its own scene. `all` is every edition there is, to lead on to later ones.
pub(in crate::site) fn edition_page(scene: &Scene<'_>, edition: &Released, all: &[Released]) -> EditionPage {
    let path = routes::edition(edition.number);
    let title = format!("Edition {}", edition.number);
    let frame = scene.frame(&path, &title, Section::Editions);
    let prose = Prose { root: &frame.root, prefix: "note", under: Under::Section };
    let dataset = scene.record().dataset();
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
            count(dataset.measures().len(), "measure", "measures"),
            count(dataset.figures().len(), "reported figure", "reported figures"),
            count(dataset.sources().len(), "source", "sources"),
            count(scene.findings().count(), "discrepancy, check or gap", "discrepancies, checks and gaps"),
        ],
        changes: changes::sentence_link(edition),
        measures: dataset.measures().map(|measure| frozen_line(scene, measure, edition)).collect(),
        previous: beside(edition.number.checked_sub(1)),
        next: beside(edition.number.checked_add(1)),
        chain: Chain {
            digest: edition.digest.clone(),
            previous: edition.previous.clone(),
            command: "onrecord verify".to_owned(),
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
fn frozen_line(
    scene: &Scene<'_>,
    measure: &crate::model::Measure,
    edition: &Released,
) -> crate::page::MeasureLine {
    let mut line = headline::line(scene, measure);
    let frozen = scene
        .editions
        .iter()
        .rev()
        .find(|earlier| earlier.number <= edition.number && earlier.changed.contains(&measure.id));
    if let Some(frozen) = frozen {
        line.measure.path = routes::measure_version(&measure.id, frozen.number);
        line.discrepancies = None;
    }
    line
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
