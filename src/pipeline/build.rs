//! From the publisher's files to the site on the disk.

use super::assess::{self, Read};
use super::{Failure, history};
use crate::edition::{self, Digest};
use crate::finding::{Finding, Nature};
use crate::page::Renderer;
use crate::period::PartialDate;
use crate::site::{Plan, Route, SUMS, Site, Staged, WriteError, sums};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// Files written.
    pub files: usize,
    /// Measures on the site.
    pub measures: usize,
    /// Sources on the site.
    pub sources: usize,
    /// Findings on the site.
    pub findings: usize,
    /// How many findings on disclosure stand unweighed, by the codes of their rules. They are not on the site.
    pub disclosure: BTreeMap<&'static str, usize>,
}

/// Builds the site and puts it in the place of the one before.
///
/// # Errors
/// Where the files cannot be used, a template is wrong, or the disk refuses. The old site then stays.
pub fn build(request: &BuildRequest<'_>) -> Result<Built, Failure> {
    let Read { loaded, warnings } = assess::read(request.root)?;
    let renderer = renderer(loaded.templates)?;
    let dataset = assess::as_known(loaded.dataset, request.as_known_on);
    let frozen = history::open(request.root, request.as_known_on)?;
    let earlier = frozen.earlier(&dataset, &loaded.settings)?;
    let current = assess::publish(dataset, &loaded.settings, warnings, &earlier)?;
    let history = history::released(&frozen, &loaded.settings, &current)?;
    let site = Site {
        settings: &loaded.settings,
        introduction: loaded.introduction.as_ref(),
        pages: &loaded.pages,
        assets: &loaded.assets,
        current: &current,
        shown: history.shown,
        known_on: request.as_known_on,
        editions: &history.editions,
        outdated: history.pending.as_ref().map(|pending| &pending.outdated),
    };
    let plan = Plan::new(site, &renderer).map_err(|error| Failure::Configuration(error.to_string()))?;
    let files = write(&plan, &history.files, request)?;
    let dataset = current.record.dataset();
    Ok(Built {
        files,
        measures: dataset.measures().len(),
        sources: dataset.sources().len(),
        findings: current.findings.iter().filter(|finding| is_on_the_site(finding)).count(),
        disclosure: super::release::on_disclosure(&current),
    })
}

/// Mistakes in files and risks of disclosure are told to the publisher alone.
fn is_on_the_site(finding: &Finding) -> bool {
    !matches!(finding.nature, Nature::Input | Nature::Disclosure)
}

/// The templates, ready; every mistake in the publisher's own is reported at once.
pub(super) fn renderer(templates: BTreeMap<String, String>) -> Result<Renderer, Failure> {
    Renderer::new(templates).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        Failure::Configuration(lines.join("\nerror: "))
    })
}

/// Writes the pages, the editions that they show, and last the digests of all of these.
fn write(plan: &Plan<'_>, editions: &[String], request: &BuildRequest<'_>) -> Result<usize, Failure> {
    let disk = |error: WriteError| match error {
        WriteError::Disk(..) | WriteError::Busy(_) => Failure::Disk(error.to_string()),
        WriteError::NotOurs(_) | WriteError::Foreign(..) | WriteError::Unsuitable(..) => {
            Failure::Configuration(error.to_string())
        }
    };
    let staged = Staged::begin(request.out, request.root).map_err(disk)?;
    let put = |route: &Route, bytes: &[u8]| {
        staged.put(route, bytes).map_err(disk)?;
        Ok((route.as_str().to_owned(), Digest::of(bytes)))
    };
    let pages = (0..plan.len()).into_par_iter().map(|index| {
        let made = plan.make(index).map_err(|error| Failure::Configuration(error.to_string()))?;
        made.iter().map(|(route, bytes)| put(route, bytes)).collect::<Result<Vec<_>, Failure>>()
    });
    let frozen = editions.par_iter().map(|path| {
        let bytes = edition::bytes(request.root, path).map_err(Failure::of_editions)?;
        Ok(vec![put(&Route::file(path.as_str()), &bytes)?])
    });
    let digests = pages.chain(frozen).collect::<Result<Vec<_>, Failure>>()?;
    let digests: BTreeMap<String, Digest> = digests.into_iter().flatten().collect();
    put(&Route::file(SUMS), sums(&digests).as_bytes())?;
    staged.commit().map_err(disk)?;
    Ok(digests.len() + 1)
}
