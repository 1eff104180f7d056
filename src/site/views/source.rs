//! The page of a source, and the list of sources.

use super::lists::{MOST, Part};
use super::{Scene, figures, standings, when};
use crate::model::{Asserted, Figure, FigureId, Position, Relation, Source, SourceKind};
use crate::page::{
    Assertion, Link, Outside, Prose, Section, SourceEntry, SourceFacts, SourceFigure, SourceList, SourcePage,
    Under, WebAddress,
};
use crate::site::routes;

/// "Alex Norris MP, Home Office minister".
pub(super) fn person(source: &Source) -> Option<String> {
    let person = source.person.as_ref()?;
    Some(source.role.as_ref().map_or_else(|| person.clone(), |role| format!("{person}, {role}")))
}

/// Who speaks in a source, if a person does in sources of its kind: a table or a leaked paper has no speaker.
pub(super) fn speaker(source: &Source) -> Option<String> {
    person(source).or_else(|| is_spoken(source.kind).then(|| "Speaker not known".to_owned()))
}

fn is_spoken(kind: SourceKind) -> bool {
    match kind {
        SourceKind::WrittenAnswer
        | SourceKind::OralAnswer
        | SourceKind::CommitteeEvidence
        | SourceKind::OfficialStatement
        | SourceKind::PoliticalStatement
        | SourceKind::Correspondence => true,
        SourceKind::OfficialStatistics
        | SourceKind::FoiResponse
        | SourceKind::LeakedDocument
        | SourceKind::MediaReport
        | SourceKind::Other => false,
    }
}

pub(super) fn outside(text: &str, url: Option<&str>) -> Option<Outside> {
    WebAddress::new(url?).map(|url| Outside { text: text.to_owned(), url })
}

/// The page of a source.
pub(in crate::site) fn source_page(scene: &Scene<'_>, source: &Source) -> SourcePage {
    let path = routes::source(&source.id);
    let mut frame = scene.frame(&path, &source.title, Section::Sources);
    frame.description =
        Some(format!("{}: {}", source.kind.words(), source.title).chars().take(160).collect());
    let dataset = scene.record().dataset();
    let prose = Prose { root: &frame.root, prefix: "notes", under: Under::Section };
    let (findings, figures) = (scene.findings_on(&source.id), scene.figures_in(&source.id));
    SourcePage {
        title: source.title.clone(),
        facts: facts(scene, source),
        shorthand: figures::shorthand(figures.iter().take(MOST).copied()),
        figures: figures.iter().take(MOST).map(|figure| figure_line(scene, figure)).collect(),
        rest: (figures.len() > MOST).then(|| {
            let words =
                format!("The first {MOST} of {} figures are shown; all are in the CSV", figures.len());
            Link::new(words, routes::FIGURES_CSV)
        }),
        provenance: super::origins::of_source(scene, source, &frame.root),
        assertions: dataset
            .relations()
            .filter(|relation| relation.source == source.id)
            .map(|relation| assertion(scene, relation))
            .collect(),
        positions: dataset
            .positions()
            .filter(|position| position.source == source.id)
            .map(|position| position_line(scene, position))
            .collect(),
        findings: findings.iter().take(MOST).map(|finding| scene.line(finding)).collect(),
        notes: (!source.notes.trim().is_empty()).then(|| prose.html(&source.notes)),
        citation: scene.citation(&source.title, None, &path),
        frame,
    }
}

