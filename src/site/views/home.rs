//! The home page: what is on record, what is disputed, what is not known, what changed.

use super::scene::is_called_for;
use super::{Scene, editions, headline};
use crate::finding::Finding;
use crate::model::{Measure, MeasureId};
use crate::page::{Glance, HomePage, Html, Link, Section, Tone};
use crate::quantity::{Rational, print};
use crate::site::routes;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// As many figures as a reader can scan.
const MOST_FIGURES: usize = 10;
/// As many findings of a kind as a reader can scan, a line each.
const MOST_FINDINGS: usize = 6;

/// The home page. `front` are the measures that the publisher puts first.
pub(in crate::site) fn home(scene: &Scene<'_>, front: &[MeasureId], introduction: Option<Html>) -> HomePage {
    let dataset = scene.record().dataset();
    let findings: Vec<&Finding> = scene.findings().collect();
    let mut frame = scene.frame("", &scene.site.title, Section::Home);
    frame.here = String::new();
    frame.description = scene.site.tagline.clone();
    let disputed = scene.lines(&findings, Tone::Disputed);
    let open: Vec<&Finding> = findings.iter().copied().filter(|finding| !is_called_for(finding)).collect();
    let not_known = scene.lines(&open, Tone::NotKnown);
    let mut editions = editions::lines(scene).into_iter();
    HomePage {
        introduction,
        glance: glance(scene, disputed.len(), not_known.len()),
        measures: first(scene, front).into_iter().map(|measure| headline::line(scene, measure)).collect(),
        all_measures: all(dataset.measures().len(), "the measure", "measures", routes::MEASURES),
        disputed: disputed.into_iter().take(MOST_FINDINGS).collect(),
        not_known: not_known.into_iter().take(MOST_FINDINGS).collect(),
        all_findings: all(
            findings.len(),
            "the discrepancy, check or gap",
            "discrepancies, checks and gaps",
            routes::DISCREPANCIES,
        ),
        questions: scene.all_questions(),
        last: editions.next(),
        all_editions: (editions.len() > 0)
            .then(|| all(editions.len() + 1, "the edition", "editions", routes::EDITIONS)),
        all_sources: all(dataset.sources().len(), "the source", "sources", routes::SOURCES),
        frame,
    }
}

/// What there is, in numbers.
fn glance(scene: &Scene<'_>, disputed: usize, not_known: usize) -> Vec<Glance> {
    let dataset = scene.record().dataset();
    let entry = |number: usize, [one, many]: [&str; 2], path: &str| Glance {
        number: counted(number),
        words: if number == 1 { one } else { many }.to_owned(),
        path: path.to_owned(),
    };
    vec![
        entry(dataset.measures().len(), ["measure", "measures"], routes::MEASURES),
        entry(dataset.sources().len(), ["source", "sources"], routes::SOURCES),
        entry(disputed, ["point on which sources disagree", "points on which sources disagree"], "#disputed"),
        entry(not_known, ["thing not known", "things not known"], "#not-known"),
    ]
}

/// The measures that stand first: the publisher's own choice, then those that most sources speak of.
fn first<'a>(scene: &Scene<'a>, front: &[MeasureId]) -> Vec<&'a Measure> {
    let dataset = scene.record().dataset();
    let sources = |measure: &Measure| {
        dataset.figures_of(&measure.id).iter().map(|figure| &figure.source).collect::<BTreeSet<_>>().len()
    };
    let chosen = front.iter().filter_map(|id| dataset.measure(id));
    let mut others: Vec<&Measure> =
        dataset.measures().filter(|measure| !front.contains(&measure.id)).collect();
    others.sort_by_cached_key(|measure| (Reverse(sources(measure)), measure.id.clone()));
    chosen.chain(others).take(MOST_FIGURES).collect()
}

fn all(number: usize, one: &str, many: &str, path: &str) -> Link {
    match number {
        1 => Link::new(format!("The list with {one}"), path),
        _ => Link::new(format!("All {} {many}", counted(number)), path),
    }
}

fn counted(number: usize) -> String {
    print::number(&Rational::from(i64::try_from(number).unwrap_or(i64::MAX)))
}
