//! What changed between editions: the page of a change, the list, and the lines on a measure's page.

use super::lists::MOST;
use super::{Scene, editions, notes, when};
use crate::model::MeasureId;
use crate::page::{
    AlteredFinding, BigChange, ChangeEntry, ChangeList, ChangePage, ChangeRow, Count, Link, MeasureChange,
    Section,
};
use crate::quantity::{Rational, print};
use crate::revision::{Changes, Class, FigureChange, FigureState, Revised};
use crate::site::Released;
use crate::site::routes;

/// How many revisions are told in words.
const BIGGEST: usize = 5;

/// The page of what changed with an edition; none for the first.
pub(in crate::site) fn change_page(scene: &Scene<'_>, edition: &Released) -> Option<ChangePage> {
    let changes = edition.changes.as_ref()?;
    let before = scene.editions.iter().find(|other| other.number + 1 == edition.number)?;
    let title = title(edition);
    let mut changed =
        changes.measures.iter().flat_map(|measure| measure.figures.iter().map(move |f| (measure, f)));
    let lines = |findings: &[crate::finding::Finding]| {
        findings
            .iter()
            .filter(|finding| super::scene::is_for_readers(finding))
            .map(|f| scene.line(f))
            .collect()
    };
    Some(ChangePage {
        frame: scene.frame(&routes::change(edition.number), &title, Section::Changes),
        title,
        sentence: changes.sentence(),
        from: editions::line(before),
        to: editions::line(edition),
        counts: counts(changes),
        biggest: biggest(changes),
        why: Some(edition.note.clone()),
        notes: notes::lines(scene, changes),
        opened: lines(&changes.findings.opened),
        closed: lines(&changes.findings.closed),
        altered: altered(changes),
        rows: changed
            .clone()
            .take(MOST)
            .map(|(measure, figure)| row(scene, &measure.title, changes, figure))
            .collect(),
        rest: changed.nth(MOST).map(|_| {
            let words = format!(
                "The first {MOST} changed figures are shown; each measure's page has its own changes"
            );
            Link::new(words, routes::MEASURES)
        }),
        downloads: Vec::new(),
    })
}

fn title(edition: &Released) -> String {
    format!("From edition {} to edition {}", edition.number.saturating_sub(1), edition.number)
}

fn altered(changes: &Changes) -> Vec<AlteredFinding> {
    changes
        .findings
        .altered
        .iter()
        .filter(|altered| altered.is_turned())
        .map(|altered| AlteredFinding {
            finding: Link::new(altered.after.title.clone(), routes::finding(&altered.after.fingerprint)),
            was: altered.before.verdict.map_or("", |verdict| verdict.words()).to_owned(),
            now: altered.after.verdict.map_or("", |verdict| verdict.words()).to_owned(),
        })
        .collect()
}

fn counts(changes: &Changes) -> Vec<Count> {
    changes
        .counts()
        .into_iter()
        .map(|(class, number)| {
            let figures = if number == 1 { "figure" } else { "figures" };
            let words = if number == 1 { class.of_one() } else { class.of_many() };
            Count { number: number.to_string(), words: format!("{figures} {words}") }
        })
        .collect()
}

fn biggest(changes: &Changes) -> Vec<BigChange> {
    let figures =
        changes.measures.iter().flat_map(|measure| measure.figures.iter().map(move |f| (measure, f)));
    let mut revised: Vec<_> = figures
        .filter(|(_, figure)| figure.is_beyond_rounding())
        .filter_map(|(m, f)| Some((m, f, f.revised()?)))
        .collect();
    revised.sort_by_key(|(_, figure, by)| {
        (std::cmp::Reverse(by.relative.as_ref().map(Rational::abs)), figure.figure.clone())
    });
    revised
        .into_iter()
        .take(BIGGEST)
        .map(|(measure, figure, by)| BigChange {
            text: format!("{}: {}", measure.title, in_words(figure, by)),
            path: figure.newest().map(address),
            why: notes::note_on(changes, figure).map(|note| note.why.clone()),
        })
        .collect()
}

