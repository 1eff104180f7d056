//! Relations that sources assert, as statements about variables.

use super::super::weight;
use super::Stated;
use super::build::Builder;
use crate::constraint::{Doubt, Sense, Statement, Variable};
use crate::model::{Asserted, FigureId, QuantityKind, Relation, RelationId};
use crate::quantity::{Form, Hedge, Interval, Rational};
use std::collections::BTreeMap;

pub(super) fn add(builder: &mut Builder<'_>) {
    let dataset = builder.dataset;
    for relation in dataset.relations() {
        let mut named = relation.asserted.figures().into_iter().filter_map(|id| dataset.figure(id));
        if !named.any(|figure| builder.is_history(figure)) {
            // A relation over a figure that is not on record says nothing.
            let _stated = add_relation(builder, relation);
        }
    }
    add_disjoint_parts(builder);
}

fn add_relation(builder: &mut Builder<'_>, relation: &Relation) -> Option<()> {
    match &relation.asserted {
        Asserted::Separate { .. } | Asserted::Change { old: None, .. } => None,
        Asserted::Multiple { factor: None, .. } => None,
        Asserted::PartOf { part, whole } => at_most(builder, relation, part, whole),
        Asserted::Cumulative { earlier, later } => at_most(builder, relation, earlier, later),
        Asserted::Sum { total, parts } => sum(builder, relation, total, parts),
        Asserted::Difference { result, from, less } => {
            sum(builder, relation, from, &[result.clone(), less.clone()])
        }
        Asserted::Complement { members, whole: Some(whole) } => sum(builder, relation, whole, members),
        Asserted::Complement { members, whole: None } => hundred(builder, relation, members),
        Asserted::Ratio { numerator, denominator, result } => {
            ratio(builder, relation, [numerator, denominator, result])
        }
        Asserted::Share { part, whole, result } => share(builder, relation, part.as_ref(), [whole, result]),
        Asserted::Change { new, old: Some(old), change } => change_of(builder, relation, [new, old, change]),
        Asserted::Multiple { base, factor: Some(factor), result } => {
            product(builder, relation, [result, base, factor])
        }
    }
}

fn state(builder: &mut Builder<'_>, relation: &Relation, statement: Statement) {
    let source = builder.dataset.source(&relation.source);
    let doubt = Doubt::Weighs(source.map_or(1, |source| weight(source.kind)));
    builder.state(statement, doubt, Stated::Relations(vec![relation.id.clone()]));
}

/// Each variable once, so that a part named twice counts twice.
fn terms(positive: &[Variable], negative: Option<Variable>) -> Vec<(Variable, Rational)> {
    let mut terms: BTreeMap<Variable, Rational> = BTreeMap::new();
    let signed = positive.iter().map(|v| (*v, 1)).chain(negative.map(|v| (v, -1)));
    for (variable, sign) in signed {
        let term = terms.entry(variable).or_default();
        *term = &*term + &Rational::from(sign);
    }
    terms.into_iter().filter(|(_, coefficient)| coefficient.signum() != 0).collect()
}

fn linear(
    builder: &mut Builder<'_>,
    relation: &Relation,
    terms: Vec<(Variable, Rational)>,
    sense: Sense,
    constant: Rational,
) -> Option<()> {
    state(builder, relation, Statement::Linear { terms, sense, constant });
    Some(())
}

fn at_most(builder: &mut Builder<'_>, relation: &Relation, part: &FigureId, whole: &FigureId) -> Option<()> {
    let (part, whole) = (builder.operand(part)?, builder.operand(whole)?);
    linear(builder, relation, terms(&[part], Some(whole)), Sense::AtMost, Rational::from(0))
}

fn sum(builder: &mut Builder<'_>, relation: &Relation, total: &FigureId, parts: &[FigureId]) -> Option<()> {
    let total = builder.operand(total)?;
    let parts: Vec<Variable> = parts.iter().map(|id| builder.operand(id)).collect::<Option<_>>()?;
    linear(builder, relation, terms(&parts, Some(total)), Sense::Equal, Rational::from(0))
}

fn hundred(builder: &mut Builder<'_>, relation: &Relation, members: &[FigureId]) -> Option<()> {
    let shares: Vec<Variable> = members.iter().map(|id| builder.operand(id)).collect::<Option<_>>()?;
    let proportions = members.iter().filter_map(|id| builder.dataset.figure(id)).all(|figure| {
        // A measure of shares is in per cent; elsewhere "a third" is a part of one.
        builder.kind(figure) != QuantityKind::Share
            && figure.reading().amount().is_some_and(|amount| *amount.form() == Form::Proportion)
    });
    let all = Rational::from(if proportions { 1 } else { 100 });
    linear(builder, relation, terms(&shares, None), Sense::Equal, all)
}

/// `numerator = result × denominator`. A quotient that is given as a count was rounded to a whole unit.
fn ratio(builder: &mut Builder<'_>, relation: &Relation, ids: [&FigureId; 3]) -> Option<()> {
    let [numerator, denominator, result] = operands(builder, ids)?;
    let left = if builder.is_whole(result) { unrounded(builder, result)? } else { result };
    let slack = Rational::from(0);
    let statement = Statement::Product { product: numerator, left, right: denominator, slack };
    state(builder, relation, statement);
    Some(())
}

