//! CSV files described as a Data Package, version 2.

use super::column::Datatype;
use super::csvw::{PARTIAL_DATE, meaning};
use super::json_file::json_file;
use super::table::{Table, TableColumn};
use super::terms::{Note, Terms};
use crate::edition::Digest;
use serde::Serialize;

/// A CSV file of a package: its table and its bytes.
pub struct Packed<'a> {
    /// What is in it.
    pub table: &'a Table<'a>,
    /// Its name, from the descriptor's folder.
    pub path: String,
    /// How long the file is.
    pub bytes: u64,
    /// Its digest.
    pub digest: Digest,
}

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<LicenceJson<'a>>,
    contributors: [Contributor<'a>; 1],
    resources: Vec<Resource<'a>>,
    // From here on, keys of our own.
    language: &'a str,
    citation: &'a str,
    units: &'a str,
    notes: &'a [Note],
    #[serde(skip_serializing_if = "Option::is_none")]
    edition_date: Option<String>,
    moving_address: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    frozen_address: Option<&'a str>,
}

#[derive(Serialize)]
struct LicenceJson<'a> {
    name: String,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
}

#[derive(Serialize)]
struct Contributor<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    roles: [&'static str; 1],
}

#[derive(Serialize)]
struct Resource<'a> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: &'a str,
    title: &'a str,
    path: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: u64,
    hash: String,
    dialect: Dialect,
    schema: Schema<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
    header: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    fields: Vec<Field<'a>>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    primary_key: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey<'a>>,
}

#[derive(Serialize)]
struct Field<'a> {
    name: &'a str,
    title: &'a str,
    description: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Constraints::is_none")]
    constraints: Constraints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    categories: Vec<Category<'a>>,
}

#[derive(Default, PartialEq, Serialize)]
struct Constraints {
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
}

#[derive(Serialize)]
struct Category<'a> {
    value: &'a str,
    label: &'a str,
}

#[derive(Serialize)]
struct ForeignKey<'a> {
    fields: [&'a str; 1],
    reference: Reference<'a>,
}

#[derive(Serialize)]
struct Reference<'a> {
    resource: &'a str,
    fields: [&'a str; 1],
}

/// The descriptor of a package of CSV files. Where a file has a column named after the key of another, it refers to it.
#[must_use]
pub fn data_package(name: &str, title: &str, files: &[Packed<'_>], terms: &Terms) -> Vec<u8> {
    json_file(&Package {
        profile: "https://datapackage.org/profiles/2.0/datapackage.json",
        name,
        title,
        version: terms.edition.map(|(number, _)| number.to_string()),
        homepage: is_whole(&terms.moving).then_some(&terms.moving),
        licenses: terms
            .licence
            .iter()
            .map(|licence| LicenceJson {
                name: licence_name(&licence.name),
                title: &licence.name,
                path: licence.url.as_deref(),
            })
            .collect(),
        contributors: [Contributor {
            title: &terms.publisher.name,
            path: terms.publisher.url.as_deref(),
            roles: ["publisher"],
        }],
        resources: files.iter().map(|file| Resource::of(file, files)).collect(),
        language: &terms.language,
        citation: &terms.citation,
        units: &terms.units,
        notes: &terms.notes,
        edition_date: terms.edition.map(|(_, date)| date.to_string()),
        moving_address: &terms.moving,
        frozen_address: terms.frozen.as_deref(),
    })
}

fn is_whole(address: &str) -> bool {
    address.contains("://")
}

/// The name of a licence without what a name may not hold: "OGL-UK-3.0".
fn licence_name(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-._".contains(c) { c } else { '-' }).collect();
    plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

fn key<'a>(table: &'a Table<'_>) -> Option<&'a str> {
    table.columns().first().map(|column| column.name.as_str())
}

impl<'a> Resource<'a> {
    fn of(file: &'a Packed<'a>, files: &'a [Packed<'a>]) -> Self {
        let own = key(file.table);
        let columns = file.table.columns();
        let refers = |other: &'a Packed<'a>| {
            let theirs = key(other.table).filter(|theirs| own != Some(*theirs))?;
            let column = columns.iter().find(|column| column.name == theirs)?;
            let reference = Reference { resource: other.table.name(), fields: [theirs] };
            Some(ForeignKey { fields: [column.name.as_str()], reference })
        };
        Self {
            profile: "https://datapackage.org/profiles/2.0/dataresource.json",
            name: file.table.name(),
            title: file.table.title(),
            path: &file.path,
            kind: "table",
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            bytes: file.bytes,
            hash: format!("sha256:{}", file.digest),
            dialect: Dialect {
                delimiter: ",",
                line_terminator: "\n",
                quote_char: "\"",
                double_quote: true,
                header: true,
            },
            schema: Schema {
                profile: "https://datapackage.org/profiles/2.0/tableschema.json",
                fields: columns.iter().map(|column| Field::of(column, own)).collect(),
                missing_values: [""],
                primary_key: own.into_iter().collect(),
                foreign_keys: files.iter().filter_map(refers).collect(),
            },
        }
    }
}

impl<'a> Field<'a> {
    fn of(column: &'a TableColumn, key: Option<&str>) -> Self {
        let is_key = key == Some(column.name.as_str());
        let is_partial = column.datatype == Datatype::PartialDate;
        Self {
            name: &column.name,
            title: &column.title,
            description: meaning(column),
            kind: match column.datatype {
                // A list is a text with `;` in it: readers of version 1 know no lists.
                Datatype::Token | Datatype::Tokens | Datatype::Text | Datatype::PartialDate => "string",
                Datatype::Number => "number",
                Datatype::Date => "date",
            },
            constraints: Constraints {
                required: is_key.then_some(true),
                pattern: is_partial.then_some(PARTIAL_DATE),
            },
            categories: column.codes.iter().map(|(value, label)| Category { value, label }).collect(),
        }
    }
}

impl Constraints {
    fn is_none(&self) -> bool {
        *self == Self::default()
    }
}
