//! The description of a CSV file, after W3C's CSV on the Web: every column with its datatype and meaning, the key, and
//! what every download states.
//!
//! Our own addresses are texts, not links: without a base address they start from the root of the site, which no reader
//! of the file could know.

use super::Format;
use super::column::Datatype;
use super::json_file::json_file;
use super::table::{Table, TableColumn};
use super::terms::{Note, Terms};
use serde::Serialize;

#[derive(Serialize)]
struct Metadata<'a> {
    #[serde(rename = "@context")]
    context: (&'static str, Language<'a>),
    url: String,
    #[serde(rename = "dc:title")]
    title: &'a str,
    #[serde(rename = "dc:publisher")]
    publisher: &'a str,
    #[serde(rename = "dc:license", skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    #[serde(rename = "dc:rights", skip_serializing_if = "Option::is_none")]
    rights: Option<&'a str>,
    #[serde(rename = "dc:bibliographicCitation")]
    citation: &'a str,
    #[serde(rename = "dc:issued", skip_serializing_if = "Option::is_none")]
    issued: Option<String>,
    #[serde(rename = "dc:isVersionOf")]
    moving: &'a str,
    #[serde(rename = "dc:identifier")]
    identifier: &'a str,
    #[serde(rename = "schema:version", skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(rename = "schema:unitText")]
    units: &'a str,
    notes: Vec<NoteJson<'a>>,
    dialect: Dialect,
    #[serde(rename = "tableSchema")]
    schema: Schema<'a>,
}

#[derive(Serialize)]
struct Language<'a> {
    #[serde(rename = "@language")]
    language: &'a str,
}

#[derive(Serialize)]
struct NoteJson<'a> {
    #[serde(rename = "dc:subject")]
    on: &'a str,
    #[serde(rename = "dc:description")]
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    encoding: &'static str,
    header: bool,
    delimiter: &'static str,
    quote_char: &'static str,
    double_quote: bool,
    line_terminators: [&'static str; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    columns: Vec<ColumnJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    primary_key: Option<&'a str>,
}

#[derive(Serialize)]
struct ColumnJson<'a> {
    name: &'a str,
    /// The name in the header first: the header must be among them.
    titles: (&'a str, &'a str),
    #[serde(rename = "dc:description")]
    meaning: String,
    datatype: DatatypeJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    separator: Option<&'static str>,
    null: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
}

#[derive(Serialize)]
struct DatatypeJson {
    base: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
}

/// A date as exact as it is known.
pub(super) const PARTIAL_DATE: &str = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

/// The metadata of the CSV file of a table, which stands beside it.
#[must_use]
pub fn csvw(table: &Table<'_>, terms: &Terms) -> Vec<u8> {
    let key = table.columns().first().map(|column| column.name.as_str());
    let columns = table.columns().iter();
    let licence = terms.licence.as_ref();
    json_file(&Metadata {
        context: ("http://www.w3.org/ns/csvw", Language { language: &terms.language }),
        url: Format::Csv.file(table.name()),
        title: table.title(),
        publisher: &terms.publisher.name,
        licence: licence.and_then(|licence| licence.url.as_deref()),
        rights: licence.map(|licence| licence.name.as_str()),
        citation: &terms.citation,
        issued: terms.edition.map(|(_, date)| date.to_string()),
        moving: &terms.moving,
        identifier: terms.frozen.as_ref().unwrap_or(&terms.moving),
        version: terms.edition.map(|(number, _)| number.to_string()),
        units: &terms.units,
        notes: terms.notes.iter().map(NoteJson::of).collect(),
        dialect: Dialect {
            encoding: "utf-8",
            header: true,
            delimiter: ",",
            quote_char: "\"",
            double_quote: true,
            line_terminators: ["\n"],
        },
        schema: Schema {
            columns: columns
                .map(|column| ColumnJson::of(column, key == Some(column.name.as_str())))
                .collect(),
            primary_key: key,
        },
    })
}

impl<'a> NoteJson<'a> {
    fn of(note: &'a Note) -> Self {
        Self { on: &note.on, text: &note.text }
    }
}

impl<'a> ColumnJson<'a> {
    fn of(column: &'a TableColumn, is_key: bool) -> Self {
        let (base, format) = match column.datatype {
            Datatype::Token | Datatype::Tokens | Datatype::Text => ("string", None),
            Datatype::Number => ("decimal", None),
            Datatype::PartialDate => ("string", Some(PARTIAL_DATE)),
            Datatype::Date => ("date", None),
        };
        Self {
            name: &column.name,
            titles: (&column.name, &column.title),
            meaning: meaning(column),
            datatype: DatatypeJson { base, format },
            separator: (column.datatype == Datatype::Tokens).then_some(";"),
            null: "",
            required: is_key.then_some(true),
        }
    }
}

/// What a column means, with its codes in words and how its texts are guarded.
pub(super) fn meaning(column: &TableColumn) -> String {
    let mut text = column.meaning.clone();
    if !column.codes.is_empty() {
        let codes: Vec<String> =
            column.codes.iter().map(|(code, words)| format!("{code} ({words})")).collect();
        text.push_str(&format!(" Codes: {}.", codes.join("; ")));
    }
    if column.datatype == Datatype::Text {
        text.push_str(
            " A text that a spreadsheet would run as a formula has an apostrophe in front, which is not part of it.",
        );
    }
    text
}
