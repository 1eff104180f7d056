//! Which accounts have one group within another, and which have the two apart.

use crate::model::{Asserted, Code, DimensionId, Figure, MeasureId, Relation, RelationId};
use crate::period::TimingMatch;
use crate::reconcile::Record;
use std::collections::BTreeMap;

/// What a figure is about, apart from time.
pub(super) type Group<'a> = (&'a MeasureId, &'a BTreeMap<DimensionId, Code>);

/// One account of two figures, the smaller group first.
#[derive(Clone, Copy)]
pub(super) struct Claim<'a> {
    pub(super) relation: &'a Relation,
    pub(super) part: &'a Figure,
    pub(super) whole: &'a Figure,
}

/// Accounts of two groups, for what may be one time, that cannot all hold.
pub(super) struct Claims<'a> {
    pub(super) part_of: Vec<Claim<'a>>,
    pub(super) separate: Vec<Claim<'a>>,
    /// Not all of them say for which date they are.
    pub(super) date_assumed: bool,
}

/// For each group, the accounts that set it apart from others, and its figure in them.
type Apart<'a> = BTreeMap<Group<'a>, BTreeMap<&'a RelationId, (&'a Relation, &'a Figure)>>;

/// Every conflict of this kind. Whoever adds groups up says that each is in the total and that none overlap.
pub(super) fn conflicts(record: &Record) -> Vec<Claims<'_>> {
    let mut within: BTreeMap<(Group<'_>, Group<'_>), Vec<Claim<'_>>> = BTreeMap::new();
    let mut apart = Apart::new();
    for relation in record.dataset().relations() {
        let (whole, members) = match &relation.asserted {
            Asserted::PartOf { part, whole } => (Some(whole), std::slice::from_ref(part)),
            Asserted::Separate { members } => (None, members.as_slice()),
            Asserted::Sum { total, parts } => (Some(total), parts.as_slice()),
            Asserted::Complement { members, whole } => (whole.as_ref(), members.as_slice()),
            Asserted::Difference { .. }
            | Asserted::Ratio { .. }
            | Asserted::Share { .. }
            | Asserted::Change { .. }
            | Asserted::Cumulative { .. }
            | Asserted::Multiple { .. } => continue,
        };
        let whole = whole.and_then(|id| record.figure(id));
        for part in members.iter().filter_map(|id| record.figure(id)) {
            if members.len() > 1 {
                apart.entry(group(part)).or_default().entry(&relation.id).or_insert((relation, part));
            }
            // Two figures of one group differ in something that is not on record: nothing can be said of them.
            if let Some(whole) = whole.filter(|whole| group(whole) != group(part)) {
                let claim = Claim { relation, part, whole };
                within.entry((group(part), group(whole))).or_default().push(claim);
            }
        }
    }
    within
        .into_iter()
        .flat_map(|((part, whole), claims)| {
            let separate = separate(&apart, part, whole);
            if separate.is_empty() { Vec::new() } else { by_time(record, claims, separate) }
        })
        .collect()
}

fn group(figure: &Figure) -> Group<'_> {
    (&figure.key.measure, &figure.key.dimensions)
}

/// The accounts that set both groups apart.
fn separate<'a>(apart: &Apart<'a>, part: Group<'a>, whole: Group<'a>) -> Vec<Claim<'a>> {
    let Some((parts, wholes)) = apart.get(&part).zip(apart.get(&whole)) else { return Vec::new() };
    let both = |(id, (relation, part)): (&&'a RelationId, &(&'a Relation, &'a Figure))| {
        let (_, whole) = wholes.get(id)?;
        Some(Claim { relation, part, whole })
    };
    parts.iter().filter_map(both).collect()
}

/// Accounts for different times are no conflict. Each account that sets the groups apart is told of once.
fn by_time<'a>(record: &Record, mut within: Vec<Claim<'a>>, mut apart: Vec<Claim<'a>>) -> Vec<Claims<'a>> {
    let mut conflicts = Vec::new();
    while let Some(first) = within.first().copied().filter(|_| !apart.is_empty()) {
        let (part_of, later): (Vec<_>, _) =
            within.into_iter().partition(|claim| time(record, first, *claim).is_some());
        let (separate, others): (Vec<_>, _) =
            apart.into_iter().partition(|claim| time(record, first, *claim).is_some());
        (within, apart) = (later, others);
        if !separate.is_empty() {
            let mut all = part_of.iter().chain(&separate);
            let date_assumed = all.any(|claim| time(record, first, *claim) != Some(true));
            conflicts.push(Claims { part_of, separate, date_assumed });
        }
    }
    conflicts
}

/// Whether two accounts say that they are for the same time; none where they are for different ones.
fn time(record: &Record, a: Claim<'_>, b: Claim<'_>) -> Option<bool> {
    let compare = |x: &Figure, y: &Figure| record.lineage().timing(x).compare(record.lineage().timing(y));
    match (compare(a.part, b.part), compare(a.whole, b.whole)) {
        (TimingMatch::Different, _) | (_, TimingMatch::Different) => None,
        (TimingMatch::Same, TimingMatch::Same) => Some(true),
        _ => Some(false),
    }
}
