//! What stands after a number: "or more", "-ish", "each", `[p]`, "± 5", "per officer", and the noun.

use super::super::{Hedge, RelationHint};
use super::cursor::Cursor;
use super::cutting::Precision;
use super::magnitude::{Sense, Shape};
use super::operand::operand;
use super::quantity::{Quantity, starts};
use super::suffix_words::{self, Suffix};
use super::token::Kind;
use super::units::unit;
use smol_str::SmolStr;

/// Takes one thing after the number, if there is one.
pub(super) fn suffix(cursor: &mut Cursor<'_>, quantity: &mut Quantity) -> bool {
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
    if next.is_sign(0, ',') && next.word_at(1) == Some("or") {
        next.bump();
    }
    next.eat_hyphen();
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
        (Some("and" | "or"), _) => {
            (next.word() == Some("than") && next.peek(1).is_some())
                || next.word() == Some("or")
                || starts(&next)
        }
        _ => false,
    };
    if goes_on {
        return None;
    }
    // "5,000 or more than": nothing follows.
    if matches!(start, Some("and" | "or")) {
        let _ = next.eat_word(&["than"]);
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