/// "revised from “65” to “72”, up 7 (10.8%)".
fn in_words(figure: &FigureChange, by: &Revised) -> String {
    let words = |state: &Option<FigureState>| state.as_ref().map_or(String::new(), |s| s.reported.clone());
    let mut text = format!("revised from “{}” to “{}”", words(&figure.before), words(&figure.after));
    if let Some(difference) = &by.difference {
        let way = if difference.signum() < 0 { "down" } else { "up" };
        text.push_str(&format!(", {way} {}", print::number(&difference.abs())));
    }
    if let Some(relative) = &by.relative {
        let percent = (&relative.abs() * &Rational::from(100)).to_decimal(1);
        text.push_str(&format!(" ({percent}%)"));
    }
    text
}

fn row(scene: &Scene<'_>, measure: &str, changes: &Changes, change: &FigureChange) -> ChangeRow {
    let newest = change.newest();
    let same_words =
        matches!((&change.before, &change.after), (Some(a), Some(b)) if a.reported == b.reported);
    let shown = |state: &Option<FigureState>| {
        state.as_ref().map(|state| match same_words {
            true => format!("{} ({})", state.reported, state.standing.words()),
            false => state.reported.clone(),
        })
    };
    ChangeRow {
        figure: Link::new(measure, newest.map(address).unwrap_or_default()),
        detail: newest
            .map(|state| format!("{}, {}", scene.source_link(&state.source).text, state.key.timing.words())),
        kind: kind(change),
        was: shown(&change.before),
        now: shown(&change.after),
        why: notes::note_on(changes, change).map(|note| note.why.clone()),
    }
}

/// What happened, and the kind of change where it is more than an addition.
fn kind(change: &FigureChange) -> String {
    let class = match change.class() {
        Class::Added => "new",
        Class::Removed => "removed",
        Class::Withheld => "no longer has a value",
        Class::Given => "now has a value",
        Class::Revised => "revised",
        Class::RoundingOnly => "rounding only",
        Class::Hedged => "hedged in another way",
        Class::Moved => "another date, breakdown or source",
        Class::Status => "status",
        Class::Reworded => "reworded",
        Class::Detail => "a detail",
    };
    match change.class() {
        Class::Revised | Class::Removed | Class::Withheld => format!("{class} ({})", change.kind.words()),
        _ => class.to_owned(),
    }
}

fn address(state: &FigureState) -> String {
    routes::figure(&state.key.measure, &state.id)
}

/// The list of changes, latest first.
pub(in crate::site) fn change_list(scene: &Scene<'_>) -> ChangeList {
    let entries = scene.editions.iter().rev().filter_map(|edition| {
        let changes = edition.changes.as_ref()?;
        Some(ChangeEntry {
            link: Link::new(title(edition), routes::change(edition.number)),
            date: when::date(edition.date),
            sentence: changes.sentence(),
            counts: counts(changes),
        })
    });
    ChangeList {
        changes: entries.collect(),
        frame: scene.frame(routes::CHANGES, "Changes", Section::Changes),
    }
}

/// The sentence of an edition's changes, leading to their page.
pub(super) fn sentence_link(edition: &Released) -> Option<Link> {
    let changes = edition.changes.as_ref()?;
    Some(Link::new(changes.sentence(), routes::change(edition.number)))
}

/// What the editions changed in a measure, latest first.
pub(super) fn of_measure(scene: &Scene<'_>, id: &MeasureId) -> Vec<MeasureChange> {
    let editions = scene.editions.iter().rev();
    editions
        .filter_map(|edition| {
            let changes = edition.changes.as_ref()?;
            Some((edition, changes, changes.measure(id)?))
        })
        .flat_map(|(edition, changes, measure)| {
            measure.figures.iter().map(move |change| {
                let row = row(scene, &measure.title, changes, change);
                MeasureChange {
                    edition: Link::new(format!("Edition {}", edition.number), routes::change(edition.number)),
                    date: when::date(edition.date),
                    kind: row.kind,
                    text: row.detail.unwrap_or_default(),
                    was: row.was,
                    now: row.now,
                    note: notes::note_on(changes, change).map(|note| notes::line(scene, note)),
                }
            })
        })
        .collect()
}
