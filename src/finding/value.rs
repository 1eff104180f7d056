//! The finding itself.

use super::{Bridge, Cause, Conflict, Distances, Fingerprint, RuleDoc, Severity, Verdict};
use crate::model::{FigureId, MeasureId, Place, Review, SourceId};
use crate::quantity::Rational;
use serde::Serialize;

/// What a finding is to a reader of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// The accounts differ, in value or in words.
    Discrepancy,
    /// A comparison was made and holds.
    Agreement,
    /// Something is not known, not confirmed or not answered.
    Gap,
    /// A mistake in the publisher's files.
    Input,
    /// A risk that a person could be identified.
    Disclosure,
}

/// A diagnostic: what was found, where, and what can be done about it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// Stable code of the rule.
    pub code: &'static str,
    /// Stable name of the rule.
    pub name: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it is to a reader.
    pub nature: Nature,
    /// A heading of a few words.
    pub title: String,
    /// What was found, in full sentences.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// How the claims stand to one another, where two or more are compared.
    pub verdict: Option<Verdict>,
    /// How far apart two values are.
    pub distances: Option<Distances>,
    /// The calculation, a line each.
    pub arithmetic: Vec<String>,
    /// What had to be assumed.
    pub assumptions: Vec<String>,
    /// The figures concerned.
    pub figures: Vec<FigureId>,
    /// The sources concerned.
    pub sources: Vec<SourceId>,
    /// The measure concerned.
    pub measure: Option<MeasureId>,
    /// Where it was written, first the place at fault.
    pub locations: Vec<Place>,
    /// Likely causes, likeliest first.
    pub causes: Vec<Cause>,
    /// The smallest sets of claims that cannot all hold, where more than two are needed.
    pub conflict: Option<Conflict>,
    /// The way from one figure to the other, where two values are compared.
    pub bridge: Option<Bridge>,
    /// How much is unaccounted for, over the larger number: zero where all is explained.
    pub residual: Option<Rational>,
    /// The question whose answer would settle it.
    pub settles: Option<String>,
    /// Its stable name.
    pub fingerprint: Fingerprint,
    /// What the publisher or the body concerned said of it.
    pub review: Option<Reviewed>,
}

/// A review as a finding carries it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reviewed {
    /// `explained`, `accepted`, `right-of-reply` or `disputed`.
    pub state: &'static str,
    /// The words.
    pub text: String,
    /// Whose.
    pub by: String,
    /// When, as an ISO date.
    pub date: String,
}

impl Finding {
    /// A finding of a rule, before its details are filled in. Its fingerprint is that of the rule and
    /// `identity`: the ids and values that make it this finding and no other.
    #[must_use]
    pub fn new<'a>(
        rule: &RuleDoc,
        severity: Severity,
        nature: Nature,
        identity: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        Self {
            code: rule.code,
            name: rule.name,
            severity,
            nature,
            title: String::new(),
            message: String::new(),
            help: None,
            verdict: None,
            distances: None,
            arithmetic: Vec::new(),
            assumptions: Vec::new(),
            figures: Vec::new(),
            sources: Vec::new(),
            measure: None,
            locations: Vec::new(),
            causes: Vec::new(),
            conflict: None,
            bridge: None,
            residual: None,
            settles: None,
            fingerprint: Fingerprint::of(std::iter::once(rule.code).chain(identity)),
            review: None,
        }
    }

    /// A mistake in the publisher's files at a place.
    #[must_use]
    pub fn input(rule: &RuleDoc, place: Place, message: impl Into<String>, help: impl Into<String>) -> Self {
        let message = message.into();
        let mut finding = Self::new(rule, Severity::Error, Nature::Input, [&*place.path, &message]);
        finding.title = message.clone();
        finding.message = message;
        finding.help = Some(help.into());
        finding.locations.push(place);
        finding
    }

    /// Attaches the latest review that names this finding.
    pub fn take_review(&mut self, reviews: &[Review]) {
        self.review = reviews
            .iter()
            .filter(|review| review.finding == self.fingerprint.as_str())
            .max_by_key(|review| review.date.latest())
            .map(|review| Reviewed {
                state: review.state.name(),
                text: review.text.clone(),
                by: review.by.clone(),
                date: review.date.to_string(),
            });
    }
}
