//! A mapping proposed for a table that has none: what is plain is filled in, the rest is left open for a person.

use super::cell::{is_number, peel};
use super::head::{self, Head, Wanted, is_heading_period};
use super::mapping::{OPEN, Reads};
use super::plan::{cell, names_a_multiple, text};
use super::release::numbered;
use super::{period, unread};
use crate::finding::{Finding, Severity};
use crate::import::codes::{MISFIT, NOTHING, error};
use crate::import::sheet::{Held, Row, Sheet};
use crate::import::write::string;
use crate::import::{Input, clean};
use crate::model::Place;
use crate::personal::{Audit, Policy, of_table};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A column with more labels than this is described in words, or is an identifier: it is no dimension by itself.
const MOST_LABELS: usize = 300;
/// So many words in columns of values are asked about.
const MOST_WORDS: usize = 40;

/// What was seen of a column.
#[derive(Debug, Default)]
struct Seen {
    numbers: usize,
    periods: usize,
    filled: usize,
    labels: BTreeSet<String>,
    words: BTreeSet<String>,
    bracketed: usize,
}

/// What a column seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Period,
    Dimension,
    Value,
    Note,
    Other,
}

/// A mapping as text, for a person to finish.
///
/// # Errors
/// Why there is none: no table, a damaged one, or one that speaks of single persons.
pub fn propose(
    mut sheet: Sheet<'_>,
    input: &Input,
    name: &str,
    header_row: Option<u32>,
    policy: &Policy,
) -> Result<String, Vec<Finding>> {
    let damaged = |fault| vec![unread(input, &fault)];
    let head = head::read(&mut sheet, Wanted { row: header_row, rows: 1 }).map_err(damaged)?;
    let Some(head) = head else {
        let help = "give its row with --header-row";
        return Err(vec![error(
            &MISFIT,
            Place::file(&input.path),
            "there is no row that looks like a header",
            help,
        )]);
    };
    let mut seen: BTreeMap<u32, Seen> =
        head.columns.keys().map(|column| (*column, Seen::default())).collect();
    let mut audit = Audit::new(head.columns.values().map(String::as_str), policy);
    let mut numbers = vec![head.row];
    for row in head.read.iter().cloned().map(Ok).chain(sheet.rows) {
        let row = row.map_err(|fault| vec![unread(input, &fault)])?;
        if row.cells.len() > 1 {
            numbers.push(row.number);
            audit.row(head.columns.keys().map(|column| text(&row, *column)));
            look(&row, &mut seen);
        }
    }
    let place = |row: Option<usize>| {
        let row = row.map_or(0, |row| u32::try_from(row).unwrap_or(u32::MAX));
        Place::new(&input.path, row, u32::from(row > 0), 0)
    };
    let mut hits = audit.finish();
    hits.iter_mut().for_each(|hit| hit.row = hit.row.and_then(|row| numbered(&numbers, row)));
    let hits: Vec<Finding> = hits.iter().map(|hit| of_table(hit, place(hit.row))).collect();
    if hits.iter().any(|hit| hit.severity == Severity::Error) {
        // A row taken for the header by mistake makes the rest look like a list of persons.
        let row = format!("The header was taken from row {}; --header-row names another.", head.row);
        let with_row =
            |hit: Finding| Finding { help: Some(format!("{} {row}", hit.help.unwrap_or_default())), ..hit };
        return Err(hits.into_iter().map(with_row).collect());
    }
    write(&head, &seen, input, name, sheet.name.as_deref()).ok_or_else(|| {
        let message = "no column of the table seems to hold numbers, so there are no figures to take";
        let help = "give the row of the header with --header-row, if it is another than row ";
        vec![error(&NOTHING, Place::file(&input.path), message, format!("{help}{}", head.row))]
    })
}

