//! Stories of frozen editions, each in a repository of its own.

mod chain;
mod interrupted;
mod release;
mod tampering;

use crate::edition::{Archive, Draft, Edition, Reach, Store, release, verify};
use crate::finding::Finding;
use crate::model::Dataset;
use crate::quantity::HedgeWidths;
use crate::revision::sample::World;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A repository that goes when the story ends.
struct Repository(TempDir);

impl Repository {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// Three editions: as it was, with one figure revised, and with one more.
    fn of_three() -> Self {
        let repository = Self::new();
        for (day, world) in [(1, worlds()[0].clone()), (2, worlds()[1].clone()), (3, worlds()[2].clone())] {
            repository.release(&world, day).unwrap();
        }
        repository
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join("data/editions").join(path)
    }

    fn release(&self, world: &World, day: i8) -> Result<Edition, Vec<Finding>> {
        self.release_with(world, day, "What changed.", Vec::new())
    }

    fn release_with(
        &self,
        world: &World,
        day: i8,
        note: &str,
        findings: Vec<Finding>,
    ) -> Result<Edition, Vec<Finding>> {
        let draft = Draft {
            publication: &world.publication(findings),
            hedges: &HedgeWidths::default(),
            released: jiff::civil::date(2024, 7, day),
            known_on: None,
            note: note.to_owned(),
        };
        release(self.root(), &draft)
    }

    fn editions(&self) -> Vec<Edition> {
        let checked = Store::open(self.root());
        assert_eq!(checked.findings, []);
        checked.value.unwrap()
    }

    /// What `verify` finds, as code and path.
    fn faults(&self) -> Vec<(&'static str, String)> {
        faults(&verify(self.root()).findings)
    }

    /// Every file of the store with its bytes, by path below it.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let folder = self.path("");
        let entries = walkdir::WalkDir::new(&folder).into_iter().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().is_file());
        let name = |path: &Path| path.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
        files.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap())).collect()
    }

    fn objects(&self) -> Vec<String> {
        self.files().into_keys().filter(|path| path.starts_with("objects/")).collect()
    }

    fn put(&self, path: &str, bytes: &[u8]) {
        fs::write(self.path(path), bytes).unwrap();
    }
}

/// Each finding as code and path below the store.
fn faults(findings: &[Finding]) -> Vec<(&'static str, String)> {
    let path = |finding: &Finding| finding.locations[0].path.replace("data/editions/", "");
    findings.iter().map(|finding| (finding.code, path(finding))).collect()
}

fn worlds() -> [World; 3] {
    let first = World::new();
    let second = first.clone().now("cases-2024", "1,304");
    let third = second.clone().figure("cases-2025", "cases", "release", "2025-03-31", "1,400");
    [first, second, third]
}

fn dataset(edition: &Edition) -> Dataset {
    thawed(edition).unwrap()
}

/// All that an edition holds, or why it cannot be read.
fn thawed(edition: &Edition) -> Result<Dataset, Vec<Finding>> {
    Archive::of(std::slice::from_ref(edition))?.part(edition, &Reach::Everything)
}
