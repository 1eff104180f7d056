//! The audit of tables of counts: for people, for programs, and as a table with everything withheld that has to be.

use super::visible::visible;
use crate::disclose::{Address, Found, Kind, Place, TableAudit, TableFile};
use crate::withheld::{Doubt, LARGEST};
use serde::Serialize;
use serde_json::{Value, json};
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};

/// An audit and the tables it is of.
#[derive(Debug, Clone, Copy)]
pub struct Audited<'a> {
    /// The tables.
    pub files: &'a [TableFile],
    /// What was found.
    pub audit: &'a TableAudit,
}

/// Cells listed under one heading; the rest are counted.
const MOST: usize = 40;

/// The audit for people. No count is printed.
#[must_use]
pub fn human(audited: &Audited<'_>) -> String {
    let TableAudit { found, small, as_well, counts: (all, withheld), remarks, .. } = audited.audit;
    let withheld = if *withheld == 0 { "none".to_owned() } else { withheld.to_string() };
    let mut text = format!("{}, {withheld} of them withheld\n", counted(*all, "count", "counts"));
    for remark in remarks {
        text += &format!("note: {}\n", visible(remark));
    }
    let mut by_rule: BTreeMap<&str, Vec<&Found>> = BTreeMap::new();
    for one in found {
        by_rule.entry(one.kind.rule().code).or_default().push(one);
    }
    for (code, found) in by_rule {
        let Some(first) = found.first() else { continue };
        // These are withheld only once the small counts are.
        let once = match first.kind {
            Kind::Derivable(_) | Kind::SmallSum(_) if !small.is_empty() => {
                ", once the small counts are withheld"
            }
            _ => "",
        };
        let cells = counted(found.len(), "cell", "cells");
        text += &format!("\n{code} {}: {cells}{once}\n", first.kind.rule().name);
        let lines = found
            .iter()
            .map(|one| format!("{}{}", audited.place(&one.places, &one.address), audited.detail(&one.kind)));
        text += &list(lines);
    }
    if !small.is_empty() || !as_well.is_empty() {
        text += "\n";
        if !small.is_empty() {
            text += &format!("to withhold: {}\n", counted(small.len(), "small count", "small counts"));
        }
        if !as_well.is_empty() {
            text += &format!("to withhold as well: {}\n", counted(as_well.len(), "cell", "cells"));
        }
        text += &list(as_well.iter().map(|(address, places)| audited.place(places, address)));
    }
    text + "\n" + conclusion(audited.audit) + "\n"
}

fn conclusion(audit: &TableAudit) -> &'static str {
    let proposes = !audit.small.is_empty() || !audit.as_well.is_empty();
    match (audit.is_safe_then, proposes, audit.found.is_empty()) {
        (true, true, _) => "With these withheld, every withheld count was shown to be safe.",
        (true, false, true) if audit.counts.1 == 0 => "Nothing was found.",
        (true, false, true) => "Nothing was found: every withheld count was shown to be safe.",
        (true, false, false) if audit.counts.1 == 0 => "No count is withheld.",
        (true, false, false) => "Every withheld count was shown to be safe.",
        (false, true, _) => {
            "Even with these withheld, not every count is safe: join categories, or publish fewer totals."
        }
        (false, false, _) => "Not every withheld count is safe.",
    }
}

fn list(lines: impl ExactSizeIterator<Item = String>) -> String {
    let more = lines.len().saturating_sub(MOST);
    let mut text: String = lines.take(MOST).map(|line| format!("  {}\n", visible(&line))).collect();
    if more > 0 {
        text += &format!("  and {more} more\n");
    }
    text
}

fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