fn look(row: &Row, seen: &mut BTreeMap<u32, Seen>) {
    for (column, seen) in seen {
        let found = cell(row, *column);
        let text = match found.map(|cell| &cell.held) {
            Some(Held::Date(date)) => date.words(),
            _ => clean::prose(text(row, *column)),
        };
        if text.is_empty() {
            continue;
        }
        // What is shown for a number, such as a dash for zero, is no word.
        let is_held = found.is_some_and(|cell| matches!(cell.held, Held::Number(_) | Held::Percent(_)));
        seen.filled += 1;
        let peeled = peel(&text).core;
        // Of numbers, only years are periods.
        let is_number = is_number(&peeled);
        if if is_number { is_heading_period(&peeled) } else { is_period(&text) } {
            seen.periods += 1;
        }
        if is_held || is_number {
            seen.numbers += 1;
        } else if peeled.starts_with('(') {
            seen.bracketed += 1;
        } else if seen.words.len() <= MOST_WORDS {
            seen.words.insert(text.clone());
        }
        if seen.labels.len() <= MOST_LABELS {
            seen.labels.insert(text);
        }
    }
}

/// Words that can be a period, as they are or once the mapping says how.
fn is_period(text: &str) -> bool {
    !matches!(period::read(&peel(text).core, Reads::AsWritten), Err(period::Fault::Unknown))
}

impl Seen {
    fn role(&self, name: &str, has_period: bool, rows: usize) -> Role {
        let numbers = self.labels.iter().filter(|label| is_number(label));
        let is_year = numbers.filter(|label| !is_heading_period(label)).count() == 0;
        let is_period = self.filled > 0 && self.periods * 2 > self.filled && is_year;
        let lower = name.to_lowercase();
        let is_part = ["quarter", "year", "month", "week", "day"].contains(&lower.as_str());
        let is_code = ["code", "id", "_id"].iter().any(|end| lower.ends_with(end));
        if is_period && !has_period {
            Role::Period
        } else if is_period || is_part || is_code || self.filled == 0 {
            Role::Other
        } else if self.numbers * 2 >= self.filled || (self.numbers > 0 && self.words.len() <= 3) {
            Role::Value
        } else if ["note", "notes", "comment", "comments", "footnote", "footnotes"].contains(&lower.as_str())
        {
            Role::Note
        } else if self.labels.len() > MOST_LABELS || self.filled * 2 < rows {
            Role::Other
        } else {
            Role::Dimension
        }
    }
}

/// Writes lines of a mapping. Writing to a string cannot fail.
macro_rules! line {
    ($text:expr, $($part:tt)*) => { let _written = writeln!($text, $($part)*); };
}

/// The text of a mapping. None where no column holds values.
fn write(
    head: &Head,
    seen: &BTreeMap<u32, Seen>,
    input: &Input,
    name: &str,
    sheet: Option<&str>,
) -> Option<String> {
    let (roles, is_wide) = roles(head, seen);
    let mut text = String::new();
    if !roles.iter().any(|(_, _, role)| *role == Role::Value) {
        return None;
    }
    start(&mut text, head, input, name, sheet);
    let title = head
        .above
        .iter()
        .flat_map(|row| &row.cells)
        .map(|cell| clean::line(&cell.text, 200))
        .find(|text| !text.is_empty());
    let has_periods = is_wide || roles.iter().any(|(_, _, role)| *role == Role::Period);
    source(&mut text, if has_periods { "latest" } else { "digest" }, name, title.as_deref());
    let is_open = period_of(&mut text, &roles, is_wide);
    dimensions(&mut text, &roles);
    values(&mut text, head, &roles, is_wide);
    shorthand(&mut text, &roles);
    rest(&mut text, &roles);
    if is_open {
        line!(text, "\n# No column seems to hold a period; see [period] above.");
    }
    Some(text)
}

