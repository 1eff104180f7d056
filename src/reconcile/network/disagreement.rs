//! Where the network cannot hold: tie by tie, and then what only several ties together rule out.

use super::{Network, Stated};
use crate::constraint::{
    Completeness, Conflicts, Correction, Holds, Limits, Statement, StatementId, Variable,
};
use crate::finding::Verdict;
use crate::model::RelationId;
use crate::quantity::Alpha;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Statements that cannot all hold.
#[derive(Debug, Clone)]
pub struct Disagreement {
    /// Inconsistent, or marginal where they hold on the loosest reading only; not enough known where they do not
    /// agree within rounding, and whether they hold on the loosest reading was not decided.
    pub verdict: Verdict,
    /// Minimal sets that cannot hold: each loses its conflict when any member goes. They share their ties and differ
    /// in which of several reports of a quantity they take.
    pub sets: Vec<Vec<StatementId>>,
    /// What could be set aside so that the rest holds.
    pub remedies: Remedies,
    /// Whether every such set is listed.
    pub complete: bool,
    /// The first figure of those that are tied to one another, these among them: its place in the dataset.
    pub part: Option<usize>,
}

/// The sets of statements of least weight that, set aside, let the rest hold.
#[derive(Debug, Clone, Default)]
pub struct Remedies {
    /// All that weigh the least.
    pub least: Vec<Correction>,
    /// Those that weigh more, and less than twice as much.
    pub near: Vec<Correction>,
    /// The least weighs at most half of what the next best does.
    pub clear: bool,
    /// Whether all that weigh the least were found.
    pub complete: bool,
}

/// What was found in a network.
#[derive(Debug, Clone, Default)]
pub struct Disagreements {
    /// In the order of their first statement.
    pub found: Vec<Disagreement>,
    /// Parts in which a limit was met: what they hold beyond the disagreements listed is not decided.
    pub undecided: Vec<Vec<StatementId>>,
}

/// So many disagreements that need several ties are looked for in one part.
const MOST_JOINT: usize = 10;

impl Network {
    /// Every disagreement, part by part.
    #[must_use]
    pub fn disagreements(&self) -> Disagreements {
        let parts: Vec<Disagreements> =
            self.system.components().par_iter().map(|part| self.marked_in(part)).collect();
        let mut all = Disagreements::default();
        for part in parts {
            all.found.extend(part.found);
            all.undecided.extend(part.undecided);
        }
        all
    }

