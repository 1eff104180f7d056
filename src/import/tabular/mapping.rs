//! A mapping file: how a table of a publisher is read, release after release.

use crate::finding::Finding;
use crate::import::codes::{MAPPING, error};
use crate::model::Place;
use crate::quantity::NoValue;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What stands in a proposed mapping where a person has to decide.
pub(super) const OPEN: &str = "TODO";

/// How a table is read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The version of the format of mapping files.
    format: u32,
    /// The names of files it is for: `*` stands for anything.
    pub(super) files: Option<String>,
    /// The sheet, for workbooks.
    pub sheet: Option<String>,
    /// The row of the header; where it is not said, it is found in each file.
    pub(super) header_row: Option<u32>,
    /// How many rows the header has.
    #[serde(default = "one")]
    pub(super) header_rows: u32,
    /// The last row of the table.
    pub(super) last_row: Option<u32>,
    /// Numbers in brackets.
    pub(super) brackets: Option<Brackets>,
    pub(super) source: Template,
    pub(super) period: PeriodMap,
    #[serde(default)]
    pub(super) dimensions: BTreeMap<String, DimensionMap>,
    /// Rows that are read: those with one of these labels in each column.
    #[serde(default, rename = "where")]
    pub(super) wanted: BTreeMap<String, Labels>,
    /// Rows that are left out: those with one of these labels in one of the columns.
    #[serde(default)]
    pub(super) without: BTreeMap<String, Labels>,
    pub(super) values: Vec<ValueMap>,
    /// What words in columns of values mean.
    #[serde(default)]
    pub(super) shorthand: BTreeMap<String, Meaning>,
}

/// The source of a release. `{file}`, `{digest}`, `{latest}` and `{published}` are filled in for each.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Template {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) kind: String,
    pub(super) body: Option<String>,
    pub(super) url: Option<String>,
    pub(super) reference: Option<String>,
}

/// Where the time of a figure stands. One of the first four is said.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PeriodMap {
    /// A column.
    pub(super) column: Option<String>,
    /// Several columns, as `{Year}-Q{Quarter}`.
    pub(super) from: Option<String>,
    /// The same for the whole table.
    pub(super) fixed: Option<String>,
    /// The headings of the columns of values.
    pub(super) headings: Option<Headings>,
    #[serde(default)]
    pub(super) reads: Reads,
}

/// Which columns are read as values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Headings {
    /// Those whose heading is a period.
    Periods,
}

/// How a period is read, where its words leave it open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Reads {
    #[default]
    AsWritten,
    /// 2011-12 and 2011/2012 are financial years, and no months.
    FinancialYear,
    /// A date or month is the end of a quarter.
    QuarterEnding,
    /// A date or month is the end of twelve months.
    YearEnding,
    /// A date is the end of a week.
    WeekEnding,
    /// A date stands for its month.
    Month,
    /// What is counted at a moment was counted at the end of the period.
    AtTheEnd,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DimensionMap {
    pub(super) column: String,
    /// Labels of the source, and the codes they have here.
    #[serde(default)]
    pub(super) codes: BTreeMap<String, String>,
}

/// A column of values, or several whose headings are periods.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ValueMap {
    pub(super) measure: String,
    pub(super) column: Option<String>,
    pub(super) multiplier: Option<Multiplier>,
    /// Codes that every value of the column has.
    #[serde(default)]
    pub(super) dimensions: BTreeMap<String, String>,
    #[serde(default, rename = "where")]
    pub(super) wanted: BTreeMap<String, Labels>,
    /// A column of notes to its values.
    pub(super) note_column: Option<String>,
}

/// What a table counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Multiplier {
    One,
    Thousand,
    Million,
    Billion,
}

/// What a number in brackets is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Brackets {
    Negative,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum Labels {
    One(String),
    Many(Vec<String>),
}

/// What a word in a column of values means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) enum Meaning {
    /// None were counted.
    Zero,
    /// It says nothing, and no figure is made of it.
    LeftOut,
    /// Why there is no value.
    NoValue(NoValue),
}

impl TryFrom<String> for Meaning {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        match text.as_str() {
            "zero" => Ok(Self::Zero),
            "left-out" => Ok(Self::LeftOut),
            name => {
                NoValue::ALL.into_iter().find(|state| state.name() == name).map(Self::NoValue).ok_or_else(
                    || {
                        let names: Vec<&str> = NoValue::ALL.iter().map(NoValue::name).collect();
                        format!("“{name}” is no meaning; write zero, left-out, {}", names.join(", "))
                    },
                )
            }
        }
    }
}

impl Labels {
    pub(super) fn has(&self, label: &str) -> bool {
        match self {
            Self::One(one) => one == label,
            Self::Many(many) => many.iter().any(|one| one == label),
        }
    }
}

