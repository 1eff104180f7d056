//! What every download states, of a measure and of the whole record.

use super::{Scene, measure};
use crate::export::{self, Terms};
use crate::model::{Measure, Settings};
use crate::period::PartialDate;
use crate::site::Released;
use crate::site::routes;

/// What the files of a measure state. `frozen` is the edition they show; none for those that move.
pub(in crate::site) fn of_measure(
    scene: &Scene<'_>,
    settings: &Settings,
    measure: &Measure,
    frozen: Option<&Released>,
) -> Terms {
    let held = measure::held_by(scene, measure, frozen);
    let fixed = held.map(|edition| routes::measure_version(&measure.id, edition.number));
    let figures = scene.record().dataset().figures_of(&measure.id);
    let edition = held.map(|edition| (edition.number, edition.date));
    Terms {
        units: export::units(measure),
        notes: export::measure_notes(measure, figures),
        ..terms(scene, settings, measure.heading(), (edition, fixed), routes::measure(&measure.id))
    }
}

/// What the files of the whole record state. They move; the editions as they were released do not.
pub(in crate::site) fn of_record(scene: &Scene<'_>, settings: &Settings) -> Terms {
    let shown = scene.edition_number();
    let edition = shown.and_then(|number| scene.editions.iter().find(|edition| edition.number == number));
    let fixed = edition.map(|edition| routes::edition(edition.number));
    let edition = edition.map(|edition| (edition.number, edition.date));
    Terms {
        units: "each measure has its own".to_owned(),
        notes: export::record_notes(scene.record().dataset().figures()),
        ..terms(scene, settings, &settings.title, (edition, fixed), routes::DOWNLOADS.to_owned())
    }
}

fn terms(
    scene: &Scene<'_>,
    settings: &Settings,
    title: &str,
    (edition, fixed): (Option<(u32, PartialDate)>, Option<String>),
    moving: String,
) -> Terms {
    Terms {
        site: settings.title.clone(),
        language: settings.language.clone(),
        publisher: settings.publisher.clone(),
        licence: settings.licence.clone(),
        edition,
        citation: scene.citation(title, fixed.as_deref(), &moving).text,
        units: String::new(),
        notes: Vec::new(),
        moving: scene.address(&moving).text,
        frozen: fixed.map(|path| scene.address(&path).text),
    }
}
