//! The edge inwards: a publisher's files become a dataset, every mistake with its place.
//!
//! `tree` says which files there are. `text` and `characters` take them from the disk as text. A file with keys is
//! read through `table`, front matter through `front`, a table of figures through `figures`. When every file has been
//! read for itself, `references` holds them against one another. Nothing stops at the first mistake: what cannot be
//! read gets a stand-in, so that the rest is still looked at, and the dataset is given out only if there is no error.

mod assemble;
mod characters;
mod claims;
mod codes;
mod declare;
mod document;
mod faults;
mod figures;
mod front;
mod git;
mod ids;
mod lines;
mod links;
mod own;
mod pages;
mod persons;
mod references;
mod settings;
mod table;
mod text;
mod tree;

pub use codes::documentation;
pub(crate) use figures::derived_id;
pub use git::load_revision;
pub use text::{any_table, document, source_text};

use crate::finding::{Checked, Finding, Severity};
use crate::model::{AuthoredPage, Dataset, OwnText, Settings};
use crate::personal::Policy;
use crate::quantity::Reader;
use claims::Entries;
use document::{Mention, Noticed};
use faults::Faults;
use rayon::prelude::*;
use references::Gathered;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use tree::Tree;

/// Everything in a publisher's repository but its editions.
#[derive(Debug)]
pub struct Loaded {
    /// What `site/site.toml` sets.
    pub settings: Settings,
    /// What `data/` holds.
    pub dataset: Dataset,
    /// `site/pages/index.md`: what stands at the top of the home page.
    pub introduction: Option<AuthoredPage>,
    /// The other pages of `site/pages/`, in their order.
    pub pages: Vec<AuthoredPage>,
    /// The templates of `templates/` by name, without `.hbs`.
    pub templates: BTreeMap<String, String>,
    /// The files of `site/assets/`, by their paths in the site.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// Every text in the publisher's own words.
    pub own_texts: Vec<OwnText>,
}

/// What the `site/site.toml` of a repository sets, or what goes without one.
#[must_use]
pub fn settings(root: &Path) -> Checked<Settings> {
    const SETTINGS: &str = "site/site.toml";
    if text::source_text(root, SETTINGS).is_none() {
        return Checked { value: Some(settings::defaults()), findings: Vec::new() };
    }
    let (settings, noticed) = settings::read(root, &SETTINGS.into());
    let findings = noticed.findings;
    let is_sound = findings.iter().all(|finding| finding.severity != Severity::Error);
    Checked { value: is_sound.then_some(settings), findings }
}

/// Reads a publisher's repository. All mistakes are reported together, in the order of their places.
#[must_use]
pub fn load(root: &Path) -> Checked<Loaded> {
    let mut tree = Tree::walk(root);
    let mut noticed = Vec::new();
    noticed
        .push(Noticed { findings: std::mem::take(&mut tree.faults).into_findings(), ..Noticed::default() });
    let settings = match tree.one("site/site.toml") {
        Some(path) => noting(settings::read(root, path), &mut noticed),
        None => settings::defaults(),
    };
    let policy = Policy::of(&settings);
    let gathered = gather(root, &tree, (&settings, &policy), &mut noticed);
    let pages = each(tree.files("site/pages"), |path| pages::read(root, path), &mut noticed);
    let (home, pages): (Vec<_>, Vec<_>) =
        pages.into_iter().flatten().partition(|page| page.slug == pages::HOME);
    let introduction = home.into_iter().next();
    let templates = each(tree.files("templates"), |path| template(root, path), &mut noticed);
    let assets = each(tree.files("site/assets"), |path| asset(root, path, &policy), &mut noticed);
    noticed.iter_mut().for_each(|one| persons::settle(one, &policy));
    let own_texts = noticed.iter_mut().flat_map(|one| std::mem::take(&mut one.own)).collect();
    let mut findings = all_findings(&gathered, noticed);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Checked { value: None, findings };
    }
    let loaded = assemble::dataset(gathered).map(|dataset| Loaded {
        settings,
        dataset,
        introduction,
        pages: assemble::in_order(pages),
        templates: templates.into_iter().flatten().collect(),
        assets: assets.into_iter().flatten().collect(),
        own_texts,
    });
    let value = loaded.map_err(|fault| findings.push(*fault)).ok();
    Checked { value, findings }
}

fn gather(
    root: &Path,
    tree: &Tree,
    (settings, policy): (&Settings, &Policy),
    noticed: &mut Vec<Noticed>,
) -> Gathered {
    let declared = declare::read(root, tree, noticed);
    let reader = Reader::new(settings.hedges.clone());
    let read = |path: &Arc<str>| figures::read(root, path, &declared, &reader, policy);
    let figures = each(tree.files("data/figures"), read, noticed);
    let mut entries = Entries::default();
    let claims = each(tree.files("data/claims"), |path| claims::read_claims(root, path), noticed);
    let reviews = each(tree.files("data/reviews"), |path| claims::read_reviews(root, path), noticed);
    let changes = each(tree.files("data/changes"), |path| claims::read_change_notes(root, path), noticed);
    claims.into_iter().chain(reviews).chain(changes).for_each(|file| entries.absorb(file));
    Gathered { declared, figures, entries }
}

/// Reads files on every core and keeps what was made of them in the order of the files.
fn each<T: Send>(
    paths: &[Arc<str>],
    read: impl Fn(&Arc<str>) -> (T, Noticed) + Sync + Send,
    noticed: &mut Vec<Noticed>,
) -> Vec<T> {
    let (values, found): (Vec<T>, Vec<Noticed>) = paths.par_iter().map(read).unzip();
    noticed.extend(found);
    values
}

fn noting<T>((value, found): (T, Noticed), noticed: &mut Vec<Noticed>) -> T {
    noticed.push(found);
    value
}

fn template(root: &Path, path: &Arc<str>) -> (Option<(String, String)>, Noticed) {
    let mut faults = Faults::default();
    let text = text::text(root, path, text::PROSE, &mut faults);
    let name = path.strip_prefix("templates/").and_then(|path| path.strip_suffix(".hbs"));
    let named = name.map(str::to_owned).zip(text);
    (named, Noticed { findings: faults.into_findings(), ..Noticed::default() })
}

fn asset(root: &Path, path: &Arc<str>, policy: &Policy) -> (Option<(String, Vec<u8>)>, Noticed) {
    let mut faults = Faults::default();
    let bytes = text::bytes(root, path, text::ASSET, &mut faults);
    if let Some(bytes) = &bytes {
        persons::in_asset(path, bytes, policy, &mut faults);
    }
    let named = path.strip_prefix("site/").map(str::to_owned).zip(bytes);
    (named, Noticed { findings: faults.into_findings(), ..Noticed::default() })
}

/// Every finding, in the order of the places.
fn all_findings(gathered: &Gathered, noticed: Vec<Noticed>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut mentions: Vec<Mention> = Vec::new();
    for mut one in noticed {
        findings.append(&mut one.findings);
        mentions.append(&mut one.mentions);
    }
    findings.extend(references::check(gathered, &mentions));
    findings.sort_by(|a, b| (&a.locations, a.code, &a.message).cmp(&(&b.locations, b.code, &b.message)));
    findings
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
        let read = load(Path::new("tests/story"));
        assert!(read.value.is_none());
        assert_eq!(read.findings[0].message, "site/site.toml is missing");
    }
}
