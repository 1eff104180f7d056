//! A mapping laid on the columns of one file: which column is what.

use super::Ask;
use super::cell::{Cells, peel};
use super::faults::{Fault, Faults};
use super::head::{Head, is_heading_period};
use super::mapping::{Labels, Multiplier, ValueMap};
use super::period;
use crate::finding::{Finding, nearest};
use crate::import::codes::{MISFIT, error};
use crate::import::sheet::{Cell, Row};
use crate::model::{Code, DimensionId, Measure, Place};
use crate::period::ReferencePeriod;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Which column is what.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    pub(super) period: PeriodColumns,
    pub(super) dimensions: Vec<DimensionColumn<'a>>,
    pub(super) wanted: Vec<(u32, &'a Labels)>,
    pub(super) unwanted: Vec<(u32, &'a Labels)>,
    pub(super) values: Vec<ValueColumn<'a>>,
}

/// Where the period of a row stands.
#[derive(Debug)]
pub(super) enum PeriodColumns {
    /// In the heading of each column of values.
    Headings,
    /// It is the same everywhere.
    Fixed(ReferencePeriod),
    /// In columns, with the words between them.
    Columns(Vec<PeriodPart>),
}

#[derive(Debug)]
pub(super) enum PeriodPart {
    Words(String),
    Column(u32),
}

#[derive(Debug)]
pub(super) struct DimensionColumn<'a> {
    pub(super) id: DimensionId,
    pub(super) column: u32,
    pub(super) codes: BTreeMap<&'a str, Code>,
}

#[derive(Debug)]
pub(super) struct ValueColumn<'a> {
    pub(super) measure: &'a Measure,
    pub(super) column: u32,
    pub(super) name: String,
    pub(super) dimensions: BTreeMap<DimensionId, Code>,
    pub(super) wanted: Vec<(u32, &'a Labels)>,
    pub(super) note: Option<u32>,
    pub(super) cells: Cells<'a>,
    /// The period in its heading.
    pub(super) period: Option<ReferencePeriod>,
}

/// Lays a mapping on a header, and collects everything that does not fit.
struct Fitting<'a, 'h> {
    ask: &'h Ask<'a>,
    head: &'h Head,
    path: &'h Arc<str>,
    findings: Vec<Finding>,
}

impl<'a> Plan<'a> {
    pub(super) fn of(
        ask: &Ask<'a>,
        head: &Head,
        path: &Arc<str>,
        faults: &mut Faults,
    ) -> Result<Self, Vec<Finding>> {
        let mut fitting = Fitting { ask, head, path, findings: Vec::new() };
        let mapping = ask.mapping;
        let period = fitting.period(faults);
        let dimensions = mapping
            .dimensions
            .iter()
            .filter_map(|(id, dimension)| fitting.dimension(id, &dimension.column, &dimension.codes))
            .collect();
        let wanted = fitting.wanted(&mapping.wanted);
        let unwanted = fitting.wanted(&mapping.without);
        let values = mapping.values.iter().flat_map(|value| fitting.value(value, faults)).collect();
        match (period, fitting.findings.is_empty()) {
            (Some(period), true) => Ok(Self { period, dimensions, wanted, unwanted, values }),
            _ => Err(fitting.findings),
        }
    }

    /// The columns whose labels the mapping knows.
    pub(super) fn declared(&self) -> BTreeSet<u32> {
        let of_period = match &self.period {
            PeriodColumns::Columns(parts) => parts.as_slice(),
            PeriodColumns::Headings | PeriodColumns::Fixed(_) => &[],
        };
        let of_period = of_period.iter().filter_map(|part| match part {
            PeriodPart::Column(column) => Some(*column),
            PeriodPart::Words(_) => None,
        });
        of_period.chain(self.dimensions.iter().map(|dimension| dimension.column)).collect()
    }
}

