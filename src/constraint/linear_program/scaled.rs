//! The rows in floating point, each variable and each row brought to the size of one.
//!
//! A variable is `origin + stride · t`, with `t` from 0 to 1 where it has two ends and from 0 up where it has one.

use super::certificate::Aim;
use super::model::LinearRow;
use super::whittle::simplest;
use crate::constraint::domains::{Domains, Local};
use crate::quantity::{Interval, Rational};

/// Weights this small beside the largest of their row are left out of a proposal.
const NEGLIGIBLE: f64 = 1e-9;

/// How far `t` goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// From 0 to 1.
    Unit,
    /// From 0 up.
    Up,
    /// Anywhere.
    Free,
}

/// One unsettled variable.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) local: Local,
    pub(super) reach: Reach,
    /// Whether its first and its last end belong to it, where it has them.
    pub(super) ends: [bool; 2],
    origin: Rational,
    stride: Rational,
}

/// One row, by places of columns.
#[derive(Debug)]
pub(super) struct ScaledRow {
    pub(super) terms: Vec<(usize, f64)>,
    pub(super) constant: f64,
    pub(super) equal: bool,
    size: f64,
}

/// A linear model in floating point.
#[derive(Debug)]
pub(super) struct Scaled {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<ScaledRow>,
}

impl Scaled {
    /// None where there is no unsettled variable, or a number is beyond floating point.
    pub(super) fn new(rows: &[LinearRow], domains: &Domains) -> Option<Self> {
        let unsettled = domains.locals().filter(|local| domains[*local].as_point().is_none());
        let columns: Vec<Column> = unsettled.map(|local| Column::new(local, &domains[local])).collect();
        if columns.is_empty() {
            return None;
        }
        let rows = rows.iter().map(|row| scaled_row(row, &columns, domains)).collect::<Option<_>>()?;
        Some(Self { columns, rows })
    }

    /// The weight and column of an aim, in `t`.
    pub(super) fn aim(&self, aim: &Aim) -> Option<(usize, f64)> {
        let (local, sign) = aim.term()?;
        let at = place(&self.columns, local)?;
        let stride = self.columns.get(at)?.stride.signum();
        Some((at, if i64::from(stride) * sign > 0 { 1.0 } else { -1.0 }))
    }

    /// What proposed multipliers of the scaled rows may be for the rows themselves: from the simplest to the closest.
    /// With a variable that is aimed at they are in its unit; without, only their ratios count.
    pub(super) fn multipliers(&self, proposal: &[f64], aimed: Option<Local>) -> Vec<Vec<Rational>> {
        let column = aimed.and_then(|local| place(&self.columns, local)).and_then(|at| self.columns.get(at));
        let unit = column.map_or(1.0, |column| column.stride.abs().to_f64());
        let own: Vec<f64> = proposal.iter().zip(&self.rows).map(|(y, row)| y * unit / row.size).collect();
        let largest = own.iter().fold(0.0_f64, |most, y| most.max(y.abs()));
        let by = if aimed.is_some() || largest <= 0.0 { 1.0 } else { largest };
        let round = |tolerance| {
            own.iter().map(|y| simplest(y / by, (y / by).abs() * tolerance, largest / by * 1e-9)).collect()
        };
        [1e-6, 1e-9, 1e-12].map(round).into()
    }

    /// The values of all variables at a point.
    pub(super) fn values(&self, point: &[f64], domains: &Domains) -> Vec<Rational> {
        let settled = |local| domains[local].as_point().cloned().unwrap_or_default();
        let mut values: Vec<Rational> = domains.locals().map(settled).collect();
        for (column, t) in self.columns.iter().zip(point) {
            let value = column.origin.to_f64() + column.stride.to_f64() * t;
            let near = column.stride.abs().to_f64() * 1e-7;
            values.iter_mut().skip(column.local.index()).take(1).for_each(|slot| {
                *slot = simplest(value, near, near);
            });
        }
        values
    }
}

impl Column {
    fn new(local: Local, values: &Interval) -> Self {
        let (lo, hi) = (values.lo(), values.hi());
        let sized = |end: &Rational| end.abs().max(Rational::from(1));
        let (reach, origin, stride) = match (lo.value(), hi.value()) {
            (Some(lo), Some(hi)) => (Reach::Unit, lo.clone(), hi - lo),
            (Some(lo), None) => (Reach::Up, lo.clone(), sized(lo)),
            (None, Some(hi)) => (Reach::Up, hi.clone(), -sized(hi)),
            (None, None) => (Reach::Free, Rational::default(), Rational::from(1)),
        };
        let from_below = lo.value().is_some();
        let first = if from_below { lo } else { hi };
        let ends = [reach == Reach::Free || first.is_closed(), reach != Reach::Unit || hi.is_closed()];
        Self { local, reach, ends, origin, stride }
    }
}

fn place(columns: &[Column], local: Local) -> Option<usize> {
    columns.binary_search_by_key(&local, |column| column.local).ok()
}

fn scaled_row(row: &LinearRow, columns: &[Column], domains: &Domains) -> Option<ScaledRow> {
    let mut constant = row.constant.clone();
    let mut terms = Vec::with_capacity(row.terms.len());
    for (local, weight) in &row.terms {
        match place(columns, *local).and_then(|at| Some((at, columns.get(at)?))) {
            Some((at, column)) => {
                constant = constant - weight * &column.origin;
                terms.push((at, (weight * &column.stride).to_f64()));
            }
            None => constant = constant - weight * domains[*local].as_point()?,
        }
    }
    let largest = terms.iter().fold(0.0_f64, |most, (_, weight)| most.max(weight.abs()));
    let size = if largest > 0.0 { largest } else { 1.0 };
    for (_, weight) in &mut terms {
        *weight /= size;
    }
    terms.retain(|(_, weight)| weight.abs() > NEGLIGIBLE);
    let constant = constant.to_f64() / size;
    let finite = constant.is_finite() && size.is_finite() && size > f64::MIN_POSITIVE;
    finite.then_some(ScaledRow { terms, constant, equal: row.equal, size })
}
