//! Which files there are: the publisher's folders, walked without following links.

mod layout;

use super::codes::{BAD_FILE_NAME, MISSING_KEY, UNEXPECTED_FILE, UNREADABLE_FILE};
use super::faults::Faults;
use crate::model::Place;
use layout::{EDITIONS, Expected, Folder, ROOTS, SETTINGS, folder};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// The files of a repository, by the folder that takes them, in the order of their names.
#[derive(Debug, Default)]
pub(super) struct Tree {
    files: BTreeMap<&'static str, Vec<Arc<str>>>,
    pub(super) faults: Faults,
}

impl Tree {
    /// Looks through the publisher's folders.
    pub(super) fn walk(root: &Path) -> Self {
        let mut tree = Self::default();
        for top in ROOTS {
            tree.walk_folder(root, top);
        }
        tree.note_like_names();
        tree.note_missing(SETTINGS);
        tree
    }

    /// The files that a folder takes, with their paths from the root.
    pub(super) fn files(&self, folder: &str) -> &[Arc<str>] {
        self.files.get(folder).map_or(&[], Vec::as_slice)
    }

    /// A single file.
    pub(super) fn one(&self, path: &str) -> Option<&Arc<str>> {
        let (folder, _) = path.rsplit_once('/')?;
        self.files(folder).iter().find(|file| ***file == *path)
    }

    /// Notes that a file is not there, unless it was already said why it cannot be used.
    fn note_missing(&mut self, path: &str) {
        if self.one(path).is_none() && !self.faults.name(path) {
            let help = "run the command in the root of the repository, or name the root with --root";
            self.error(&MISSING_KEY, path, format!("{path} is missing"), help);
        }
    }