/// What each column seems to be, and whether headings are periods.
fn roles<'s>(head: &'s Head, seen: &'s BTreeMap<u32, Seen>) -> (Vec<(&'s String, &'s Seen, Role)>, bool) {
    let mut roles: Vec<(&String, &Seen, Role)> = Vec::new();
    let rows = seen.values().map(|seen| seen.filled).max().unwrap_or_default();
    let is_wide = head.columns.values().filter(|name| is_heading_period(&peel(name).core)).count() > 1;
    for (column, name) in &head.columns {
        let Some(seen) = seen.get(column) else { continue };
        let has_period = is_wide || roles.iter().any(|(_, _, role)| *role == Role::Period);
        let role = if is_wide && is_heading_period(&peel(name).core) {
            Role::Value
        } else {
            seen.role(name, has_period, rows)
        };
        roles.push((name, seen, role));
    }
    (roles, is_wide)
}

fn start(text: &mut String, head: &Head, input: &Input, name: &str, sheet: Option<&str>) {
    *text = format!(
        "# How “{}” is read, proposed from the file itself.\n# Answer each TODO, look at the rest, and move this file to imports/{name}.toml.\n\nformat = 1\n",
        input.name
    );
    line!(
        text,
        "# The names of its releases; * stands for any words.\nfiles = {}\n# The row of the header was found in row {}. Give it where the file has another that looks like one.",
        string(&releases(&input.name)),
        head.row
    );
    line!(text, "# header_row = {}", head.row);
    if head::has_groups_above(&head.above, head.row) {
        line!(
            text,
            "# The row above seems to stand over several columns: header_row = {}, header_rows = 2.",
            head.row.saturating_sub(1)
        );
    }
    if let Some(sheet) = sheet {
        line!(text, "sheet = {}", string(sheet));
    }
}

/// The name of a file with a star for each number in it: the next release has others.
fn releases(name: &str) -> String {
    let mut pattern = String::new();
    for letter in name.chars() {
        if !letter.is_ascii_digit() {
            pattern.push(letter);
        } else if !pattern.ends_with('*') {
            pattern.push('*');
        }
    }
    pattern
}

fn source(text: &mut String, by: &str, name: &str, title: Option<&str>) {
    line!(
        text,
        "\n[source]\n# Each release is a source of its own: {{file}}, {{latest}}, {{published}} and {{digest}} are filled in."
    );
    line!(text, "id = \"{name}-{{{by}}}\"");
    match title {
        Some(title) => {
            line!(text, "title = {}", string(title));
        }
        None => {
            line!(text, "# What the table is called.\ntitle = \"{OPEN}\"");
        }
    }
    line!(text, "# official-statistics, foi-response, official-statement, other, …\nkind = \"{OPEN}\"");
    line!(text, "# The body that published it.\nbody = \"{OPEN}\"");
}

fn period_of(text: &mut String, roles: &[(&String, &Seen, Role)], is_wide: bool) -> bool {
    line!(text, "\n[period]");
    if is_wide {
        line!(text, "headings = \"periods\"");
        return false;
    }
    let found = roles.iter().find(|(_, _, role)| *role == Role::Period);
    match found {
        Some((name, seen, _)) => {
            line!(text, "column = {}", string(name));
            let is_of_days = seen.labels.iter().all(|label| {
                label.len() >= 8 && !is_heading_period(label.get(..4).unwrap_or_default())
                    || label.len() == 10
            });
            let others: Vec<&String> =
                seen.labels.iter().filter(|label| !is_period(label)).take(MOST_WORDS).collect();
            if !others.is_empty() {
                let others: Vec<String> = others.into_iter().map(|label| string(label)).collect();
                line!(
                    text,
                    "# Some cells are no periods. Rows with them are left out with [without]: {} = [{}]",
                    string(name),
                    others.join(", ")
                );
            }
            if is_of_days {
                line!(
                    text,
                    "# A date is one day, or the end or a day of a longer span: as-written, month, week-ending, quarter-ending, year-ending.\nreads = \"{OPEN}\""
                );
            }
        }
        None => {
            line!(
                text,
                "# When it was counted: fixed = \"2024\", or from = \"{{Year}}-Q{{Quarter}}\" with names of columns.\nfixed = \"{OPEN}\""
            );
        }
    }
    found.is_none()
}

