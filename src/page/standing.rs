//! How far a figure is confirmed: the one mark and the words that always stand beside it.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::{Link, When};
use crate::reconcile;

/// The standing of a figure; each has one mark in text, tables, charts and the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words of each standing say what it is")]
pub enum Standing {
    Confirmed,
    PartlyConfirmed,
    Unconfirmed,
    Contradicted,
    Superseded,
    Withdrawn,
    /// Worked out from other figures.
    Derived,
    /// A demand or a target: not measured.
    CalledFor,
    NotAvailable,
}

impl Standing {
    /// Every standing, in the order of the legend.
    pub const ALL: [Self; 9] = [
        Self::Confirmed,
        Self::PartlyConfirmed,
        Self::Unconfirmed,
        Self::Contradicted,
        Self::Superseded,
        Self::Withdrawn,
        Self::Derived,
        Self::CalledFor,
        Self::NotAvailable,
    ];

    /// The name used in style sheets and data: `partly-confirmed`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::PartlyConfirmed => "partly-confirmed",
            Self::Unconfirmed => "unconfirmed",
            Self::Contradicted => "contradicted",
            Self::Superseded => "superseded",
            Self::Withdrawn => "withdrawn",
            Self::Derived => "derived",
            Self::CalledFor => "called-for",
            Self::NotAvailable => "not-available",
        }
    }

    /// The standing of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.name() == name)
    }
}

impl From<reconcile::Standing> for Standing {
    fn from(standing: reconcile::Standing) -> Self {
        match standing {
            reconcile::Standing::Verified(reconcile::Status::Confirmed) => Self::Confirmed,
            reconcile::Standing::Verified(reconcile::Status::PartlyConfirmed) => Self::PartlyConfirmed,
            reconcile::Standing::Verified(reconcile::Status::Unconfirmed) => Self::Unconfirmed,
            reconcile::Standing::Verified(reconcile::Status::Contradicted) => Self::Contradicted,
            reconcile::Standing::Verified(reconcile::Status::Superseded) => Self::Superseded,
            reconcile::Standing::Verified(reconcile::Status::Withdrawn) => Self::Withdrawn,
            reconcile::Standing::Derived => Self::Derived,
            reconcile::Standing::CalledFor => Self::CalledFor,
            reconcile::Standing::NotAvailable => Self::NotAvailable,
        }
    }
}

/// A figure's standing with the words that go with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Status {
    /// Which mark to draw.
    pub standing: Standing,
    /// The words beside the mark: "not confirmed", "confirmed by Home Office, 3 March 2026".
    pub words: String,
    /// A whole sentence for the headline: "Home Office has not confirmed this figure."
    pub sentence: Option<String>,
    /// The source of the latest position taken on the figure.
    pub source: Option<Link>,
}

/// How the status of a figure came about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatusHistory {
    /// The figure; `path` leads to its row.
    pub figure: Link,
    /// Where it was reported.
    pub source: Link,
    /// The day or period it is about.
    pub when: When,
    /// What was said of it, oldest first.
    pub steps: Vec<StatusStep>,
    /// A sentence on their order, where the dates do not settle it.
    pub order: Option<String>,
}

/// One step in the history of a status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatusStep {
    /// From when the status held, or when the position was taken.
    pub when: When,
    /// The status from then on.
    pub status: Status,
    /// What was said, in a sentence: "Home Office declined to confirm the figure."
    pub because: String,
    /// Why that moved the status, or did not: "That neither confirms nor denies it, so the status stays …".
    pub outcome: String,
    /// Where it was said.
    pub source: Option<Link>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standing_serialises_as_its_name_and_is_found_by_it() {
        for standing in Standing::ALL {
            assert_eq!(serde_json::to_value(standing).unwrap(), standing.name());
            assert_eq!(Standing::named(standing.name()), Some(standing));
        }
        assert_eq!(Standing::named("sure"), None);
    }

    #[test]
    fn a_standing_has_the_same_name_on_pages_as_where_it_is_worked_out() {
        for standing in [
            reconcile::Standing::Verified(reconcile::Status::PartlyConfirmed),
            reconcile::Standing::CalledFor,
            reconcile::Standing::NotAvailable,
        ] {
            assert_eq!(Standing::from(standing).name(), standing.name());
        }
    }
}
