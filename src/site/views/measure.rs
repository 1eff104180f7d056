//! The page of a measure, moving or frozen.

use super::chosen::chosen;
use super::notes::capital;
use super::pictures::{Painting, Place};
use super::{Scene, charts, figures, headline, notes, standings, triangle, when};
use crate::export::{self, Reference, ReferenceKind};
use crate::model::{Figure, Measure, StockOrFlow};
use crate::page::{
    Citation, CitationForm, Dates, Definition, Download, Frozen, Html, Link, MeasurePage, Nature, Prose,
    Section, Superseded, Tone, Under, Version, figure_anchor,
};
use crate::revision::{Class, MeasureChange, Presence};
use crate::site::Released;
use crate::site::routes;
use std::collections::BTreeMap;

/// The page of a measure. `frozen` is the edition it shows, with those that came later; none on the moving page.
pub(in crate::site) fn measure_page(
    scene: &Scene<'_>,
    measure: &Measure,
    frozen: Option<(&Released, &[Released])>,
    downloads: Vec<Download>,
) -> MeasurePage {
    let (frozen, later) = frozen.unzip();
    let path = frozen.map_or_else(
        || routes::measure(&measure.id),
        |edition| routes::measure_version(&measure.id, edition.number),
    );
    let mut frame = scene.frame(&path, measure.heading(), Section::Measures);
    frame.description = Some(short(&measure.title));
    if scene.has_feeds() {
        let feed = Link::new("Changes to this measure as a feed (Atom)", routes::measure_feed(&measure.id));
        frame.feeds.insert(0, feed);
    }
    if frozen.is_some() {
        frame.trail.push(scene.measure_link(&measure.id));
        frame.here = scene.stamp().number.clone();
        frame.here.insert_str(0, "Edition ");
    }
    let citation = citation(scene, measure, frozen);
    let chosen = chosen(scene.record(), measure);
    let findings = scene.findings_of(&measure.id);
    let mut notices = scene.lines(findings, Tone::Disputed);
    notices.extend(scene.lines(findings, Tone::NotKnown));
    let mut page = MeasurePage {
        frozen: frozen.map(|edition| Frozen {
            edition: edition.number.to_string(),
            date: when::date(edition.date),
            latest: scene.measure_link(&measure.id),
            superseded: later.and_then(|later| superseded(measure, later)),
        }),
        question: measure.heading().to_owned(),
        title: measure.question.as_ref().map(|_| measure.title.clone()),
        headline: chosen.map(|figure| headline::headline(scene, measure, figure)),
        dates: dates(scene, measure, chosen),
        source: chosen.and_then(|figure| headline::source_line(scene, figure)),
        notices,
        question_to_ask: scene.question_on(&measure.id),
        holds: scene.lines(findings, Tone::Holds),
        definition: definition(scene, measure, &frame.root),
        charts: charts::of_measure(&place(scene, measure, frozen, &frame.path, &citation), measure),
        figures: figures::table(scene, measure),
        gone: notes::gone(scene, &measure.id),
        provenance: super::origins::of_measure(scene, measure, &frame.root),
        histories: standings::histories(scene, measure, chosen),
        caveats: caveats(measure, &frame.root),
        changes: super::changes::of_measure(scene, &measure.id),
        triangle: triangle::of_measure(scene, measure),
        versions: versions(scene, measure),
        citation: citation.clone(),
        linked_data: None,
        downloads,
        related: related(scene, measure),
        share: chosen.map(|figure| share(scene, measure, frozen, figure)),
        embed: None,
        frame,
    };
    page.embed = Some(super::embeds::offer(scene, &page));
    page
}

/// The address of a figure's row, as it stood in an edition where there is one.
fn share(scene: &Scene<'_>, measure: &Measure, frozen: Option<&Released>, figure: &Figure) -> Link {
    let anchor = figure_anchor(figure.id.as_str());
    match held_by(scene, measure, frozen) {
        Some(edition) => Link::new(
            format!("Link to this figure as in edition {}", edition.number),
            format!("{}#{anchor}", routes::measure_version(&measure.id, edition.number)),
        ),
        None => Link::new("Link to this figure", routes::figure(&measure.id, &figure.id)),
    }
}

