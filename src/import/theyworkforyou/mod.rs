//! `theyworkforyou`: a day of written answers in the XML of ParlParse, from the Commons, the Lords or the Scottish Parliament.
//!
//! The file is one stream: headings, questions, replies. A heading ends a group; the questions of a group share its reply.

mod group;
mod text;

use super::codes::{NOTHING, OTHER_FORMAT, SUPERSEDED, UNUSABLE, error, warning};
use super::input::place;
use super::prose::Builder;
use super::{Draft, Import, Input, MOST_FINDINGS, clean};
use crate::model::Place;
use group::{Asked, Day, Group, Reply};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::rc::Rc;
use text::Entities;

/// What this format is called.
pub(in crate::import) const FORMAT: &str = "theyworkforyou";

/// Reads a file.
pub(in crate::import) fn read(input: &Input, import: &Import<'_>) -> Draft {
    let mut draft = Draft::default();
    let text = match text::decoded(&input.bytes) {
        Ok(text) => text,
        Err(why) => {
            let place = Place::file(&input.path);
            draft.findings.push(error(
                &OTHER_FORMAT,
                place,
                format!("“{}” cannot be read: {why}", input.name),
                "download the file again",
            ));
            return draft;
        }
    };
    let mut file = File {
        input,
        import,
        text: &text,
        entities: Rc::default(),
        day: Day::default(),
        group: Group::default(),
        at: At::Between,
        draft,
    };
    file.read();
    file.finish()
}

/// Whether the whole of the file was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Root {
    /// It is another kind of file.
    Absent,
    /// It has not ended.
    Open,
    /// It has ended.
    Closed,
}

/// Where in the file the reader is.
#[derive(Debug)]
enum At {
    /// Between the records.
    Between,
    /// In a heading.
    Heading(Builder),
    /// In a question or a reply.
    Record(Builder),
    /// In the paragraph that says when a holding answer was given.
    Holding(Builder),
}

struct File<'f> {
    input: &'f Input,
    import: &'f Import<'f>,
    text: &'f str,
    entities: Rc<Entities>,
    day: Day,
    group: Group,
    at: At,
    draft: Draft,
}

