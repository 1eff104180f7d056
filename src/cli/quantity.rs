//! `onrecord quantity`: how phrases are read.

use super::arguments::{Format, QuantityOptions};
use super::check::failed;
use super::{ExitStatus, output};
use crate::load;
use crate::pipeline::Failure;
use crate::quantity::view::{self, ReadingView};
use crate::quantity::{Context, Reader, Reading, UnreadablePhrase};
use crate::report::{visible, visible_json};
use std::path::Path;

pub(super) fn run(root: &Path, options: &QuantityOptions) -> ExitStatus {
    let settings = load::settings(root);
    let Some(value) = settings.value else {
        return failed(root, Failure::Input(settings.findings));
    };
    let reader = Reader::new(value.hedges);
    let place = if options.table { Context::table() } else { Context::prose() };
    let context = Context { said: options.said, ..place };
    let (mut readings, mut unreadable) = (Vec::new(), Vec::new());
    for phrase in &options.phrases {
        match reader.read(phrase, &context) {
            Ok(reading) => readings.push(reading),
            Err(error) => unreadable.push((phrase, error)),
        }
    }
    for (phrase, error) in &unreadable {
        output::message(&explain(phrase, error));
    }
    let printed = output::result(&match options.format {
        Format::Human => readings.iter().map(human).collect::<Vec<_>>().join("\n"),
        Format::Json => json(&readings),
    });
    if printed == ExitStatus::Fine && !unreadable.is_empty() { ExitStatus::Input } else { printed }
}

fn json(readings: &[Reading]) -> String {
    let views: Vec<ReadingView> = readings.iter().map(ReadingView::from).collect();
    visible_json(&serde_json::to_string_pretty(&views).unwrap_or_default()) + "\n"
}

/// A phrase must not steer the terminal that its reading is shown on.
fn human(reading: &Reading) -> String {
    view::describe(reading).lines().map(|line| visible(line) + "\n").collect()
}

fn explain(phrase: &str, error: &UnreadablePhrase) -> String {
    let at = phrase.get(error.span.clone()).unwrap_or(phrase);
    format!(
        "error: {} (at “{}” in “{}”)\n  help: {}",
        visible(&error.message),
        visible(at),
        visible(phrase),
        error.help
    )
}
