//! What may speak of single persons, and how much it matters.

use super::{Contacts, Header, Identifier};
use crate::model::Settings;
use std::collections::BTreeSet;

/// What the caller knows of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    /// Columns that are declared: dimensions, identifiers, the words of figures. Their names and shape say nothing.
    pub declared: BTreeSet<String>,
    /// Columns in which any number is a quantity and none that of a person.
    pub quantities: BTreeSet<String>,
    /// Addresses and numbers that may stand: the publisher's own contact, press offices.
    pub contacts: Contacts,
    /// Classes of fewer rows than this are small.
    pub threshold: usize,
}

impl Policy {
    /// What the settings of a site say: its contacts, and from where on a class is small.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        let own = settings.publisher.contact.iter().chain(&settings.contacts);
        let threshold = usize::try_from(settings.disclosure.threshold).unwrap_or(usize::MAX);
        Self { contacts: Contacts::of(own.map(String::as_str)), threshold, ..Self::default() }
    }
}

/// How much a hit matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// A person should look at it.
    Warn,
    /// The file is not to be read.
    Refuse,
}

/// Why a table may speak of single persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The column is named for it.
    Named(Header),
    /// A cell holds it.
    Holds(Identifier),
    /// Its full dates are spread over more than forty years.
    DatesOfBirth,
    /// A value of its own for nearly every row.
    NearUnique,
    /// Every count is one.
    OneEach,
    /// Rows that share their values with too few others.
    SmallClass,
    /// Cells of several sentences.
    FreeText,
    /// A title with two names.
    TitledName,
}

impl Reason {
    /// How much it matters.
    #[must_use]
    pub fn weight(self) -> Weight {
        match self {
            // Bodies have names too: a list of authorities is no list of persons. The first half of a postcode is a
            // town; a whole one is found in the cells.
            Self::Named(Header::Name | Header::Identifiers(Identifier::Postcode)) => Weight::Warn,
            Self::Named(_) | Self::Holds(_) | Self::DatesOfBirth | Self::OneEach | Self::SmallClass => {
                Weight::Refuse
            }
            Self::NearUnique | Self::FreeText | Self::TitledName => Weight::Warn,
        }
    }
}

/// A column of a table that a hit is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitColumn {
    /// Its number, from 1.
    pub number: usize,
    /// Its name; none where the first row may not be one of names, so that a name could be a person's.
    pub name: Option<String>,
}

/// Something in a table that speaks of single persons. It never holds the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Why.
    pub reason: Reason,
    /// The column; none where the table as a whole says it.
    pub column: Option<HitColumn>,
    /// The first row as the file counts them, the header being 1; none where it is the column or the table.
    pub row: Option<usize>,
}
