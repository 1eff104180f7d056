//! Why figures that cannot hold together may not: every change to one item is tried, and those after which they
//! agree are given, the likeliest first, each with its arithmetic in words.

mod between;
mod bound;
mod candidate;
mod claim;
mod digits;
mod factor;
mod needed;
mod parts;
mod percent;
mod revision;
mod rounding;
mod scope;
mod series;
mod sign;
mod substitute;
mod timing;
mod wording;

#[cfg(test)]
mod tests;

pub(super) use between::made_up_by;
pub(super) use revision::revisions;
pub(super) use series::trend;

use super::calculation::is_exact_relation;
use super::{Calculation, Difference, Operands, Record, Value, compare};
use crate::finding::{Cause, CauseCode, Verdict};
use crate::model::{Asserted, Figure, Relation};
use crate::quantity::{Cuts, Rational};
use candidate::{Candidate, ranked};
use claim::Claim;
use std::borrow::Cow;

/// Operands of one calculation that are looked at one by one.
const MOST_ITEMS: usize = 40;

/// Why two figures of one thing may not agree: three causes at most.
#[must_use]
pub fn of_pair(record: &Record, a: &Figure, b: &Figure) -> Vec<Cause> {
    let differences = compare(a, b, record.lineage(), record.kind(a)).differences;
    let mut found = scope::candidates(record, a, b, &differences);
    if !differences.contains(&Difference::Form) {
        found.extend(of_numbers(record, a, b));
    }
    ranked(found)
}

fn of_numbers(record: &Record, a: &Figure, b: &Figure) -> Vec<Candidate> {
    let Some((x, y)) = record.value(a).zip(record.value(b)) else { return Vec::new() };
    let mut found = wording::candidates(record, a, b);
    found.extend(timing::of_pair(record, a, b));
    found.extend(timing::stale(record, a, b).or_else(|| timing::stale(record, b, a)));
    found.extend(parts::of_pair(record, a, b));
    if record.held_together(a, b).is_some_and(|held| held.verdict == Verdict::Marginal) {
        found.push(bound::loose(a, b));
    }
    found.extend(rounding::of_one(record, a, b));
    let (first, second) = (against(record, a, &x, b, &y), against(record, b, &y, a, &x));
    for claim in [&first, &second] {
        found.extend(revision::candidate(record, claim));
        found.extend(bound::wrong_side(claim));
    }
    found.extend(slips(&first));
    found.extend(sign::candidates(&first));
    found.extend(percent::fold(&first).or_else(|| percent::fold(&second)).filter(|_| is_change(a)));
    // What two accounts differ in cannot be laid at the door of either.
    found.iter_mut().for_each(|candidate| candidate.cause.figure = None);
    found
}

/// One slip is told of: a nought too many is a factor of ten.
fn slips(claim: &Claim<'_>) -> Option<Candidate> {
    factor::candidate(claim).or_else(|| digits::candidate(claim))
}

fn is_change(figure: &Figure) -> bool {
    figure.reading().amount().is_some_and(|amount| amount.change_ratio().is_some())
}

fn against<'a>(record: &Record, a: &'a Figure, x: &Value<'a>, b: &'a Figure, y: &Value<'a>) -> Claim<'a> {
    Claim {
        figure: a,
        value: x.clone(),
        needed: y.cuts.clone().into_owned(),
        needed_number: y.nominal.as_deref().cloned(),
        kind: record.kind(a),
        other: Some(&b.reported),
    }
}

/// Why a calculation may give another figure than the one stated: three causes at most, none where it agrees.
#[must_use]
pub fn of_calculation(record: &Record, calculation: &Calculation<'_>) -> Vec<Cause> {
    match calculation.verdict {
        Verdict::ConsistentAfterRounding => ranked(rounding::of_parts(calculation).into_iter().collect()),
        Verdict::Marginal => ranked(vec![bound::loose(calculation.result, calculation.result)]),
        Verdict::Inconsistent => ranked(of_items(record, calculation)),
        _ => Vec::new(),
    }
}

fn of_items(record: &Record, calculation: &Calculation<'_>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = [
        rounding::of_parts(calculation),
        parts::counted_within(calculation),
        percent::points_exchanged(calculation),
        arithmetic(calculation),
    ]
    .into_iter()
    .flatten()
    .collect();
    let additive = is_exact_relation(&calculation.asserted);
    for (at, claim) in items(record, calculation).enumerate() {
        // In a product every factor can be ten times too large; what is worked out stands for all of them.
        if at == 0 || additive {
            found.extend(slips(&claim).into_iter().map(|slip| slip.of(claim.figure)));
        }
        if at == 0 {
            found.extend(sign::candidates(&claim).into_iter().map(|turned| turned.of(claim.figure)));
        } else if is_change(claim.figure) {
            found.extend(sign::candidates(&claim).into_iter().map(|turned| turned.of(claim.figure)));
            found.extend(percent::fold(&claim).map(|fold| fold.of(claim.figure)));
        } else if is_factor(calculation, claim.figure) {
            found.extend(percent::fold(&claim).map(|fold| fold.of(claim.figure)));
        }
        found.extend(bound::wrong_side(&claim).map(|beyond| beyond.of(claim.figure)));
        found.extend(revision::candidate(record, &claim));
        found.extend(substitute::candidates(record, calculation, &claim));
        found.extend(timing::undated_base(calculation, &claim));
    }
    found
}

