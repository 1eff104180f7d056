//! Which figure repeats which: three papers quoting one leak are one origin.

use super::Roundings;
use super::agreement::held_together;
use super::calendar::Calendar;
use crate::finding::Verdict;
use crate::model::{Code, Dataset, DimensionId, Figure, FigureId, MeasureId, QuantityKind, Source, SourceId};
use crate::period::{Timing, TimingMatch};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// For each figure that repeats another, the figure it repeats.
#[derive(Debug, Clone, Default)]
pub struct Lineage {
    origin: BTreeMap<FigureId, FigureId>,
    repeated_by: BTreeMap<FigureId, Vec<FigureId>>,
    /// For each figure that repeats another, the first in its chain; none in a circle.
    roots: BTreeMap<FigureId, FigureId>,
    inherited_timing: BTreeMap<FigureId, Timing>,
}

/// What origins are looked for among.
struct Ground<'a> {
    dataset: &'a Dataset,
    roundings: &'a Roundings,
    /// The figures of every source that another repeats, measure by measure and breakdown by breakdown.
    repeated: BTreeMap<&'a SourceId, BTreeMap<Breakdown<'a>, Calendar<&'a Figure>>>,
}

/// What a figure is about, apart from time.
type Breakdown<'a> = (&'a MeasureId, &'a BTreeMap<DimensionId, Code>);

impl Lineage {
    /// Works out the lineage of every figure from what its source says it repeats.
    #[must_use]
    pub fn of(dataset: &Dataset, roundings: &Roundings) -> Self {
        let mut lineage = Self::default();
        let ground = Ground { dataset, roundings, repeated: repeated(dataset) };
        for figure in dataset.figures() {
            let Some(source) = dataset.source(&figure.source) else { continue };
            if source.origin.is_empty() {
                continue;
            }
            if let Some(origin) = find_origin(&ground, figure, source) {
                lineage.origin.insert(figure.id.clone(), origin.id.clone());
                lineage.repeated_by.entry(origin.id.clone()).or_default().push(figure.id.clone());
            }
        }
        lineage.find_roots(dataset);
        lineage.inherit_timing(dataset);
        lineage
    }

    /// The figure that this one repeats, if any.
    #[must_use]
    pub fn origin<'a>(&self, figure: &Figure, dataset: &'a Dataset) -> Option<&'a Figure> {
        self.origin.get(&figure.id).and_then(|id| dataset.figure(id))
    }

    /// The first figure in the chain of repetition: the figure itself where it repeats none.
    #[must_use]
    pub fn root<'a>(&self, figure: &'a Figure, dataset: &'a Dataset) -> &'a Figure {
        if let Some(root) = self.roots.get(&figure.id).and_then(|id| dataset.figure(id)) {
            return root;
        }
        let mut seen = BTreeSet::from([&figure.id]);
        let mut at = figure;
        while let Some(next) = self.origin(at, dataset) {
            if !seen.insert(&next.id) {
                break;
            }
            at = next;
        }
        at
    }

    /// The figures that repeat this one, directly, in the order of the dataset.
    pub fn repetitions<'a>(&self, figure: &Figure, dataset: &'a Dataset) -> impl Iterator<Item = &'a Figure> {
        let ids = self.repeated_by.get(&figure.id).map(Vec::as_slice).unwrap_or_default();
        ids.iter().filter_map(|id| dataset.figure(id))
    }

    /// Whether one figure directly repeats the other.
    #[must_use]
    pub fn repeats(&self, figure: &Figure, other: &Figure) -> bool {
        self.origin.get(&figure.id) == Some(&other.id)
    }

    /// When the figure is about: its own date, or else that of the figure it repeats.
    #[must_use]
    pub fn timing<'a>(&'a self, figure: &'a Figure) -> &'a Timing {
        self.inherited_timing.get(&figure.id).unwrap_or(&figure.key.timing)
    }

    /// Walks each chain once: what was passed on the way has the same root.
    fn find_roots(&mut self, dataset: &Dataset) {
        for figure in dataset.figures().iter().filter(|figure| self.origin.contains_key(&figure.id)) {
            let mut passed = BTreeSet::new();
            let mut at = &figure.id;
            while !self.roots.contains_key(at)
                && let Some(next) = self.origin.get(at).filter(|_| passed.insert(at.clone()))
            {
                at = next;
            }
            if passed.contains(at) {
                continue;
            }
            let root = self.roots.get(at).unwrap_or(at).clone();
            self.roots.extend(passed.into_iter().map(|id| (id, root.clone())));
        }
    }

    fn inherit_timing(&mut self, dataset: &Dataset) {
        let undated = dataset.figures().iter().filter(|figure| figure.key.timing == Timing::NotStated);
        let inherited = undated
            .map(|figure| (figure.id.clone(), self.root(figure, dataset).key.timing.clone()))
            .filter(|(_, timing)| *timing != Timing::NotStated)
            .collect();
        self.inherited_timing = inherited;
    }
}

