//! Repositories of the disk, loaded and checked as the command does.

use onrecord::disclose::Earlier;
use onrecord::finding::Finding;
use onrecord::model::{Dataset, Disclosure};
use onrecord::reconcile::Record;
use onrecord::{check, disclose, load};
use std::fmt;
use std::path::{Path, PathBuf};

/// One small repository for one rule.
pub(crate) struct Case {
    pub(crate) folder: String,
    pub(crate) name: String,
    pub(crate) path: PathBuf,
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.folder, self.name)
    }
}

impl Case {
    /// The code of the rule that the case is for.
    pub(crate) fn code(&self) -> &str {
        self.folder.split('-').next().unwrap_or_default()
    }

    pub(crate) fn record(&self) -> (Record, Disclosure) {
        let (dataset, policy) = load_all(&self.path);
        (Record::new(dataset), policy)
    }

    pub(crate) fn findings(&self) -> Vec<Finding> {
        let (record, policy) = self.record();
        let mut findings = findings_after(record, &policy, &self.earlier());
        findings.extend(self.wording());
        findings
    }

    /// The edition that was released before, where the case holds one in `before/`.
    fn earlier(&self) -> Vec<Earlier> {
        let before = self.path.join("before");
        let earlier =
            before.is_dir().then(|| Earlier { edition: 1, record: Record::new(load_all(&before).0) });
        earlier.into_iter().collect()
    }

    /// What is found in the publisher's own words.
    fn wording(&self) -> Vec<Finding> {
        let loaded = load::load(&self.path).value.unwrap();
        check::wording(&loaded.own_texts, &loaded.settings.words)
    }

    pub(crate) fn findings_of_its_rule(&self) -> Vec<Finding> {
        self.findings().into_iter().filter(|finding| finding.code == self.code()).collect()
    }
}

/// Every repository under `tests/repositories/rules`, in the order of their names.
pub(crate) fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/repositories/rules");
    let entries = walkdir::WalkDir::new(&root).min_depth(2).max_depth(2).sort_by_file_name();
    let folders = entries.into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_dir());
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    folders
        .map(|entry| Case {
            folder: name(entry.path().parent().unwrap()),
            name: name(entry.path()),
            path: entry.into_path(),
        })
        .collect()
}

/// Loads a repository that has no mistake in it.
pub(crate) fn load_all(path: &Path) -> (Dataset, Disclosure) {
    let read = load::load(path);
    let messages: Vec<&String> = read.findings.iter().map(|finding| &finding.message).collect();
    assert!(messages.is_empty(), "{}: {messages:#?}", path.display());
    let loaded = read.value.unwrap();
    (loaded.dataset, loaded.settings.disclosure)
}

/// Everything found in a record, whether or not it may be published.
pub(crate) fn all_findings(record: Record, policy: &Disclosure) -> Vec<Finding> {
    findings_after(record, policy, &[])
}

/// The same, with what was released before.
fn findings_after(record: Record, policy: &Disclosure, earlier: &[Earlier]) -> Vec<Finding> {
    let findings = check::check(&record);
    match disclose::clear(record, findings, policy, earlier) {
        Ok(cleared) => cleared.findings.clone(),
        Err(findings) => findings,
    }
}
