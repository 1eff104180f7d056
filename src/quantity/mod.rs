//! Reported quantities: exact rationals, intervals, cuts, the phrase reader and number printing.

mod amount;
mod context;
mod cuts;
mod hedge;
mod interval;
mod no_value;
pub mod print;
mod rational;
mod reader;
mod reading;
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
