//! Two digits exchanged, or one replaced, dropped or doubled.

use super::candidate::Candidate;
use super::claim::Claim;
use crate::finding::{CauseCode, Verdict};
use crate::quantity::{Rational, print};

pub(super) fn candidate(claim: &Claim<'_>) -> Option<Candidate> {
    transposed(claim).or_else(|| mistyped(claim))
}

/// Two neighbouring digits changed places, which always makes a difference divisible by nine.
fn transposed(claim: &Claim<'_>) -> Option<Candidate> {
    let written = Written::of(claim.number()?)?;
    let (number, reached) = written
        .with_neighbours_exchanged()
        .filter_map(|number| Some((claim.fits(&claim.moved_to(&number)?)?, number)))
        .map(|(reached, number)| (number, reached))
        .min_by_key(|(_, reached)| *reached)?;
    let words = format!(
        "{} and {} differ in two exchanged digits",
        print::number(claim.number()?),
        print::number(&number)
    );
    Some(Candidate::new(CauseCode::DigitTransposition, reached, words))
}

/// Short numbers would always pass.
fn mistyped(claim: &Claim<'_>) -> Option<Candidate> {
    let (number, needed) = claim.numbers()?;
    let (x, y) = (Written::of(number)?, Written::of(needed)?);
    let long_enough = x.digits.len().min(y.digits.len()) >= 3;
    let one = long_enough && strsim::levenshtein(&x.digits, &y.digits) == 1;
    (one && x.places == y.places).then(|| {
        let words = format!("{} and {} differ in one digit", print::number(number), print::number(needed));
        Candidate::new(CauseCode::DigitTypo, Verdict::Consistent, words)
    })
}

/// A number as its digits, without a sign or a point.
struct Written {
    digits: String,
    places: u32,
    below_zero: bool,
}

impl Written {
    /// None for numbers whose digits never end or are too many to be written.
    fn of(number: &Rational) -> Option<Self> {
        let places = number.decimal_places().filter(|places| *places <= 4)?;
        let whole = number.abs() * Rational::pow10(i32::try_from(places).ok()?);
        Some(Self { digits: whole.to_decimal(0), places, below_zero: number.signum() < 0 })
    }

    /// The numbers that differ in two neighbouring digits.
    fn with_neighbours_exchanged(&self) -> impl Iterator<Item = Rational> {
        let digits: Vec<char> = self.digits.chars().collect();
        (1..digits.len()).filter_map(move |at| {
            let mut exchanged = digits.clone();
            exchanged.swap(at - 1, at);
            // A number is not written with a nought in front.
            let changed = exchanged != digits && exchanged.first() != Some(&'0');
            let number =
                Rational::parse_decimal(&exchanged.iter().collect::<String>()).filter(|_| changed)?;
            let number = number * Rational::pow10(-i32::try_from(self.places).ok()?);
            Some(if self.below_zero { -number } else { number })
        })
    }
}
