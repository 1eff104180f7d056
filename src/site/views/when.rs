//! Dates for readers: in words, with the form machines read beside them.

use crate::page::When;
use crate::period::{PartialDate, Timing};

pub(super) fn date(date: PartialDate) -> When {
    When { words: date.words(), iso: Some(date.to_string()) }
}

pub(super) fn timing(timing: &Timing) -> When {
    let iso = match timing {
        Timing::AsOf(date) => Some(date.to_string()),
        Timing::During(_) | Timing::NotStated => None,
    };
    When { words: timing.words(), iso }
}
