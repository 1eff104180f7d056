//! Findings for people: what was found, the line where it was written, why, and what to do.

use super::visible::{quoted, visible};
use super::{Colour, SourceLines, Tally, worst_first};
use crate::finding::{Finding, Nature, Severity};
use crate::model::Place;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Padding, Renderer, Snippet};
use std::ops::Range;

/// The width to which text is wrapped.
const WIDTH: usize = 100;
/// Columns that the renderer puts before a message.
const MARGIN: usize = 8;
/// Places shown of one finding; the rest are counted.
const PLACES: usize = 6;

/// Writes findings for people, worst first, with a closing line that counts them.
#[must_use]
pub fn render(findings: &[Finding], lines: &SourceLines, colour: Colour) -> String {
    let renderer = match colour {
        Colour::Never => Renderer::plain(),
        Colour::Always => Renderer::styled(),
    };
    let renderer = renderer.term_width(WIDTH).decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for finding in worst_first(findings) {
        text += renderer.render(&[group(finding, lines)]).trim_end();
        text += "\n\n";
    }
    text + &Tally::of(findings).words() + "\n"
}

fn group<'a>(finding: &Finding, lines: &SourceLines) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let id = format!("{} {}", finding.code, finding.name);
    let room = WIDTH.saturating_sub(finding.severity.name().len() + id.len() + MARGIN);
    let title = level.primary_title(wrapped(&finding.title, room.max(WIDTH / 2))).id(id);
    let shown = |place: &Place, index| match finding.nature {
        // The line may hold the very value that is not to be read.
        Nature::Disclosure => origin(place).into(),
        _ => element(place, index, lines),
    };
    let places = finding.locations.iter().zip(0..PLACES).map(|(place, index)| shown(place, index));
    let notes = notes(finding);
    let gap = (!notes.is_empty() && !finding.locations.is_empty()).then_some(Element::from(Padding));
    Group::with_title(title).elements(places).elements(gap).elements(notes)
}

/// The line with the words at fault underlined, where its text is at hand; else the path alone.
fn element<'a>(place: &Place, index: usize, lines: &SourceLines) -> Element<'a> {
    let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
    let quoted = lines.at(place).and_then(|line| match place.column {
        0 => quoted_whole(line),
        column => quoted(line, column, place.length),
    });
    let Some((line, span)) = quoted else { return origin(place).into() };
    let snippet = Snippet::source(line).path(visible(&place.path)).line_start(place.line as usize);
    snippet.annotation(kind.span(span)).into()
}

fn origin<'a>(place: &Place) -> Origin<'a> {
    let mut origin = Origin::path(visible(&place.path));
    if place.line > 0 {
        origin = origin.line(place.line as usize);
    }
    if place.column > 0 {
        origin = origin.char_column(place.column as usize);
    }
    origin
}

/// The whole of a line but its indent, underlined.
fn quoted_whole(line: &str) -> Option<(String, Range<usize>)> {
    let indent = line.chars().take_while(|c| c.is_whitespace()).count();
    let length = line.trim().chars().count();
    quoted(line, u32::try_from(indent + 1).ok()?, u32::try_from(length).ok()?)
}

/// Everything said of a finding below its place.
fn notes<'a>(finding: &Finding) -> Vec<Element<'a>> {
    let hidden = finding.locations.len().saturating_sub(PLACES);
    let mut notes = Vec::new();
    let mut say = |name: Option<&'static str>, text: &str| {
        let label = name.map_or(0, |name| name.len() + 2);
        let level = name.map_or(Level::NOTE.no_name(), |name| Level::NOTE.with_name(name));
        notes.push(level.message(wrapped(text, WIDTH - MARGIN - label)).into());
    };
    if hidden > 0 {
        let places = if hidden == 1 { "place" } else { "places" };
        say(None, &format!("and {hidden} more {places}"));
    }
    if finding.message != finding.title {
        say(None, &finding.message);
    }
    finding.arithmetic.iter().for_each(|line| say(Some("arithmetic"), line));
    finding.assumptions.iter().for_each(|text| say(Some("assuming"), text));
    for cause in &finding.causes {
        say(Some("likely cause"), &format!("{}: {}", cause.cause.words(), cause.explanation));
    }
    finding.settles.iter().for_each(|text| say(Some("would settle it"), text));
    if let Some(review) = &finding.review {
        say(Some(review.state), &format!("{} ({}, {})", review.text, review.by, review.date));
    }
    finding.help.iter().for_each(|text| say(Some("help"), text));
    notes
}

/// Text made visible and broken between words. A line break in it counts as a space.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']).map(visible) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines.join("\n")
}