impl Multiplier {
    /// The word that follows the number.
    pub(super) fn word(self) -> Option<&'static str> {
        match self {
            Self::One => None,
            Self::Thousand => Some("thousand"),
            Self::Million => Some("million"),
            Self::Billion => Some("billion"),
        }
    }
}

fn one() -> u32 {
    1
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// What is wrong with it, each with its place; so is everything that is still to be decided.
    pub fn parse(path: &Arc<str>, text: &str) -> Result<Self, Vec<Finding>> {
        let open = open_decisions(path, text);
        if !open.is_empty() {
            return Err(open);
        }
        let mapping: Self = toml::from_str(text).map_err(|fault| {
            let at = fault.span().map_or(0, |span| span.start);
            let help = "the page Importing describes mapping files";
            vec![error(&MAPPING, super::super::input::place(path, text, at), fault.message(), help)]
        })?;
        let faults = mapping.faults(path);
        if faults.is_empty() { Ok(mapping) } else { Err(faults) }
    }

    fn faults(&self, path: &Arc<str>) -> Vec<Finding> {
        let mut faults = Vec::new();
        let mut fault = |message: &str, help: &str| {
            faults.push(error(&MAPPING, Place::file(path), message, help));
        };
        if self.format != 1 {
            fault("this version of the format is not known", "write format = 1");
        }
        let period = &self.period;
        let said = [
            period.column.is_some(),
            period.from.is_some(),
            period.fixed.is_some(),
            period.headings.is_some(),
        ];
        if said.iter().filter(|said| **said).count() != 1 {
            fault(
                "the mapping does not say where periods stand, or says it twice",
                "write one of column, from, fixed and headings under [period]",
            );
        }
        if self.values.is_empty()
            || self.values.iter().any(|value| value.column.is_some() == period.headings.is_some())
        {
            fault(
                "the columns of values are not clear",
                "give each [[values]] a column; where the headings are periods, give it none",
            );
        }
        if self.header_rows == 0 || self.header_rows > 10 {
            fault("header_rows is not between 1 and 10", "count the rows of the header");
        }
        faults
    }

    /// Whether a file has a name of those that the mapping is for.
    pub(super) fn is_for(&self, name: &str) -> bool {
        self.files.as_deref().is_none_or(|pattern| matches(pattern, name))
    }
}

/// The lines with a decision left open, outside remarks.
fn open_decisions(path: &Arc<str>, text: &str) -> Vec<Finding> {
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim_start().starts_with('#'));
    let open = lines.filter_map(|(line, number)| {
        let at = line.find(&format!("\"{OPEN}"))?;
        let column = u32::try_from(line.get(..at)?.chars().count()).unwrap_or_default() + 1;
        let place = Place::new(path, number, column, 0);
        let key = line.split('=').next().unwrap_or_default().trim();
        Some(error(
            &MAPPING,
            place,
            format!("{key} is still to be decided"),
            "the remark above the line says what to write",
        ))
    });
    open.collect()
}

/// Whether a name is as a pattern says, in which `*` stands for anything.
pub(super) fn matches(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| name.strip_prefix(first)) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        let Some((_, after)) = rest.split_once(part) else { return false };
        rest = after;
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_for_the_files_it_names() {
        for (pattern, name, wanted) in [
            ("a-*.csv", "a-2024.csv", true),
            ("a-*.csv", "b-2024.csv", false),
            ("*", "", true),
            ("a*b*c", "axbyc", true),
            ("a*b*c", "axc", false),
            ("a.csv", "a.csv", true),
            ("a.csv", "a.csvx", false),
            ("a*a", "a", false),
        ] {
            assert_eq!(matches(pattern, name), wanted, "{pattern} {name}");
        }
    }

    #[test]
    fn an_unknown_key_an_unknown_meaning_and_an_open_decision_have_their_place() {
        let whole = "format = 1\n[source]\nid = \"a\"\ntitle = \"A\"\nkind = \"other\"\n[period]\nfixed = \"2020\"\n[[values]]\nmeasure = \"m\"\ncolumn = \"c\"\n";
        let place = |text: &str| {
            let faults = Mapping::parse(&"m.toml".into(), text).unwrap_err();
            faults[0].locations[0].to_string()
        };
        assert!(Mapping::parse(&"m.toml".into(), whole).is_ok());
        assert_eq!(place(&whole.replace("column =", "colum =")), "m.toml:10:1");
        assert_eq!(place(&whole.replace("\"m\"", "\"TODO\"")), "m.toml:9:11");
        assert_eq!(place(&format!("{whole}[shorthand]\n\"-\" = \"none\"\n")), "m.toml:12:7");
        assert_eq!(place(&whole.replace("fixed = \"2020\"", "")), "m.toml");
    }
}