impl Audited<'_> {
    fn detail(&self, kind: &Kind) -> String {
        let keys = &self.audit.keys;
        let addresses =
            |all: &[Address]| all.iter().map(|one| one.named(keys)).collect::<Vec<_>>().join("; ");
        match kind {
            Kind::SmallCount | Kind::Group | Kind::NotRounded | Kind::Elsewhere => String::new(),
            Kind::Derivable(by) if by.is_empty() => String::new(),
            Kind::Derivable(by) => format!(" (given away by: {})", addresses(by)),
            Kind::SmallSum(with) => format!(" (together with: {})", addresses(with)),
            Kind::NotShown(Doubt::TooLarge(cells)) => {
                format!(
                    " (tied to {cells} open cells, and no more than {LARGEST} are looked into: too large to check, so not safe to publish)"
                )
            }
            Kind::NotShown(Doubt::Contradictory) => " (what is printed around it cannot all hold)".to_owned(),
            Kind::NotShown(Doubt::Undecided) => {
                " (no counts were found that show how much is left open)".to_owned()
            }
            Kind::TotalsApart(key) => format!(" (not every total over {key} is the sum of its parts)"),
            Kind::NoCount => {
                " (no count, and beside withheld ones: say what it stands for with --withheld or --blank)"
                    .to_owned()
            }
        }
    }

    /// "counts.csv row 3: area North", the file where there is more than one.
    fn place(&self, places: &[Place], address: &Address) -> String {
        let place = |place: &Place| {
            let file = self.files.get(place.file).filter(|_| self.files.len() > 1);
            let file = file.map_or(String::new(), |file| format!("{} ", file.name));
            format!("{file}row {}", place.row + 2)
        };
        let places: Vec<String> = places.iter().map(place).collect();
        format!("{}: {}", places.join(", "), address.named(&self.audit.keys))
    }

    fn place_json(&self, places: &[Place]) -> Vec<Value> {
        let place = |place: &Place| {
            let file = self.files.get(place.file);
            json!({
                "path": file.map(|file| &file.name),
                "row": place.row + 2,
                "column": file.map(|file| file.table.column(place.column)),
            })
        };
        places.iter().map(place).collect()
    }

    fn cells_json(&self, cells: &[(Address, Vec<Place>)]) -> Vec<Value> {
        let cell = |(address, places): &(Address, Vec<Place>)| json!({ "cell": address, "places": self.place_json(places) });
        cells.iter().map(cell).collect()
    }
}

/// The audit for programs. No count is in it.
#[must_use]
pub fn json(audited: &Audited<'_>) -> String {
    let audit = audited.audit;
    let found = audit.found.iter().map(|found| {
        let rule = found.kind.rule();
        let (by, with, doubt) = match &found.kind {
            Kind::Derivable(by) => (Some(by), None, None),
            Kind::SmallSum(with) => (None, Some(with), None),
            Kind::NotShown(doubt) => (None, None, Some(doubt_name(*doubt))),
            Kind::TotalsApart(_) => (None, None, Some("totals_apart")),
            Kind::NoCount => (None, None, Some("no_count")),
            Kind::SmallCount | Kind::Group | Kind::NotRounded | Kind::Elsewhere => (None, None, None),
        };
        json!({
            "code": rule.code, "name": rule.name, "cell": found.address, "places": audited.place_json(&found.places),
            "given_away_by": by, "together_with": with, "not_shown": doubt,
        })
    });
    #[derive(Serialize)]
    struct Text {
        counts: usize,
        withheld: usize,
        findings: Vec<Value>,
        withhold: Value,
        safe_with_these_withheld: bool,
        remarks: Vec<String>,
    }
    let text = Text {
        counts: audit.counts.0,
        withheld: audit.counts.1,
        findings: found.collect(),
        withhold: json!({ "small": audited.cells_json(&audit.small), "as_well": audited.cells_json(&audit.as_well) }),
        safe_with_these_withheld: audit.is_safe_then,
        remarks: audit.remarks.clone(),
    };
    serde_json::to_string_pretty(&text).unwrap_or_default() + "\n"
}

fn doubt_name(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::TooLarge(_) => "too_large",
        Doubt::Contradictory => "contradictory",
        Doubt::Undecided => "undecided",
    }
}

/// A table with every count withheld that has to be: `[c]` for all of them, so that none tells why.
#[must_use]
pub fn protected_csv(audited: &Audited<'_>, file: usize) -> String {
    let Some(given) = audited.files.get(file) else { return String::new() };
    let withheld = audited.audit.small.iter().chain(&audited.audit.as_well).flat_map(|(_, places)| places);
    let withheld: BTreeSet<(usize, usize)> =
        withheld.filter(|place| place.file == file).map(|place| (place.row, place.column)).collect();
    let cell = |row: usize, (column, text): (usize, &SmolStr)| {
        if withheld.contains(&(row, column)) { SmolStr::new_static("[c]") } else { text.clone() }
    };
    let rows = given.table.rows().iter().enumerate();
    let rows = rows.map(|(at, row)| row.iter().enumerate().map(|text| cell(at, text)).collect()).collect();
    crate::table::Table::new(given.table.columns().to_vec(), rows).to_csv()
}
