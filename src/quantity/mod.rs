//! Reported quantities: exact rationals, intervals, cuts, the phrase reader and number printing.
//!
//! A [`Reader`] turns a phrase such as "nearly 60,000" into a [`Reading`]: its number as written, its [`Hedge`],
//! and three nested intervals of what it may mean ([`Cuts`]). Nothing here rounds: every number is a [`Rational`].

mod amount;
mod context;
mod cuts;
mod decimal;
mod hedge;
mod interval;
mod interval_ops;
#[cfg(test)]
mod interval_tests;
mod no_value;
pub mod print;
mod rational;
mod rational_ops;
mod reader;
mod reading;
mod size;
mod small_decimal;
pub mod view;
mod widths;

pub use amount::{Amount, Form, Granularity};
pub use context::{Context, Register};
pub use cuts::{Alpha, Cuts};
pub use hedge::{Hedge, RelationHint, Stance};
pub use interval::{End, Interval};
pub use no_value::NoValue;
pub use rational::Rational;
pub use reader::{Reader, UnreadablePhrase};
pub use reading::{Content, Reading};
pub use widths::HedgeWidths;
