//! The table of cuts: what each hedge makes of the spread of a number.

use super::super::{Amount, Context, Cuts, End, Form, Hedge, HedgeWidths, Interval, Rational, Register};
use super::magnitude::{Magnitude, Sense, Shape};
use super::numeral::Numeral;
use super::range_cuts::{range, vague};
use super::roundness::{granularity, is_round};
use super::spread::{Spread, around, halved, held, one_in, part, spread};

/// What the words say of a number beside its hedge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Precision {
    /// Rounded to a base.
    Rounded(Rounding, Rational),
    /// "± 5", in the unit of the number.
    Margin(Rational),
    /// "± 5%".
    MarginPercent(Rational),
}

/// How it was rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rounding {
    Nearest,
    Up,
    Down,
    Random,
}

/// The amount that a magnitude stands for, with its hedge.
pub(super) fn amount(
    magnitude: &Magnitude,
    hedge: Option<Hedge>,
    precision: Option<&Precision>,
    context: &Context,
    widths: &HedgeWidths,
) -> Amount {
    let form = form(&magnitude.sense);
    let of = |number: &Numeral| spread(number, &magnitude.sense, context, widths);
    match &magnitude.shape {
        Shape::One(number) => {
            let (hedge, cuts) = match precision.filter(|_| hedge.is_none_or(|hedge| !is_bound(hedge))) {
                Some(precision) => precise(&of(number), precision),
                None => one(number, &magnitude.sense, hedge, &of(number), context, widths),
            };
            let amount = Amount::new(hedge, form, std::slice::from_ref(&number.value), cuts);
            if matches!(magnitude.sense, Sense::Fold | Sense::Fall) {
                amount
            } else {
                amount.with_granularity(granularity(number))
            }
        }
        Shape::Range(a, b) => {
            let round = context.register == Register::Prose && is_round(a, widths) && is_round(b, widths);
            let (hedge, cuts) = range(&of(a), &of(b), hedge, round);
            Amount::new(hedge, form, &[a.value.clone(), b.value.clone()], cuts)
        }
        Shape::Vague { lo, hi, nominal } => {
            let (hedge, cuts) = vague(lo, hi, hedge);
            Amount::new(hedge, form, nominal.as_slice(), cuts)
        }
        Shape::OneIn(n) => proportion(&one_in(n), hedge, form),
        Shape::Part(share) => proportion(&part(share.clone(), widths), hedge, form),
    }
}

fn form(sense: &Sense) -> Form {
    match sense {
        Sense::Number => Form::Number,
        Sense::Percent => Form::Percent,
        Sense::Points => Form::PercentagePoints,
        Sense::Money(code) => Form::Money(code.clone()),
        Sense::Proportion => Form::Proportion,
        Sense::Fold | Sense::Fall => Form::Change,
    }
}

fn is_bound(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::MoreThan | Hedge::AtLeast | Hedge::FewerThan | Hedge::AtMost | Hedge::UpTo)
}

fn one(
    number: &Numeral,
    sense: &Sense,
    hedge: Option<Hedge>,
    spread: &Spread,
    context: &Context,
    widths: &HedgeWidths,
) -> (Hedge, Cuts) {
    let threshold =
        *sense == Sense::Number && number.value.signum() > 0 && number.value <= widths.threshold_up_to;
    if hedge == Some(Hedge::FewerThan) && threshold {
        let lowest = Rational::from(i64::from(context.zeros_shown));
        let below = Interval::new(End::Closed(lowest), End::Open(number.value.clone()))
            .unwrap_or_else(|| Interval::closed(Rational::default(), number.value.clone()));
        return (Hedge::FewerThan, Cuts::sharp(below));
    }
    let bare_hedge = match context.rounding {
        Some(_) if context.register == Register::Table && !number.has_magnitude && is_amount(sense) => {
            Hedge::Rounded
        }
        _ => Hedge::Bare,
    };
    let hedge = hedge.unwrap_or(bare_hedge);
    let meant = if *sense == Sense::Fall { mirrored(hedge) } else { hedge };
    (hedge, hedged(spread, meant))
}

/// Of a fall, "nearly" and "more than" are meant the other way round: more than halved is below a half.
fn mirrored(hedge: Hedge) -> Hedge {
    match hedge {
        Hedge::Nearly => Hedge::JustOver,
        Hedge::JustOver => Hedge::Nearly,
        Hedge::MoreThan => Hedge::FewerThan,
        Hedge::FewerThan => Hedge::MoreThan,
        Hedge::AtLeast => Hedge::AtMost,
        Hedge::AtMost | Hedge::UpTo => Hedge::AtLeast,
        Hedge::Exact
        | Hedge::Bare
        | Hedge::Approximately
        | Hedge::Between
        | Hedge::Rounded
        | Hedge::RandomlyRounded
        | Hedge::PlusMinus
        | Hedge::Vague => hedge,
    }
}