/// The exact quotient behind one that was rounded to a whole unit.
fn unrounded(builder: &mut Builder<'_>, rounded: Variable) -> Option<Variable> {
    let exact = builder.unreported(rounded, Interval::all());
    let half = Rational::new(1, 2)?;
    for (more, less) in [(exact, rounded), (rounded, exact)] {
        let statement = Statement::Linear {
            terms: terms(&[more], Some(less)),
            sense: Sense::AtMost,
            constant: half.clone(),
        };
        builder.state(statement, Doubt::Never, Stated::Rounding);
    }
    Some(exact)
}

/// `product = left × right`; a product that is a count was rounded to a whole unit.
fn product(builder: &mut Builder<'_>, relation: &Relation, ids: [&FigureId; 3]) -> Option<()> {
    let [product, left, right] = operands(builder, ids)?;
    let slack = if builder.is_whole(product) { Rational::new(1, 2)? } else { Rational::from(0) };
    state(builder, relation, Statement::Product { product, left, right, slack });
    Some(())
}

/// What the words of a change say decides whether it is added or multiplied. A bare share does not say in which
/// direction a figure changed.
fn change_of(builder: &mut Builder<'_>, relation: &Relation, ids: [&FigureId; 3]) -> Option<()> {
    let [new, old, change] = ids;
    let form = builder.dataset.figure(change)?.reading().amount()?.form().clone();
    match form {
        Form::PercentagePoints | Form::Difference => {
            sum(builder, relation, new, &[old.clone(), change.clone()])
        }
        Form::Percent | Form::Proportion => None,
        Form::Number | Form::Change | Form::Money(_) => product(builder, relation, [new, old, change]),
    }
}

/// A part that the source does not count is of the same units as the whole.
fn share(
    builder: &mut Builder<'_>,
    relation: &Relation,
    part: Option<&FigureId>,
    [whole, percent]: [&FigureId; 2],
) -> Option<()> {
    let decimals = printed_decimals(builder, percent);
    let (whole, percent) = (builder.operand(whole)?, builder.operand(percent)?);
    let part = match part {
        Some(part) => builder.operand(part)?,
        None => builder.uncounted_part(whole),
    };
    state(builder, relation, Statement::Percentage { part, whole, percent, decimals });
    Some(())
}

/// The decimals a percentage was printed with, by how far it may have been rounded; none where it is hedged.
fn printed_decimals(builder: &Builder<'_>, id: &FigureId) -> Option<u32> {
    let amount = builder.dataset.figure(id)?.reading().amount()?;
    if amount.hedge() != Hedge::Bare || *amount.form() != Form::Percent {
        return None;
    }
    let width = amount.cuts().typical().width()?;
    (0..=6)
        .find(|decimals| width == Rational::pow10(-decimals))
        .and_then(|decimals| u32::try_from(decimals).ok())
}

fn operands(builder: &mut Builder<'_>, ids: [&FigureId; 3]) -> Option<[Variable; 3]> {
    let [a, b, c] = ids;
    Some([builder.operand(a)?, builder.operand(b)?, builder.operand(c)?])
}

/// Groups that do not overlap and lie within one whole come to no more than it.
fn add_disjoint_parts(builder: &mut Builder<'_>) {
    let dataset = builder.dataset;
    let mut wholes_of: BTreeMap<&FigureId, Vec<(&FigureId, &RelationId)>> = BTreeMap::new();
    for relation in dataset.relations() {
        if let Asserted::PartOf { part, whole } = &relation.asserted {
            wholes_of.entry(part).or_default().push((whole, &relation.id));
        }
    }
    for relation in dataset.relations() {
        let Asserted::Separate { members } = &relation.asserted else { continue };
        let mut within: BTreeMap<&FigureId, BTreeMap<&FigureId, &RelationId>> = BTreeMap::new();
        for member in members {
            for (whole, by) in wholes_of.get(member).into_iter().flatten() {
                within.entry(whole).or_default().insert(member, by);
            }
        }
        for (whole, parts) in within.into_iter().filter(|(_, parts)| parts.len() > 1) {
            let by = std::iter::once(&relation.id).chain(parts.values().copied()).cloned().collect();
            let parts: Vec<&FigureId> = parts.into_keys().collect();
            // As above: a figure that is not on record has no part in it.
            let _stated = disjoint_parts(builder, relation, whole, &parts, by);
        }
    }
}

fn disjoint_parts(
    builder: &mut Builder<'_>,
    relation: &Relation,
    whole: &FigureId,
    parts: &[&FigureId],
    by: Vec<RelationId>,
) -> Option<()> {
    let parts: Vec<Variable> = parts.iter().map(|id| builder.operand(id)).collect::<Option<_>>()?;
    let whole = builder.operand(whole)?;
    let (terms, constant) = (terms(&parts, Some(whole)), Rational::from(0));
    let doubt = Doubt::Weighs(builder.dataset.source(&relation.source).map_or(1, |s| weight(s.kind)));
    builder.state(Statement::Linear { terms, sense: Sense::AtMost, constant }, doubt, Stated::Relations(by));
    Some(())
}
