//! The parts of a phrase in their order, before it is decided how they belong together.

use super::super::{Context, RelationHint};
use super::change_words::{self, Direction, Place};
use super::cursor::Cursor;
use super::cutting::Precision;
use super::labels;
use super::link_words::{LINKS, Link, RELATIONS};
use super::magnitude::To;
use super::number_words::{is_number_word, is_ordinal};
use super::quantity::{Quantity, quantity};
use super::rounding::rounding;
use super::time::{Before, Time, time};
use super::token::{Kind, Token};
use super::units::{is_part_of_a_number, unit};
use std::ops::Range;

/// A part of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Quantity(Box<Quantity>),
    /// "From 40 to 50".
    FromTo(Box<[Quantity; 2]>),
    Time(Time),
    Change(Direction, Place),
    Link(Link),
    Relation(RelationHint),
    Precision(Precision),
    /// A comma or a stronger stop.
    Break,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    Word,
}

/// A part and the tokens it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) item: Item,
    pub(super) tokens: Range<usize>,
}

/// What cannot be a part of any reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Obstacle {
    pub(super) token: usize,
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

/// Takes a phrase apart.
pub(super) fn parts(phrase: &Cursor<'_>, context: &Context) -> Result<Vec<Part>, Obstacle> {
    let mut cursor = *phrase;
    let mut parts: Vec<Part> = Vec::new();
    let mut seen_change = false;
    while !cursor.is_done() {
        let start = cursor.at;
        let item = next_item(&mut cursor, context, &parts, seen_change)?;
        if let (Item::Change(_, Place::Comparative), Some(Part { item: Item::Quantity(compared), .. })) =
            (&item, parts.last_mut())
        {
            // "200 fewer officers": the noun comes after the comparison.
            compared.take_unit(&mut cursor);
        }
        seen_change |= matches!(item, Item::Change(..));
        cursor.at = cursor.at.max(start + 1);
        parts.push(Part { item, tokens: start..cursor.at });
    }
    Ok(parts)
}

fn next_item(
    cursor: &mut Cursor<'_>,
    context: &Context,
    parts: &[Part],
    seen_change: bool,
) -> Result<Item, Obstacle> {
    let last = parts.last().map(|part| &part.item);
    let after_change = matches!(last, Some(Item::Change(..)));
    let before = if after_change { Before::Change } else { Before::Other };
    let to = if seen_change { To::Level } else { To::Range };
    if let Some(precision) = rounding(cursor) {
        return Ok(Item::Precision(precision));
    }
    if labels::label(cursor).is_some() {
        return Ok(Item::Word);
    }
    if let Some(time) = time(cursor, context, before) {
        return Ok(Item::Time(time));
    }
    if let Some((direction, place)) = comparison(cursor, last) {
        return Ok(Item::Change(direction, place));
    }
    if let Some(relation) = rate_before(cursor) {
        return Ok(Item::Relation(relation));
    }
    if let Some(both) = from_to(cursor) {
        return Ok(Item::FromTo(Box::new(both)));
    }
    if let Some(relation) = relation(cursor) {
        return Ok(Item::Relation(relation));
    }
    if let Some(quantity) = quantity(cursor, to) {
        return Ok(Item::Quantity(Box::new(quantity)));
    }
    if let Some((direction, place)) = cursor.eat_longest(change_words::TABLE) {
        return Ok(Item::Change(direction, place));
    }
    if cursor.is_sign(0, '+') && cursor.is_glued(1) && !cursor.is_glued(0) {
        cursor.bump();
        return Ok(Item::Change(Direction::Up, Place::Verb));
    }
    if let Some(link) = cursor.eat_longest(LINKS) {
        return Ok(Item::Link(link));
    }
    sign_or_word(cursor)
}

/// "12% fewer than 2022": right after a quantity a comparison is no hedge of the next.
fn comparison(cursor: &mut Cursor<'_>, last: Option<&Item>) -> Option<(Direction, Place)> {
    let Some(Item::Quantity(_)) = last else { return None };
    let (found, next) = cursor.longest(change_words::TABLE)?;
    (found.1 == Place::Comparative && next.word() == Some("than")).then(|| {
        *cursor = next;
        found
    })
}

/// "Per 100,000 people, 25": what is counted against, and not what is counted.
fn rate_before(cursor: &mut Cursor<'_>) -> Option<RelationHint> {
    let mut next = *cursor;
    ["per", "for every", "out of every"].iter().find(|words| next.eat(words).is_some())?;
    next.digits()?;
    next.bump();
    let _ = unit(&mut next);
    *cursor = next;
    Some(RelationHint::Each)
}

