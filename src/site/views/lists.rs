//! The plain pages: the list of measures, downloads, authored pages, and the page for what is not there.

use super::{Scene, headline};
use crate::model::Measure;
use crate::page::{
    AuthoredPage, Download, DownloadGroup, DownloadsPage, Frame, Html, Link, MeasureGroup, MeasureList,
    NotFoundPage, Section,
};
use crate::site::routes;
use std::collections::BTreeMap;

/// The most entries on one page of a list.
pub(in crate::site) const MOST: usize = 200;

/// A long list falls into parts. The first has the address of the list itself.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct Part {
    /// Its number, from 0.
    pub(in crate::site) index: usize,
    /// How many entries the whole list has.
    pub(in crate::site) entries: usize,
}

impl Part {
    /// The parts of a list.
    pub(in crate::site) fn of(entries: usize) -> impl Iterator<Item = Self> {
        (0..entries.div_ceil(MOST).max(1)).map(move |index| Self { index, entries })
    }

    /// The place in the whole list of the first entry of a part.
    pub(super) fn first(index: usize) -> usize {
        index * MOST
    }

    /// The address of this part of a list.
    pub(in crate::site) fn address(self, list: &str) -> String {
        routes::part(list, self.index)
    }

    /// The entries of this part.
    pub(super) fn take<T>(self, entries: impl Iterator<Item = T>) -> Vec<T> {
        entries.skip(self.index * MOST).take(MOST).collect()
    }

    /// Links to every part; none where there is only one.
    pub(super) fn links(self, list: &str) -> Vec<Link> {
        let parts: Vec<Self> = Self::of(self.entries).collect();
        if parts.len() < 2 {
            return Vec::new();
        }
        let last = |part: &Self| ((part.index + 1) * MOST).min(self.entries);
        let words = |part: &Self| format!("{} to {}", part.index * MOST + 1, last(part));
        parts.iter().map(|part| Link::new(words(part), part.address(list))).collect()
    }

    /// The frame of this part of a list.
    pub(super) fn frame(self, scene: &Scene<'_>, list: &str, title: &str, section: Section) -> Frame {
        let title =
            if self.index == 0 { title.to_owned() } else { format!("{title}, part {}", self.index + 1) };
        scene.frame(&self.address(list), &title, section)
    }
}

/// A part of the list of measures by topic, those without one last.
pub(in crate::site) fn measure_list(scene: &Scene<'_>, part: Part) -> MeasureList {
    let mut measures: Vec<&Measure> = scene.record().dataset().measures().collect();
    measures.sort_by_key(|measure| (measure.topic.is_none(), measure.topic.as_deref(), &measure.id));
    let mut topics: BTreeMap<(bool, Option<&str>), Vec<&Measure>> = BTreeMap::new();
    for measure in part.take(measures.into_iter()) {
        topics.entry((measure.topic.is_none(), measure.topic.as_deref())).or_default().push(measure);
    }
    let only_one = topics.len() == 1;
    MeasureList {
        frame: part.frame(scene, routes::MEASURES, "Measures", Section::Measures),
        parts: part.links(routes::MEASURES),
        groups: topics
            .into_iter()
            .map(|((_, topic), measures)| MeasureGroup {
                topic: topic.map(str::to_owned).or_else(|| (!only_one).then(|| "Other".to_owned())),
                measures: measures.into_iter().map(|measure| headline::line(scene, measure)).collect(),
            })
            .collect(),
    }
}

/// The page of every file that can be downloaded. Each measure's own files stand on its page.
pub(in crate::site) fn downloads(scene: &Scene<'_>, whole: Vec<Download>) -> DownloadsPage {
    let all = DownloadGroup {
        title: "The whole record".to_owned(),
        page: Some(Link::new("Files of one measure are on its page", routes::MEASURES)),
        downloads: whole,
    };
    DownloadsPage {
        frame: scene.frame(routes::DOWNLOADS, "Downloads", Section::Downloads),
        groups: vec![all],
    }
}

/// A page the publisher wrote.
pub(in crate::site) fn authored(
    scene: &Scene<'_>,
    slug: &str,
    title: &str,
    body: impl FnOnce(&str) -> Html,
) -> AuthoredPage {
    let frame = scene.frame(&routes::authored(slug), title, Section::Elsewhere);
    AuthoredPage { title: title.to_owned(), body: body(&frame.root), frame }
}

/// The page for what is not there. It is served at any depth, so its root is the site's own path.
pub(in crate::site) fn not_found(scene: &Scene<'_>, base_path: &str) -> NotFoundPage {
    let mut frame = scene.frame("404.html", "Page not found", Section::Elsewhere);
    frame.canonical = None;
    base_path.clone_into(&mut frame.root);
    NotFoundPage { frame }
}
