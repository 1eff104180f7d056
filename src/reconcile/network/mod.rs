//! The network of a record: a variable for each quantity, what is claimed of it, and what ties it to others.
//!
//! Figures of one thing share a variable; those that differ in measure, breakdown, time, scale, counting unit, groups
//! included or extent do not, and only the order that still holds between them is stated (spec A5). A figure that
//! repeats another adds no claim of its own. What its body has replaced or taken back is left out.

mod asserted;
mod build;
mod codes;
mod disagreement;
mod implied;
mod orders;
mod periods;
mod quantity;

pub use disagreement::{Disagreement, Disagreements, Remedies};
pub use implied::Left;

use crate::constraint::{Statement, StatementId, System, Variable};
use crate::model::{Dataset, Figure, RelationId};
use std::collections::BTreeSet;

/// What a statement of the network rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stated {
    /// A reported figure, by its place in the dataset.
    Figure(usize),
    /// Relations that sources assert; more than one where they imply it only together.
    Relations(Vec<RelationId>),
    /// A tie that follows from what the figures are about: the whole first, then its parts.
    Inferred(Tie, Vec<Variable>),
    /// A quotient given as a count was rounded to a whole unit.
    Rounding,
}

impl Stated {
    /// It ties quantities together and is no report of one.
    #[must_use]
    pub fn is_tie(&self) -> bool {
        matches!(self, Self::Relations(_) | Self::Inferred(..))
    }
}

/// Ties that follow from what figures are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// The periods make up the longer one.
    Periods,
    /// The codes of a dimension make up its total.
    Codes,
    /// The shorter periods lie within the longer one and leave something over.
    WithinPeriod,
    /// The codes lie within the total and others are not on record.
    WithinTotal,
    /// Each account of fewer groups, or of a part, lies within that of more.
    WithinScope,
}

impl Tie {
    /// Its stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Periods => "periods",
            Self::Codes => "codes",
            Self::WithinPeriod => "within-period",
            Self::WithinTotal => "within-total",
            Self::WithinScope => "within-scope",
        }
    }

    /// The tie in words, before the time it is for.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Periods => "the shorter periods make up the longer one",
            Self::Codes => "the parts make up the total",
            Self::WithinPeriod => "the shorter periods lie within the longer one",
            Self::WithinTotal => "the parts lie within the total",
            Self::WithinScope => "fewer groups are no more than all of them",
        }
    }

    /// What has to be assumed for it; nothing where it follows from what the measure is declared to be.
    #[must_use]
    pub fn assumes(self) -> Option<&'static str> {
        match self {
            Self::Periods => Some("that what is counted in one period is counted in no other"),
            Self::Codes => Some("that what is counted in one part is counted in no other"),
            Self::WithinPeriod => None,
            Self::WithinTotal => Some("that the total covers its parts"),
            Self::WithinScope => Some("that the groups are counted alike by both accounts"),
        }
    }

    /// The parts add up to the whole; otherwise they are at most the whole.
    #[must_use]
    pub fn adds_up(self) -> bool {
        matches!(self, Self::Periods | Self::Codes)
    }
}

/// Variables, and what is stated of them.
#[derive(Debug, Clone, Default)]
pub struct Network {
    system: System,
    stated: Vec<Stated>,
    /// By the place of a figure in the dataset.
    of_figure: Vec<Option<Variable>>,
    /// By variable: the place of the first figure of it.
    first_figure: Vec<usize>,
    /// Variables of which a report was withheld, or has no value to give.
    withheld: BTreeSet<Variable>,
    /// By variable: the statements about it.
    touching: Vec<Vec<StatementId>>,
}

impl Network {
    /// The system of variables and statements.
    #[must_use]
    pub fn system(&self) -> &System {
        &self.system
    }

    /// What a statement rests on.
    #[must_use]
    pub fn stated(&self, id: StatementId) -> Option<&Stated> {
        self.stated.get(id.index())
    }

    /// The variable of a figure; none for a demand, or for what was replaced or withdrawn.
    #[must_use]
    pub fn variable(&self, dataset: &Dataset, figure: &Figure) -> Option<Variable> {
        dataset.place_of(&figure.id).and_then(|place| self.of_figure.get(place).copied().flatten())
    }

    /// A figure of the quantity that a variable stands for: it says what the quantity is.
    #[must_use]
    pub fn example<'a>(&self, dataset: &'a Dataset, variable: Variable) -> Option<&'a Figure> {
        self.first_figure.get(variable.index()).and_then(|place| dataset.figures().get(*place))
    }

    /// The variables that a statement is about.
    #[must_use]
    pub fn variables_of(&self, id: StatementId) -> Vec<Variable> {
        match self.system.statement(id) {
            None => Vec::new(),
            Some(Statement::Claim { on, .. }) => vec![*on],
            Some(Statement::Linear { terms, .. }) => terms.iter().map(|(variable, _)| *variable).collect(),
            Some(Statement::Product { product, left, right, .. }) => vec![*product, *left, *right],
            Some(Statement::Percentage { part, whole, percent, .. }) => vec![*part, *whole, *percent],
        }
    }
}
