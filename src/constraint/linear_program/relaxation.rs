//! The linear rows that follow from a relation, given what its variables may be.
//!
//! A product of two variables lies between four planes through the corners of its factors (McCormick 1976); where a
//! factor is settled, they fall together into the product itself.

use super::model::LinearRow;
use crate::constraint::Sense;
use crate::constraint::domains::{Domains, Local};
use crate::constraint::propagate::Shares;
use crate::constraint::row::{Row, gathered};
use crate::quantity::Rational;

/// The rows of a relation.
pub(super) fn of(row: &Row, domains: &Domains) -> Vec<LinearRow> {
    match row {
        Row::Linear { terms, sense, constant } => {
            let equal = *sense == Sense::Equal;
            vec![LinearRow { terms: terms.clone(), equal, constant: constant.clone() }]
        }
        Row::Product { product, left, right, slack } => {
            let made = (*product, Rational::from(1));
            Planes { made, x: *left, y: *right, slack: slack.clone(), slack_of_y: Rational::default() }
                .rows(domains)
        }
        Row::Percentage { part, whole, percent, decimals } => {
            percentage(*part, *whole, *percent, &Shares::printed_with(*decimals), domains)
        }
    }
}

fn percentage(
    part: Local,
    whole: Local,
    percent: Local,
    shares: &Shares,
    domains: &Domains,
) -> Vec<LinearRow> {
    let hundred = Rational::from(100);
    let rounding = shares.rounding();
    if rounding.signum() != 0 && domains[whole].lo().value().is_none_or(|lo| lo.signum() < 0) {
        return Vec::new();
    }
    let made = (part, hundred.clone());
    let planes = Planes { made, x: percent, y: whole, slack: Rational::default(), slack_of_y: rounding };
    let mut rows = planes.rows(domains);
    if domains[whole].lo().value().is_some_and(|lo| lo.signum() >= 0) {
        let share = shares.behind(&domains[percent]);
        let side = |sign: i64, end: &Rational| {
            let sign = Rational::from(sign);
            at_most(vec![(part, &hundred * &sign), (whole, -(end * &sign))], Rational::default())
        };
        rows.extend(share.hi().value().map(|hi| side(1, hi)));
        rows.extend(share.lo().value().map(|lo| side(-1, lo)));
    }
    rows
}

fn at_most(terms: Vec<(Local, Rational)>, constant: Rational) -> LinearRow {
    LinearRow { terms: gathered(terms), equal: false, constant }
}

/// `weight · made = x · y`, give or take a slack and another for each unit of `y`.
struct Planes {
    made: (Local, Rational),
    x: Local,
    y: Local,
    slack: Rational,
    slack_of_y: Rational,
}

impl Planes {
    fn rows(&self, domains: &Domains) -> Vec<LinearRow> {
        let (x, y) = (&domains[self.x], &domains[self.y]);
        let zero = Rational::default();
        let settled = x.as_point().map(|x| (x, &zero)).or_else(|| y.as_point().map(|y| (&zero, y)));
        if let Some((x, y)) = settled {
            return self.settled(x, y);
        }
        let plane = |x: Option<&Rational>, y: Option<&Rational>, sign| Some(self.plane(x?, y?, sign));
        let [x_lo, x_hi, y_lo, y_hi] = [x.lo(), x.hi(), y.lo(), y.hi()].map(|end| end.value());
        [plane(x_lo, y_lo, -1), plane(x_hi, y_hi, -1), plane(x_hi, y_lo, 1), plane(x_lo, y_hi, 1)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Where a factor is settled, the product is linear in the other one.
    fn settled(&self, x: &Rational, y: &Rational) -> Vec<LinearRow> {
        let above = self.plane(x, y, 1);
        if self.slack.signum() == 0 && self.slack_of_y.signum() == 0 {
            return vec![LinearRow { equal: true, ..above }];
        }
        vec![above, self.plane(x, y, -1)]
    }

    /// Which side of the plane through a corner the product lies on: below it for 1, above it for −1.
    fn plane(&self, x: &Rational, y: &Rational, sign: i64) -> LinearRow {
        let sign = Rational::from(sign);
        let (made, weight) = &self.made;
        let terms =
            vec![(*made, weight * &sign), (self.y, -(x * &sign) - &self.slack_of_y), (self.x, -(y * &sign))];
        at_most(terms, &self.slack - x * y * sign)
    }
}
