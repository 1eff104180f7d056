//! Word documents: hyperlinks with their words, fields, and what running text holds, footnotes included.

use super::{Unreadable, text};
use crate::citation::mention::{Mention, Part, Spot};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most that a part may unpack to. What a header promises is not believed; what comes out is counted.
const LARGEST: u64 = 200 << 20;

const PARTS: [(Part, &str); 3] =
    [(Part::Text, "document"), (Part::Footnotes, "footnotes"), (Part::Endnotes, "endnotes")];

/// Everything in a Word document that may cite.
pub(super) fn mentions(bytes: &[u8]) -> Result<Vec<Mention>, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut found = Vec::new();
    for (part, name) in PARTS {
        let Some(xml) = unpack(&mut archive, &format!("word/{name}.xml"))? else {
            if part == Part::Text {
                return Err(Unreadable::Damaged("it has no text".to_owned()));
            }
            continue;
        };
        let links = unpack(&mut archive, &format!("word/_rels/{name}.xml.rels"))?;
        let links = links.map(|xml| relationships(&xml)).transpose()?.unwrap_or_default();
        found.extend(of_part(&xml, part, &links)?);
    }
    Ok(found)
}

fn damaged(error: &impl ToString) -> Unreadable {
    Unreadable::Damaged(error.to_string())
}

fn unpack(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Unreadable> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(damaged(&error)),
    };
    let mut text = String::new();
    file.take(LARGEST + 1).read_to_string(&mut text).map_err(|error| damaged(&error))?;
    if text.len() as u64 > LARGEST { Err(Unreadable::TooLarge) } else { Ok(Some(text)) }
}

/// Where each relationship of a part leads.
fn relationships(xml: &str) -> Result<BTreeMap<String, String>, Unreadable> {
    let mut reader = Reader::from_str(xml);
    let mut links = BTreeMap::new();
    loop {
        match reader.read_event().map_err(|error| damaged(&error))? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                links.extend(attribute(&tag, "Id").zip(attribute(&tag, "Target")));
            }
            Event::Eof => return Ok(links),
            _ => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, local: &str) -> Option<String> {
    let mut attributes = tag.attributes().flatten();
    let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == local)?;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// A part as it is read, paragraph by paragraph.
struct Paragraphs<'a> {
    part: Part,
    links: &'a BTreeMap<String, String>,
    number: usize,
    /// The words of the paragraph, those of its links left out.
    words: String,
    link: Option<Mention>,
    field: String,
    inside: Inside,
    found: Vec<Mention>,
}

/// What the characters that are read belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Words,
    Field,
    Nothing,
}

fn of_part(xml: &str, part: Part, links: &BTreeMap<String, String>) -> Result<Vec<Mention>, Unreadable> {
    let mut paragraphs = Paragraphs {
        part,
        links,
        number: 0,
        words: String::new(),
        link: None,
        field: String::new(),
        inside: Inside::Nothing,
        found: Vec::new(),
    };
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|error| damaged(&error))? {
            Event::Start(tag) => paragraphs.open(&tag),
            Event::End(tag) => paragraphs.close(tag.local_name().as_ref()),
            Event::Text(text) => paragraphs.read(&text.xml_content(XmlVersion::Implicit1_0)),
            Event::GeneralRef(reference) => paragraphs.read(&resolved(&reference)),
            Event::Eof => return Ok(paragraphs.found),
            _ => {}
        }
    }
}

/// The character of a reference. What only the document itself could define is left out.
fn resolved(reference: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let named = reference.xml_content(XmlVersion::Implicit1_0);
    quick_xml::escape::resolve_predefined_entity(&named).unwrap_or_default().to_owned()
}

/// The addresses in fields such as `HYPERLINK "https://example.org/" \l "figure-a"`.
fn fields(text: &str) -> Vec<(usize, String)> {
    let of_field = |field: &str| {
        let (address, rest) = field.trim_start().strip_prefix('"')?.split_once('"')?;
        let quoted = |rest: &str| rest.trim_start().strip_prefix('"')?.split('"').next().map(str::to_owned);
        let anchor = rest.split_once("\\l").and_then(|(_, rest)| quoted(rest));
        let anchor = anchor.filter(|_| !address.contains('#')).map(|anchor| format!("#{anchor}"));
        Some((0, format!("{address}{}", anchor.unwrap_or_default())))
    };
    text.split("HYPERLINK").skip(1).filter_map(of_field).collect()
}

impl Paragraphs<'_> {
    fn spot(&self) -> Spot {
        Spot::Paragraph { paragraph: self.number, part: self.part }
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "p" => self.number += 1,
            "t" => self.inside = Inside::Words,
            "instrText" => self.inside = Inside::Field,
            "hyperlink" => {
                let target = attribute(tag, "id").and_then(|id| self.links.get(&id).cloned());
                let anchor = attribute(tag, "anchor").map(|anchor| format!("#{anchor}")).unwrap_or_default();
                self.link = target.map(|target| {
                    // Word keeps what follows the `#` apart.
                    let target = if target.contains('#') { target } else { target + &anchor };
                    Mention { target, words: None, spot: self.spot() }
                });
            }
            _ => {}
        }
    }

    fn read(&mut self, text: &str) {
        match (self.inside, &mut self.link) {
            (Inside::Words, Some(link)) => link.words.get_or_insert_default().push_str(text),
            (Inside::Words, None) => self.words.push_str(text),
            (Inside::Field, _) => self.field.push_str(text),
            (Inside::Nothing, _) => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" | "instrText" => self.inside = Inside::Nothing,
            "hyperlink" => self.found.extend(self.link.take()),
            "p" => {
                let spot = self.spot();
                let mut targets = text::targets(&std::mem::take(&mut self.words));
                targets.extend(fields(&std::mem::take(&mut self.field)));
                let mention = |(_, target)| Mention { target, words: None, spot };
                self.found.extend(targets.into_iter().map(mention));
            }
            _ => {}
        }
    }
}
