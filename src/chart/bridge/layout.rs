//! Where the rows stand: names, bars and amounts side by side on a wide page, and one above the other on a narrow one.

use super::BridgeChart;
use super::describe::signed;
use crate::chart::rows::{Column, GUTTER, Ground, HEAD, PAD, STRIP};
use crate::chart::svg::{Class, Face, Line, Width};
use crate::quantity::Rational;

/// What a row draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A figure: a tick.
    Figure,
    /// A part of the difference that is accounted for: a block.
    Step,
    /// What is left: a hatched block.
    Left,
}

/// What a row says and draws, before it has a place.
pub(super) struct Entry {
    pub(super) kind: Kind,
    name: String,
    /// A second line under the name.
    under: Option<String>,
    amount: String,
    /// Where the bar begins and ends; the same for a tick.
    pub(super) reach: (Rational, Rational),
}

/// A row at its place.
pub(super) struct Row {
    pub(super) entry: Entry,
    /// The height at which the bar runs.
    pub(super) bar: i32,
    pub(super) bottom: i32,
    pub(super) lines: Vec<Line>,
}

/// Everything above the notes.
pub(super) struct Layout {
    pub(super) ground: Ground,
    pub(super) rows: Vec<Row>,
}

impl BridgeChart {
    /// The rows from the first figure to the second.
    fn entries(&self) -> Vec<Entry> {
        let figure = |name: &str, end: &super::End| Entry {
            kind: Kind::Figure,
            name: format!("{name} “{}”", end.words.trim()),
            under: Some(end.source.clone()),
            amount: crate::quantity::print::number(&end.value),
            reach: (end.value.clone(), end.value.clone()),
        };
        let mut entries = vec![figure("From", &self.from)];
        let mut at = self.from.value.clone();
        let mut block = |kind: Kind, name: &str, amount: &Rational| {
            let end = &at + amount;
            let start = std::mem::replace(&mut at, end);
            let (name, amount) = (name.to_owned(), signed(amount));
            Entry { kind, name, under: None, amount, reach: (start, at.clone()) }
        };
        entries.extend(self.steps.iter().map(|step| block(Kind::Step, &step.name, &step.amount)));
        let left = self.left();
        if left.signum() != 0 {
            entries.push(block(Kind::Left, "Not accounted for", &left));
        }
        entries.push(figure("To", &self.to));
        entries
    }
}

impl Layout {
    pub(super) fn of(chart: &BridgeChart, width: Width) -> Self {
        let (face, entries) = (width.face(), chart.entries());
        let amounts = entries.iter().map(|entry| face.width(&entry.amount)).max().unwrap_or(0);
        let amounts = amounts.clamp(500, 1_600);
        let names = 1_950;
        let plot = match width {
            Width::Wide => (names + GUTTER, width.tenths() - amounts - GUTTER),
            Width::Narrow => (240, width.tenths() - 240),
        };
        let mut top = HEAD;
        let place = |entry: Entry| {
            let row = match width {
                Width::Wide => wide(entry, face, top, (names, plot.1 + GUTTER, amounts)),
                Width::Narrow => narrow(entry, face, top),
            };
            top = row.bottom;
            row
        };
        let rows: Vec<Row> = entries.into_iter().map(place).collect();
        Self { ground: Ground { width, plot, top: HEAD, bottom: top, foot: 0 }, rows }
    }

    /// Where the head of the scale begins.
    pub(super) fn unit_at(&self) -> i32 {
        match self.ground.width {
            Width::Wide => self.ground.plot.0,
            Width::Narrow => 0,
        }
    }
}

fn wide(entry: Entry, face: Face, top: i32, (names, amount_at, amounts): (i32, i32, i32)) -> Row {
    let first = top + PAD + face.ascent();
    let mut lines = Vec::new();
    let mut left = Column { face, x: 0, width: names, next: first, lines: &mut lines };
    left.add(&entry.name, Class::Strong, 3);
    if let Some(under) = &entry.under {
        left.add(under, Class::Quiet, 3);
    }
    let end = left.next;
    let mut right = Column { face, x: amount_at, width: amounts, next: first, lines: &mut lines };
    right.add(&entry.amount, Class::Text, 2);
    let end = end.max(right.next) - face.ascent() + PAD;
    Row { entry, bar: first - face.middle(), bottom: end, lines }
}

fn narrow(entry: Entry, face: Face, top: i32) -> Row {
    let first = top + PAD + face.ascent();
    let mut lines = Vec::new();
    let mut column = Column { face, x: 0, width: Width::Narrow.tenths(), next: first, lines: &mut lines };
    column.add(&entry.name, Class::Strong, 3);
    if let Some(under) = &entry.under {
        column.add(under, Class::Quiet, 3);
    }
    column.add(&entry.amount, Class::Text, 1);
    let end = column.next - face.ascent();
    Row { entry, bar: end + STRIP, bottom: end + 2 * STRIP, lines }
}
