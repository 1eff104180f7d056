//! The files of a repository, read. Links are not followed, and nothing but plain files is opened.

#![expect(clippy::disallowed_methods, reason = "this is the one place that reads the publisher's files")]

use super::codes::{UNEXPECTED_FILE, UNREADABLE_FILE};
use super::text::Text;
use crate::finding::{Finding, nearest};
use crate::model::Place;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// The largest file of each kind, in bytes.
const LARGEST_TEXT: u64 = 1 << 20;
const LARGEST_TABLE: u64 = 64 << 20;
const LARGEST_ASSET: u64 = 16 << 20;

/// Every file that takes part, by kind, in the order of their paths.
#[derive(Debug, Default)]
pub(super) struct Disk {
    /// `data`, for what concerns it as a whole.
    pub(super) data: Arc<str>,
    pub(super) site: Option<Text>,
    pub(super) bodies: Option<Text>,
    pub(super) measures: Vec<Text>,
    pub(super) sources: Vec<Text>,
    pub(super) figures: Vec<Text>,
    pub(super) claims: Vec<Text>,
    pub(super) reviews: Vec<Text>,
    pub(super) pages: Vec<Text>,
    pub(super) templates: BTreeMap<String, String>,
    pub(super) assets: BTreeMap<String, Vec<u8>>,
    /// Names of measure and source files that are there and cannot be read.
    pub(super) unread: Vec<Arc<str>>,
}

/// What a path holds.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Site,
    Bodies,
    Measure,
    Source,
    Figures,
    Claims,
    Review,
    Page,
    Template,
    Asset,
    /// Frozen editions have their own room.
    Edition,
}

/// The folders of a repository, with the ending of their files.
const FOLDERS: [(&str, &str, Part); 7] = [
    ("data/measures", "toml", Part::Measure),
    ("data/sources", "md", Part::Source),
    ("data/figures", "csv", Part::Figures),
    ("data/claims", "toml", Part::Claims),
    ("data/reviews", "toml", Part::Review),
    ("data/editions", "json", Part::Edition),
    ("site/pages", "md", Part::Page),
];

impl Disk {
    /// Reads every file of a repository.
    pub(super) fn read(root: &Path) -> (Self, Vec<Finding>) {
        let mut disk = Self { data: "data".into(), ..Self::default() };
        let mut findings = Vec::new();
        for top in ["data", "site", "templates"] {
            let walk = WalkDir::new(root.join(top)).follow_links(false).sort_by_file_name();
            let entries = walk.into_iter().filter_entry(|entry| entry.depth() == 0 || !is_passed_over(entry));
            for entry in entries {
                match entry {
                    Ok(entry) => disk.take(root, &entry, &mut findings),
                    Err(error) if error.depth() == 0 => {}
                    Err(error) => {
                        let path = error.path().map_or_else(|| top.into(), |path| relative(root, path));
                        findings.push(refused(&path, &error.to_string()));
                    }
                }
            }
        }
        (disk, findings)
    }

    fn take(&mut self, root: &Path, entry: &DirEntry, findings: &mut Vec<Finding>) {
        let path = relative(root, entry.path());
        let kind = entry.file_type();
        if kind.is_symlink() {
            findings.push(refused(&path, "it is a symbolic link, and links are not followed"));
            return self.unread.push(path);
        }
        if kind.is_dir() {
            let named_as_file = [".csv", ".toml", ".md"].iter().any(|ending| path.ends_with(ending));
            findings.extend(if named_as_file {
                Some(refused(&path, "it is a folder"))
            } else {
                unexpected_folder(&path)
            });
            return;
        }
        if !kind.is_file() {
            return findings.push(refused(&path, "it is not a plain file"));
        }
        match part(&path) {
            Some(Part::Edition) => {}
            Some(part) => self.open(entry, &path, part, findings),
            None if path.starts_with("templates/") => {}
            None => findings.push(unexpected_file(&path)),
        }
    }

