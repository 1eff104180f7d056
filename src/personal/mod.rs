//! Personal data in text and in tables: what identifies a person, found by its form.
//!
//! [`find`] finds identifiers in text; [`audit()`] holds a table against its headers, its cells and its shape. A
//! [`Hit`] says which column, which rule and which row, and never the value. Nothing here guesses at names by a list:
//! place names collide with them.

mod audit;
mod header;
mod identifier;
mod number;
mod shape;
#[cfg(test)]
mod tests;

pub use audit::{Hit, Policy, Reason, Weight, audit};
pub use header::{Header, header};
pub use identifier::{Identifier, find};
