//! What has to be decided before a table is read: each thing once, with how often it stands there and where first.

use crate::finding::Finding;
use crate::import::MOST_FINDINGS;
use crate::import::clean::{line, quoted};
use crate::import::codes::{
    LEFT_OUT, MISFIT, TWICE, UNIT, UNLISTED, UNREAD_CELL, UNREAD_PERIOD, error, note,
};
use crate::model::Place;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Things of one kind beyond this many are only counted.
const MOST_KINDS: usize = 5_000;

/// Something that is not clear.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// A cell in a column of values.
    Cell(String),
    /// A label of a dimension.
    Label(String, String),
    /// A period, in its words.
    Period(String, super::period::Fault),
    /// Two rows for one figure.
    Twice,
    /// A cell to the right of the header.
    Beyond,
    /// There are more figures than are taken.
    TooMany,
    /// A heading that names a multiple.
    Unit(String),
    /// An empty cell. No fault, and said all the same.
    Empty,
    /// A row of one cell.
    Lonely,
}

/// Everything that is not clear, with how often and where first, as row and column.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: BTreeMap<Fault, (usize, (u32, u32))>,
}

impl Faults {
    pub(super) fn add(&mut self, fault: Fault, row: u32, column: u32) {
        let is_full = self.found.len() >= MOST_KINDS;
        match self.found.get_mut(&fault) {
            Some((count, _)) => *count += 1,
            None if is_full => {}
            None => {
                self.found.insert(fault, (1, (row, column)));
            }
        }
    }

    /// As findings, the first of them.
    pub(super) fn findings(self, path: &Arc<str>) -> Vec<Finding> {
        let finding = |(fault, (count, (row, column)))| of(&fault, count, Place::new(path, row, column, 0));
        self.found.into_iter().take(MOST_FINDINGS).map(finding).collect()
    }
}

fn of(fault: &Fault, count: usize, place: Place) -> Finding {
    let cells = if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
    match fault {
        Fault::Cell(text) => error(
            &UNREAD_CELL,
            place,
            format!(
                "{} in {cells} is no number, and the mapping does not say what it means",
                quoted(&line(text, 60))
            ),
            format!(
                "write {:?} = \"…\" under [shorthand]: zero, suppressed, not_applicable, not_available, below_half_unit, left-out; for a number in brackets, brackets = \"negative\"",
                line(text, 60)
            ),
        ),
        Fault::Label(dimension, label) => error(
            &UNLISTED,
            place,
            format!("{} in {cells} has no code of the dimension “{dimension}”", quoted(&line(label, 80))),
            format!("write {:?} = \"…\" under [dimensions.{dimension}.codes]", line(label, 80)),
        ),
        Fault::Period(text, why) => {
            let (what, help) = match why {
                super::period::Fault::Unknown => {
                    ("is no period that is known", "leave the rows out with where, or set last_row")
                }
                super::period::Fault::TwoWays => (
                    "can be a month or a year of two",
                    "write reads = \"financial-year\" under [period] if it is a financial year",
                ),
                super::period::Fault::NoMoment => (
                    "is no moment, which the measure needs",
                    "write reads = \"at-the-end\" under [period] if it was counted at the end",
                ),
            };
            error(&UNREAD_PERIOD, place, format!("{} in {cells} {what}", quoted(&line(text, 60))), help)
        }
        Fault::Twice => error(
            &TWICE,
            place,
            if count == 1 {
                "1 cell gives a figure that another row gives too".to_owned()
            } else {
                format!("{cells} give figures that other rows give too")
            },
            "add a column as a dimension, or choose rows with where",
        ),
        Fault::Beyond => error(
            &MISFIT,
            place,
            format!("{cells} {} to the right of the header", if count == 1 { "stands" } else { "stand" }),
            "look at the row of the header, and for commas that should stand in quotation marks",
        ),
        Fault::TooMany => error(
            &MISFIT,
            place,
            format!("the table has more than {} figures", super::MOST_FIGURES),
            "choose rows with where",
        ),
        Fault::Unit(heading) => error(
            &UNIT,
            place,
            format!("{} names a multiple", quoted(&line(heading, 80))),
            "write multiplier = \"thousand\", \"million\" or \"billion\" with the values, or \"one\" if they are whole",
        ),
        Fault::Empty => note(
            &LEFT_OUT,
            place,
            format!("{cells} of values with nothing in them"),
            "to give them a meaning, write \"\" = \"…\" under [shorthand]",
        ),
        Fault::Lonely => note(
            &LEFT_OUT,
            place,
            format!("{count} row{} of one cell, kept as notes", if count == 1 { "" } else { "s" }),
            "look at them in the notes of the source",
        ),
    }
}