/// "Among those, 736". "Each" only where a number went before, and not "each of".
fn relation(cursor: &mut Cursor<'_>) -> Option<RelationHint> {
    let mut next = *cursor;
    let found = next.eat_longest(RELATIONS)?;
    if found == RelationHint::Each && next.word() == Some("of") {
        return None;
    }
    *cursor = next;
    Some(found)
}

/// "From 40 to 50".
fn from_to(cursor: &mut Cursor<'_>) -> Option<[Quantity; 2]> {
    let mut next = *cursor;
    next.eat("from")?;
    let first = quantity(&mut next, To::Level)?;
    let _ = time(&mut next, &Context::prose(), Before::Other);
    next.eat_word(&["to"])?;
    let second = quantity(&mut next, To::Level)?;
    *cursor = next;
    Some([first, second])
}

fn sign_or_word(cursor: &mut Cursor<'_>) -> Result<Item, Obstacle> {
    let token = cursor.at;
    let item = match cursor.peek(0).map(|token| &token.kind) {
        Some(Kind::Fault(fault)) => {
            return Err(Obstacle { token, message: fault.message(), help: fault.help() });
        }
        Some(Kind::Sign(sign)) => match sign {
            '(' => Item::Open,
            ')' => Item::Close,
            ':' if parts_digits(cursor) => {
                return Err(Obstacle {
                    token,
                    message: "stands between two numbers, and may part a ratio, a score or a time",
                    help: "write out what is meant, such as 1 in 10 or 10.30am",
                });
            }
            '/' if parts_digits(cursor) => {
                return Err(Obstacle {
                    token,
                    message: "stands between two numbers, and may part a fraction, a date or a score",
                    help: "write out what is meant, such as 3 out of 4 or 31 March 2024",
                });
            }
            ',' | ';' | ':' | '.' => Item::Break,
            '!' | '"' | '\'' | '&' | '=' | '/' => Item::Word,
            _ => {
                return Err(Obstacle {
                    token,
                    message: "is a sign whose meaning here is not known",
                    help: "write what the sign stands for in words, or leave it out",
                });
            }
        },
        Some(Kind::Dash) => Item::Break,
        Some(Kind::Word) if is_stranded(cursor) => {
            return Err(Obstacle {
                token,
                message: "belongs to a number, and does not go with what stands beside it",
                help: "write the number in digits",
            });
        }
        Some(Kind::Word | Kind::Number(_) | Kind::Fraction(_) | Kind::Date(_)) | None => Item::Word,
    };
    cursor.bump();
    Ok(item)
}

/// `1/0`, `50:50`: a sign between digits that make no fraction, date, rate or time of day.
fn parts_digits(cursor: &Cursor<'_>) -> bool {
    let is_number = |token: &Token| match &token.kind {
        Kind::Number(digits) => !digits.may_be_year,
        Kind::Fault(_) => true,
        _ => false,
    };
    cursor.is_glued(0)
        && cursor.is_glued(1)
        && cursor.previous().is_some_and(is_number)
        && cursor.peek(1).is_some_and(is_number)
}

/// Part of a number that no number took: "five - eighths", "two million and one half".
fn is_stranded(cursor: &Cursor<'_>) -> bool {
    let Some(word) = cursor.word() else { return false };
    let after_number = cursor.previous().is_some_and(|last| {
        matches!(last.kind, Kind::Number(_)) || is_number_word(&last.text) || last.text == "a"
    });
    let plural = word.ends_with("ths") || word == "thirds" || word == "quarters";
    let point = word == "point" && cursor.word_at(1).is_some_and(is_number_word);
    let ordinal = is_number_word(word)
        && after_number
        && cursor.peek(1).is_some_and(|token| {
            is_ordinal(&token.text) || (token.kind == Kind::Dash && cursor.word_at(2).is_some_and(is_ordinal))
        });
    ordinal || is_part_of_a_number(word) && (plural || point || (after_number && word != "point"))
}

#[cfg(test)]
mod tests {
    use super::super::cursor::is_in_order;
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        assert!(is_in_order(LINKS) && is_in_order(RELATIONS) && is_in_order(change_words::TABLE));
        assert!(is_in_order(super::super::prefix_words::TABLE));
        assert!(is_in_order(super::super::suffix_words::TABLE));
        assert!(is_in_order(super::super::vague_words::TABLE));
    }
}
