//! What a cell says, and what kind of change leads from one cell to another.

use super::class::Class;
use crate::quantity::{Content, Context, Form, Hedge, HedgeWidths, Interval, NoValue, Rational, Reader};
use std::fmt;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    Blank,
    Number(Number),
    /// A number that is hedged: "about 40", "fewer than 5".
    Hedged(Hedged),
    /// A sign or words that there is no number, and why.
    None(NoValue),
    Words,
}

/// A number with no doubt about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: Rational,
    /// How many decimals are written.
    decimals: u32,
    /// Per cent, money: empty for a plain number.
    form: Option<Form>,
    provisional: bool,
}

/// A number with a hedge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hedged {
    /// The number named, where it is one.
    nominal: Option<Rational>,
    hedge: Hedge,
    /// Every value that the words can still be true of.
    support: Interval,
}

/// Reads cells.
pub(super) struct Cells {
    reader: Reader,
}

impl fmt::Debug for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cells")
    }
}

/// The longest cell that may be a number: longer ones are words.
const LONGEST: usize = 40;

impl Cells {
    pub(super) fn new() -> Self {
        Self { reader: Reader::new(HedgeWidths::default()) }
    }

    pub(super) fn read(&self, text: &str) -> Said {
        let text = text.trim();
        if text.is_empty() {
            return Said::Blank;
        }
        if let Some(value) = plain_number(text) {
            let decimals = decimals(text);
            return Said::Number(Number { value, decimals, form: None, provisional: false });
        }
        if text.len() > LONGEST { Said::Words } else { self.phrase(text) }
    }

    fn phrase(&self, text: &str) -> Said {
        // Shorthand is often written without its brackets; in a column of numbers it can be nothing else.
        let bracketed = || {
            let is_short = text.len() <= 3 && text.chars().all(|c| c.is_ascii_lowercase());
            let reading = is_short.then(|| self.reader.read(&format!("[{text}]"), &Context::table()).ok());
            reading.flatten()
        };
        let Some(reading) = self.reader.read(text, &Context::table()).ok().or_else(bracketed) else {
            return Said::Words;
        };
        match reading.content() {
            Content::NoValue(reason) => Said::None(reason.clone()),
            Content::Value(amount) if amount.hedge() == Hedge::Bare && reading.verbatim() == text => {
                let form = Some(amount.form().clone()).filter(|form| *form != Form::Number);
                let provisional = reading.flags().iter().any(|flag| flag == "p");
                amount.nominal_point().map_or(Said::Words, |value| {
                    Said::Number(Number { value: value.clone(), decimals: decimals(text), form, provisional })
                })
            }
            Content::Value(amount) if *amount.form() == Form::Number && reading.verbatim() == text => {
                Said::Hedged(Hedged {
                    nominal: amount.nominal_point().cloned(),
                    hedge: amount.hedge(),
                    support: amount.cuts().support().clone(),
                })
            }
            Content::Value(_) => Said::Words,
        }
    }
}

/// A number of digits, commas in thousands and at most one point. Most cells are, and need no reader.
pub(super) fn plain_number(text: &str) -> Option<Rational> {
    let text = text.trim();
    if !text.contains(',') {
        return Rational::parse_decimal(text);
    }
    let whole = text.split('.').next().unwrap_or_default();
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next().map_or(0, str::len);
    let in_thousands = (1..=3).contains(&first) && groups.all(|group| group.len() == 3);
    in_thousands.then(|| Rational::parse_decimal(&text.replace(',', ""))).flatten()
}

/// The text of a cell without what says nothing: commas in thousands, zeros at the end of decimals, spare spaces.
pub(super) fn meaning(text: &str) -> String {
    if plain_number(text).is_none() {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let digits = text.trim().replace(',', "");
    match digits.split_once('.') {
        Some((whole, part)) => {
            let part = part.trim_end_matches('0');
            if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") }
        }
        None => digits,
    }
}

/// How many digits follow the first point.
pub(super) fn decimals(text: &str) -> u32 {
    let after = text.split_once('.').map_or("", |(_, after)| after);
    after.bytes().take_while(u8::is_ascii_digit).count().try_into().unwrap_or(u32::MAX)
}

/// The steps to which the numbers of a column are rounded, before and after: at least 1, above it where all are round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Steps {
    pub(super) old: Rational,
    pub(super) new: Rational,
}