fn facts(scene: &Scene<'_>, source: &Source) -> SourceFacts {
    let dataset = scene.record().dataset();
    SourceFacts {
        kind: capital(source.kind.words()),
        body: source.body.as_ref().map(|id| dataset.body_name(id).to_owned()),
        speaker: speaker(source),
        said: source.said.map(when::date),
        published: source.published.map(when::date),
        reported: source.reported.map(when::date),
        received: source.received.map(when::date),
        reference: source.reference.clone(),
        designation: source.designation.map(|designation| designation.words().to_owned()),
        original: outside("Original", source.url.as_deref()),
        archived: outside("Archived copy", source.archive_url.as_deref()),
        repeats: source.origin.iter().map(|id| scene.source_link(id)).collect(),
        repeated_by: scene.repeated_by(&source.id).iter().map(|other| scene.source_link(&other.id)).collect(),
        shares_text_with: scene
            .record()
            .independence()
            .sharing(&source.id)
            .map(|id| scene.source_link(id))
            .collect(),
        known_through: source.reported_by.iter().map(|id| scene.source_link(id)).collect(),
    }
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn figure_line(scene: &Scene<'_>, figure: &Figure) -> SourceFigure {
    let title = scene.measure_link(&figure.key.measure).text;
    SourceFigure {
        measure: figures::link(figure, title),
        part: figures::breakdown(scene.record(), figure),
        reported: figure.reported.clone(),
        flags: figures::flags(figure),
        kind: figures::cell(figure),
        read_as: figures::read_as(scene.record(), figure),
        when: when::timing(&figure.key.timing),
        status: standings::status(scene, figure),
        words: figure.wording().quoted.clone(),
    }
}

fn assertion(scene: &Scene<'_>, relation: &Relation) -> Assertion {
    let named = |id: &FigureId| match scene.record().figure(id) {
        Some(figure) => figures::named(scene, figure),
        None => id.to_string(),
    };
    let list = |ids: &[FigureId]| ids.iter().map(named).collect::<Vec<_>>().join(", ");
    let text = match &relation.asserted {
        Asserted::PartOf { part, whole } => format!("{} is part of {}.", named(part), named(whole)),
        Asserted::Separate { members } => format!("These are separate: {}.", list(members)),
        Asserted::Sum { total, parts } => format!("{} is the sum of {}.", named(total), list(parts)),
        Asserted::Difference { result, from, less } => {
            format!("{} is {} less {}.", named(result), named(from), named(less))
        }
        Asserted::Ratio { numerator, denominator, result } => {
            format!("{} is {} divided by {}.", named(result), named(numerator), named(denominator))
        }
        Asserted::Share { part: Some(part), whole, result } => {
            format!("{} is the share of {} in {}.", named(result), named(part), named(whole))
        }
        Asserted::Share { part: None, whole, result } => {
            format!("{} is a share of {}; the part is not given.", named(result), named(whole))
        }
        Asserted::Change { new, old: Some(old), change } => {
            format!("{} is {}, from {}.", named(new), named(change), named(old))
        }
        Asserted::Change { new, old: None, change } => {
            format!("{} is {}; the earlier figure is not given.", named(new), named(change))
        }
        Asserted::Multiple { base, factor: Some(factor), result } => {
            format!("{} is {} of {}.", named(result), named(factor), named(base))
        }
        Asserted::Multiple { base, factor: None, result } => {
            format!("{} is a multiple of {}.", named(result), named(base))
        }
        Asserted::Complement { members, whole: Some(whole) } => {
            format!("Together these make up {}: {}.", named(whole), list(members))
        }
        Asserted::Complement { members, whole: None } => {
            format!("Together these make up 100%: {}.", list(members))
        }
        Asserted::Cumulative { earlier, later } => {
            format!("{} and {} are totals counted from one start.", named(earlier), named(later))
        }
    };
    let about = relation.asserted.figures().first().and_then(|id| scene.record().figure(id));
    Assertion {
        text,
        words: relation.words.clone(),
        about: about.map(|figure| figures::link(figure, scene.measure_link(&figure.key.measure).text)),
    }
}

fn position_line(scene: &Scene<'_>, position: &Position) -> Assertion {
    let dataset = scene.record().dataset();
    let body = position.body.as_ref().map_or("The body", |id| dataset.body_name(id));
    let on: Vec<String> = position
        .on
        .iter()
        .filter_map(|id| dataset.figure(id))
        .map(|figure| figures::named(scene, figure))
        .chain(position.measures.iter().map(|id| scene.measure_link(id).text))
        .collect();
    let about = position
        .on
        .first()
        .and_then(|id| dataset.figure(id))
        .map(|figure| figures::link(figure, scene.measure_link(&figure.key.measure).text))
        .or_else(|| position.measures.first().map(|id| scene.measure_link(id)));
    Assertion {
        text: format!("{body} {}: {}.", position.stance.words(), on.join(", ")),
        words: position.words.clone(),
        about,
    }
}

/// A part of the list of sources, latest public date first; those without a date come last.
pub(in crate::site) fn source_list(scene: &Scene<'_>, part: Part) -> SourceList {
    let mut sources: Vec<&Source> = scene.record().dataset().sources().collect();
    sources.sort_by_key(|source| (std::cmp::Reverse(source.public_date()), source.id.clone()));
    SourceList {
        frame: part.frame(scene, routes::SOURCES, "Sources", Section::Sources),
        parts: part.links(routes::SOURCES),
        sources: part.take(sources.into_iter().map(|source| entry(scene, source))),
    }
}

fn entry(scene: &Scene<'_>, source: &Source) -> SourceEntry {
    let dataset = scene.record().dataset();
    let figures = scene.figures_in(&source.id).len();
    SourceEntry {
        link: Link::new(source.title.clone(), routes::source(&source.id)),
        kind: capital(source.kind.words()),
        who: person(source).or_else(|| source.body.as_ref().map(|id| dataset.body_name(id).to_owned())),
        public: when::dated(source),
        figures: if figures == 1 { "1 figure".to_owned() } else { format!("{figures} figures") },
        repeats: source.origin.iter().map(|id| scene.source_link(id)).collect(),
    }
}
