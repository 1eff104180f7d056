//! The rules: the list of them all, and a page for each with what it has found.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::{Frame, Link};
use super::pieces::FindingLine;

/// Every rule, in groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleList {
    /// Around the main part.
    pub frame: Frame,
    /// The groups, those for readers first.
    pub groups: Vec<RuleGroup>,
}

/// Rules of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleGroup {
    /// The anchor of the group.
    pub anchor: String,
    /// What they look at.
    pub title: String,
    /// The rules.
    pub rules: Vec<RuleLine>,
}

/// A rule in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleLine {
    /// "R001 relation-conflict", and its page.
    pub link: Link,
    /// What it finds.
    pub finds: String,
    /// "3 findings"; none where it has found nothing that readers see.
    pub found: Option<String>,
}

/// The page of one rule. Fields stand in the order of reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RulePage {
    /// Around the main part.
    pub frame: Frame,
    /// "R001".
    pub code: String,
    /// "relation-conflict".
    pub name: String,
    /// What it finds.
    pub finds: String,
    /// Why it matters.
    pub matters: String,
    /// An example.
    pub example: String,
    /// What to do about a finding.
    pub resolve: String,
    /// How many findings of it stand now, in a sentence.
    pub found: String,
    /// The findings, as many as a reader can scan.
    pub findings: Vec<FindingLine>,
    /// The others: "All 300 findings".
    pub rest: Option<Link>,
}
