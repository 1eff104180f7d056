//! The floors, and the faults a source has against them.

use crate::files::File;
use crate::paths::{Reach, Way, reaches};
use crate::tokens::{Token, tokens};

/// A folder of the source with one purpose.
pub(crate) struct Room {
    /// It may use the rooms with lower numbers.
    pub(crate) floor: u8,
    pub(crate) name: &'static str,
    pub(crate) purpose: &'static str,
}

/// The rooms from the ground up, and the files that may reach out of the program.
pub(crate) struct House {
    pub(crate) rooms: &'static [Room],
    /// Paths below `src`, of a file without `.rs` or of a folder.
    pub(crate) edges: &'static [&'static str],
}

/// Names under which anything could lie.
const EMPTY_NAMES: [&str; 7] = ["common", "helper", "helpers", "misc", "types", "util", "utils"];

impl House {
    /// Everything that is wrong with a source, as lines to print.
    pub(crate) fn faults(&self, source: &[File]) -> Vec<String> {
        let mut faults = self.rooms_that_differ(source);
        for file in source {
            let tokens = tokens(&file.text);
            faults.extend(opening(file));
            faults.extend(names(file));
            faults.extend(self.reaching_out(file, &tokens));
            faults.extend(self.arrows(file, &tokens));
        }
        faults
    }

    fn floor(&self, name: &str) -> Option<u8> {
        self.rooms.iter().find(|room| room.name == name).map(|room| room.floor)
    }

    /// Rooms of the table without files or without a door, and rooms that the table does not know.
    fn rooms_that_differ(&self, source: &[File]) -> Vec<String> {
        let doors: Vec<&str> =
            source.iter().filter(|f| f.path == "lib.rs").flat_map(|f| doors(&f.text)).collect();
        let mut faults = Vec::new();
        for Room { name, .. } in self.rooms {
            if !source.iter().any(|file| file.path != "lib.rs" && file.room() == *name) {
                faults.push(format!(
                    "`{name}` has no files under src, but a line in the table of tests/house.rs"
                ));
            } else if !doors.contains(name) {
                faults.push(format!("src/lib.rs: the room `{name}` has no `mod` line"));
            }
        }
        let mut unknown: Vec<&str> = source.iter().map(File::room).chain(doors).collect();
        unknown.sort_unstable();
        unknown.dedup();
        unknown.retain(|name| !["lib", "main"].contains(name) && self.floor(name).is_none());
        faults.extend(
            unknown
                .iter()
                .map(|name| format!("`{name}` has no floor: add it to the table of tests/house.rs")),
        );
        faults
    }

    fn arrows(&self, file: &File, tokens: &[Token<'_>]) -> Vec<String> {
        let root = if file.path == "main.rs" { "onrecord" } else { "crate" };
        let depth = if root == "crate" { file.module().len() } else { 1 };
        if file.path == "lib.rs" {
            return Vec::new();
        }
        reaches(tokens, root, depth).iter().filter_map(|reach| self.arrow(file, reach)).collect()
    }

    fn arrow(&self, file: &File, reach: &Reach<'_>) -> Option<String> {
        let (from, to, at) = (file.room(), reach.name, format!("src/{}:{}", file.path, reach.line));
        let Some(there) = self.floor(to) else {
            return Some(format!(
                "{at}: `{to}` is no room: import from the room that defines it, not through `lib.rs`"
            ));
        };
        if reach.way == Way::Climbed {
            return Some(format!("{at}: climbs out of its room: write `crate::{to}`"));
        }
        let here = self.floor(from)?;
        (from != to && there >= here).then(|| {
            format!("{at}: `{from}` (floor {here}) uses `{to}` (floor {there}): arrows run down only")
        })
    }

    /// The exception from the ban on disk, clock and environment: for edges, with a reason.
    fn reaching_out(&self, file: &File, tokens: &[Token<'_>]) -> Option<String> {
        let at = tokens.iter().position(|token| token.text == "disallowed_methods")?;
        let line = tokens.get(at).map_or(0, |token| token.line);
        let stem = file.path.trim_end_matches(".rs");
        let edge =
            self.edges.iter().any(|e| stem == *e || stem.strip_prefix(e).is_some_and(|r| r.starts_with('/')));
        let reason = tokens.iter().skip(at).take_while(|t| t.text != "]").any(|t| t.text == "reason");
        match (edge, reason) {
            (true, true) => None,
            (true, false) => Some(format!("src/{}:{line}: an exception needs its `reason`", file.path)),
            (false, _) => Some(format!(
                "src/{}:{line}: not an edge: only {} reach the disk, the clock or the environment",
                file.path,
                self.edges.join(", ")
            )),
        }
    }
}

/// The modules that `lib.rs` declares.
fn doors(text: &str) -> Vec<&str> {
    let tokens = tokens(text);
    let pairs = tokens.iter().zip(tokens.iter().skip(1));
    pairs.filter(|(word, name)| word.text == "mod" && name.is_word()).map(|(_, name)| name.text).collect()
}

fn opening(file: &File) -> Option<String> {
    let says = file
        .text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("//! "))
        .is_some_and(|w| !w.trim().is_empty());
    (!says).then(|| format!("src/{}:1: the first line says in a `//!` comment what the file is", file.path))
}

fn names(file: &File) -> Vec<String> {
    let module = file.module();
    let empty = module.iter().filter(|name| EMPTY_NAMES.contains(name));
    empty
        .map(|name| format!("src/{}: `{name}` is a name under which anything could lie", file.path))
        .collect()
}
