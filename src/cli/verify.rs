//! `onrecord verify`: the chain of editions and every file in it, or every file of a built site.

use super::{ExitStatus, check, output};
use crate::pipeline::{self, Failure, Verified, VerifyRequest};
use std::path::Path;

pub(super) fn run(root: &Path, key: Option<&str>) -> ExitStatus {
    told(&VerifyRequest { root, is_site: false, key })
}

pub(super) fn site(folder: &Path, key: Option<&str>) -> ExitStatus {
    if !folder.is_dir() {
        output::message(&format!("error: {}: there is no such folder", folder.display()));
        return ExitStatus::Usage;
    }
    told(&VerifyRequest { root: folder, is_site: true, key })
}

fn told(request: &VerifyRequest<'_>) -> ExitStatus {
    match pipeline::verify(request) {
        Ok(verified) => output::result(&in_words(verified, request.key.is_some())),
        Err(Failure::Input(findings)) => match check::failed(request.root, Failure::Input(findings)) {
            ExitStatus::Input => ExitStatus::Findings,
            other => other,
        },
        Err(failure) => check::failed(request.root, failure),
    }
}

fn in_words(Verified { editions, files }: Verified, signed: bool) -> String {
    let mut text = match editions {
        0 => "There are no editions yet.\n".to_owned(),
        _ => format!("{}, every file as it was released.\n", output::counted(editions, "edition")),
    };
    if signed && editions > 0 {
        text.push_str("Each edition is signed with this key.\n");
    }
    if let Some(files) = files {
        text.push_str(&format!("{} of the site, each as it was built.\n", output::counted(files, "file")));
    }
    text
}
