//! A cause that fits by the numbers, and what it costs to believe.

use crate::finding::{Cause, CauseCode, Verdict};
use crate::model::Figure;

/// A change to one item after which the conflict is gone.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The agreement that is reached with it.
    reached: Verdict,
    pub(super) cause: Cause,
}

impl Candidate {
    pub(super) fn new(code: CauseCode, reached: Verdict, words: impl Into<String>) -> Self {
        Self { reached, cause: Cause::new(code, words) }
    }

    /// The same, said of the figure that would have to change.
    pub(super) fn of(mut self, figure: &Figure) -> Self {
        self.cause.figure = Some(figure.id.clone());
        self
    }

    /// The prior cost of its cause, and half a step more where agreement is reached only within rounding.
    fn rank(&self) -> u8 {
        cost(self.cause.cause) * 2 + u8::from(self.reached > Verdict::Consistent)
    }
}

/// How many causes are given.
const MOST: usize = 3;

/// The likeliest causes first, each once. What could be said of one item or of another alike is said of none.
pub(super) fn ranked(mut candidates: Vec<Candidate>) -> Vec<Cause> {
    candidates.sort_by_key(Candidate::rank);
    let mut causes: Vec<Cause> = Vec::new();
    for Candidate { cause, .. } in candidates {
        match causes.iter_mut().find(|known| known.cause == cause.cause) {
            Some(known) if known.figure != cause.figure => known.figure = None,
            Some(_) => {}
            None => causes.push(cause),
        }
    }
    causes.truncate(MOST);
    if causes.is_empty() {
        causes.push(Cause::new(CauseCode::Unexplained, "nothing on record here explains the difference"));
    }
    causes
}

/// What a cause costs to believe before the numbers are looked at: a convention nothing, a slip of the hand most.
fn cost(code: CauseCode) -> u8 {
    use CauseCode as Code;
    match code {
        Code::Rounding
        | Code::DroppedQualifier
        | Code::AddedQualifier
        | Code::Understated
        | Code::Overstated
        | Code::ExistenceConflict
        | Code::AvailabilityConflict
        | Code::RevisedSince => 0,
        Code::DifferentAsOf
        | Code::DifferentBasePeriod
        | Code::StaleFigure
        | Code::Definition
        | Code::Coverage
        | Code::CountingUnit
        | Code::SubsetVsAdditional
        | Code::PercentVsPercentagePoint
        | Code::FoldAmbiguity => 1,
        Code::FactorOf10
        | Code::FactorOf1000
        | Code::UnitSlip
        | Code::DigitTransposition
        | Code::WrongSideOfBound => 2,
        Code::DigitTypo | Code::Sign | Code::Reciprocal | Code::ArithmeticError => 3,
        Code::Unexplained => 9,
    }
}

impl From<Cause> for Candidate {
    fn from(cause: Cause) -> Self {
        Self { reached: Verdict::ConsistentAfterRounding, cause }
    }
}
