//! Static search: an index that a reader's browser loads in small pieces.
//!
//! What can be found comes in as [`Entry`] values that the site makes from its cleared record; out go JSON files. There
//! is no service and no compiled code: one script of ours reads them under a policy that allows nothing else.
//!
//! Entries are numbered in the order of what they can be narrowed by: kind, body, standing, years. Two things follow.
//! Entries that share all of these stand side by side, so a small table of groups, each with how many it holds, gives
//! every count that the page shows. And the entries that have a word mostly stand in runs, so the list of them is a
//! list of gaps and lengths, of a character or two each.
//!
//! Files below `search/`:
//!
//! - `index.json`: names of kinds, standings and bodies, and with which word or entry each of the other files begins;
//! - `words/N.json`: words in order, each with the entries that have it in their title, their labels, their text;
//! - `groups/N.json`: the groups in the order of the entries;
//! - `records/N.json`: what is shown of each entry.
//!
//! One query reads the first file, one or two files of words for each of its words, the groups, and the records of the
//! few entries shown. The same entries give the same bytes, in whatever order they come.

mod entry;
mod files;
mod fold;
mod group;
mod postings;
mod runs;

#[cfg(test)]
mod tests;

pub use entry::{Entry, Kind, Words};
pub use files::files;
pub use fold::{slug, sort_key, words};
