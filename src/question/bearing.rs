//! What the body has said of the measure so far, and under which reference.

use super::draft::Said;
use super::ground::Ground;
use super::matter::Matter;
use crate::model::{Figure, Position, Source, SourceId, SourceKind};
use std::collections::BTreeMap;

/// A source of the body that bears on the question.
pub(super) struct Bearing<'a> {
    pub(super) source: &'a Source,
    pub(super) said: Said,
}

/// The most sources that are told of.
const MOST: usize = 6;
/// The most figures of one source that are told of.
const MOST_FIGURES: usize = 3;

/// The answers, responses and statements of the body, the latest first.
pub(super) fn bearing<'a>(ground: &Ground<'a>, matter: &Matter<'a>) -> Vec<Bearing<'a>> {
    let Some(body) = matter.body else { return Vec::new() };
    let dataset = ground.record.dataset();
    let mut in_sources: BTreeMap<&SourceId, (Vec<&Figure>, Vec<&Position>)> = BTreeMap::new();
    for figure in dataset.figures_of(&matter.measure.id) {
        in_sources.entry(&figure.source).or_default().0.push(figure);
    }
    for position in ground.positions_on(&matter.measure.id) {
        in_sources.entry(&position.source).or_default().1.push(position);
    }
    let of_body = in_sources.into_iter().filter_map(|(id, words)| Some((dataset.source(id)?, words)));
    let mut bearing: Vec<Bearing<'_>> = of_body
        .filter(|(source, _)| source.body.as_ref() == Some(&body.id) && source.kind.is_publication())
        .map(|(source, (figures, positions))| Bearing {
            said: said(ground, source, &figures, &positions),
            source,
        })
        .collect();
    bearing.sort_by_key(|one| {
        let date = one.source.public_date().map(|date| date.latest());
        (std::cmp::Reverse(date), one.source.id.clone())
    });
    bearing.truncate(MOST);
    bearing
}

/// The latest answer in Parliament with its number, and the latest FOI response with its reference.
pub(super) fn latest<'b, 'a>(
    bearing: &'b [Bearing<'a>],
    kind: SourceKind,
) -> Option<(&'b Bearing<'a>, &'a str)> {
    let of_kind = bearing.iter().filter(|one| one.source.kind == kind);
    of_kind.filter_map(|one| Some((one, one.source.reference.as_deref()?))).next()
}

fn said(ground: &Ground<'_>, source: &Source, figures: &[&Figure], positions: &[&Position]) -> Said {
    let taken = positions.iter().map(|position| {
        let quoted = position.words.as_ref().map_or(String::new(), |words| format!(" (“{words}”)"));
        format!("{}{quoted}", position.stance.words())
    });
    let mut words: Vec<String> =
        figures.iter().take(MOST_FIGURES).map(|figure| gave(ground, figure)).chain(taken).collect();
    match figures.len().saturating_sub(MOST_FIGURES) {
        0 => {}
        1 => words.push("gave 1 more figure".to_owned()),
        more => words.push(format!("gave {more} more figures")),
    }
    Said {
        source: source.id.clone(),
        title: source.title.clone(),
        reference: source.reference.clone(),
        words: words.join("; "),
    }
}

/// "gave “c.65 staff” for May 2024". Of a small count only that it was given.
fn gave(ground: &Ground<'_>, figure: &Figure) -> String {
    let timing = ground.record.lineage().timing(figure);
    let labels = ground.labels(figure);
    let labels = if labels.is_empty() { labels } else { format!(" ({labels})") };
    let time = timing.earliest().map_or(labels.clone(), |_| format!(" for {}{labels}", timing.words()));
    match figure.reading().no_value() {
        Some(reason) => format!("answered “{}” ({}){time}", figure.reported, reason.words()),
        None if ground.is_guarded(figure) => format!("gave a small count{time}"),
        None => format!("gave “{}”{time}", figure.reported),
    }
}
