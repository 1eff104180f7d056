//! `site/site.toml`.

use super::codes::{CONTRADICTORY, WRONG_VALUE};
use super::document::{Document, Named, Noticed};
use super::faults::Faults;
use super::table::{Table, read_file};
use super::text;
use crate::model::{
    AddedWord, Disclosure, DisclosureMode, Licence, MeasureId, Publisher, Settings, WordList, Zeros,
};
use crate::quantity::{HedgeWidths, Rational};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Reads the settings. What is wrong is noted, and its default stands in its place so that the other files can
/// still be read.
pub(super) fn read(root: &Path, path: &Arc<str>) -> (Settings, Noticed) {
    let mut faults = Faults::default();
    let text = text::text(root, path, text::PROSE, &mut faults);
    let document = Document::new(path, text.unwrap_or_default(), faults);
    let mut settings = defaults();
    if document.is_sound() {
        read_file(&document, |table| fill(&mut settings, table));
    }
    (settings, document.into_noticed())
}

/// The settings of a repository that sets nothing.
pub(super) fn defaults() -> Settings {
    Settings {
        title: String::new(),
        tagline: None,
        base_url: None,
        language: "en-GB".to_owned(),
        front: Vec::new(),
        publisher: Publisher { name: String::new(), contact: None, url: None },
        licence: None,
        disclosure: Disclosure::default(),
        contacts: Vec::new(),
        hedges: HedgeWidths::default(),
        words: WordList::default(),
    }
}

fn fill(settings: &mut Settings, table: &Table<'_>) {
    table.require(&[("title", "the name of the site"), ("publisher", "a table with the publisher's name")]);
    settings.title = table.line("title").unwrap_or_default();
    settings.tagline = table.line("tagline");
    settings.base_url = table.address("base_url").map(|url| url.trim_end_matches('/').to_owned());
    if let Some(language) = language(table) {
        settings.language = language;
    }
    settings.front = table.mentions("front", Named::Measure, MeasureId::new);
    if let Some(table) = table.get("publisher").and_then(|value| value.table()) {
        settings.publisher = publisher(&table);
    }
    settings.licence = table.get("licence").and_then(|value| value.table()).map(|table| licence(&table));
    if let Some(table) = table.get("policy").and_then(|value| value.table()) {
        policy(settings, &table);
    }
    if let Some(table) = table.get("words").and_then(|value| value.table()) {
        settings.words = words(&table);
    }
    table.own("title");
    table.own("tagline");
}

/// A BCP 47 tag, as far as its form goes.
fn language(table: &Table<'_>) -> Option<String> {
    let value = table.get("language")?;
    let tag = value.line()?;
    let mut parts = tag.split('-');
    let letters =
        |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric()) && (1..=8).contains(&part.len());
    let first = parts
        .next()
        .is_some_and(|part| (2..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphabetic()));
    if first && parts.all(letters) {
        return Some(tag);
    }
    let help = "write a language tag, such as en-GB or cy";
    table.document().error(&WRONG_VALUE, value.span(), format!("“{tag}” is no language tag"), help);
    None
}

fn publisher(table: &Table<'_>) -> Publisher {
    table.require(&[("name", "who publishes the site")]);
    let publisher = Publisher {
        name: table.line("name").unwrap_or_default(),
        contact: table.line("contact"),
        url: table.address("url"),
    };
    table.finish();
    publisher
}

fn licence(table: &Table<'_>) -> Licence {
    table.require(&[("name", "the name of the licence")]);
    let licence = Licence { name: table.line("name").unwrap_or_default(), url: table.address("url") };
    table.finish();
    licence
}

/// `[words]`: what may stand in the publisher's own texts, and what may not.
fn words(table: &Table<'_>) -> WordList {
    let add = table.get("add").map(|value| value.items()).unwrap_or_default();
    let added = |entry: Table<'_>| {
        entry.require(&[("word", "the word that is not to stand"), ("instead", "what to write instead")]);
        let added = entry.line("word").zip(entry.line("instead"));
        entry.finish();
        added.map(|(word, instead)| AddedWord { word, instead })
    };
    let add = add.iter().filter_map(|value| value.table()).filter_map(added).collect();
    let words = WordList { allow: table.proses("allow"), add };
    table.finish();
    words
}

const MODES: [(&str, DisclosureMode); 2] =
    [("republish", DisclosureMode::Republish), ("origin", DisclosureMode::Origin)];

const ZEROS: [(&str, Zeros); 2] = [("open", Zeros::Open), ("small", Zeros::Small)];

fn policy(settings: &mut Settings, table: &Table<'_>) {
    if let Some((_, mode)) = table.choice("mode", &MODES, |(name, _)| name) {
        settings.disclosure.mode = mode;
    }
    let number = |key, from| table.get(key).and_then(|value| value.whole_number(from..=1_000_000));
    let disclosure = &mut settings.disclosure;
    disclosure.threshold = number("threshold", 1).unwrap_or(disclosure.threshold);
    disclosure.sensitive_threshold =
        number("sensitive_threshold", 1).unwrap_or(disclosure.sensitive_threshold);
    disclosure.sensitive_threshold = disclosure.sensitive_threshold.max(disclosure.threshold);
    disclosure.rounding = number("rounding", 2);
    if let Some((_, zeros)) = table.choice("zeros", &ZEROS, |(name, _)| name) {
        disclosure.zeros = zeros;
    }
    settings.contacts = table.proses("contacts");
    if let Some(table) = table.get("hedges").and_then(|value| value.table()) {
        hedges(&mut settings.hedges, &table);
    }
    table.finish();
}

fn hedges(widths: &mut HedgeWidths, table: &Table<'_>) {
    for (key, width) in widths.fields_mut() {
        if let Some(given) = width_of(table, key) {
            *width = given;
        }
    }
    note_narrow(widths, table);
    table.finish();
}

/// A width, which is never below zero.
fn width_of(table: &Table<'_>, key: &'static str) -> Option<Rational> {
    let value = table.get(key)?;
    let width = value.decimal()?;
    if width >= Rational::from(0) {
        return Some(width);
    }
    let message = format!("{key} is below zero");
    table.document().error(&WRONG_VALUE, value.span(), message, "give a number from 0 up");
    None
}

/// What a phrase can mean at its loosest cannot be narrower than what it is usually meant to say.
fn note_narrow(widths: &mut HedgeWidths, table: &Table<'_>) {
    let fields: BTreeMap<&'static str, &Rational> =
        widths.fields_mut().into_iter().map(|(name, width)| (name, &*width)).collect();
    for (support, width) in &fields {
        let Some(name) = support.strip_suffix("_support") else { continue };
        let typical = format!("{name}_typical");
        if fields.get(typical.as_str()).is_some_and(|typical| width < typical) {
            let span = table.get(support).map_or(table.header(), |value| value.span());
            let message = format!("{support} is narrower than {typical}");
            table.document().error(&CONTRADICTORY, span, message, "make it the wider of the two");
        }
    }
}
