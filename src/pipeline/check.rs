//! Everything that can be found without writing: whatever would stop a build stops here too.

use super::assess::{self, Read};
use super::history::{self, History};
use super::{Failure, build};
use crate::disclose::{Cleared, Publication};
use crate::finding::{Finding, Severity};
use crate::model::{Dataset, Settings};
use crate::period::PartialDate;
use crate::site::{Plan, Site};
use std::path::Path;

/// Everything that is found in a repository.
///
/// # Errors
/// Where no site can be built from it.
pub fn check(root: &Path, as_known_on: Option<PartialDate>) -> Result<Vec<Finding>, Failure> {
    let Read { loaded, warnings } = assess::read(root)?;
    let renderer = build::renderer(loaded.templates)?;
    let dataset = assess::as_known(loaded.dataset, as_known_on);
    let frozen = match history::open(root, as_known_on) {
        Ok(frozen) => frozen,
        Err(Failure::Input(faults)) => return Err(with_faults(dataset, &loaded.settings, warnings, faults)),
        Err(other) => return Err(other),
    };
    let earlier = frozen.earlier(&dataset, &loaded.settings)?;
    let current = assess::publish(dataset, &loaded.settings, warnings, &earlier)?;
    let mut findings = current.findings.clone();
    let history = history::released(&frozen, &loaded.settings, &current)?;
    findings.extend(before_release(&history, &current));
    let site = Site {
        settings: &loaded.settings,
        introduction: loaded.introduction.as_ref(),
        pages: &loaded.pages,
        assets: &loaded.assets,
        current: &current,
        shown: history.shown,
        known_on: as_known_on,
        editions: &history.editions,
        outdated: history.pending.as_ref().map(|pending| &pending.outdated),
    };
    Plan::new(site, &renderer).map_err(|error| Failure::Configuration(error.to_string()))?;
    Ok(findings)
}

/// What the next release would be refused for. The record is sound as it stands, so nothing of it is an error yet.
fn before_release(history: &History, current: &Cleared<Publication>) -> Vec<Finding> {
    let pending = history.pending.as_ref().map(|pending| pending.unexplained(current)).unwrap_or_default();
    pending.into_iter().map(|finding| Finding { severity: Severity::Warning, ..finding }).collect()
}

/// What is found of the record where the editions cannot be read, and what is wrong with these.
fn with_faults(
    dataset: Dataset,
    settings: &Settings,
    warnings: Vec<Finding>,
    faults: Vec<Finding>,
) -> Failure {
    let mut findings = match assess::publish(dataset, settings, warnings, &[]) {
        Ok(current) => current.findings.clone(),
        Err(Failure::Input(findings)) => findings,
        Err(other) => return other,
    };
    findings.extend(faults);
    Failure::Input(findings)
}
