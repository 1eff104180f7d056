//! The command as a user meets it: whole small repositories, the built binary, its words and its files.
//!
//! One file of stories a command, in `tests/command/`; how to tell one is in `tests/README.md`.

#![expect(clippy::disallowed_methods, reason = "stories happen on the disk")]
#![expect(clippy::panic, reason = "a story that goes wrong stops there, with all it knows")]
#![expect(clippy::unwrap_used, reason = "the same, where the disk or a process fails the story itself")]

#[allow(dead_code, reason = "no story needs every step")]
mod story;

#[path = "command/build.rs"]
mod build;
#[path = "command/change_notes.rs"]
mod change_notes;
#[path = "command/check.rs"]
mod check;
#[path = "command/cite.rs"]
mod cite;
#[path = "command/cite_files.rs"]
mod cite_files;
#[path = "command/diff.rs"]
mod diff;
#[path = "command/disclose.rs"]
mod disclose;
#[path = "command/explain.rs"]
mod explain;
#[path = "command/export.rs"]
mod export;
#[path = "command/feeds.rs"]
mod feeds;
#[path = "command/formats.rs"]
mod formats;
#[path = "command/harness.rs"]
mod harness;
#[path = "command/help.rs"]
mod help;
#[path = "command/hostile.rs"]
mod hostile;
#[path = "command/import.rs"]
mod import;
#[path = "command/import_csv.rs"]
mod import_csv;
#[path = "command/import_spreadsheet.rs"]
mod import_spreadsheet;
#[cfg(unix)]
#[path = "command/interrupted.rs"]
mod interrupted;
#[path = "command/mistakes.rs"]
mod mistakes;
#[path = "command/opened.rs"]
mod opened;
#[path = "command/patch.rs"]
mod patch;
#[path = "command/personal.rs"]
mod personal;
#[path = "command/place.rs"]
mod place;
#[path = "command/quantity.rs"]
mod quantity;
#[path = "command/questions.rs"]
mod questions;
#[path = "command/read_aloud.rs"]
mod read_aloud;
#[path = "command/release.rs"]
mod release;
#[path = "command/root.rs"]
mod root;
#[path = "command/template.rs"]
mod template;
#[path = "command/verify.rs"]
mod verify;
#[path = "command/withheld.rs"]
mod withheld;