fn dimensions(text: &mut String, roles: &[(&String, &Seen, Role)]) {
    let mut ids: BTreeSet<String> = BTreeSet::new();
    for ((name, seen, _), number) in roles.iter().filter(|(_, _, role)| *role == Role::Dimension).zip(1..) {
        let id = clean::slug(name)
            .filter(|id| ids.insert(id.clone()))
            .unwrap_or_else(|| string(&format!("{OPEN}-{number}")));
        line!(
            text,
            "\n# If the measure is not broken down by this, take it out and choose rows with [where].\n[dimensions.{id}]\ncolumn = {}\n\n[dimensions.{id}.codes]",
            string(name)
        );
        let mut codes: BTreeSet<String> = BTreeSet::new();
        for label in &seen.labels {
            let code = clean::slug(label)
                .filter(|code| codes.insert(code.clone()))
                .unwrap_or_else(|| OPEN.to_owned());
            line!(text, "{} = \"{code}\"", string(label));
        }
    }
}

fn values(text: &mut String, head: &Head, roles: &[(&String, &Seen, Role)], is_wide: bool) {
    let has_multiple = head.above.iter().flat_map(|row| &row.cells).any(|cell| names_a_multiple(&cell.text));
    let columns: Vec<&String> =
        roles.iter().filter(|(_, _, role)| *role == Role::Value).map(|(name, ..)| *name).collect();
    let shown: Vec<Option<&String>> =
        if is_wide { vec![None] } else { columns.into_iter().map(Some).collect() };
    let count = shown.len();
    for (at, name) in shown.into_iter().enumerate() {
        let only = if count > 1 { " Take out the columns that are not wanted." } else { "" };
        if at == 0 {
            line!(text, "\n# The id of the measure, which has to be declared.{only}");
        } else {
            line!(text, "");
        }
        line!(text, "[[values]]\nmeasure = \"{OPEN}\"");
        if let Some(name) = name {
            line!(text, "column = {}", string(name));
        }
        if let Some((note, ..)) = roles.iter().find(|(_, _, role)| *role == Role::Note) {
            line!(text, "note_column = {}", string(note));
        }
        if has_multiple || name.is_some_and(|name| names_a_multiple(name)) {
            line!(
                text,
                "# The table speaks of thousands or millions: one, thousand, million or billion.\nmultiplier = \"{OPEN}\""
            );
        }
    }
}

fn shorthand(text: &mut String, roles: &[(&String, &Seen, Role)]) {
    let of_values = || roles.iter().filter(|(_, _, role)| *role == Role::Value);
    let words: BTreeSet<&String> = of_values().flat_map(|(_, seen, _)| &seen.words).collect();
    let is_clear = |word: &str| word.starts_with('[') && word.ends_with(']') || matches!(word, ":" | "..");
    let open: Vec<&&String> = words.iter().filter(|word| !is_clear(word)).take(MOST_WORDS).collect();
    if !open.is_empty() {
        line!(
            text,
            "\n# What these mean is said in the notes of the source: zero, suppressed, not_applicable, not_available, below_half_unit,\n# not_held, left-out.\n[shorthand]"
        );
        for word in open {
            line!(text, "{} = \"{OPEN}\"", string(word));
        }
    }
    if of_values().any(|(_, seen, _)| seen.bracketed > 0) {
        line!(
            text,
            "\n# There are numbers in brackets. Below zero: brackets = \"negative\", above [source]."
        );
    }
}

/// The columns that are not read.
fn rest(text: &mut String, roles: &[(&String, &Seen, Role)]) {
    let rest = roles.iter().filter(|(_, _, role)| *role == Role::Other);
    let rest: Vec<String> = rest.map(|(name, ..)| string(name)).collect();
    if !rest.is_empty() {
        line!(text, "\n# Columns that are not read: {}", rest.join(", "));
    }
}
