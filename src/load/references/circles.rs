//! Sources that repeat one another in a circle, or are known only through one another.

use super::Found;
use crate::finding::Finding;
use crate::load::codes::CIRCLE;
use crate::load::declare::Declared;
use crate::load::document::{Mention, Named};
use crate::model::{Place, Source, SourceId};

/// The sources that a source points to in one of the ways.
type Arrows = fn(&Source) -> &[SourceId];

/// A leak may be known only through a report that has the leak as its origin: the two ways are held apart.
pub(super) fn check(declared: &Declared, mentions: &[Mention], found: &mut Found) {
    let ways: [(&str, Arrows); 2] =
        [("repeats", |source| &source.origin), ("is known only through", |source| &source.reported_by)];
    for (verb, next) in ways {
        let mut walk =
            Walk { declared, next, marks: vec![Mark::New; declared.sources.len()], circles: Vec::new() };
        (0..declared.sources.len()).for_each(|start| walk.from(start));
        for circle in &walk.circles {
            note(declared, mentions, verb, circle, found);
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    /// On the path that is being walked.
    Open,
    Done,
}

/// A walk along the arrows between sources. It keeps its own stack, so that no chain is too long for it.
struct Walk<'d> {
    declared: &'d Declared,
    next: Arrows,
    marks: Vec<Mark>,
    circles: Vec<Vec<usize>>,
}

impl Walk<'_> {
    fn from(&mut self, start: usize) {
        // The sources on the path, each with the number of its arrows that were followed.
        let mut path: Vec<(usize, usize)> = Vec::new();
        self.enter(start, &mut path);
        while let Some((source, followed)) = path.last_mut() {
            let arrow = *followed;
            *followed += 1;
            let source = *source;
            match self.target(source, arrow) {
                Target::At(target) => self.follow(target, &mut path),
                Target::Nowhere => {}
                Target::End => {
                    self.mark(source, Mark::Done);
                    path.pop();
                }
            }
        }
    }

    fn follow(&mut self, target: usize, path: &mut Vec<(usize, usize)>) {
        match self.marks.get(target) {
            Some(Mark::New) => self.enter(target, path),
            Some(Mark::Open) => {
                let start = path.iter().position(|(source, _)| *source == target).unwrap_or_default();
                self.circles.push(path.iter().skip(start).map(|(source, _)| *source).collect());
            }
            Some(Mark::Done) | None => {}
        }
    }

    fn enter(&mut self, source: usize, path: &mut Vec<(usize, usize)>) {
        if self.marks.get(source) == Some(&Mark::New) {
            self.mark(source, Mark::Open);
            path.push((source, 0));
        }
    }

    fn mark(&mut self, source: usize, mark: Mark) {
        if let Some(slot) = self.marks.get_mut(source) {
            *slot = mark;
        }
    }

    fn target(&self, source: usize, arrow: usize) -> Target {
        let sources = &self.declared.sources;
        let arrows = sources.get(source).map(|draft| (self.next)(&draft.value)).unwrap_or_default();
        let Some(id) = arrows.get(arrow) else { return Target::End };
        match sources.binary_search_by(|draft| draft.value.id.cmp(id)) {
            Ok(target) => Target::At(target),
            Err(_) => Target::Nowhere,
        }
    }
}

enum Target {
    At(usize),
    /// The source is not declared, which is noted elsewhere.
    Nowhere,
    /// There are no more arrows.
    End,
}

fn note(declared: &Declared, mentions: &[Mention], verb: &str, circle: &[usize], found: &mut Found) {
    let mut ids: Vec<&str> = circle
        .iter()
        .filter_map(|at| declared.sources.get(*at))
        .map(|draft| draft.value.id.as_str())
        .collect();
    let least = ids.iter().enumerate().min_by_key(|(_, id)| **id).map_or(0, |(at, _)| at);
    ids.rotate_left(least);
    let [first, rest @ ..] = ids.as_slice() else { return };
    let Some(place) = place(mentions, first, rest.first().unwrap_or(first)) else { return };
    let chain: Vec<String> = rest.iter().chain([first]).map(|id| format!("“{id}”")).collect();
    let message = format!("“{first}” {verb} {}", chain.join(&format!(", which {verb} ")));
    let help = CIRCLE.resolve;
    found.add(Finding::input(&CIRCLE, place, message, help));
}

/// Where one source names another.
fn place(mentions: &[Mention], from: &str, to: &str) -> Option<Place> {
    let path = format!("data/sources/{from}.md");
    let mention = mentions
        .iter()
        .find(|mention| mention.named == Named::Source && mention.id == to && *mention.place.path == *path)?;
    Some(mention.place.clone())
}
