//! What a workbook holds beside what its sheets show: each thing by its place, never by its value.

use super::areas::name as cell_name;
use super::contents::{Contents, Tally};
use crate::finding::Finding;
use crate::import::codes::{
    CACHE, COMMENTS, HIDDEN_ROWS, HIDDEN_SHEET, NAMES_PEOPLE, OTHER_PARTS, WITHOUT_RESULT, warning,
};
use crate::import::sheet::{Visibility, letters};
use crate::model::Place;
use crate::personal::{Hit, of_table};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What was found beside the sheets.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) others: Vec<(Other, String)>,
    /// The part and the property that name a person.
    pub(super) people: Vec<(String, String)>,
    pub(super) caches: Vec<Cache>,
    names: BTreeSet<(Named, String)>,
}

/// Data that belongs to no sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Other {
    /// Copies of cells of other files.
    Links,
    DataModel,
    /// Files within the file.
    Embedded,
    /// What cells said before.
    Changes,
    Macros,
    /// Values to choose from.
    Slicers,
}

/// What a defined name does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    /// It holds data of its own.
    Data,
    /// It is hidden.
    Hidden,
}

/// The source rows of a pivot table.
#[derive(Debug)]
pub(super) struct Cache {
    pub(super) part: String,
    pub(super) fields: usize,
    pub(super) rows: u64,
    /// What in it speaks of single persons.
    pub(super) hits: Vec<Hit>,
}

/// Words in the names of properties that hold names of people.
const PEOPLE: [&str; 9] =
    ["creator", "author", "modifiedby", "manager", "owner", "editor", "contact", "reviewer", "printed-by"];

/// So many names of parts are told.
const MOST: usize = 5;

impl Report {
    /// The file says in which folder it was saved.
    pub(super) fn saved_in(&mut self) {
        self.people.push(("xl/workbook.xml".to_owned(), "the folder of its author".to_owned()));
    }

    /// A property that is not empty.
    pub(super) fn property(&mut self, part: &str, property: &str) {
        let small = property.to_ascii_lowercase();
        let entry = (part.to_owned(), property.chars().take(60).collect());
        if PEOPLE.iter().any(|word| small.contains(word)) && !self.people.contains(&entry) {
            self.people.push(entry);
        }
    }

    /// A defined name and what it stands for: a place, a formula, or data.
    pub(super) fn defined_name(&mut self, name: &str, hidden: bool, means: &str) {
        const MOST_NAMES: usize = 10_000;
        if name.starts_with("_xlnm.") || self.names.len() >= MOST_NAMES {
            return;
        }
        let means = means.trim().trim_start_matches('=').trim_start();
        let name = name.chars().take(60).collect();
        if means.starts_with(['"', '{', '-', '+', '.']) || means.starts_with(|c: char| c.is_ascii_digit()) {
            self.names.insert((Named::Data, name));
        } else if hidden {
            self.names.insert((Named::Hidden, name));
        }
    }

    /// Everything as findings.
    pub(super) fn findings(&self, path: &Arc<str>, sheets: &[Contents]) -> Vec<Finding> {
        let mut findings: Vec<Finding> = sheets.iter().flat_map(|sheet| of_sheet(path, sheet)).collect();
        findings.extend(self.caches.iter().flat_map(|cache| of_cache(path, cache)));
        let mut others: BTreeMap<Other, Vec<String>> = BTreeMap::new();
        self.others.iter().for_each(|(other, part)| others.entry(*other).or_default().push(part.clone()));
        findings.extend(others.iter().map(|(other, parts)| {
            warning(
                &OTHER_PARTS,
                Place::file(path),
                format!("the file holds {}: {}", said(*other), few(parts)),
                TAKE_OUT,
            )
        }));
        for (named, what) in [
            (Named::Data, "names with data of their own"),
            (Named::Hidden, "names that are hidden from its list of names"),
        ] {
            let names: Vec<String> =
                self.names.iter().filter(|(is, _)| *is == named).map(|(_, name)| name.clone()).collect();
            findings.extend((!names.is_empty()).then(|| {
                let message = format!("the file has {what}: {}", few(&names));
                warning(&OTHER_PARTS, Place::file(path), message, TAKE_OUT)
            }));
        }
        findings.extend((!self.people.is_empty()).then(|| self.of_people(path)));
        findings
    }

