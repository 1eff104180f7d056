//! What each edition made of each finding: when it came, when its verdict changed, when it went.

use super::scene::{is_for_readers, verdict_words};
use crate::finding::{Finding, Fingerprint};
use crate::site::Released;
use std::collections::BTreeMap;

/// What happened to a finding with an edition.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Event<'a> {
    /// It was not in the edition before.
    Came(&'a Finding),
    /// It was there, and says something else.
    Turned(&'a Finding, &'a Finding),
    /// It is there no more.
    Went,
    /// It goes on as another, with more or fewer figures.
    BecameAnother(&'a Finding),
    /// It was another, with more or fewer figures.
    WasAnother(&'a Finding),
}

/// The events of every finding, oldest first.
#[derive(Debug, Default)]
pub(in crate::site) struct Timeline<'a>(BTreeMap<&'a Fingerprint, Vec<(&'a Released, Event<'a>)>>);

impl<'a> Timeline<'a> {
    /// The timeline of some editions.
    pub(in crate::site) fn of(editions: &'a [Released]) -> Self {
        let mut timeline = Self::default();
        for edition in editions {
            timeline.take(edition);
        }
        timeline
    }

    fn take(&mut self, edition: &'a Released) {
        let Some(changes) = &edition.changes else {
            let found = edition.publication.findings.iter();
            return found.for_each(|finding| self.note(edition, finding, Event::Came(finding)));
        };
        let changes = &changes.findings;
        for closed in &changes.closed {
            self.note(edition, closed, Event::Went);
        }
        for opened in &changes.opened {
            self.note(edition, opened, Event::Came(opened));
        }
        for altered in &changes.altered {
            let (before, after) = (&altered.before, &altered.after);
            if before.fingerprint != after.fingerprint {
                self.note(edition, before, Event::BecameAnother(after));
                self.note(edition, after, Event::WasAnother(before));
            } else if before.verdict != after.verdict {
                self.note(edition, after, Event::Turned(before, after));
            }
        }
    }

    fn note(&mut self, edition: &'a Released, finding: &'a Finding, event: Event<'a>) {
        if is_for_readers(finding) {
            self.0.entry(&finding.fingerprint).or_default().push((edition, event));
        }
    }

    /// What happened to a finding up to an edition, oldest first.
    pub(super) fn of_finding(
        &self,
        fingerprint: &Fingerprint,
        up_to: Option<u32>,
    ) -> impl Iterator<Item = Entry<'a>> {
        let events = self.0.get(fingerprint).map(Vec::as_slice).unwrap_or_default();
        let within = move |edition: &Released| up_to.is_some_and(|last| edition.number <= last);
        let events = events.iter().filter(move |(edition, _)| within(edition)).enumerate();
        events.map(|(index, (edition, event))| Entry {
            edition,
            text: sentence(*event, index == 0),
            other: event.other(),
        })
    }

    /// What a finding that is no longer there goes on as, and with which edition it went; none where it went since
    /// the last edition.
    pub(super) fn end(&self, fingerprint: &Fingerprint) -> Option<(&'a Released, Option<&'a Finding>)> {
        let (edition, event) = self.0.get(fingerprint)?.last()?;
        match event {
            Event::Went => Some((edition, None)),
            Event::BecameAnother(after) => Some((edition, Some(after))),
            Event::Came(_) | Event::Turned(..) | Event::WasAnother(_) => None,
        }
    }
}

/// One thing that happened to a finding.
pub(super) struct Entry<'a> {
    /// With which edition.
    pub(super) edition: &'a Released,
    /// What, in a sentence.
    pub(super) text: String,
    /// The finding that it goes on as, or was before.
    pub(super) other: Option<&'a Finding>,
}

impl<'a> Event<'a> {
    fn other(self) -> Option<&'a Finding> {
        match self {
            Self::BecameAnother(other) | Self::WasAnother(other) => Some(other),
            Self::Came(_) | Self::Turned(..) | Self::Went => None,
        }
    }
}

fn sentence(event: Event<'_>, first: bool) -> String {
    match event {
        Event::Came(finding) => {
            let came = if first { "First in an edition" } else { "In an edition again" };
            match verdict_words(finding) {
                "" => format!("{came}."),
                words => format!("{came}: {words}."),
            }
        }
        Event::Turned(before, after) => {
            format!("The verdict changed from “{}” to “{}”.", verdict_words(before), verdict_words(after))
        }
        Event::Went => "No longer found in the record.".to_owned(),
        Event::BecameAnother(_) => "The figures concerned changed. It goes on as:".to_owned(),
        Event::WasAnother(_) => "The figures concerned changed. It was before:".to_owned(),
    }
}
