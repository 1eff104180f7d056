//! Identifiers: one type each, so that a source can never be passed where a measure is meant.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use std::fmt;

/// Why some text cannot be an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlugError {
    /// What is wrong, in words.
    pub message: String,
    /// A form that would do, where one can be derived.
    pub suggestion: Option<String>,
}

const LONGEST: usize = 80;
/// Names that Windows reserves for devices: a folder so named cannot be checked out there.
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

fn check(text: &str) -> Result<(), SlugError> {
    let problem = if text.is_empty() {
        "it is empty".to_owned()
    } else if text.len() > LONGEST {
        format!("it is longer than {LONGEST} characters")
    } else if DEVICES.contains(&text) {
        "it is a device name on Windows".to_owned()
    } else if !text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit()) {
        "it does not start with a small letter or a digit".to_owned()
    } else if let Some(c) = text.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
        format!("it holds {}", c.escape_debug().collect::<String>())
    } else {
        return Ok(());
    };
    Err(SlugError { message: problem, suggestion: suggest(text) })
}

fn suggest(text: &str) -> Option<String> {
    let plain: String =
        text.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let joined = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let cut = joined.get(..LONGEST.min(joined.len()))?.trim_end_matches('-').to_owned();
    (cut != text && check(&cut).is_ok()).then_some(cut)
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(SmolStr);

        impl $name {
            /// Reads an identifier: small ASCII letters, digits and hyphens, at most 80 characters.
            ///
            /// # Errors
            /// Says what is wrong, and a form that would do where one can be derived.
            pub fn new(text: &str) -> Result<Self, SlugError> {
                check(text).map(|()| Self(SmolStr::new(text)))
            }

            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(text: String) -> Result<Self, String> {
                Self::new(&text).map_err(|e| format!("“{text}” is not an id: {}", e.message))
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.to_string()
            }
        }
    };
}

identifier!(
    /// Names a measure: the stem of its file in `data/measures/`.
    MeasureId
);
identifier!(
    /// Names a source: the stem of its file in `data/sources/`.
    SourceId
);
identifier!(
    /// Names a reported figure; it is the anchor of the figure on its page.
    FigureId
);
identifier!(
    /// Names a body: a department, an agency, a newspaper, a committee.
    BodyId
);
identifier!(
    /// Names a relation that a source asserts between figures.
    RelationId
);
identifier!(
    /// Names a position that a body took on figures.
    PositionId
);
identifier!(
    /// Names a note on why past values were changed.
    ChangeNoteId
);
identifier!(
    /// Names a dimension by which a measure is broken down.
    DimensionId
);
identifier!(
    /// A member of a code list.
    Code
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_slug_is_an_id() {
        assert_eq!(MeasureId::new("absconder-pool-2025").unwrap().as_str(), "absconder-pool-2025");
    }

    #[test]
    fn what_could_leave_its_folder_is_no_id() {
        for text in ["", "..", "../x", "/etc", "a/b", "A", "con", "a.", "a b", "%2e", "-a", "é", "a\u{202e}b"]
        {
            assert!(MeasureId::new(text).is_err(), "{text:?}");
        }
        assert!(MeasureId::new(&"a".repeat(81)).is_err());
    }

    #[test]
    fn a_near_miss_gets_a_suggestion() {
        assert_eq!(MeasureId::new("Cost of Tracing").unwrap_err().suggestion.unwrap(), "cost-of-tracing");
    }
}
