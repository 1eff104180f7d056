//! `onrecord build`: the site.

use super::arguments::BuildOptions;
use super::output::counted;
use super::{ExitStatus, check, output};
use crate::pipeline::{self, BuildRequest};
use std::path::Path;

pub(super) fn run(root: &Path, options: &BuildOptions) -> ExitStatus {
    let out = if root == Path::new(".") { options.out.clone() } else { root.join(&options.out) };
    let request = BuildRequest { root, out: &out, as_known_on: options.as_known_on };
    match pipeline::build(&request) {
        Ok(built) => {
            output::message(&format!(
                "{} in {}: {}, {}, {}.",
                counted(built.files, "file"),
                out.display(),
                counted(built.measures, "measure"),
                counted(built.sources, "source"),
                counted(built.findings, "finding"),
            ));
            output::disclosure(&built.disclosure);
            ExitStatus::Fine
        }
        Err(failure) => check::failed(root, failure),
    }
}
