//! What the other figures on record imply for a quantity.

use super::{Network, Stated};
use crate::constraint::{Limits, StatementId, Variable};
use crate::model::{Dataset, Figure};
use crate::quantity::{Alpha, Cuts, Interval};
use std::collections::BTreeSet;

/// No more statements than this are drawn on for one quantity.
const MOST: usize = 500;

/// What some statements leave of a quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// At the typical cut; none where they cannot all hold at it.
    pub typical: Option<Interval>,
    /// On the loosest reading.
    pub loosest: Interval,
}

impl Network {
    /// What some statements leave of a quantity; none where they cannot all hold.
    #[must_use]
    pub fn left_by(&self, among: &[StatementId], variable: Variable) -> Option<Left> {
        let limits = Limits::default();
        let at = |alpha| self.system.implied(among, variable, alpha, &limits);
        Some(Left { typical: at(Alpha::Typical), loosest: at(Alpha::Support)? })
    }

    /// What everything but the reports of a quantity itself implies for it. None where
    /// nothing ties it to other figures, or where those cannot all hold.
    #[must_use]
    pub fn implied_by_others(&self, variable: Variable) -> Option<Cuts> {
        let around = self.around_of(variable)?;
        let limits = Limits::default();
        let cut = |alpha| self.system.implied(&around, variable, alpha, &limits);
        Cuts::new(cut(Alpha::Core)?, cut(Alpha::Typical)?, cut(Alpha::Support)?)
            .or_else(|| Cuts::new(cut(Alpha::Typical)?, cut(Alpha::Typical)?, cut(Alpha::Support)?))
    }

    /// The figures that are tied to a quantity, itself left out, in the order of the dataset.
    #[must_use]
    pub fn figures_behind<'a>(&self, dataset: &'a Dataset, variable: Variable) -> Vec<&'a Figure> {
        let around = self.around_of(variable).unwrap_or_default();
        let places = around.iter().filter_map(|id| match self.stated(*id)? {
            Stated::Figure(place) => Some(*place),
            Stated::Relations(_) | Stated::Inferred(..) | Stated::Rounding => None,
        });
        let places: BTreeSet<usize> = places.collect();
        places.into_iter().filter_map(|place| dataset.figures().get(place)).collect()
    }

    /// Whether a report of the quantity was withheld so that nobody can be identified, or says that it has no value.
    #[must_use]
    pub fn is_withheld(&self, variable: Variable) -> bool {
        self.withheld.contains(&variable)
    }

    /// Whether any figure reports the quantity.
    #[must_use]
    pub fn is_reported(&self, variable: Variable) -> bool {
        self.touching(variable).iter().any(|id| matches!(self.stated(*id), Some(Stated::Figure(_))))
    }

    /// Every statement that is tied to the quantity by others, its own reports left out.
    fn around_of(&self, variable: Variable) -> Option<Vec<StatementId>> {
        let mut known = BTreeSet::new();
        let mut seen = BTreeSet::from([variable]);
        let mut open = vec![variable];
        while let Some(at) = open.pop() {
            for id in self.touching(at) {
                let is_report = matches!(self.stated(*id), Some(Stated::Figure(_)));
                if (at == variable && is_report) || !known.insert(*id) {
                    continue;
                }
                if known.len() > MOST {
                    return None;
                }
                open.extend(self.variables_of(*id).into_iter().filter(|next| seen.insert(*next)));
            }
        }
        (!known.is_empty()).then(|| known.into_iter().collect())
    }

    pub(super) fn touching(&self, variable: Variable) -> &[StatementId] {
        self.touching.get(variable.index()).map(Vec::as_slice).unwrap_or_default()
    }
}
