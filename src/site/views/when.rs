//! Dates for readers: in words, with the form machines read beside them.

use crate::model::Source;
use crate::page::When;
use crate::period::{PartialDate, Timing};

pub(super) fn date(date: PartialDate) -> When {
    When { words: date.words(), iso: Some(date.to_string()) }
}

/// When a source was said and made public: "said 12 May 2025, first reported 2 June 2025". A date alone does not tell
/// which of them it is.
pub(super) fn dated(source: &Source) -> Option<When> {
    let public = match (source.published, source.reported) {
        (Some(published), _) => Some(("published", published)),
        (None, reported) => reported.map(|reported| ("first reported", reported)),
    };
    match (source.said, public) {
        (Some(said), Some((how, public))) if said != public => {
            Some(When { words: format!("said {}, {how} {}", said.words(), public.words()), iso: None })
        }
        (Some(said), _) => Some(named("said", said)),
        (None, public) => public.map(|(how, public)| named(how, public)),
    }
}

fn named(how: &str, date: PartialDate) -> When {
    When { words: format!("{how} {}", date.words()), iso: Some(date.to_string()) }
}

pub(super) fn timing(timing: &Timing) -> When {
    let iso = match timing {
        Timing::AsOf(date) => Some(date.to_string()),
        Timing::During(_) | Timing::NotStated => None,
    };
    When { words: timing.words(), iso }
}
