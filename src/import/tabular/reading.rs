//! Rows of a table, one by one, as figures.

use super::cell::{Given, Said, peel};
use super::faults::{Fault, Faults};
use super::mapping::{Labels, Reads};
use super::period;
use super::plan::{PeriodColumns, PeriodPart, Plan, ValueColumn, cell, text};
use super::{Ask, MOST_FIGURES};
use crate::import::sheet::{Held, Row, letters};
use crate::import::{DraftFigure, clean};
use crate::model::{Code, DimensionId, FigureKey, Flag, SourceId, StockOrFlow};
use crate::period::{ReferencePeriod, Timing};
use std::collections::{BTreeMap, BTreeSet};

/// Makes figures of rows.
pub(super) struct Reading<'p> {
    pub(super) plan: &'p Plan<'p>,
    pub(super) reads: Reads,
    /// The name of the sheet, for places.
    pub(super) sheet: Option<String>,
    pub(super) source: SourceId,
    pub(super) figures: Vec<DraftFigure>,
    pub(super) faults: Faults,
    /// The last of the periods.
    pub(super) latest: Option<ReferencePeriod>,
    seen: BTreeSet<FigureKey>,
}

impl<'p> Reading<'p> {
    pub(super) fn new(
        plan: &'p Plan<'p>,
        ask: &Ask<'_>,
        sheet: Option<String>,
        source: SourceId,
        faults: Faults,
    ) -> Self {
        let reads = ask.mapping.period.reads;
        Self { plan, reads, sheet, source, figures: Vec::new(), faults, latest: None, seen: BTreeSet::new() }
    }

    /// Takes a row of the table.
    pub(super) fn row(&mut self, row: &Row) {
        let plan = self.plan;
        let is_one = |(column, labels): &(u32, &Labels)| labels.has(&clean::prose(text(row, *column)));
        let has = |wanted: &[(u32, &Labels)]| wanted.iter().all(is_one);
        if !has(&plan.wanted) || plan.unwanted.iter().any(is_one) {
            return;
        }
        let values: Vec<&ValueColumn<'_>> = plan.values.iter().filter(|value| has(&value.wanted)).collect();
        if values.is_empty() {
            return;
        }
        let period = match &plan.period {
            PeriodColumns::Headings => None,
            PeriodColumns::Fixed(period) => Some((*period, BTreeSet::new())),
            PeriodColumns::Columns(parts) => match self.period(row, parts) {
                Some(period) => Some(period),
                None => return,
            },
        };
        let Some(dimensions) = self.dimensions(row) else { return };
        for value in values {
            let (period, flags) = match (&period, value.period) {
                (Some((period, flags)), _) => (*period, flags.clone()),
                (None, Some(period)) => (period, peel(&value.name).flags),
                (None, None) => continue,
            };
            self.value(row, value, period, flags, &dimensions);
        }
    }

    fn period(&mut self, row: &Row, parts: &[PeriodPart]) -> Option<(ReferencePeriod, BTreeSet<Flag>)> {
        let mut words = String::new();
        let mut first = 1;
        for part in parts {
            match part {
                PeriodPart::Words(between) => words.push_str(between),
                PeriodPart::Column(column) => {
                    first = *column;
                    match cell(row, *column).map(|cell| &cell.held) {
                        Some(Held::Date(date)) => words.push_str(&date.words()),
                        _ => words.push_str(text(row, *column)),
                    }
                }
            }
        }
        let peeled = peel(&clean::prose(&words));
        match period::read(&peeled.core, self.reads) {
            Ok(period) => Some((period, peeled.flags)),
            Err(fault) => {
                self.faults.add(Fault::Period(words, fault), row.number, first);
                None
            }
        }
    }

    fn dimensions(&mut self, row: &Row) -> Option<BTreeMap<DimensionId, Code>> {
        let mut dimensions = BTreeMap::new();
        let mut is_whole = true;
        for dimension in &self.plan.dimensions {
            let label = clean::prose(text(row, dimension.column));
            let code = dimension
                .codes
                .get(label.as_str())
                .or_else(|| dimension.codes.get(peel(&label).core.as_str()));
            if let Some(code) = code {
                dimensions.insert(dimension.id.clone(), code.clone());
            } else {
                self.faults.add(Fault::Label(dimension.id.to_string(), label), row.number, dimension.column);
                is_whole = false;
            }
        }
        is_whole.then_some(dimensions)
    }

    fn value(
        &mut self,
        row: &Row,
        value: &ValueColumn<'_>,
        period: ReferencePeriod,
        flags: BTreeSet<Flag>,
        dimensions: &BTreeMap<DimensionId, Code>,
    ) {
        let given = match value.cells.of(cell(row, value.column)) {
            Ok(Said::Given(given)) => given,
            Ok(Said::LeftOut) => return,
            Ok(Said::Nothing) => return self.faults.add(Fault::Empty, row.number, value.column),
            Err(words) => return self.faults.add(Fault::Cell(words), row.number, value.column),
        };
        let timing = match value.measure.stock_or_flow {
            StockOrFlow::Flow => Ok(Timing::During(period)),
            StockOrFlow::Stock => period::moment(period, self.reads).map(Timing::AsOf),
        };
        let timing = match timing {
            Ok(timing) => timing,
            Err(fault) => {
                return self.faults.add(Fault::Period(period.to_string(), fault), row.number, value.column);
            }
        };
        let mut codes = dimensions.clone();
        codes.extend(value.dimensions.clone());
        let key = FigureKey {
            measure: value.measure.id.clone(),
            dimensions: codes.clone(),
            timing: timing.clone(),
        };
        if !self.seen.insert(key) {
            return self.faults.add(Fault::Twice, row.number, value.column);
        }
        if self.figures.len() >= MOST_FIGURES {
            return self.faults.add(Fault::TooMany, row.number, value.column);
        }
        if self.latest.is_none_or(|latest| latest.end() < period.end()) {
            self.latest = Some(period);
        }
        let figure = self.figure(row, value, given, flags);
        self.figures.push(DraftFigure { timing, dimensions: codes, ..figure });
    }

    fn figure(&self, row: &Row, value: &ValueColumn<'_>, given: Given, flags: BTreeSet<Flag>) -> DraftFigure {
        let marks = row.cells.iter().filter(|cell| cell.column == value.column).flat_map(|cell| &cell.marks);
        let marks: Vec<&str> = marks.map(String::as_str).collect();
        let marked = (!marks.is_empty()).then(|| format!("Marked {} in the table.", marks.join(" ")));
        let said = value.note.map(|column| clean::prose(text(row, column))).filter(|said| !said.is_empty());
        let said = said.map(|said| format!("The table notes {}.", clean::quoted(&said)));
        let notes: Vec<String> = [given.note, marked, said].into_iter().flatten().collect();
        let sheet =
            self.sheet.as_ref().map(|name| format!("sheet {}, ", clean::quoted(name))).unwrap_or_default();
        DraftFigure {
            measure: Some(value.measure.id.clone()),
            missing: given.missing,
            flags: given.flags.into_iter().chain(flags).collect(),
            locator: Some(format!("{sheet}row {}, column {}", row.number, letters(value.column))),
            note: (!notes.is_empty()).then(|| notes.join(" ")),
            ..DraftFigure::new(self.source.clone(), given.reported)
        }
    }
}