/// Where the charts of the page stand.
fn place<'a>(
    scene: &'a Scene<'a>,
    measure: &Measure,
    frozen: Option<&Released>,
    page: &'a str,
    citation: &'a Citation,
) -> Place<'a> {
    let held = held_by(scene, measure, None).filter(|_| frozen.is_none());
    Place {
        scene,
        page,
        citation,
        frozen: held.map(|held| {
            Link::new(
                format!("as in edition {}", held.number),
                routes::measure_version(&measure.id, held.number),
            )
        }),
        painting: if frozen.is_some() { Painting::DrawnOnly } else { Painting::of(scene) },
    }
}

/// The first of later editions that changed the page.
fn superseded(measure: &Measure, later: &[Released]) -> Option<Superseded> {
    let edition = later.iter().find(|edition| edition.changed.contains(&measure.id))?;
    let change = edition.changes.as_ref().and_then(|changes| changes.measure(&measure.id));
    let is_gone = change.is_some_and(|change| change.presence == Presence::Removed);
    let path = match is_gone {
        true => routes::measure(&measure.id),
        false => routes::measure_version(&measure.id, edition.number),
    };
    Some(Superseded {
        edition: Link::new(format!("Edition {}", edition.number), path),
        date: when::date(edition.date),
        what: what_changed(change, is_gone),
        change: Link::new("What changed", routes::change(edition.number)),
    })
}

fn what_changed(change: Option<&MeasureChange>, is_gone: bool) -> String {
    if is_gone {
        return "The measure is no longer on record.".to_owned();
    }
    let mut counts: BTreeMap<Class, usize> = BTreeMap::new();
    for figure in change.map(|change| change.figures.as_slice()).unwrap_or_default() {
        *counts.entry(figure.class()).or_default() += 1;
    }
    let figures = counts.into_iter().map(|(class, number)| match number {
        1 => format!("1 figure {}", class.of_one()),
        many => format!("{many} figures {}", class.of_many()),
    });
    let declared = change.filter(|change| !change.fields.is_empty()).map(|change| {
        let labels: Vec<String> = change.fields.iter().map(crate::revision::FieldChange::label).collect();
        match change.restatement() {
            Some(what) => format!("{what} ({})", labels.join(", ")),
            None => format!("the measure’s description changed ({})", labels.join(", ")),
        }
    });
    let parts: Vec<String> = figures.chain(declared).collect();
    match parts.is_empty() {
        true => "No figure changed; something beside the figures did.".to_owned(),
        false => format!("{}.", capital(&parts.join("; "))),
    }
}

fn short(text: &str) -> String {
    text.chars().take(160).collect()
}

fn dates(scene: &Scene<'_>, measure: &Measure, chosen: Option<&Figure>) -> Dates {
    let source = chosen.and_then(|figure| scene.record().dataset().source(&figure.source));
    let changed = scene.editions.iter().rev().find(|edition| edition.changed.contains(&measure.id));
    Dates {
        position: chosen.map(|figure| when::timing(scene.record().lineage().timing(figure))),
        published: source.and_then(|source| source.public_date()).map(when::date),
        changed: changed.map(|edition| when::date(edition.date)),
        changed_in: changed.map(|edition| routes::edition_link(edition.number)),
        next: None,
    }
}

fn definition(scene: &Scene<'_>, measure: &Measure, root: &str) -> Definition {
    let prose = Prose { root, prefix: "definition", under: Under::Section };
    let dataset = scene.record().dataset();
    Definition {
        text: measure.definition.as_deref().map(|text| prose.html(text)),
        unit: measure.unit.clone(),
        nature: Some(match measure.stock_or_flow {
            StockOrFlow::Stock => Nature::Stock,
            StockOrFlow::Flow => Nature::Flow,
        }),
        population: measure.population.clone(),
        coverage: measure.coverage.clone(),
        includes: measure.includes.values().cloned().collect(),
        responsible: measure.responsible.as_ref().map(|id| dataset.body_name(id).to_owned()),
        rounding: measure.rounding.map(|base| format!("rounded to the nearest {base}")),
        suppression: measure.threshold.map(|least| format!("counts below {least} are not shown")),
    }
}

