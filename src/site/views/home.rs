//! The home page: what is on record, what is disputed, what is not known, what changed.

use super::{Scene, editions, headline};
use crate::finding::Finding;
use crate::page::{HomePage, Html, Link, Section, Tone};
use crate::site::routes;

/// As many entries of each kind as a reader can scan.
const MOST: usize = 12;

/// The home page.
pub(in crate::site) fn home(scene: &Scene<'_>, introduction: Option<Html>) -> HomePage {
    let dataset = scene.record().dataset();
    let findings: Vec<&Finding> = scene.findings().collect();
    let mut frame = scene.frame("", &scene.site.title, Section::Home);
    frame.here = String::new();
    frame.description = scene.site.tagline.clone();
    let few = |tone| scene.lines(&findings, tone).into_iter().take(MOST).collect();
    HomePage {
        introduction,
        measures: dataset.measures().take(MOST).map(|measure| headline::line(scene, measure)).collect(),
        all_measures: all(dataset.measures().len(), "the measure", "measures", routes::MEASURES),
        disputed: few(Tone::Disputed),
        not_known: few(Tone::NotKnown),
        all_findings: all(
            findings.len(),
            "the discrepancy, check or gap",
            "discrepancies, checks and gaps",
            routes::DISCREPANCIES,
        ),
        questions: scene.all_questions(),
        editions: editions::lines(scene).into_iter().take(MOST).collect(),
        all_sources: all(dataset.sources().len(), "the source", "sources", routes::SOURCES),
        frame,
    }
}

fn all(number: usize, one: &str, many: &str, path: &str) -> Link {
    match number {
        1 => Link::new(format!("The list with {one}"), path),
        _ => Link::new(format!("All {number} {many}"), path),
    }
}
