//! The lists for programs: every measure, source, finding and edition, in parts, with the addresses of the rest.

use super::Scene;
use super::chosen::chosen;
use super::scene::{tone, verdict_words};
use crate::export::{
    API, ApiEdition, ApiFigure, ApiFinding, ApiIndex, ApiList, ApiMeasure, ApiSource, Format, api_file,
    api_schema,
};
use crate::finding::{Finding, Nature};
use crate::model::{Measure, Settings, Source};
use crate::page::Tone;
use crate::site::Released;
use crate::site::routes;
use serde::Serialize;
use std::collections::BTreeMap;

/// So many entries a file: a list of measures is then of about 150 kB.
const MOST: usize = 200;

/// Every file, with its address.
pub(in crate::site) fn api_files(scene: &Scene<'_>, settings: &Settings) -> Vec<(String, Vec<u8>)> {
    let dataset = scene.record().dataset();
    let mut lists = Lists::default();
    lists.add("measures", dataset.measures().map(|each| measure(scene, each)));
    lists.add("sources", dataset.sources().map(source));
    lists.add("discrepancies", scene.findings().map(finding));
    lists.add("editions", scene.editions.iter().map(edition));
    let index = ApiIndex {
        api: API,
        root: "../../".to_owned(),
        title: settings.title.clone(),
        language: settings.language.clone(),
        publisher: settings.publisher.name.clone(),
        licence: settings.licence.as_ref().map(|licence| licence.name.clone()),
        edition: scene.edition_number(),
        counts: lists.counts,
        lists: lists.parts,
        schema: routes::api("schema.json"),
    };
    lists.files.push((routes::api("index.json"), api_file(&index)));
    lists.files.push((routes::api("schema.json"), api_schema()));
    lists.files
}

#[derive(Default)]
struct Lists {
    counts: BTreeMap<String, usize>,
    parts: BTreeMap<String, Vec<String>>,
    files: Vec<(String, Vec<u8>)>,
}

impl Lists {
    fn add<T: Serialize>(&mut self, name: &str, entries: impl Iterator<Item = T>) {
        let mut entries: Vec<T> = entries.collect();
        let (count, parts) = (entries.len(), entries.len().div_ceil(MOST).max(1));
        let path = |part: usize| routes::api(&format!("{name}-{part}.json"));
        for part in 1..=parts {
            let rest = entries.split_off(entries.len().min(MOST));
            let next = (part < parts).then(|| path(part + 1));
            let list = ApiList { api: API, part, parts, next, items: std::mem::replace(&mut entries, rest) };
            self.files.push((path(part), api_file(&list)));
        }
        self.counts.insert(name.to_owned(), count);
        self.parts.insert(name.to_owned(), (1..=parts).map(path).collect());
    }
}

fn measure(scene: &Scene<'_>, measure: &Measure) -> ApiMeasure {
    let record = scene.record();
    let disputed = scene.findings_of(&measure.id).iter().filter(|finding| tone(finding) == Tone::Disputed);
    let headline = chosen(record, measure);
    ApiMeasure {
        id: measure.id.to_string(),
        title: measure.title.clone(),
        question: measure.question.clone(),
        topic: measure.topic.clone(),
        unit: measure.unit.clone(),
        body: measure.responsible.as_ref().map(ToString::to_string),
        body_name: measure.responsible.as_ref().map(|body| record.dataset().body_name(body).to_owned()),
        headline: headline.map(|figure| ApiFigure::of(record, figure, routes::cite(&figure.id))),
        figures: record.dataset().figures_of(&measure.id).len(),
        discrepancies: disputed.count(),
        page: routes::measure(&measure.id),
        frozen: frozen(scene, measure),
        data: routes::measure_data(&Format::Json.file(measure.id.as_str())),
    }
}

/// The page in the latest edition that changed the measure.
fn frozen(scene: &Scene<'_>, measure: &Measure) -> Option<String> {
    let last = scene.editions.iter().rev().find(|edition| edition.changed.contains(&measure.id))?;
    Some(routes::measure_version(&measure.id, last.number))
}

fn source(source: &Source) -> ApiSource {
    ApiSource {
        id: source.id.to_string(),
        title: source.title.clone(),
        kind: source.kind.name().to_owned(),
        body: source.body.as_ref().map(ToString::to_string),
        public_date: source.public_date().map(|date| date.to_string()),
        reference: source.reference.clone(),
        url: source.url.clone(),
        page: routes::source(&source.id),
    }
}

fn finding(finding: &Finding) -> ApiFinding {
    let nature = match finding.nature {
        Nature::Discrepancy => "discrepancy",
        Nature::Agreement => "agreement",
        Nature::Gap | Nature::Input | Nature::Disclosure => "gap",
    };
    ApiFinding {
        id: finding.fingerprint.as_str().to_owned(),
        code: finding.code.to_owned(),
        nature: nature.to_owned(),
        title: finding.title.clone(),
        verdict: verdict_words(finding).to_owned(),
        message: finding.message.clone(),
        measure: finding.measure.as_ref().map(ToString::to_string),
        figures: finding.figures.iter().map(ToString::to_string).collect(),
        review: finding.review.as_ref().map(|review| format!("{}, {}", review.state, review.date)),
        page: routes::finding(&finding.fingerprint),
    }
}

fn edition(edition: &Released) -> ApiEdition {
    ApiEdition {
        number: edition.number,
        released: edition.date.to_string(),
        note: edition.note.clone(),
        digest: edition.digest.clone(),
        previous: edition.previous.clone(),
        page: routes::edition(edition.number),
        changes: edition.changes.as_ref().map(|_| routes::change_file(edition.number, "changes.json")),
        measures: edition.changed.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Lists, MOST};

    #[test]
    fn a_long_list_stands_in_parts_that_lead_to_one_another() {
        let mut lists = Lists::default();
        lists.add("figures", 0..MOST * 2 + 1);
        let read = |at: usize| serde_json::from_slice::<serde_json::Value>(&lists.files[at].1).unwrap();
        let lengths: Vec<usize> = (0..3).map(|at| read(at)["items"].as_array().unwrap().len()).collect();
        assert_eq!((lengths, lists.files.len()), (vec![MOST, MOST, 1], 3));
        assert_eq!(
            (&read(0)["next"], &read(2)["next"]),
            (&"api/v1/figures-2.json".into(), &serde_json::Value::Null)
        );
        assert_eq!(read(1)["items"][0], MOST);
        assert_eq!(lists.parts["figures"].len(), 3);
    }

    #[test]
    fn an_empty_list_has_one_empty_part() {
        let mut lists = Lists::default();
        lists.add("editions", std::iter::empty::<u8>());
        assert_eq!((lists.files.len(), lists.counts["editions"]), (1, 0));
    }
}
