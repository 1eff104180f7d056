//! The laws of differences, over generated worlds.

use super::between;
use crate::model::{FigureRecord, MeasureId};
use crate::revision::sample::{World, worlds};
use crate::revision::{Aspect, Changes, FigureChange, PartChange, Presence};
use proptest::prelude::*;

/// What a figure change looks like from the other side; the kind is a matter of the side it is told from.
fn exchanged(change: &FigureChange) -> Vec<String> {
    let mut seen = vec![format!("{:?} → {:?}", change.after, change.before)];
    seen.extend(change.aspects.iter().map(|aspect| match aspect {
        Aspect::Added => "removed".to_owned(),
        Aspect::Removed => "added".to_owned(),
        Aspect::Renamed { before, after } => format!("renamed {after} {before}"),
        Aspect::Revised(by) => format!("revised {:?} {:?}", by.difference.as_ref().map(|by| -by), by.reach),
        Aspect::HedgeChanged { before, after } => format!("hedge {after:?} {before:?}"),
        Aspect::ValueWithheld { reason } => format!("given {reason:?}"),
        Aspect::ValueGiven { reason } => format!("withheld {reason:?}"),
        Aspect::ReasonChanged { before, after } => format!("reason {after:?} {before:?}"),
        Aspect::StandingChanged { before, after } => format!("standing {after:?} {before:?}"),
        Aspect::Detail(field) => format!("detail {} {:?} {:?}", field.field, field.after, field.before),
        Aspect::KeyChanged { .. } | Aspect::Reworded => format!("{aspect:?}"),
    }));
    seen
}

fn as_seen(change: &FigureChange) -> Vec<String> {
    let mut seen = vec![format!("{:?} → {:?}", change.before, change.after)];
    seen.extend(change.aspects.iter().map(|aspect| match aspect {
        Aspect::Added => "added".to_owned(),
        Aspect::Removed => "removed".to_owned(),
        Aspect::Renamed { before, after } => format!("renamed {before} {after}"),
        Aspect::Revised(by) => format!("revised {:?} {:?}", by.difference, by.reach),
        Aspect::HedgeChanged { before, after } => format!("hedge {before:?} {after:?}"),
        Aspect::ValueWithheld { reason } => format!("withheld {reason:?}"),
        Aspect::ValueGiven { reason } => format!("given {reason:?}"),
        Aspect::ReasonChanged { before, after } => format!("reason {before:?} {after:?}"),
        Aspect::StandingChanged { before, after } => format!("standing {before:?} {after:?}"),
        Aspect::Detail(field) => format!("detail {} {:?} {:?}", field.field, field.before, field.after),
        Aspect::KeyChanged { .. } | Aspect::Reworded => format!("{aspect:?}"),
    }));
    seen
}

fn sorted(mut lines: Vec<Vec<String>>) -> Vec<Vec<String>> {
    lines.sort();
    lines
}

fn presences(changes: &Changes) -> Vec<(MeasureId, Presence)> {
    let declared = changes.measures.iter().filter(|m| m.presence != Presence::Kept || !m.fields.is_empty());
    declared.map(|measure| (measure.id.clone(), measure.presence)).collect()
}

fn names<I: std::fmt::Debug>(changes: &[PartChange<I>], exchange: bool) -> Vec<String> {
    let name = |change: &PartChange<I>| match (change, exchange) {
        (PartChange::Added { id }, false) | (PartChange::Removed { id }, true) => format!("added {id:?}"),
        (PartChange::Removed { id }, false) | (PartChange::Added { id }, true) => format!("removed {id:?}"),
        (PartChange::Changed { id, .. }, _) => format!("changed {id:?}"),
    };
    changes.iter().map(name).collect()
}

/// Applies the changes to the figures of the older side.
fn patched(before: &World, changes: &Changes, after: &World) -> Vec<FigureRecord> {
    let mut figures: Vec<FigureRecord> = before.figures.clone();
    for change in changes.figures() {
        if let Some(state) = &change.before {
            figures.retain(|figure| figure.id != state.id);
        }
        if let Some(state) = &change.after {
            figures.extend(after.figures.iter().find(|figure| figure.id == state.id).cloned());
        }
    }
    figures.sort_by(|a, b| a.id.cmp(&b.id));
    figures
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_difference_of_equals_is_empty(world in worlds()) {
        prop_assert!(between(&world, &world).is_empty());
    }

    #[test]
    fn no_difference_means_equal(before in worlds(), after in worlds()) {
        let sorted = |world: &World| {
            let mut figures = world.figures.clone();
            figures.sort_by(|a, b| a.id.cmp(&b.id));
            (figures, world.positions.clone(), world.measures.clone())
        };
        prop_assert_eq!(between(&before, &after).is_empty(), sorted(&before) == sorted(&after));
    }

    #[test]
    fn the_order_of_the_data_plays_no_part(before in worlds(), mut after in worlds()) {
        let changes = between(&before, &after);
        after.figures.reverse();
        after.positions.reverse();
        after.measures.reverse();
        after.sources.reverse();
        prop_assert_eq!(between(&before, &after), changes);
    }

    #[test]
    fn from_the_other_side_everything_is_exchanged(before in worlds(), after in worlds()) {
        let (there, back) = (between(&before, &after), between(&after, &before));
        prop_assert_eq!(
            sorted(there.figures().map(exchanged).collect()),
            sorted(back.figures().map(as_seen).collect())
        );
        prop_assert_eq!(presences(&there), presences(&back));
        prop_assert_eq!(names(&there.positions, true), names(&back.positions, false));
    }

    #[test]
    fn the_changes_lead_from_the_older_figures_to_the_newer(before in worlds(), after in worlds()) {
        let mut newer = after.figures.clone();
        newer.sort_by(|a, b| a.id.cmp(&b.id));
        prop_assert_eq!(patched(&before, &between(&before, &after), &after), newer);
    }
}
