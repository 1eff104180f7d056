//! Where everything is: one function an address, so that no page spells another's.

use crate::citation::{Cited, Subject};
use crate::finding::Fingerprint;
use crate::model::{FigureId, MeasureId, SourceId};
use crate::page::{Link, figure_anchor, question_anchor};
use std::fmt;

/// A file of the site, from its root, with `/` between folders.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route(String);

impl Route {
    /// The file of a page whose address ends in `/`; the home page's address is empty.
    #[must_use]
    pub fn page(address: &str) -> Self {
        Self(format!("{address}index.html"))
    }

    /// A file by its own name.
    #[must_use]
    pub fn file(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

pub(super) const MEASURES: &str = "measures/";
pub(super) const SOURCES: &str = "sources/";
pub(super) const DISCREPANCIES: &str = "discrepancies/";
pub(super) const QUESTIONS: &str = "questions/";
pub(super) const RULES: &str = "rules/";
pub(super) const CHANGES: &str = "changes/";
pub(super) const EDITIONS: &str = "editions/";
pub(super) const DOWNLOADS: &str = "downloads/";
pub(super) const READING: &str = "reading/";
pub(super) const SEARCH: &str = "search/";
pub(super) const INDEX: &str = "a-z/";
/// A file of the lists for programs. The version of their shape is in the address.
pub(super) fn api(name: &str) -> String {
    format!("api/v1/{name}")
}

const CITE: &str = "cite/";

/// A later part of a long list. Its address cannot meet that of anything in the list.
pub(super) fn part(list: &str, index: usize) -> String {
    if index == 0 { list.to_owned() } else { format!("lists/{list}{}/", index + 1) }
}

pub(super) fn measure(id: &MeasureId) -> String {
    format!("{MEASURES}{id}/")
}

pub(super) fn measure_version(id: &MeasureId, edition: u32) -> String {
    format!("{MEASURES}{id}/v/{edition}/")
}

/// The small page for other people's pages that goes with a measure's page, moving or frozen.
pub(super) fn embed(page: &str) -> String {
    format!("{page}embed/")
}

/// The picture that stands for a page.
pub(super) fn card(page: &str) -> String {
    format!("{page}card.png")
}

pub(super) fn source(id: &SourceId) -> String {
    format!("{SOURCES}{id}/")
}

pub(super) fn finding(fingerprint: &Fingerprint) -> String {
    format!("{DISCREPANCIES}{fingerprint}/")
}

pub(super) fn rule(code: &str) -> String {
    format!("{RULES}{code}/")
}

/// The question on a measure, in its part of the list.
pub(super) fn question(part: &str, measure: &MeasureId) -> String {
    format!("{part}#{}", question_anchor(measure.as_str()))
}

pub(super) fn change(edition: u32) -> String {
    format!("{CHANGES}{edition}/")
}

/// What changed with an edition, as a file beside its page.
pub(super) fn change_file(edition: u32, name: &str) -> String {
    format!("{}{name}", change(edition))
}

pub(super) fn changes_csv(edition: u32) -> String {
    change_file(edition, "changes.csv")
}

/// A file of the whole record as it stood in an edition: it never changes.
pub(super) fn edition_data(number: u32, name: &str) -> String {
    format!("{}{name}", edition(number))
}

pub(super) fn edition(number: u32) -> String {
    format!("{EDITIONS}{number}/")
}

pub(super) fn authored(slug: &str) -> String {
    format!("{slug}/")
}

/// The address of a figure, on the page of its measure that moves.
#[must_use]
pub fn figure(measure: &MeasureId, figure: &FigureId) -> String {
    format!("{}#{}", self::measure(measure), figure_anchor(figure.as_str()))
}

pub(super) const FIGURES_CSV: &str = "data/figures.csv";

/// A file of the whole record.
pub(super) fn data(name: &str) -> String {
    format!("data/{name}")
}

/// A file of a measure. In a folder of its own, so that no id of a measure meets the files of the whole record.
pub(super) fn measure_data(name: &str) -> String {
    format!("data/measures/{name}")
}

/// The same as it stood in an edition: it never changes.
pub(super) fn measure_version_data(id: &MeasureId, edition: u32, name: &str) -> String {
    format!("{}{name}", measure_version(id, edition))
}

/// A list of the index: of a letter, or below the folder of its kind of a topic or a body.
pub(super) fn shelf(folder: &str, name: &str) -> String {
    format!("{INDEX}{folder}{name}/")
}

/// A file of the index that the search reads.
pub(super) fn search_file(name: &str) -> String {
    format!("{SEARCH}{name}")
}

/// The feed of the site.
pub(super) const FEED: &str = "feed.atom";
pub(super) const SITEMAP: &str = "sitemap.xml";

pub(super) fn measure_feed(id: &MeasureId) -> String {
    format!("{}{FEED}", measure(id))
}

/// The address of a figure's citation file.
pub(super) fn cite(figure: &FigureId) -> String {
    format!("{CITE}{figure}.json")
}

/// What an address of this site cites: a figure or a measure, moving or frozen. With the site's base, an address
/// elsewhere cites nothing here; without it, any site's may.
#[must_use]
pub fn cited(address: &str, base_url: Option<&str>) -> Option<Cited> {
    let path = within(address, base_url)?;
    let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
    let path = path.split('?').next()?.trim_end_matches("index.html");
    let figure = |id: &str| FigureId::new(id).ok().map(Subject::Figure);
    if let Some(file) = path.strip_prefix(CITE) {
        return Some(Cited { subject: figure(file.strip_suffix(".json")?)?, edition: None });
    }
    let mut parts = path.strip_prefix(MEASURES)?.trim_end_matches('/').split('/');
    let measure = MeasureId::new(parts.next()?).ok()?;
    let edition = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => None,
        (Some("v"), Some(number), None) => Some(number.parse().ok()?),
        _ => return None,
    };
    let anchor = fragment.strip_prefix(figure_anchor("").as_str());
    let subject = match anchor {
        Some(id) => figure(id)?,
        None => Subject::Measure(measure),
    };
    Some(Cited { subject, edition })
}

/// The part of an address below the site's root.
fn within<'a>(address: &'a str, base_url: Option<&str>) -> Option<&'a str> {
    let (path, base) = match (address.split_once("://"), base_url) {
        (Some(_), Some(base)) => (address.strip_prefix(base)?.strip_prefix('/')?, base),
        (Some((_, rest)), None) => (rest.split_once('/')?.1, ""),
        (None, _) => (address.trim_start_matches(['.', '/']), ""),
    };
    let starts = [MEASURES, CITE].into_iter();
    let below = |start: &str| path.match_indices(start).map(|(at, _)| at).find(|at| is_first(path, *at));
    match base.is_empty() {
        true => starts.filter_map(below).min().and_then(|at| path.get(at..)),
        false => Some(path),
    }
}

