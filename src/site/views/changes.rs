//! What changed between editions: the page of a change, the list, and the lines on a measure's page.

use super::lists::MOST;
use super::{Scene, editions, notes, when};
use crate::model::MeasureId;
use crate::page::{
    AlteredFinding, BigChange, ChangeEntry, ChangeList, ChangePage, ChangeRow, Count, Digests, Download,
    Link, MeasureChange, Section,
};
use crate::quantity::{Rational, print};
use crate::revision::{Changes, FigureChange, FigureState};
use crate::site::Released;
use crate::site::routes;

/// How many revisions are told in words.
const BIGGEST: usize = 5;

/// The page of what changed with an edition; none for the first.
pub(in crate::site) fn change_page(
    scene: &Scene<'_>,
    edition: &Released,
    downloads: Vec<Download>,
) -> Option<ChangePage> {
    let changes = edition.changes.as_ref()?;
    let before = scene.editions.iter().find(|other| other.number + 1 == edition.number)?;
    let title = title(edition);
    let changed =
        changes.measures.iter().flat_map(|measure| measure.figures.iter().map(move |f| (measure, f)));
    let all = changes.figures().count();
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
            .take(MOST)
            .map(|(measure, figure)| row(scene, &measure.title, changes, figure))
            .collect(),
        rest: (all > MOST).then(|| {
            let count =
                |number: usize| print::number(&Rational::from(i64::try_from(number).unwrap_or(i64::MAX)));
            let words =
                format!("The first {} of {} changes. All are in the CSV file.", count(MOST), count(all));
            Link::new(words, routes::changes_csv(edition.number))
        }),
        downloads,
        digests: Some(Digests { before: before.digest.clone(), after: edition.digest.clone() }),
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
            text: format!("{}: {}", measure.title, figure.revision(by)),
            path: figure.newest().map(address),
            why: changes.note_on(figure).map(|note| note.why.clone()),
        })
        .collect()
}

fn row(scene: &Scene<'_>, measure: &str, changes: &Changes, change: &FigureChange) -> ChangeRow {
    let newest = change.newest();
    let same_words =
        matches!((&change.before, &change.after), (Some(a), Some(b)) if a.reported == b.reported);
    let shown = |state: &Option<FigureState>| {
        state.as_ref().map(|state| match same_words {
            true => format!("{} ({})", state.reported.told(), state.standing.words()),
            false => state.reported.told().to_owned(),
        })
    };
    ChangeRow {
        figure: Link::new(measure, newest.map(address).unwrap_or_default()),
        detail: newest
            .map(|state| format!("{}, {}", scene.source_link(&state.source).text, state.key.timing.words())),
        kind: change.what(),
        was: shown(&change.before),
        now: shown(&change.after),
        why: changes.note_on(change).map(|note| note.why.clone()),
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
                    note: changes.note_on(change).map(|note| notes::line(scene, note)),
                }
            })
        })
        .collect()
}
