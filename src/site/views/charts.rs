//! Which charts a page has, and what goes into them.
//!
//! A measure with figures at three or more moments is drawn as a series. Accounts of one moment that differ in
//! their words are drawn against one another. A demand has no place on either scale.

use super::Scene;
use super::chosen::is_whole;
use super::headline::sentence_case;
use super::pictures::{Drawing, Painting, Place};
use crate::chart::Stated;
use crate::chart::bridge::{BridgeChart, End, Step};
use crate::chart::claims::{Agreement, ClaimRow, ClaimsChart, Demand};
use crate::chart::series::{Form, Point, Series, SeriesChart};
use crate::export::{self, BridgeRow, Table};
use crate::finding::{Finding, Reason, Verdict};
use crate::model::{Figure, Flag, Measure, QuantityKind, SourceId};
use crate::page::{ChartFigure, figure_anchor, root_of};
use crate::period::Timing;
use crate::quantity::{Alpha, Interval, Rational};
use crate::reconcile::Standing;
use crate::site::routes;
use std::collections::{BTreeMap, BTreeSet};

/// More rows than this are a table, not a chart.
const MOST_ROWS: usize = 24;
/// The most sources that a series chart tells apart.
const MOST_SERIES: usize = 4;

/// The charts of a measure's page.
pub(super) fn of_measure(place: &Place<'_>, measure: &Measure) -> Vec<ChartFigure> {
    let scene = place.scene();
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
        return series(place, measure, &whole).into_iter().collect();
    }
    let drawn = whole.len() <= MOST_ROWS;
    drawn.then(|| claims(place, measure, &whole)).flatten().into_iter().collect()
}

/// The claims that a finding sets against one another, where they are all of one measure and breakdown. Parts drawn
/// beside their total would read as accounts that differ.
pub(super) fn of_claims(place: &Place<'_>, finding: &Finding, figures: &[&Figure]) -> Vec<ChartFigure> {
    let scene = place.scene();
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
    claims(place, measure, figures).into_iter().collect()
}

/// The way from one figure to another, where anything on record accounts for a part of their difference. Where nothing
/// does but the room that the words leave, the chart of the claims shows it already.
pub(super) fn of_bridge(place: &Place<'_>, finding: &Finding, figures: &[&Figure]) -> Option<ChartFigure> {
    let scene = place.scene();
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
    place.figure(Drawing {
        name: "bridge",
        title: chart.title(),
        subtitle: subtitle(measure),
        note: None,
        sources: vec![chart.from.source.clone(), chart.to.source.clone()],
        svg: chart.to_svg(),
        to_file: &|caption| chart.to_file(caption),
        rows: bridge_rows(&chart),
    })
}

/// The rows of a bridge: what it leads from, the steps, what is left, and what it leads to.
fn bridge_rows(chart: &BridgeChart) -> Vec<u8> {
    let figure = |step: &str, end: &End| BridgeRow {
        step: step.to_owned(),
        amount: end.value.clone(),
        reported: end.words.clone(),
        source: end.source.clone(),
    };
    let amount = |step: &str, amount: &Rational| BridgeRow {
        step: step.to_owned(),
        amount: amount.clone(),
        reported: String::new(),
        source: String::new(),
    };
    let mut rows = vec![figure("From", &chart.from)];
    rows.extend(chart.steps.iter().map(|step| amount(&step.name, &step.amount)));
    rows.push(amount("Not accounted for", &chart.left()));
    rows.push(figure("To", &chart.to));
    export::bridge_csv(&rows)
}

fn claims(place: &Place<'_>, measure: &Measure, figures: &[&Figure]) -> Option<ChartFigure> {
    let scene = place.scene();
    let rows: Vec<ClaimRow> = figures.iter().filter_map(|figure| row(place, figure)).collect();
    let valued = rows.iter().filter(|row| !matches!(row.stated, Stated::NoValue(_))).count();
    if valued == 0 {
        return None;
    }
    let chart = ClaimsChart {
        id: "chart-claims".to_owned(),
        title: None,
        measure: measure.short_title().to_owned(),
        unit: measure.unit.clone(),
        rows,
        demands: figures.iter().filter_map(|figure| demand(scene, figure)).collect(),
        agreement: agreement(scene, figures),
    };
    let is_drawn = |figure: &&Figure| stated(scene, figure).is_some() || demand(scene, figure).is_some();
    place.figure(Drawing {
        name: "claims",
        title: chart.title(),
        subtitle: subtitle(measure),
        note: None,
        sources: chart.rows.iter().map(|row| row.source.clone()).collect(),
        svg: chart.to_svg(),
        to_file: &|caption| chart.to_file(caption),
        rows: rows_of(scene, figures.iter().copied().filter(is_drawn).collect()),
    })
}

