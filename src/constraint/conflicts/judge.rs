//! Whoever says whether statements conflict, and how often it may be asked.

use crate::constraint::StatementId;

/// Whether it is proven that some statements cannot all hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::constraint) enum Refuted {
    /// It is.
    Yes,
    /// Nothing speaks against them.
    No,
    /// A limit was met before it was decided.
    Undecided,
}

/// Says whether statements conflict. What conflicts still does when more is added.
pub(in crate::constraint) trait Oracle {
    fn refuted(&mut self, statements: &[StatementId]) -> Refuted;
}

impl<F: FnMut(&[StatementId]) -> Refuted> Oracle for F {
    fn refuted(&mut self, statements: &[StatementId]) -> Refuted {
        self(statements)
    }
}

/// Asks an oracle, never for what is known already, and never more than it may.
pub(super) struct Judge<'a> {
    oracle: &'a mut dyn Oracle,
    left: u64,
    known: Vec<Vec<StatementId>>,
    undecided: bool,
}

/// A question about so many statements costs as much as two about hardly any.
const STATEMENTS_AT_ONE_COST: usize = 8;

impl<'a> Judge<'a> {
    pub(super) fn new(oracle: &'a mut dyn Oracle, left: u64) -> Self {
        Self { oracle, left, known: Vec::new(), undecided: false }
    }

    /// Whether statements, in their order, conflict. Nothing is decided once the limit is met.
    pub(super) fn ask(&mut self, statements: &[StatementId]) -> Refuted {
        if self.holds_known(statements) {
            return Refuted::Yes;
        }
        let cost = 1 + statements.len() / STATEMENTS_AT_ONE_COST;
        let Some(left) = self.left.checked_sub(u64::try_from(cost).unwrap_or(u64::MAX)) else {
            self.left = 0;
            return Refuted::Undecided;
        };
        self.left = left;
        let refuted = self.oracle.refuted(statements);
        if refuted == Refuted::Undecided {
            self.undecided = true;
        }
        refuted
    }

    /// Remembers a conflict.
    pub(super) fn learn(&mut self, conflict: &[StatementId]) {
        self.known.push(conflict.to_vec());
    }

    /// Whether the oracle left a question open.
    pub(super) fn has_undecided(&self) -> bool {
        self.undecided
    }

    /// Whether no more may be asked.
    pub(super) fn is_spent(&self) -> bool {
        self.left == 0
    }

    fn holds_known(&self, statements: &[StatementId]) -> bool {
        self.known.iter().any(|conflict| is_within(conflict, statements))
    }
}

/// Whether every statement of one set is in the other, both in order.
pub(super) fn is_within(part: &[StatementId], whole: &[StatementId]) -> bool {
    part.len() <= whole.len() && part.iter().all(|id| whole.binary_search(id).is_ok())
}
