//! schema.org in JSON-LD: a measure as a Dataset, for the engines that find data.
//!
//! It says what the page says, and has no number of any figure: a number in a search result has lost its words.

use super::json_file::json_file;
use super::links::{Links, Listed};
use super::terms::Terms;
use crate::model::{Measure, Source, SourceId};
use crate::reconcile::Record;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What the description of a measure is made from.
pub struct DatasetPage<'a> {
    /// The record that holds the measure.
    pub record: &'a Record,
    /// The measure.
    pub measure: &'a Measure,
    /// What its files state.
    pub terms: &'a Terms,
    /// How addresses are written.
    pub links: Links<'a>,
    /// Its page, from the site's root.
    pub page: &'a str,
    /// Its files.
    pub files: &'a [Listed],
}

/// A measure as a schema.org Dataset.
#[must_use]
pub fn dataset_json_ld(of: &DatasetPage<'_>) -> Vec<u8> {
    json_file(&dataset(of))
}

fn dataset(of: &DatasetPage<'_>) -> Value {
    let (measure, terms, links) = (of.measure, of.terms, of.links);
    let mut object = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        object.extend(value.map(|value| (key.to_owned(), value)));
    };
    put("@context", Some("https://schema.org".into()));
    put("@type", Some("Dataset".into()));
    put("@id", links.to(&format!("{}#data", of.page)).map(Value::from));
    put("name", Some(measure.title.as_str().into()));
    put("alternateName", measure.question.as_deref().map(Value::from));
    put("description", Some(description(of).into()));
    put("url", links.to(of.page).map(Value::from));
    put("identifier", Some(measure.id.as_str().into()));
    put("inLanguage", Some(terms.language.as_str().into()));
    put("isAccessibleForFree", Some(true.into()));
    put("creator", Some(organisation(terms)));
    put("publisher", Some(organisation(terms)));
    put("license", licence(terms));
    put("creditText", Some(terms.citation.as_str().into()));
    put("version", terms.edition.map(|(number, _)| number.to_string().into()));
    put("datePublished", terms.edition.map(|(_, date)| date.to_string().into()));
    put("temporalCoverage", temporal(of).map(Value::from));
    put("spatialCoverage", measure.coverage.as_deref().map(|name| json!({ "@type": "Place", "name": name })));
    put("variableMeasured", Some(variable(of)));
    put("isBasedOn", Some(sources(of)));
    put("includedInDataCatalog", Some(catalogue(of)));
    put("distribution", Some(of.files.iter().map(|file| download(file, links)).collect()));
    Value::Object(object)
}

fn description(of: &DatasetPage<'_>) -> String {
    let figures = of.record.dataset().figures_of(&of.measure.id);
    let sources: BTreeSet<&SourceId> = figures.iter().map(|figure| &figure.source).collect();
    let count = |number: usize, one: &str| match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    };
    format!(
        "{}: {} from {}, each in the words of its source, with how the words are read, its date, and how far it is \
         confirmed. Counted in: {}.",
        of.measure.title,
        count(figures.len(), "figure"),
        count(sources.len(), "source"),
        of.terms.units,
    )
}

pub(super) fn organisation(terms: &Terms) -> Value {
    let publisher = &terms.publisher;
    match &publisher.url {
        Some(url) => json!({ "@type": "Organization", "name": publisher.name, "url": url }),
        None => json!({ "@type": "Organization", "name": publisher.name }),
    }
}

pub(super) fn licence(terms: &Terms) -> Option<Value> {
    let licence = terms.licence.as_ref()?;
    Some(match &licence.url {
        Some(url) => url.as_str().into(),
        None => json!({ "@type": "CreativeWork", "name": licence.name }),
    })
}

/// From the first day that a figure is about to the last.
fn temporal(of: &DatasetPage<'_>) -> Option<String> {
    let timings = || of.record.dataset().figures_of(&of.measure.id).iter().map(|figure| &figure.key.timing);
    let first = timings().filter_map(|timing| timing.earliest()).min()?;
    let last = timings().filter_map(|timing| timing.latest()).max()?;
    Some(format!("{first}/{last}"))
}

fn variable(of: &DatasetPage<'_>) -> Value {
    let mut variable = json!({
        "@type": "PropertyValue",
        "name": of.measure.title,
        "unitText": of.terms.units,
    });
    if let (Some(population), Some(object)) = (&of.measure.population, variable.as_object_mut()) {
        object.insert("description".to_owned(), population.as_str().into());
    }
    variable
}

fn sources(of: &DatasetPage<'_>) -> Value {
    let dataset = of.record.dataset();
    let ids: BTreeSet<&SourceId> =
        dataset.figures_of(&of.measure.id).iter().map(|figure| &figure.source).collect();
    ids.into_iter().filter_map(|id| dataset.source(id)).map(work).collect()
}

/// A source as a work.
pub(super) fn work(source: &Source) -> Value {
    let mut work = json!({ "@type": "CreativeWork", "name": source.title });
    if let Some(object) = work.as_object_mut() {
        let date = source.public_date().map(|date| date.to_string());
        object.extend(date.map(|date| ("datePublished".to_owned(), date.into())));
        object
            .extend(source.reference.as_deref().map(|reference| ("identifier".to_owned(), reference.into())));
        object.extend(source.url.as_deref().map(|url| ("url".to_owned(), url.into())));
    }
    work
}

fn catalogue(of: &DatasetPage<'_>) -> Value {
    match of.links.to("") {
        Some(url) => json!({ "@type": "DataCatalog", "name": of.terms.site, "url": url }),
        None => json!({ "@type": "DataCatalog", "name": of.terms.site }),
    }
}

fn download(file: &Listed, links: Links<'_>) -> Value {
    let mut download = json!({
        "@type": "DataDownload",
        "name": file.format.label(),
        "description": file.about,
        "encodingFormat": file.format.media_type(),
    });
    if let Some(object) = download.as_object_mut() {
        object.extend(links.to(&file.path).map(|url| ("contentUrl".to_owned(), url.into())));
        if let Some((bytes, digest)) = &file.sum {
            object.insert("contentSize".to_owned(), format!("{bytes} bytes").into());
            object.insert("sha256".to_owned(), digest.as_str().into());
        }
    }
    download
}