/// A folder starts here, and is not the end of another's name.
fn is_first(path: &str, at: usize) -> bool {
    path.get(..at).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

pub(super) fn edition_link(number: u32) -> Link {
    Link::new(format!("Edition {number}"), edition(number))
}

#[cfg(test)]
mod tests {
    use super::{cite, cited, figure, measure, measure_version};
    use crate::citation::{Cited, Subject};
    use crate::model::{FigureId, MeasureId};
    use crate::page::figure_anchor;

    const BASE: &str = "https://example.org/record";

    #[test]
    fn every_address_of_a_figure_or_a_measure_is_read_back() {
        let (id, of) = (FigureId::new("pool-53298").unwrap(), MeasureId::new("absconders").unwrap());
        let cites = |subject: &Subject, edition| Some(Cited { subject: subject.clone(), edition });
        let (a_figure, a_measure) = (Subject::Figure(id.clone()), Subject::Measure(of.clone()));
        let frozen = measure_version(&of, 3);
        for (path, expected) in [
            (figure(&of, &id), cites(&a_figure, None)),
            (cite(&id), cites(&a_figure, None)),
            (measure(&of), cites(&a_measure, None)),
            (frozen.clone(), cites(&a_measure, Some(3))),
            (format!("{frozen}#{}", figure_anchor("pool-53298")), cites(&a_figure, Some(3))),
            (format!("{frozen}index.html?from=mail"), cites(&a_measure, Some(3))),
        ] {
            let whole = format!("{BASE}/{path}");
            assert_eq!(cited(&whole, Some(BASE)), expected, "{whole}");
            assert_eq!(cited(&whole, None), expected, "{whole}, whose base is not known");
            assert_eq!(cited(&format!("../../{path}"), Some(BASE)), expected, "{path}");
        }
    }

    #[test]
    fn other_addresses_cite_nothing() {
        for address in [
            "https://example.com/record/measures/absconders/v/3/",
            "https://example.org/record/sources/pool/",
            "https://example.org/record/measures/",
            "https://example.org/record/measures/absconders/v/three/",
            "https://example.org/record/measures/absconders/v/3/absconders.csv",
            "mailto:someone@example.org",
            "#figure-pool",
        ] {
            assert_eq!(cited(address, Some(BASE)), None, "{address}");
        }
        assert_eq!(cited("https://example.com/countermeasures/x/", None), None);
    }
}
