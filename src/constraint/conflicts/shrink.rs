//! One minimal conflict within a larger one: QuickXplain.

use super::judge::{Judge, Refuted};
use crate::constraint::StatementId;

/// A minimal conflict among statements that conflict, which stand in the order in which they are wanted in it. In
/// the order of adding. None where the limit was met before it was minimal.
pub(super) fn shrink(judge: &mut Judge<'_>, wanted: &[StatementId]) -> Option<Vec<StatementId>> {
    let mut set = needed(judge, &[], Added::Nothing, wanted);
    set.sort_unstable();
    without_superfluous(judge, &mut set);
    (!judge.is_spent() && !set.is_empty()).then_some(set)
}

/// Whether the background has grown since it was last asked about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Added {
    Nothing,
    Something,
}

/// What the background needs of the candidates to conflict.
fn needed(
    judge: &mut Judge<'_>,
    background: &[StatementId],
    added: Added,
    candidates: &[StatementId],
) -> Vec<StatementId> {
    if added == Added::Something && judge.ask(background) == Refuted::Yes {
        return Vec::new();
    }
    if candidates.len() <= 1 {
        return candidates.to_vec();
    }
    let (first, second) = candidates.split_at(candidates.len() / 2);
    let of_second = needed(judge, &union(background, first), Added::Something, second);
    let added = if of_second.is_empty() { Added::Nothing } else { Added::Something };
    let of_first = needed(judge, &union(background, &of_second), added, first);
    of_first.into_iter().chain(of_second).collect()
}

/// Where some questions were not decided, more than is needed may be left.
fn without_superfluous(judge: &mut Judge<'_>, set: &mut Vec<StatementId>) {
    for id in set.clone() {
        let fewer: Vec<StatementId> = set.iter().copied().filter(|other| *other != id).collect();
        if judge.ask(&fewer) == Refuted::Yes {
            *set = fewer;
        }
    }
}

/// The statements of both, in the order of adding.
pub(super) fn union(a: &[StatementId], b: &[StatementId]) -> Vec<StatementId> {
    let mut union: Vec<StatementId> = a.iter().chain(b).copied().collect();
    union.sort_unstable();
    union.dedup();
    union
}
