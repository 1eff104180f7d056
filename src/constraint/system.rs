//! A system: variables, and statements about them.

use super::Limit;
use crate::quantity::{Alpha, Cuts, Interval, Rational};

/// A quantity whose value is not known for certain. Made by [`System::variable`], and good for that system only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Variable(u32);

impl Variable {
    /// Its place among the variables of its system.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A statement of a system. Made by [`System::state`], and good for that system only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId(u32);

impl StatementId {
    /// Its place among the statements of its system.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Whether a variable takes whole numbers only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wholeness {
    /// Units that are counted.
    Whole,
    /// Money, ratios, shares, rates.
    Divisible,
}

/// How a linear statement compares its two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// Both sides are equal.
    Equal,
    /// The left side is at most the right one.
    AtMost,
}

/// What is stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// The variable lies in these cuts. Words that can be read in several ways give several: one of them holds.
    Claim {
        /// The variable.
        on: Variable,
        /// What the words allow, once for each way to read them; never empty.
        readings: Vec<Cuts>,
    },
    /// `Σ coefficient · variable` compared with a constant: sums, differences, parts and wholes, points, complements.
    Linear {
        /// Each variable once, with its coefficient.
        terms: Vec<(Variable, Rational)>,
        /// How the sides compare.
        sense: Sense,
        /// The right side.
        constant: Rational,
    },
    /// `product = left · right`: ratios, growth, multiples, so many each. Each term comes with what rounding of the
    /// product may add or take away.
    Product {
        /// The product.
        product: Variable,
        /// One factor.
        left: Variable,
        /// The other factor.
        right: Variable,
        /// The product was rounded: it may lie this far from the exact one. Zero where it was not.
        slack: Rational,
    },
    /// `percent` per cent of `whole` is `part`. The percentage may be the share itself or, where it was printed with
    /// so many decimals, the share as rounded to them, halves up or to even. Where part and whole are counts, only
    /// those percentages can be that some whole part gives (the GRIM test of Brown and Heathers).
    Percentage {
        /// The part.
        part: Variable,
        /// The whole.
        whole: Variable,
        /// The share in per cent.
        percent: Variable,
        /// How many decimals the percentage was printed with; none where it is not known to be rounded.
        decimals: Option<u32>,
    },
}

impl Statement {
    /// Calls for each variable it speaks of; one it names twice may come twice.
    pub(super) fn each_variable(&self, mut call: impl FnMut(Variable)) {
        match self {
            Self::Claim { on, .. } => call(*on),
            Self::Linear { terms, .. } => terms.iter().for_each(|(variable, _)| call(*variable)),
            Self::Product { product: a, left: b, right: c, .. }
            | Self::Percentage { part: a, whole: b, percent: c, .. } => {
                [*a, *b, *c].into_iter().for_each(call);
            }
        }
    }
}

/// Whether a statement may be at fault, and what it costs to suppose so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// It may be at fault, at this cost. A statement that is relied on more costs more.
    Weighs(u32),
    /// It holds by definition. It is named in a conflict and is never the culprit.
    Never,
}

/// How sharply a system can be read so that everything in it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// At this cut all statements hold together, as far as was shown; at a sharper one they do not.
    At(Alpha),
    /// At no cut: that they cannot all hold is proven.
    Nowhere,
    /// At no sharper cut than this one; whether at this one, was not decided before a limit was met.
    Undecided(Alpha, Limit),
}

/// Variables and the statements about them.
#[derive(Debug, Clone, Default)]
pub struct System {
    variables: Vec<(Interval, Wholeness)>,
    statements: Vec<(Statement, Doubt)>,
}

impl System {
    /// A system without variables.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a variable with the values it may have whatever anybody states.
    pub fn variable(&mut self, domain: Interval, wholeness: Wholeness) -> Variable {
        let variable = Variable(u32::try_from(self.variables.len()).unwrap_or(u32::MAX));
        self.variables.push((domain, wholeness));
        variable
    }

    /// Adds a statement.
    pub fn state(&mut self, statement: Statement, doubt: Doubt) -> StatementId {
        let id = StatementId(u32::try_from(self.statements.len()).unwrap_or(u32::MAX));
        self.statements.push((statement, doubt));
        id
    }

    /// How many variables it has.
    #[must_use]
    pub fn variable_count(&self) -> usize {
        self.variables.len()
    }

    /// The values a variable may have whatever anybody states.
    #[must_use]
    pub fn domain(&self, variable: Variable) -> Option<(&Interval, Wholeness)> {
        self.variables.get(variable.index()).map(|(domain, wholeness)| (domain, *wholeness))
    }

    /// A statement.
    #[must_use]
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.get(id.index()).map(|(statement, _)| statement)
    }

    /// Whether a statement may be at fault.
    #[must_use]
    pub fn doubt(&self, id: StatementId) -> Option<Doubt> {
        self.statements.get(id.index()).map(|(_, doubt)| *doubt)
    }

    /// Every statement, in the order of adding.
    pub fn statements(&self) -> impl ExactSizeIterator<Item = StatementId> + use<> {
        let count = u32::try_from(self.statements.len()).unwrap_or(u32::MAX);
        (0..count as usize).map(|index| StatementId(u32::try_from(index).unwrap_or(u32::MAX)))
    }
}
