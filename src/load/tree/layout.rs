//! What lies where in a publisher's repository.

/// A folder that is read, and what it may hold.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) path: &'static str,
    pub(super) folders: &'static [&'static str],
    pub(super) files: Expected,
}

/// The files that a folder may hold.
#[derive(Debug, Clone, Copy)]
pub(super) enum Expected {
    /// One file of this name.
    One(&'static str),
    /// Any number of files with this ending.
    Ending(&'static str),
    /// Any number of files with this ending, at any depth.
    EndingBelow(&'static str),
    /// Any file, at any depth.
    Anything,
    /// Files with this ending at any depth; others are somebody else's.
    Some(&'static str),
}

pub(super) const FOLDERS: [Folder; 11] = [
    Folder {
        path: "data",
        folders: &["changes", "claims", "editions", "figures", "measures", "reviews", "sources"],
        files: Expected::One("bodies.toml"),
    },
    Folder { path: "data/changes", folders: &[], files: Expected::Ending(".toml") },
    Folder { path: "data/claims", folders: &[], files: Expected::Ending(".toml") },
    Folder { path: "data/figures", folders: &[], files: Expected::EndingBelow(".csv") },
    Folder { path: "data/measures", folders: &[], files: Expected::Ending(".toml") },
    Folder { path: "data/reviews", folders: &[], files: Expected::Ending(".toml") },
    Folder { path: "data/sources", folders: &[], files: Expected::Ending(".md") },
    Folder { path: "site", folders: &["assets", "pages"], files: Expected::One("site.toml") },
    Folder { path: "site/assets", folders: &[], files: Expected::Anything },
    Folder { path: "site/pages", folders: &[], files: Expected::Ending(".md") },
    Folder { path: "templates", folders: &[], files: Expected::Some(".hbs") },
];

/// The folders that are walked; the others lie in them.
pub(super) const ROOTS: [&str; 3] = ["data", "site", "templates"];

/// The file without which there is no site.
pub(super) const SETTINGS: &str = "site/site.toml";

/// Frozen editions belong to another room.
pub(super) const EDITIONS: &str = "data/editions";

/// The folder of this path, or the one that takes everything below it.
pub(super) fn folder(path: &str) -> Option<&'static Folder> {
    FOLDERS.iter().find(|folder| folder.path == path || (folder.goes_deep() && is_below(path, folder.path)))
}

fn is_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

impl Folder {
    /// It takes files at any depth.
    pub(super) fn goes_deep(&self) -> bool {
        !matches!(self.files, Expected::One(_) | Expected::Ending(_))
    }

    /// What it may hold, in words.
    pub(super) fn in_words(&self) -> String {
        match self.files {
            Expected::One(name) => {
                let folders = self.folders.iter().map(|name| format!("{name}/")).collect::<Vec<_>>();
                format!("{}/ holds {name} and {}", self.path, folders.join(", "))
            }
            Expected::Ending(ending) | Expected::EndingBelow(ending) => {
                format!("{}/ holds files whose names end in {ending}", self.path)
            }
            Expected::Anything | Expected::Some(_) => format!("{}/ holds files", self.path),
        }
    }

    /// The name in it that a mistyped one was most likely meant to be.
    pub(super) fn nearest(&self, name: &str) -> Option<String> {
        match self.files {
            Expected::One(one) => {
                let known = self.folders.iter().copied().chain([one]);
                crate::finding::nearest(name, known).map(str::to_owned)
            }
            Expected::Ending(ending) | Expected::EndingBelow(ending) => {
                let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
                (!stem.is_empty()).then(|| format!("{stem}{ending}"))
            }
            Expected::Anything | Expected::Some(_) => None,
        }
    }
}
