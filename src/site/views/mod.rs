//! Filling the page views from the record: what stands where, in which words.

mod changes;
mod charts;
mod chosen;
mod comparison;
mod conflict;
mod editions;
mod figures;
mod findings;
mod headline;
mod home;
mod lists;
mod measure;
mod notes;
mod origins;
mod questions;
mod rules;
mod scene;
mod source;
mod standings;
mod statements;
mod timeline;
mod triangle;
mod when;

pub(super) use changes::{change_list, change_page};
pub(super) use editions::{edition_list, edition_page};
pub(super) use findings::{discrepancy_list, discrepancy_page, past_discrepancy_page};
pub(super) use home::home;
pub(super) use lists::{Part, authored, downloads, measure_list, not_found};
pub(super) use measure::measure_page;
pub(super) use notes::gone_measure;
pub(super) use questions::question_list;
pub use rules::documentation;
pub(super) use rules::{rule_list, rule_page};
pub(super) use scene::{Scene, Shown};
pub(super) use source::{source_list, source_page};
pub(super) use timeline::Timeline;
