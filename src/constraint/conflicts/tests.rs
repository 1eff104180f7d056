//! Laws over made-up oracles: some sets of statements conflict, and so does all that holds one of them.

use super::judge::Refuted;
use super::search::{Caps, Search};
use crate::constraint::{Cap, Completeness, Conflicts, Doubt, Sense, Statement, StatementId, System};
use crate::quantity::Rational;
use proptest::prelude::*;

/// Statements with their weights, and the sets that conflict, as bits.
#[derive(Debug, Clone)]
struct Made {
    weights: Vec<Option<u32>>,
    conflicts: Vec<u32>,
}

impl Made {
    fn system(&self) -> System {
        let mut system = System::new();
        for weight in &self.weights {
            let statement =
                Statement::Linear { terms: Vec::new(), sense: Sense::Equal, constant: Rational::from(0) };
            system.state(statement, weight.map_or(Doubt::Never, Doubt::Weighs));
        }
        system
    }

    fn refutes(&self, set: u32) -> bool {
        self.conflicts.iter().any(|conflict| conflict & set == *conflict)
    }

    fn search(&self, caps: &Caps, undecided: impl Fn(u32) -> bool) -> Conflicts {
        let system = self.system();
        let weight = |id| system.weight(id);
        let mut oracle = |set: &[StatementId]| match bits(set) {
            set if undecided(set) => Refuted::Undecided,
            set if self.refutes(set) => Refuted::Yes,
            _ => Refuted::No,
        };
        let mut search = Search::new(&mut oracle, &weight, caps);
        search.part(&system.statements().collect::<Vec<_>>());
        search.conflicts()
    }

    fn all(&self) -> impl Iterator<Item = u32> {
        0..1 << self.weights.len()
    }

    /// Every minimal conflict, by trying all sets.
    fn minimal(&self) -> Vec<u32> {
        let minimal =
            |set: &u32| self.refutes(*set) && members(*set).all(|member| !self.refutes(set & !(1 << member)));
        self.all().filter(minimal).collect()
    }

    fn cost(&self, set: u32) -> Option<u64> {
        members(set).map(|member| self.weights[member].map(u64::from)).sum()
    }

    /// Every correction with its cost, by trying all sets.
    fn corrections(&self) -> Vec<(u64, u32)> {
        let cures = |set: u32| !self.refutes(!set & ((1 << self.weights.len()) - 1));
        let least = |set: &u32| cures(*set) && members(*set).all(|member| !cures(set & !(1 << member)));
        let mut all: Vec<_> =
            self.all().filter(least).filter_map(|set| Some((self.cost(set)?, set))).collect();
        all.sort_unstable();
        all
    }
}

fn bits(set: &[StatementId]) -> u32 {
    set.iter().fold(0, |bits, id| bits | 1 << id.index())
}

fn members(set: u32) -> impl Iterator<Item = usize> {
    (0..32).filter(move |member| set & (1 << member) != 0)
}

fn made() -> impl Strategy<Value = Made> {
    let weight = prop_oneof![4 => (1_u32..8).prop_map(Some), 1 => Just(None)];
    proptest::collection::vec(weight, 1..9).prop_flat_map(|weights| {
        let sets = proptest::collection::vec(1_u32..1 << weights.len(), 0..6);
        sets.prop_map(move |conflicts| Made { weights: weights.clone(), conflicts })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_minimal_conflict_is_listed_and_nothing_else(made in made()) {
        let found = made.search(&Caps { conflicts: 100, ..Caps::default() }, |_| false);
        let mut sets: Vec<u32> = found.sets.iter().map(|set| bits(set)).collect();
        sets.sort_unstable();
        prop_assert_eq!(sets, made.minimal());
        prop_assert_eq!(found.completeness, Completeness::Complete);
    }

    #[test]
    fn whatever_is_capped_says_so_and_what_is_listed_is_a_minimal_conflict(
        made in made(), conflicts in 1_usize..4, checks in 0_u64..60,
    ) {
        let found = made.search(&Caps { conflicts, checks, ..Caps::default() }, |_| false);
        let minimal = made.minimal();
        prop_assert!(found.sets.iter().all(|set| minimal.contains(&bits(set))));
        prop_assert!(found.sets.len() <= conflicts);
        if found.completeness == Completeness::Complete {
            prop_assert_eq!(found.sets.len(), minimal.len());
        }
    }

    #[test]
    fn what_is_not_decided_is_said_and_what_is_listed_conflicts(made in made(), odd in 1_u32..7) {
        let found = made.search(&Caps::default(), |set| set.wrapping_mul(2_654_435_761) >> 29 == odd);
        prop_assert!(found.sets.iter().all(|set| made.refutes(bits(set))));
        let minimal = made.minimal();
        if found.completeness == Completeness::Complete {
            prop_assert_eq!(found.sets.len(), minimal.len());
        }
    }

    #[test]
    fn every_lightest_correction_is_listed(made in made()) {
        let found = made.search(&Caps::default(), |_| false);
        prop_assume!(!found.sets.is_empty());
        let corrections = found.corrections(&made.system());
        let all = made.corrections();
        let least = all.first().map(|(cost, _)| *cost);
        let mut expected: Vec<u32> =
            all.iter().filter(|(cost, _)| Some(*cost) == least).map(|(_, set)| *set).collect();
        let mut listed: Vec<u32> = corrections.least.iter().map(|one| bits(&one.statements)).collect();
        expected.sort_unstable();
        listed.sort_unstable();
        prop_assert_eq!(listed, expected);
        prop_assert!(corrections.least.iter().all(|one| Some(one.cost) == least));
    }

    #[test]
    fn a_correction_is_clear_only_where_the_next_costs_twice_as_much(made in made()) {
        let found = made.search(&Caps::default(), |_| false);
        prop_assume!(!found.sets.is_empty());
        let clear = match made.corrections().as_slice() {
            [] => false,
            [_] => true,
            [(least, _), (next, _), ..] => least < next && least * 2 <= *next,
        };
        prop_assert_eq!(found.corrections(&made.system()).clear, clear);
    }

    #[test]
    fn few_conflicts_are_enough_to_tell_the_lightest_corrections(made in made(), conflicts in 1_usize..6) {
        let few = made.search(&Caps { conflicts, ..Caps::default() }, |_| false);
        prop_assume!(!few.sets.is_empty());
        let corrections = few.corrections(&made.system());
        if corrections.completeness == Completeness::Complete {
            let all = made.search(&Caps { conflicts: 100, ..Caps::default() }, |_| false);
            prop_assert_eq!(corrections, all.corrections(&made.system()));
        }
    }
}

#[test]
fn of_two_conflicts_the_one_with_the_least_reliable_statements_is_found_first() {
    let made = Made { weights: vec![Some(8), Some(8), Some(2), Some(2)], conflicts: vec![0b0011, 0b1100] };
    let one = made.search(&Caps { conflicts: 1, ..Caps::default() }, |_| false);
    assert_eq!(one.sets.iter().map(|set| bits(set)).collect::<Vec<_>>(), [0b1100]);
    assert_eq!(one.completeness, Completeness::Capped(Cap::Number));
}
