//! What linear arithmetic proves beyond propagation, where relations form a circle.
//!
//! A solver in floating point proposes: multipliers that add the rows up to a contradiction or to a bound, or a point
//! that satisfies them. The multipliers are turned into rationals and the rows added up exactly over the values that
//! propagation left; only what that proves is used. A solver that errs, fails or panics therefore costs an answer,
//! and never makes a wrong one.

mod certificate;
mod circle;
mod model;
mod relaxation;
mod scaled;
mod solver;
mod whittle;

pub(super) use circle::has_circle;
pub(super) use model::Model;
