//! The independent parts of a system: statements that share no variable, even by way of others.

use super::{Statement, StatementId, System, Variable};

impl System {
    /// The parts of the system that have nothing to do with one another, in the order of their first statements.
    /// Within each part, the statements stand in the order of adding.
    #[must_use]
    pub fn components(&self) -> Vec<Vec<StatementId>> {
        let mut groups = Groups::new(self.variable_count());
        for statement in self.statements().filter_map(|id| self.statement(id)) {
            join(statement, &mut groups);
        }
        let mut part_of = vec![None; self.variable_count()];
        let mut parts: Vec<Vec<StatementId>> = Vec::new();
        for id in self.statements() {
            let root = self.statement(id).and_then(first_variable).map(|first| groups.root(first.index()));
            let known = root.and_then(|root| part_of.get_mut(root));
            let at = known.map_or(parts.len(), |known| *known.get_or_insert(parts.len()));
            match parts.get_mut(at) {
                Some(part) => part.push(id),
                None => parts.push(vec![id]),
            }
        }
        parts
    }
}

fn first_variable(statement: &Statement) -> Option<Variable> {
    let mut first = None;
    statement.each_variable(|variable| first = first.or(Some(variable)));
    first
}

fn join(statement: &Statement, groups: &mut Groups) {
    let mut last = None;
    statement.each_variable(|variable| {
        if let Some(last) = last {
            groups.join(last, variable.index());
        }
        last = Some(variable.index());
    });
}

/// Sets that grow together, each known by the smallest of its members.
pub(super) struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    pub(super) fn new(count: usize) -> Self {
        Self { parents: (0..count).collect() }
    }

    fn parent(&self, member: usize) -> usize {
        self.parents.get(member).copied().unwrap_or(member)
    }

    /// The smallest member of the set; every step on the way is shortened.
    pub(super) fn root(&mut self, member: usize) -> usize {
        let mut at = member;
        while self.parent(at) != at {
            let above = self.parent(self.parent(at));
            if let Some(parent) = self.parents.get_mut(at) {
                *parent = above;
            }
            at = above;
        }
        at
    }

    /// Makes one set of two; false where they were one already.
    pub(super) fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(parent) = self.parents.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
        a != b
    }
}
