//! Personal data in text and in tables: what identifies a person, found by its form.
//!
//! [`find`] finds identifiers of one kind, [`traces`] all of those in a text; an [`Audit`] holds a table against its
//! headers, its cells and its shape. A [`Hit`] says which column, which rule and which row, and never the value, and
//! [`of_table`] and [`of_text`] make findings of them. Nothing here guesses at names by a list: place names collide with
//! them.

mod audit;
mod codes;
mod contacts;
mod findings;
mod header;
mod hit;
mod identifier;
mod number;
mod sample;
mod shape;
mod sieve;
#[cfg(test)]
mod tests;
mod text;

pub use audit::{Audit, audit};
pub use codes::documentation;
pub use contacts::Contacts;
pub use findings::{of_table, of_text};
pub use header::{Header, header};
pub use hit::{Hit, HitColumn, Policy, Reason, Weight};
pub use identifier::{Identifier, find};
pub use text::{Trace, traces};