fn is_amount(sense: &Sense) -> bool {
    matches!(sense, Sense::Number | Sense::Money(_))
}

/// A row of the table for a single number.
fn hedged(spread: &Spread, hedge: Hedge) -> Cuts {
    let at = &spread.at;
    let side =
        |end: Interval| spread.near.clone().map(|cut| cut.intersect(&end).unwrap_or_else(|| cut.clone()));
    let top = || spread.possible.hi().clone();
    let bottom = || spread.possible.lo().clone();
    let upwards = |start: fn(Rational) -> End| {
        let to = |reach: &Rational| between(start(at.clone()), End::Closed(at + reach), spread);
        [to(&spread.reach[0]), to(&spread.reach[1]), between(start(at.clone()), top(), spread)]
    };
    let cuts = match hedge {
        Hedge::Exact => return Cuts::point(at.clone()),
        Hedge::Approximately => spread.near.clone(),
        Hedge::Nearly => side(Interval::below(at.clone())),
        Hedge::JustOver => side(Interval::above(at.clone())),
        Hedge::MoreThan => upwards(End::Open),
        Hedge::AtLeast => upwards(End::Closed),
        Hedge::FewerThan => {
            let from = |reach: &Rational| between(End::Closed(at - reach), End::Open(at.clone()), spread);
            [from(&spread.reach[0]), from(&spread.reach[1]), between(bottom(), End::Open(at.clone()), spread)]
        }
        Hedge::AtMost => return Cuts::sharp(between(bottom(), End::Closed(at.clone()), spread)),
        Hedge::UpTo => [
            between(End::Closed(at - &spread.back), End::Closed(at.clone()), spread),
            between(bottom(), End::Closed(at.clone()), spread),
            between(bottom(), End::Closed(at + &spread.over), spread),
        ],
        Hedge::Bare
        | Hedge::Between
        | Hedge::Rounded
        | Hedge::RandomlyRounded
        | Hedge::PlusMinus
        | Hedge::Vague => spread.bare.clone(),
    };
    nested(cuts)
}

/// What lies between two ends and is possible.
pub(super) fn between(lo: End, hi: End, spread: &Spread) -> Interval {
    let interval = Interval::new(lo, hi).unwrap_or_else(|| Interval::point(spread.at.clone()));
    held(interval, &spread.possible)
}

/// Each cut widened to hold the sharper one, so that settings of widths cannot break the nesting.
pub(super) fn nested([core, typical, support]: [Interval; 3]) -> Cuts {
    let typical = typical.hull(&core);
    let support = support.hull(&typical);
    let sharp = Cuts::sharp(core.clone());
    Cuts::new(core, typical, support).unwrap_or(sharp)
}

fn proportion(spread: &Spread, hedge: Option<Hedge>, form: Form) -> Amount {
    let hedge = hedge.unwrap_or(Hedge::Bare);
    Amount::new(hedge, form, std::slice::from_ref(&spread.at), hedged(spread, hedge))
}

/// A stated rounding or margin.
fn precise(spread: &Spread, precision: &Precision) -> (Hedge, Cuts) {
    let at = &spread.at;
    let point = Interval::point(at.clone());
    let cuts = |loose: Interval| {
        let loose = held(loose, &spread.possible);
        nested([point.clone(), loose.clone(), loose])
    };
    let ends = |lo, hi| Interval::new(lo, hi).unwrap_or_else(|| point.clone());
    let margin = |half: Rational| (Hedge::PlusMinus, cuts(around(at, &half)));
    match precision {
        Precision::Margin(half) => margin(half.abs()),
        Precision::MarginPercent(percent) => margin(at.abs() * percent.abs() * Rational::pow10(-2)),
        Precision::Rounded(Rounding::Nearest, base) => (Hedge::Rounded, cuts(around(at, &halved(base)))),
        Precision::Rounded(Rounding::Up, base) => {
            (Hedge::Rounded, cuts(ends(End::Open(at - base), End::Closed(at.clone()))))
        }
        Precision::Rounded(Rounding::Down, base) => {
            (Hedge::Rounded, cuts(ends(End::Closed(at.clone()), End::Open(at + base))))
        }
        Precision::Rounded(Rounding::Random, base) => {
            let off = (base - Rational::from(1)).max(Rational::default());
            (Hedge::RandomlyRounded, cuts(around(at, &off)))
        }
    }
}
