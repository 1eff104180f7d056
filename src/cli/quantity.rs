//! `onrecord quantity`: how phrases are read.

use super::arguments::{Format, QuantityOptions};
use super::{ExitStatus, output};
use crate::quantity::view::{self, ReadingView};
use crate::quantity::{Context, HedgeWidths, Reader, Reading, UnreadablePhrase};

pub(super) fn run(options: &QuantityOptions) -> ExitStatus {
    let reader = Reader::new(HedgeWidths::default());
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
        Format::Human => readings.iter().map(view::describe).collect::<Vec<_>>().join("\n"),
        Format::Json => json(&readings),
    });
    if printed == ExitStatus::Fine && !unreadable.is_empty() { ExitStatus::Input } else { printed }
}

fn json(readings: &[Reading]) -> String {
    let views: Vec<ReadingView> = readings.iter().map(ReadingView::from).collect();
    serde_json::to_string_pretty(&views).unwrap_or_default() + "\n"
}

fn explain(phrase: &str, error: &UnreadablePhrase) -> String {
    let at = phrase.get(error.span.clone()).unwrap_or(phrase);
    format!("error: {} (at “{}” in “{}”)\n  help: {}", error.message, safe(at), safe(phrase), error.help)
}

/// Control characters shown, so that a phrase cannot steer the terminal.
fn safe(text: &str) -> String {
    text.chars().flat_map(|c| if c.is_control() { c.escape_unicode().collect() } else { vec![c] }).collect()
}
