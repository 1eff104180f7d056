//! Systems of uncertain quantities: what they imply, whether they can all hold, and which of them cannot.
//!
//! A [`System`] has variables, each a set of numbers a quantity may be, and statements about them: claims that say
//! what a variable is, and relations between variables. Nothing here knows of figures, sources or dates. Everything
//! is exact: a floating-point solver may propose, but what is returned was proven in rationals.

mod branches;
mod coarsen;
mod components;
mod conflicts;
mod corrections;
mod domains;
mod limits;
mod linear_program;
mod net;
mod oracle;
mod propagate;
mod row;
mod satisfied;
mod search;
mod system;
#[cfg(test)]
mod tests;
mod witness;

pub use conflicts::{Cap, Completeness, Conflicts, SMALL};
pub use corrections::{Correction, Corrections};
pub use limits::{Limit, Limits};
pub use oracle::Holds;
pub use system::{Doubt, Level, Sense, Statement, StatementId, System, Variable, Wholeness};