    fn claims_on(&self, variable: Variable) -> impl Iterator<Item = StatementId> + '_ {
        self.about(variable, |stated| matches!(stated, Stated::Figure(_)))
    }

    fn about(
        &self,
        variable: Variable,
        which: fn(&Stated) -> bool,
    ) -> impl Iterator<Item = StatementId> + '_ {
        self.touching(variable).iter().copied().filter(move |id| self.stated(*id).is_some_and(which))
    }

    /// The disagreements of one part, each with the part it is of.
    fn marked_in(&self, part: &[StatementId]) -> Disagreements {
        let mut found = self.in_part(part);
        let first = part.iter().find_map(|id| match self.stated(*id)? {
            Stated::Figure(place) => Some(*place),
            Stated::Relations(_) | Stated::Inferred(..) | Stated::Rounding => None,
        });
        found.found.iter_mut().for_each(|disagreement| disagreement.part = first);
        found
    }

    fn in_part(&self, part: &[StatementId]) -> Disagreements {
        let limits = Limits::default();
        let mut found = Disagreements::default();
        let ties: Vec<StatementId> = part.iter().copied().filter(|id| self.is_tie(*id)).collect();
        if ties.is_empty() {
            return found;
        }
        match self.system.holds(part, Alpha::Typical, &limits) {
            Holds::Yes | Holds::NotRefuted => return found,
            Holds::Undecided(_) => found.undecided.push(part.to_vec()),
            Holds::No => {}
        }
        let mut rest: BTreeSet<StatementId> = part.iter().copied().collect();
        self.set_aside_rival_claims(&mut rest, part, &limits);
        for tie in ties {
            let star = self.star(tie);
            if let Some(disagreement) = self.among(&star, &[tie], &limits) {
                remove_least(&mut rest, &disagreement);
                found.found.push(disagreement);
            }
        }
        self.joint(rest, &limits, &mut found);
        found
    }

    fn is_tie(&self, id: StatementId) -> bool {
        self.stated(id).is_some_and(Stated::is_tie)
    }

    /// A tie with every claim on its variables, and the rounding of its quotient.
    fn star(&self, tie: StatementId) -> Vec<StatementId> {
        let mut star = BTreeSet::from([tie]);
        for variable in self.variables_of(tie) {
            star.extend(self.claims_on(variable));
            for rounding in self.about(variable, |stated| *stated == Stated::Rounding) {
                star.insert(rounding);
                star.extend(
                    self.variables_of(rounding).into_iter().flat_map(|rounded| self.claims_on(rounded)),
                );
            }
        }
        star.into_iter().collect()
    }

    /// Reports of one quantity that cannot both hold are told of pair by pair elsewhere; here the one relied on least
    /// is set aside.
    fn set_aside_rival_claims(
        &self,
        rest: &mut BTreeSet<StatementId>,
        part: &[StatementId],
        limits: &Limits,
    ) {
        let variables: BTreeSet<Variable> = part.iter().flat_map(|id| self.variables_of(*id)).collect();
        let claims = variables.iter().map(|variable| self.claims_on(*variable).collect::<Vec<_>>());
        for rivals in claims.filter(|claims| claims.len() > 1) {
            if let Some(disagreement) = self.among(&rivals, &[], limits) {
                remove_least(rest, &disagreement);
            }
        }
    }

    /// The relations that give a share which their part and whole rule out, whole units being counted, each with a
    /// minimal set of statements that shows it.
    #[must_use]
    pub fn impossible_shares(&self) -> Vec<(RelationId, Vec<StatementId>)> {
        let limits = Limits::default();
        let shares = self.system.statements().filter(|id| {
            matches!(self.system.statement(*id), Some(Statement::Percentage { decimals: Some(_), .. }))
        });
        let shown = shares.flat_map(|id| {
            let found = self.among(&self.star(id), &[id], &limits);
            let sets = found.filter(|d| d.verdict == Verdict::Inconsistent).map(|d| d.sets);
            sets.into_iter().flatten().map(move |set| (id, set))
        });
        let named = shown.filter_map(|(id, set)| match self.stated(id)? {
            Stated::Relations(ids) => Some((ids.first()?.clone(), set)),
            Stated::Figure(_) | Stated::Inferred(..) | Stated::Rounding => None,
        });
        named.collect()
    }

    /// The disagreement among some statements: the sets in which each of these ties has a part.
    fn among(&self, some: &[StatementId], ties: &[StatementId], limits: &Limits) -> Option<Disagreement> {
        [Alpha::Support, Alpha::Typical].into_iter().find_map(|alpha| {
            if self.system.holds(some, alpha, limits) != Holds::No {
                return None;
            }
            let mut conflicts = self.system.conflicts(some, alpha, limits);
            conflicts.sets.retain(|set| ties.iter().all(|tie| set.contains(tie)));
            self.disagreement(self.verdict(&conflicts.sets, limits), conflicts)
        })
    }

    /// The verdict on sets that cannot hold at some cut: that of the one that holds least well on the loosest reading.
    /// What else cannot hold beside them, as two reports of one quantity, is not held against them.
    fn verdict(&self, sets: &[Vec<StatementId>], limits: &Limits) -> Verdict {
        let loosely = sets.iter().map(|set| self.system.holds(set, Alpha::Support, limits));
        let verdicts = loosely.map(|holds| match holds {
            Holds::No => (2, Verdict::Inconsistent),
            Holds::Undecided(_) => (1, Verdict::NotEnoughKnown),
            Holds::Yes | Holds::NotRefuted => (0, Verdict::Marginal),
        });
        verdicts.max_by_key(|(rank, _)| *rank).map_or(Verdict::NotEnoughKnown, |(_, verdict)| verdict)
    }

    fn disagreement(&self, verdict: Verdict, conflicts: Conflicts) -> Option<Disagreement> {
        if conflicts.sets.is_empty() {
            return None;
        }
        let corrections = conflicts.corrections(&self.system);
        let remedies = Remedies {
            least: corrections.least,
            near: corrections.near,
            clear: corrections.clear,
            complete: corrections.completeness == Completeness::Complete,
        };
        let complete = conflicts.completeness == Completeness::Complete;
        Some(Disagreement { verdict, sets: conflicts.sets, remedies, complete, part: None })
    }

    /// What is left may still be ruled out by several ties together.
    fn joint(&self, mut rest: BTreeSet<StatementId>, limits: &Limits, found: &mut Disagreements) {
        for _ in 0..MOST_JOINT {
            let some: Vec<StatementId> = rest.iter().copied().collect();
            let Some(set) = self.system.conflict(&some, Alpha::Typical, limits) else { return };
            let ties: Vec<StatementId> = set.iter().copied().filter(|id| self.is_tie(*id)).collect();
            let around: BTreeSet<StatementId> = ties.iter().flat_map(|tie| self.star(*tie)).collect();
            let around: Vec<StatementId> = around.into_iter().collect();
            let Some(disagreement) = self.among(&around, &ties, limits) else { return };
            let before = rest.len();
            remove_least(&mut rest, &disagreement);
            found.found.push(disagreement);
            if rest.len() == before {
                break;
            }
        }
        let some: Vec<StatementId> = rest.into_iter().collect();
        found.undecided.push(some);
    }
}

fn remove_least(rest: &mut BTreeSet<StatementId>, disagreement: &Disagreement) {
    let culprits = disagreement.remedies.least.first().map(|correction| &correction.statements);
    // Where nothing in it may be doubted, any member will do: the aim is to see what else there is.
    let any = || disagreement.sets.first().and_then(|set| set.first()).into_iter().copied().collect();
    for id in culprits.cloned().unwrap_or_else(any) {
        rest.remove(&id);
    }
}
