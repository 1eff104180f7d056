//! The history of a record is worked out from the parts that changed. What is found in such a part is what is found
//! of it in the whole: nothing is lost, nothing is made up, over every repository under `tests/` and a generated one.
#![allow(clippy::disallowed_methods, reason = "it releases editions of repositories on the disk")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

#[path = "../examples/corpus/repository/mod.rs"]
mod corpus;

use onrecord::disclose::{self, Cleared, Publication};
use onrecord::edition::{Archive, Draft, Edition, Outline, Reach, Store, release};
use onrecord::finding::Finding;
use onrecord::load::{self, Loaded};
use onrecord::model::{Dataset, Measure, MeasureId, Parts};
use onrecord::reconcile::Record;
use onrecord::{check, revision};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// An edition of a dataset, and what is found in all of it; none where it may not be published.
struct Whole {
    edition: Edition,
    archive: Archive,
    outline: Outline,
    publication: Cleared<Publication>,
    loaded: Loaded,
    _folder: TempDir,
}

fn cleared(dataset: Dataset, loaded: &Loaded) -> Result<Cleared<Publication>, Vec<Finding>> {
    let record = Record::new(dataset);
    let findings = check::check(&record);
    disclose::clear(record, findings, &loaded.settings.disclosure, &[])
}

fn again(dataset: &Dataset) -> Parts {
    dataset.clone().into_parts()
}

impl Whole {
    fn of(root: &Path) -> Option<Self> {
        let loaded = load::load(root).value?;
        let publication = cleared(loaded.dataset.clone(), &loaded).ok()?;
        let folder = tempfile::tempdir().unwrap();
        let draft = Draft {
            publication: &publication,
            hedges: &loaded.settings.hedges,
            released: jiff::civil::date(2026, 1, 1),
            known_on: None,
            note: "First.".to_owned(),
        };
        release(folder.path(), &draft).unwrap();
        let edition = Store::open(folder.path()).value.unwrap().remove(0);
        let archive = Archive::of(std::slice::from_ref(&edition)).unwrap();
        let outline = archive.outline(&edition);
        Some(Self { edition, archive, outline, publication, loaded, _folder: folder })
    }

    fn dataset(&self) -> &Dataset {
        self.publication.record.dataset()
    }

    /// How far a change of one measure's title reaches.
    fn reach_of(&self, id: &MeasureId) -> Reach {
        let mut parts = again(self.dataset());
        let retitled = |measure: Measure| match measure.id == *id {
            true => Measure { title: format!("{} (retitled)", measure.title), ..measure },
            false => measure,
        };
        parts.measures = parts.measures.into_iter().map(retitled).collect();
        let changed = Dataset::new(parts).unwrap();
        Reach::between(&self.outline, &Outline::of(&changed, &self.loaded.settings.hedges))
    }

    /// What is found in the whole that touches a measure within reach.
    fn expected(&self, reach: &Reach) -> BTreeMap<String, String> {
        let touches = |finding: &&Finding| {
            let of_figures = finding.figures.iter().filter_map(|id| self.dataset().figure(id));
            let measures = of_figures.map(|figure| &figure.key.measure).chain(&finding.measure);
            measures.into_iter().any(|measure| reach.holds(measure))
        };
        told(self.publication.findings.iter().filter(touches))
    }
}

/// What each finding says. Where the publisher wrote its figures is no part of an edition.
fn told<'a>(findings: impl Iterator<Item = &'a Finding>) -> BTreeMap<String, String> {
    let told = |finding: &Finding| format!("{:?}", Finding { locations: Vec::new(), ..finding.clone() });
    findings.map(|finding| (finding.fingerprint.to_string(), told(finding))).collect()
}

fn repositories() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = walkdir::WalkDir::new(root.join("tests/repositories")).sort_by_file_name().into_iter();
    let sites = entries.map(Result::unwrap).filter(|entry| entry.path().ends_with("site/site.toml"));
    let of_tests = sites.map(|entry| entry.path().parent().unwrap().parent().unwrap().to_owned());
    std::iter::once(root.to_owned()).chain(of_tests).collect()
}

fn assert_parts_tell_what_the_whole_tells(root: &Path) -> usize {
    let Some(whole) = Whole::of(root) else { return 0 };
    let ids: Vec<MeasureId> = whole.dataset().measures().map(|measure| measure.id.clone()).collect();
    for id in &ids {
        let reach = whole.reach_of(id);
        assert!(reach.holds(id), "{}", root.display());
        let part = whole.archive.part(&whole.edition, &reach).unwrap();
        let part = cleared(part, &whole.loaded).unwrap();
        let found = told(part.findings.iter());
        assert_eq!(found, whole.expected(&reach), "{}, {id}", root.display());
    }
    ids.len()
}

#[test]
fn what_is_found_in_a_part_is_what_is_found_of_it_in_the_whole() {
    let compared: Vec<usize> =
        repositories().iter().map(|root| assert_parts_tell_what_the_whole_tells(root)).collect();
    let published = compared.iter().filter(|measures| **measures > 0).count();
    assert!(published > 50, "only {published} repositories were compared");
}

#[test]
fn the_same_holds_of_a_large_repository_and_no_part_is_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    corpus::write_to(folder.path(), 60).unwrap();
    assert_eq!(assert_parts_tell_what_the_whole_tells(folder.path()), 60);
    let whole = Whole::of(folder.path()).unwrap();
    let first = whole.dataset().measures().next().unwrap().id.clone();
    let part = whole.archive.part(&whole.edition, &whole.reach_of(&first)).unwrap();
    assert!(part.measures().len() < 30, "{} of 60 measures", part.measures().len());
}

#[test]
fn an_edition_as_a_whole_is_what_was_released() {
    for root in repositories() {
        let Some(whole) = Whole::of(&root) else { continue };
        let thawed = whole.archive.part(&whole.edition, &Reach::Everything).unwrap();
        assert!(
            Outline::of(&thawed, &whole.loaded.settings.hedges).is_same(&whole.outline),
            "{}",
            root.display()
        );
        let again = cleared(thawed, &whole.loaded).unwrap();
        assert!(revision::diff(&whole.publication, &again).is_empty(), "{}", root.display());
    }
}
