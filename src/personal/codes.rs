//! The rules on personal data, each with its documentation.

use crate::finding::RuleDoc;

macro_rules! codes {
    ($($name:ident $code:literal $slug:literal: $finds:literal, $matters:literal, $example:literal, $resolve:literal;)*) => {
        $(pub(super) const $name: RuleDoc = RuleDoc {
            code: $code, name: $slug, finds: $finds, matters: $matters, example: $example, resolve: $resolve,
        };)*
        const ALL: &[&RuleDoc] = &[$(&$name),*];
    };
}

codes! {
    COLUMN "P001" "personal-column":
        "A column whose name says that its cells belong to single persons: their names, dates of birth, addresses, numbers.",
        "The site publishes totals. A table of persons has no place in its repository, not even for a day: a repository keeps its history.",
        "A column “Date of birth” in a table of figures.",
        "Take the column out, count the rows by what is left, and publish the counts. If the file was committed, take it out of the history too.";
    IDENTIFIER "P002" "personal-identifier":
        "A number or address that identifies a person or leads to one: National Insurance, NHS, passport, driving licence and card numbers, bank accounts; in a table also email addresses, telephone numbers, internet addresses and full postcodes.",
        "One such cell can name a person, and everything else in its row with it.",
        "An NHS number in a column of notes.",
        "Take it out. Where it is the address or number of an office, name it under contacts in the policy of site/site.toml.";
    CONTACT "P003" "contact-details":
        "An email address, telephone number, internet address or full postcode in a text. It is pointed out; the file is still used.",
        "Answers to requests often carry the address of whoever asked or answered.",
        "The signature under a captured reply.",
        "Take it out. Where it is the address or number of an office, name it under contacts in the policy of site/site.toml.";
    ROWS "P004" "row-for-each-person":
        "A table whose rows seem to stand for one person each: dates of birth, a count of one in every row, or rows that share what they say with too few others.",
        "Whoever knows a few things of a person finds the row, and reads the rest.",
        "A table with a row for each case: month, age, sex, outcome.",
        "Count the rows by what matters and publish the counts; `onrecord disclose` says which of them to withhold.";
    PERHAPS "P005" "perhaps-personal":
        "A column that may speak of persons: names, free text, or a value of its own in nearly every row. It is pointed out; the file is still used.",
        "Names of places and offices look the same as those of persons, so somebody has to look.",
        "A column “Comments” in an export of requests.",
        "Look at the column. If it holds nothing of persons, leave it.";
}

/// The documentation of every rule.
pub fn documentation() -> impl Iterator<Item = &'static RuleDoc> {
    ALL.iter().copied()
}
