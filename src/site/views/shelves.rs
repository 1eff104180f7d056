//! The index that needs no script: every measure by the first letter of its title, by topic and by body.

use super::Scene;
use super::lists::Part;
use crate::disclose::{Cleared, Publication};
use crate::model::Measure;
use crate::page::{self, IndexGroup, IndexPage, Link, Section, ShelfPage};
use crate::seek::{slug, sort_key};
use crate::site::routes;
use std::collections::{BTreeMap, BTreeSet};

/// As much of a title as tells where a part of a list begins.
const BEGINNING: usize = 32;

/// By what a list of the index brings measures together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Letter,
    Topic,
    Body,
}

impl By {
    const ALL: [Self; 3] = [Self::Letter, Self::Topic, Self::Body];

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Letter => ("letters", "By letter"),
            Self::Topic => ("topics", "By topic"),
            Self::Body => ("bodies", "By body"),
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Letter => "",
            Self::Topic => "topic/",
            Self::Body => "body/",
        }
    }
}

/// A list of the index.
pub(in crate::site) struct Shelf<'a> {
    by: By,
    title: String,
    /// Its address.
    pub(in crate::site) path: String,
    /// Its measures, by title.
    pub(in crate::site) measures: Vec<&'a Measure>,
}

/// Every list of the index that holds anything.
pub(in crate::site) fn shelves(publication: &Cleared<Publication>) -> Vec<Shelf<'_>> {
    let dataset = publication.record.dataset();
    let mut sorted: Vec<(String, &Measure)> =
        dataset.measures().map(|measure| (sort_key(&measure.title), measure)).collect();
    sorted.sort_by(|(a, first), (b, second)| (a, &first.id).cmp(&(b, &second.id)));
    let mut lists: BTreeMap<(By, String, String), Vec<&Measure>> = BTreeMap::new();
    for (key, measure) in sorted {
        let mut put = |by, title: String| {
            lists.entry((by, sort_key(&title), title)).or_default().push(measure);
        };
        put(By::Letter, letter(&key));
        measure.topic.iter().for_each(|topic| put(By::Topic, topic.clone()));
        measure.responsible.iter().for_each(|body| put(By::Body, dataset.body_name(body).to_owned()));
    }
    let mut taken = BTreeSet::new();
    lists
        .into_iter()
        .map(|((by, _, title), measures)| Shelf {
            by,
            path: address(by, &title, &mut taken),
            title,
            measures,
        })
        .collect()
}

/// The letter under which a title stands.
fn letter(key: &str) -> String {
    match key.chars().next() {
        Some(first) if first.is_numeric() => "0–9".to_owned(),
        Some(first) if first.is_alphabetic() => first.to_uppercase().collect(),
        _ => "Other".to_owned(),
    }
}

/// An address that no other list has: names that differ in accents or signs alone get a number.
fn address(by: By, title: &str, taken: &mut BTreeSet<String>) -> String {
    let name = slug(title);
    let names = std::iter::once(name.clone()).chain((2_usize..).map(|number| format!("{name}-{number}")));
    let mut paths = names.map(|name| routes::shelf(by.folder(), &name));
    let path = paths.find(|path| !taken.contains(path)).unwrap_or_default();
    taken.insert(path.clone());
    path
}

/// The page with every list of the index.
pub(in crate::site) fn index(scene: &Scene<'_>, shelves: &[Shelf<'_>]) -> IndexPage {
    let line = |shelf: &Shelf<'_>| page::Shelf {
        link: Link::new(&*shelf.title, &*shelf.path),
        count: match shelf.measures.len() {
            1 => "1 measure".to_owned(),
            many => format!("{many} measures"),
        },
    };
    let group = |by: By| {
        let (anchor, title) = by.words();
        let shelves: Vec<page::Shelf> = shelves.iter().filter(|shelf| shelf.by == by).map(line).collect();
        IndexGroup { anchor: anchor.to_owned(), title: title.to_owned(), shelves }
    };
    IndexPage {
        frame: scene.frame(routes::INDEX, "A to Z", Section::Measures),
        groups: By::ALL.map(group).into_iter().filter(|group| !group.shelves.is_empty()).collect(),
    }
}

/// A part of a list of the index.
pub(in crate::site) fn shelf(scene: &Scene<'_>, shelf: &Shelf<'_>, part: Part) -> ShelfPage {
    let mut frame = part.frame(scene, &shelf.path, &shelf.title, Section::Measures);
    frame.trail.push(Link::new("A to Z", routes::INDEX));
    let begins = |link: (usize, Link)| match shelf.measures.get(Part::first(link.0)) {
        Some(measure) => Link::new(beginning(&measure.title), link.1.path),
        None => link.1,
    };
    ShelfPage {
        title: shelf.title.clone(),
        parts: part.links(&shelf.path).into_iter().enumerate().map(begins).collect(),
        measures: part
            .take(shelf.measures.iter())
            .into_iter()
            .map(|measure| Link::new(&*measure.title, routes::measure(&measure.id)))
            .collect(),
        frame,
    }
}

/// "People recorded as absconded, by…"
fn beginning(title: &str) -> String {
    match title.char_indices().nth(BEGINNING) {
        None => title.to_owned(),
        Some((end, _)) => {
            let cut = title.get(..end).unwrap_or(title);
            format!("{}…", cut.rsplit_once(' ').map_or(cut, |(words, _)| words))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_under_its_letter_without_accents() {
        for (title, expected) in [("Élan", "E"), ("‘Absconders’", "A"), ("65 staff", "0–9"), ("…", "Other")]
        {
            assert_eq!(letter(&sort_key(title)), expected, "{title}");
        }
    }

    #[test]
    fn names_that_come_to_the_same_address_get_different_ones() {
        let mut taken = BTreeSet::new();
        let mut made = |title: &str| address(By::Topic, title, &mut taken);
        assert_eq!(
            ["Llŷn", "Llyn", "¿", "?"].map(&mut made),
            ["a-z/topic/llyn/", "a-z/topic/llyn-2/", "a-z/topic/other/", "a-z/topic/other-2/"]
        );
    }

    #[test]
    fn a_long_title_is_cut_between_words() {
        assert_eq!(beginning("Staff who trace"), "Staff who trace");
        assert_eq!(beginning("Applications received in Ashby, list 0"), "Applications received in Ashby,…");
    }
}
