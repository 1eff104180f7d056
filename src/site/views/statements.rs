//! What the body responsible said of a figure that it has not confirmed, and what it has published besides.

use super::Scene;
use super::findings::claim;
use crate::finding::{Finding, Verdict};
use crate::model::Figure;
use crate::page::Claim;
use crate::reconcile::{Standing, Status};
use std::cmp::Reverse;

/// The most of the body's other figures that are shown; the others are in the measure's table.
const MOST: usize = 8;

/// The finding in a sentence or two. What was said of the figure step by step stands in its history, which the page
/// shows, and not in the summary as well.
pub(super) fn summary(scene: &Scene<'_>, finding: &Finding, claims: &[&Figure]) -> String {
    let steps = claims.first().map(|figure| scene.record().standings().history(figure)).unwrap_or_default();
    let first = steps.first().filter(|_| is_of_status(finding));
    let date = first.map(|step| step.date.map_or("Date not known".to_owned(), |date| date.words()));
    let told = date.and_then(|date| finding.message.split_once(&format!(" {date}: ")));
    told.map_or_else(|| finding.message.clone(), |(opening, _)| opening.to_owned())
}

fn is_of_status(finding: &Finding) -> bool {
    finding.name == "not-confirmed"
}

/// The figures of the same measure and part that the body responsible published or confirmed, the latest first.
pub(super) fn published(scene: &Scene<'_>, finding: &Finding, claims: &[&Figure]) -> Vec<Claim> {
    let Some(first) = claims.first().filter(|_| is_of_status(finding)) else { return Vec::new() };
    let record = scene.record();
    let Some(measure) = record.dataset().measure(&first.key.measure) else { return Vec::new() };
    let whole = super::chosen::is_whole(measure, first);
    let alike = |figure: &&Figure| {
        figure.key.dimensions == first.key.dimensions || whole && super::chosen::is_whole(measure, figure)
    };
    let own = |figure: &&Figure| {
        record.standings().standing(figure) == Standing::Verified(Status::Confirmed)
            && record.root(figure).id == figure.id
            && figure.reading().amount().is_some()
            && !finding.figures.contains(&figure.id)
    };
    let figures = record.dataset().figures_of(&measure.id).iter();
    let mut figures: Vec<&Figure> = figures.filter(alike).filter(own).collect();
    figures.sort_by_key(|figure| (Reverse(record.lineage().timing(figure).latest()), figure.id.as_str()));
    figures.into_iter().take(MOST).map(|figure| claim(scene, figure)).collect()
}

/// The verdict on one figure that its body contradicts: there is no other that could be true beside it.
pub(super) fn contradicts_one(finding: &Finding) -> bool {
    finding.verdict == Some(Verdict::Inconsistent) && finding.figures.len() == 1
}