    fn of_people(&self, path: &Arc<str>) -> Finding {
        let people: Vec<String> =
            self.people.iter().map(|(part, property)| format!("{property} in {part}")).collect();
        let message = format!("properties of the file may name people: {}", few(&people));
        warning(
            &NAMES_PEOPLE,
            Place::file(path),
            message,
            "take personal properties out before you publish the file",
        )
    }
}

const TAKE_OUT: &str = "nothing of it is imported; take it out before you publish the file itself";

fn said(other: Other) -> &'static str {
    match other {
        Other::Links => "copies of data of other files",
        Other::DataModel => "a data model",
        Other::Embedded => "other files within it",
        Other::Changes => "what its cells said before they were changed",
        Other::Macros => "macros, which are never run",
        Other::Slicers => "lists of values to choose from",
    }
}

/// Some of many.
fn few(parts: &[String]) -> String {
    let mut words: Vec<String> = parts.iter().take(MOST).map(|part| format!("“{part}”")).collect();
    if parts.len() > MOST {
        words.push(format!("and {} more", parts.len() - MOST));
    }
    words.join(", ")
}

fn of_cache(path: &Arc<str>, cache: &Cache) -> Vec<Finding> {
    let place = || Place::file(path);
    let part = &cache.part;
    let holds = match cache.rows {
        0 => format!("each value of {} columns of a table that is not in a sheet", cache.fields),
        rows => format!("{rows} rows of {} columns, which the pivot table was made of", cache.fields),
    };
    let help = "nothing of it is imported; before you publish the file itself, turn off “save source data with file” in \
                the options of the pivot table and refresh it, or leave the pivot table out";
    let mut findings =
        vec![warning(&CACHE, place(), format!("a pivot cache, “{part}”, holds {holds}"), help)];
    findings.extend(cache.hits.iter().map(|hit| {
        let mut finding = of_table(hit, place());
        finding.message = format!("In the pivot cache “{part}”: {}", finding.message);
        finding
    }));
    findings
}

fn of_sheet(path: &Arc<str>, sheet: &Contents) -> Vec<Finding> {
    let at = || Place::file(path);
    let name = &sheet.name;
    let mut findings = Vec::new();
    let kind = match sheet.visibility {
        Visibility::Hidden => Some("hidden"),
        Visibility::VeryHidden => Some("hidden so that only a programme can show it"),
        Visibility::Shown | Visibility::Filtered => None,
    };
    if let Some(kind) = kind {
        let message =
            format!("the sheet “{name}” is {kind}; {} of its cells have something in them", sheet.cells);
        findings.push(warning(
            &HIDDEN_SHEET,
            at(),
            message,
            "it is left out unless --include-hidden asks for it",
        ));
    }
    let row = |row: u32| row.to_string();
    for (kind, what) in [
        ("rows", sheet.hidden_rows.up_to(sheet.rows).told("are hidden", row)),
        ("rows", sheet.filtered_rows.up_to(sheet.rows).told("are left out by a filter", row)),
        ("columns", sheet.hidden_columns.up_to(sheet.columns).told("are hidden", letters)),
    ] {
        if let Some(what) = what {
            let help = "they are left out unless --include-hidden asks for them";
            findings.push(warning(&HIDDEN_ROWS, at(), format!("in the sheet “{name}”, {kind} {what}"), help));
        }
    }
    let mut tally = |rule, tally: Tally, what: &str, help: &str| {
        let (row, column) = tally.first;
        let cells = if tally.count == 1 { "cell" } else { "cells" };
        let message = format!(
            "in the sheet “{name}”, {} {cells} {what}, first {}",
            tally.count,
            cell_name(row, column)
        );
        findings.extend((tally.count > 0).then(|| warning(rule, at(), message, help)));
    };
    tally(
        &HIDDEN_ROWS,
        sheet.unseen,
        "with a value that the format does not show",
        "they are left out unless --include-hidden asks for them",
    );
    tally(
        &WITHOUT_RESULT,
        sheet.without_result,
        "with a formula that has no result in the file",
        "open the file in a spreadsheet, save it, and import that",
    );
    if sheet.comments > 0 {
        let message = format!("beside the sheet “{name}” stand remarks, {} in all", sheet.comments);
        findings.push(warning(
            &COMMENTS,
            at(),
            message,
            "they are not imported, and may name people: look at them",
        ));
    }
    findings
}
