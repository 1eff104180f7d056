//! The command line: one file per command.

mod arguments;
mod build;
mod check;
mod cite;
mod csv;
mod diff;
mod disclose;
mod explain;
mod export;
mod import;
mod output;
mod patch;
mod quantity;
mod questions;
mod release;
mod spreadsheet;
mod status;
mod table;
mod template;
mod verify;

pub use status::ExitStatus;

use arguments::{Arguments, CiteCommand, Command, VerifyOptions};
use clap::Parser;
use std::ffi::OsString;

/// Runs the command with the given arguments, the name of the program first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitStatus {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return output::usage(&error),
    };
    let root = arguments.root;
    match arguments.command {
        Command::Quantity(options) => quantity::run(&root, &options),
        Command::Explain(options) => explain::run(&options),
        Command::Template(options) => template::run(&options),
        Command::Verify(VerifyOptions { site: Some(site), key }) => verify::site(&site, key.as_deref()),
        Command::Diff(options) => diff::run(&root, &options),
        Command::Patch(options) => patch::run(&options),
        Command::Disclose(options) => disclose::run(&options),
        _ if !root.is_dir() => {
            output::message(&format!(
                "error: {}: there is no such folder\n  help: name the publisher's repository with --root, or run the command in it",
                root.display()
            ));
            ExitStatus::Usage
        }
        Command::Build(options) => build::run(&root, &options),
        Command::Check(options) => check::run(&root, &options),
        Command::Cite(CiteCommand::Check(options)) => cite::run(&root, &options),
        Command::Export(options) => export::run(&root, &options),
        Command::Import(command) => import::run(&root, &command),
        Command::Questions(options) => questions::run(&root, &options),
        Command::Release(options) => release::run(&root, &options),
        Command::Verify(options) => verify::run(&root, options.key.as_deref()),
    }
}
