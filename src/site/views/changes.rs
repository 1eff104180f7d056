//! What changed between editions: the page of a change, the list, and the lines on a measure's page.

use super::lists::MOST;
use super::{Scene, editions, notes, when};
use crate::finding::Nature;
use crate::model::{Code, Dataset, DimensionId, FigureKey, MeasureId};
use crate::page::{
    AlteredFinding, BigChange, ChangeEntry, ChangeList, ChangePage, ChangeRow, Count, Digests, Download,
    Link, MeasureChange, Section,
};
use crate::quantity::{Rational, print};
use crate::revision::{Changes, Class, FigureChange, FigureState, Repetition, Words};
use crate::site::Released;
use crate::site::routes;

/// How many revisions are told in words.
const BIGGEST: usize = 5;
/// How many changes of one edition are told on the page of a measure.
const MOST_OF_EDITION: usize = 20;

/// What stands in the place of numbers.
fn key(changes: &Changes) -> Vec<String> {
    let sides = || changes.figures().flat_map(FigureChange::states);
    let withheld = sides().any(|state| state.reported.told() == "[c]");
    let withheld = withheld
        .then(|| "[c] stands for a number that is withheld so that nobody can be identified.".to_owned());
    let shielded = sides().any(|state| state.reported.is_shielded());
    let shielded = shielded.then(|| {
        format!(
            "“{}” stands for a count that one edition or source withholds and another prints: set beside one another, \
             they would point at it.",
            Words::NOT_SHOWN
        )
    });
    withheld.into_iter().chain(shielded).collect()
}

/// The page of what changed with an edition; none for the first.
pub(in crate::site) fn change_page(
    scene: &Scene<'_>,
    edition: &Released,
    downloads: Vec<Download>,
) -> Option<ChangePage> {
    let changes = edition.changes.as_ref()?;
    let before = scene.editions.iter().find(|other| other.number + 1 == edition.number)?;
    let title = title(edition);
    let changed = changes.measures.iter().flat_map(|measure| measure.told().map(move |f| (measure, f)));
    let all = changes.measures.iter().flat_map(crate::revision::MeasureChange::told).count();
    let lines = |findings: &[crate::finding::Finding]| {
        findings
            .iter()
            .filter(|finding| super::scene::is_for_readers(finding) && finding.nature == Nature::Discrepancy)
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
        biggest: biggest(scene, changes),
        why: Some(edition.note.clone()),
        notes: notes::lines(scene, changes),
        opened: lines(&changes.findings.opened),
        closed: lines(&changes.findings.closed),
        beside: beside(scene, changes),
        altered: altered(changes),
        rows: changed
            .take(MOST)
            .map(|(measure, figure)| row(scene, &measure.title, changes, figure))
            .collect(),
        repeated: changes
            .measures
            .iter()
            .flat_map(|measure| measure.repeated().into_iter().map(move |each| (measure, each)))
            .map(|(measure, each)| format!("{}: {}", measure.title, again(scene, &each)))
            .take(MOST)
            .collect(),
        key: key(changes),
        rest: (all > MOST).then(|| {
            let words =
                format!("The first {} of {} changes. All are in the CSV file.", counted(MOST), counted(all));
            Link::new(words, routes::changes_csv(edition.number))
        }),
        downloads,
        digests: Some(Digests { before: before.digest.clone(), after: edition.digest.clone() }),
    })
}

fn title(edition: &Released) -> String {
    format!("From edition {} to edition {}", edition.number.saturating_sub(1), edition.number)
}

/// What came, went or changed beside the measures and their figures.
fn beside(scene: &Scene<'_>, changes: &Changes) -> Vec<BigChange> {
    let line = |noun: &str, verb: &str, name: &str, path: Option<String>| BigChange {
        text: format!("{noun} {verb}: {name}"),
        path,
        why: None,
    };
    let sources = changes.sources.iter().map(|change| {
        let link = scene.source_link(change.id());
        line("Source", change.verb(), &link.text, Some(link.path))
    });
    let bodies = changes
        .bodies
        .iter()
        .map(|change| line("Body", change.verb(), scene.record().dataset().body_name(change.id()), None));
    let positions =
        changes.positions_told().map(|change| line("Position", change.verb(), change.id().as_str(), None));
    let relations =
        changes.relations.iter().map(|change| line("Relation", change.verb(), change.id().as_str(), None));
    sources.chain(bodies).chain(positions).chain(relations).take(MOST).collect()
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

fn biggest(scene: &Scene<'_>, changes: &Changes) -> Vec<BigChange> {
    let figures = changes.measures.iter().flat_map(|measure| measure.told().map(move |f| (measure, f)));
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
            text: format!(
                "{}{}: {}",
                measure.title,
                of_what(scene.record().dataset(), figure),
                figure.revision(by)
            ),
            path: figure.newest().map(address),
            why: changes.note_on(figure).map(|note| note.why.clone()),
        })
        .collect()
}

