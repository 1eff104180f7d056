//! Questions that were asked together, and their reply.

use super::FORMAT;
use crate::import::codes::{OTHER_FORMAT, error};
use crate::import::prose::{self, Builder, Prose, figures, identify};
use crate::import::{Draft, DraftSource, Import, Input, NamedBody, Passage, Standing, clean};
use crate::model::{Place, SourceId, SourceKind};
use crate::period::PartialDate;
use std::collections::BTreeMap;

/// Of more questions with one answer, each names the first, and only so many repeat its text.
const MOST_TOGETHER: usize = 20;

/// What holds for the whole file.
#[derive(Debug, Default)]
pub(super) struct Day {
    pub(super) version: Option<String>,
    pub(super) is_latest: bool,
    pub(super) department: String,
    /// Records that have another place now.
    moved: BTreeMap<String, String>,
    /// The numbers of questions whose answers another version has replaced.
    pub(super) superseded: Vec<String>,
}

impl Day {
    /// A record stands somewhere else. Questions answered under another one are in this file, with their numbers.
    pub(super) fn redirect(&mut self, old: Option<String>, new: Option<String>, how: Option<String>) {
        if let (Some(old), Some(new), true) = (old, new, how.as_deref() != Some("altques")) {
            self.moved.insert(old, new);
        }
    }
}

/// Questions and their reply.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) heading: String,
    pub(super) asked: Vec<Asked>,
    pub(super) replies: Vec<Reply>,
    pub(super) holding: Option<PartialDate>,
    /// The reply, while the paragraph on the holding answer is read.
    pub(super) waiting: Option<Builder>,
}

/// A question, which may have several numbers.
#[derive(Debug)]
pub(super) struct Asked {
    gid: String,
    by: Option<String>,
    url: Option<String>,
    column: Option<String>,
    holding: Option<PartialDate>,
    pub(super) numbers: Vec<String>,
    pub(super) text: Option<Prose>,
    pub(super) place: Place,
}

/// A reply.
#[derive(Debug)]
pub(super) struct Reply {
    gid: String,
    by: Option<String>,
    url: Option<String>,
    column: Option<String>,
    pub(super) text: Option<Prose>,
}

impl Asked {
    pub(super) fn new(value: &impl Fn(&str) -> Option<String>, place: Place) -> Self {
        Self {
            gid: value("id").unwrap_or_default(),
            by: value("speakername"),
            url: value("url").and_then(|url| clean::address(&url)),
            column: value("colnum"),
            holding: value("holdingdate").and_then(|date| clean::date(&date).ok()),
            numbers: value("spid").into_iter().collect(),
            text: None,
            place,
        }
    }

    /// The day, from the identifier: `uk.org.publicwhip/wrans/2009-10-28c.295407.q0`.
    fn date(&self) -> Option<PartialDate> {
        clean::date(self.gid.rsplit('/').next()?).ok()
    }

    /// The numbers of the question; where it has none, the one in its identifier.
    fn names(&self) -> Vec<String> {
        let own = self
            .gid
            .rsplit('/')
            .next()
            .and_then(|last| last.split_once('.'))
            .map(|(_, rest)| rest.to_owned());
        let mut names =
            if self.numbers.is_empty() { own.into_iter().collect() } else { self.numbers.clone() };
        names.dedup();
        if names.is_empty() {
            names.push(String::new());
        }
        names
    }

    /// Its identifier says when it was answered, and what it is called.
    pub(super) fn is_named(&self) -> bool {
        self.names().iter().all(|name| self.id(name).is_some())
    }

    fn id(&self, name: &str) -> Option<SourceId> {
        let kind = if self.gid.contains("/spwa/") { "spwa" } else { "wa" };
        SourceId::new(&format!("{kind}-{}-{}", self.date()?, clean::slug(name)?)).ok()
    }
}

impl Reply {
    pub(super) fn new(value: &impl Fn(&str) -> Option<String>) -> Self {
        Self {
            gid: value("id").unwrap_or_default(),
            by: value("speakername"),
            url: value("url").and_then(|url| clean::address(&url)),
            column: value("colnum"),
            text: None,
        }
    }
}

