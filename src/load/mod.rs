//! The edge inwards: a publisher's files become a dataset, every mistake with its place.
//!
//! All mistakes of a run are reported together. A file that cannot be read still counts as naming its thing,
//! so that one mistake does not bring a row of false ones after it.

mod bodies;
mod claims;
mod codes;
mod disk;
mod figures;
mod front_matter;
mod measures;
mod names;
mod pages;
mod reviews;
mod site;
mod sources;
mod table;
mod text;

pub use codes::documentation;
pub use disk::source_text;

use crate::finding::{Checked, Finding};
use crate::model::{AuthoredPage, Dataset, Parts, Settings};
use crate::quantity::Reader;
use codes::DUPLICATE_ID;
use disk::Disk;
use names::Names;
use std::collections::BTreeMap;
use std::path::Path;

/// Everything in a publisher's repository but its frozen editions.
#[derive(Debug)]
pub struct Loaded {
    /// The site's settings.
    pub settings: Settings,
    /// What is on the record.
    pub dataset: Dataset,
    /// The publisher's own pages, in their order.
    pub pages: Vec<AuthoredPage>,
    /// The publisher's own templates, by name.
    pub templates: BTreeMap<String, String>,
    /// The publisher's own files, by their path in the site.
    pub assets: BTreeMap<String, Vec<u8>>,
}

/// What one file gives, with what is wrong in it.
type Outcome<T> = (Option<T>, Vec<Finding>);

/// Reads a publisher's repository.
#[must_use]
pub fn load(root: &Path) -> Checked<Loaded> {
    let (disk, mut findings) = Disk::read(root);
    let settings = gather(site::read(&disk), &mut findings);
    let hedges = settings.as_ref().map(|settings| settings.hedges.clone()).unwrap_or_default();
    let mut parts = Parts { bodies: bodies::read(&disk, &mut findings), ..Parts::default() };
    parts.measures = gather_all(disk.measures.iter().map(measures::read), &mut findings);
    parts.sources = gather_all(disk.sources.iter().map(sources::read), &mut findings);
    let mut names = Names::new(&disk, &parts);
    names.check_parts(&disk, &parts, &mut findings);
    parts.figures = figures::read(&disk, &parts, &mut names, &Reader::new(hedges), &mut findings);
    claims::read(&disk, &mut parts, &names, &mut findings);
    parts.reviews = reviews::read(&disk, &mut findings);
    let pages = pages::read(&disk, &mut findings);
    let dataset = Dataset::new(parts).map_err(|twice| duplicate(&disk, twice.kind, &twice.id, &mut findings));
    sort(&mut findings);
    match (settings, dataset) {
        (Some(settings), Ok(dataset)) => {
            let (templates, assets) = (disk.templates, disk.assets);
            Checked::unless_errors(Loaded { settings, dataset, pages, templates, assets }, findings)
        }
        _ => Checked { value: None, findings },
    }
}

fn gather<T>((value, found): Outcome<T>, findings: &mut Vec<Finding>) -> Option<T> {
    findings.extend(found);
    value
}

fn gather_all<T>(outcomes: impl Iterator<Item = Outcome<T>>, findings: &mut Vec<Finding>) -> Vec<T> {
    outcomes.filter_map(|outcome| gather(outcome, findings)).collect()
}

/// Every duplicate is found where it stands; this is for one that was not, so that none passes in silence.
fn duplicate(disk: &Disk, kind: &str, id: &str, findings: &mut Vec<Finding>) {
    if !findings.iter().any(|finding| finding.code == DUPLICATE_ID.code) {
        let place = crate::model::Place::file(&disk.data);
        findings.push(Finding::input(
            &DUPLICATE_ID,
            place,
            format!("the {kind} “{id}” stands twice"),
            "give each its own id",
        ));
    }
}

/// In the order in which a person would mend them.
fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (&a.locations, a.code, &a.message).cmp(&(&b.locations, b.code, &b.message)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_repository_loads_without_a_word() {
        let read = load(Path::new("tests/repositories/smallest"));
        assert!(read.findings.is_empty(), "{:?}", read.findings);
        let loaded = read.value.unwrap();
        assert_eq!(loaded.dataset.measures().len(), 1);
        assert!(!loaded.dataset.figures().is_empty());
    }

    #[test]
    fn a_folder_that_is_no_repository_says_what_is_missing() {
        let read = load(Path::new("src"));
        assert!(read.value.is_none());
        assert!(read.findings.iter().any(|finding| finding.message.contains("missing")));
    }
}