fn row(scene: &Scene<'_>, measure: &str, changes: &Changes, change: &FigureChange) -> ChangeRow {
    let newest = change.newest();
    let [was, now] = change.sides(|key| {
        breakdown(scene.record().dataset(), key).unwrap_or_else(|| "not broken down".to_owned())
    });
    ChangeRow {
        figure: Link::new(measure, newest.map(address).unwrap_or_default()),
        detail: newest.map(|state| {
            let source = std::iter::once(scene.source_link(&state.source).text);
            let parts = source
                .chain(breakdown(scene.record().dataset(), &state.key))
                .chain([state.key.timing.words()]);
            parts.collect::<Vec<_>>().join(", ")
        }),
        kind: change.what(),
        was,
        now,
        why: changes.note_on(change).map(|note| note.why.clone()),
    }
}

/// The breakdown of a figure in the words of its measure, or in its codes where the measure is gone.
fn breakdown(dataset: &Dataset, key: &FigureKey) -> Option<String> {
    let measure = dataset.measure(&key.measure);
    let words = |(id, code): (&DimensionId, &Code)| {
        let dimension = measure.and_then(|measure| measure.dimensions.get(id));
        dimension
            .and_then(|dimension| dimension.codes.get(code))
            .map_or_else(|| code.to_string(), Clone::clone)
    };
    let parts: Vec<String> = key.dimensions.iter().map(words).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// ", North, financial year ending March 2025": what tells a figure from others of its measure.
pub(super) fn of_what(dataset: &Dataset, change: &FigureChange) -> String {
    let Some(state) = change.newest() else { return String::new() };
    let parts = breakdown(dataset, &state.key).into_iter().chain([state.key.timing.words()]);
    parts.map(|part| format!(", {part}")).collect()
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
        .flat_map(|(edition, changes, measure)| in_edition(scene, edition, changes, measure))
        .collect()
}

/// What one edition changed in a measure: the first figures one by one, then how many more, then what only repeats.
fn in_edition(
    scene: &Scene<'_>,
    edition: &Released,
    changes: &Changes,
    measure: &crate::revision::MeasureChange,
) -> Vec<MeasureChange> {
    let line = || MeasureChange {
        edition: Link::new(format!("Edition {}", edition.number), routes::change(edition.number)),
        date: when::date(edition.date),
        ..MeasureChange::default()
    };
    let told = measure.told().count();
    // One more takes no less room than itself.
    let shown = if told <= MOST_OF_EDITION + 1 { told } else { MOST_OF_EDITION };
    let each = measure.told().take(shown).map(|change| {
        let row = row(scene, &measure.title, changes, change);
        MeasureChange {
            kind: row.kind,
            text: row.detail.unwrap_or_default(),
            was: row.was,
            now: row.now,
            note: changes.note_on(change).map(|note| notes::line(scene, note)),
            ..line()
        }
    });
    let more = (told > shown).then(|| MeasureChange {
        kind: format!("{} more", counted(told - shown)),
        text: "They are on the page of the change.".to_owned(),
        ..line()
    });
    let again = measure.repeated().into_iter().map(|repetition| MeasureChange {
        kind: Class::Repeated.in_table().to_owned(),
        text: again(scene, &repetition),
        ..line()
    });
    each.chain(more).chain(again).collect()
}

/// "597 figures of “Visits, spring”, as in “Visits, winter”."
fn again(scene: &Scene<'_>, repetition: &Repetition) -> String {
    let figures = if repetition.count == 1 { "figure" } else { "figures" };
    let [source, before] = [&repetition.source, &repetition.before].map(|id| scene.source_link(id).text);
    format!("{} {figures} of “{source}”, as in “{before}”.", counted(repetition.count))
}

fn counted(number: usize) -> String {
    print::number(&Rational::from(i64::try_from(number).unwrap_or(i64::MAX)))
}
