//! The catalogue of the site: every measure and the whole record, with their files and versions.

use super::Scene;
use crate::export::{self, Catalogue, Entry, Format, Listed, Table, Terms, Version};
use crate::model::Measure;
use crate::site::Released;
use crate::site::files::{OF_MEASURE, RecordFile, RecordTable, about};
use crate::site::routes;

/// The catalogue as a file below `data/`.
pub(in crate::site) fn catalogue(scene: &Scene<'_>, terms: &Terms) -> Vec<u8> {
    let measures = scene.record().dataset().measures().map(|measure| of_measure(scene, measure));
    export::dcat(&Catalogue {
        terms,
        links: scene.links(Some("../")),
        page: routes::DOWNLOADS,
        series: routes::EDITIONS,
        record: of_record(scene, &terms.site),
        measures: measures.collect(),
    })
}

const FIGURES: RecordFile = RecordFile::Csv(RecordTable::Figures);

fn of_record<'a>(scene: &'a Scene<'_>, title: &'a str) -> Entry<'a> {
    let version = |edition: &'a Released| Version {
        edition: edition.number,
        date: edition.date,
        note: Some(&edition.note),
        page: routes::edition(edition.number),
        files: Vec::new(),
    };
    // The file of figures is the one whose sum is worth its time: the others are small, or are made from this one.
    let figures = export::table_digest(&Table::of_figures(scene.record()));
    let sum = |file: RecordFile| (file == FIGURES).then(|| (figures.0, figures.1.to_string()));
    let files = RecordFile::ALL.into_iter().filter(|file| *file != RecordFile::Catalogue);
    Entry {
        title,
        identifier: "record",
        page: routes::DOWNLOADS.to_owned(),
        files: files
            .map(|file| Listed {
                format: file.format(),
                about: file.about().to_owned(),
                path: file.path(),
                sum: sum(file),
            })
            .collect(),
        versions: scene.editions.iter().map(version).collect(),
        current: scene.edition_number(),
    }
}

fn of_measure<'a>(scene: &'a Scene<'_>, measure: &'a Measure) -> Entry<'a> {
    let id = &measure.id;
    let name = |format: Format| format.file(id.as_str());
    let listed = |format: Format, path: String| Listed { format, about: String::new(), path, sum: None };
    let changed = scene.editions.iter().filter(|edition| edition.changed.contains(id));
    let held = |edition: &&Released| edition.publication.record.dataset().measure(id).is_some();
    let version = |edition: &'a Released| Version {
        edition: edition.number,
        date: edition.date,
        note: None,
        page: routes::measure_version(id, edition.number),
        files: OF_MEASURE
            .map(|format| listed(format, routes::measure_version_data(id, edition.number, &name(format))))
            .into(),
    };
    Entry {
        title: &measure.title,
        identifier: id.as_str(),
        page: routes::measure(id),
        files: OF_MEASURE
            .map(|format| Listed {
                about: about(format).to_owned(),
                ..listed(format, routes::measure_data(&name(format)))
            })
            .into(),
        versions: changed.filter(held).map(version).collect(),
        current: super::held_by(scene, measure, None).map(|edition| edition.number),
    }
}
