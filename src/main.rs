//! The command: parse, run, exit.

use std::process::ExitCode;

fn main() -> ExitCode {
    onrecord::cli::run(std::env::args_os()).into()
}
