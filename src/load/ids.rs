//! Ids: what is wrong with one, and the ids of files.

use super::codes::BAD_ID;
use super::faults::Faults;
use crate::model::{Place, SlugError};
use std::sync::Arc;

/// What is wrong with an id, and what to write instead.
pub(super) fn bad_id(text: &str, error: SlugError) -> (String, String) {
    let help = match error.suggestion {
        Some(suggestion) => format!("did you mean “{suggestion}”?"),
        None => "use small letters a to z, digits and hyphens, at most 80 characters".to_owned(),
    };
    (format!("“{text}” cannot be an id: {}", error.message), help)
}

/// The id that text which cannot be one was most likely meant to be.
pub(super) fn meant<T>(text: &str, new: fn(&str) -> Result<T, SlugError>) -> Option<T> {
    new(&new(text).err()?.suggestion?).ok()
}

/// The id that the name of a file gives. For a bad name, which is noted, the nearest id, so that the rest of the
/// file is still read.
pub(super) fn of_file<T>(
    path: &Arc<str>,
    new: fn(&str) -> Result<T, SlugError>,
    faults: &mut Faults,
) -> Option<T> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    new(stem).map_or_else(
        |error| {
            let instead = error.suggestion.clone();
            let (message, help) = bad_id(stem, error);
            faults.error(
                &BAD_ID,
                Place::file(path),
                message,
                help.replace("did you mean", "rename the file to"),
            );
            instead.and_then(|instead| new(&instead).ok())
        },
        Some,
    )
}
