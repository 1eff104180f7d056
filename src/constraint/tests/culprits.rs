//! Which statements cannot all hold, and which of them to set aside.

use super::building::Building;
use crate::constraint::{
    Cap, Completeness, Conflicts, Correction, Doubt, Holds, Limits, Statement, StatementId,
};
use crate::quantity::{Alpha, Cuts, Rational};

impl Building {
    fn says(&mut self, on: crate::constraint::Variable, value: i64, doubt: Doubt) -> StatementId {
        let readings = vec![Cuts::point(Rational::from(value))];
        self.system.state(Statement::Claim { on, readings }, doubt)
    }

    fn conflicts(&self) -> Conflicts {
        self.system.conflicts(&self.all(), Alpha::Support, &Limits::default())
    }
}

fn sets(corrections: &[Correction]) -> Vec<&[StatementId]> {
    corrections.iter().map(|correction| correction.statements.as_slice()).collect()
}

#[test]
fn both_of_two_conflicts_are_listed() {
    let mut b = Building::default();
    let (total, men, women, boys) = (b.count(), b.count(), b.count(), b.count());
    let [all, first, second, part] =
        [b.is(total, "100"), b.is(men, "60"), b.is(women, "30"), b.is(boys, "90")];
    let (adds, same) = (b.sum(total, &[men, women]), b.sum(men, &[boys]));
    let conflicts = b.conflicts();
    assert_eq!(
        conflicts.sets,
        [vec![first, part, same], vec![all, first, second, adds], vec![all, second, part, adds, same]]
    );
    assert_eq!(conflicts.completeness, Completeness::Complete);
    let corrections = conflicts.corrections(&b.system);
    assert_eq!(sets(&corrections.least).first(), Some(&[all, first].as_slice()));
    assert!(corrections.least.iter().all(|correction| correction.cost == 2));
    assert!(!corrections.clear);
}

#[test]
fn independent_conflicts_do_not_mix() {
    let mut b = Building::default();
    let (here, there) = (b.count(), b.count());
    let pairs = [[b.is(here, "1"), b.is(here, "2")], [b.is(there, "3"), b.is(there, "4")]];
    assert_eq!(b.conflicts().sets, pairs.map(Vec::from));
    assert_eq!(b.conflicts().corrections(&b.system).least.len(), 4);
}

#[test]
fn a_year_and_its_months_are_one_conflict_however_many_they_are() {
    let mut b = Building::default();
    let year = b.count();
    let months: Vec<_> = (0..12).map(|_| b.count()).collect();
    b.is(year, "1300");
    for month in &months {
        b.is(*month, "100");
    }
    b.sum(year, &months);
    let conflicts = b.conflicts();
    assert_eq!(conflicts.sets, [b.all()]);
    assert_eq!(conflicts.completeness, Completeness::Complete);
}

#[test]
fn the_least_reliable_of_two_reports_is_named_only_where_it_weighs_half_or_less() {
    for (media, clear) in [(2, true), (4, true), (5, false)] {
        let mut b = Building::default();
        let staff = b.count();
        b.says(staff, 310, Doubt::Weighs(8));
        let report = b.says(staff, 370, Doubt::Weighs(media));
        let corrections = b.conflicts().corrections(&b.system);
        assert_eq!(sets(&corrections.least), [[report].as_slice()]);
        assert_eq!(corrections.clear, clear, "{media}");
    }
}

#[test]
fn what_holds_by_definition_is_named_in_a_conflict_and_is_never_at_fault() {
    let mut b = Building::default();
    let (part, whole) = (b.count(), b.count());
    let claims = [b.says(part, 12, Doubt::Weighs(6)), b.says(whole, 10, Doubt::Weighs(6))];
    let terms = vec![(part, Rational::from(1)), (whole, Rational::from(-1))];
    let at_most =
        Statement::Linear { terms, sense: crate::constraint::Sense::AtMost, constant: Rational::from(0) };
    let within = b.system.state(at_most, Doubt::Never);
    let conflicts = b.conflicts();
    assert_eq!(conflicts.sets, [vec![claims[0], claims[1], within]]);
    let corrections = conflicts.corrections(&b.system);
    assert_eq!(sets(&corrections.least), [[claims[0]].as_slice(), [claims[1]].as_slice()]);
}

