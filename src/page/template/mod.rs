//! A template, judged before any page is made from it: how it nests, what it includes, which values it names and
//! which it must not leave out.

mod audit;
mod listing;
mod names;
mod nesting;
mod required;
mod scope;
mod shape;
mod unknown_name;

pub(crate) use audit::{Audit, inclusion_errors};
pub(crate) use listing::listing;
pub(crate) use names::judge;
pub(crate) use nesting::{MOST_OPEN, too_deep};
#[cfg(test)]
pub(crate) use shape::Kind;
pub(crate) use shape::Shapes;
pub(crate) use unknown_name::unknown_name;