    fn open(&mut self, entry: &DirEntry, path: &Arc<str>, part: Part, findings: &mut Vec<Finding>) {
        let largest = match part {
            Part::Figures => LARGEST_TABLE,
            Part::Asset => LARGEST_ASSET,
            _ => LARGEST_TEXT,
        };
        let bytes = match entry.metadata() {
            Ok(found) if found.len() > largest => Err(format!("it is larger than {largest} bytes")),
            Ok(_) => fs::read(entry.path()).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        match bytes {
            Ok(bytes) => self.file(path, part, bytes, findings),
            Err(why) => {
                findings.push(refused(path, &why));
                self.unread.push(Arc::clone(path));
            }
        }
    }

    fn file(&mut self, path: &Arc<str>, part: Part, bytes: Vec<u8>, findings: &mut Vec<Finding>) {
        if part == Part::Asset {
            let name = path.strip_prefix("site/").unwrap_or(path);
            self.assets.insert(name.to_owned(), bytes);
            return;
        }
        let text = match Text::new(path, bytes) {
            Ok(text) => text,
            Err(finding) => {
                self.unread.push(Arc::clone(path));
                return findings.push(finding);
            }
        };
        match part {
            Part::Site => self.site = Some(text),
            Part::Bodies => self.bodies = Some(text),
            Part::Measure => self.measures.push(text),
            Part::Source => self.sources.push(text),
            Part::Figures => self.figures.push(text),
            Part::Claims => self.claims.push(text),
            Part::Review => self.reviews.push(text),
            Part::Page => self.pages.push(text),
            Part::Template => {
                let name = path.strip_prefix("templates/").and_then(|name| name.strip_suffix(".hbs"));
                self.templates.extend(name.map(|name| (name.to_owned(), text.text)));
            }
            Part::Asset | Part::Edition => {}
        }
    }
}

/// The text of one of the repository's files, for a report that quotes it. None for anything but a plain file.
#[must_use]
pub fn source_text(root: &Path, path: &str) -> Option<String> {
    let whole = root.join(path);
    let plain =
        fs::symlink_metadata(&whole).is_ok_and(|found| found.is_file() && found.len() <= LARGEST_TABLE);
    plain.then(|| fs::read(&whole).ok()).flatten().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

fn part(path: &str) -> Option<Part> {
    match path {
        "site/site.toml" => return Some(Part::Site),
        "data/bodies.toml" => return Some(Part::Bodies),
        _ => {}
    }
    if path.starts_with("site/assets/") {
        return Some(Part::Asset);
    }
    if path.starts_with("data/editions/") {
        return Some(Part::Edition);
    }
    if path.starts_with("templates/") {
        return path.ends_with(".hbs").then_some(Part::Template);
    }
    FOLDERS.iter().find_map(|(folder, ending, part)| {
        let name = path.strip_prefix(folder)?.strip_prefix('/')?;
        let nested = *part != Part::Figures && name.contains('/');
        (name.rsplit_once('.')?.1 == *ending && !nested).then_some(*part)
    })
}

/// Hidden files and the copies that editors leave beside a file.
fn is_passed_over(entry: &DirEntry) -> bool {
    entry.file_name().to_str().is_some_and(|name| name.starts_with('.') || name.ends_with('~'))
}

fn relative(root: &Path, path: &Path) -> Arc<str> {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/").into()
}

fn refused(path: &Arc<str>, why: &str) -> Finding {
    Finding::input(
        &UNREADABLE_FILE,
        Place::file(path),
        format!("the file cannot be read: {why}"),
        UNREADABLE_FILE.resolve,
    )
}

fn unexpected_file(path: &Arc<str>) -> Finding {
    let known = FOLDERS.iter().find(|(folder, _, _)| path.starts_with(&format!("{folder}/")));
    let help = match known {
        Some((folder, ending, _)) => format!("files in {folder} end in .{ending} and lie directly in it"),
        None => nearest(path, ["data/bodies.toml", "site/site.toml"])
            .map_or_else(|| UNEXPECTED_FILE.resolve.to_owned(), |near| format!("did you mean {near}?")),
    };
    Finding::input(&UNEXPECTED_FILE, Place::file(path), "no part of the format uses this file", help)
}

/// A folder is expected if it is one of ours, leads to one, or lies within one that may hold folders.
fn unexpected_folder(path: &Arc<str>) -> Option<Finding> {
    let open = ["data/figures/", "data/editions/", "site/assets/", "templates/"];
    let known = || FOLDERS.iter().map(|(folder, _, _)| *folder).chain(["site/assets"]);
    let ours = matches!(&**path, "data" | "site" | "templates")
        || known().any(|folder| folder == &**path)
        || open.iter().any(|folder| path.starts_with(folder));
    (!ours).then(|| {
        let help = nearest(path, known())
            .map_or_else(|| UNEXPECTED_FILE.resolve.to_owned(), |near| format!("did you mean {near}?"));
        Finding::input(&UNEXPECTED_FILE, Place::file(path), "no part of the format uses this folder", help)
    })
}
