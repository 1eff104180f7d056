//! Some statements of a system made ready to work on: their variables numbered from zero, their relations in rows.

use super::domains::{Domain, Domains, Emptied, Local};
use super::row::Row;
use super::{Statement, StatementId, System, Variable, Wholeness};
use crate::quantity::{Alpha, Cuts, Interval};

/// A part of a system.
#[derive(Debug)]
pub(super) struct Net<'a> {
    system: &'a System,
    /// In order, so that a variable is found by bisection.
    variables: Vec<Variable>,
    claims: Vec<(Local, &'a [Cuts])>,
    /// In an order of their own, so that the order in which they were stated changes nothing.
    rows: Vec<Row>,
    /// For each variable, where its rows begin in `rows_of`; one more at the end.
    starts: Vec<u32>,
    rows_of: Vec<u32>,
}

impl<'a> Net<'a> {
    pub(super) fn new(system: &'a System, among: &[StatementId]) -> Self {
        let statements = || among.iter().filter_map(|id| system.statement(*id));
        let mut variables = Vec::with_capacity(among.len());
        statements().for_each(|statement| statement.each_variable(|variable| variables.push(variable)));
        variables.sort_unstable();
        variables.dedup();
        let local = |variable: Variable| locate(&variables, variable).unwrap_or(Local(0));
        let mut claims = Vec::new();
        let mut rows = Vec::new();
        for statement in statements() {
            match statement {
                Statement::Claim { on, readings } => claims.push((local(*on), readings.as_slice())),
                relation => rows.extend(Row::new(relation, local)),
            }
        }
        rows.sort();
        rows.dedup();
        let (starts, rows_of) = index(&rows, variables.len());
        Self { system, variables, claims, rows, starts, rows_of }
    }

    /// Its variables, in order.
    pub(super) fn variables(&self) -> &[Variable] {
        &self.variables
    }

    pub(super) fn local(&self, variable: Variable) -> Option<Local> {
        locate(&self.variables, variable)
    }

    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(super) fn claims(&self) -> &[(Local, &'a [Cuts])] {
        &self.claims
    }

    /// The values each variable may have whatever anybody states, and whether it is whole.
    pub(super) fn own_domains(&self) -> impl ExactSizeIterator<Item = Option<(&'a Interval, Wholeness)>> {
        self.variables.iter().map(|variable| self.system.domain(*variable))
    }

    /// The rows that speak of a variable, by their places.
    pub(super) fn rows_of(&self, local: Local) -> &[u32] {
        let bound = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        self.rows_of.get(bound(local.index())..bound(local.index() + 1)).unwrap_or_default()
    }

    /// The claims that can be read in several ways, each with the intervals it may mean.
    pub(super) fn choices(&self, alpha: Alpha) -> Vec<(Local, Vec<Interval>)> {
        let several = self.claims.iter().filter(|(_, readings)| readings.len() > 1);
        let mut choices: Vec<_> = several.map(|(local, readings)| (*local, cut(readings, alpha))).collect();
        choices.retain(|(_, readings)| readings.len() > 1);
        choices.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| in_order(&a.1, &b.1)));
        choices.dedup();
        choices
    }

    /// What each variable may be by its claims alone, each read in all its ways at once.
    pub(super) fn domains(&self, alpha: Alpha) -> Result<Domains, Emptied> {
        let own = self.own_domains().map(|own| own.and_then(integral).ok_or(Emptied));
        let mut domains = Domains::new(own.collect::<Result<_, _>>()?);
        for (local, readings) in &self.claims {
            let mut cuts = readings.iter().map(|cuts| cuts.at(alpha));
            match (cuts.next(), readings.len()) {
                (Some(only), 1) => domains.narrow(*local, only)?,
                (Some(first), _) => domains.narrow(*local, &cuts.fold(first.clone(), |a, b| a.hull(b)))?,
                (None, _) => return Err(Emptied),
            };
        }
        Ok(domains)
    }
}

fn integral((values, wholeness): (&Interval, Wholeness)) -> Option<Domain> {
    let whole = wholeness == Wholeness::Whole;
    let values = if whole { values.to_integers()? } else { values.clone() };
    Some(Domain { values, whole })
}

fn locate(variables: &[Variable], variable: Variable) -> Option<Local> {
    variables.binary_search(&variable).ok().and_then(|at| u32::try_from(at).ok()).map(Local)
}

/// The different intervals that readings come to, those within others left out.
fn cut(readings: &[Cuts], alpha: Alpha) -> Vec<Interval> {
    let mut kept: Vec<Interval> = Vec::with_capacity(readings.len());
    for interval in readings.iter().map(|cuts| cuts.at(alpha)) {
        if !kept.iter().any(|other| interval.is_within(other)) {
            kept.retain(|other| !other.is_within(interval));
            kept.push(interval.clone());
        }
    }
    kept.sort_by(by_ends);
    kept
}

fn by_ends(a: &Interval, b: &Interval) -> std::cmp::Ordering {
    let key = |interval: &Interval| {
        let [lo, hi] = [interval.lo(), interval.hi()];
        (lo.value().cloned(), lo.is_closed(), hi.value().cloned(), hi.is_closed())
    };
    key(a).cmp(&key(b))
}

fn in_order(a: &[Interval], b: &[Interval]) -> std::cmp::Ordering {
    let ends = a.iter().zip(b).map(|(x, y)| by_ends(x, y)).find(|order| order.is_ne());
    ends.unwrap_or_else(|| a.len().cmp(&b.len()))
}

/// For each variable, its rows: the places where they begin, and the rows.
fn index(rows: &[Row], variables: usize) -> (Vec<u32>, Vec<u32>) {
    let mut pairs: Vec<(Local, u32)> = Vec::new();
    for (at, row) in (0..).zip(rows) {
        row.each_variable(|local| pairs.push((local, at)));
    }
    pairs.sort_unstable();
    pairs.dedup();
    let mut starts = vec![0_u32; variables + 1];
    for (local, _) in &pairs {
        starts.iter_mut().skip(local.index() + 1).take(1).for_each(|count| *count += 1);
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    (starts, pairs.into_iter().map(|(_, row)| row).collect())
}
