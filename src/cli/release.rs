//! `onrecord release`: freezes the record as the next edition.

#![expect(clippy::disallowed_methods, reason = "the day of a release comes in here, as a value for the rest")]

use super::arguments::ReleaseOptions;
use super::{ExitStatus, check, output};
use crate::pipeline::{self, ReleaseRequest};
use jiff::Span;
use jiff::civil::Date;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

pub(super) fn run(root: &Path, options: &ReleaseOptions) -> ExitStatus {
    let date = match options.date.map_or_else(day_of_release, Ok) {
        Ok(date) => date,
        Err(why) => {
            output::message(&format!("error: {why}\n  help: name the day with --date"));
            return ExitStatus::Usage;
        }
    };
    let request = ReleaseRequest { root, note: &options.note, date, as_known_on: options.as_known_on };
    match pipeline::release(&request) {
        Ok(frozen) => {
            output::message(&format!("Edition {} is frozen in data/editions/.", frozen.number));
            output::disclosure(&frozen.disclosure);
            ExitStatus::Fine
        }
        Err(failure) => check::failed(root, failure),
    }
}

/// The variable of reproducible builds wins over the clock.
fn day_of_release() -> Result<Date, String> {
    match std::env::var_os("SOURCE_DATE_EPOCH").filter(|text| !text.is_empty()) {
        Some(text) => {
            let seconds = text.to_str().and_then(seconds).and_then(day);
            seconds.ok_or_else(|| {
                format!(
                    "SOURCE_DATE_EPOCH is not a number of seconds since 1970: “{}”",
                    text.to_string_lossy().escape_debug()
                )
            })
        }
        None => {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).ok();
            since
                .and_then(|time| day(time.as_secs()))
                .ok_or_else(|| "the clock stands before 1970".to_owned())
        }
    }
}

/// Digits and nothing else: `parse` would take a sign as well.
fn seconds(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn day(seconds: u64) -> Option<Date> {
    let days = i64::try_from(seconds / 86_400).ok()?;
    Date::constant(1970, 1, 1).checked_add(Span::new().try_days(days).ok()?).ok()
}
