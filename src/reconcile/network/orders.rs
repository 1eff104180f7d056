//! Accounts of one measure and time that do not count the same groups: what order still holds between them.

use super::super::Scale;
use super::Tie;
use super::build::{Builder, Variables, is_never_negative};
use super::quantity::{Breadth, Scope};
use crate::constraint::{Doubt, Variable};
use crate::model::{Code, DimensionId, Measure};
use crate::period::Timing;
use std::collections::BTreeMap;

type Place<'a> = (&'a BTreeMap<&'a DimensionId, &'a Code>, &'a Timing);

pub(super) fn add(builder: &mut Builder<'_>, measure: &Measure, variables: &Variables<'_>) {
    if !is_never_negative(measure) {
        return;
    }
    let mut accounts: BTreeMap<Place<'_>, Vec<(Scope<'_>, Variable)>> = BTreeMap::new();
    for (quantity, variable) in variables {
        if quantity.scope.scale == Scale::OfTheMeasure && *quantity.timing != Timing::NotStated {
            accounts.entry((&quantity.codes, quantity.timing)).or_default().push((quantity.scope, *variable));
        }
    }
    for scopes in accounts.values().filter(|scopes| scopes.len() > 1) {
        for (narrow, part) in scopes {
            for (wide, whole) in scopes {
                if is_within(narrow, wide) {
                    builder.tie(Tie::WithinScope, *whole, &[*part], Doubt::Weighs(1));
                }
            }
        }
    }
}

/// One account counts fewer groups than another, or says that it counts a part where the other does not.
fn is_within(narrow: &Scope<'_>, wide: &Scope<'_>) -> bool {
    if narrow.counted_as != wide.counted_as || narrow.currency != wide.currency {
        return false;
    }
    let same_groups = narrow.includes == wide.includes;
    let fewer = !narrow.includes.is_empty()
        && !same_groups
        && narrow.includes.is_subset(wide.includes)
        && wide.breadth == Breadth::Whole;
    let part = same_groups && narrow.breadth == Breadth::Part && wide.breadth == Breadth::Whole;
    fewer || part
}
