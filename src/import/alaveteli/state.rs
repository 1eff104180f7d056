//! What has become of a request, as Alaveteli describes it.

/// A state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// The information was given.
    Answered,
    /// A part of it was given.
    Part,
    /// It was refused.
    Refused,
    /// It is not held.
    NotHeld,
    /// The time to answer has run out.
    Overdue,
    /// There is still time to answer, or what came is not classified.
    Waiting,
    /// The body asked what is meant.
    Clarification,
    /// A review of the answer was asked for.
    Review,
    /// The answer went by post.
    Post,
    /// The request was withdrawn, was none, or did not arrive.
    Ended,
    /// A state that is not known here.
    Unknown,
}

/// Each state as it is named in data and in words; upper and lower case do not count.
const NAMES: [(State, &[&str]); 10] = [
    (State::Answered, &["successful"]),
    (State::Part, &["partially_successful", "partially successful"]),
    (State::Refused, &["rejected", "refused"]),
    (State::NotHeld, &["not_held", "information not held", "not held"]),
    (
        State::Overdue,
        &["waiting_response_overdue", "waiting_response_very_overdue", "delayed", "long overdue", "overdue"],
    ),
    (
        State::Waiting,
        &[
            "waiting_response",
            "waiting_classification",
            "awaiting response",
            "awaiting classification",
            "awaiting categorisation",
        ],
    ),
    (State::Clarification, &["waiting_clarification", "waiting clarification", "clarification"]),
    (State::Review, &["internal_review", "awaiting internal review"]),
    (State::Post, &["gone_postal", "handled by post"]),
    (
        State::Ended,
        &[
            "user_withdrawn",
            "withdrawn",
            "not_foi",
            "not an foi request",
            "error_message",
            "delivery error",
            "vexatious",
        ],
    ),
];

impl State {
    /// Every state, in the order of a summary.
    pub(super) const ALL: [Self; 11] = [
        Self::Answered,
        Self::Part,
        Self::Refused,
        Self::NotHeld,
        Self::Overdue,
        Self::Waiting,
        Self::Clarification,
        Self::Review,
        Self::Post,
        Self::Ended,
        Self::Unknown,
    ];

    /// The state of a request by its name.
    pub(super) fn of(name: &str) -> Self {
        let name = name.trim().trim_end_matches('.').to_lowercase();
        let found = NAMES.iter().find(|(_, names)| names.contains(&name.as_str()));
        found.map_or(Self::Unknown, |(state, _)| *state)
    }

    /// The state after a number of requests: “3 refused”.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Part => "answered in part",
            Self::Refused => "refused",
            Self::NotHeld => "answered that the information is not held",
            Self::Overdue => "overdue",
            Self::Waiting => "not answered yet",
            Self::Clarification => "waiting for a clarification",
            Self::Review => "under review",
            Self::Post => "answered by post",
            Self::Ended => "withdrawn, undelivered or no request",
            Self::Unknown => "in a state that is not known here",
        }
    }

    /// The body has replied to what was asked.
    pub(super) fn is_reply(self) -> bool {
        matches!(self, Self::Answered | Self::Part | Self::Refused | Self::NotHeld | Self::Post)
    }

    /// The information may have been given in full, or may still be.
    pub(super) fn is_open(self) -> bool {
        !matches!(self, Self::Answered | Self::Refused | Self::NotHeld | Self::Ended)
    }
}

#[cfg(test)]
mod tests {
    use super::State;

    #[test]
    fn states_are_known_by_their_names_in_data_and_in_words() {
        for (name, state) in [
            ("rejected", State::Refused),
            ("Refused", State::Refused),
            ("Awaiting response.", State::Waiting),
            ("waiting_response_very_overdue", State::Overdue),
            ("Partially successful", State::Part),
            ("transferred", State::Unknown),
            ("", State::Unknown),
        ] {
            assert_eq!(State::of(name), state, "{name}");
        }
    }
}
