//! The columns that every table of figures may have.

use super::super::codes::SPACES;
use super::super::faults::Faults;
use crate::model::Place;

/// A column of the format's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Measure,
    AsOf,
    Period,
    Reported,
    Source,
    DescribedAs,
    CountedAs,
    Includes,
    Qualifiers,
    Extent,
    Basis,
    Missing,
    Flags,
    Words,
    Locator,
    Note,
}

/// Every column with its name, in the order of the fields.
pub(super) const COLUMNS: [(Field, &str); 17] = [
    (Field::Id, "id"),
    (Field::Measure, "measure"),
    (Field::AsOf, "as_of"),
    (Field::Period, "period"),
    (Field::Reported, "reported"),
    (Field::Source, "source"),
    (Field::DescribedAs, "described_as"),
    (Field::CountedAs, "counted_as"),
    (Field::Includes, "includes"),
    (Field::Qualifiers, "qualifiers"),
    (Field::Extent, "extent"),
    (Field::Basis, "basis"),
    (Field::Missing, "missing"),
    (Field::Flags, "flags"),
    (Field::Words, "words"),
    (Field::Locator, "locator"),
    (Field::Note, "note"),
];

/// Whether a name is that of a column of the format, so that no dimension can have it.
pub(in crate::load) fn is_column(name: &str) -> bool {
    COLUMNS.iter().any(|(_, known)| *known == name)
}

impl Field {
    /// The name of the column.
    pub(super) fn name(self) -> &'static str {
        COLUMNS.get(self as usize).map_or("", |(_, name)| name)
    }

    /// It holds the words of a source or of the publisher, in which a space at an end may be meant.
    pub(super) fn is_text(self) -> bool {
        matches!(
            self,
            Self::Reported | Self::DescribedAs | Self::CountedAs | Self::Words | Self::Locator | Self::Note
        )
    }
}

/// Notes a space at the start or end of a cell.
pub(super) fn note_spaces(trimmed: &str, cell: &str, place: &Place, faults: &mut Faults) {
    if trimmed.len() != cell.len() {
        let message = format!(
            "“{cell}” has a space at its {}",
            if cell.starts_with(trimmed) { "end" } else { "start" }
        );
        faults.error(&SPACES, place.clone(), message, format!("write “{trimmed}”"));
    }
}

#[cfg(test)]
mod tests {
    use super::COLUMNS;

    #[test]
    fn the_names_stand_in_the_order_of_the_fields() {
        for (index, (field, name)) in COLUMNS.iter().enumerate() {
            assert_eq!((*field as usize, field.name()), (index, *name));
        }
    }
}
