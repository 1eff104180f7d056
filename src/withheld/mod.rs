//! Withheld counts: what can be worked out of them from what is published, and what else has to be withheld.
//!
//! A [`Puzzle`] has cells, each a count of which something is public, and rows that tie them together. To its reader
//! the published cells are settled and the withheld ones open; [`audit()`] says which open cells the rows narrow too far,
//! and [`protect()`] which published ones would have to be withheld with them. Nothing here knows of figures, tables or
//! editions.
//!
//! The attacker is that of the literature on disclosure auditing (Hundepool and others, *Handbook on Statistical
//! Disclosure Control*, chapter 4): integer bounds over everything that is published, by linear programmes. A solver in
//! floating point proposes fillings; each is checked in integers before it counts. A cell is safe only where such
//! fillings show that it may be this or that; what is not shown to be safe is not safe.

mod audit;
mod because;
mod filling;
mod narrow;
mod part;
mod proof;
mod protect;
mod puzzle;
mod solver;
#[cfg(test)]
mod tests;

pub use audit::{Audit, Doubt, LARGEST, Range, Verdict, audit, range};
pub use because::because;
pub use protect::{Candidate, Protection, protect};
pub use puzzle::{Cell, Puzzle, Row, Span};
