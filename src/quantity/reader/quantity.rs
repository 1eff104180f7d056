//! A quantity with all that belongs to it: hedge, magnitude, unit, shorthand.

use super::super::{Hedge, RelationHint, Stance};
use super::cursor::Cursor;
use super::cutting::Precision;
use super::magnitude::{Magnitude, Sense, Shape, To, magnitude};
use super::operand::operand;
use super::prefix_words::{self, Prefix};
use super::suffix_words::{self, Suffix};
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

    fn add_hedge(&mut self, hedge: Hedge) {
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
        match prefix(cursor)? {
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
    let shortened = cursor
        .previous()
        .is_some_and(|last| ["c", "ca", "approx", "est", "circa"].contains(&last.text.as_str()));
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

/// Takes one thing after the number, if there is one.
fn suffix(cursor: &mut Cursor<'_>, quantity: &mut Quantity) -> bool {
    if let Some(flag) = flag(cursor) {
        quantity.flags.push(flag);
        return true;
    }
    if let Some(precision) = margin(cursor) {
        quantity.precision = Some(precision);
        return true;
    }
    if let Some(found) = suffix_word(cursor, &quantity.magnitude.sense).or_else(|| in_brackets(cursor)) {
        match found {
            Suffix::Hedge(hedge) => quantity.add_hedge(hedge),
            Suffix::Relation(relation) => quantity.relation = quantity.relation.or(Some(relation)),
        }
        return true;
    }
    if let Some(unit) = occasions(cursor) {
        quantity.unit = Some(unit);
        return true;
    }
    if let Some(rate) = rate(cursor) {
        quantity.relation = Some(RelationHint::Each);
        quantity.unit = rate.or(quantity.unit.take());
        return true;
    }
    if quantity.unit.is_none() && matches!(quantity.magnitude.shape, Shape::Vague { .. }) {
        let mut next = *cursor;
        if next.eat("of").is_some() && unit(&mut next).is_some() {
            cursor.bump();
        }
    }
    quantity.take_unit(cursor)
}

/// "+", "-ish", "or more", "each".
fn suffix_word(cursor: &mut Cursor<'_>, sense: &Sense) -> Option<Suffix> {
    let mut next = *cursor;
    if next.is_sign(0, '+')
        && !matches!(next.peek(1).map(|token| &token.kind), Some(Kind::Number(_) | Kind::Sign('/')))
    {
        cursor.bump();
        return Some(Suffix::Hedge(Hedge::AtLeast));
    }
    next.eat_hyphen();
    let _ = next.eat_sign(',').filter(|()| next.word() == Some("or"));
    let start = next.word();
    let found = next.eat_longest(suffix_words::TABLE)?;
    let goes_on = match (start, found) {
        // "53,000 plus 736", "give or take 5", "1,000 of whom 736".
        (
            Some("plus" | "give" | "minimum" | "maximum" | "max" | "approximately" | "roughly" | "exactly"),
            _,
        )
        | (_, Suffix::Relation(RelationHint::Subset)) => starts(&next),
        // "23% more" is a change, and so is "65 more than before".
        (Some("more"), _) => *sense != Sense::Number || next.word() == Some("than"),
        (Some("extra" | "additional" | "further"), _) => *sense != Sense::Number,
        // "20 and less than 30".
        (Some("and" | "or"), _) => next.word() == Some("than") || starts(&next),
        _ => false,
    };
    if goes_on {
        return None;
    }
    *cursor = next;
    Some(found)
}

/// "(approx.)", "(estimated)".
fn in_brackets(cursor: &mut Cursor<'_>) -> Option<Suffix> {
    let mut next = *cursor;
    next.eat_sign('(')?;
    let found = next.eat_longest(suffix_words::TABLE)?;
    let _ = next.eat_sign('.');
    next.eat_sign(')')?;
    *cursor = next;
    Some(found)
}

/// `[p]`, `[r]`, `(p)`: shorthand that goes with a number.
fn flag(cursor: &mut Cursor<'_>) -> Option<SmolStr> {
    let mut next = *cursor;
    let close = if next.eat_sign('[').is_some() {
        ']'
    } else {
        next.eat_sign('(')?;
        ')'
    };
    let letters = ["b", "e", "er", "f", "n", "ns", "p", "r", "s", "ss", "sss", "u", "provisional", "revised"];
    let word = next.eat_word(&letters)?;
    next.eat_sign(close)?;
    *cursor = next;
    Some(match word {
        "provisional" => "p".into(),
        "revised" => "r".into(),
        _ => word.into(),
    })
}

/// "± 5", "+/- 5%", "give or take 5".
fn margin(cursor: &mut Cursor<'_>) -> Option<Precision> {
    let mut next = *cursor;
    let _ = next.eat_sign(',');
    let opened = next.eat_sign('(').is_some();
    let sign = next.eat_sign('±').is_some()
        || ["plus or minus", "give or take"].iter().any(|words| next.eat(words).is_some())
        || plus_slash_minus(&mut next).is_some();
    if !sign {
        return None;
    }
    let margin = operand(&mut next, None)?;
    if opened {
        next.eat_sign(')')?;
    }
    *cursor = next;
    Some(match margin.sense {
        Sense::Percent => Precision::MarginPercent(margin.number.value),
        Sense::Number | Sense::Points | Sense::Money(_) | Sense::Proportion | Sense::Fold | Sense::Fall => {
            Precision::Margin(margin.number.value)
        }
    })
}

fn plus_slash_minus(cursor: &mut Cursor<'_>) -> Option<()> {
    let mut next = *cursor;
    next.eat_sign('+')?;
    next.eat_sign('/')?;
    (next.is_dash(0) || next.is_sign(0, '−')).then(|| next.bump())?;
    *cursor = next;
    Some(())
}

/// "Three times a week": how often, and no factor.
fn occasions(cursor: &mut Cursor<'_>) -> Option<SmolStr> {
    let mut next = *cursor;
    let times = next.eat_word(&["times", "time"])?;
    let each = matches!(next.longest(suffix_words::TABLE), Some((Suffix::Relation(RelationHint::Each), _)));
    (each || rate(&mut next.clone()).is_some()).then(|| *cursor = next)?;
    Some(times.into())
}

/// "Per officer", "per 100,000 people", "for every 1,000". The inner option is the unit of a rate.
fn rate(cursor: &mut Cursor<'_>) -> Option<Option<SmolStr>> {
    let mut next = *cursor;
    let start = next.at;
    let slash = next.eat_sign('/').is_some();
    if !slash {
        ["per", "for every", "for each"].iter().find(|words| next.eat(words).is_some())?;
    }
    let number = !slash && operand(&mut next, None).is_some();
    if !number {
        next.word().filter(|word| *word != "cent")?;
    }
    let named = unit(&mut next).is_some();
    if !number && !named {
        next.bump();
    }
    let words = next.verbatim(start, next.at);
    *cursor = next;
    Some(number.then(|| words.into()))
}
