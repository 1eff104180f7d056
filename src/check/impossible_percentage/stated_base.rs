//! A percentage with the count it is of in the same words: "40% of 7".

use super::{DOC, explain, on_either_side};
use crate::check::subject::{about, identity};
use crate::finding::{Finding, Nature, Severity};
use crate::model::Figure;
use crate::quantity::{Form, Hedge, Rational, Reading, RelationHint};

/// Above this nearly every percentage is that of some whole number.
const LARGEST: i64 = 10_000;

/// Nouns of what is measured and not counted: it has parts that are no whole number.
#[rustfmt::skip]
const MEASURED: &[&str] = &[
    "acres", "days", "hectares", "hours", "kg", "kilograms", "kilometres", "km", "litres", "metres", "miles",
    "minutes", "months", "points", "pounds", "square", "tonnes", "tons", "weeks", "years",
];

pub(super) fn finding(figure: &Figure) -> Option<Finding> {
    let reading = figure.reading();
    // Where the phrase has another reading, that one may hold.
    if !reading.alternatives().is_empty() {
        return None;
    }
    let amount = reading.amount().filter(|amount| *amount.form() == Form::Percent)?;
    let base = base(reading)?;
    let of = base.amount()?.nominal_point()?;
    if has_a_whole_part(amount.cuts().support(), of)? {
        return None;
    }
    let mut finding = Finding::new(&DOC, Severity::Error, Nature::Discrepancy, identity(&[figure]));
    finding.title = format!("“{}” is no percentage of “{}”", reading.verbatim(), base.verbatim());
    finding.message = format!(
        "“{}” names the count it is a percentage of. No whole number of units in “{}” gives that percentage. {}",
        figure.reported,
        base.verbatim(),
        on_either_side(of, amount.nominal_point()?)?,
    );
    explain(&mut finding, figure);
    about(&mut finding, [figure]);
    Some(finding)
}

/// The count that stands after "of": an exact whole number of units.
fn base(reading: &Reading) -> Option<&Reading> {
    let [base] = reading.further() else { return None };
    let after = reading.phrase().get(reading.span().end..)?.trim_start();
    let named = ["of the ", "of all ", "of "].iter().find_map(|of| after.strip_prefix(of))?;
    let amount = base.amount()?;
    let is_count = *amount.form() == Form::Number
        && amount.hedge() == Hedge::Bare
        && amount.cuts().support().as_point().is_some_and(Rational::is_integer)
        && amount.nominal_point().is_some_and(|of| of.signum() > 0 && *of <= Rational::from(LARGEST));
    let is_measured = named.split_whitespace().any(|word| MEASURED.contains(&word));
    let related = reading.relation() == Some(RelationHint::Subset) && named.starts_with(base.verbatim());
    (is_count && related && !is_measured).then_some(base)
}

/// Some whole number of units lies in the percentage of them. An open end is taken for a closed one, so that halves
/// may have been rounded up or down.
fn has_a_whole_part(percent: &crate::quantity::Interval, of: &Rational) -> Option<bool> {
    let hundred = Rational::from(100);
    let units = |end: Option<&Rational>| (end? * of).checked_div(&hundred);
    let (least, most) = (units(percent.lo().value())?, units(percent.hi().value())?);
    // The largest whole number that is at most the upper end is also at least the lower one.
    Some(most.floor() >= least)
}