impl<'a> Fitting<'a, '_> {
    fn fault(&mut self, message: String, help: &str) {
        let place = Place::new(self.path, self.head.row, 1, 0);
        self.findings.push(error(&MISFIT, place, message, help));
    }

    fn column(&mut self, name: &str) -> Option<u32> {
        let found = self.head.columns.iter().find(|(_, known)| *known == name).map(|(column, _)| *column);
        if found.is_none() {
            let near = nearest(name, self.head.columns.values().map(String::as_str));
            let near = near.map_or_else(String::new, |near| format!("; there is “{near}”"));
            let message = format!("there is no column “{name}” in row {}{near}", self.head.row);
            self.fault(message, "compare the file with the last one, and change the mapping");
        }
        found
    }

    fn period(&mut self, faults: &mut Faults) -> Option<PeriodColumns> {
        let said = &self.ask.mapping.period;
        if let Some(name) = &said.column {
            return self.column(name).map(|column| PeriodColumns::Columns(vec![PeriodPart::Column(column)]));
        }
        if let Some(fixed) = &said.fixed {
            return match period::read(fixed, said.reads) {
                Ok(period) => Some(PeriodColumns::Fixed(period)),
                Err(fault) => {
                    faults.add(Fault::Period(fixed.clone(), fault), self.head.row, 1);
                    None
                }
            };
        }
        let Some(from) = &said.from else { return Some(PeriodColumns::Headings) };
        let mut parts = Vec::new();
        for (index, part) in from.split('{').enumerate() {
            match part.split_once('}').filter(|_| index > 0) {
                Some((name, words)) => {
                    parts.push(PeriodPart::Column(self.column(name)?));
                    parts.push(PeriodPart::Words(words.to_owned()));
                }
                None => parts.push(PeriodPart::Words(part.to_owned())),
            }
        }
        Some(PeriodColumns::Columns(parts))
    }

    fn dimension(
        &mut self,
        id: &str,
        column: &str,
        codes: &'a BTreeMap<String, String>,
    ) -> Option<DimensionColumn<'a>> {
        let column = self.column(column);
        let known = self.dimension_id(id)?;
        let codes: Vec<(&str, Option<Code>)> =
            codes.iter().map(|(label, code)| (label.as_str(), self.code(id, code))).collect();
        let codes = codes.into_iter().filter_map(|(label, code)| Some((label, code?))).collect();
        Some(DimensionColumn { id: known, column: column?, codes })
    }

    fn dimension_id(&mut self, id: &str) -> Option<DimensionId> {
        let known = DimensionId::new(id).ok();
        if known.is_none() {
            self.fault(
                format!("“{id}” cannot be the id of a dimension"),
                "use small letters, digits and hyphens",
            );
        }
        known
    }

    fn code(&mut self, dimension: &str, text: &str) -> Option<Code> {
        let code = Code::new(text).ok();
        let measures: Vec<&Measure> = self.measures().collect();
        let mut declared = measures
            .iter()
            .flat_map(|measure| &measure.dimensions)
            .filter(|(id, _)| id.as_str() == dimension)
            .map(|(_, dimension)| dimension);
        let mut is_known = |code: &Code| declared.all(|dimension| dimension.codes.contains_key(code));
        let known = code.filter(|code| is_known(code));
        if known.is_none() {
            self.fault(
                format!("“{text}” is no code of the dimension “{dimension}”"),
                "declare it in the file of the measure, or write another",
            );
        }
        known
    }

    fn measures(&self) -> impl Iterator<Item = &'a Measure> + use<'a> {
        let (mapping, measures) = (self.ask.mapping, self.ask.measures);
        measures
            .iter()
            .filter(|measure| mapping.values.iter().any(|value| value.measure == measure.id.as_str()))
    }

    fn wanted(&mut self, wanted: &'a BTreeMap<String, Labels>) -> Vec<(u32, &'a Labels)> {
        wanted.iter().filter_map(|(name, labels)| Some((self.column(name)?, labels))).collect()
    }

    fn value(&mut self, value: &'a ValueMap, faults: &mut Faults) -> Vec<ValueColumn<'a>> {
        let Some(measure) = self.ask.measures.iter().find(|measure| measure.id.as_str() == value.measure)
        else {
            let near = nearest(&value.measure, self.ask.measures.iter().map(|measure| measure.id.as_str()));
            let near = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
            self.fault(
                format!("there is no measure “{}” in data/measures{near}", value.measure),
                "declare the measure first",
            );
            return Vec::new();
        };
        self.check_dimensions(measure, value);
        let codes: Vec<(Option<DimensionId>, Option<Code>)> =
            value.dimensions.iter().map(|(id, code)| (self.dimension_id(id), self.code(id, code))).collect();
        let dimensions: BTreeMap<DimensionId, Code> =
            codes.into_iter().filter_map(|(id, code)| id.zip(code)).collect();
        let wanted = self.wanted(&value.wanted);
        let note = value.note_column.as_deref().and_then(|name| self.column(name));
        let cells =
            Cells { mapping: self.ask.mapping, reader: self.ask.reader, multiplier: value.multiplier };
        let columns = self.columns_of(value, faults);
        self.units(value.multiplier, &columns, faults);
        let make = |(column, name, period)| ValueColumn {
            measure,
            column,
            name,
            dimensions: dimensions.clone(),
            wanted: wanted.clone(),
            note,
            cells,
            period,
        };
        columns.into_iter().map(make).collect()
    }

    fn check_dimensions(&mut self, measure: &Measure, value: &ValueMap) {
        let named: Vec<&String> = self.ask.mapping.dimensions.keys().chain(value.dimensions.keys()).collect();
        for id in named {
            if !measure.dimensions.keys().any(|known| known.as_str() == id) {
                let message = format!("the measure “{}” has no dimension “{id}”", measure.id);
                self.fault(message, "declare it in the file of the measure, or choose rows with where");
            }
        }
    }

    fn columns_of(
        &mut self,
        value: &ValueMap,
        faults: &mut Faults,
    ) -> Vec<(u32, String, Option<ReferencePeriod>)> {
        if let Some(name) = &value.column {
            return self.column(name).map(|column| (column, name.clone(), None)).into_iter().collect();
        }
        let reads = self.ask.mapping.period.reads;
        let of_period = |(column, name): (&u32, &String)| {
            let core = peel(name).core;
            match period::read(&core, reads) {
                Ok(period) if is_heading_period(&core) => Some((*column, name.clone(), Some(period))),
                Err(fault @ period::Fault::TwoWays) => {
                    faults.add(Fault::Period(core, fault), self.head.row, *column);
                    None
                }
                _ => None,
            }
        };
        let found: Vec<_> = self.head.columns.iter().filter_map(of_period).collect();
        if found.is_empty() {
            self.fault(
                format!("no heading in row {} is a period", self.head.row),
                "give header_row, or name the column of the period",
            );
        }
        found
    }

    /// Titles and headings that name a multiple of which the mapping says nothing.
    fn units(
        &self,
        multiplier: Option<Multiplier>,
        columns: &[(u32, String, Option<ReferencePeriod>)],
        faults: &mut Faults,
    ) {
        if multiplier.is_some() {
            return;
        }
        for (column, name, _) in columns.iter().filter(|(_, name, _)| names_a_multiple(name)) {
            faults.add(Fault::Unit(name.clone()), self.head.row, *column);
        }
        for row in &self.head.above {
            let cell = row.cells.iter().find(|cell| names_a_multiple(&cell.text));
            if let Some(cell) = cell {
                faults.add(Fault::Unit(cell.text.clone()), row.number, cell.column);
            }
        }
    }
}

/// "£m", "thousands", "000s".
pub(super) fn names_a_multiple(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '£' && c != '\'');
    let is_word = |word: &str| {
        matches!(
            word,
            "thousand"
                | "thousands"
                | "million"
                | "millions"
                | "billion"
                | "billions"
                | "£m"
                | "£bn"
                | "£k"
                | "£000"
                | "£000s"
                | "000"
                | "000s"
                | "'000"
                | "'000s"
                | "£'000"
        )
    };
    words.into_iter().any(is_word)
}

/// A cell of a row.
pub(super) fn cell(row: &Row, column: u32) -> Option<&Cell> {
    row.cells.binary_search_by_key(&column, |cell| cell.column).ok().and_then(|at| row.cells.get(at))
}

/// The text of a cell of a row.
pub(super) fn text(row: &Row, column: u32) -> &str {
    cell(row, column).map_or("", |cell| cell.text.trim())
}
