//! The number of an edition: its place in the chain, from 1.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::num::NonZeroU32;

/// The number of an edition, from 1 and without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EditionNumber(NonZeroU32);

impl EditionNumber {
    /// The first edition.
    pub const FIRST: Self = Self(NonZeroU32::MIN);

    /// A number from 1.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        NonZeroU32::new(number).map(Self)
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0.get()
    }

    /// The number of the edition after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The name of its manifest: `0001.json`.
    #[must_use]
    pub(super) fn file_name(self) -> String {
        format!("{:04}.json", self.0)
    }

    /// The edition whose manifest bears a name.
    #[must_use]
    pub(super) fn from_file_name(name: &str) -> Option<Self> {
        let number = Self::new(name.strip_suffix(".json")?.parse().ok()?)?;
        (number.file_name() == name).then_some(number)
    }
}

impl fmt::Display for EditionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::EditionNumber;

    #[test]
    fn a_number_and_its_file_name_are_one_and_the_same() {
        for number in [1, 42, 9_999, 10_000, u32::MAX] {
            let number = EditionNumber::new(number).unwrap();
            assert_eq!(EditionNumber::from_file_name(&number.file_name()), Some(number));
        }
    }

    #[test]
    fn other_names_are_no_editions() {
        for name in ["1.json", "0000.json", "+001.json", "00001.json", "0001.json.bak", "0001", "-001.json"] {
            assert_eq!(EditionNumber::from_file_name(name), None, "{name}");
        }
    }
}
