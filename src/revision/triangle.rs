//! The revision triangle: a row for each time, a column for each edition, and by how much first values were revised.
//!
//! As statistical offices do it (OECD, Revisions Analysis), a revision is the latest value less the first; the mean
//! revision shows whether first values tend to be too low or too high, the mean absolute revision how far they move.

use super::Words;
use crate::model::{Figure, FigureId};
use crate::period::Timing;
use crate::quantity::{Hedge, Rational};
use std::collections::BTreeSet;

/// How the figures of a measure were revised from edition to edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Triangle {
    /// The numbers of the editions, a column each.
    pub editions: Vec<u32>,
    /// The rows, by time.
    pub rows: Vec<TriangleRow>,
}

/// What each edition said of one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TriangleRow {
    /// The day or period.
    pub timing: Timing,
    /// What each edition said; none where it said nothing.
    pub cells: Vec<Option<Vintage>>,
}

/// A value as one edition gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vintage {
    /// Word for word, where it may be told.
    pub reported: Words,
    /// The number named; none where there is none, or more than one.
    pub value: Option<Rational>,
}

/// Means over the times of which at least two editions give a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Means {
    /// Over how many times.
    pub times: usize,
    /// The mean of the latest number less the first.
    pub revision: Rational,
    /// The mean of its size.
    pub absolute: Rational,
}

/// With fewer editions there is no triangle.
const LEAST: usize = 3;

impl Triangle {
    /// The triangle of some editions, oldest first, each with one figure for each time. None with fewer than three.
    #[must_use]
    pub fn of(editions: &[(u32, Vec<&Figure>)], shielded: &BTreeSet<FigureId>) -> Option<Self> {
        if editions.len() < LEAST {
            return None;
        }
        let timings =
            editions.iter().flat_map(|(_, figures)| figures.iter().map(|figure| &figure.key.timing));
        let mut timings: Vec<&Timing> = timings.collect::<BTreeSet<_>>().into_iter().collect();
        timings.sort_by_key(|timing| (timing.latest(), *timing));
        let cell = |timing: &Timing, figures: &[&Figure]| {
            let figure = figures.iter().find(|figure| figure.key.timing == *timing)?;
            let words = Words::of(figure, shielded);
            // What is hedged names a number and does not say that it is this one.
            let bare = figure.reading().amount().filter(|amount| amount.hedge() == Hedge::Bare);
            let value = bare.and_then(|amount| amount.nominal_point()).cloned();
            Some(Vintage { value: value.filter(|_| !words.is_shielded()), reported: words })
        };
        let row = |timing: &Timing| TriangleRow {
            timing: timing.clone(),
            cells: editions.iter().map(|(_, figures)| cell(timing, figures)).collect(),
        };
        Some(Self {
            editions: editions.iter().map(|(number, _)| *number).collect(),
            rows: timings.into_iter().map(row).collect(),
        })
    }

    /// How far numbers moved from the first edition that gave them to the latest. None where no time has two.
    #[must_use]
    pub fn means(&self) -> Option<Means> {
        let revisions: Vec<Rational> = self.rows.iter().filter_map(TriangleRow::revision).collect();
        let times = Rational::from(i64::try_from(revisions.len()).ok()?);
        let mean = |sum: Rational| sum.checked_div(&times);
        Some(Means {
            times: revisions.len(),
            revision: mean(revisions.iter().cloned().sum())?,
            absolute: mean(revisions.iter().map(Rational::abs).sum())?,
        })
    }
}

impl TriangleRow {
    /// The latest number less the first, where at least two editions give one.
    #[must_use]
    pub fn revision(&self) -> Option<Rational> {
        let mut values = self.cells.iter().flatten().filter_map(|cell| cell.value.as_ref());
        let first = values.next()?;
        Some(values.next_back()? - first)
    }
}
