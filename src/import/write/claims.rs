//! Positions as files of `data/claims/`.

use super::grouped;
use super::toml_text::{key, list};
use crate::import::Draft;
use crate::model::{Position, SourceId};

/// So many positions are in one file, which is read only up to a size.
const IN_A_FILE: usize = 2_000;

/// The files of a draft: path and text. A source that is left alone gets no claims.
pub(super) fn texts(draft: &Draft, sound: impl Fn(&SourceId) -> bool) -> Vec<(String, String)> {
    let named = draft.positions.iter().filter(|position| sound(&position.source));
    grouped(named.map(|position| (position.source.to_string(), position)))
        .into_iter()
        .flat_map(|(source, positions)| files(&source, &positions))
        .collect()
}

fn files(source: &str, positions: &[&Position]) -> Vec<(String, String)> {
    let path = |number: usize| match number {
        1 => format!("data/claims/{source}.toml"),
        _ => format!("data/claims/{source}-{number}.toml"),
    };
    let parts = positions.chunks(IN_A_FILE).zip(1..);
    parts.map(|(positions, number)| (path(number), file(positions))).collect()
}

fn file(positions: &[&Position]) -> String {
    let mut text = String::from("format = 1\n");
    for position in positions {
        text.push_str("\n[[position]]\n");
        let ids = |all: &[crate::model::FigureId]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
        key(&mut text, "id", Some(position.id.as_str()));
        key(&mut text, "source", Some(position.source.as_str()));
        key(&mut text, "body", position.body.as_ref().map(|body| body.as_str()));
        key(&mut text, "stance", Some(position.stance.name()));
        list(&mut text, "on", &ids(&position.on));
        list(&mut text, "measures", &position.measures.iter().map(ToString::to_string).collect::<Vec<_>>());
        key(&mut text, "compared_with", position.compared_with.as_ref().map(|id| id.as_str()));
        key(&mut text, "value", position.value.as_ref().map(|id| id.as_str()));
        key(&mut text, "words", position.words.as_deref());
    }
    text
}
