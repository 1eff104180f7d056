//! What every page of one publication shares: the site's words, the edition, and look-ups by measure and source.

use super::questions::Questions;
use super::timeline::Timeline;
use super::{figures, when};
use crate::disclose::{Cleared, Publication};
use crate::export::Links;
use crate::finding::{Finding, Nature};
use crate::model::{Figure, FigureId, MeasureId, Settings, Source, SourceId};
use crate::page::{
    self, Citation, EditionStamp, EditionState, FindingLine, Frame, Link, Section, Tone, WebAddress,
};
use crate::period::PartialDate;
use crate::reconcile::Record;
use crate::site::Released;
use crate::site::routes;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which state of the record a scene shows.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) enum Shown<'a> {
    /// A frozen edition.
    Released(&'a Released),
    /// What the next edition would be, up to a date where one was asked for.
    Draft(Option<PartialDate>),
}

/// A publication seen from the pages that show it.
pub(in crate::site) struct Scene<'a> {
    /// The record and its findings.
    pub(super) publication: &'a Cleared<Publication>,
    /// Every released edition, oldest first.
    pub(super) editions: &'a [Released],
    /// The site's own words.
    pub(super) site: page::Site,
    /// The date up to which the record is shown, where that is not all of it.
    pub(super) known_on: Option<PartialDate>,
    base_url: Option<String>,
    stamp: EditionStamp,
    by_measure: BTreeMap<&'a MeasureId, Vec<&'a Finding>>,
    by_source: BTreeMap<&'a SourceId, Vec<&'a Finding>>,
    by_first_tied: BTreeMap<&'a FigureId, Vec<&'a Finding>>,
    repeated_by: BTreeMap<&'a SourceId, Vec<&'a Source>>,
    figures_by_source: BTreeMap<&'a SourceId, Vec<&'a Figure>>,
    pub(super) questions: Questions<'a>,
    pub(super) timeline: Arc<Timeline<'a>>,
}

impl<'a> Scene<'a> {
    /// The scene of a publication.
    pub(in crate::site) fn new(
        settings: &'a Settings,
        pages: Vec<Link>,
        publication: &'a Cleared<Publication>,
        editions: &'a [Released],
        shown: Shown<'_>,
        timeline: &Arc<Timeline<'a>>,
    ) -> Self {
        let mut scene = Self {
            publication,
            editions,
            site: site_words(settings, pages),
            known_on: match shown {
                Shown::Draft(known_on) => known_on,
                Shown::Released(_) => None,
            },
            base_url: settings.base_url.clone(),
            stamp: match shown {
                Shown::Released(edition) => stamp(edition),
                Shown::Draft(known_on) => draft(editions, known_on),
            },
            by_measure: BTreeMap::new(),
            by_source: BTreeMap::new(),
            by_first_tied: BTreeMap::new(),
            repeated_by: BTreeMap::new(),
            figures_by_source: BTreeMap::new(),
            questions: Questions::default(),
            timeline: Arc::clone(timeline),
        };
        scene.look_up();
        scene
    }

    /// With the drafted questions, to which the pages that move lead.
    pub(in crate::site) fn with_questions(mut self) -> Self {
        self.questions = Questions::of(self.publication);
        self
    }

    fn look_up(&mut self) {
        let publication = self.publication;
        for finding in publication.findings.iter().filter(|finding| is_for_readers(finding)) {
            for measure in figures::measures_of(&publication.record, finding) {
                self.by_measure.entry(measure).or_default().push(finding);
            }
            for source in &finding.sources {
                self.by_source.entry(source).or_default().push(finding);
            }
            if let Some(first) = finding.conflict.as_ref().and_then(|conflict| conflict.tied_to.as_ref()) {
                self.by_first_tied.entry(first).or_default().push(finding);
            }
        }
        for source in publication.record.dataset().sources() {
            for origin in &source.origin {
                self.repeated_by.entry(origin).or_default().push(source);
            }
        }
        for figure in publication.record.dataset().figures() {
            self.figures_by_source.entry(&figure.source).or_default().push(figure);
        }
    }

