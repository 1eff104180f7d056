//! Which charts a page has, and what goes into them.
//!
//! A measure with figures at three or more moments is drawn as a series. Accounts of one moment that differ in
//! their words are drawn against one another. A demand has no place on either scale.

use super::Scene;
use super::chosen::is_whole;
use super::headline::sentence_case;
use crate::chart::bridge::{BridgeChart, End, Step};
use crate::chart::claims::{Agreement, ClaimRow, ClaimsChart, Demand};
use crate::chart::series::{Form, Point, Series, SeriesChart};
use crate::chart::{ChartError, Stated};
use crate::finding::{Finding, Reason, Verdict};
use crate::model::{Figure, Flag, Measure, QuantityKind, SourceId};
use crate::page::{ChartFigure, Svg};
use crate::period::Timing;
use crate::quantity::{Alpha, Interval, Rational};
use crate::reconcile::Standing;
use std::collections::{BTreeMap, BTreeSet};

/// More rows than this are a table, not a chart.
const MOST_ROWS: usize = 24;
/// The most sources that a series chart tells apart.
const MOST_SERIES: usize = 4;

/// The charts of a measure's page.
pub(super) fn of_measure(scene: &Scene<'_>, measure: &Measure) -> Vec<ChartFigure> {
    let whole: Vec<&Figure> = scene
        .record()
        .dataset()
        .figures_of(&measure.id)
        .iter()
        .filter(|figure| is_whole(measure, figure))
        .collect();
    let moments: BTreeSet<&Timing> = whole
        .iter()
        .filter(|figure| figure.basis.states_a_fact() && figure.reading().amount().is_some())
        .map(|figure| scene.record().lineage().timing(figure))
        .filter(|timing| **timing != Timing::NotStated)
        .collect();
    if moments.len() >= 3 {
        return series(scene, measure, &whole).into_iter().collect();
    }
    let drawn = whole.len() <= MOST_ROWS;
    drawn.then(|| claims(scene, measure, "chart-claims", &whole)).flatten().into_iter().collect()
}

/// The claims that a finding sets against one another, where they are all of one measure and breakdown. Parts drawn
/// beside their total would read as accounts that differ.
pub(super) fn of_claims(scene: &Scene<'_>, finding: &Finding, figures: &[&Figure]) -> Vec<ChartFigure> {
    let Some(measure) = finding.measure.as_ref().and_then(|id| scene.record().dataset().measure(id)) else {
        return Vec::new();
    };
    let compared = finding.verdict.is_some_and(|verdict| {
        matches!(
            verdict,
            Verdict::Consistent
                | Verdict::ConsistentAfterRounding
                | Verdict::Marginal
                | Verdict::Inconsistent
        )
    });
    let alike = figures.windows(2).all(|pair| match pair {
        [a, b] => a.key.measure == b.key.measure && a.key.dimensions == b.key.dimensions,
        _ => true,
    });
    if !compared || !alike || figures.len() < 2 || figures.len() > MOST_ROWS {
        return Vec::new();
    }
    claims(scene, measure, "chart-claims", figures).into_iter().collect()
}

/// The way from one figure to another, where anything on record accounts for a part of their difference. Where nothing
/// does but the room that the words leave, the chart of the claims shows it already.
pub(super) fn of_bridge(scene: &Scene<'_>, finding: &Finding, figures: &[&Figure]) -> Option<ChartFigure> {
    let bridge = finding.bridge.as_ref()?;
    bridge.steps.iter().find(|step| step.reason != Reason::Rounding)?;
    // A rule may walk from its second figure to its first.
    let is_from = |figure: &Figure| {
        let value = scene.record().value(figure);
        value.and_then(|value| value.nominal).is_some_and(|number| *number == bridge.from)
    };
    let (from, to) = match figures {
        [a, b] if is_from(a) => (a, b),
        [a, b] if is_from(b) => (b, a),
        _ => return None,
    };
    let measure = scene.record().dataset().measure(&from.key.measure)?;
    let end = |figure: &Figure, value: &Rational| End {
        source: scene.source_link(&figure.source).text,
        words: figure.reported.clone(),
        value: value.clone(),
    };
    let steps = bridge.steps.iter();
    let chart = BridgeChart {
        id: "chart-bridge".to_owned(),
        measure: measure.short_title().to_owned(),
        unit: measure.unit.clone(),
        is_whole: measure.quantity == QuantityKind::Count,
        from: end(from, &bridge.from),
        steps: steps
            .map(|step| Step { name: sentence_case(step.reason.words()), amount: step.amount.clone() })
            .collect(),
        to: end(to, &bridge.to),
    };
    figure(measure, chart.title(), chart.to_svg())
}

fn claims(scene: &Scene<'_>, measure: &Measure, id: &str, figures: &[&Figure]) -> Option<ChartFigure> {
    let rows: Vec<ClaimRow> = figures.iter().filter_map(|figure| row(scene, figure)).collect();
    let valued = rows.iter().filter(|row| !matches!(row.stated, Stated::NoValue(_))).count();
    if valued == 0 {
        return None;
    }
    let chart = ClaimsChart {
        id: id.to_owned(),
        title: None,
        measure: measure.short_title().to_owned(),
        unit: measure.unit.clone(),
        rows,
        demands: figures.iter().filter_map(|figure| demand(scene, figure)).collect(),
        agreement: agreement(scene, figures),
    };
    figure(measure, chart.title(), chart.to_svg())
}

/// A chart that cannot be drawn is left out; its table stands.
fn figure(measure: &Measure, title: String, drawn: Result<String, ChartError>) -> Option<ChartFigure> {
    let subtitle = format!("{}, {}", measure.title, measure.unit);
    drawn.ok().map(|svg| ChartFigure { title, subtitle, picture: Svg::drawn(svg), note: None })
}

