//! `onrecord release`: freezes the record as the next edition.

#![expect(clippy::disallowed_methods, reason = "the day of a release comes in here, as a value for the rest")]

use super::arguments::ReleaseOptions;
use super::{ExitStatus, check, output};
use crate::pipeline::{self, ReleaseRequest};
use jiff::ToSpan;
use jiff::civil::Date;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

pub(super) fn run(root: &Path, options: &ReleaseOptions) -> ExitStatus {
    let Some(date) = options.date.or_else(day_of_release) else {
        output::message(
            "error: SOURCE_DATE_EPOCH is not a number of seconds\n  help: name the day with --date",
        );
        return ExitStatus::Usage;
    };
    let request = ReleaseRequest { root, note: &options.note, date, as_known_on: options.as_known_on };
    match pipeline::release(&request) {
        Ok(number) => {
            output::message(&format!("Edition {number} is frozen in data/editions/."));
            ExitStatus::Fine
        }
        Err(failure) => check::failed(root, failure),
    }
}

/// The variable of reproducible builds wins over the clock.
fn day_of_release() -> Option<Date> {
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) if !text.is_empty() => text.parse::<u64>().ok()?,
        _ => SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs(),
    };
    let days = i64::try_from(seconds / 86_400).ok()?;
    Date::constant(1970, 1, 1).checked_add(days.days()).ok()
}