fn caveats(measure: &Measure, root: &str) -> Vec<Html> {
    measure
        .caveats
        .iter()
        .enumerate()
        .map(|(index, text)| {
            let prefix = format!("caveat-{}", index + 1);
            Prose { root, prefix: &prefix, under: Under::Section }.html(text)
        })
        .collect()
}

fn versions(scene: &Scene<'_>, measure: &Measure) -> Vec<Version> {
    scene
        .editions
        .iter()
        .rev()
        .filter(|edition| edition.changed.contains(&measure.id))
        .filter_map(|edition| {
            let then = edition.publication.record.dataset().measure(&measure.id)?;
            let figure = chosen(&edition.publication.record, then);
            Some(Version {
                link: Link::new(
                    format!("Edition {}", edition.number),
                    routes::measure_version(&measure.id, edition.number),
                ),
                date: when::date(edition.date),
                headline: figure.map(|figure| figures::flagged(&figure.reported, figure)),
                status: figure.map(|figure| standings::plain(&edition.publication.record, figure)),
            })
        })
        .collect()
}

/// The edition whose frozen page shows the measure as the scene does.
pub(in crate::site) fn held_by<'a>(
    scene: &Scene<'a>,
    measure: &Measure,
    frozen: Option<&Released>,
) -> Option<&'a Released> {
    let shown = frozen.map(|edition| edition.number).or_else(|| scene.edition_number())?;
    scene.editions.iter().rev().find(|e| e.number <= shown && e.changed.contains(&measure.id))
}

fn citation(scene: &Scene<'_>, measure: &Measure, frozen: Option<&Released>) -> Citation {
    let latest = routes::measure(&measure.id);
    let fixed = held_by(scene, measure, frozen)
        .map(|edition| (edition, routes::measure_version(&measure.id, edition.number)));
    let mut citation =
        scene.citation(measure.heading(), fixed.as_ref().map(|(_, path)| path.as_str()), &latest);
    let address = citation.edition.as_ref().or(citation.latest.as_ref()).map(|address| address.text.clone());
    let edition = fixed.as_ref().map(|(edition, _)| (edition.number, edition.date));
    let reference = Reference {
        // A figure's key is ID.eN, and a measure can have the id of a figure.
        key: edition
            .map_or_else(|| measure.id.to_string(), |(number, _)| format!("{}.v{number}", measure.id)),
        publisher: scene.site.publisher.clone(),
        title: measure.heading().to_owned(),
        site: scene.site.title.clone(),
        edition,
        address: address.unwrap_or_default(),
        note: None,
        kind: ReferenceKind::Webpage,
    };
    citation.forms = vec![
        CitationForm { name: "BibTeX".to_owned(), text: reference.bibtex() },
        CitationForm { name: "CSL JSON".to_owned(), text: export::csl_json(&reference) },
    ];
    citation.figures = chosen(scene.record(), measure).map(|figure| routes::cite(&figure.id));
    citation
}

/// Measures of the same topic, and those that findings set beside this one.
fn related(scene: &Scene<'_>, measure: &Measure) -> Vec<Link> {
    let dataset = scene.record().dataset();
    let mut beside: std::collections::BTreeSet<&crate::model::MeasureId> = scene
        .findings_of(&measure.id)
        .iter()
        .flat_map(|finding| figures::measures_of(scene.record(), finding))
        .collect();
    beside.remove(&measure.id);
    beside
        .into_iter()
        .filter(|id| dataset.measure(id).is_some())
        .take(12)
        .map(|id| scene.measure_link(id))
        .collect()
}