impl File<'_> {
    fn read(&mut self) {
        let (read, at) = self.events();
        let broken = match read {
            Ok(Root::Closed) => return self.end_group(),
            Ok(Root::Absent) => {
                let message =
                    format!("“{}” is not a day of answers as TheyWorkForYou has them", self.input.name);
                return self.refuse(
                    0,
                    message,
                    "files of scrapedxml/wrans, lordswrans and sp-written are read",
                );
            }
            Ok(Root::Open) => "the file breaks off here".to_owned(),
            Err(fault) => format!("the XML is broken here: {fault}"),
        };
        // What was being read is not all there.
        self.group = Group::default();
        self.refuse(at, broken, "what stands before it is imported; download the file again");
    }

    /// Reads up to the end or the first fault, and says where that is.
    fn events(&mut self) -> (Result<Root, quick_xml::Error>, usize) {
        let mut reader = Reader::from_str(self.text);
        reader.config_mut().expand_empty_elements = true;
        let mut root = Root::Absent;
        loop {
            let start = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            match reader.read_event() {
                Ok(Event::Eof) => return (Ok(root), start),
                Err(fault) => return (Err(fault), start),
                Ok(_) if self.draft.findings.len() >= MOST_FINDINGS => return (Ok(root), start),
                Ok(Event::Start(tag)) if tag.name().as_ref() == "publicwhip" => {
                    root = Root::Open;
                    self.day.version = attribute(&tag, "scrapeversion", &self.entities);
                    self.day.is_latest = attribute(&tag, "latest", &self.entities).as_deref() != Some("no");
                }
                Ok(Event::End(tag)) if tag.name().as_ref() == "publicwhip" => root = Root::Closed,
                Ok(event) => self.take(event, start),
            }
        }
    }

    fn refuse(&mut self, at: usize, message: String, help: &str) {
        self.draft.findings.push(error(&OTHER_FORMAT, place(&self.input.path, self.text, at), message, help));
    }

    fn take(&mut self, event: Event<'_>, start: usize) {
        match event {
            Event::DocType(doctype) => self.doctype(&doctype, start),
            Event::Start(tag) => self.open(&tag, start),
            Event::End(tag) => self.close(&tag.name().as_ref().to_ascii_lowercase()),
            Event::Text(text) => self.words(&text),
            Event::CData(text) => self.words(&text),
            Event::GeneralRef(reference) => {
                let name = reference.to_string();
                let known = self.entities.resolve(&name);
                self.words(&known.unwrap_or_else(|| format!("&{name};")));
            }
            _ => {}
        }
    }

    fn doctype(&mut self, doctype: &str, start: usize) {
        self.entities = Rc::new(Entities::read(doctype));
        for name in &Rc::clone(&self.entities).outside {
            let message = format!(
                "{} stands for something outside the file, which is not fetched",
                clean::quoted(name)
            );
            let help = "look at the text where it is used";
            self.draft.findings.push(warning(
                &UNUSABLE,
                place(&self.input.path, self.text, start),
                message,
                help,
            ));
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>, start: usize) {
        let name = tag.name().as_ref().to_ascii_lowercase();
        let entities = Rc::clone(&self.entities);
        let value = |key: &str| attribute(tag, key, &entities);
        match (name.as_str(), &mut self.at) {
            ("gidredirect", _) => self.day.redirect(value("oldgid"), value("newgid"), value("matchtype")),
            ("major-heading" | "minor-heading", _) => {
                self.end_group();
                self.at = At::Heading(Builder::default());
            }
            ("ques", _) => {
                if !self.group.replies.is_empty() {
                    self.end_group_under_heading();
                }
                let mut asked = Asked::new(&value, Place::file(&self.input.path));
                // To find a place takes a look at all that stands before it.
                if !asked.is_named() {
                    asked.place = place(&self.input.path, self.text, start);
                }
                self.group.asked.push(asked);
                self.at = At::Record(Builder::default());
            }
            ("reply", _) => {
                self.group.replies.push(Reply::new(&value));
                self.at = At::Record(Builder::default());
            }
            ("p", At::Record(_))
                if value("class").as_deref() == Some("holdinganswer") && !self.group.replies.is_empty() =>
            {
                let At::Record(builder) = std::mem::replace(&mut self.at, At::Between) else { return };
                self.group.waiting = Some(builder);
                self.at = At::Holding(Builder::default());
            }
            ("phrase", At::Holding(_)) => {
                let date = value("code").and_then(|code| clean::date(&code).ok());
                self.group.holding = date.or(self.group.holding);
            }
            (_, At::Record(builder)) => {
                if let (Some(number), Some(asked)) = (value("qnum"), self.group.asked.last_mut()) {
                    asked.numbers.push(number);
                }
                builder.open(&name, value);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match (name, std::mem::replace(&mut self.at, At::Between)) {
            ("major-heading", At::Heading(builder)) => {
                self.day.department = builder.finish().paragraphs().join(" ");
                self.group.heading.clear();
            }
            ("minor-heading", At::Heading(builder)) => {
                self.group.heading = builder.finish().paragraphs().join(" ");
            }
            ("p", At::Holding(_)) => self.at = At::Record(self.group.waiting.take().unwrap_or_default()),
            ("ques", At::Record(builder)) => {
                if let Some(asked) = self.group.asked.last_mut() {
                    asked.text = Some(builder.finish());
                }
            }
            ("reply", At::Record(builder)) => {
                if let Some(reply) = self.group.replies.last_mut() {
                    reply.text = Some(builder.finish());
                }
            }
            (name, At::Record(mut builder)) => {
                builder.close(name);
                self.at = At::Record(builder);
            }
            (_, at) => self.at = at,
        }
    }

    fn words(&mut self, words: &str) {
        match &mut self.at {
            At::Between => {}
            At::Heading(builder) | At::Record(builder) | At::Holding(builder) => builder.text(words),
        }
    }

    fn end_group(&mut self) {
        let group = std::mem::take(&mut self.group);
        group.add(self.input, self.import, &mut self.day, &mut self.draft);
    }

    fn end_group_under_heading(&mut self) {
        let heading = self.group.heading.clone();
        self.end_group();
        self.group.heading = heading;
    }

    fn finish(mut self) -> Draft {
        if self.draft.sources.is_empty() && self.draft.findings.is_empty() {
            let message = format!("there is no question in “{}”", self.input.name);
            let place = place(&self.input.path, self.text, 0);
            self.draft.findings.push(warning(&NOTHING, place, message, "look at what was downloaded"));
        }
        if !self.day.superseded.is_empty() {
            let named: Vec<&str> = self.day.superseded.iter().take(5).map(String::as_str).collect();
            let message = format!(
                "{} of the answers in “{}” have been replaced by a later version of the day, so no figure is taken from them: {}",
                self.day.superseded.len(),
                self.input.name,
                named.join(", ")
            );
            let help = "they are put under proposed/sources/; import the file whose root says latest=\"yes\"";
            self.draft.findings.push(warning(
                &SUPERSEDED,
                place(&self.input.path, self.text, 0),
                message,
                help,
            ));
        }
        self.draft
    }
}

fn attribute(tag: &BytesStart<'_>, key: &str, entities: &Entities) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|found| found.key.as_ref() == key)?;
    let raw = found.value.clone().into_owned();
    let mut parts = raw.split('&');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(';').and_then(|(name, rest)| Some((entities.resolve(name)?, rest))) {
            Some((known, rest)) => text.extend([known.as_str(), rest]),
            None => text.extend(["&", part]),
        }
    }
    Some(clean::prose(&text)).filter(|text| !text.is_empty())
}