fn repeated(dataset: &Dataset) -> BTreeMap<&SourceId, BTreeMap<Breakdown<'_>, Calendar<&Figure>>> {
    let named: BTreeSet<&SourceId> = dataset.sources().flat_map(|source| &source.origin).collect();
    let mut figures: BTreeMap<&SourceId, BTreeMap<Breakdown<'_>, Vec<&Figure>>> = BTreeMap::new();
    for figure in dataset.figures().iter().filter(|figure| named.contains(&figure.source)) {
        let breakdown = (&figure.key.measure, &figure.key.dimensions);
        figures.entry(&figure.source).or_default().entry(breakdown).or_default().push(figure);
    }
    let in_order = figures.into_iter().map(|(source, breakdowns)| {
        let timed = |figures: Vec<_>| {
            Calendar::new(figures.into_iter().map(|figure: &Figure| (&figure.key.timing, figure)))
        };
        (source, breakdowns.into_iter().map(|(about, figures)| (about, timed(figures))).collect())
    });
    in_order.collect()
}

/// The nearest source up the chain that gives a figure of the same thing.
fn find_origin<'a>(ground: &Ground<'a>, figure: &Figure, source: &Source) -> Option<&'a Figure> {
    let mut seen = BTreeSet::from([source.id.clone()]);
    let mut level: Vec<SourceId> = source.origin.clone();
    while !level.is_empty() {
        level.retain(|id| seen.insert(id.clone()));
        let found: Vec<_> = level.iter().filter_map(|id| best_match(ground, figure, id)).collect();
        // The first in the order of the source, unless another gives the very number.
        let best = found.iter().find(|(closeness, _)| closeness.same_number).or(found.first());
        if let Some((_, origin)) = best {
            return Some(origin);
        }
        let sources = level.iter().filter_map(|id| ground.dataset.source(id));
        level = sources.flat_map(|source| source.origin.clone()).collect();
    }
    None
}

fn best_match<'a>(
    ground: &Ground<'a>,
    figure: &Figure,
    source: &SourceId,
) -> Option<(Closeness, &'a Figure)> {
    let measure = ground.dataset.measure(&figure.key.measure);
    let kind = measure.map_or(QuantityKind::Count, |measure| measure.quantity);
    let alike = ground.repeated.get(source)?.get(&(&figure.key.measure, &figure.key.dimensions))?;
    alike
        .at(&figure.key.timing)
        .filter(|other| other.id != figure.id)
        .filter(|other| other.basis.states_a_fact() == figure.basis.states_a_fact())
        .filter(|other| other.reading().amount().is_some())
        .filter_map(|other| Some((closeness(figure, other, kind, ground.roundings)?, other)))
        .max_by(|(a, x), (b, y)| a.cmp(b).then_with(|| y.id.cmp(&x.id)))
}

/// How well a figure fits as the one repeated, the weightiest reason first. Where nothing else tells the periods
/// of a series apart, the latest is meant.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Closeness {
    same_number: bool,
    same_time: bool,
    agrees: bool,
    same_basis: bool,
    latest: Option<Date>,
}

/// None where the two are about different times.
fn closeness(
    figure: &Figure,
    other: &Figure,
    kind: QuantityKind,
    roundings: &Roundings,
) -> Option<Closeness> {
    let timing = figure.key.timing.compare(&other.key.timing);
    let amounts = figure.reading().amount().zip(other.reading().amount());
    let held = held_together(figure, other, kind, roundings);
    (timing != TimingMatch::Different).then_some(Closeness {
        same_number: amounts.is_some_and(|(a, b)| a.nominal() == b.nominal()),
        same_time: timing == TimingMatch::Same,
        agrees: held.is_some_and(|held| held.verdict != Verdict::Inconsistent),
        same_basis: figure.basis == other.basis,
        latest: other.key.timing.latest(),
    })
}
