//! Small systems made at random, and all their solutions in whole numbers.

use super::building::Building;
use crate::constraint::{Sense, Statement, Wholeness};
use crate::quantity::{Alpha, Cuts, End, Interval, Rational};
use proptest::prelude::*;

/// Every variable goes from zero to this.
pub(super) const TOP: i64 = 6;

#[derive(Debug, Clone)]
pub(super) enum SmallStatement {
    /// Around some numbers, so far at each cut; without its ends where it is open and has any width.
    Claim {
        on: usize,
        at: Vec<i64>,
        reach: [i64; 3],
        open: bool,
    },
    Linear {
        weights: Vec<i64>,
        equal: bool,
        constant: i64,
    },
    Product {
        of: [usize; 3],
        slack: i64,
    },
    Percentage {
        of: [usize; 2],
        percent: i64,
        decimals: Option<u32>,
    },
}

#[derive(Debug, Clone)]
pub(super) struct Small {
    pub(super) count: usize,
    pub(super) divisible: bool,
    pub(super) statements: Vec<SmallStatement>,
}

fn claim() -> impl Strategy<Value = SmallStatement> {
    let reach = (0..2_i64, 0..2_i64, 0..3_i64).prop_map(|(a, b, c)| [a, a + b, a + b + c]);
    (0..4_usize, prop::collection::vec(0..=TOP, 1..3), reach, any::<bool>())
        .prop_map(|(on, at, reach, open)| SmallStatement::Claim { on, at, reach, open })
}

fn linear() -> impl Strategy<Value = SmallStatement> {
    (prop::collection::vec(-3..4_i64, 4), any::<bool>(), -4..9_i64)
        .prop_map(|(weights, equal, constant)| SmallStatement::Linear { weights, equal, constant })
}

fn relation() -> impl Strategy<Value = SmallStatement> {
    prop_oneof![
        3 => linear(),
        2 => (prop::array::uniform3(0..4_usize), 0..2_i64).prop_map(|(of, slack)| SmallStatement::Product { of, slack }),
        1 => (prop::array::uniform2(0..4_usize), 0..120_i64, prop::option::of(0..2_u32))
            .prop_map(|(of, percent, decimals)| SmallStatement::Percentage { of, percent, decimals }),
    ]
}

/// Counts, with every kind of statement.
pub(super) fn small() -> impl Strategy<Value = Small> {
    let statement = prop_oneof![2 => claim(), 3 => relation()];
    (2..5_usize, prop::collection::vec(statement, 1..8)).prop_map(|(count, statements)| Small {
        count,
        divisible: false,
        statements,
    })
}

/// Divisible quantities in linear relations, with claims of one reading.
pub(super) fn divisible_linear() -> impl Strategy<Value = Small> {
    let one = claim().prop_map(|claim| match claim {
        SmallStatement::Claim { on, at, reach, open } => {
            SmallStatement::Claim { on, at: at.into_iter().take(1).collect(), reach, open }
        }
        other => other,
    });
    let statement = prop_oneof![2 => one, 3 => linear()];
    (2..5_usize, prop::collection::vec(statement, 1..8)).prop_map(|(count, statements)| Small {
        count,
        divisible: true,
        statements,
    })
}

fn around(at: i64, reach: i64, open: bool, by: &Rational) -> Interval {
    let (lo, hi) = (Rational::from(at - reach) * by, Rational::from(at + reach) * by);
    if open && reach > 0 {
        return Interval::new(End::Open(lo), End::Closed(hi)).unwrap();
    }
    Interval::closed(lo, hi)
}

