//! Where everything stands: rows of text and bars, in columns on a wide page and one above the other on a narrow one.

use super::{ClaimRow, ClaimsChart};
use crate::chart::notes::INDENT;
use crate::chart::rows::{Column, GUTTER, Ground, HEAD, PAD, STRIP};
use crate::chart::svg::{Class, Face, Line, Width};
use crate::period::{PartialDate, Timing};

/// One row at its place.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) claim: &'a ClaimRow,
    /// Where the mark stands.
    pub(super) mark: (i32, i32),
    /// The height at which the bar runs.
    pub(super) bar: i32,
    pub(super) bottom: i32,
    pub(super) lines: Vec<Line>,
}

/// Everything above the notes.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    pub(super) ground: Ground,
    pub(super) rows: Vec<Row<'a>>,
}

struct Columns {
    who: i32,
    words_at: i32,
    words: i32,
}

impl<'a> Layout<'a> {
    /// Lays out the rows of a chart.
    pub(super) fn of(chart: &ClaimsChart, rows: &[&'a ClaimRow], width: Width) -> Self {
        let dated = chart.dates_differ();
        match width {
            Width::Wide => Self::wide(rows, dated),
            Width::Narrow => Self::narrow(rows, dated),
        }
    }

    fn wide(claims: &[&'a ClaimRow], dated: bool) -> Self {
        let face = Width::Wide.face();
        let widest = claims.iter().map(|claim| face.width(&quoted(claim))).max().unwrap_or(0);
        let words = widest.clamp(900, 1750);
        let who = 1750;
        let plot = (INDENT + who + GUTTER, Width::Wide.tenths() - words - GUTTER);
        let columns = Columns { who, words_at: plot.1 + GUTTER, words };
        let mut top = HEAD;
        let rows = claims
            .iter()
            .map(|claim| {
                let row = wide_row(claim, dated, &columns, face, top);
                top = row.bottom;
                row
            })
            .collect();
        let ground = Ground { width: Width::Wide, plot, top: HEAD, bottom: top, foot: foot(claims.len()) };
        Self { ground, rows }
    }

    fn narrow(claims: &[&'a ClaimRow], dated: bool) -> Self {
        let face = Width::Narrow.face();
        let mut top = HEAD;
        let rows = claims
            .iter()
            .map(|claim| {
                let row = narrow_row(claim, dated, face, top);
                top = row.bottom;
                row
            })
            .collect();
        let inset = 240;
        let plot = (inset, Width::Narrow.tenths() - inset);
        let ground = Ground { width: Width::Narrow, plot, top: HEAD, bottom: top, foot: foot(claims.len()) };
        Self { ground, rows }
    }
}

fn wide_row<'a>(claim: &'a ClaimRow, dated: bool, columns: &Columns, face: Face, top: i32) -> Row<'a> {
    let first = top + PAD + face.ascent();
    let mut lines = Vec::new();
    let mut left = Column { face, x: INDENT, width: columns.who, next: first, lines: &mut lines };
    left.add(&claim.source, Class::Strong, 3);
    left.add(&date_words(claim), Class::Quiet, 2);
    left.add(&claim.stated.words(), Class::Quiet, 3);
    if dated {
        left.add(&about_words(claim), Class::Quiet, 3);
    }
    let left_end = left.next;
    let mut right =
        Column { face, x: columns.words_at, width: columns.words, next: first, lines: &mut lines };
    right.add(&quoted(claim), Class::Text, 5);
    let end = left_end.max(right.next);
    let middle = first - face.middle();
    Row { claim, mark: (80, middle), bar: middle, bottom: end - face.ascent() + PAD, lines }
}

fn narrow_row(claim: &ClaimRow, dated: bool, face: Face, top: i32) -> Row<'_> {
    let first = top + PAD + face.ascent();
    let mut lines = Vec::new();
    let width = Width::Narrow.tenths() - INDENT;
    let mut column = Column { face, x: INDENT, width, next: first, lines: &mut lines };
    column.add(&claim.source, Class::Strong, 3);
    column.add(&format!("{}, {}", date_words(claim), claim.stated.words()), Class::Quiet, 3);
    if dated {
        column.add(&about_words(claim), Class::Quiet, 3);
    }
    column.add(&quoted(claim), Class::Text, 5);
    let end = column.next - face.ascent();
    let strip = if claim.stated.cuts().is_some() { 2 * STRIP } else { PAD };
    Row { claim, mark: (80, first - face.middle()), bar: end + STRIP, bottom: end + strip, lines }
}

/// The scale is labelled again beneath a tall chart.
fn foot(rows: usize) -> i32 {
    if rows > 6 { 260 } else { 0 }
}

fn quoted(claim: &ClaimRow) -> String {
    format!("“{}”", claim.words.trim())
}

fn date_words(claim: &ClaimRow) -> String {
    claim.said.map_or_else(|| "date not known".to_owned(), PartialDate::words)
}

fn about_words(claim: &ClaimRow) -> String {
    match &claim.about {
        Timing::AsOf(date) => format!("as of {}", date.words()),
        Timing::During(period) => format!("for {}", period.words()),
        Timing::NotStated => "as-of date not stated".to_owned(),
    }
}
