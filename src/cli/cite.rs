//! `onrecord cite check`: do the citations in documents still stand?

use super::arguments::{CiteCheckOptions, Format};
use super::{ExitStatus, check, output};
use crate::load;
use crate::pipeline::{self, Document};
use crate::report::{citations, visible};
use std::path::Path;

pub(super) fn run(root: &Path, options: &CiteCheckOptions) -> ExitStatus {
    let mut documents = Vec::new();
    let mut missing = false;
    for path in &options.files {
        let name = path.display().to_string();
        match load::document(path) {
            Ok(bytes) => documents.push(Document { name, bytes }),
            Err(why) => {
                output::message(&format!("error: {}: {why}", visible(&name)));
                missing = true;
            }
        }
    }
    if missing {
        return ExitStatus::Disk;
    }
    let found = match pipeline::cite_check(root, &documents) {
        Ok(found) => found,
        Err(failure) => return check::failed(root, failure),
    };
    let printed = output::result(&match options.format {
        Format::Human => citations::human(&found.checked, documents.len()),
        Format::Json => citations::json(&found.checked, &found.unreadable),
    });
    for (name, why) in &found.unreadable {
        output::message(&format!("error: {}: {why}\n  help: {KINDS}", visible(name)));
    }
    match printed {
        ExitStatus::Fine if !found.unreadable.is_empty() => ExitStatus::Input,
        ExitStatus::Fine if !found.checked.iter().all(|citation| citation.is_sound()) => ExitStatus::Findings,
        printed => printed,
    }
}

const KINDS: &str = "documents that end in .md, .html, .txt, .tex, .bib or .docx are read, in UTF-8";
