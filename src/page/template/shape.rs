//! What values each kind of page has, read from the types of the views.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::super::trusted::Html;

/// What a name in a template stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A text, a number or a yes or no.
    Plain,
    /// One of these words.
    Word(Vec<String>),
    /// Values that stand together, by the name of their type.
    Record(String),
    /// Several of a kind.
    List(Box<Kind>),
    /// A kind that the types do not tell.
    Unknown,
}

/// A named value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// What it stands for.
    pub(crate) kind: Kind,
    /// Some pages do not have it.
    pub(crate) optional: bool,
    /// What it is, in the words of the type's own documentation.
    pub(crate) about: String,
}

/// Values that stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    /// What they are together.
    pub(crate) about: String,
    /// Each by its name.
    pub(crate) fields: BTreeMap<String, Field>,
}

/// The values of every kind of page.
#[derive(Default)]
pub(crate) struct Shapes {
    /// The kind of each page, by the name of its template.
    pages: BTreeMap<&'static str, Kind>,
    records: BTreeMap<String, Record>,
}

impl Shapes {
    /// Adds the page of a view. Every page also has `rows`, the long table of a page that has one.
    pub(crate) fn add<V: JsonSchema>(&mut self, template: &'static str) {
        let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
        let page = generator.subschema_for::<V>();
        let html = generator.subschema_for::<Html>();
        let known = generator.definitions();
        for (name, schema) in known {
            self.records.entry(name.clone()).or_insert_with(|| record(schema, known));
        }
        let page = kind(page.as_value(), known);
        if let Kind::Record(name) = &page
            && let Some(record) = self.records.get_mut(name)
        {
            let about = "The rows of the page's long table, ready to print.".to_owned();
            let rows = Field { kind: kind(html.as_value(), known), optional: true, about };
            record.fields.insert("rows".to_owned(), rows);
        }
        self.pages.insert(template, page);
    }

    /// The templates that make a page, and what each has.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&'static str, &Kind)> {
        self.pages.iter().map(|(name, kind)| (*name, kind))
    }

    /// Values that stand together, by the name of their type.
    pub(crate) fn record(&self, name: &str) -> Option<&Record> {
        self.records.get(name)
    }
}

fn record(schema: &Value, known: &Map<String, Value>) -> Record {
    let field = |schema: &Value| Field {
        kind: kind(schema, known),
        optional: is_optional(schema),
        about: about(schema),
    };
    let properties = schema.get("properties").and_then(Value::as_object);
    let fields = properties.into_iter().flatten().map(|(name, schema)| (name.clone(), field(schema)));
    Record { about: about(schema), fields: fields.collect() }
}

fn about(schema: &Value) -> String {
    let words = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn kind(schema: &Value, known: &Map<String, Value>) -> Kind {
    if let Some(path) = schema.get("$ref").and_then(Value::as_str) {
        return named(path.rsplit('/').next().unwrap_or_default(), known);
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        return choices.iter().find(|one| !is_null(one)).map_or(Kind::Unknown, |one| kind(one, known));
    }
    if let Some(items) = schema.get("items") {
        return Kind::List(Box::new(kind(items, known)));
    }
    if schema.get("type").is_some() { Kind::Plain } else { Kind::Unknown }
}

/// What a definition stands for: words to choose from, a text, or a record.
fn named(name: &str, known: &Map<String, Value>) -> Kind {
    let Some(schema) = known.get(name) else { return Kind::Unknown };
    let words = words(schema);
    if !words.is_empty() {
        return Kind::Word(words);
    }
    if schema.get("properties").is_some() { Kind::Record(name.to_owned()) } else { kind(schema, known) }
}

/// The words of an enumeration, in the order of its type.
fn words(schema: &Value) -> Vec<String> {
    let listed = |schema: &Value| -> Vec<String> {
        let several = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
        several.chain(schema.get("const")).filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let choices = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    listed(schema).into_iter().chain(choices.flat_map(listed)).collect()
}

fn is_null(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_str) == Some("null")
}

fn is_optional(schema: &Value) -> bool {
    let choices = schema.get("anyOf").and_then(Value::as_array);
    let types = schema.get("type").and_then(Value::as_array);
    choices.is_some_and(|choices| choices.iter().any(is_null))
        || types.is_some_and(|types| types.iter().any(|one| one == "null"))
}
