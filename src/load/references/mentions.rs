//! Ids that are mentioned and must be declared.

use super::{Found, Gathered};
use crate::finding::{Finding, nearest};
use crate::load::codes::UNKNOWN_ID;
use crate::load::declare::{Declared, Standing};
use crate::load::document::{Mention, Named};
use std::collections::BTreeMap;

/// The nearest of many thousand names takes a while to find, so only the first unknown ids get a suggestion.
const SUGGESTIONS: usize = 200;

pub(super) fn check(gathered: &Gathered, mentions: &[Mention], found: &mut Found) {
    let known: BTreeMap<Named, Known<'_>> = [Named::Measure, Named::Source, Named::Body, Named::Figure]
        .into_iter()
        .map(|named| (named, Known::of(named, gathered)))
        .collect();
    let mut helps: BTreeMap<(Named, &str), String> = BTreeMap::new();
    for Mention { named, id, place } in mentions {
        if known.get(named).is_none_or(|known| known.may_hold(id)) {
            continue;
        }
        let suggest = helps.len() < SUGGESTIONS;
        let help =
            helps.entry((*named, id)).or_insert_with(|| help(*named, id, &known, suggest.then_some(())));
        let message = format!("there is no {} “{id}”", named.word());
        found.add(Finding::input(&UNKNOWN_ID, place.clone(), message, help.clone()));
    }
}

/// The ids of one kind, in order.
struct Known<'g> {
    ids: Vec<&'g str>,
    missing: Missing,
}

/// Which ids of a kind may be declared without being known, because of mistakes where they are declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::load) enum Missing {
    None,
    /// Ids that rows get from what they say.
    Derived,
    Any,
}

impl<'g> Known<'g> {
    fn of(named: Named, gathered: &'g Gathered) -> Self {
        let Declared { bodies, measures, sources } = &gathered.declared;
        let (mut ids, missing): (Vec<&str>, Missing) = match named {
            Named::Measure => (measures.iter().map(|draft| draft.value.id.as_str()).collect(), Missing::None),
            Named::Source => (sources.iter().map(|draft| draft.value.id.as_str()).collect(), Missing::None),
            Named::Body => {
                let ids = bodies.bodies.iter().map(|body| &body.id).chain(&bodies.meant);
                let missing = if bodies.standing == Standing::Sound { Missing::None } else { Missing::Any };
                (ids.map(|id| id.as_str()).collect(), missing)
            }
            Named::Figure => {
                let files = gathered.figures.iter();
                let missing = files.clone().map(|file| file.missing).max().unwrap_or(Missing::None);
                let ids =
                    files.flat_map(|file| file.figures.iter().map(|figure| &figure.id).chain(&file.broken));
                (ids.map(|id| id.as_str()).collect(), missing)
            }
        };
        ids.sort_unstable();
        Self { ids, missing }
    }

    /// Whether an id is known, or might be declared where mistakes are.
    fn may_hold(&self, id: &str) -> bool {
        match self.missing {
            Missing::Any => true,
            Missing::Derived if id.contains("--") => true,
            Missing::Derived | Missing::None => self.ids.binary_search(&id).is_ok(),
        }
    }
}

fn help(named: Named, id: &str, known: &BTreeMap<Named, Known<'_>>, suggest: Option<()>) -> String {
    let near = suggest.and_then(|()| nearest(id, known.get(&named)?.ids.iter().copied()));
    if let Some(near) = near {
        return format!("did you mean “{near}”?");
    }
    let other = known.iter().find(|(other, known)| **other != named && known.ids.binary_search(&id).is_ok());
    match other {
        Some((other, _)) => format!("“{id}” is a {}, and a {} is needed here", other.word(), named.word()),
        None => declare(named, id),
    }
}

/// How a thing is declared.
fn declare(named: Named, id: &str) -> String {
    match named {
        Named::Measure => format!("declare it in data/measures/{id}.toml"),
        Named::Source => format!("declare it in data/sources/{id}.md"),
        Named::Body => "declare it in data/bodies.toml".to_owned(),
        Named::Figure => "give a row of data/figures/ this id".to_owned(),
    }
}
