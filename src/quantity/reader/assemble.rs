//! From the parts of a phrase to its reading.

use super::super::{Amount, Content, Context, Cuts, HedgeWidths, Rational, Reading, Register, RelationHint};
use super::bounds::two_sided;
use super::change_words::Direction;
use super::changes;
use super::cursor::Cursor;
use super::cutting::{Precision, amount};
use super::magnitude::{Magnitude, Sense, Shape};
use super::numeral::Numeral;
use super::quantity::Quantity;
use super::ranges::are_alike;
use super::roles::{Change, Roles};
use super::time::Time;
use super::token::Kind;

/// What keeps the quantities of a phrase from being one reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// There is no quantity.
    Nothing,
    /// This quantity stands in no stated relation to the first.
    Stray(Box<Quantity>),
    /// Only the earlier figure is given.
    OnlyEarlier(Box<Quantity>),
}

/// What is needed to make readings.
#[derive(Clone, Copy)]
pub(super) struct Assembly<'a> {
    pub(super) phrase: &'a Cursor<'a>,
    pub(super) context: &'a Context,
    pub(super) widths: &'a HedgeWidths,
}

impl Assembly<'_> {
    /// The reading of a phrase whose quantities have their parts.
    pub(super) fn reading(&self, mut roles: Roles) -> Result<Reading, Failure> {
        if let Some(stray) = roles.stray.take() {
            return Err(Failure::Stray(Box::new(stray)));
        }
        if roles.plain.is_empty() && roles.level.is_some() && roles.earlier.is_none() {
            // "Rose to 300", "rose to 49,000, up 23%": the level is what is given.
            let before =
                |change: &Change| roles.level.as_ref().is_some_and(|level| level.from < change.quantity.from);
            if roles.change.as_ref().is_none_or(before) {
                roles.plain.extend(roles.level.take());
            }
        }
        let main = if roles.plain.is_empty() { None } else { Some(roles.plain.remove(0)) };
        let mut reading = match (main, roles.change.take()) {
            (Some(main), change) => self.given(main, change.as_ref(), &mut roles)?,
            (None, Some(change)) => self.change(&change, &mut roles),
            (None, None) => self.between_two(&mut roles)?,
        };
        if reading.relation.is_none() {
            reading.relation = roles.relation;
        }
        self.add_time(&mut reading, roles.time);
        Ok(reading)
    }

    /// A quantity that is simply given, with what else the phrase says of it.
    fn given(
        &self,
        mut main: Quantity,
        change: Option<&Change>,
        roles: &mut Roles,
    ) -> Result<Reading, Failure> {
        // "65. Just 65." is one figure said twice.
        roles.plain.retain(|other| {
            let again = other.magnitude == main.magnitude && other.relation == main.relation;
            main.stance = main.stance.or(other.stance.filter(|_| again));
            !again
        });
        if let [other] = roles.plain.as_slice()
            && let Some(both) = self.two_sided(&main, other)
        {
            return Ok(both);
        }
        let mut before = &main;
        for other in &roles.plain {
            if other.relation.is_none() && !self.is_in_brackets(other) && !self.is_apart(before, other) {
                return Err(Failure::Stray(Box::new(other.clone())));
            }
            before = other;
        }
        main.precision = main.precision.take().or(roles.precision.take());
        if roles.whole.is_some() {
            main.relation = main.relation.or(Some(RelationHint::Subset));
        }
        let mut reading = self.one(&main);
        if let Some(thousands) = in_thousands(&main) {
            reading.rest_mut().alternatives.push(self.one(&thousands));
        }
        // "53,298, rising to 60,000" gives the level beside the figure.
        let level = roles.level.iter().filter(|level| level.from > main.from);
        let further: Vec<Reading> =
            roles.whole.iter().chain(&roles.plain).chain(level).map(|quantity| self.one(quantity)).collect();
        if !further.is_empty() {
            reading.rest_mut().further = further;
        }
        let change = change.map(|change| self.one_change(change, change.direction));
        self.add_earlier(&mut reading, change.as_ref(), roles.earlier.as_ref());
        Ok(reading)
    }

    /// "More than 20 but fewer than 30".
    fn two_sided(&self, first: &Quantity, second: &Quantity) -> Option<Reading> {
        let between = two_sided(first, second, self.amount(first).form().clone())?;
        let unit = first.unit.clone().or_else(|| second.unit.clone());
        let quantity = Quantity {
            to: second.to.max(first.to),
            from: first.from.min(second.from),
            unit,
            ..first.clone()
        };
        Some(self.read_as(&quantity, between))
    }

    /// "65 officers and 20 staff": words or a stop stand between the two, so that neither is a part of the other.
    fn is_apart(&self, before: &Quantity, other: &Quantity) -> bool {
        let between = self.phrase.tokens.get(before.to..other.from).unwrap_or_default();
        between.iter().enumerate().any(|(at, token)| match token.kind {
            Kind::Word => {
                !matches!(token.text.as_str(), "or" | "to" | "over" | "x" | "by" | "point" | "times")
            }
            // A comma in a number, or a score, has no space on either side.
            Kind::Sign(',' | ';' | '.' | '(') => {
                let after = self.phrase.tokens.get(before.to + at + 1);
                token.spaced || after.is_some_and(|after| after.spaced)
            }
            _ => false,
        })
    }

    /// "300 (20%)".
    fn is_in_brackets(&self, quantity: &Quantity) -> bool {
        quantity.from.checked_sub(1).is_some_and(|at| Cursor { at, ..*self.phrase }.is_sign(0, '('))
    }

    /// A change, with the level it arrives at where that is given.
    fn change(&self, change: &Change, roles: &mut Roles) -> Reading {
        let mut change = change.clone();
        change.quantity.precision = change.quantity.precision.take().or(roles.precision.take());
        let level = roles.level.take().map(|level| self.one(&level));
        let earlier = roles.earlier.take();
        let arrive = |mut reading: Reading| {
            let implied = earlier
                .as_ref()
                .map(|earlier| self.amount(earlier).cuts().clone())
                .or_else(|| changes::earlier(level.as_ref()?.amount()?, reading.amount()?));
            if level.is_some() || implied.is_some() {
                reading.rest_mut().level = level.clone();
                reading.rest_mut().implied_earlier = implied;
            }
            reading
        };
        let mut reading = arrive(self.one_change(&change, change.direction));
        if let Some(other) = one_more(&change) {
            let other = arrive(self.one_change(&other, change.direction));
            reading.rest_mut().alternatives.push(other);
        }
        reading
    }

    /// "From 40 to 50".
    fn between_two(&self, roles: &mut Roles) -> Result<Reading, Failure> {
        let (level, earlier) = match (roles.level.take(), roles.earlier.take()) {
            (Some(level), Some(earlier)) => (level, earlier),
            (_, Some(earlier)) => return Err(Failure::OnlyEarlier(Box::new(earlier))),
            _ => {
                return Err(roles
                    .whole
                    .take()
                    .map_or(Failure::Nothing, |whole| Failure::Stray(Box::new(whole))));
            }
        };
        // "From 44 ml to 50 mg" is no change of one thing.
        if let (Some(from), Some(to)) = (&earlier.unit, &level.unit)
            && !are_alike(from, to)
            && !are_alike(to, from)
        {
            return Err(Failure::Stray(Box::new(level)));
        }
        let (old, new) = (self.amount(&earlier), self.amount(&level));
        let change = changes::between(&old, &new).ok_or_else(|| Failure::Stray(Box::new(level.clone())))?;
        let mut reading = self.read_as(&level, change);
        let span = self.phrase.span(earlier.from, level.to);
        let unit = level.unit.clone();
        let rest = reading.rest_mut();
        rest.span = Some(span);
        rest.unit = unit;
        rest.implied_earlier = Some(old.cuts().clone());
        rest.level = Some(self.one(&level));
        if let Some(range) = self.as_range(&earlier, &level).filter(|_| roles.span_or_change) {
            reading.rest_mut().alternatives.push(range);
        }
        Ok(reading)
    }

    fn as_range(&self, first: &Quantity, last: &Quantity) -> Option<Reading> {
        let (a, b) = (first.magnitude.single()?, last.magnitude.single()?);
        let same =
            first.magnitude.sense == last.magnitude.sense && first.hedge.is_none() && last.hedge.is_none();
        let magnitude = Magnitude::new(Shape::Range(a.clone(), b.clone()), last.magnitude.sense.clone());
        (same && a.value < b.value)
            .then(|| self.one(&Quantity { magnitude, from: first.from, ..last.clone() }))
    }

    fn amount(&self, quantity: &Quantity) -> Amount {
        let precision: Option<&Precision> = quantity.precision.as_ref();
        // "2023/24: 880" is a row of a table, wherever it stands.
        let labelled = quantity
            .from
            .checked_sub(1)
            .is_some_and(|before| Cursor { at: before, ..*self.phrase }.is_sign(0, ':'));
        let register = if labelled { Register::Table } else { self.context.register };
        let context = Context { register, ..*self.context };
        amount(&quantity.magnitude, quantity.hedge, precision, &context, self.widths)
    }

    /// The reading of one quantity by itself.
    fn one(&self, quantity: &Quantity) -> Reading {
        self.read_as(quantity, self.amount(quantity))
    }

    fn one_change(&self, change: &Change, direction: Direction) -> Reading {
        let amount =
            changes::changed(self.amount(&change.quantity), &change.quantity.magnitude.sense, direction);
        self.read_as(&change.quantity, amount)
    }

    fn read_as(&self, quantity: &Quantity, amount: Amount) -> Reading {
        let unit = match &quantity.magnitude.sense {
            Sense::Percent => Some("percent".into()),
            Sense::Points => Some("percentage point".into()),
            Sense::Money(code) => Some(code.clone()),
            Sense::Number | Sense::Proportion => quantity.unit.clone(),
            Sense::Fold | Sense::Fall => None,
        };
        let mut reading = Reading::new(self.phrase.phrase, Content::Value(Box::new(amount)));
        reading.stance = quantity.stance;
        reading.relation = quantity.relation;
        let span = self.phrase.span(quantity.from, quantity.to);
        let whole = span == (0..self.phrase.phrase.len());
        if !whole || unit.is_some() || !quantity.flags.is_empty() {
            let rest = reading.rest_mut();
            rest.span = (!whole).then_some(span);
            rest.unit = unit;
            rest.flags = quantity.flags.clone();
        }
        reading
    }

    fn add_earlier(&self, reading: &mut Reading, change: Option<&Reading>, earlier: Option<&Quantity>) {
        let stated = earlier.map(|earlier| self.amount(earlier).cuts().clone());
        let implied = || -> Option<Cuts> { changes::earlier(reading.amount()?, change?.amount()?) };
        if let Some(cuts) = stated.or_else(implied) {
            reading.rest_mut().implied_earlier = Some(cuts);
        }
    }

    fn add_time(&self, reading: &mut Reading, time: Option<Time>) {
        let Some(time) = time else { return };
        if time.is_cumulative && reading.relation.is_none() {
            reading.relation = Some(RelationHint::Cumulative);
        }
        reading.rest_mut().period = Some(time.named);
        for other in time.alternatives {
            let mut alternative = reading.clone();
            let rest = alternative.rest_mut();
            rest.alternatives.clear();
            rest.period = Some(other);
            reading.rest_mut().alternatives.push(alternative);
        }
    }
}

