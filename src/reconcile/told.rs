//! What may be told of a quantity that the other figures on record imply.

use super::Record;
use crate::model::{Figure, QuantityKind};
use crate::quantity::{Cuts, Interval, NoValue, Rational};

/// What other figures imply for a quantity, and which they are.
#[derive(Debug, Clone)]
pub struct Implied<'a> {
    /// What they leave.
    pub cuts: Cuts,
    /// The figures that are tied to it.
    pub behind: Vec<&'a Figure>,
}

/// A count that can only be below this may be of people who can be identified: it is not worked out for anyone.
const SMALL: i64 = 10;

impl Record {
    /// What the other figures on record imply for what a figure is of, its own reports left aside. None where nothing
    /// ties it to others, where those cannot all hold, where a report of it was withheld so that nobody can be
    /// identified or says that there is no such thing, and where it is a count that can only be small.
    #[must_use]
    pub fn implied_by_others(&self, figure: &Figure) -> Option<Implied<'_>> {
        let (network, dataset) = (self.network(), self.dataset());
        let variable =
            network.variable(dataset, figure).filter(|variable| !network.is_withheld(*variable))?;
        let cuts = network.implied_by_others(variable)?;
        if self.can_only_be_small(figure, cuts.support()) {
            return None;
        }
        Some(Implied { cuts, behind: network.figures_behind(dataset, variable) })
    }

    /// A count of which an interval leaves small values only.
    #[must_use]
    pub fn can_only_be_small(&self, figure: &Figure, interval: &Interval) -> bool {
        self.kind(figure) == QuantityKind::Count
            && interval.hi().value().is_some_and(|hi| *hi < Rational::from(SMALL))
    }

    /// Whether the words themselves keep a small count back: “fewer than 5”, or a cell withheld.
    #[must_use]
    pub fn keeps_back(&self, figure: &Figure) -> bool {
        match figure.reading().amount() {
            Some(amount) => {
                let support = amount.cuts().support();
                support.as_point().is_none() && self.can_only_be_small(figure, support)
            }
            None => figure.reading().no_value().is_some_and(NoValue::is_never_worked_out),
        }
    }
}