    pub(in crate::site) fn record(&self) -> &'a Record {
        &self.publication.record
    }

    pub(in crate::site) fn findings(&self) -> impl Iterator<Item = &'a Finding> {
        self.publication.findings.iter().filter(|finding| is_for_readers(finding))
    }

    pub(in crate::site) fn findings_of(&self, measure: &MeasureId) -> &[&'a Finding] {
        self.by_measure.get(measure).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn findings_on(&self, source: &SourceId) -> &[&'a Finding] {
        self.by_source.get(source).map(Vec::as_slice).unwrap_or_default()
    }

    /// The conflicts among figures that are tied to one another, by the first of them.
    pub(super) fn conflicts_tied_to(&self, first: &FigureId) -> &[&'a Finding] {
        self.by_first_tied.get(first).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn figures_in(&self, source: &SourceId) -> &[&'a Figure] {
        self.figures_by_source.get(source).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn repeated_by(&self, source: &SourceId) -> &[&'a Source] {
        self.repeated_by.get(source).map(Vec::as_slice).unwrap_or_default()
    }

    /// The frame of the page at `path`.
    pub(super) fn frame(&self, path: &str, title: &str, section: Section) -> Frame {
        let mut frame = Frame::new(self.site.clone(), path, title, section);
        frame.canonical = self.base_url.as_ref().map(|base| format!("{base}/{path}"));
        frame.edition = Some(self.stamp.clone());
        if self.has_feeds() {
            frame.feeds = vec![Link::new("Changes to this site as a feed (Atom)", routes::FEED)];
        }
        frame.trail = match section {
            Section::Measures => vec![Link::new("Measures", routes::MEASURES)],
            Section::Sources => vec![Link::new("Sources", routes::SOURCES)],
            Section::Questions => vec![Link::new("Questions", routes::QUESTIONS)],
            Section::Discrepancies => vec![Link::new("Discrepancies", routes::DISCREPANCIES)],
            Section::Changes => vec![Link::new("Changes", routes::CHANGES)],
            Section::Editions => vec![Link::new("Editions", routes::EDITIONS)],
            Section::Home | Section::Downloads | Section::Search | Section::Elsewhere => Vec::new(),
        };
        frame.trail.retain(|link| link.path != path);
        frame
    }

    /// A feed needs whole addresses, and an edition to tell of.
    pub(super) fn has_feeds(&self) -> bool {
        self.base_url.is_some() && !self.editions.is_empty()
    }

    /// How linked data writes addresses: whole where the site's base is known, else from the folder of its file.
    pub(in crate::site) fn links<'b>(&'b self, root: Option<&'b str>) -> Links<'b> {
        match (&self.base_url, root) {
            (Some(base), _) => Links::Whole(base),
            (None, Some(root)) => Links::From(root),
            (None, None) => Links::Nowhere,
        }
    }

    /// An address as a reader copies it: whole where the site's base is known.
    pub(super) fn address(&self, path: &str) -> page::Address {
        let text = self.base_url.as_ref().map_or_else(|| path.to_owned(), |base| format!("{base}/{path}"));
        page::Address { text, path: path.to_owned() }
    }

    /// How to cite a page: the publisher, the title, the edition and the addresses.
    pub(super) fn citation(&self, title: &str, edition: Option<&str>, latest: &str) -> Citation {
        let fixed = edition.map(|path| self.address(path));
        let latest = self.address(latest);
        let cited = fixed.as_ref().unwrap_or(&latest);
        let stamp = match self.stamp.state {
            EditionState::Released => format!("edition {}, {}", self.stamp.number, self.stamp.date.words),
            EditionState::Draft => "not yet in an edition".to_owned(),
        };
        // Marks inside marks are single ones.
        let title = title.replace('“', "‘").replace('”', "’");
        Citation {
            text: format!("{}: “{title}”, {}, {stamp}. {}", self.site.publisher, self.site.title, cited.text),
            edition: fixed,
            latest: Some(latest),
            ..Citation::default()
        }
    }

    /// The number of the edition shown, or none for a draft.
    pub(in crate::site) fn edition_number(&self) -> Option<u32> {
        match self.stamp.state {
            EditionState::Released => self.stamp.number.parse().ok(),
            EditionState::Draft => None,
        }
    }

    pub(super) fn stamp(&self) -> &EditionStamp {
        &self.stamp
    }

    /// A finding in a line.
    pub(super) fn line(&self, finding: &Finding) -> FindingLine {
        FindingLine {
            path: routes::finding(&finding.fingerprint),
            title: finding.title.clone(),
            tone: tone(finding),
            verdict: verdict_words(finding).to_owned(),
            summary: finding.message.clone(),
            gap: None,
            measure: finding.measure.as_ref().map(|id| self.measure_link(id)),
            state: finding.review.as_ref().map(|review| format!("{}, {}", review.state, review.date)),
        }
    }

    pub(super) fn lines(&self, findings: &[&Finding], wanted: Tone) -> Vec<FindingLine> {
        findings.iter().filter(|finding| tone(finding) == wanted).map(|finding| self.line(finding)).collect()
    }

    pub(super) fn measure_link(&self, id: &MeasureId) -> Link {
        let title = self.record().dataset().measure(id).map_or(id.as_str(), |measure| measure.short_title());
        Link::new(title, routes::measure(id))
    }

    pub(super) fn source_link(&self, id: &SourceId) -> Link {
        // A source that is gone is called by its last title.
        let of = |edition: &'a Released| {
            let before = edition.before.as_ref().and_then(|before| before.record.dataset().source(id));
            edition.publication.record.dataset().source(id).or(before)
        };
        let now = self.record().dataset().source(id);
        let source = now.or_else(|| self.editions.iter().rev().find_map(of));
        Link::new(source.map_or(id.as_str(), |source| &source.title), routes::source(id))
    }
}

/// Mistakes in the files are the publisher's business; everything else is the reader's.
pub(super) fn is_for_readers(finding: &Finding) -> bool {
    !matches!(finding.nature, Nature::Input | Nature::Disclosure)
}

/// The verdict, or what kind of difference it is where no values are compared.
pub(super) fn verdict_words(finding: &Finding) -> &'static str {
    if let Some(change) = change_of_words(finding) {
        return change;
    }
    if is_called_for(finding) {
        return "not measured";
    }
    let cause = || finding.causes.first().map_or("", |cause| cause.cause.words());
    match finding.verdict {
        Some(_) if super::statements::contradicts_one(finding) => "contradicted",
        verdict => verdict.map_or_else(cause, |verdict| verdict.words()),
    }
}

