//! The states of not giving a value. Each is evidence; none is zero, and none is nothing.

use serde::{Deserialize, Serialize};

/// Why there is no value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoValue {
    /// The body does not hold the information.
    NotHeld,
    /// It is not held in one place. Local holders may have it.
    NotHeldCentrally,
    /// Above the cost limit of section 12 of the Freedom of Information Act.
    CostLimit,
    /// Above the disproportionate cost threshold for parliamentary questions.
    DisproportionateCost,
    /// Exempt, with the section where it is given.
    Exempt(Option<String>),
    /// The body will neither confirm nor deny that it holds it.
    #[serde(rename = "ncnd")]
    NeitherConfirmNorDeny,
    /// The body declined to say.
    Declined,
    /// Withheld so that nobody can be identified.
    Suppressed,
    /// There can be no such figure.
    NotApplicable,
    /// Not available, for another reason.
    NotAvailable,
    /// Above zero, and below half the unit it is rounded to.
    BelowHalfUnit,
    /// Not published yet.
    NotYetPublished,
    /// The body says that there is none: no target, no policy.
    NoneExists,
}

impl NoValue {
    /// What was withheld so that nobody can be identified is never worked out from other figures; what does not apply
    /// has no value.
    #[must_use]
    pub const fn is_never_worked_out(&self) -> bool {
        matches!(self, Self::Suppressed | Self::BelowHalfUnit | Self::NotApplicable | Self::NoneExists)
    }

    /// Every state; the exemption without its section.
    pub const ALL: [Self; 13] = [
        Self::NotHeld,
        Self::NotHeldCentrally,
        Self::CostLimit,
        Self::DisproportionateCost,
        Self::Exempt(None),
        Self::NeitherConfirmNorDeny,
        Self::Declined,
        Self::Suppressed,
        Self::NotApplicable,
        Self::NotAvailable,
        Self::BelowHalfUnit,
        Self::NotYetPublished,
        Self::NoneExists,
    ];

    /// The stable name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotHeld => "not_held",
            Self::NotHeldCentrally => "not_held_centrally",
            Self::CostLimit => "cost_limit",
            Self::DisproportionateCost => "disproportionate_cost",
            Self::Exempt(_) => "exempt",
            Self::NeitherConfirmNorDeny => "ncnd",
            Self::Declined => "declined",
            Self::Suppressed => "suppressed",
            Self::NotApplicable => "not_applicable",
            Self::NotAvailable => "not_available",
            Self::BelowHalfUnit => "below_half_unit",
            Self::NotYetPublished => "not_yet_published",
            Self::NoneExists => "none_exists",
        }
    }

    /// The shorthand that UK statistics print for it; none where words alone say it.
    #[must_use]
    pub const fn shorthand(&self) -> Option<&'static str> {
        match self {
            Self::Suppressed => Some("c"),
            Self::NotApplicable => Some("z"),
            Self::NotAvailable => Some("x"),
            Self::BelowHalfUnit => Some("low"),
            Self::NotHeld
            | Self::NotHeldCentrally
            | Self::CostLimit
            | Self::DisproportionateCost
            | Self::Exempt(_)
            | Self::NeitherConfirmNorDeny
            | Self::Declined
            | Self::NotYetPublished
            | Self::NoneExists => None,
        }
    }

    /// The state in words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::NotHeld => "not held",
            Self::NotHeldCentrally => "not held in one place",
            Self::CostLimit => "not provided: above the FOI cost limit",
            Self::DisproportionateCost => "not provided: disproportionate cost",
            Self::Exempt(Some(section)) => return format!("not provided: exempt under section {section}"),
            Self::Exempt(None) => "not provided: exempt",
            Self::NeitherConfirmNorDeny => "neither confirmed nor denied",
            Self::Declined => "no answer given",
            Self::Suppressed => "withheld so that nobody can be identified",
            Self::NotApplicable => "not applicable",
            Self::NotAvailable => "not available",
            Self::BelowHalfUnit => "rounds to zero, but is not zero",
            Self::NotYetPublished => "not published yet",
            Self::NoneExists => "none exists",
        }
        .to_owned()
    }
}
