//! How much work may go into one question. Limits are counts and never a clock, so an answer is the same everywhere.

/// How much work one question to a system may take. What was not decided within it is said to be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// How often relations may be worked through: 10,000 by default, never fewer than twenty times for each relation
    /// asked about, and in one go never more than a hundred times.
    pub revisions: u32,
    /// How many combinations of readings are looked into, where claims can be read in several ways: 64 by default.
    pub branches: u32,
    /// The most variables and the most relations that are given to the linear solver: 600 by default.
    pub linear_size: u32,
    /// How often counts are split in two, where nothing else decides under one choice of readings: 16 by default.
    pub splits: u32,
    /// The largest count whose percentages are tried one by one: 10,000 by default.
    pub counted: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { revisions: 10_000, branches: 64, linear_size: 600, splits: 16, counted: 10_000 }
    }
}

/// The limit that was met before a question was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// [`Limits::revisions`]: the values were still moving.
    Revisions,
    /// [`Limits::branches`]: there are more ways to read the claims.
    Branches,
    /// [`Limits::linear_size`]: the relations depend on one another, and there are too many of them.
    LinearSize,
}

/// What is left of the limits within one question.
#[derive(Debug)]
pub(super) struct Budget {
    pub(super) limits: Limits,
    revisions: usize,
    branches: u32,
}

impl Budget {
    /// The whole of the limits, for a question about so many relations.
    pub(super) fn new(limits: &Limits, relations: usize) -> Self {
        let revisions = (limits.revisions as usize).max(relations.saturating_mul(20));
        Self { limits: limits.clone(), revisions, branches: limits.branches }
    }

    /// Takes one revision, if one is left.
    pub(super) fn revise(&mut self) -> bool {
        let left = self.revisions > 0;
        self.revisions = self.revisions.saturating_sub(1);
        left
    }

    /// Takes one branch, if one is left.
    pub(super) fn branch(&mut self) -> bool {
        let left = self.branches > 0;
        self.branches = self.branches.saturating_sub(1);
        left
    }

    /// A part of what is left, for work that may well lead nowhere; taking it costs nothing.
    pub(super) fn share(&self, one_in: usize) -> Self {
        let revisions = self.revisions.checked_div(one_in).unwrap_or_default();
        Self { limits: self.limits.clone(), revisions, branches: 0 }
    }
}
