//! Everything that can be found without writing: whatever would stop a build stops here too.

use super::assess::{self, Read};
use super::{Failure, build, history};
use crate::finding::Finding;
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
    let current = assess::publish(dataset, &loaded.settings, warnings)?;
    let mut findings = current.findings.clone();
    let history = match history::released(root, &loaded.settings, &current, as_known_on) {
        Ok(history) => history,
        Err(Failure::Input(faults)) => {
            findings.extend(faults);
            return Err(Failure::Input(findings));
        }
        Err(other) => return Err(other),
    };
    let site = Site {
        settings: &loaded.settings,
        pages: &loaded.pages,
        assets: &loaded.assets,
        current: &current,
        shown: history.shown,
        known_on: as_known_on,
        editions: &history.editions,
        outdated: history.outdated.as_ref(),
    };
    Plan::new(site, &renderer).map_err(|error| Failure::Configuration(error.to_string()))?;
    Ok(findings)
}
