//! The command as a user meets it: whole small repositories, the built binary, its words and its files.
//!
//! One file of stories a command, in `tests/command/`; how to tell one is in `tests/README.md`.

#![expect(clippy::disallowed_methods, reason = "stories happen on the disk")]
#![expect(clippy::panic, reason = "a story that goes wrong stops there, with all it knows")]

#[allow(dead_code, reason = "no story needs every step")]
mod story;

#[path = "command/formats.rs"]
mod formats;
#[path = "command/harness.rs"]
mod harness;
