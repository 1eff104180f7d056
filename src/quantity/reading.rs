//! A reading: what a phrase was taken to say, with everything around the number kept.

use super::{Amount, Cuts, NoValue, RelationHint, Stance};
use smol_str::SmolStr;
use std::ops::Range;

/// What a phrase gives: an amount, or a way of not giving one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// An amount.
    Value(Box<Amount>),
    /// No value, and why.
    NoValue(NoValue),
}

/// A phrase, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub(super) phrase: SmolStr,
    pub(super) content: Content,
    pub(super) stance: Option<Stance>,
    pub(super) relation: Option<RelationHint>,
    rest: Option<Box<Rest>>,
}

/// What few phrases have, kept apart so that a plain number stays small.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Rest {
    pub(super) span: Option<Range<usize>>,
    pub(super) unit: Option<SmolStr>,
    pub(super) period: Option<SmolStr>,
    pub(super) flags: Vec<SmolStr>,
    pub(super) level: Option<Reading>,
    pub(super) implied_earlier: Option<Cuts>,
    pub(super) further: Vec<Reading>,
    pub(super) alternatives: Vec<Reading>,
}

impl Reading {
    /// A phrase that gives no value, as the publisher classified it.
    #[must_use]
    pub fn without_value(phrase: &str, reason: NoValue) -> Self {
        Self::new(phrase, Content::NoValue(reason))
    }

    pub(super) fn new(phrase: &str, content: Content) -> Self {
        Self { phrase: phrase.into(), content, stance: None, relation: None, rest: None }
    }

    pub(super) fn rest_mut(&mut self) -> &mut Rest {
        self.rest.get_or_insert_with(Box::default)
    }

    /// The phrase, word for word.
    #[must_use]
    pub fn phrase(&self) -> &str {
        &self.phrase
    }

    /// The bytes of the phrase that carry the quantity.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.rest.as_ref().and_then(|rest| rest.span.clone()).unwrap_or(0..self.phrase.len())
    }

    /// The words that carry the quantity.
    #[must_use]
    pub fn verbatim(&self) -> &str {
        self.phrase.get(self.span()).unwrap_or(&self.phrase)
    }

    /// What it gives.
    #[must_use]
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// The amount, if it gives one.
    #[must_use]
    pub fn amount(&self) -> Option<&Amount> {
        match &self.content {
            Content::Value(amount) => Some(amount),
            Content::NoValue(_) => None,
        }
    }

    /// Why it gives no value, if it gives none.
    #[must_use]
    pub fn no_value(&self) -> Option<&NoValue> {
        match &self.content {
            Content::Value(_) => None,
            Content::NoValue(reason) => Some(reason),
        }
    }

    /// A word that presents the number as small or large.
    #[must_use]
    pub fn stance(&self) -> Option<Stance> {
        self.stance
    }

    /// A word that relates it to another number.
    #[must_use]
    pub fn relation(&self) -> Option<RelationHint> {
        self.relation
    }

    /// The unit: `percent`, `percentage point`, a currency code, or what is counted, as the phrase says it.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.rest.as_ref()?.unit.as_deref()
    }

    /// The period the phrase itself names, as an ISO date or span; the words where they do not say which.
    #[must_use]
    pub fn period(&self) -> Option<&str> {
        self.rest.as_ref()?.period.as_deref()
    }

    /// Letters of shorthand that go with the number: `p`, `r`.
    #[must_use]
    pub fn flags(&self) -> &[SmolStr] {
        self.rest.as_ref().map_or(&[], |rest| &rest.flags)
    }

    /// The level a change arrives at: 6,500 in "a 100-fold increase to 6,500".
    #[must_use]
    pub fn level(&self) -> Option<&Self> {
        self.rest.as_ref()?.level.as_ref()
    }

    /// The earlier value that the phrase gives, or that its change and level imply.
    #[must_use]
    pub fn implied_earlier(&self) -> Option<&Cuts> {
        self.rest.as_ref()?.implied_earlier.as_ref()
    }

    /// Other quantities in the phrase that stand in a stated relation to this one: "1,000, of whom 736".
    #[must_use]
    pub fn further(&self) -> &[Self] {
        self.rest.as_ref().map_or(&[], |rest| &rest.further)
    }

    /// Other readings of an ambiguous phrase. A comparison fails only where it fails for each of them.
    #[must_use]
    pub fn alternatives(&self) -> &[Self] {
        self.rest.as_ref().map_or(&[], |rest| &rest.alternatives)
    }
}
