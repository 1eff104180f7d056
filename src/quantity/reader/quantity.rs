//! A quantity with all that belongs to it: hedge, magnitude, unit, shorthand.

use super::super::{Hedge, RelationHint, Stance};
use super::cursor::Cursor;
use super::cutting::Precision;
use super::magnitude::{Magnitude, Sense, Shape, To, magnitude};
use super::prefix_words::{self, Prefix};
use super::ranges::upper_end;
use super::suffix::suffix;
use super::token::Kind;
use super::units::unit;
use smol_str::SmolStr;

/// The most words and signs before one number.
const MOST_PREFIXES: usize = 8;
/// The most after it.
const MOST_SUFFIXES: usize = 8;

/// A quantity in a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quantity {
    pub(super) magnitude: Magnitude,
    pub(super) hedge: Option<Hedge>,
    pub(super) stance: Option<Stance>,
    pub(super) relation: Option<RelationHint>,
    pub(super) precision: Option<Precision>,
    pub(super) unit: Option<SmolStr>,
    pub(super) flags: Vec<SmolStr>,
    /// The places of its first token and after its last.
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Quantity {
    /// Whether nothing but four digits that may be a year is there.
    pub(super) fn may_be_year(&self) -> bool {
        self.magnitude.single().is_some_and(|number| number.may_be_year)
            && self.hedge.is_none()
            && self.stance.is_none()
            && self.unit.is_none()
            && self.relation.is_none()
    }

    /// Takes the noun that follows, where it has none.
    pub(super) fn take_unit(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let counts = matches!(self.magnitude.sense, Sense::Number | Sense::Proportion);
        if self.unit.is_some() || !counts {
            return false;
        }
        let Some((from, to)) = unit(cursor) else { return false };
        self.unit = Some(cursor.verbatim(from, to).into());
        true
    }

    /// Takes a hedge, unless the one it has says more.
    pub(super) fn add_hedge(&mut self, hedge: Hedge) {
        self.hedge =
            Some(self.hedge.map_or(hedge, |so_far| if rank(hedge) > rank(so_far) { hedge } else { so_far }));
    }
}

/// Of two hedges the one that says more holds: "up to around 300" is a bound.
fn rank(hedge: Hedge) -> u8 {
    match hedge {
        Hedge::MoreThan | Hedge::AtLeast | Hedge::FewerThan | Hedge::AtMost | Hedge::UpTo => 3,
        Hedge::Nearly | Hedge::JustOver => 2,
        Hedge::Approximately => 1,
        Hedge::Exact
        | Hedge::Bare
        | Hedge::Between
        | Hedge::Rounded
        | Hedge::RandomlyRounded
        | Hedge::PlusMinus
        | Hedge::Vague => 0,
    }
}

/// Reads a quantity with its hedge before it and everything after it.
pub(super) fn quantity(cursor: &mut Cursor<'_>, to: To) -> Option<Quantity> {
    let mut next = *cursor;
    let mut quantity = with_prefixes(&mut next, to)?;
    for _ in 0..MOST_SUFFIXES {
        if !suffix(&mut next, &mut quantity) {
            break;
        }
    }
    let range = match (&quantity.magnitude.shape, &quantity.unit) {
        (Shape::One(first), Some(noun)) if to == To::Range && quantity.magnitude.sense == Sense::Number => {
            upper_end(&mut next, first, noun).map(|last| Shape::Range(first.clone(), last))
        }
        _ => None,
    };
    quantity.magnitude.shape = range.unwrap_or(quantity.magnitude.shape);
    quantity.to = next.at;
    *cursor = next;
    Some(quantity)
}

/// Whether a quantity starts here.
pub(super) fn starts(cursor: &Cursor<'_>) -> bool {
    with_prefixes(&mut (*cursor).clone(), To::Range).is_some()
}

fn with_prefixes(cursor: &mut Cursor<'_>, to: To) -> Option<Quantity> {
    let from = cursor.at;
    let (mut hedges, mut stance, mut relation) = (Vec::new(), None, None);
    let mut after_filler = false;
    for _ in 0..MOST_PREFIXES {
        if let Some(magnitude) = magnitude(cursor, to) {
            let mut quantity = Quantity {
                magnitude,
                hedge: None,
                stance,
                relation,
                precision: None,
                unit: None,
                flags: Vec::new(),
                from,
                to: cursor.at,
            };
            hedges.into_iter().for_each(|hedge| quantity.add_hedge(hedge));
            return Some(quantity);
        }
        let found = prefix(cursor)?;
        if after_filler && found == Prefix::Filler {
            return None;
        }
        after_filler = found == Prefix::Filler;
        match found {
            Prefix::Hedge(hedge) => hedges.push(hedge),
            Prefix::Stance(found) => stance = stance.or(Some(found)),
            Prefix::Both(hedge, found) => {
                hedges.push(hedge);
                stance = stance.or(Some(found));
            }
            Prefix::Relation(found) => relation = relation.or(Some(found)),
            Prefix::Filler => {}
        }
    }
    None
}

fn prefix(cursor: &mut Cursor<'_>) -> Option<Prefix> {
    if let Some(hedge) = sign_before(cursor) {
        return Some(Prefix::Hedge(hedge));
    }
    let found = cursor.eat_longest(prefix_words::TABLE)?;
    let shortened = cursor.previous().is_some_and(|last| {
        ["c", "ca", "approx", "est", "circa", "max", "min"].contains(&last.text.as_str())
    });
    if shortened {
        let _ = cursor.eat_sign('.');
    }
    cursor.eat_hyphen();
    Some(found)
}

fn sign_before(cursor: &mut Cursor<'_>) -> Option<Hedge> {
    let Kind::Sign(sign) = cursor.peek(0)?.kind else { return None };
    let second = match cursor.peek(1).map(|token| (&token.kind, token.spaced)) {
        Some((Kind::Sign(second), false)) => Some(*second),
        _ => None,
    };
    let (hedge, length) = match (sign, second) {
        ('<' | '=', Some('=' | '<')) if sign != second.unwrap_or(sign) => (Hedge::AtMost, 2),
        ('>' | '=', Some('=' | '>')) if sign != second.unwrap_or(sign) => (Hedge::AtLeast, 2),
        ('<', _) => (Hedge::FewerThan, 1),
        ('>', _) => (Hedge::MoreThan, 1),
        ('≤' | '⩽' | '≦', _) => (Hedge::AtMost, 1),
        ('≥' | '⩾' | '≧', _) => (Hedge::AtLeast, 1),
        ('~' | '≈' | '≃' | '∼' | '≅', _) => (Hedge::Approximately, 1),
        _ => return None,
    };
    cursor.at += length;
    Some(hedge)
}
