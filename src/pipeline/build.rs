//! From the publisher's files to the site on the disk.

use super::assess::{self, Read};
use super::{Failure, history};
use crate::page::Renderer;
use crate::period::PartialDate;
use crate::site::{Plan, Site, Staged, WriteError};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What to build, and where.
#[derive(Debug, Clone, Copy)]
pub struct BuildRequest<'a> {
    /// The publisher's repository.
    pub root: &'a Path,
    /// The folder of the site.
    pub out: &'a Path,
    /// Use only what had been made public by this date.
    pub as_known_on: Option<PartialDate>,
}

/// What was built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Built {
    /// Files written.
    pub files: usize,
    /// Measures on the site.
    pub measures: usize,
    /// Sources on the site.
    pub sources: usize,
    /// Findings on the site.
    pub findings: usize,
}

/// Builds the site and puts it in the place of the one before.
///
/// # Errors
/// Where the files cannot be used, a template is wrong, or the disk refuses. The old site then stays.
pub fn build(request: &BuildRequest<'_>) -> Result<Built, Failure> {
    let Read { loaded, warnings } = assess::read(request.root)?;
    let renderer = renderer(loaded.templates)?;
    let dataset = assess::as_known(loaded.dataset, request.as_known_on);
    let current = assess::publish(dataset, &loaded.settings, warnings)?;
    let history = history::released(request.root, &loaded.settings, &current, request.as_known_on)?;
    let site = Site {
        settings: &loaded.settings,
        pages: &loaded.pages,
        assets: &loaded.assets,
        current: &current,
        shown: history.shown,
        known_on: request.as_known_on,
        editions: &history.editions,
        outdated: history.pending.as_ref().map(|pending| &pending.outdated),
    };
    let plan = Plan::new(site, &renderer).map_err(|error| Failure::Configuration(error.to_string()))?;
    let files = write(&plan, request)?;
    let dataset = current.record.dataset();
    Ok(Built {
        files,
        measures: dataset.measures().len(),
        sources: dataset.sources().len(),
        findings: current.findings.len(),
    })
}

/// The templates, ready; every mistake in the publisher's own is reported at once.
pub(super) fn renderer(templates: BTreeMap<String, String>) -> Result<Renderer, Failure> {
    Renderer::new(templates).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        Failure::Configuration(lines.join("\nerror: "))
    })
}

fn write(plan: &Plan<'_>, request: &BuildRequest<'_>) -> Result<usize, Failure> {
    let disk = |error: WriteError| match error {
        WriteError::Disk(..) | WriteError::Busy(_) => Failure::Disk(error.to_string()),
        WriteError::NotOurs(_) | WriteError::Foreign(..) | WriteError::Unsuitable(..) => {
            Failure::Configuration(error.to_string())
        }
    };
    let staged = Staged::begin(request.out, request.root).map_err(disk)?;
    let files = AtomicUsize::new(0);
    (0..plan.len()).into_par_iter().try_for_each(|index| {
        let made = plan.make(index).map_err(|error| Failure::Configuration(error.to_string()))?;
        files.fetch_add(made.len(), Ordering::Relaxed);
        made.iter().try_for_each(|(route, bytes)| staged.put(route, bytes).map_err(disk))
    })?;
    staged.commit().map_err(disk)?;
    Ok(files.into_inner())
}