/// "5 k", with a space, may be a unit or a short form of thousand.
fn in_thousands(quantity: &Quantity) -> Option<Quantity> {
    let number = quantity.magnitude.single().filter(|_| quantity.magnitude.sense == Sense::Number)?;
    let is_lone = quantity.unit.as_deref().is_some_and(|unit| unit.eq_ignore_ascii_case("k"));
    let scaled = Numeral {
        value: &number.value * &Rational::from(1_000),
        step: &number.step * &Rational::from(1_000),
        has_magnitude: true,
        ..number.clone()
    };
    let magnitude = Magnitude::new(Shape::One(scaled), Sense::Number);
    is_lone.then(|| Quantity { magnitude, unit: None, ..quantity.clone() })
}

/// "A 100-fold increase" is mostly said for 100 times as much, and can be 100 times more, which is 101 times.
fn one_more(change: &Change) -> Option<Change> {
    let number = change.quantity.magnitude.single()?;
    let factor = change.quantity.magnitude.sense == Sense::Fold
        && change.is_named
        && change.direction == Direction::Up;
    if !factor || number.value <= Rational::from(1) {
        return None;
    }
    let more = Numeral { value: &number.value + &Rational::from(1), ..number.clone() };
    let magnitude = Magnitude::new(Shape::One(more), Sense::Fold);
    Some(Change { quantity: Quantity { magnitude, ..change.quantity.clone() }, ..change.clone() })
}