impl Small {
    /// The system, with every variable, end and constant multiplied where a factor is given.
    pub(super) fn build(&self, factor: &[Rational]) -> Building {
        let one = Rational::from(1);
        let by = factor.first().unwrap_or(&one);
        let mut b = Building::default();
        let wholeness = if self.divisible { Wholeness::Divisible } else { Wholeness::Whole };
        let domain = Interval::closed(Rational::from(0), Rational::from(TOP) * by);
        let v: Vec<_> = (0..self.count).map(|_| b.system.variable(domain.clone(), wholeness)).collect();
        let at = |index: usize| v[index % self.count];
        for statement in &self.statements {
            let statement = match statement {
                SmallStatement::Claim { on, at: values, reach, open } => {
                    let cuts = |value: &i64| {
                        let [core, typical, support] = reach.map(|reach| around(*value, reach, *open, by));
                        Cuts::new(core, typical, support).unwrap()
                    };
                    Statement::Claim { on: at(*on), readings: values.iter().map(cuts).collect() }
                }
                SmallStatement::Linear { weights, equal, constant } => Statement::Linear {
                    terms: v.iter().zip(weights).map(|(v, weight)| (*v, Rational::from(*weight))).collect(),
                    sense: if *equal { Sense::Equal } else { Sense::AtMost },
                    constant: Rational::from(*constant) * by,
                },
                SmallStatement::Product { of: [p, x, y], slack } => Statement::Product {
                    product: at(*p),
                    left: at(*x),
                    right: at(*y),
                    slack: Rational::from(*slack),
                },
                SmallStatement::Percentage { of: [part, whole], percent, decimals } => {
                    let point = Interval::point(Rational::from(*percent));
                    let percent = b.system.variable(point, Wholeness::Divisible);
                    Statement::Percentage { part: at(*part), whole: at(*whole), percent, decimals: *decimals }
                }
            };
            b.state(statement);
        }
        b
    }

    /// The same with one claim wider by so much at every cut.
    pub(super) fn widened(&self, which: usize, by: i64) -> Self {
        let mut wider = self.clone();
        let claims = wider.statements.iter_mut().filter_map(|statement| match statement {
            SmallStatement::Claim { reach, .. } => Some(reach),
            _ => None,
        });
        let mut claims: Vec<_> = claims.collect();
        let count = claims.len().max(1);
        if let Some(reach) = claims.get_mut(which % count) {
            **reach = reach.map(|reach| reach + by);
        }
        wider
    }

    /// Every solution in whole numbers.
    pub(super) fn solutions(&self, alpha: Alpha) -> Vec<Vec<i64>> {
        let mut all = vec![Vec::new()];
        for _ in 0..self.count {
            all = all
                .iter()
                .flat_map(|from| (0..=TOP).map(move |next| [from.as_slice(), &[next]].concat()))
                .collect();
        }
        all.retain(|values| self.statements.iter().all(|statement| self.is_met(statement, values, alpha)));
        all
    }

    fn is_met(&self, statement: &SmallStatement, values: &[i64], alpha: Alpha) -> bool {
        let value = |index: usize| values[index % self.count];
        match statement {
            SmallStatement::Claim { on, at, reach, open } => {
                let reach = reach[alpha as usize];
                at.iter().any(|at| {
                    let from = if *open && reach > 0 { at - reach + 1 } else { at - reach };
                    (from..=at + reach).contains(&value(*on))
                })
            }
            SmallStatement::Linear { weights, equal, constant } => {
                let sum: i64 = values.iter().zip(weights).map(|(value, weight)| value * weight).sum();
                if *equal { sum == *constant } else { sum <= *constant }
            }
            SmallStatement::Product { of: [p, x, y], slack } => {
                (value(*x) * value(*y) - value(*p)).abs() <= *slack
            }
            SmallStatement::Percentage { of: [part, whole], percent, decimals } => {
                is_share(value(*part), value(*whole), *percent, *decimals)
            }
        }
    }
}

/// Whether a part of a whole is so many per cent, exactly or as rounded half up or half to even.
fn is_share(part: i64, whole: i64, percent: i64, decimals: Option<u32>) -> bool {
    let Some(decimals) = decimals else { return 100 * part == percent * whole };
    if whole == 0 {
        return part == 0;
    }
    // In units of the last decimal: twice the share, against twice the printed number.
    let unit = 10_i64.pow(decimals);
    let printed = percent * unit;
    let (twice, rest) = ((200 * part * unit).div_euclid(whole), (200 * part * unit).rem_euclid(whole));
    let is_half = rest == 0 && twice % 2 != 0;
    let down = twice.div_euclid(2);
    let half_up = if twice % 2 == 0 { down } else { down + 1 };
    let half_even = if is_half && down % 2 == 0 { down } else { half_up };
    printed == half_up || printed == half_even
}
