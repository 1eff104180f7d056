//! Change notes as readers see them, and what is gone from a measure with the reason.

use super::{Scene, when};
use crate::model::{ChangeNote, FigureId, MeasureId, SourceId};
use crate::page::{GonePage, Link, NoteLine, Section, Tombstone, Version};
use crate::revision::{Changes, FigureChange, FigureState};
use crate::site::Released;
use crate::site::routes;
use std::collections::BTreeSet;

/// Every new note of some changes, by date.
pub(super) fn lines(scene: &Scene<'_>, changes: &Changes) -> Vec<NoteLine> {
    changes.notes.iter().map(|note| line(scene, note)).collect()
}

pub(super) fn line(scene: &Scene<'_>, note: &ChangeNote) -> NoteLine {
    let figure = |id: &FigureId| {
        let figure = scene.record().figure(id)?;
        Some(Link::new(format!("“{}”", figure.reported), routes::figure(&figure.key.measure, id)))
    };
    NoteLine {
        anchor: format!("note-{}", note.id),
        kind: capital(note.kind.words()),
        date: when::date(note.date),
        what: note.what.clone(),
        why: note.why.clone(),
        effect: note.effect.clone(),
        by: note.by.clone(),
        error: note.error.clone(),
        source: note.source.as_ref().map(|id| scene.source_link(id)),
        replaced_by: note.replaced_by.as_ref().and_then(figure),
    }
}

pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The figures that an edition took out of a measure and that are not there again, the last to go first.
pub(super) fn gone(scene: &Scene<'_>, measure: &MeasureId) -> Vec<Tombstone> {
    let mut seen: BTreeSet<&FigureId> = BTreeSet::new();
    let mut stones = Vec::new();
    for edition in scene.editions.iter().rev() {
        let Some(changes) = &edition.changes else { continue };
        for change in changes.measure(measure).map(|measure| measure.figures.as_slice()).unwrap_or_default() {
            let Some(before) = change.before.as_ref().filter(|_| change.after.is_none()) else { continue };
            if seen.insert(&before.id) && scene.record().figure(&before.id).is_none() {
                stones.push(stone(scene, edition, changes, change, before));
            }
        }
    }
    stones
}

/// The page of a measure that was taken off the record, with an edition or since the last.
pub(in crate::site) fn gone_measure(
    scene: &Scene<'_>,
    id: &MeasureId,
    edition: Option<&Released>,
) -> GonePage {
    let changes = edition.and_then(|edition| edition.changes.as_ref());
    let note = changes.and_then(|changes| {
        let note = changes.measure(id)?.note.as_ref()?;
        changes.notes.iter().find(|own| own.id == *note)
    });
    let before = |other: &&Released| edition.is_none_or(|edition| other.number < edition.number);
    let held: Vec<&Released> = scene.editions.iter().rev().filter(before).collect();
    let title = held.iter().find_map(|other| other.publication.record.dataset().measure(id));
    let title = title.map_or_else(|| id.to_string(), |measure| measure.title.clone());
    let versions = held.iter().filter(|other| other.changed.contains(id));
    GonePage {
        frame: scene.frame(&routes::measure(id), &title, Section::Measures),
        noun: "measure",
        title,
        note: note.map(|note| line(scene, note)),
        versions: versions.map(|other| version(other, id, format!("Edition {}", other.number))).collect(),
        gone: gone(scene, id),
        ..went(scene, edition)
    }
}

/// The page of a source that was taken off the record, with an edition or since the last.
pub(in crate::site) fn gone_source(scene: &Scene<'_>, id: &SourceId, edition: Option<&Released>) -> GonePage {
    let changes = edition.and_then(|edition| edition.changes.as_ref());
    let note = changes.and_then(|changes| {
        let of_it = |change: &&FigureChange| {
            change.after.is_none() && change.before.as_ref().is_some_and(|before| before.source == *id)
        };
        changes.figures().filter(of_it).find_map(|change| changes.note_on(change))
    });
    let title = scene.source_link(id).text;
    let mut seen: BTreeSet<&MeasureId> = BTreeSet::new();
    let mut versions = Vec::new();
    let before = |other: &&Released| edition.is_none_or(|edition| other.number < edition.number);
    for other in scene.editions.iter().rev().filter(before) {
        let then = other.publication.record.dataset();
        for measure in other.changed.iter().filter_map(|measure| then.measure(measure)) {
            let is_of_it = then.figures_of(&measure.id).iter().any(|figure| figure.source == *id);
            if is_of_it && seen.insert(&measure.id) {
                versions.push(version(
                    other,
                    &measure.id,
                    format!("{}, edition {}", measure.title, other.number),
                ));
            }
        }
    }
    GonePage {
        frame: scene.frame(&routes::source(id), &title, Section::Sources),
        noun: "source",
        title,
        note: note.map(|note| line(scene, note)),
        versions,
        ..went(scene, edition)
    }
}

fn went(scene: &Scene<'_>, edition: Option<&Released>) -> GonePage {
    let link =
        |edition: &Released| Link::new(format!("Edition {}", edition.number), routes::change(edition.number));
    GonePage {
        went: edition.map(link),
        date: edition.map(|edition| when::date(edition.date)),
        unseen: scene.known_on.filter(|_| edition.is_none()).map(when::date),
        ..GonePage::default()
    }
}

fn version(edition: &Released, measure: &MeasureId, words: String) -> Version {
    Version {
        link: Link::new(words, routes::measure_version(measure, edition.number)),
        date: when::date(edition.date),
        ..Version::default()
    }
}

fn stone(
    scene: &Scene<'_>,
    edition: &Released,
    changes: &Changes,
    change: &FigureChange,
    before: &FigureState,
) -> Tombstone {
    let measure = &before.key.measure;
    let held = scene.editions.iter().rev().filter(|other| other.number < edition.number);
    let last = held.into_iter().find(|other| other.changed.contains(measure));
    Tombstone {
        anchor: crate::page::figure_anchor(before.id.as_str()),
        reported: before.reported.told().to_owned(),
        detail: format!("{}, {}", before.key.timing.words(), scene.source_link(&before.source).text),
        last: last.map(|last| {
            let words = format!("As it stood in edition {}", edition.number.saturating_sub(1));
            let page = routes::measure_version(measure, last.number);
            Link::new(words, format!("{page}#{}", crate::page::figure_anchor(before.id.as_str())))
        }),
        went: Link::new(format!("Edition {}", edition.number), routes::change(edition.number)),
        date: when::date(edition.date),
        note: changes.note_on(change).map(|note| line(scene, note)),
    }
}
