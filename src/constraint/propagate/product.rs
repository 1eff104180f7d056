//! Products, in all three directions.

use super::Narrowing;
use crate::constraint::domains::{Emptied, Local};
use crate::quantity::{Interval, Rational};

impl Narrowing<'_> {
    pub(super) fn product(
        &mut self,
        product: Local,
        left: Local,
        right: Local,
        slack: &Rational,
    ) -> Result<(), Emptied> {
        let exact = self.domains[left].mul(&self.domains[right]);
        self.narrow(product, &widened(exact, slack))?;
        self.factor(left, right, &widened(self.domains[product].clone(), slack))?;
        self.factor(right, left, &widened(self.domains[product].clone(), slack))
    }

    /// Narrows a factor to what a product leaves it. Where the other factor may be zero, that is anything.
    fn factor(&mut self, factor: Local, other: Local, product: &Interval) -> Result<(), Emptied> {
        match quotient(product, &self.domains[other]) {
            Some(quotient) => self.narrow(factor, &quotient),
            None => Ok(()),
        }
    }
}

/// The exact values, and what rounding may have added or taken away.
fn widened(values: Interval, slack: &Rational) -> Interval {
    if slack.signum() == 0 { values } else { values.add(&Interval::closed(-slack, slack.clone())) }
}

/// Every factor that makes the product with the other one. Where the product is not zero, neither is the other
/// factor, so zero may be its end; where zero is in its midst, nothing is told.
pub(super) fn quotient(product: &Interval, other: &Interval) -> Option<Interval> {
    let zero = Rational::default();
    if !other.contains(&zero) {
        return product.div(other);
    }
    if product.contains(&zero) {
        return None;
    }
    let positive = other.intersect(&Interval::above(zero.clone()));
    let negative = other.intersect(&Interval::below(zero));
    match (positive, negative) {
        (Some(side), None) | (None, Some(side)) => product.div(&side),
        _ => None,
    }
}
