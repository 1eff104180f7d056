//! The catalogue of the site after DCAT 3, in JSON-LD: every measure and the whole record, each with its versions.
//!
//! A measure is a dataset that moves; the frozen pages of the editions that changed it are its versions, each naming the
//! one before. The editions of the whole record are a series, in which each edition follows the last.

use super::json_file::json_file;
use super::links::{Links, Listed};
use super::terms::Terms;
use crate::period::PartialDate;
use serde::Serialize;

/// What the catalogue is made from.
pub struct Catalogue<'a> {
    /// What the files of the whole record state.
    pub terms: &'a Terms,
    /// How addresses are written.
    pub links: Links<'a>,
    /// The page of the catalogue, from the site's root.
    pub page: &'a str,
    /// The page of the series of editions.
    pub series: &'a str,
    /// The whole record, with its editions as versions.
    pub record: Entry<'a>,
    /// Every measure.
    pub measures: Vec<Entry<'a>>,
}

/// A dataset that moves.
pub struct Entry<'a> {
    /// What it is called.
    pub title: &'a str,
    /// What it is known by.
    pub identifier: &'a str,
    /// Its page, from the site's root.
    pub page: String,
    /// Its files.
    pub files: Vec<Listed>,
    /// Its versions, oldest first.
    pub versions: Vec<Version<'a>>,
    /// The version that it is, where it is one.
    pub current: Option<u32>,
}

/// A version of a dataset, which never changes.
pub struct Version<'a> {
    /// The edition that it came with.
    pub edition: u32,
    /// When.
    pub date: PartialDate,
    /// What is to be said of it.
    pub note: Option<&'a str>,
    /// Its page, from the site's root.
    pub page: String,
    /// Its files.
    pub files: Vec<Listed>,
}

#[derive(Serialize)]
struct CatalogueJson<'a> {
    #[serde(rename = "@context")]
    context: Context,
    #[serde(rename = "@id")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "dct:title")]
    title: &'a str,
    #[serde(rename = "dct:language")]
    language: &'a str,
    #[serde(rename = "dct:publisher")]
    publisher: Agent<'a>,
    #[serde(rename = "dct:bibliographicCitation")]
    citation: &'a str,
    #[serde(rename = "dct:license", skip_serializing_if = "Option::is_none")]
    licence: Option<Licence<'a>>,
    #[serde(rename = "dcat:dataset")]
    datasets: Vec<DatasetJson<'a>>,
}

#[derive(Serialize)]
struct Context {
    dcat: &'static str,
    dct: &'static str,
    foaf: &'static str,
    adms: &'static str,
    spdx: &'static str,
    rdfs: &'static str,
    xsd: &'static str,
}

#[derive(Serialize)]
struct Agent<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "foaf:name")]
    name: &'a str,
    #[serde(rename = "foaf:homepage", skip_serializing_if = "Option::is_none")]
    homepage: Option<Id>,
}

#[derive(Serialize)]
struct Licence<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "rdfs:label")]
    label: &'a str,
}

#[derive(Serialize)]
struct Id {
    #[serde(rename = "@id")]
    id: String,
}

#[derive(Serialize)]
struct Typed {
    #[serde(rename = "@value")]
    value: String,
    #[serde(rename = "@type")]
    kind: &'static str,
}

#[derive(Serialize, Default)]
struct DatasetJson<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "dct:title", skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(rename = "dct:identifier", skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    #[serde(rename = "dct:issued", skip_serializing_if = "Option::is_none")]
    issued: Option<Typed>,
    #[serde(rename = "adms:versionNotes", skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(rename = "dcat:landingPage", skip_serializing_if = "Option::is_none")]
    page: Option<Id>,
    #[serde(rename = "dcat:version", skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(rename = "dcat:isVersionOf", skip_serializing_if = "Option::is_none")]
    version_of: Option<Id>,
    #[serde(rename = "dcat:previousVersion", skip_serializing_if = "Option::is_none")]
    previous: Option<Id>,
    #[serde(rename = "dcat:inSeries", skip_serializing_if = "Option::is_none")]
    series: Option<Id>,
    #[serde(rename = "dcat:prev", skip_serializing_if = "Option::is_none")]
    before: Option<Id>,
    #[serde(rename = "dcat:first", skip_serializing_if = "Option::is_none")]
    first: Option<Id>,
    #[serde(rename = "dcat:last", skip_serializing_if = "Option::is_none")]
    last: Option<Id>,
    #[serde(rename = "dcat:hasCurrentVersion", skip_serializing_if = "Option::is_none")]
    current: Option<Id>,
    #[serde(rename = "dcat:hasVersion", skip_serializing_if = "Vec::is_empty")]
    versions: Vec<DatasetJson<'a>>,
    #[serde(rename = "dcat:distribution", skip_serializing_if = "Vec::is_empty")]
    files: Vec<Distribution<'a>>,
}

#[derive(Serialize)]
struct Distribution<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "dct:title")]
    title: &'a str,
    #[serde(rename = "dct:description", skip_serializing_if = "str::is_empty")]
    about: &'a str,
    #[serde(rename = "dcat:downloadURL", skip_serializing_if = "Option::is_none")]
    address: Option<Id>,
    #[serde(rename = "dcat:mediaType")]
    media_type: Id,
    #[serde(rename = "dcat:byteSize", skip_serializing_if = "Option::is_none")]
    bytes: Option<Typed>,
    #[serde(rename = "spdx:checksum", skip_serializing_if = "Option::is_none")]
    checksum: Option<Checksum>,
}

