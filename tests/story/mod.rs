//! A story about the command: a repository, something done to it, the command run, what came of it.
//!
//! Steps chain, and each one that does not hold stops the story at the line of the test:
//!
//! ```ignore
//! let mut story = Story::on("smallest");
//! story.run(&["check"]).exit(0);
//! story.replace("data/figures/benches.csv", "12", "a dozen-ish").run(&["check"]).exit(3).stderr_contains("a dozen-ish");
//! ```

mod disk;
mod outcome;
mod process;
mod snapshot;

pub(crate) use disk::repositories;
pub(crate) use outcome::Outcome;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Child;
use tempfile::TempDir;

/// A repository of its own in a temporary folder, and the last run of the command in it.
pub(crate) struct Story {
    /// Holds `repository` and, beside it, room for what a test wants outside.
    folder: TempDir,
    environment: BTreeMap<String, String>,
    last: Option<Outcome>,
}

impl Story {
    /// On a copy of `tests/repositories/NAME`.
    #[track_caller]
    pub(crate) fn on(name: &str) -> Self {
        let story = Self::on_nothing();
        disk::copy(&disk::repository(name), &story.root());
        story
    }

    /// On a copy of this repository's own data, the founding case.
    #[track_caller]
    pub(crate) fn on_the_founding_case() -> Self {
        let story = Self::on_nothing();
        for part in ["data", "site", "templates"] {
            let from = disk::checkout().join(part);
            if from.exists() {
                disk::copy(&from, &story.root().join(part));
            }
        }
        story
    }

    /// On an empty folder.
    #[track_caller]
    pub(crate) fn on_nothing() -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|e| panic!("no temporary folder: {e}"));
        disk::make_folder(&folder.path().join("repository"));
        Self { folder, environment: BTreeMap::new(), last: None }
    }

    /// The repository's folder.
    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("repository")
    }

    /// A place beside the repository, for output that is to lie outside it.
    pub(crate) fn outside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Sets an environment variable for the runs that follow. They inherit nothing but `PATH`.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> &mut Self {
        self.environment.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Runs `onrecord` in the repository's root.
    #[track_caller]
    pub(crate) fn run(&mut self, arguments: &[&str]) -> &mut Self {
        self.run_in(".", arguments)
    }

    /// Runs `onrecord` in another folder of the repository.
    #[track_caller]
    pub(crate) fn run_in(&mut self, folder: &str, arguments: &[&str]) -> &mut Self {
        let here = self.at(folder);
        self.last = Some(process::run(&here, self.folder.path(), arguments, &self.environment));
        self
    }

    /// Runs a line of shell in the repository's root; `"$ONRECORD"` in it is the command.
    #[cfg(unix)]
    #[track_caller]
    pub(crate) fn shell(&mut self, line: &str) -> &mut Self {
        self.last = Some(process::shell(&self.root(), self.folder.path(), line, &self.environment));
        self
    }

    /// Starts `onrecord` in the repository's root and does not wait for its end.
    #[track_caller]
    pub(crate) fn start(&self, arguments: &[&str]) -> Child {
        process::start(&self.root(), self.folder.path(), arguments)
    }

    /// What the last run came to.
    #[track_caller]
    pub(crate) fn outcome(&self) -> &Outcome {
        self.last.as_ref().unwrap_or_else(|| panic!("nothing was run yet"))
    }

    /// Writes a file, with its folders.
    #[track_caller]
    pub(crate) fn write(&mut self, path: &str, contents: impl AsRef<[u8]>) -> &mut Self {
        disk::write(&self.at(path), contents.as_ref());
        self
    }

    /// Adds to the end of a file.
    #[track_caller]
    pub(crate) fn append(&mut self, path: &str, text: &str) -> &mut Self {
        let whole = self.read(path) + text;
        self.write(path, whole)
    }

    /// Changes the one place in a file that says `old`.
    #[track_caller]
    pub(crate) fn replace(&mut self, path: &str, old: &str, new: &str) -> &mut Self {
        let text = self.read(path);
        let places = text.matches(old).count();
        assert!(places == 1, "{path} says {old:?} {places} times, not once:\n{text}");
        self.write(path, text.replacen(old, new, 1))
    }

    /// Writes a change note: `figures = ["b"]` or `measures = ["benches"]`, with a reason that says the kind.
    #[track_caller]
    pub(crate) fn explain(&mut self, kind: &str, about: &str) -> &mut Self {
        const PATH: &str = "data/changes/changes.toml";
        let text = if self.has(PATH) { self.read(PATH) } else { "format = 1\n".to_owned() };
        let number = text.matches("[[change]]").count() + 1;
        let error = if kind == "correction" { "error = \"It was counted twice.\"\n" } else { "" };
        let note = format!(
            "\n[[change]]\nid = \"note-{number}\"\nkind = \"{kind}\"\ndate = \"2025-01-01\"\n{about}\n\
             what = \"What of note {number}\"\nwhy = \"Why of note {number}\"\neffect = \"None.\"\nby = \"The editor\"\n{error}"
        );
        self.write(PATH, text + &note)
    }

    /// Removes a file or a whole folder.
    #[track_caller]
    pub(crate) fn remove(&mut self, path: &str) -> &mut Self {
        disk::remove(&self.at(path));
        self
    }

    /// Makes a symbolic link; `to` is taken as it is written.
    #[cfg(unix)]
    #[track_caller]
    pub(crate) fn link(&mut self, path: &str, to: impl AsRef<Path>) -> &mut Self {
        disk::link(&self.at(path), to.as_ref());
        self
    }

    /// A file's text.
    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        disk::read_text(&self.at(path))
    }

    /// Whether there is anything at a path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.at(path).symlink_metadata().is_ok()
    }

    /// The paths of all files in a folder, in order. Fails when there are none.
    #[track_caller]
    pub(crate) fn tree(&self, folder: &str) -> Vec<String> {
        self.files(folder).into_keys().collect()
    }

    /// All files in a folder with their bytes, to compare before and after. Fails when there are none.
    #[track_caller]
    pub(crate) fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        disk::files(&self.at(folder))
    }

    /// Compares a file with `tests/snapshots/NAME`.
    #[track_caller]
    pub(crate) fn file_matches(&mut self, path: &str, name: &str) -> &mut Self {
        let text = self.read(path);
        snapshot::compare(name, &self.without_own_path(&text));
        self
    }

    /// Compares a text made from the files with `tests/snapshots/NAME`.
    #[track_caller]
    pub(crate) fn is_as_kept(&self, text: &str, name: &str) {
        snapshot::compare(name, &self.without_own_path(text));
    }

    /// Compares what the last run printed on standard output with `tests/snapshots/NAME`.
    #[track_caller]
    pub(crate) fn stdout_matches(&mut self, name: &str) -> &mut Self {
        snapshot::compare(name, &self.without_own_path(&self.outcome().stdout));
        self
    }

    /// Compares what the last run printed on standard error with `tests/snapshots/NAME`.
    #[track_caller]
    pub(crate) fn stderr_matches(&mut self, name: &str) -> &mut Self {
        snapshot::compare(name, &self.without_own_path(&self.outcome().stderr));
        self
    }

    /// A text with the temporary folder's path, which differs in every run, as `[folder]`.
    fn without_own_path(&self, text: &str) -> String {
        text.replace(&*self.folder.path().to_string_lossy(), "[folder]")
    }
}
