//! A reported quantity as geometry: three nested spans, each with ends that may be open.

use super::scale::{Grain, Scale, finite};
use crate::quantity::{Cuts, Interval, Rational};
use std::ops::Range;

/// A span on a scale; an end without a number goes on for ever.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Reach {
    /// The lower end.
    pub(super) lo: Option<f64>,
    /// The upper end.
    pub(super) hi: Option<f64>,
}

/// A reported quantity as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hedge {
    /// What the words say.
    pub(super) core: Reach,
    /// How such words are usually meant.
    pub(super) typical: Reach,
    /// All that the words allow.
    pub(super) support: Reach,
    grain: Grain,
}

impl Hedge {
    /// The geometry of a reading. Nowhere else do exact values become floating point.
    pub(super) fn of(cuts: &Cuts) -> Self {
        let intervals = [cuts.core(), cuts.typical(), cuts.support()];
        let whole = intervals
            .iter()
            .flat_map(|interval| [interval.lo(), interval.hi()])
            .all(|end| end.value().is_none_or(Rational::is_integer));
        Self {
            core: Reach::of(cuts.core()),
            typical: Reach::of(cuts.typical()),
            support: Reach::of(cuts.support()),
            grain: if whole { Grain::Whole } else { Grain::Fine },
        }
    }

    /// The one value the words say, where they say one.
    pub(super) fn point(&self) -> Option<f64> {
        self.core.lo.zip(self.core.hi).filter(|(lo, hi)| lo.total_cmp(hi).is_eq()).map(|(lo, _)| lo)
    }
}

impl Reach {
    pub(super) fn of(interval: &Interval) -> Self {
        let geometry = |value: &Rational| finite(value.to_f64());
        Self { lo: interval.lo().value().map(geometry), hi: interval.hi().value().map(geometry) }
    }

    fn ends(self) -> impl Iterator<Item = f64> {
        self.lo.into_iter().chain(self.hi)
    }
}

/// A hedge as much of it as a scale shows. A span that would lie hidden under a thicker one is left out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drawn {
    /// The hairline.
    pub(super) support: Option<Segment>,
    /// The thin bar.
    pub(super) typical: Option<Segment>,
    /// The thick bar or the tick.
    pub(super) core: Core,
    /// The foot of an arrow towards lower values: the lower end is open or lies beyond the scale.
    pub(super) below: Option<f64>,
    /// The same towards higher values.
    pub(super) above: Option<f64>,
}

/// What the words say, as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Core {
    /// One value.
    Point(f64),
    /// A span of values.
    Bar(Segment),
}

/// A piece of a scale, lower end first.
pub(super) type Segment = (f64, f64);

impl Hedge {
    /// What of it lies on the scale.
    pub(super) fn on(&self, scale: &Scale) -> Drawn {
        let Range { start, end } = scale.span();
        let shown =
            |reach: Reach| (scale.clip(reach.lo.unwrap_or(start)), scale.clip(reach.hi.unwrap_or(end)));
        let (core, typical, support) = (shown(self.core), shown(self.typical), shown(self.support));
        Drawn {
            support: Some(support).filter(|span| *span != typical),
            typical: Some(typical).filter(|span| *span != core),
            core: self.point().map_or(Core::Bar(core), |value| Core::Point(scale.clip(value))),
            below: self.support.lo.is_none_or(|value| value < start).then_some(start),
            above: self.support.hi.is_none_or(|value| value > end).then_some(end),
        }
    }
}

/// Whether ticks between whole numbers would mean anything for all of these.
pub(super) fn grain<'a>(hedges: impl Iterator<Item = &'a Hedge>) -> Grain {
    hedges.map(|hedge| hedge.grain).max().unwrap_or(Grain::Whole)
}

/// The span that a scale must show: everything as it is usually meant, and as much of what the words allow as does
/// not dwarf it. What lies beyond is cut and gets an arrow.
pub(super) fn span<'a>(hedges: impl Iterator<Item = &'a Hedge> + Clone) -> Option<Range<f64>> {
    let meant = hull(hedges.clone().flat_map(|hedge| hedge.core.ends().chain(hedge.typical.ends())));
    let Some(meant) = meant else { return hull(hedges.flat_map(|hedge| hedge.support.ends())) };
    let size = meant.start.abs().max(meant.end.abs());
    let room = ((meant.end - meant.start) * 0.5).max(size * 0.05);
    let near = (meant.start - room)..(meant.end + room);
    let allowed = hedges.flat_map(|hedge| hedge.support.ends()).filter(|end| near.contains(end));
    hull(allowed.chain([meant.start, meant.end]))
}

fn hull(values: impl Iterator<Item = f64>) -> Option<Range<f64>> {
    values.fold(None, |span: Option<Range<f64>>, value| match span {
        None => Some(value..value),
        Some(span) => Some(span.start.min(value)..span.end.max(value)),
    })
}
