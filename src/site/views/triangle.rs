//! How the figures of a measure were revised from edition to edition.

use super::chosen::for_each_time;
use super::{Scene, when};
use crate::model::Measure;
use crate::page::{TriangleCell, TriangleLine, TriangleTable};
use crate::quantity::{Rational, print};
use crate::revision::{Means, Triangle, TriangleRow, Words};
use crate::site::routes;

/// So many rows and columns are shown, the latest ones; the means are over all.
const MOST_ROWS: usize = 60;
const MOST_COLUMNS: usize = 12;

/// The triangle of a measure; none with fewer than three editions of its page.
pub(super) fn of_measure(scene: &Scene<'_>, measure: &Measure) -> Option<TriangleTable> {
    let held = scene.editions.iter().filter(|edition| edition.changed.contains(&measure.id));
    let editions = held.filter_map(|edition| {
        let record = &edition.publication.record;
        Some((edition.number, for_each_time(record, record.dataset().measure(&measure.id)?)))
    });
    let triangle = Triangle::of(&editions.collect::<Vec<_>>(), &scene.publication.shielded)?;
    let means = triangle.means()?;
    let skipped = triangle.editions.len().saturating_sub(MOST_COLUMNS);
    let hidden = triangle.rows.len().saturating_sub(MOST_ROWS);
    let shown = triangle.editions.iter().skip(skipped);
    Some(TriangleTable {
        editions: shown
            .map(|number| {
                let mut link = routes::edition_link(*number);
                link.path = routes::measure_version(&measure.id, *number);
                link
            })
            .collect(),
        rows: triangle.rows.iter().skip(hidden).map(|row| line(row, skipped)).collect(),
        summary: in_words(&means, &measure.unit),
        left_out: left_out(hidden, skipped),
    })
}

fn line(row: &TriangleRow, skipped: usize) -> TriangleLine {
    let mut before: Option<&Words> = None;
    let cells = row.cells.iter().map(|cell| {
        let reported = cell.as_ref().map(|cell| &cell.reported);
        let is_revised = matches!((before, reported), (Some(was), Some(now)) if was != now);
        before = reported.or(before);
        TriangleCell { reported: reported.map(|words| words.told().to_owned()), is_revised }
    });
    let cells: Vec<TriangleCell> = cells.collect();
    TriangleLine { when: when::timing(&row.timing), cells: cells.into_iter().skip(skipped).collect() }
}

/// "Over 4 dates or periods, the latest number less the first is +2.5 people on average (mean revision). …"
fn in_words(means: &Means, unit: &str) -> String {
    let sign = if means.revision.signum() > 0 { "+" } else { "" };
    let over = match means.times {
        1 => "For the 1 date or period of which two editions give a number without a hedge".to_owned(),
        many => {
            format!("Over the {many} dates or periods of which two editions give a number without a hedge")
        }
    };
    format!(
        "{over}, the latest number less the first is {sign}{} {unit} on average (mean revision). Its size, whichever \
         way it goes, is {} {unit} on average (mean absolute revision).",
        short(&means.revision),
        short(&means.absolute)
    )
}

/// Two decimals at most, and none that are not needed.
fn short(value: &Rational) -> String {
    let decimals = value.decimal_places().map_or(2, |places| places.min(2));
    print::number_to(value, decimals)
}

fn left_out(rows: usize, columns: usize) -> Option<String> {
    let counted = |number: usize, one: &str, many: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        more => Some(format!("{more} {many}")),
    };
    let parts = [
        counted(rows, "earlier date or period", "earlier dates or periods"),
        counted(columns, "earlier edition", "earlier editions"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("Not shown: {}. The averages are over all.", parts.join(" and ")))
}