fn subtitle(measure: &Measure) -> String {
    format!("{}, {}", measure.title, measure.unit)
}

/// The rows that a chart draws, in the columns in which all figures go out.
fn rows_of<'a>(scene: &Scene<'a>, figures: Vec<&'a Figure>) -> Vec<u8> {
    export::table_csv(&Table::of_some(scene.record(), figures))
}

/// The row of the table in which a figure stands: on the same page where that is its measure's.
fn row_of(place: &Place<'_>, figure: &Figure) -> Option<String> {
    if place.painting == Painting::Embedded {
        return None;
    }
    let anchor = format!("#{}", figure_anchor(figure.id.as_str()));
    let own = place.page.starts_with(&routes::measure(&figure.key.measure));
    Some(if own {
        anchor
    } else {
        format!("{}{}{anchor}", root_of(place.page), routes::measure(&figure.key.measure))
    })
}

fn row(place: &Place<'_>, figure: &Figure) -> Option<ClaimRow> {
    let scene = place.scene();
    let source = scene.record().dataset().source(&figure.source);
    Some(ClaimRow {
        source: scene.source_link(&figure.source).text,
        said: source.and_then(|source| source.public_date()),
        words: figure.reported.clone(),
        about: figure.key.timing.clone(),
        stated: stated(scene, figure)?,
        row: row_of(place, figure),
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

fn series(place: &Place<'_>, measure: &Measure, figures: &[&Figure]) -> Option<ChartFigure> {
    let scene = place.scene();
    let timing = |figure: &Figure| scene.record().lineage().timing(figure).clone();
    let usual = usual_length(figures.iter().map(|figure| timing(figure)));
    let mut by_source: BTreeMap<&SourceId, Vec<(&Figure, Point)>> = BTreeMap::new();
    let mut of_other_lengths = 0;
    for figure in figures.iter().copied() {
        let (about, Some(stated)) = (timing(figure), stated(scene, figure)) else { continue };
        if length(&about) == usual {
            let (words, row) = (figure.reported.clone(), row_of(place, figure));
            by_source.entry(&figure.source).or_default().push((figure, Point { about, stated, words, row }));
        } else {
            of_other_lengths += 1;
        }
    }
    let mut by_size: Vec<(&SourceId, Vec<(&Figure, Point)>)> = by_source.into_iter().collect();
    let left_out = by_size.len().saturating_sub(MOST_SERIES);
    by_size.sort_by_key(|(_, points)| std::cmp::Reverse(points.len()));
    by_size.truncate(MOST_SERIES);
    let drawn: Vec<&Figure> =
        by_size.iter().flat_map(|(_, points)| points.iter().map(|(figure, _)| *figure)).collect();
    let chart = SeriesChart {
        id: "chart-series".to_owned(),
        title: None,
        measure: measure.short_title().to_owned(),
        unit: measure.unit.clone(),
        form: Form::Lines,
        series: by_size
            .into_iter()
            .map(|(id, points)| Series {
                source: scene.source_link(id).text,
                points: points.into_iter().map(|(_, point)| point).collect(),
            })
            .collect(),
        breaks: breaks(figures),
    };
    place.figure(Drawing {
        name: "series",
        title: chart.title(),
        subtitle: subtitle(measure),
        note: not_drawn(left_out, of_other_lengths),
        sources: chart.series.iter().map(|series| series.source.clone()).collect(),
        svg: chart.to_svg(),
        to_file: &|caption| chart.to_file(caption),
        rows: rows_of(scene, drawn),
    })
}

/// What is in the table alone.
fn not_drawn(sources: usize, of_other_lengths: usize) -> Option<String> {
    let sources =
        (sources > 0).then(|| format!("{sources} more sources are in the table and not in the chart."));
    let lengths = match of_other_lengths {
        0 => None,
        1 => Some("1 figure for a period of another length is in the table and not in the chart.".to_owned()),
        many => Some(format!(
            "{many} figures for periods of another length are in the table and not in the chart."
        )),
    };
    let notes: Vec<String> = sources.into_iter().chain(lengths).collect();
    (!notes.is_empty()).then(|| notes.join(" "))
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
