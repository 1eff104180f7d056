//! What stands around the main part of every page: its address, its titles, the site's own words.

use schemars::JsonSchema;
use serde::Serialize;

use super::trusted::WebAddress;
use crate::period::{PartialDate, Timing};

/// A link within the site. `path` is relative to the site's root, without a leading slash, and ends in `/`,
/// `/#anchor` or a file name; the templates put the page's own `root` before it. The home page is "".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Link {
    /// The words of the link.
    pub text: String,
    /// Where it leads, from the site's root.
    pub path: String,
}

impl Link {
    /// Words and the path they lead to.
    pub fn new(text: impl Into<String>, path: impl Into<String>) -> Self {
        Self { text: text.into(), path: path.into() }
    }
}

/// A link out of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Outside {
    /// The words of the link.
    pub text: String,
    /// The checked address.
    pub url: WebAddress,
}

/// A date or period in words, with the form machines read where there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct When {
    /// "31 March 2026", "October 2025", "Jan to Mar 2024".
    pub words: String,
    /// "2026-03-31", "2025-10" or "2025"; none for a period, which `<time>` cannot hold.
    pub iso: Option<String>,
}

impl From<PartialDate> for When {
    fn from(date: PartialDate) -> Self {
        Self { words: date.words(), iso: Some(date.to_string()) }
    }
}

impl From<&Timing> for When {
    fn from(timing: &Timing) -> Self {
        match timing {
            Timing::AsOf(date) => Self::from(*date),
            Timing::During(_) | Timing::NotStated => Self { words: timing.words(), iso: None },
        }
    }
}

/// The site's own words, the same on every page of a build.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Site {
    /// The name of the site.
    pub title: String,
    /// One line under it.
    pub tagline: Option<String>,
    /// Who publishes the site.
    pub publisher: String,
    /// The publisher's own address.
    pub publisher_url: Option<WebAddress>,
    /// How to reach the publisher, in words: shown as it is unless `contact_url` makes it a link.
    pub contact: Option<String>,
    /// `mailto:` or a form.
    pub contact_url: Option<WebAddress>,
    /// The licence of the site's data.
    pub licence: Option<String>,
    /// Its text.
    pub licence_url: Option<WebAddress>,
    /// The authored pages that belong in the footer's list (about, method).
    pub pages: Vec<Link>,
}

/// The part of the site a page belongs to; marks the current entry of the navigation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the name of a section")]
pub enum Section {
    Home,
    Measures,
    Sources,
    Discrepancies,
    Questions,
    Changes,
    Editions,
    Downloads,
    Search,
    #[default]
    Elsewhere,
}

/// Whether an edition is out or still being prepared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EditionState {
    /// Frozen and numbered.
    #[default]
    Released,
    /// What the next edition would be.
    Draft,
}

/// The edition a page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EditionStamp {
    /// "3".
    pub number: String,
    /// When it was released, or up to when the draft reads.
    pub date: When,
    /// `editions/3/`; none while a draft.
    pub path: Option<String>,
    /// Released or draft.
    pub state: EditionState,
}

/// What a page has around its main part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Frame {
    /// The site's own words.
    pub site: Site,
    /// The page's own address from the site's root: "", `measures/absconders/`.
    pub path: String,
    /// From the page to the site's root: "./", "../../". Made from `path`.
    pub root: String,
    /// The title in the browser's tab and in search results, without the site's name.
    pub title: String,
    /// At most 160 characters for search results.
    pub description: Option<String>,
    /// The full address, only when the base address of the site is known.
    pub canonical: Option<String>,
    /// The section the page belongs to.
    pub section: Section,
    /// The pages above this one, the home page left out.
    pub trail: Vec<Link>,
    /// The words for this page at the end of the trail; "" on the home page, which has no trail.
    pub here: String,
    /// The edition shown.
    pub edition: Option<EditionStamp>,
    /// The feeds that tell of changes to it, the narrowest first.
    pub feeds: Vec<Link>,
    /// The picture that stands for the page where it is linked to; none where the site's base is not known.
    pub card: Option<CardPicture>,
}

/// A picture that stands for a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CardPicture {
    /// Its full address.
    pub address: String,
    /// What it says.
    pub alternative: String,
}

impl Frame {
    /// The frame of the page at `path`, titled `title`, with its root worked out from the path.
    pub fn new(site: Site, path: &str, title: &str, section: Section) -> Self {
        Self {
            site,
            path: path.to_owned(),
            root: root_of(path),
            title: title.to_owned(),
            section,
            here: title.to_owned(),
            ..Self::default()
        }
    }
}

/// The way from the page at `path` back to the site's root.
pub fn root_of(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// The anchor of a figure on its measure's page; prefixed, so that no figure's id meets a section's.
pub fn figure_anchor(id: &str) -> String {
    format!("figure-{id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_for_machines_as_it_is_in_words_and_a_period_has_words_only() {
        let month = When::from(PartialDate::parse("2025-10").unwrap());
        assert_eq!((month.words.as_str(), month.iso.as_deref()), ("October 2025", Some("2025-10")));
        assert_eq!(When::from(&Timing::NotStated).iso, None);
    }

    #[test]
    fn the_root_is_as_many_steps_up_as_the_path_has_folders() {
        assert_eq!(root_of(""), "./");
        assert_eq!(root_of("404.html"), "./");
        assert_eq!(root_of("measures/"), "../");
        assert_eq!(root_of("measures/absconders/v/2/"), "../../../../");
    }
}