impl Group {
    /// Adds the sources of the group, one for each number, and the figures of their one text.
    pub(super) fn add(self, input: &Input, import: &Import<'_>, day: &mut Day, draft: &mut Draft) {
        let named: Vec<(&Asked, String)> = self
            .asked
            .iter()
            .flat_map(|asked| asked.names().into_iter().map(move |name| (asked, name)))
            .collect();
        let ids: Vec<SourceId> = named.iter().filter_map(|(asked, name)| asked.id(name)).collect();
        let moved = |gid: &str| day.moved.contains_key(gid);
        let is_old = !day.is_latest
            || self.asked.iter().any(|asked| moved(&asked.gid))
            || self.replies.iter().any(|reply| moved(&reply.gid));
        let mut is_first = true;
        for (at, (asked, name)) in named.iter().enumerate() {
            let (Some(id), Some(date)) = (asked.id(name), asked.date()) else {
                let message = "the question has no number, or its identifier names no day";
                draft.findings.push(error(
                    &OTHER_FORMAT,
                    asked.place.clone(),
                    message,
                    "download the file again",
                ));
                continue;
            };
            let mut source = self.source(&id, (asked, name, date), input, day);
            source.source.received = import.received;
            source.source.grouped_with = if ids.len() <= MOST_TOGETHER {
                ids.iter().filter(|other| **other != id).cloned().collect()
            } else {
                ids.first().filter(|first| **first != id).cloned().into_iter().collect()
            };
            if at >= MOST_TOGETHER {
                source.passages.clear();
                let first = ids.first().map(ToString::to_string).unwrap_or_default();
                source.remarks.push(format!("The answer is the one that stands with `{first}`."));
            }
            if is_old {
                day.superseded.push(name.clone());
                let version =
                    day.version.as_deref().and_then(clean::slug).unwrap_or_else(|| "earlier".to_owned());
                let apart = SourceId::new(&format!("{}-version-{version}", source.source.id));
                source.source.id = apart.unwrap_or(source.source.id);
                source.standing = Standing::Superseded;
            } else if is_first && !self.replies.is_empty() {
                is_first = false;
                self.figures(&source, import, draft);
            }
            draft.sources.push(source);
        }
    }

    fn source(
        &self,
        id: &SourceId,
        (asked, name, date): (&Asked, &str, PartialDate),
        input: &Input,
        day: &Day,
    ) -> DraftSource {
        let heading = clean::line(&self.heading, 150);
        let about =
            if heading.is_empty() { String::new() } else { format!(" on {}", clean::quoted(&heading)) };
        let Some(reply) = self.replies.first() else {
            return self.unanswered(id, (asked, name, date), &about, input);
        };
        let mut source = DraftSource::new(
            id.clone(),
            format!("Written answer {name}{about}"),
            SourceKind::WrittenAnswer,
            input.capture(FORMAT),
        );
        source.source.person = reply.by.as_deref().map(|by| clean::line(by, 100));
        (source.source.said, source.source.published) = (Some(date), Some(date));
        let column = reply
            .column
            .as_deref()
            .map(|column| format!(", column {}", clean::line(column, 20)))
            .unwrap_or_default();
        source.source.reference = Some(format!("Question {name}, answered {}{column}", date.words()));
        source.source.url.clone_from(&reply.url);
        if id.as_str().starts_with("spwa") {
            source.body = NamedBody::of(&day.department);
        } else if !day.department.is_empty() {
            source.remarks.push(format!("Listed under {}.", clean::quoted(&day.department)));
        }
        source.remarks.push(asked_in_words(asked));
        if let Some(held) = asked.holding.or(self.holding) {
            source.remarks.push(format!("A holding answer was given on {}.", held.words()));
        }
        if let Some(version) = day.version.as_deref().filter(|_| !day.is_latest) {
            source.remarks.push(format!(
                "This is version {} of the day, which a later one has replaced.",
                clean::line(version, 5)
            ));
        }
        let paragraphs =
            self.replies.iter().filter_map(|reply| reply.text.as_ref()).flat_map(Prose::paragraphs);
        source
            .passages
            .push(Passage { heading: Some("The answer:".to_owned()), paragraphs: paragraphs.collect() });
        source
    }

    fn unanswered(
        &self,
        id: &SourceId,
        (asked, name, date): (&Asked, &str, PartialDate),
        about: &str,
        input: &Input,
    ) -> DraftSource {
        let id = SourceId::new(&format!("{id}-tabled")).unwrap_or_else(|_| id.clone());
        let mut source = DraftSource::new(
            id,
            format!("Written question {name}{about}"),
            SourceKind::Other,
            input.capture(FORMAT),
        );
        (source.source.said, source.source.published) = (Some(date), Some(date));
        source.source.reference = Some(format!("Question {name}, {}", date.words()));
        source.source.url.clone_from(&asked.url);
        source.remarks.push(asked_in_words(asked));
        source.remarks.push("The file has no answer to it.".to_owned());
        source
    }

    /// One text is one origin, however many questions it answers: its figures are taken once.
    fn figures(&self, source: &DraftSource, import: &Import<'_>, draft: &mut Draft) {
        let asked = prose::Asked { reader: import.reader, measures: import.measures };
        let mut whole = Prose::default();
        for reply in self.replies.iter().filter_map(|reply| reply.text.as_ref()) {
            whole.blocks.extend(reply.blocks.iter().cloned());
        }
        let mut found = figures(asked, &source.source.id, source.source.said, &whole);
        identify(&mut found);
        draft.figures.extend(found);
    }
}

fn asked_in_words(asked: &Asked) -> String {
    let by = asked.by.as_deref().map(|by| format!(" by {}", clean::line(by, 100))).unwrap_or_default();
    let column = asked
        .column
        .as_deref()
        .map(|column| format!(" (column {})", clean::line(column, 20)))
        .unwrap_or_default();
    let text = asked.text.as_ref().map(Prose::paragraphs).unwrap_or_default().join(" ");
    format!("Asked{by}{column}: {}", clean::quoted(&text))
}
