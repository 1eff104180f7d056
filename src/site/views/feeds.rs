//! The Atom feeds: an entry for each edition that changed more than words or rounding.

use super::changes::of_what;
use super::scene::is_for_readers;
use crate::export::{self, Feed, FeedEntry};
use crate::model::{Dataset, MeasureId, Settings};
use crate::quantity::Rational;
use crate::revision::{Changes, Class, FigureChange, MeasureChange, Presence};
use crate::site::Released;
use crate::site::routes;

/// As many entries as a feed holds; the list of editions has the rest.
const MOST: usize = 50;
/// How many changed figures an entry tells in words.
const BIGGEST: usize = 5;

/// The feed of the site; none without a base address, for an entry needs an identifier that is the same everywhere.
pub(in crate::site) fn site(settings: &Settings, editions: &[Released]) -> Option<Vec<u8>> {
    let base = settings.base_url.as_deref()?;
    let real = editions.iter().rev().filter(|edition| edition.changes.as_ref().is_none_or(is_real));
    let entries = real.take(MOST).map(|edition| FeedEntry {
        address: format!("{base}/{}", address(edition)),
        title: format!("Edition {}: {}", edition.number, first_line(&edition.note)),
        date: edition.date,
        paragraphs: paragraphs(edition, edition.changes.iter().flat_map(|changes| &changes.measures)),
    });
    feed(settings, editions, (settings.title.clone(), routes::FEED, ""), entries.collect())
}

/// The feed of a measure; none without a base address.
pub(in crate::site) fn measure(
    settings: &Settings,
    editions: &[Released],
    id: &MeasureId,
    title: &str,
) -> Option<Vec<u8>> {
    let base = settings.base_url.as_deref()?;
    let entries = editions.iter().rev().filter_map(|edition| {
        let change = match &edition.changes {
            Some(changes) => Some(changes.measure(id).filter(|change| is_real_of(change))?),
            None => None,
        };
        let stands = change.is_none_or(|change| change.presence != Presence::Removed);
        let shown = stands && edition.changed.contains(id);
        let shown = shown.then(|| routes::measure_version(id, edition.number));
        let page = shown.or(change.map(|_| routes::change(edition.number)))?;
        Some(FeedEntry {
            address: format!("{base}/{page}"),
            title: format!("{title}, edition {}", edition.number),
            date: edition.date,
            paragraphs: paragraphs(edition, change),
        })
    });
    let paths = (format!("{title}: {}", settings.title), &*routes::measure_feed(id), &*routes::measure(id));
    feed(settings, editions, paths, entries.take(MOST).collect())
}

fn feed(
    settings: &Settings,
    editions: &[Released],
    (title, path, page): (String, &str, &str),
    entries: Vec<FeedEntry>,
) -> Option<Vec<u8>> {
    let base = settings.base_url.as_deref()?;
    Some(export::atom(&Feed {
        title,
        author: &settings.publisher.name,
        language: &settings.language,
        address: format!("{base}/{path}"),
        page: format!("{base}/{page}"),
        since: editions.first()?.date,
        entries,
    }))
}

/// The first edition has no page of changes.
fn address(edition: &Released) -> String {
    match edition.changes {
        Some(_) => routes::change(edition.number),
        None => routes::edition(edition.number),
    }
}

/// More changed than words, rounding or details beside a figure.
fn is_real(changes: &Changes) -> bool {
    let findings = &changes.findings;
    changes.measures.iter().any(is_real_of)
        || !changes.positions.is_empty()
        || findings.opened.iter().chain(&findings.closed).any(is_for_readers)
        || findings.altered.iter().any(|altered| altered.is_turned())
}

fn is_real_of(change: &MeasureChange) -> bool {
    change.presence != Presence::Kept || change.is_restated() || change.told().any(tells)
}

fn tells(change: &FigureChange) -> bool {
    match change.class() {
        Class::Added
        | Class::Removed
        | Class::Withheld
        | Class::Given
        | Class::Revised
        | Class::Hedged
        | Class::Moved
        | Class::Status => true,
        Class::RoundingOnly | Class::Reworded | Class::Detail | Class::Repeated => false,
    }
}

/// The publisher's note, what changed in all, and the largest changes with their reasons.
fn paragraphs<'a>(edition: &Released, measures: impl IntoIterator<Item = &'a MeasureChange>) -> Vec<String> {
    let mut told = vec![edition.note.clone()];
    let Some(changes) = &edition.changes else { return told };
    let dataset = edition.publication.record.dataset();
    let measures: Vec<&MeasureChange> = measures.into_iter().collect();
    if measures.len() < changes.measures.len() {
        let own = measures.iter().map(|measure| (*measure).clone()).collect();
        told.push(format!("Here: {}", Changes { measures: own, ..Changes::default() }.sentence()));
    }
    told.push(format!("In the whole edition: {}", changes.sentence()));
    let figures = measures.into_iter().flat_map(|measure| measure.told().map(move |one| (measure, one)));
    let mut figures: Vec<_> = figures.filter(|(_, figure)| tells(figure)).collect();
    let size =
        |figure: &FigureChange| figure.revised().and_then(|by| by.relative.as_ref().map(Rational::abs));
    figures
        .sort_by_key(|(_, figure)| (std::cmp::Reverse(size(figure)), figure.class(), figure.figure.clone()));
    let rest = figures.len().saturating_sub(BIGGEST);
    told.extend(
        figures.iter().take(BIGGEST).map(|(measure, figure)| line(dataset, measure, changes, figure)),
    );
    if rest > 0 {
        told.push(format!("{rest} more on the page of the change."));
    }
    told
}

fn line(dataset: &Dataset, measure: &MeasureChange, changes: &Changes, figure: &FigureChange) -> String {
    // What no longer has a value is told by the value that it had.
    let newest = match figure.class() {
        Class::Withheld => figure.replaced(),
        _ => figure.newest(),
    };
    // A status travels with its figure; one that is gone has none any more.
    let standing =
        figure.after.as_ref().map(|state| format!(" ({})", state.standing.words())).unwrap_or_default();
    let what = match figure.revised() {
        Some(by) => figure.revision(by),
        None => {
            let words = newest.map(|state| state.reported.told()).unwrap_or_default();
            format!("“{words}” {}", figure.class().of_one())
        }
    };
    let why = changes.note_on(figure).map(|note| format!(" Why: {}", note.why)).unwrap_or_default();
    format!("{}{}: {what}{standing}.{why}", measure.title, of_what(dataset, figure))
}

fn first_line(text: &str) -> &str {
    text.lines().find(|line| !line.trim().is_empty()).unwrap_or("released").trim()
}
