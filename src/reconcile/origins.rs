//! Where reported figures come from: independent origins, and under each the reports that repeat it.

use super::Record;
use crate::model::{BodyId, Figure, FigureId, MeasureId, Source, SourceId};
use crate::period::PartialDate;
use std::collections::{BTreeMap, BTreeSet};

/// The reports of one thing at one time: of a measure, a breakdown, a date or period.
#[derive(Debug, Clone, Default)]
pub struct Origins<'a> {
    /// Independent origins, oldest first.
    pub independent: Vec<Origin<'a>>,
    /// Figures worked out from others: no evidence beside them.
    pub derived: Vec<Derived<'a>>,
}

/// One origin: the figure itself, then what repeats it, as a tree read from the top.
#[derive(Debug, Clone)]
pub struct Origin<'a> {
    /// The branches, each with its depth; the first is the origin itself, at depth 0.
    pub branches: Vec<Branch<'a>>,
}

/// A figure that is worked out from others, with what repeats it.
#[derive(Debug, Clone)]
pub struct Derived<'a> {
    /// The figures it is said to be worked out from; empty where no source says.
    pub from: &'a [FigureId],
    /// The branches, as of an origin.
    pub branches: Vec<Branch<'a>>,
}

/// One report in the tree of an origin.
#[derive(Debug, Clone, Copy)]
pub struct Branch<'a> {
    /// How many steps it is from the origin.
    pub depth: usize,
    /// The report.
    pub figure: &'a Figure,
    /// How it hangs on the branch above it.
    pub way: Way,
}

/// How a report hangs on the one above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is the origin.
    Origin,
    /// It repeats it.
    Repeats,
    /// The same source says it twice.
    SameSource,
    /// Its source shares one text with the source above: grouped answers, one reply kept twice.
    SharesText,
}

impl<'a> Origins<'a> {
    /// The reports of a measure, by breakdown and then by time. Demands, targets and forecasts are no evidence
    /// of how things are, and are left out with what has no value.
    pub fn of_measure(record: &'a Record, measure: &MeasureId) -> impl Iterator<Item = Self> {
        chunks(record, measure).into_iter().map(|firsts| Self::of(record, &firsts))
    }

    /// The same, without the things of which there is one report alone.
    pub fn joined(record: &'a Record, measure: &MeasureId) -> impl Iterator<Item = Self> {
        let joined = chunks(record, measure).into_iter().filter(|firsts| match firsts.as_slice() {
            [first] => is_joined(record, first),
            _ => true,
        });
        joined.map(|firsts| Self::of(record, &firsts))
    }

    /// The reports of the same thing and time as a figure, its own among them.
    #[must_use]
    pub fn of_figure(record: &'a Record, figure: &'a Figure) -> Self {
        let root = record.root(figure);
        let alike = record.dataset().figures_alike(&root.key);
        let from = alike.partition_point(|other| other.key.timing < root.key.timing);
        let firsts: Vec<&Figure> = alike
            .iter()
            .skip(from)
            .take_while(|other| other.key.timing == root.key.timing)
            .filter(|other| is_first(record, other))
            .collect();
        Self::of(record, &firsts)
    }