#[test]
fn definitions_that_conflict_have_no_correction() {
    let mut b = Building::default();
    let staff = b.count();
    b.says(staff, 1, Doubt::Never);
    b.says(staff, 2, Doubt::Never);
    let conflicts = b.conflicts();
    assert_eq!(conflicts.sets.len(), 1);
    assert_eq!(conflicts.corrections(&b.system).least, []);
}

#[test]
fn more_than_twenty_conflicts_are_said_to_be_more() {
    let mut b = Building::default();
    let staff = b.count();
    for value in 0..8 {
        b.is(staff, &value.to_string());
    }
    let conflicts = b.conflicts();
    assert_eq!(conflicts.sets.len(), 20);
    assert_eq!(conflicts.completeness, Completeness::Capped(Cap::Number));
}

#[test]
fn the_order_of_asking_changes_nothing() {
    let mut b = Building::default();
    let (total, men, women) = (b.count(), b.count(), b.count());
    b.is(total, "100");
    b.is(men, "60");
    b.is(women, "30");
    b.is(total, "90");
    b.sum(total, &[men, women]);
    let mut all = b.all();
    let forwards = b.conflicts();
    all.reverse();
    assert_eq!(b.system.conflicts(&all, Alpha::Support, &Limits::default()), forwards);
    assert_eq!(forwards.sets.len(), 2);
}

#[test]
fn one_conflict_is_of_the_statements_relied_on_least() {
    let mut b = Building::default();
    let staff = b.count();
    for (value, weight) in [(1, 8), (2, 6), (3, 2), (4, 3)] {
        b.says(staff, value, Doubt::Weighs(weight));
    }
    let one = b.system.conflict(&b.all(), Alpha::Support, &Limits::default());
    assert_eq!(one, Some(vec![b.all()[2], b.all()[3]]));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn a_conflict_loses_it_when_any_of_its_statements_goes_and_every_correction_leaves_none(
        values in proptest::collection::vec(0_i64..5, 6), twice in proptest::collection::vec(0_usize..4, 2),
    ) {
        let mut b = Building::default();
        let v: Vec<_> = (0..4).map(|_| b.count()).collect();
        let about = (0..4).chain(twice);
        for (at, value) in about.zip(&values) {
            b.says(v[at], *value, Doubt::Weighs(2));
        }
        b.sum(v[0], &[v[1], v[2]]);
        b.product(v[3], v[1], v[2]);
        let refuted = |some: &[StatementId]| {
            b.system.holds(some, Alpha::Support, &Limits::default()) == Holds::No
        };
        let without = |all: &[StatementId], some: &[StatementId]| -> Vec<StatementId> {
            all.iter().copied().filter(|id| !some.contains(id)).collect()
        };
        let conflicts = b.conflicts();
        proptest::prop_assert_eq!(conflicts.sets.is_empty(), !refuted(&b.all()));
        for set in &conflicts.sets {
            proptest::prop_assert!(refuted(set));
            proptest::prop_assert!(set.iter().all(|id| !refuted(&without(set, &[*id]))));
        }
        let corrections = conflicts.corrections(&b.system);
        proptest::prop_assert!(conflicts.sets.len() == 20 || corrections.completeness == Completeness::Complete);
        for correction in &corrections.least {
            proptest::prop_assert!(!refuted(&without(&b.all(), &correction.statements)));
            let hits = |set: &Vec<StatementId>| set.iter().any(|id| correction.statements.contains(id));
            proptest::prop_assert!(conflicts.sets.iter().all(hits));
        }
    }
}
