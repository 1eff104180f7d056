//! A review: the publisher's own words on a finding.

use super::Place;
use crate::period::PartialDate;
use serde::{Deserialize, Serialize};

/// What the publisher, or the body concerned, has said of a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// The fingerprint of the finding.
    pub finding: String,
    /// What kind of word it is.
    pub state: ReviewState,
    /// The words, in Markdown.
    pub text: String,
    /// Whose words they are.
    pub by: String,
    /// When.
    pub date: PartialDate,
    /// The last day on which it holds, if it is to be looked at again.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<PartialDate>,
    /// Where it was written.
    #[serde(skip)]
    pub place: Option<Place>,
}

/// Kinds of review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// The difference is explained.
    Explained,
    /// The difference is known and stands.
    Accepted,
    /// The body concerned has answered.
    RightOfReply,
    /// The finding itself is disputed.
    Disputed,
}

impl ReviewState {
    /// Every state, in the order of the documentation.
    pub const ALL: [Self; 4] = [Self::Explained, Self::Accepted, Self::RightOfReply, Self::Disputed];

    /// The state as it is written in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Explained => "explained",
            Self::Accepted => "accepted",
            Self::RightOfReply => "right-of-reply",
            Self::Disputed => "disputed",
        }
    }
}