    fn of(record: &'a Record, firsts: &[&'a Figure]) -> Self {
        let mut by_text: BTreeMap<&SourceId, Vec<&Figure>> = BTreeMap::new();
        let (derived, counted): (Vec<&Figure>, Vec<&Figure>) =
            firsts.iter().copied().partition(|figure| record.independence().is_derived(figure));
        for figure in counted {
            by_text.entry(record.independence().lead(&figure.source)).or_default().push(figure);
        }
        let mut independent: Vec<Origin<'a>> =
            by_text.into_values().map(|firsts| Origin { branches: tree(record, firsts) }).collect();
        independent.sort_by_key(|origin| origin.branches.first().map(|branch| when(record, branch.figure)));
        let mut derived: Vec<Derived<'a>> = derived
            .into_iter()
            .map(|figure| Derived {
                from: record.independence().worked_out_from(figure),
                branches: tree(record, vec![figure]),
            })
            .collect();
        derived.sort_by_key(|origin| origin.branches.first().map(|branch| when(record, branch.figure)));
        Self { independent, derived }
    }

    /// Any figure of them all: they are alike in measure, breakdown and time.
    #[must_use]
    pub fn any(&self) -> Option<&'a Figure> {
        self.branches().next().map(|branch| branch.figure)
    }

    /// How many sources report it, origins and repetitions together; figures worked out from others apart.
    #[must_use]
    pub fn reports(&self) -> usize {
        let branches = self.independent.iter().flat_map(|origin| &origin.branches);
        branches.map(|branch| &branch.figure.source).collect::<BTreeSet<_>>().len()
    }

    /// Every report, those worked out from others last.
    pub fn branches(&self) -> impl Iterator<Item = &Branch<'a>> {
        let derived = self.derived.iter().flat_map(|derived| &derived.branches);
        self.independent.iter().flat_map(|origin| &origin.branches).chain(derived)
    }

    /// The one body that speaks in every origin, where there are several.
    #[must_use]
    pub fn one_body(&self, record: &'a Record) -> Option<&'a BodyId> {
        let body = |origin: &Origin<'a>| {
            let source = record.dataset().source(&origin.branches.first()?.figure.source)?;
            source.body.as_ref()
        };
        let mut bodies = self.independent.iter().map(body);
        let first = bodies.next()??;
        (self.independent.len() > 1 && bodies.all(|other| other == Some(first))).then_some(first)
    }
}

/// The first reports of each thing and time. The figures of a measure stand in the order of their keys.
fn chunks<'a>(record: &'a Record, measure: &MeasureId) -> Vec<Vec<&'a Figure>> {
    let figures = record.dataset().figures_of(measure).iter();
    let firsts: Vec<&Figure> = figures.filter(|figure| is_first(record, figure)).collect();
    firsts.chunk_by(|a, b| a.key == b.key).map(<[&Figure]>::to_vec).collect()
}

/// It states a fact with a value, and repeats no other figure.
fn is_first(record: &Record, figure: &Figure) -> bool {
    figure.basis.states_a_fact() && figure.reading().amount().is_some() && record.origin(figure).is_none()
}

/// A figure repeats it, or it repeats one, or it is worked out from others that are named.
#[must_use]
pub fn is_joined(record: &Record, figure: &Figure) -> bool {
    record.repetitions(figure).next().is_some()
        || record.origin(figure).is_some()
        || !record.independence().worked_out_from(figure).is_empty()
}

/// The order of reports: oldest first, those without a date last.
type WhenReported<'a> = (bool, Option<PartialDate>, &'a SourceId, &'a FigureId);

fn when<'a>(record: &Record, figure: &'a Figure) -> WhenReported<'a> {
    let date = record.dataset().source(&figure.source).and_then(Source::public_date);
    (date.is_none(), date, &figure.source, &figure.id)
}

/// The tree below the first reports of one text. It is walked without recursion: a chain may be of any length.
fn tree<'a>(record: &'a Record, mut firsts: Vec<&'a Figure>) -> Vec<Branch<'a>> {
    firsts.sort_by_key(|figure| when(record, figure));
    let Some((origin, others)) = firsts.split_first() else { return Vec::new() };
    let beside = others.iter().map(|other| Branch {
        depth: 1,
        figure: other,
        way: if other.source == origin.source { Way::SameSource } else { Way::SharesText },
    });
    let mut waiting: Vec<Branch<'a>> = beside.rev().collect();
    // Its own repetitions come last, after what belongs to the same text.
    waiting.splice(0..0, repeats(record, origin, 1));
    let mut branches = vec![Branch { depth: 0, figure: origin, way: Way::Origin }];
    while let Some(branch) = waiting.pop() {
        waiting.extend(repeats(record, branch.figure, branch.depth + 1));
        branches.push(branch);
    }
    branches
}

/// The direct repetitions of a figure, the last first.
fn repeats<'a>(record: &'a Record, figure: &'a Figure, depth: usize) -> Vec<Branch<'a>> {
    let mut repeats: Vec<Branch<'a>> =
        record.repetitions(figure).map(|figure| Branch { depth, figure, way: Way::Repeats }).collect();
    repeats.sort_by_key(|branch| std::cmp::Reverse(when(record, branch.figure)));
    repeats
}