/// It speaks of a demand, a target or a forecast, to which there is nothing to answer.
pub(super) fn is_called_for(finding: &Finding) -> bool {
    finding.code == "R005"
}

/// What a repetition changed, for the rules that tell of it: the values may agree all the same.
pub(super) fn change_of_words(finding: &Finding) -> Option<&'static str> {
    super::origins::CHANGES.iter().find(|(code, _)| *code == finding.code).map(|(_, words)| *words)
}

pub(super) fn tone(finding: &Finding) -> Tone {
    match finding.nature {
        Nature::Discrepancy => Tone::Disputed,
        Nature::Agreement => Tone::Holds,
        Nature::Gap | Nature::Input | Nature::Disclosure => Tone::NotKnown,
    }
}

fn site_words(settings: &Settings, pages: Vec<Link>) -> page::Site {
    let publisher = &settings.publisher;
    let contact = publisher.contact.clone();
    let mail = contact.as_deref().filter(|text| text.contains('@') && !text.contains(':'));
    let contact_url = mail.map_or_else(
        || contact.as_deref().and_then(WebAddress::new),
        |address| WebAddress::new(&format!("mailto:{address}")),
    );
    page::Site {
        title: settings.title.clone(),
        tagline: settings.tagline.clone(),
        publisher: publisher.name.clone(),
        publisher_url: publisher.url.as_deref().and_then(WebAddress::new),
        contact,
        contact_url,
        licence: settings.licence.as_ref().map(|licence| licence.name.clone()),
        licence_url: settings.licence.as_ref().and_then(|licence| WebAddress::new(licence.url.as_deref()?)),
        pages,
    }
}

fn stamp(released: &Released) -> EditionStamp {
    EditionStamp {
        number: released.number.to_string(),
        date: when::date(released.date),
        path: Some(routes::edition(released.number)),
        state: EditionState::Released,
    }
}

fn draft(editions: &[Released], known_on: Option<PartialDate>) -> EditionStamp {
    let next = editions.last().map_or(1, |edition| edition.number + 1);
    let date = known_on.map(when::date).unwrap_or_default();
    EditionStamp { number: next.to_string(), date, path: None, state: EditionState::Draft }
}
