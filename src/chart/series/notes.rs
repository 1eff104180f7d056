//! The notes under the time axis: what strokes, marks and shorthand mean, and what is not drawn.

use super::frame::Frame;
use super::place::{Placed, Timeline};
use super::strip::{Strip, shorthand};
use super::{Form, SeriesChart};
use crate::chart::Stated;
use crate::chart::hedge::Drawn;
use crate::chart::notes::{Notes, Sample, core_class};
use crate::chart::svg::Class;
use crate::chart::words::count;
use crate::reconcile::{Standing, Status};
use std::collections::BTreeSet;

impl SeriesChart {
    /// Only what the chart shows is explained.
    pub(super) fn notes(
        &self,
        timeline: &Timeline<'_>,
        frame: &Frame,
        strips: &[Strip],
        below: i32,
    ) -> Notes {
        let mut notes = Notes::beneath(below, frame.width);
        let placed = || timeline.series.iter().flatten();
        for standing in standings(placed()).into_iter().filter(|standing| self.marks(*standing)) {
            notes.add(Sample::Mark(standing), standing.words());
        }
        if let Some(scale) = &frame.scale {
            let drawn: Vec<(&Stated, Drawn)> =
                placed().filter_map(|placed| Some((placed.stated, placed.hedge?.on(scale)))).collect();
            if self.form == Form::Bars && drawn.iter().any(|(stated, _)| core_class(stated) == Class::Outline)
            {
                notes.add(Sample::Outline, "not confirmed");
            }
            notes.explain(drawn.iter().map(|(stated, drawn)| (*stated, drawn)));
            if !scale.holds(0.0) {
                notes.add(Sample::Words, "The scale does not begin at zero.");
            }
        }
        if strips.iter().any(Strip::has_gap) {
            notes.add(Sample::Gap, "gap: no figure recorded");
        }
        let missing: BTreeSet<(&str, String)> = placed().filter_map(missing).collect();
        for (code, words) in missing {
            notes.add(Sample::Words, &format!("{code} {words}"));
        }
        if timeline.undated > 0 {
            let figures = count(timeline.undated, "figure without a date is", "figures without a date are");
            notes.add(Sample::Words, &format!("{figures} not drawn."));
        }
        notes
    }

    /// Bars that are not confirmed are drawn in outline and need no mark; nor do confirmed figures.
    fn marks(&self, standing: Standing) -> bool {
        match standing {
            Standing::Verified(Status::Confirmed) => false,
            Standing::Verified(Status::Unconfirmed) => self.form == Form::Lines,
            _ => true,
        }
    }
}

/// The standings of the figures that are one value.
fn standings<'a>(placed: impl Iterator<Item = &'a Placed<'a>>) -> BTreeSet<Standing> {
    let points = placed.filter(|placed| placed.hedge.is_some_and(|hedge| hedge.point().is_some()));
    points.map(|placed| placed.stated.standing()).collect()
}

fn missing(placed: &Placed<'_>) -> Option<(&'static str, String)> {
    match placed.stated {
        Stated::NoValue(reason) => Some((shorthand(reason), reason.words())),
        Stated::Figure { .. } | Stated::Derived { .. } => None,
    }
}
