//! Change notes as readers see them, and what is gone from a measure with the reason.

use super::{Scene, when};
use crate::model::{ChangeNote, FigureId, MeasureId};
use crate::page::{GoneMeasurePage, Link, NoteLine, Section, Tombstone, Version};
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

/// The page of a measure that an edition took off the record.
pub(in crate::site) fn gone_measure(
    scene: &Scene<'_>,
    id: &MeasureId,
    edition: &Released,
) -> GoneMeasurePage {
    let changes = edition.changes.as_ref();
    let change = changes.and_then(|changes| changes.measure(id));
    let title = change.map_or_else(|| id.to_string(), |change| change.title.clone());
    let held = scene.editions.iter().rev().filter(|other| other.number < edition.number);
    let versions = held.filter(|other| other.changed.contains(id)).map(|other| {
        let words = format!("Edition {}", other.number);
        Version {
            link: Link::new(words, routes::measure_version(id, other.number)),
            date: when::date(other.date),
            ..Version::default()
        }
    });
    let note = change.and_then(|change| change.note.as_ref());
    let note = note.zip(changes).and_then(|(id, changes)| changes.notes.iter().find(|note| note.id == *id));
    GoneMeasurePage {
        frame: scene.frame(&routes::measure(id), &title, Section::Measures),
        title,
        went: Link::new(format!("Edition {}", edition.number), routes::change(edition.number)),
        date: when::date(edition.date),
        note: note.map(|note| line(scene, note)),
        versions: versions.collect(),
        gone: gone(scene, id),
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
