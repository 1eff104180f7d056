//! The site's settings, from `site/site.toml`.

use super::MeasureId;
use crate::quantity::HedgeWidths;
use serde::{Deserialize, Serialize};

/// What the publisher set for the whole site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The name of the site.
    pub title: String,
    /// One line on what the site is.
    pub tagline: Option<String>,
    /// The address it is published at, without a slash at the end.
    pub base_url: Option<String>,
    /// Language of the pages, as a BCP 47 tag.
    pub language: String,
    /// The measures that stand first on the home page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub front: Vec<MeasureId>,
    /// Who publishes it.
    pub publisher: Publisher,
    /// Under which licence.
    pub licence: Option<Licence>,
    /// Disclosure control.
    pub disclosure: Disclosure,
    /// Addresses and numbers of offices, which may stand in texts and tables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<String>,
    /// How wide each hedge is read.
    pub hedges: HedgeWidths,
    /// What is changed of the list of words that the site does not use.
    #[serde(default)]
    pub words: WordList,
}

/// What a publisher changes of the list of words that its own texts do not use.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordList {
    /// Words and terms that may stand.
    pub allow: Vec<String>,
    /// Words that may not, besides those of the list.
    pub add: Vec<AddedWord>,
}

/// A word that a publisher adds to the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedWord {
    /// The word, or several.
    pub word: String,
    /// What to write instead.
    pub instead: String,
}

/// Who publishes the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publisher {
    /// Name.
    pub name: String,
    /// How to reach it: an address for corrections and replies.
    pub contact: Option<String>,
    /// Its own site.
    pub url: Option<String>,
}

/// The licence of the published data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    /// Name.
    pub name: String,
    /// Text of the licence.
    pub url: Option<String>,
}

/// The disclosure policy. A measure can be stricter than it, never laxer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// Whose figures these are.
    pub mode: DisclosureMode,
    /// Counts of people from 1 to one below it are small.
    pub threshold: u32,
    /// The same for measures of sensitive populations.
    pub sensitive_threshold: u32,
    /// The base that counts of people are rounded to before they are published; none where they are not.
    pub rounding: Option<u32>,
    /// Whether a count of zero is small as well.
    pub zeros: Zeros,
}

impl Default for Disclosure {
    fn default() -> Self {
        Self {
            mode: DisclosureMode::Republish,
            threshold: 5,
            sensitive_threshold: 10,
            rounding: None,
            zeros: Zeros::Open,
        }
    }
}

/// Whether a count of zero tells something of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Zeros {
    /// A zero may be published.
    Open,
    /// A zero is a small count: that nobody in a group is counted says something of everybody in it.
    Small,
}

/// Whether the publisher holds the true values, or republishes what others released.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisclosureMode {
    /// The publisher holds true values: what would identify somebody blocks the build.
    Origin,
    /// Others released them: what could identify somebody is pointed out.
    Republish,
}
