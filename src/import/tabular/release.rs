//! One release of a table: its source, its figures, and the notes around it.

use super::faults::{Fault, Faults};
use super::head::{self, Head, Wanted};
use super::plan::{Plan, ValueColumn};
use super::reading::Reading;
use super::{Ask, unread};
use crate::finding::Finding;
use crate::import::codes::{MAPPING, MISFIT, NOTHING, error, warning};
use crate::import::sheet::{Cell, Row, Sheet, Span};
use crate::import::{Draft, DraftSource, Input, NamedBody, Passage, clean};
use crate::model::{Place, SourceId, SourceKind};
use crate::period::ReferencePeriod;
use crate::personal::{Audit, Policy, of_table};
use std::collections::{BTreeMap, BTreeSet};

/// So many rows of text beside the table are kept.
const MOST_NOTES: usize = 60;

/// Reads a release.
pub(super) fn of(
    mut sheet: Sheet<'_>,
    input: &Input,
    format: &'static str,
    ask: &Ask<'_>,
) -> Result<Draft, Vec<Finding>> {
    let mapping = ask.mapping;
    if !mapping.is_for(&input.name) {
        let message = format!("“{}” is not one of the files that the mapping is for", input.name);
        return Err(vec![misfit(input, message, "name another mapping, or change files in this one")]);
    }
    let wanted = Wanted { row: mapping.header_row, rows: mapping.header_rows };
    let head = head::read(&mut sheet, wanted).map_err(|fault| vec![unread(input, &fault)])?;
    let Some(head) = head else {
        return Err(vec![misfit(input, "there is no header".to_owned(), "give header_row in the mapping")]);
    };
    let mut faults = Faults::default();
    let plan = Plan::of(ask, &head, &input.path, &mut faults).map_err(|mut findings| {
        findings.extend(std::mem::take(&mut faults).findings(&input.path));
        findings
    })?;
    let mut source = source(input, format, ask)?;
    let policy = policy(ask.policy, &head, &plan);
    let mut walk = Walk {
        reading: Reading::new(&plan, ask, sheet.name.clone(), source.source.id.clone(), faults),
        audit: Audit::new(head.columns.values().map(String::as_str), &policy),
        head: &head,
        below: Vec::new(),
        declared: plan.declared(),
        merged: BTreeMap::new(),
        numbers: vec![head.row],
    };
    let last = mapping.last_row.unwrap_or(u32::MAX);
    for row in head.read.iter().cloned().map(Ok).chain(sheet.rows) {
        match row {
            Ok(row) if row.number > last => break,
            Ok(row) => walk.row(&row),
            Err(fault) => return Err(vec![unread(input, &fault)]),
        }
    }
    let Walk { reading, audit, below, numbers, .. } = walk;
    let mut findings: Vec<Finding> = audit
        .finish()
        .iter()
        .map(|hit| {
            let mut hit = hit.clone();
            hit.row = hit.row.and_then(|row| numbered(&numbers, row));
            let row = hit.row.map_or(0, |row| u32::try_from(row).unwrap_or(u32::MAX));
            of_table(&hit, Place::new(&input.path, row, u32::from(row > 0), 0))
        })
        .collect();
    let (mut figures, faults, latest) = (reading.figures, reading.faults, reading.latest);
    findings.extend(faults.findings(&input.path));
    if figures.is_empty() {
        findings.push(warning(
            &NOTHING,
            Place::file(&input.path),
            "no row of the table gives a figure",
            "look at where in the mapping",
        ));
    }
    fill(&mut source, input, ask, latest.map(last_of))?;
    figures.iter_mut().for_each(|figure| figure.source = source.source.id.clone());
    source.passages = passages(&head.above, &below);
    Ok(Draft { sources: vec![source], figures, findings, ..Draft::default() })
}

/// What goes on while rows go by.
struct Walk<'w> {
    reading: Reading<'w>,
    audit: Audit<'w>,
    head: &'w Head,
    below: Vec<Row>,
    /// The columns of labels.
    declared: BTreeSet<u32>,
    /// Labels that reach down, with the last row that each reaches.
    merged: BTreeMap<u32, (u32, Cell)>,
    /// The numbers of the rows that the audit was given, the header first.
    numbers: Vec<u32>,
}

/// The number that a row of an audit has in the file.
pub(super) fn numbered(numbers: &[u32], row: usize) -> Option<usize> {
    numbers.get(row.checked_sub(1)?).and_then(|number| usize::try_from(*number).ok())
}

impl Walk<'_> {
    /// A label that is merged over several rows stands in each of them.
    fn fill(&mut self, row: &Row) -> Option<Row> {
        for cell in row.cells.iter().filter(|cell| self.declared.contains(&cell.column)) {
            if let Span::Over { rows, .. } = cell.span
                && rows > 1
            {
                self.merged.insert(cell.column, (row.number.saturating_add(rows - 1), cell.clone()));
            }
        }
        self.merged.retain(|_, (last, _)| *last >= row.number);
        let is_missing = |column: &u32| super::plan::text(row, *column).is_empty();
        let missing: Vec<&Cell> =
            self.merged.iter().filter(|(column, _)| is_missing(column)).map(|(_, (_, cell))| cell).collect();
        (!missing.is_empty()).then(|| {
            let kept =
                row.cells.iter().filter(|cell| !missing.iter().any(|other| other.column == cell.column));
            let mut cells: Vec<Cell> = kept.chain(missing.iter().copied()).cloned().collect();
            cells.sort_by_key(|cell| cell.column);
            Row { cells, ..*row }
        })
    }

    fn row(&mut self, row: &Row) {
        let filled = self.fill(row);
        let row = filled.as_ref().unwrap_or(row);
        let columns = &self.head.columns;
        if let [cell] = row.cells.as_slice()
            && columns.len() > 1
        {
            self.reading.faults.add(Fault::Lonely, row.number, cell.column);
            if self.below.len() < MOST_NOTES {
                self.below.push(row.clone());
            }
            return;
        }
        self.numbers.push(row.number);
        self.audit.row(columns.keys().map(|column| super::plan::text(row, *column)));
        for cell in row.cells.iter().rev().take_while(|cell| !columns.contains_key(&cell.column)) {
            if !cell.text.trim().is_empty() {
                self.reading.faults.add(Fault::Beyond, row.number, cell.column);
            }
        }
        self.reading.row(row);
    }
}

