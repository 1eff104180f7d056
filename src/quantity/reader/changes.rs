//! Changes as ratios of new to old, or as differences.

use super::super::{Amount, Cuts, Form, Interval, Rational};
use super::change_words::Direction;
use super::magnitude::Sense;

/// What a cut of the amount becomes, by whether it is a fall.
type CutMap = fn(&Interval, bool) -> Option<Interval>;

/// The amount of a change, read as such: "up 23%" from the 23%.
pub(super) fn changed(amount: Amount, sense: &Sense, direction: Direction) -> Amount {
    let falls = direction == Direction::Down;
    let (form, map): (Form, CutMap) = match sense {
        Sense::Percent => (Form::Change, |cut, falls| ratio(&cut.scale(&Rational::pow10(-2)), falls)),
        Sense::Proportion => (Form::Change, ratio),
        Sense::Fall => (Form::Change, |cut, _| Some(cut.clone())),
        Sense::Fold => {
            (Form::Change, |cut, falls| if falls { fall_by_a_factor(cut) } else { Some(cut.clone()) })
        }
        Sense::Points => (Form::PercentagePoints, |cut, falls| Some(signed(cut, falls))),
        Sense::Number | Sense::Money(_) => (Form::Difference, |cut, falls| Some(signed(cut, falls))),
    };
    let cuts = amount.cuts().map(|cut| map(cut, falls)).unwrap_or_else(|| amount.cuts().clone());
    let point = amount
        .nominal_point()
        .filter(|_| form == Form::Change)
        .and_then(|nominal| map(&Interval::point(nominal.clone()), falls)?.as_point().cloned());
    amount.into_change(form, point, cuts)
}

/// One more or less a share. Nothing falls by more than all of it.
fn ratio(share: &Interval, falls: bool) -> Option<Interval> {
    let one = Interval::point(Rational::from(1));
    if !falls {
        return Some(one.add(share));
    }
    one.sub(share).intersect(&Interval::at_least(Rational::default()))
}

/// "A five-fold fall"; but "halved" is a factor below one already.
fn fall_by_a_factor(factor: &Interval) -> Option<Interval> {
    let above = factor.lo().value().is_some_and(|lo| *lo >= Rational::from(1));
    if above { Interval::point(Rational::from(1)).div(factor) } else { Some(factor.clone()) }
}

fn signed(interval: &Interval, falls: bool) -> Interval {
    if falls { interval.scale(&Rational::from(-1)) } else { interval.clone() }
}

/// "From 40 to 50": the ratio, or the difference where there is no ratio to zero.
pub(super) fn between(earlier: &Amount, level: &Amount) -> Option<Amount> {
    let (old, new) = (earlier.nominal_point()?.clone(), level.nominal_point()?.clone());
    let hedge = if level.hedge().is_hedged() { level.hedge() } else { earlier.hedge() };
    let ratio = level.cuts().zip(earlier.cuts(), Interval::div);
    let (form, cuts, point) = match ratio {
        Some(cuts) => (Form::Change, cuts, new.checked_div(&old)),
        None => (Form::Difference, level.cuts().zip(earlier.cuts(), |a, b| Some(a.sub(b)))?, None),
    };
    Some(Amount::new(hedge, form.clone(), &[old, new], cuts.clone()).into_change(form, point, cuts))
}

/// What a change and the level it arrives at imply for the level before.
pub(super) fn earlier(level: &Amount, change: &Amount) -> Option<Cuts> {
    match change.form() {
        Form::Change => level.cuts().zip(change.cuts(), Interval::div),
        Form::PercentagePoints if *level.form() == Form::Percent => {
            level.cuts().zip(change.cuts(), |level, change| Some(level.sub(change)))
        }
        Form::Difference => level.cuts().zip(change.cuts(), |level, change| Some(level.sub(change))),
        Form::PercentagePoints | Form::Number | Form::Percent | Form::Proportion | Form::Money(_) => None,
    }
}
