//! A reading: what a phrase was taken to say, with everything around the number kept.

use super::{Amount, Cuts, NoValue, RelationHint, Stance};
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
    pub(super) phrase: String,
    pub(super) span: Range<usize>,
    pub(super) content: Content,
    pub(super) stance: Option<Stance>,
    pub(super) relation: Option<RelationHint>,
    pub(super) unit: Option<String>,
    pub(super) period: Option<String>,
    pub(super) level: Option<Box<Reading>>,
    pub(super) implied_earlier: Option<Box<Cuts>>,
    pub(super) alternatives: Vec<Reading>,
}

impl Reading {
    /// A phrase that gives no value, as the publisher classified it.
    #[must_use]
    pub fn without_value(phrase: &str, reason: NoValue) -> Self {
        Self::new(phrase, 0..phrase.len(), Content::NoValue(reason))
    }

    pub(super) fn new(phrase: &str, span: Range<usize>, content: Content) -> Self {
        Self {
            phrase: phrase.to_owned(),
            span,
            content,
            stance: None,
            relation: None,
            unit: None,
            period: None,
            level: None,
            implied_earlier: None,
            alternatives: Vec::new(),
        }
    }

    /// The phrase, word for word.
    #[must_use]
    pub fn phrase(&self) -> &str {
        &self.phrase
    }

    /// The bytes of the phrase that carry the quantity.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
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

    /// What is counted, as the phrase says it.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    /// The period the phrase itself names, as an ISO date or span.
    #[must_use]
    pub fn period(&self) -> Option<&str> {
        self.period.as_deref()
    }

    /// The level a change arrives at: 6,500 in "a 100-fold increase to 6,500".
    #[must_use]
    pub fn level(&self) -> Option<&Self> {
        self.level.as_deref()
    }

    /// The earlier value that a change and its level imply.
    #[must_use]
    pub fn implied_earlier(&self) -> Option<&Cuts> {
        self.implied_earlier.as_deref()
    }

    /// Other readings of an ambiguous phrase.
    #[must_use]
    pub fn alternatives(&self) -> &[Self] {
        &self.alternatives
    }
}