#[derive(Serialize)]
struct Checksum {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "spdx:algorithm")]
    algorithm: Id,
    #[serde(rename = "spdx:checksumValue")]
    value: Typed,
}

/// The catalogue as a file.
#[must_use]
pub fn dcat(catalogue: &Catalogue<'_>) -> Vec<u8> {
    let Catalogue { terms, links, .. } = *catalogue;
    let mut datasets = vec![series(catalogue)];
    datasets.push(dataset(&catalogue.record, links, Some(catalogue.series)));
    datasets.extend(catalogue.measures.iter().map(|measure| dataset(measure, links, None)));
    json_file(&CatalogueJson {
        context: Context {
            dcat: "http://www.w3.org/ns/dcat#",
            dct: "http://purl.org/dc/terms/",
            foaf: "http://xmlns.com/foaf/0.1/",
            adms: "http://www.w3.org/ns/adms#",
            spdx: "http://spdx.org/rdf/terms#",
            rdfs: "http://www.w3.org/2000/01/rdf-schema#",
            xsd: "http://www.w3.org/2001/XMLSchema#",
        },
        id: links.to(&format!("{}#catalogue", catalogue.page)),
        kind: "dcat:Catalog",
        title: &terms.site,
        language: &terms.language,
        publisher: Agent {
            kind: "foaf:Organization",
            name: &terms.publisher.name,
            homepage: terms.publisher.url.clone().map(|id| Id { id }),
        },
        citation: &terms.citation,
        licence: terms.licence.as_ref().map(|licence| Licence {
            id: licence.url.as_deref(),
            kind: "dct:LicenseDocument",
            label: &licence.name,
        }),
        datasets,
    })
}

/// The data of a page, as a thing of its own beside the page.
fn data(links: Links<'_>, page: &str) -> Option<Id> {
    links.to(&format!("{page}#data")).map(|id| Id { id })
}

fn series<'a>(catalogue: &'a Catalogue<'a>) -> DatasetJson<'a> {
    let Catalogue { terms, links, series, .. } = *catalogue;
    let editions = &catalogue.record.versions;
    let of = |edition: Option<&Version<'_>>| edition.and_then(|edition| data(links, &edition.page));
    DatasetJson {
        id: links.to(&format!("{series}#series")),
        kind: "dcat:DatasetSeries",
        title: Some(&terms.site),
        page: links.to(series).map(|id| Id { id }),
        first: of(editions.first()),
        last: of(editions.last()),
        ..DatasetJson::default()
    }
}

fn dataset<'a>(entry: &'a Entry<'a>, links: Links<'_>, series: Option<&str>) -> DatasetJson<'a> {
    let is_current = |version: &&Version<'_>| Some(version.edition) == entry.current;
    let current = entry.versions.iter().find(is_current);
    let before = |at: usize| at.checked_sub(1).and_then(|at| entry.versions.get(at));
    let versions = entry.versions.iter().enumerate().map(|(at, version)| {
        let previous = || before(at).and_then(|before| data(links, &before.page));
        DatasetJson {
            id: data(links, &version.page).map(|id| id.id),
            kind: "dcat:Dataset",
            issued: Some(date(version.date)),
            note: version.note,
            page: links.to(&version.page).map(|id| Id { id }),
            version: Some(version.edition.to_string()),
            version_of: data(links, &entry.page),
            previous: previous(),
            series: series.and_then(|series| links.to(&format!("{series}#series"))).map(|id| Id { id }),
            before: series.and_then(|_| previous()),
            files: version.files.iter().map(|file| distribution(file, links)).collect(),
            ..DatasetJson::default()
        }
    });
    DatasetJson {
        id: data(links, &entry.page).map(|id| id.id),
        kind: "dcat:Dataset",
        title: Some(entry.title),
        identifier: Some(entry.identifier),
        page: links.to(&entry.page).map(|id| Id { id }),
        version: entry.current.map(|number| number.to_string()),
        current: current.and_then(|version| data(links, &version.page)),
        versions: versions.collect(),
        files: entry.files.iter().map(|file| distribution(file, links)).collect(),
        ..DatasetJson::default()
    }
}

/// A date as exact as it is known.
fn date(date: PartialDate) -> Typed {
    let value = date.to_string();
    let kind = match value.len() {
        0..=4 => "xsd:gYear",
        5..=7 => "xsd:gYearMonth",
        _ => "xsd:date",
    };
    Typed { value, kind }
}

fn distribution<'a>(file: &'a Listed, links: Links<'_>) -> Distribution<'a> {
    let sum = file.sum.as_ref();
    Distribution {
        kind: "dcat:Distribution",
        title: file.format.label(),
        about: &file.about,
        address: links.to(&file.path).map(|id| Id { id }),
        media_type: Id {
            id: format!("https://www.iana.org/assignments/media-types/{}", file.format.media_type()),
        },
        bytes: sum.map(|(bytes, _)| Typed { value: bytes.to_string(), kind: "xsd:nonNegativeInteger" }),
        checksum: sum.map(|(_, digest)| Checksum {
            kind: "spdx:Checksum",
            algorithm: Id { id: "http://spdx.org/rdf/terms#checksumAlgorithm_sha256".to_owned() },
            value: Typed { value: digest.clone(), kind: "xsd:hexBinary" },
        }),
    }
}
