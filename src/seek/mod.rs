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
//! few entries shown. Measured on synthetic records, release build, two busy cores:
//!
//! | measures | index | files | one query reads | typed to shown |
//! |---|---|---|---|---|
//! | 1,000 | 2.7 MB | 69 | 85 to 184 kB in 4 to 9 files | 41 to 64 ms |
//! | 10,000 | 24.9 MB | 626 | 90 to 274 kB in 4 to 10 files | 59 to 85 ms |
//!
//! The library pagefind 1.6 was weighed against it on the pages of the same 1,000 measures: 13.7 MB in 3,968 files,
//! 14 s and 1.1 GB of memory to index them, three minutes to compile on one core, compiled code in the reader's
//! browser, for which the policy would have to be opened, and no facets but those marked in every page. Its bytes are
//! the same in every run, too.
//!
//! The same entries give the same bytes, in whatever order they come.

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
