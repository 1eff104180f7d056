//! `onrecord build`: the site.

use super::arguments::BuildOptions;
use super::{ExitStatus, check, output};
use crate::pipeline::{self, BuildRequest};
use std::path::Path;

pub(super) fn run(root: &Path, options: &BuildOptions) -> ExitStatus {
    let out = if options.out.is_absolute() { options.out.clone() } else { root.join(&options.out) };
    let request = BuildRequest { root, out: &out, as_known_on: options.as_known_on };
    match pipeline::build(&request) {
        Ok(built) => {
            output::message(&format!(
                "{} files in {}: {} measures, {} sources, {} findings.",
                built.files,
                out.display(),
                built.measures,
                built.sources,
                built.findings
            ));
            ExitStatus::Fine
        }
        Err(failure) => check::failed(root, failure),
    }
}