impl Default for Steps {
    fn default() -> Self {
        Self { old: Rational::from(1), new: Rational::from(1) }
    }
}

/// The kind of change from one cell to another that is not the same text, and by how much a number changed.
pub(super) fn classify(old: (&str, &Said), new: (&str, &Said), steps: &Steps) -> (Class, Option<Rational>) {
    match (old.1, new.1) {
        (Said::Number(before), Said::Number(after)) => numbers(before, after, steps),
        (Said::Number(_), Said::None(NoValue::Suppressed)) => (Class::Suppressed, None),
        (Said::None(NoValue::Suppressed), Said::Number(_)) => (Class::Unsuppressed, None),
        (Said::Number(_), Said::None(_)) => (Class::NotAvailable, None),
        (Said::None(_), Said::Number(_)) => (Class::Available, None),
        (Said::Hedged(before), Said::Hedged(after)) => (hedged(before, after), None),
        (Said::Number(before), Said::Hedged(after)) => (hedged(&before.bare(), after), None),
        (Said::Hedged(before), Said::Number(after)) => (hedged(before, &after.bare()), None),
        (Said::Hedged(_), Said::None(NoValue::Suppressed)) => (Class::Suppressed, None),
        (Said::None(NoValue::Suppressed), Said::Hedged(_)) => (Class::Unsuppressed, None),
        (Said::Hedged(_), Said::None(_)) => (Class::NotAvailable, None),
        (Said::None(_), Said::Hedged(_)) => (Class::Available, None),
        (Said::None(before), Said::None(after)) if before == after => (Class::Representation, None),
        (Said::None(_), Said::None(_)) => (Class::Symbol, None),
        (Said::Blank, Said::Blank) => (Class::Representation, None),
        (Said::Blank, _) => (Class::Filled, None),
        (_, Said::Blank) => (Class::Emptied, None),
        _ if old.0.split_whitespace().eq(new.0.split_whitespace()) => (Class::Representation, None),
        _ => (Class::Text, None),
    }
}

/// What can both be true of one value is hedged in another way; what cannot was revised.
fn hedged(before: &Hedged, after: &Hedged) -> Class {
    if (&before.nominal, before.hedge, &before.support) == (&after.nominal, after.hedge, &after.support) {
        Class::Text
    } else if before.support.intersect(&after.support).is_some() {
        Class::Hedged
    } else {
        Class::Revised
    }
}

fn numbers(before: &Number, after: &Number, steps: &Steps) -> (Class, Option<Rational>) {
    let change = after.value.clone() - before.value.clone();
    let changed = (change.signum() != 0).then_some(change.clone());
    if before.provisional != after.provisional {
        return (if before.provisional { Class::Final } else { Class::Symbol }, changed);
    }
    if before.form != after.form {
        return (if changed.is_none() { Class::Symbol } else { Class::Revised }, changed);
    }
    let class = match changed {
        None => Class::Representation,
        Some(_) if is_rounding(&change, before.step(&steps.old), after.step(&steps.new)) => Class::Rounding,
        Some(_) => Class::Revised,
    };
    (class, changed)
}

impl Number {
    pub(super) fn decimals(&self) -> u32 {
        self.decimals
    }

    fn bare(&self) -> Hedged {
        let support = Interval::point(self.value.clone());
        Hedged { nominal: Some(self.value.clone()), hedge: Hedge::Bare, support }
    }

    fn step(&self, column: &Rational) -> Rational {
        let places = i32::try_from(self.decimals).unwrap_or(i32::MAX);
        if self.decimals > 0 { Rational::pow10(-places) } else { column.clone() }
    }
}

/// One of the two is given to a coarser step, and they are within half of it.
fn is_rounding(change: &Rational, old: Rational, new: Rational) -> bool {
    let coarser = old.clone().max(new.clone());
    old != new && change.abs() * Rational::from(2) <= coarser
}