    fn walk_folder(&mut self, root: &Path, top: &'static str) {
        let walk = WalkDir::new(root.join(top)).follow_links(false).follow_root_links(false);
        let mut entries = walk.sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) => {
                    let descend = self.take(root, &entry);
                    // After a file this would skip the files beside it.
                    if entry.file_type().is_dir() && matches!(descend, Descend::No) {
                        entries.skip_current_dir();
                    }
                }
                Err(error) if error.depth() == 0 && is_absent(&error) => {}
                Err(error) => self.unreadable(root, top, &error),
            }
        }
    }

    /// Decides on one entry.
    fn take(&mut self, root: &Path, entry: &DirEntry) -> Descend {
        let Some(path) = self.path(root, entry) else { return Descend::No };
        let (parent, name) = path.rsplit_once('/').unwrap_or(("", &path));
        if is_left_alone(name) {
            return Descend::No;
        }
        if entry.file_type().is_dir() {
            return self.enter(&path, parent, name);
        }
        match folder(parent) {
            _ if !entry.file_type().is_file() => self.not_a_file(&path, entry),
            None => self.error(&UNREADABLE_FILE, &path, format!("“{path}” is no folder"), "make it a folder"),
            Some(folder) if folder.takes(name) => self.keep(folder, path),
            Some(Folder { files: Expected::Some(_), .. }) => {}
            Some(folder) => self.unexpected(folder, &path, name),
        }
        Descend::No
    }

    fn enter(&mut self, path: &str, parent: &str, name: &str) -> Descend {
        if path == EDITIONS {
            return Descend::No;
        }
        let parent = folder(parent);
        if parent.is_some_and(|parent| !matches!(parent.files, Expected::Anything) && parent.takes(name)) {
            let message = format!("“{path}” is a folder");
            self.error(&UNREADABLE_FILE, path, message, "its name is that of a file; rename the folder");
        } else if folder(path).is_some() {
            return Descend::Yes;
        } else if let Some(parent) = parent {
            self.unexpected(parent, path, name);
        }
        Descend::No
    }

    fn keep(&mut self, folder: &Folder, path: String) {
        if matches!(folder.files, Expected::Anything | Expected::Some(_)) && !path.split('/').all(is_portable)
        {
            let help = "use letters, digits, “-”, “_” and “.” in the names of files and folders";
            self.error(&BAD_FILE_NAME, &path, format!("“{path}” cannot be part of an address"), help);
        } else {
            self.files.entry(folder.path).or_default().push(Arc::from(path));
        }
    }

    /// The path from the root with `/` between folders, if it can be written down.
    fn path(&mut self, root: &Path, entry: &DirEntry) -> Option<String> {
        let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        if let Some(parts) = parts.filter(|parts| !parts.iter().any(|part| part.contains(char::is_control))) {
            return Some(parts.join("/"));
        }
        let shown = below.to_string_lossy().into_owned();
        let message = format!("the name “{}” cannot be written down", shown.escape_debug());
        self.error(&BAD_FILE_NAME, &shown, message, "use letters, digits, “-”, “_” and “.”");
        None
    }

    fn unexpected(&mut self, folder: &Folder, path: &str, name: &str) {
        let holds = folder.in_words();
        let help = match folder.nearest(name) {
            Some(near) => format!("did you mean “{}/{near}”? {holds}", folder.path),
            None => holds,
        };
        self.error(&UNEXPECTED_FILE, path, format!("nothing reads “{path}”"), help);
    }

    fn not_a_file(&mut self, path: &str, entry: &DirEntry) {
        let (what, help) = if entry.file_type().is_symlink() {
            ("a symbolic link", "put the file itself in its place; links are not followed")
        } else {
            ("neither a file nor a folder", "take it out of the folder")
        };
        self.error(&UNREADABLE_FILE, path, format!("“{path}” is {what}"), help);
    }

    fn unreadable(&mut self, root: &Path, top: &str, error: &walkdir::Error) {
        let path = error.path().and_then(|path| path.strip_prefix(root).ok()).map(Path::to_string_lossy);
        let path = path.unwrap_or_else(|| top.into()).replace('\\', "/");
        let why = error.io_error().map_or_else(|| "it leads in a circle".to_owned(), ToString::to_string);
        let message = format!("“{path}” cannot be read: {why}");
        self.error(&UNREADABLE_FILE, &path, message, "look at who may read it");
    }

    /// Names that differ only in capitals are one file on many machines.
    fn note_like_names(&mut self) {
        let mut seen: BTreeMap<String, Arc<str>> = BTreeMap::new();
        let mut alike = Vec::new();
        for path in self.files.values().flatten() {
            if let Some(first) = seen.insert(path.to_lowercase(), Arc::clone(path)) {
                alike.push((first, Arc::clone(path)));
            }
        }
        for (first, second) in alike {
            let message = format!("“{first}” and “{second}” differ only in capitals");
            self.error(&BAD_FILE_NAME, &second, message, "rename one of them");
        }
    }

    fn error(
        &mut self,
        rule: &crate::finding::RuleDoc,
        path: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.faults.error(rule, Place::file(&Arc::from(path)), message, help);
    }
}

enum Descend {
    Yes,
    No,
}

impl Folder {
    /// It takes a file of this name.
    fn takes(&self, name: &str) -> bool {
        match self.files {
            Expected::One(one) => name == one,
            Expected::Ending(ending) | Expected::EndingBelow(ending) | Expected::Some(ending) => {
                name.strip_suffix(ending).is_some_and(|stem| !stem.is_empty())
            }
            Expected::Anything => true,
        }
    }
}

/// Hidden files, what editors leave behind, and words for other contributors.
fn is_left_alone(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || matches!(name, "README" | "README.md" | "README.txt")
}

/// A name that every machine and web server takes as it is.
fn is_portable(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    name.chars().all(letters) && !name.ends_with('.') && name.len() <= 100 && !is_device(&stem)
}

/// A name that Windows keeps for itself.
fn is_device(stem: &str) -> bool {
    match stem {
        "aux" | "con" | "nul" | "prn" => true,
        _ => ["com", "lpt"].iter().any(|device| {
            stem.strip_prefix(device).is_some_and(|rest| rest.len() == 1 && rest.parse::<u8>().is_ok())
        }),
    }
}

fn is_absent(error: &walkdir::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}
