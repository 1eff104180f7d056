//! Writes a synthetic repository of any size, to measure with:
//! `cargo run --release --example corpus -- --measures 10000 --out corpus`.

mod repository;

use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;

/// Writes a synthetic repository: the same bytes for the same number of measures, on any machine.
#[derive(Parser)]
struct Arguments {
    /// How many measures.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    measures: u32,
    /// The folder to write: a new one, an empty one, or one that this program made before.
    #[arg(long)]
    out: PathBuf,
}

#[allow(clippy::print_stderr, reason = "this is a program's edge")]
fn main() -> ExitCode {
    let Arguments { measures, out } = Arguments::parse();
    match repository::write_to(&out, measures) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}: {error}", out.display());
            ExitCode::from(4)
        }
    }
}
