//! A table of figures, from its file to figures.

use super::super::codes::{BAD_HEADER, BLANK_ROW, EMPTY_TABLE, RAGGED_ROW, SYNTAX};
use super::super::declare::{Declared, Standing};
use super::super::document::{Mention, Noticed};
use super::super::faults::Faults;
use super::super::references::Missing;
use super::super::text;
use super::batch::Rows;
use super::cells::Cells;
use super::column::Field;
use super::columns;
use super::header::Header;
use super::persons;
use super::record::{Marks, Record, Scan};
use super::row::{self, Setting};
use crate::finding::{Finding, Severity};
use crate::model::{Figure, FigureId, Measure, OwnText, Place};
use crate::personal::Policy;
use crate::quantity::Reader;
use rayon::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Rows that one core reads at a time.
const PART: usize = 512;

/// The figures of a file.
#[derive(Debug)]
pub(in crate::load) struct Figures {
    pub(in crate::load) figures: Vec<Figure>,
    /// Ids written in rows that have mistakes: they are known, though there is no figure.
    pub(in crate::load) broken: Vec<FigureId>,
    /// The ids that its other rows may have.
    pub(in crate::load) missing: Missing,
}

/// Reads a file.
pub(in crate::load) fn read(
    root: &Path,
    path: &Arc<str>,
    declared: &Declared,
    reader: &Reader,
    policy: &Policy,
) -> (Figures, Noticed) {
    let mut whole = Part::default();
    let text = text::text(root, path, text::TABLE, &mut whole.faults.borrow_mut());
    match text {
        Some(text) => {
            let persons = persons::find(&text, path, declared, policy);
            if persons.iter().any(|finding| finding.severity == Severity::Error) {
                whole.missing = Missing::Any;
            } else {
                read_text(&text, path, declared, reader, &mut whole);
            }
            persons.into_iter().for_each(|finding| whole.faults.borrow_mut().add(finding));
        }
        None => whole.missing = Missing::Any,
    }
    let noticed = Noticed {
        findings: whole.faults.into_inner().into_findings(),
        mentions: whole.mentions.into_inner(),
        own: whole.own,
        spotted: Vec::new(),
    };
    (Figures { figures: whole.figures, broken: whole.broken, missing: whole.missing }, noticed)
}

fn read_text<'a>(text: &str, path: &Arc<str>, declared: &'a Declared, reader: &Reader, whole: &mut Part<'a>) {
    let mut rows = Rows::new(text);
    let Some(first) = rows.first() else {
        whole.fail(&EMPTY_TABLE, Place::file(path), "the file is empty", "fill it in, or delete it");
        return;
    };
    let scan = Scan::new(path, text, &first);
    if has_other_separator(&scan, whole) || !has_good_marks(&scan, whole) {
        whole.missing = Missing::Any;
        return;
    }
    let Some(header) = Header::read(&first, &scan, path, &mut whole.faults.borrow_mut()) else {
        whole.missing = Missing::Any;
        return;
    };
    let table = Table { text, path, setting: Setting { declared, header: &header, reader } };
    let mut read = 0;
    loop {
        let batch = rows.batch();
        if batch.is_empty() {
            break;
        }
        read += batch.len();
        let parts: Vec<Part<'a>> = batch.par_chunks(PART).map(|part| table.read(part)).collect();
        parts.into_iter().for_each(|part| whole.absorb(part));
    }
    if read == 0 {
        whole.fail(
            &EMPTY_TABLE,
            scan.row(),
            "the table has no rows but its first",
            "fill it in, or delete the file",
        );
    }
    for line in &rows.blank {
        note_blank(Place::new(path, *line, 1, 0), whole);
    }
    columns::note(&header, &first, &scan, declared, whole);
}

/// What was made of some rows.
#[derive(Debug)]
pub(super) struct Part<'a> {
    figures: Vec<Figure>,
    broken: Vec<FigureId>,
    missing: Missing,
    pub(super) faults: RefCell<Faults>,
    pub(super) mentions: RefCell<Vec<Mention>>,
    /// The publisher's notes.
    own: Vec<OwnText>,
    /// Codes in columns that the row's measure is not broken down by, with the column.
    pub(super) undeclared: Vec<(usize, Finding)>,
    /// The measures of the rows.
    pub(super) measures: BTreeMap<&'a str, &'a Measure>,
    /// Broken where there are rows whose measure is not known.
    pub(super) measures_standing: Standing,
}

impl Default for Part<'_> {
    fn default() -> Self {
        Self {
            figures: Vec::new(),
            broken: Vec::new(),
            missing: Missing::None,
            faults: RefCell::default(),
            mentions: RefCell::default(),
            own: Vec::new(),
            undeclared: Vec::new(),
            measures: BTreeMap::new(),
            measures_standing: Standing::Sound,
        }
    }
}

impl<'a> Part<'a> {
    fn fail(&mut self, rule: &crate::finding::RuleDoc, place: Place, message: &str, help: &str) {
        self.missing = Missing::Any;
        self.faults.borrow_mut().error(rule, place, message, help);
    }

