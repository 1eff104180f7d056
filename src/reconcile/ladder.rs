//! The ladder of verification: what a body's word does to the status of a figure, and why.

use super::agreement::held_together;
use super::published::Published;
use super::{Difference, Lineage, Roundings, Status, compare};
use crate::finding::Verdict;
use crate::model::{Dataset, Extent, Figure, Position, PositionStance, QuantityKind};
use crate::period::TimingMatch;

/// What standings are worked out from.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) lineage: &'a Lineage,
    pub(super) roundings: &'a Roundings,
    pub(super) published: &'a Published<'a>,
}

/// Why the word of the body concerned moved the status of a figure, or did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// The body said that the figure is right.
    SaidRight,
    /// The body said that it is right in part.
    SaidRightInPart,
    /// The body's own figure agrees with it.
    Agrees,
    /// The body's own figure agrees with it, and is hedged.
    AgreesHedged,
    /// The body's own figure agrees with it on a loose reading alone.
    AgreesLoosely,
    /// The body's own figure agrees with it, and covers a part.
    AgreesInPart,
    /// The body's own figure has no number to hold against it.
    NoNumber,
    /// The body's own figure covers a part, and is another number.
    PartDiffers,
    /// The body's own figure cannot agree with it.
    Outside,
    /// It was compared with a figure for the same thing and time.
    LikeCompared,
    /// It was compared with a figure for another time.
    OtherTime,
    /// Whether the figure it was compared with is for the same time is not known.
    TimeNotKnown,
    /// It was compared with a figure of another group or count.
    OtherScope,
    /// Which figure it was compared with is not recorded.
    NothingCompared,
    /// The body had said more of it before.
    SaidMoreBefore,
    /// The body gave no answer on it.
    NoAnswer,
    /// The body spoke of whether there are figures, not of this one.
    NotOnTheValue,
    /// The body said that it is not right.
    SaidNotRight,
    /// The body corrected or took back a figure that is not its own.
    NotItsOwn,
    /// The body put a newer figure of its own in its place.
    Replaced,
    /// The body took its own figure back.
    TakenBack,
}

impl Effect {
    /// The status that it leads to.
    pub(super) fn status(self, before: Status) -> Status {
        match self {
            Self::SaidRight | Self::Agrees => Status::Confirmed,
            Self::SaidRightInPart
            | Self::AgreesHedged
            | Self::AgreesLoosely
            | Self::AgreesInPart
            | Self::NoNumber
            | Self::LikeCompared => Status::PartlyConfirmed,
            Self::PartDiffers
            | Self::OtherTime
            | Self::TimeNotKnown
            | Self::OtherScope
            | Self::NothingCompared
            | Self::SaidMoreBefore
            | Self::NoAnswer
            | Self::NotOnTheValue => before,
            Self::Outside | Self::SaidNotRight | Self::NotItsOwn => Status::Contradicted,
            Self::Replaced => Status::Superseded,
            Self::TakenBack => Status::Withdrawn,
        }
    }

    /// The reason as a clause; none where what was said is itself the reason.
    #[must_use]
    pub fn reason(self) -> Option<&'static str> {
        Some(match self {
            Self::SaidRight
            | Self::SaidRightInPart
            | Self::SaidNotRight
            | Self::Replaced
            | Self::TakenBack => return None,
            Self::Agrees => "The body’s own figure agrees with it",
            Self::AgreesHedged => "The body’s own figure agrees with it and is not exact",
            Self::AgreesLoosely => "The body’s own figure agrees with it only on a loose reading",
            Self::AgreesInPart => "The body’s own figure agrees with it and is for a part",
            Self::NoNumber => "The body gave no number of its own",
            Self::PartDiffers => "The body’s own figure is for a part and is another number",
            Self::Outside => "The body’s own figure cannot agree with it on any reading",
            Self::LikeCompared => "The two are for the same thing and time",
            Self::OtherTime => "The two are for different dates or periods",
            Self::TimeNotKnown => "Whether the two are for the same time is not known",
            Self::OtherScope => "The two are not counts of the same thing",
            Self::NothingCompared => "With which figure is not recorded",
            Self::SaidMoreBefore => "That adds nothing to what had been said before",
            Self::NoAnswer => "That neither confirms nor denies it",
            Self::NotOnTheValue => "That says nothing of its value",
            Self::NotItsOwn => "The figure is not the body’s own",
        })
    }
}

