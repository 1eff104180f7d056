//! What the answer must be if the published figures are right. It stands beside the question, never in it.

use super::ask::Ask;
use super::ground::Ground;
use super::matter::Matter;
use super::noun::unit_in_words;
use crate::finding::Finding;
use crate::model::{Figure, QuantityKind};
use crate::period::Timing;
use crate::quantity::{Alpha, Interval, print};

/// The most lines that help whoever reads the answer.
const MOST: usize = 8;
/// A finding on more figures is no range that helps.
const MOST_FIGURES: usize = 40;

pub(super) fn expected(ground: &Ground<'_>, matter: &Matter<'_>, ask: &Ask<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let implied = matter.findings.iter().flat_map(|finding| ranges(ground, matter, finding));
    for line in implied {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.truncate(MOST);
    if !lines.is_empty() && ask.times.iter().any(|time| time.names_no_day(ask.nature)) {
        lines.push(
            "The published figures name no day, so the figure for one day may differ from them.".to_owned(),
        );
    }
    lines
}

/// What one finding says of the answer: the range of each figure it rests on, and its arithmetic. Nothing where
/// one of its figures was withheld or may be a small count, since a range could give it away.
fn ranges(ground: &Ground<'_>, matter: &Matter<'_>, finding: &Finding) -> Vec<String> {
    let figures: Vec<&Figure> =
        finding.figures.iter().take(MOST_FIGURES + 1).filter_map(|id| ground.record.figure(id)).collect();
    if figures.len() > MOST_FIGURES || figures.iter().any(|figure| has_guarded_neighbour(ground, figure)) {
        return Vec::new();
    }
    let own = figures.iter().filter(|figure| figure.key.measure == matter.measure.id);
    // What repeats another figure adds nothing, unless it is the repetition that differs.
    let counts = |figure: &&&Figure| finding.code == "R007" || ground.record.root(figure).id == figure.id;
    let mut lines: Vec<String> =
        own.filter(counts).filter_map(|figure| range(ground, matter, figure)).collect();
    lines.extend(finding.arithmetic.iter().map(|line| sentence(&format!("{line} ({}).", finding.title))));
    lines
}

/// A figure of the same group and time is guarded.
fn has_guarded_neighbour(ground: &Ground<'_>, figure: &Figure) -> bool {
    let alike = ground.record.dataset().figures_alike(&figure.key);
    alike.iter().any(|other| other.key.timing == figure.key.timing && ground.is_guarded(other))
}

/// "October 2025: 53,298, if “53,298” (…) is right."
fn range(ground: &Ground<'_>, matter: &Matter<'_>, figure: &Figure) -> Option<String> {
    if !figure.basis.states_a_fact() {
        return None;
    }
    let value = ground.record.value(figure)?;
    let whole = |interval: &Interval| match ground.record.kind(figure) {
        QuantityKind::Count => interval.to_integers(),
        _ => Some(interval.clone()),
    };
    let (typical, support) = (whole(value.cuts.at(Alpha::Typical))?, whole(value.cuts.at(Alpha::Support))?);
    let mut range = print::interval_words(&typical);
    if typical != support {
        range.push_str(&format!(" (on the loosest reading {})", print::interval_words(&support)));
    }
    if matches!(matter.measure.quantity, QuantityKind::Amount | QuantityKind::Share) {
        range.push_str(&format!(" {}", unit_in_words(matter.measure)));
    }
    let dataset = ground.record.dataset();
    let timing = ground.record.lineage().timing(figure);
    let when = match timing {
        Timing::NotStated => "Date not stated".to_owned(),
        stated => stated.words(),
    };
    let source = dataset.source(&figure.source).map_or(figure.source.as_str(), |source| &source.title);
    let labels = ground.labels(figure);
    let labels = if labels.is_empty() { labels } else { format!(", {labels}") };
    Some(sentence(&format!("{when}{labels}: {range}, if “{}” ({source}) is right.", figure.reported)))
}

/// The first letter in upper case.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