    fn absorb(&mut self, part: Self) {
        self.figures.extend(part.figures);
        self.broken.extend(part.broken);
        self.missing = self.missing.max(part.missing);
        self.faults.borrow_mut().absorb(part.faults.into_inner());
        self.mentions.borrow_mut().extend(part.mentions.into_inner());
        self.own.extend(part.own);
        self.undeclared.extend(part.undeclared);
        self.measures.extend(part.measures);
        self.measures_standing = self.measures_standing.and(part.measures_standing);
    }

    fn take(&mut self, outcome: row::Outcome<'a>) {
        match (outcome.figure, outcome.id) {
            (Some(figure), _) => self.figures.push(figure),
            (None, Some(id)) => self.broken.push(id),
            (None, None) => self.missing = self.missing.max(Missing::Derived),
        }
        match outcome.measure {
            Some(measure) => {
                self.measures.insert(measure.id.as_str(), measure);
            }
            None => self.measures_standing = Standing::Broken,
        }
        self.undeclared.extend(outcome.undeclared);
    }
}

/// A table with its first row read.
#[derive(Debug)]
struct Table<'t, 'a> {
    text: &'t str,
    path: &'t Arc<str>,
    setting: Setting<'t, 'a>,
}

/// How a row stands.
enum Shape {
    Whole,
    Blank,
    /// Its cells cannot be told apart or counted.
    Torn,
}

impl<'a> Table<'_, 'a> {
    fn read(&self, records: &[Record]) -> Part<'a> {
        let mut part = Part::default();
        for record in records {
            let scan = Scan::new(self.path, self.text, record);
            match self.shape(record, &scan, &mut part) {
                Shape::Whole => {
                    let cells = Cells::new(self.setting.header, record, scan, &part.faults, &part.mentions);
                    let (outcome, note) = (row::read(self.setting, &cells), cells.own_note());
                    part.take(outcome);
                    part.own.extend(note);
                }
                Shape::Blank => {}
                Shape::Torn => self.keep_id(record, &mut part),
            }
        }
        part
    }

    /// Whether the cells of a row can be told apart and counted; notes why not.
    fn shape(&self, record: &Record, scan: &Scan<'_>, part: &mut Part<'_>) -> Shape {
        if !has_good_marks(scan, part) {
            return Shape::Torn;
        }
        if record.cells.iter().all(|cell| cell.trim().is_empty()) {
            note_blank(scan.row(), part);
            return Shape::Blank;
        }
        let (found, wanted) = (record.cells.len(), self.setting.header.width);
        if found == wanted {
            return Shape::Whole;
        }
        let help = if found > wanted {
            "put a cell that holds a comma in quotation marks: \"53,298\""
        } else {
            "an empty cell is nothing between two commas; no cell is left out"
        };
        let cells = if found == 1 { "1 cell".to_owned() } else { format!("{found} cells") };
        let message = format!("the row has {cells}, the first row has {wanted}");
        part.faults.borrow_mut().error(&RAGGED_ROW, scan.row(), message, help);
        Shape::Torn
    }

    /// The id of a row that could not be read further is known all the same.
    fn keep_id(&self, record: &Record, part: &mut Part<'_>) {
        let cell = self.setting.header.column(Field::Id).and_then(|index| record.cells.get(index));
        match cell.and_then(|text| FigureId::new(text).ok()) {
            Some(id) => part.broken.push(id),
            None => part.missing = part.missing.max(Missing::Derived),
        }
        part.measures_standing = Standing::Broken;
    }
}

/// Notes quotation marks that stand wrong in a row.
fn has_good_marks(scan: &Scan<'_>, part: &mut Part<'_>) -> bool {
    if !scan.has_marks() {
        return true;
    }
    let mut good = true;
    for cell in scan.cells() {
        let (place, message, help) = match cell.marks {
            Marks::Without | Marks::Around => continue,
            Marks::Open => (
                scan.place(cell.span.start..cell.span.start + 1),
                "the quotation mark that opens here is not closed",
                "close it at the end of the cell, before the comma",
            ),
            Marks::Astray(at) => (
                scan.place(at..at + 1),
                "there is a quotation mark in the middle of the cell",
                "put marks around the whole cell, and write each mark inside it twice",
            ),
        };
        if cell.marks == Marks::Open {
            // The rows that follow are swallowed.
            part.missing = Missing::Any;
        }
        part.faults.borrow_mut().error(&SYNTAX, place, message, help);
        good = false;
    }
    good
}

fn has_other_separator(scan: &Scan<'_>, whole: &mut Part<'_>) -> bool {
    let commas = scan.count(',');
    let other = [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")];
    let Some((_, name)) = other.into_iter().find(|(separator, _)| scan.count(*separator) > commas) else {
        return false;
    };
    let message = format!("the cells are separated by {name}");
    whole.fail(&BAD_HEADER, scan.row(), &message, "save the table with commas between its cells");
    true
}

fn note_blank(place: Place, part: &Part<'_>) {
    part.faults.borrow_mut().error(&BLANK_ROW, place, "the row has nothing in it", "delete it");
}
