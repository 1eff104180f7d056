//! The site's settings, from `site/site.toml`.

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
    /// Who publishes it.
    pub publisher: Publisher,
    /// Under which licence.
    pub licence: Option<Licence>,
    /// Disclosure control.
    pub disclosure: Disclosure,
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

/// The disclosure policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// Whose figures these are.
    pub mode: DisclosureMode,
    /// Counts of people from 1 to one below it are small.
    pub threshold: u32,
}

/// Whether the publisher holds the true values, or republishes what others released.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisclosureMode {
    /// The publisher holds true values: a small count blocks the build.
    Origin,
    /// Others released them: a small count is pointed out.
    Republish,
}