fn is_factor(calculation: &Calculation<'_>, figure: &Figure) -> bool {
    matches!(&*calculation.asserted, Asserted::Multiple { factor: Some(factor), .. } if *factor == figure.id)
}

/// Every figure of a calculation with what it would have to be, the one worked out first.
fn items<'a>(record: &'a Record, calculation: &'a Calculation<'a>) -> impl Iterator<Item = Claim<'a>> {
    let result = std::iter::once((calculation.result, &calculation.stated));
    let operands = calculation.figures.iter().copied().zip(&calculation.values).take(MOST_ITEMS);
    result.chain(operands).filter_map(move |(figure, value)| {
        let cuts = |value: &Value<'a>| Some(value.cuts.clone().into_owned());
        let points = |value: &Value<'a>| value.nominal.as_deref().cloned().map(Cuts::point);
        let needed = needed_with(calculation, figure, cuts)?;
        let number = needed_with(calculation, figure, points);
        Some(Claim {
            figure,
            value: value.clone(),
            needed: rounded_to_whole(record, calculation, figure, needed),
            needed_number: number.and_then(|cuts| cuts.core().as_point().cloned()),
            kind: record.kind(figure),
            other: None,
        })
    })
}

fn needed_with<'a>(
    calculation: &Calculation<'a>,
    item: &Figure,
    cuts: impl Fn(&Value<'a>) -> Option<Cuts>,
) -> Option<Cuts> {
    let all = std::iter::once((calculation.result, &calculation.stated))
        .chain(calculation.figures.iter().copied().zip(&calculation.values));
    let others: Vec<_> = all
        .filter(|(figure, _)| figure.id != item.id)
        .map(|(figure, value)| Some((&figure.id, cuts(value)?)))
        .collect::<Option<_>>()?;
    let operands: Operands<'_> = others.iter().map(|(id, cuts)| (*id, cuts)).collect();
    needed::needed(&calculation.asserted, &item.id, &operands)
}

/// Counts that were multiplied or divided are taken to have been rounded to a whole number.
fn rounded_to_whole(record: &Record, calculation: &Calculation<'_>, item: &Figure, needed: Cuts) -> Cuts {
    let whole = record.kind(item) == crate::model::QuantityKind::Count;
    match Rational::new(1, 2) {
        Some(half) if whole && !is_exact_relation(&calculation.asserted) => {
            Value { cuts: Cow::Owned(needed), nominal: None }.widened(&half).cuts.into_owned()
        }
        _ => needed,
    }
}

/// The source's own figures, worked out again, give another result than its own.
fn arithmetic(calculation: &Calculation<'_>) -> Option<Candidate> {
    let own = calculation.figures.iter().all(|figure| figure.source == calculation.result.source);
    own.then(|| {
        let words = "the source's own figures give another result than the one it states";
        Candidate::new(CauseCode::ArithmeticError, Verdict::Consistent, words)
    })
}

/// Why a total may not be what its parts add up to: three causes at most.
#[must_use]
pub fn of_total(record: &Record, total: &Figure, sum: &Rational) -> Vec<Cause> {
    let slip = record.value(total).and_then(|value| {
        let (needed, needed_number) = (Cuts::point(sum.clone()), Some(sum.clone()));
        let kind = record.kind(total);
        slips(&Claim { figure: total, value, needed, needed_number, kind, other: None })
    });
    ranked(slip.into_iter().collect())
}

/// Why a part may be larger than its whole: three causes at most.
#[must_use]
pub fn of_part(record: &Record, part: &Figure, whole: &Figure) -> Vec<Cause> {
    let mut found = vec![parts::separate(part, whole)];
    found.extend(scope::of_groups(record, part, whole));
    let (from, to) = (record.lineage().timing(part), record.lineage().timing(whole));
    if from != to || from.latest().is_none() {
        let words =
            format!("“{}” is for {}, “{}” for {}", part.reported, said(from), whole.reported, said(to));
        found.push(Candidate::new(CauseCode::DifferentAsOf, Verdict::ConsistentAfterRounding, words));
    }
    ranked(found)
}

fn said(timing: &crate::period::Timing) -> String {
    match timing {
        crate::period::Timing::NotStated => "no date that is stated".to_owned(),
        dated => dated.words(),
    }
}

/// Why a set of claims and relations may not hold together: what would mend one of the relations by itself, or
/// two of the claims that speak of one thing.
#[must_use]
pub fn of_conflict(record: &Record, figures: &[&Figure], relations: &[&Relation]) -> Vec<Cause> {
    let of_relations = relations.iter().flat_map(|relation| match &relation.asserted {
        Asserted::PartOf { part, whole } => record
            .figure(part)
            .zip(record.figure(whole))
            .map_or_else(Vec::new, |(part, whole)| of_part(record, part, whole)),
        _ => Calculation::of(record, relation)
            .map_or_else(Vec::new, |calculation| of_calculation(record, &calculation)),
    });
    let alike = figures.iter().enumerate().flat_map(|(at, a)| {
        let rest = figures.iter().skip(at + 1).filter(|b| a.key == b.key);
        rest.flat_map(|b| of_pair(record, a, b))
    });
    let causes = of_relations.chain(alike).filter(|cause| cause.cause != CauseCode::Unexplained);
    ranked(causes.map(Candidate::from).collect())
}
