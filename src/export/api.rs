//! The lists of the site for programs: what there is, with the addresses of the files that hold the rest.
//!
//! The version stands in the address (`api/v1/`) and in each file. Within a version keys may be added; none goes, and none
//! changes its meaning. The schema is made from the types, so it cannot say anything else than the files.

use super::cuts::cuts;
use super::decimal::Decimal;
use super::json_file::json_file;
use super::reading_json::value;
use crate::model::Figure;
use crate::period::Timing;
use crate::quantity::{Alpha, NoValue};
use crate::reconcile::Record;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use std::collections::BTreeMap;

/// The version of the shape of these files.
pub const API: u32 = 1;

/// Where everything is: the first file to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApiIndex {
    /// The version of the shape of these files.
    pub api: u32,
    /// The way from these files to the root of the site. Every other address is a path from that root.
    pub root: String,
    /// The name of the site.
    pub title: String,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// Who publishes it.
    pub publisher: String,
    /// The licence of the data; null where the publisher has not said.
    pub licence: Option<String>,
    /// The edition that the files show; null where they show what is not in an edition yet.
    pub edition: Option<u32>,
    /// How many entries each list has.
    pub counts: BTreeMap<String, usize>,
    /// The files of each list, in their order: `measures`, `sources`, `discrepancies`, `editions`.
    pub lists: BTreeMap<String, Vec<String>>,
    /// The JSON Schema of these files.
    pub schema: String,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApiList<T> {
    /// The version of the shape of these files.
    pub api: u32,
    /// Which part of the list it is, from 1.
    pub part: usize,
    /// How many parts the list has.
    pub parts: usize,
    /// The next part; null after the last.
    pub next: Option<String>,
    /// The entries.
    pub items: Vec<T>,
}

/// A measure, with the figure that stands at the top of its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApiMeasure {
    /// Its id.
    pub id: String,
    /// What is measured.
    pub title: String,
    /// The question that it answers.
    pub question: Option<String>,
    /// Its topic.
    pub topic: Option<String>,
    /// What is counted, in the plural, or a currency code.
    pub unit: String,
    /// The id of the body responsible for it.
    pub body: Option<String>,
    /// The name of that body.
    pub body_name: Option<String>,
    /// The figure at the top of its page; null where no source gives one. It is not the only one on record.
    pub headline: Option<ApiFigure>,
    /// How many figures are on record.
    pub figures: usize,
    /// On how many points its sources disagree.
    pub discrepancies: usize,
    /// Its page, which moves with the record.
    pub page: String,
    /// Its page as it stands in the latest edition that changed it; null for what is not in an edition yet.
    pub frozen: Option<String>,
    /// The file with its definition, every figure, source and finding.
    pub data: String,
}

/// A figure in the words in which it was reported, how they are read, and how far it is confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApiFigure {
    /// Its id.
    pub id: String,
    /// The quantity, word for word. Show these words, and never a number without them.
    pub reported: String,
    /// The number in the words, without its hedge, as a decimal; null for a range and where none is given.
    pub value: Option<String>,
    /// The lower end of what the words usually mean, as a decimal; null for none.
    pub lower: Option<String>,
    /// The upper end of it.
    pub upper: Option<String>,
    /// Why there is no value; null where there is one.
    pub status: Option<String>,
    /// How far the body concerned has confirmed it.
    pub standing: String,
    /// The date at which it was counted.
    pub as_of: Option<String>,
    /// The period over which it was counted.
    pub period: Option<String>,
    /// The id of its source.
    pub source: String,
    /// How to cite it, with its whole history.
    pub cite: String,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApiSource {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its kind.
    pub kind: String,
    /// The id of the body that it comes from.
    pub body: Option<String>,
    /// The date from which it was public.
    pub public_date: Option<String>,
    /// Its reference.
    pub reference: Option<String>,
    /// Its own address.
    pub url: Option<String>,
    /// Its page.
    pub page: String,
}

/// A discrepancy, a check that holds, or something that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApiFinding {
    /// Its fingerprint, which stays as long as its figures and words do.
    pub id: String,
    /// The code of the rule that found it.
    pub code: String,
    /// `discrepancy`, `agreement` or `gap`.
    pub nature: String,
    /// A heading of a few words.
    pub title: String,
    /// The verdict in words.
    pub verdict: String,
    /// What was found, with the words and sources concerned.
    pub message: String,
    /// The measure concerned.
    pub measure: Option<String>,
    /// The figures concerned.
    pub figures: Vec<String>,
    /// What the publisher or the body has said of it since.
    pub review: Option<String>,
    /// Its page.
    pub page: String,
}

/// An edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApiEdition {
    /// Its number.
    pub number: u32,
    /// The day of its release.
    pub released: String,
    /// The publisher's note.
    pub note: String,
    /// The digest by which anyone can tell that it is this one.
    pub digest: String,
    /// The digest of the edition before; null for the first.
    pub previous: Option<String>,
    /// Its page.
    pub page: String,
    /// What changed with it, as a file; null for the first.
    pub changes: Option<String>,
    /// How many measures it changed.
    pub measures: usize,
}

impl ApiFigure {
    /// A figure of a record, with the file that says how to cite it.
    #[must_use]
    pub fn of(record: &Record, figure: &Figure, cite: String) -> Self {
        let amount = figure.reading().amount();
        let read = amount.map(|amount| cuts(amount, record.kind(figure)));
        let typical = read.as_ref().map(|cuts| cuts.at(Alpha::Typical));
        let decimal = |value: &crate::quantity::Rational| Decimal(value.clone()).to_string();
        let (as_of, period) = match &figure.key.timing {
            Timing::AsOf(date) => (Some(date.to_string()), None),
            Timing::During(period) => (None, Some(period.to_string())),
            Timing::NotStated => (None, None),
        };
        Self {
            id: figure.id.to_string(),
            reported: figure.reported.clone(),
            value: amount.and_then(value).map(|value| Decimal(value).to_string()),
            lower: typical.and_then(|cut| cut.lo().value()).map(decimal),
            upper: typical.and_then(|cut| cut.hi().value()).map(decimal),
            status: figure.reading().no_value().map(NoValue::name).map(str::to_owned),
            standing: record.standings().standing(figure).name().to_owned(),
            as_of,
            period,
            source: figure.source.to_string(),
            cite,
        }
    }
}

/// A file of the lists.
#[must_use]
pub fn api_file(value: &impl Serialize) -> Vec<u8> {
    json_file(value)
}

/// The shape of every file, as a JSON Schema: each file is one of the types named in it.
#[must_use]
pub fn api_schema() -> Vec<u8> {
    #[derive(JsonSchema)]
    #[schemars(untagged)]
    #[expect(dead_code, reason = "only its schema is wanted")]
    enum AnyFile {
        Index(ApiIndex),
        Measures(ApiList<ApiMeasure>),
        Sources(ApiList<ApiSource>),
        Discrepancies(ApiList<ApiFinding>),
        Editions(ApiList<ApiEdition>),
    }
    let schema: Schema =
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<AnyFile>();
    json_file(&schema)
}
