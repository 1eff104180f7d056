//! Words between quantities: what ties one to another.

use super::super::RelationHint;

/// Words that tie a quantity to what went before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    By,
    Of,
    To,
    From,
    /// "Compared with", "than".
    Against,
    /// "Out of", "of the".
    OutOf,
}

/// In the order of the first word.
pub(super) const LINKS: &[(&str, Link)] = &[
    ("against", Link::Against),
    ("as against", Link::Against),
    ("by", Link::By),
    ("compared to", Link::Against),
    ("compared with", Link::Against),
    ("from", Link::From),
    ("of", Link::Of),
    ("of all", Link::OutOf),
    ("of the", Link::OutOf),
    ("out of", Link::OutOf),
    ("out of the", Link::OutOf),
    ("than", Link::Against),
    ("to", Link::To),
    ("versus", Link::Against),
    ("vs", Link::Against),
];

/// In the order of the first word.
pub(super) const RELATIONS: &[(&str, RelationHint)] = &[
    ("among them", RelationHint::Subset),
    ("among these", RelationHint::Subset),
    ("among those", RelationHint::Subset),
    ("among which", RelationHint::Subset),
    ("among whom", RelationHint::Subset),
    ("amongst them", RelationHint::Subset),
    ("amongst these", RelationHint::Subset),
    ("amongst those", RelationHint::Subset),
    ("amongst whom", RelationHint::Subset),
    ("as well as", RelationHint::Additional),
    ("cumulatively", RelationHint::Cumulative),
    ("each", RelationHint::Each),
    ("in addition", RelationHint::Additional),
    ("in addition to", RelationHint::Additional),
    ("in addition to this", RelationHint::Additional),
    ("included", RelationHint::Subset),
    ("includes", RelationHint::Subset),
    ("including", RelationHint::Subset),
    ("inclusive of", RelationHint::Subset),
    ("of them", RelationHint::Subset),
    ("of these", RelationHint::Subset),
    ("of this number", RelationHint::Subset),
    ("of this total", RelationHint::Subset),
    ("of those", RelationHint::Subset),
    ("of which", RelationHint::Subset),
    ("of whom", RelationHint::Subset),
    ("on top of", RelationHint::Additional),
    ("on top of that", RelationHint::Additional),
    ("on top of this", RelationHint::Additional),
    ("with a further", RelationHint::Additional),
    ("with an additional", RelationHint::Additional),
    ("with another", RelationHint::Additional),
];
