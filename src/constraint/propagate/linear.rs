//! Weighted sums: each term is what the others leave.

use super::Narrowing;
use crate::constraint::Sense;
use crate::constraint::domains::{Emptied, Local};
use crate::quantity::{End, Interval, Rational};

impl Narrowing<'_> {
    pub(super) fn linear(
        &mut self,
        terms: &[(Local, Rational)],
        sense: Sense,
        constant: &Rational,
    ) -> Result<(), Emptied> {
        let (mut least, mut most) = (Total::default(), Total::default());
        for (local, weight) in terms {
            let domain = &self.domains[*local];
            least.add(&times(low(domain, weight), weight));
            most.add(&times(high(domain, weight), weight));
        }
        if terms.is_empty() {
            let zero = Rational::default();
            let holds = if sense == Sense::Equal { &zero == constant } else { &zero <= constant };
            return if holds { Ok(()) } else { Err(Emptied) };
        }
        for (local, weight) in terms {
            let domain = &self.domains[*local];
            let top = least.without(&times(low(domain, weight), weight)).room(constant);
            let bottom = match sense {
                Sense::Equal => most.without(&times(high(domain, weight), weight)).room(constant),
                Sense::AtMost => End::Unbounded,
            };
            if top == End::Unbounded && bottom == End::Unbounded {
                continue;
            }
            let room = divided(bottom, top, weight).ok_or(Emptied)?;
            self.narrow(*local, &room)?;
        }
        Ok(())
    }
}

/// The end at which the weighted term is least.
fn low<'a>(domain: &'a Interval, weight: &Rational) -> &'a End {
    if weight.signum() > 0 { domain.lo() } else { domain.hi() }
}

/// The end at which the weighted term is most.
fn high<'a>(domain: &'a Interval, weight: &Rational) -> &'a End {
    if weight.signum() > 0 { domain.hi() } else { domain.lo() }
}

fn times(end: &End, weight: &Rational) -> End {
    match end {
        End::Unbounded => End::Unbounded,
        End::Open(value) => End::Open(value * weight),
        End::Closed(value) => End::Closed(value * weight),
    }
}

/// The values of a variable whose weighted value lies between two ends; none where no number does.
fn divided(bottom: End, top: End, weight: &Rational) -> Option<Interval> {
    let by = weight.recip()?;
    let (bottom, top) = (times(&bottom, &by), times(&top, &by));
    if weight.signum() > 0 { Interval::new(bottom, top) } else { Interval::new(top, bottom) }
}

/// The sum of some ends on one side.
#[derive(Clone, Default)]
struct Total {
    sum: Rational,
    unbounded: u32,
    open: u32,
}

impl Total {
    fn add(&mut self, end: &End) {
        match end {
            End::Unbounded => self.unbounded += 1,
            End::Open(value) => {
                self.sum = &self.sum + value;
                self.open += 1;
            }
            End::Closed(value) => self.sum = &self.sum + value,
        }
    }

    /// The total of the other ends.
    fn without(&self, end: &End) -> Self {
        let (unbounded, open) = (self.unbounded, self.open);
        match end {
            End::Unbounded => Self { sum: self.sum.clone(), unbounded: unbounded.saturating_sub(1), open },
            End::Open(value) => Self { sum: &self.sum - value, unbounded, open: open.saturating_sub(1) },
            End::Closed(value) => Self { sum: &self.sum - value, unbounded, open },
        }
    }

    /// What is left of a constant after the total.
    fn room(self, constant: &Rational) -> End {
        if self.unbounded > 0 {
            return End::Unbounded;
        }
        let left = constant - self.sum;
        if self.open > 0 { End::Open(left) } else { End::Closed(left) }
    }
}
