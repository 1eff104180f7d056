//! What has become of a written question: each state is a source of its own, since each was put on the record.

/// A state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It has an answer.
    Answered,
    /// It has a reply that only says that an answer will follow.
    Holding,
    /// Its answer was corrected, and the file has both.
    Corrected,
    /// The answer has been corrected, and the file has the correction alone.
    OnlyCorrection,
    /// It has no answer yet.
    Unanswered,
    /// It was withdrawn.
    Withdrawn,
}

impl State {
    /// What is added to the id of the question, so that a later state never takes the place of an earlier one.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::Answered => "",
            Self::Holding => "-holding",
            Self::Corrected | Self::OnlyCorrection => "-corrected",
            Self::Unanswered => "-tabled",
            Self::Withdrawn => "-withdrawn",
        }
    }

    /// What the source is called, before the number of the question.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Answered => "Written answer",
            Self::Holding => "Holding answer",
            Self::Corrected | Self::OnlyCorrection => "Corrected written answer",
            Self::Unanswered => "Written question",
            Self::Withdrawn => "Withdrawn written question",
        }
    }
}
