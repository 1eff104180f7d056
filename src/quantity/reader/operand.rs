//! One number with its currency, per cent sign or other suffix.

use super::super::Rational;
use super::cursor::Cursor;
use super::magnitude::Sense;
use super::multiplier::{Multiplier, Sort, multiplier};
use super::numeral::{Numeral, numeral};
use super::token::Kind;
use smol_str::SmolStr;

/// A number with what it measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Operand {
    pub(super) number: Numeral,
    pub(super) sense: Sense,
    /// The number without its multiplier.
    pub(super) counted: Rational,
    pub(super) multiplier: Option<Multiplier>,
}

const PERCENT: &[&str] = &["per cent", "percent", "pc", "of a per cent", "of a percent", "of one per cent"];
const POINTS: &[&str] = &[
    "percentage points",
    "percentage point",
    "percentage pts",
    "per cent points",
    "percent points",
    "of a percentage point",
    "of one percentage point",
    "pp",
    "pps",
    "ppt",
    "ppts",
];
#[rustfmt::skip]
const CURRENCIES: &[(&str, &str)] = &[
    ("gbp", "GBP"), ("eur", "EUR"), ("usd", "USD"), ("jpy", "JPY"), ("chf", "CHF"), ("aud", "AUD"),
    ("cad", "CAD"), ("nzd", "NZD"), ("cny", "CNY"), ("inr", "INR"), ("pkr", "PKR"), ("try", "TRY"),
    ("us dollar", "USD"), ("australian dollars", "AUD"), ("canadian dollars", "CAD"),
    ("new zealand dollars", "NZD"), ("hong kong dollars", "HKD"), ("yen", "JPY"), ("japanese yen", "JPY"),
    ("yuan", "CNY"), ("chinese yuan", "CNY"), ("renminbi", "CNY"), ("swiss francs", "CHF"),
    ("indian rupees", "INR"), ("pakistani rupees", "PKR"), ("turkish lira", "TRY"), ("danish kroner", "DKK"),
    ("norwegian kroner", "NOK"), ("swedish kronor", "SEK"), ("polish zloty", "PLN"), ("zloty", "PLN"),
    ("pounds sterling", "GBP"),
    ("pounds", "GBP"),
    ("pound", "GBP"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("us dollars", "USD"),
    ("dollars", "USD"),
    ("dollar", "USD"),
];

/// Reads a number with what stands around it. In a range, the end before tells of the currency.
pub(super) fn operand(cursor: &mut Cursor<'_>, before: Option<&Operand>) -> Option<Operand> {
    let mut next = *cursor;
    let negative = (next.is_dash(0) || next.is_sign(0, '−')) && next.is_glued(1) && currency_follows(&next);
    if negative {
        next.bump();
    }
    let currency = currency_before(&mut next);
    let money_before = before.is_some_and(|operand| matches!(operand.sense, Sense::Money(_)));
    let sort = if currency.is_some() || money_before { Sort::Money } else { Sort::Other };
    let start = next;
    let number = numeral(&mut next, sort)?;
    let (counted, multiplier) = parts(start, next, sort, &number);
    let number = if negative { number.negated() } else { number };
    let operand = match currency {
        Some(code) => {
            let _ = currency_after(&mut next);
            Operand { number, sense: Sense::Money(code), counted, multiplier }
        }
        None => with_suffix(&mut next, number, counted, multiplier),
    };
    let operand = with_hundredths(&mut next, operand);
    *cursor = next;
    Some(operand)
}

/// "3 dollars 50 cents", "£3 and 50p", "3 pounds 50".
fn with_hundredths(cursor: &mut Cursor<'_>, operand: Operand) -> Operand {
    let whole = operand.number.is_plain && operand.number.value.is_integer();
    if !matches!(operand.sense, Sense::Money(_)) || !whole {
        return operand;
    }
    let named = cursor.previous().is_some_and(|last| matches!(last.kind, Kind::Word));
    let mut next = *cursor;
    let _ = next.eat("and");
    let Some(minor) =
        numeral(&mut next, Sort::Other).filter(|minor| minor.is_plain && minor.value.is_integer())
    else {
        return operand;
    };
    let two_digits = minor.value >= Rational::from(10) && minor.value < Rational::from(100);
    let told = pence(&mut next).is_some() || next.eat_word(&["cents", "cent", "pennies"]).is_some();
    let closed = next.is_done() || next.is_sign(0, '.') || next.is_sign(0, ',') || next.is_sign(0, ')');
    if !(told || (two_digits && named && closed)) {
        return operand;
    }
    *cursor = next;
    let hundredth = Rational::pow10(-2);
    let number = Numeral {
        value: operand.number.value + minor.value * &hundredth,
        step: hundredth,
        is_plain: false,
        ..operand.number
    };
    Operand { number, ..operand }
}

/// Takes any words of a list that stand here.
fn eat_any(cursor: &mut Cursor<'_>, list: &[&str]) -> bool {
    let Some(word) = cursor.word() else { return false };
    list.iter().filter(|words| words.starts_with(word)).any(|words| cursor.eat(words).is_some())
}

/// "Per cent", "percentage point", after a part of one.
pub(super) fn percent_or_points(cursor: &mut Cursor<'_>) -> Option<Sense> {
    if eat_any(cursor, POINTS) {
        return Some(Sense::Points);
    }
    eat_any(cursor, PERCENT).then_some(Sense::Percent)
}

/// The number and its multiplier apart.
fn parts(start: Cursor<'_>, end: Cursor<'_>, sort: Sort, number: &Numeral) -> (Rational, Option<Multiplier>) {
    let mut next = start;
    if let Some(digits) = start.digits() {
        next.bump();
        return (digits.value.clone(), multiplier(&mut next, sort));
    }
    next.at = end.at.saturating_sub(1);
    let by = (next.at > start.at).then(|| multiplier(&mut next, sort)).flatten();
    let counted = by.as_ref().and_then(|by| number.value.checked_div(&by.times));
    (counted.unwrap_or_else(|| number.value.clone()), by)
}

fn with_suffix(
    cursor: &mut Cursor<'_>,
    number: Numeral,
    counted: Rational,
    multiplier: Option<Multiplier>,
) -> Operand {
    let points = |cursor: &mut Cursor<'_>| {
        let mut next = *cursor;
        next.eat_hyphen();
        let found = eat_any(&mut next, POINTS);
        if found {
            *cursor = next;
        }
        found
    };
    let (number, sense) = if points(cursor) {
        (number, Sense::Points)
    } else if cursor.eat_sign('%').is_some() {
        let _ = cursor.eat_word(&["age"]);
        cursor.eat_hyphen();
        let points = cursor.eat_word(&["points", "point", "pts", "pt"]).is_some();
        (number, if points { Sense::Points } else { Sense::Percent })
    } else if eat_any(cursor, PERCENT) {
        (number, Sense::Percent)
    } else if pence(cursor).is_some() {
        let hundredth = Rational::pow10(-2);
        let number = Numeral { value: number.value * &hundredth, step: number.step * &hundredth, ..number };
        (Numeral { may_be_year: false, ..number }, Sense::Money("GBP".into()))
    } else if let Some(code) = currency_after(cursor) {
        (number, Sense::Money(code))
    } else {
        (number, Sense::Number)
    };
    let may_be_year = number.may_be_year && sense == Sense::Number;
    Operand { number: Numeral { may_be_year, ..number }, sense, counted, multiplier }
}

