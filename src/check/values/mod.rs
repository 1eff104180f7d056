//! R006 and R007: reported values of one thing that agree, and that do not.

mod agree;
mod agreed;
mod cluster;
mod conflict;
mod crowd;

use super::rule::Rule;

pub(super) const AGREE: Rule = Rule { doc: &agree::DOC, run: agree::run };
pub(super) const CONFLICT: Rule = Rule { doc: &conflict::DOC, run: conflict::run };