fn row(scene: &Scene<'_>, figure: &Figure) -> Option<ClaimRow> {
    let source = scene.record().dataset().source(&figure.source);
    Some(ClaimRow {
        source: scene.source_link(&figure.source).text,
        said: source.and_then(|source| source.public_date()),
        words: figure.reported.clone(),
        about: figure.key.timing.clone(),
        stated: stated(scene, figure)?,
    })
}

fn stated(scene: &Scene<'_>, figure: &Figure) -> Option<Stated> {
    let reading = figure.reading();
    let standing = scene.record().standings().standing(figure);
    Stated::new(standing, reading.amount().map(|amount| amount.cuts().clone()), reading.no_value().cloned())
}

fn demand(scene: &Scene<'_>, figure: &Figure) -> Option<Demand> {
    let called_for = scene.record().standings().standing(figure) == Standing::CalledFor;
    let source = scene.record().dataset().source(&figure.source);
    called_for.then(|| Demand {
        source: scene.source_link(&figure.source).text,
        said: source.and_then(|source| source.public_date()),
        words: figure.reported.clone(),
    })
}

/// Whether the accounts could all be true at once; only said of accounts of one moment.
fn agreement(scene: &Scene<'_>, figures: &[&Figure]) -> Agreement {
    let valued: Vec<&Figure> = figures
        .iter()
        .copied()
        .filter(|figure| figure.reading().amount().is_some() && figure.basis.states_a_fact())
        .collect();
    let moments: BTreeSet<&Timing> =
        valued.iter().map(|figure| scene.record().lineage().timing(figure)).collect();
    let kind = valued.first().map(|figure| scene.record().kind(figure));
    if valued.len() < 2 || moments.len() > 1 {
        return Agreement::NotCompared;
    }
    let shared = |alpha| {
        let meeting = valued.iter().try_fold(Interval::all(), |shared, figure| {
            shared.intersect(figure.reading().amount()?.cuts().at(alpha))
        })?;
        if kind == Some(QuantityKind::Count) { meeting.to_integers() } else { Some(meeting) }
    };
    Alpha::ALL.into_iter().find_map(shared).map_or(Agreement::Impossible, Agreement::Possible)
}

fn series(scene: &Scene<'_>, measure: &Measure, figures: &[&Figure]) -> Option<ChartFigure> {
    let timing = |figure: &Figure| scene.record().lineage().timing(figure).clone();
    let usual = usual_length(figures.iter().map(|figure| timing(figure)));
    let mut by_source: BTreeMap<&SourceId, Vec<Point>> = BTreeMap::new();
    let mut of_other_lengths = 0;
    for figure in figures {
        let (about, Some(stated)) = (timing(figure), stated(scene, figure)) else { continue };
        if length(&about) == usual {
            by_source.entry(&figure.source).or_default().push(Point { about, stated });
        } else {
            of_other_lengths += 1;
        }
    }
    let mut by_size: Vec<(&SourceId, Vec<Point>)> = by_source.into_iter().collect();
    let left_out = by_size.len().saturating_sub(MOST_SERIES);
    by_size.sort_by_key(|(_, points)| std::cmp::Reverse(points.len()));
    by_size.truncate(MOST_SERIES);
    let chart = SeriesChart {
        id: "chart-series".to_owned(),
        title: None,
        measure: measure.short_title().to_owned(),
        unit: measure.unit.clone(),
        form: Form::Lines,
        series: by_size
            .into_iter()
            .map(|(id, points)| Series { source: scene.source_link(id).text, points })
            .collect(),
        breaks: breaks(figures),
    };
    let mut drawn = figure(measure, chart.title(), chart.to_svg())?;
    let sources =
        (left_out > 0).then(|| format!("{left_out} more sources are in the table and not in the chart."));
    let lengths = match of_other_lengths {
        0 => None,
        1 => Some("1 figure for a period of another length is in the table and not in the chart.".to_owned()),
        many => Some(format!(
            "{many} figures for periods of another length are in the table and not in the chart."
        )),
    };
    let notes: Vec<String> = sources.into_iter().chain(lengths).collect();
    drawn.note = (!notes.is_empty()).then(|| notes.join(" "));
    Some(drawn)
}

/// How long a period is, in whole months; none for a moment. A month and a year cannot stand on one line.
fn length(timing: &Timing) -> Option<i64> {
    let Timing::During(period) = timing else { return None };
    let days = period.end().duration_since(period.start()).as_hours() / 24 + 1;
    Some((days * 12 + 182) / 365)
}

/// The length that most figures have; of several, the shortest.
fn usual_length(timings: impl Iterator<Item = Timing>) -> Option<i64> {
    let mut lengths: BTreeMap<Option<i64>, usize> = BTreeMap::new();
    for timing in timings.filter(|timing| *timing != Timing::NotStated) {
        *lengths.entry(length(&timing)).or_default() += 1;
    }
    let most = lengths.values().max().copied();
    lengths.into_iter().find(|(_, number)| Some(*number) == most).and_then(|(length, _)| length)
}

fn breaks(figures: &[&Figure]) -> Vec<crate::chart::series::Break> {
    let moments: BTreeSet<_> = figures
        .iter()
        .filter(|figure| figure.flags.contains(&Flag::Break))
        .filter_map(|figure| figure.key.timing.earliest())
        .collect();
    moments
        .into_iter()
        .map(|date| crate::chart::series::Break {
            at: crate::period::PartialDate::day(date),
            label: "break in the series".to_owned(),
        })
        .collect()
}
