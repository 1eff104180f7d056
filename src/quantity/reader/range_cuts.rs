//! The table of cuts for ranges and for words that stand for one.

use super::super::{Cuts, End, Hedge, Interval, Rational};
use super::cutting::{between, nested};
use super::spread::Spread;

/// The row of a range, from the spreads of its ends.
pub(super) fn range(a: &Spread, b: &Spread, hedge: Option<Hedge>, is_round: bool) -> (Hedge, Cuts) {
    let hull = |index: fn(&Spread) -> &Interval| index(a).hull(index(b));
    let stated = Interval::closed(a.at.clone(), b.at.clone());
    let hedge = hedge.unwrap_or(Hedge::Between);
    let lower =
        |start: End| Interval::new(start, End::Closed(b.at.clone())).unwrap_or_else(|| stated.clone());
    let upper = |end: End| Interval::new(End::Closed(a.at.clone()), end).unwrap_or_else(|| stated.clone());
    let (first, last) = (a.at.clone(), b.at.clone());
    let cuts = match hedge {
        Hedge::Approximately | Hedge::Nearly | Hedge::JustOver => {
            let loose = [hull(|s| &s.near[0]), hull(|s| &s.near[2])];
            let [typical, support] = loose;
            return (Hedge::Approximately, nested([stated, typical, support]));
        }
        Hedge::MoreThan => {
            [lower(End::Open(first.clone())), lower(End::Open(first.clone())), Interval::above(first)]
        }
        Hedge::AtLeast => [stated.clone(), stated, Interval::at_least(first)],
        Hedge::FewerThan => {
            let below = between(a.possible.lo().clone(), End::Open(last.clone()), b);
            [upper(End::Open(last.clone())), upper(End::Open(last)), below]
        }
        Hedge::AtMost | Hedge::UpTo => {
            let over = if hedge == Hedge::UpTo { &last + &b.over } else { last };
            [stated.clone(), stated, between(a.possible.lo().clone(), End::Closed(over), b)]
        }
        Hedge::Exact
        | Hedge::Bare
        | Hedge::Between
        | Hedge::Rounded
        | Hedge::RandomlyRounded
        | Hedge::PlusMinus
        | Hedge::Vague => {
            let support = Interval::closed(&first - &a.over, &last + &b.over);
            let support = if is_round { support } else { stated.clone() };
            return (Hedge::Between, nested([stated.clone(), stated, support]));
        }
    };
    (hedge, nested(cuts))
}

/// "Dozens", "several hundred".
pub(super) fn vague(lo: &Rational, hi: &Rational, hedge: Option<Hedge>) -> (Hedge, Cuts) {
    let stated = Interval::closed(lo.clone(), hi.clone());
    match hedge {
        Some(hedge @ (Hedge::MoreThan | Hedge::AtLeast | Hedge::JustOver)) => {
            (hedge, nested([stated.clone(), stated, Interval::at_least(lo.clone())]))
        }
        Some(hedge @ (Hedge::FewerThan | Hedge::AtMost | Hedge::UpTo | Hedge::Nearly)) => {
            let below = Interval::closed(Rational::default(), hi.clone());
            (hedge, nested([stated, below.clone(), below]))
        }
        _ => (Hedge::Vague, Cuts::sharp(stated)),
    }
}
