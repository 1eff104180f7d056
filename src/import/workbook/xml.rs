//! XML of others, piece by piece: nothing is fetched, no entity of a document's own is expanded, no tree is built.

use super::archive::{Part, too_much};
use crate::import::sheet::Unreadable;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;

/// A part of a workbook as it is read.
pub(super) struct Xml<'a> {
    reader: Reader<Part<'a>>,
    buffer: Vec<u8>,
    part: String,
    /// How many elements are open.
    depth: u32,
}

/// What comes next. An empty element is opened and closed.
pub(super) enum Piece<'b> {
    Open(Tag<'b>),
    Close(End<'b>),
    Text(Cow<'b, str>),
    End,
}

/// The start of an element.
pub(super) struct Tag<'b>(BytesStart<'b>);

/// The end of an element.
pub(super) struct End<'b>(BytesEnd<'b>);

impl End<'_> {
    /// Its name, without its prefix.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

impl Tag<'_> {
    /// Its name, without its prefix.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }

    /// What an attribute says, named without its prefix.
    pub(super) fn get(&self, local: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        // That each is there once is not needed, and asking takes time.
        let mut attributes = attributes.with_checks(false).flatten();
        let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == local)?;
        Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    }

    /// What every attribute of the name says, whatever its prefix.
    pub(super) fn all(&self, local: &str) -> Vec<String> {
        let mut attributes = self.0.attributes();
        let of_name = attributes
            .with_checks(false)
            .flatten()
            .filter(|attribute| attribute.key.local_name().as_ref() == local);
        of_name
            .filter_map(|attribute| {
                Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
            })
            .collect()
    }

    /// An attribute that is a whole number.
    pub(super) fn number(&self, local: &str) -> Option<u32> {
        self.get(local)?.trim().parse().ok()
    }

    /// An attribute that says yes.
    pub(super) fn says(&self, local: &str) -> bool {
        self.get(local).is_some_and(|value| value == "1" || value == "true")
    }
}

impl<'a> Xml<'a> {
    pub(super) fn new(part: Part<'a>, name: &str) -> Self {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), part: name.to_owned(), depth: 0 }
    }

    /// What comes next. That a part ends before it closes what it opened is a fault, and so is a document type: it is
    /// where a document would declare entities of its own.
    pub(super) fn next(&mut self) -> Result<Piece<'_>, Unreadable> {
        self.buffer.clear();
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(fault) => return Err(broken(&self.part, &fault.to_string())),
        };
        Ok(match event {
            Event::Start(tag) | Event::Empty(tag) => {
                self.depth = self.depth.saturating_add(1);
                Piece::Open(Tag(tag))
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::Close(End(tag))
            }
            Event::Text(text) => Piece::Text(one_line_end(text.into_inner())),
            Event::CData(text) => Piece::Text(one_line_end(text.into_inner())),
            Event::GeneralRef(reference) => Piece::Text(resolved(&reference).into()),
            Event::DocType(_) => {
                return Err(broken(&self.part, "it declares a document type, which is not read"));
            }
            Event::Eof if self.depth > 0 => return Err(broken(&self.part, "it breaks off")),
            Event::Eof => Piece::End,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Piece::Text("".into()),
        })
    }

    /// Passes over everything up to the end of the element that was opened last.
    pub(super) fn skip(&mut self) -> Result<(), Unreadable> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// The words up to the end of the element that was opened last, without those of elements in it.
    pub(super) fn words(&mut self, most: usize) -> Result<String, Unreadable> {
        let (inside, mut words) = (self.depth, String::new());
        while self.depth >= inside {
            let at = self.depth;
            if let Piece::Text(text) = self.next()?
                && at == inside
            {
                words.push_str(&text);
            }
            if words.len() > most {
                return Err(too_much("one of its cells holds a text".to_owned()));
            }
        }
        Ok(words)
    }
}

/// Every end of a line is one character.
fn one_line_end(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text }
}

/// The character of a reference. What only the document itself could define is left out.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let named = reference.xml_content(XmlVersion::Implicit1_0);
    quick_xml::escape::resolve_predefined_entity(&named).unwrap_or_default().to_owned()
}

pub(super) fn broken(part: &str, what: &str) -> Unreadable {
    let help = "open it in a spreadsheet, save it as a new .xlsx, and import that";
    Unreadable {
        row: None,
        message: format!("its part “{part}” cannot be read: {what}"),
        help: help.to_owned(),
    }
}