fn pence(cursor: &mut Cursor<'_>) -> Option<()> {
    let glued = cursor.is_glued(0) && cursor.word() == Some("p");
    if glued {
        cursor.bump();
        return Some(());
    }
    cursor.eat_word(&["pence", "penny"]).map(|_| ())
}

fn currency_follows(cursor: &Cursor<'_>) -> bool {
    let mut next = *cursor;
    next.bump();
    currency_before(&mut next).is_some()
}

fn currency_before(cursor: &mut Cursor<'_>) -> Option<SmolStr> {
    let mut next = *cursor;
    if let Some(code) = dollars_of(&mut next) {
        *cursor = next;
        return Some(code.into());
    }
    let code = match next.peek(0)?.text.as_str() {
        "£" | "gbp" => "GBP",
        "€" | "eur" => "EUR",
        "$" | "usd" => "USD",
        _ => return None,
    };
    next.bump();
    *cursor = next;
    Some(code.into())
}

/// "US$", "C$": the letters before the sign say whose dollars.
fn dollars_of(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    let mut next = *cursor;
    let code = match next.word()? {
        "us" | "usd" => "USD",
        "c" | "ca" | "cad" | "can" => "CAD",
        "a" | "au" | "aud" => "AUD",
        "nz" | "nzd" => "NZD",
        "hk" | "hkd" => "HKD",
        "mx" | "mex" => "MXN",
        "s" | "sg" | "sgd" => "SGD",
        _ => return None,
    };
    next.bump();
    // "A $5 note" is no Australian one.
    let joined = next.is_glued(0)
        || code == "USD"
        || (code == "CAD" && next.peek(1).is_some_and(|token| token.spaced));
    (next.eat_sign('$').is_some() && joined).then(|| {
        *cursor = next;
        code
    })
}

/// "Pounds", "€": a currency after its number.
pub(super) fn currency_after(cursor: &mut Cursor<'_>) -> Option<SmolStr> {
    let mut next = *cursor;
    if next.is_sign(0, '€') || next.is_sign(0, '$') || next.is_sign(0, '£') {
        let code = currency_before(&mut next)?;
        // "£5 $6": the sign belongs to a number of its own.
        return next.digits().is_none().then(|| {
            *cursor = next;
            code
        });
    }
    next.eat_hyphen();
    let word = next.word()?;
    let code = CURRENCIES
        .iter()
        .filter(|(words, _)| words.starts_with(word))
        .find_map(|(words, code)| next.eat(words).map(|()| *code))?;
    *cursor = next;
    Some(code.into())
}