/// What a position does to a figure.
pub(super) fn after(before: Status, ground: Ground<'_>, figure: &Figure, position: &Position) -> Effect {
    let dataset = ground.dataset;
    match position.stance {
        PositionStance::Confirms => {
            let own = position.value.as_ref().and_then(|id| dataset.figure(id));
            own.map_or(Effect::SaidRight, |own| given(ground, figure, own))
        }
        PositionStance::PartlyConfirms => Effect::SaidRightInPart,
        PositionStance::ConsistentWith => {
            let other = position.compared_with.as_ref().and_then(|id| dataset.figure(id));
            other.map_or(Effect::NothingCompared, |other| compared(before, ground, figure, other))
        }
        PositionStance::Denies => Effect::SaidNotRight,
        // A body can replace or take back only what is its own; of another's figure it says that it is not right.
        PositionStance::Corrects | PositionStance::Supersedes | PositionStance::Withdraws
            if is_of_another(dataset, figure, position) =>
        {
            Effect::NotItsOwn
        }
        PositionStance::Corrects | PositionStance::Supersedes => Effect::Replaced,
        PositionStance::Withdraws => Effect::TakenBack,
        PositionStance::Declines => Effect::NoAnswer,
        PositionStance::NotPublished
        | PositionStance::NotHeld
        | PositionStance::NotHeldCentrally
        | PositionStance::CostRefused => Effect::NotOnTheValue,
    }
}

fn compared(before: Status, ground: Ground<'_>, figure: &Figure, other: &Figure) -> Effect {
    let lineage = ground.lineage;
    let time = lineage.timing(figure).compare(lineage.timing(other));
    match before {
        _ if time == TimingMatch::Different => Effect::OtherTime,
        _ if time != TimingMatch::Same => Effect::TimeNotKnown,
        _ if !same_thing(ground, figure, other) => Effect::OtherScope,
        Status::Unconfirmed => Effect::LikeCompared,
        _ => Effect::SaidMoreBefore,
    }
}

/// The figure comes from a source in which another body speaks.
fn is_of_another(dataset: &Dataset, figure: &Figure, position: &Position) -> bool {
    let speaker = dataset.source(&figure.source).and_then(|source| source.body.as_ref());
    speaker.is_some_and(|body| position.body.as_ref() != Some(body))
}

/// Whether being consistent with another figure says anything of this one: same group, same time, same count.
pub(super) fn same_thing(ground: Ground<'_>, figure: &Figure, other: &Figure) -> bool {
    let Ground { dataset, lineage, .. } = ground;
    lineage.timing(figure).compare(lineage.timing(other)) == TimingMatch::Same
        && compare(figure, other, lineage, kind(dataset, figure)).differences.iter().all(|field| {
            // A figure for a part of what there is confirms in part.
            *field == Difference::Extent
        })
}

fn kind(dataset: &Dataset, figure: &Figure) -> QuantityKind {
    dataset.measure(&figure.key.measure).map_or(QuantityKind::Count, |measure| measure.quantity)
}

/// What the body's own figure says of a reported one.
pub(super) fn given(ground: Ground<'_>, figure: &Figure, own: &Figure) -> Effect {
    let Some(held) = held_together(figure, own, kind(ground.dataset, figure), ground.roundings) else {
        return Effect::NoNumber;
    };
    let covers_part =
        own.wording().extent == Some(Extent::Part) && figure.wording().extent != Some(Extent::Part);
    let hedged = own.reading().amount().is_some_and(|amount| amount.hedge().is_hedged());
    match held.verdict {
        Verdict::Inconsistent if covers_part => Effect::PartDiffers,
        Verdict::Inconsistent => Effect::Outside,
        Verdict::Marginal => Effect::AgreesLoosely,
        _ if covers_part => Effect::AgreesInPart,
        _ if hedged => Effect::AgreesHedged,
        _ => Effect::Agrees,
    }
}