fn misfit(input: &Input, message: String, help: &str) -> Finding {
    error(&MISFIT, Place::file(&input.path), message, help)
}

/// Columns of which the mapping says what they are do not speak of persons by their names.
fn policy(policy: &Policy, head: &Head, plan: &Plan<'_>) -> Policy {
    let mut policy = policy.clone();
    let names = plan.declared().into_iter().filter_map(|column| head.columns.get(&column).cloned());
    policy.declared.extend(names);
    let of_value = |value: &ValueColumn<'_>| head.columns.get(&value.column).cloned();
    policy.quantities.extend(plan.values.iter().filter_map(of_value));
    policy
}

fn source(input: &Input, format: &'static str, ask: &Ask<'_>) -> Result<DraftSource, Vec<Finding>> {
    let template = &ask.mapping.source;
    let kind = SourceKind::ALL.into_iter().find(|kind| kind.name() == template.kind);
    let kind = kind.ok_or_else(|| {
        let names: Vec<&str> = SourceKind::ALL.into_iter().map(SourceKind::name).collect();
        let help = format!("write one of {}", names.join(", "));
        vec![error(
            &MAPPING,
            Place::file(&input.path),
            format!("“{}” is no kind of source", template.kind),
            help,
        )]
    })?;
    // The id is filled in once the rows are read.
    let id = SourceId::new("release").map_err(|_| Vec::new())?;
    let mut source = DraftSource::new(id, String::new(), kind, input.capture(format));
    source.body = template.body.as_deref().and_then(NamedBody::of);
    source.source.url = template.url.as_deref().and_then(clean::address);
    source.source.published = ask.published;
    source.source.received = ask.received;
    Ok(source)
}

fn fill(
    source: &mut DraftSource,
    input: &Input,
    ask: &Ask<'_>,
    latest: Option<String>,
) -> Result<(), Vec<Finding>> {
    let stem = input.name.rsplit_once('.').map_or(input.name.as_str(), |(stem, _)| stem);
    let digest = source.capture.sha256.get(..8).map(str::to_owned);
    let words = [
        ("{file}", Some(stem.to_owned())),
        ("{digest}", digest),
        ("{latest}", latest),
        ("{published}", ask.published.map(|date| date.to_string())),
    ];
    let ids = words.clone().map(|(name, value)| (name, value.as_deref().and_then(clean::slug)));
    let fill = |text: &str, values: &[(&str, Option<String>)]| -> Result<String, Vec<Finding>> {
        let mut filled = text.to_owned();
        for (name, value) in values.iter().filter(|(name, _)| text.contains(name)) {
            let message = || format!("there is nothing to put for {name}");
            let help = "give --published, or change [source] in the mapping";
            let value = value.as_ref().ok_or_else(|| vec![misfit(input, message(), help)])?;
            filled = filled.replace(name, value);
        }
        Ok(filled)
    };
    let template = &ask.mapping.source;
    let id = fill(&template.id, &ids)?;
    source.source.id = SourceId::new(&id).map_err(|_| {
        vec![error(
            &MAPPING,
            Place::file(&input.path),
            format!("“{id}” cannot be the id of a source"),
            "use small letters, digits and hyphens in [source]",
        )]
    })?;
    source.source.title = clean::line(&fill(&template.title, &words)?, 300);
    source.source.reference = template.reference.as_deref().map(|text| fill(text, &words)).transpose()?;
    Ok(())
}

/// The period as the id of a release names it; a week or another span of days by its last day.
fn last_of(period: ReferencePeriod) -> String {
    match period {
        ReferencePeriod::Range(_, last) => last.to_string(),
        period => period.to_string(),
    }
}

fn passages(above: &[Row], below: &[Row]) -> Vec<Passage> {
    let lines = |rows: &[Row]| -> Vec<String> {
        let line = |row: &Row| {
            let cells: Vec<String> = row
                .cells
                .iter()
                .map(|cell| clean::prose(&cell.text))
                .filter(|text| !text.is_empty())
                .collect();
            let line = clean::line(&cells.join(" | "), 1_000);
            // A dash that is explained is no bullet.
            if line.starts_with(['-', '*', '+', '#']) { format!("\\{line}") } else { line }
        };
        rows.iter().take(MOST_NOTES).map(line).filter(|line| !line.is_empty()).collect()
    };
    let passage = |heading: &str, rows: &[Row]| {
        let paragraphs = lines(rows);
        (!paragraphs.is_empty()).then(|| Passage { heading: Some(heading.to_owned()), paragraphs })
    };
    [passage("Above the table", above), passage("In rows of one cell", below)].into_iter().flatten().collect()
}
