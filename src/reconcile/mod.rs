//! How the claims stand to one another: comparability, agreement, recomputation, lineage, verification status.

mod agreement;
mod bridge;
mod calculation;
mod calendar;
mod comparability;
pub mod diagnosis;
mod independence;
mod ladder;
mod lineage;
mod network;
mod origins;
mod published;
mod recompute;
mod record;
mod related;
mod rounding;
mod standing;
mod told;
mod value;
mod weight;

pub use agreement::{Agreement, agreement, between, meeting};
pub use bridge::bridge;
pub use calculation::Calculation;
pub use comparability::{Comparison, Difference, Scale, compare};
pub use independence::Independence;
pub use ladder::Effect;
pub use lineage::Lineage;
pub use network::{Disagreement, Disagreements, Left, Network, Remedies, Stated, Tie};
pub use origins::{Branch, Derived, Origin, Origins, Way, is_joined};
pub use recompute::{Operands, earlier_figure, expression, implied, result_of};
pub use record::Record;
pub use rounding::{Rounding, Roundings};
pub use standing::{Evidence, Standing, Standings, Status, Step, order_is_open};
pub use told::Implied;
pub use value::Value;
pub use weight::weight;
