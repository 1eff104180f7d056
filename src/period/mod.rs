//! Dates and reference periods, as exact as the source gave them.

mod error;
mod partial_date;
mod reference_period;
mod timing;

pub use error::PeriodError;
pub use partial_date::PartialDate;
pub use reference_period::ReferencePeriod;
pub use timing::{Timing, TimingMatch};
