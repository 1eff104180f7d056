//! Tables as CSV.

use super::csv_file::{CsvFile, in_memory};
use super::table::Table;
use crate::edition::{Digest, Digesting};
use crate::model::{FigureId, Measure, MeasureId};
use crate::reconcile::Record;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// The figures of one measure.
#[must_use]
pub fn measure_csv(record: &Record, measure: &Measure) -> Vec<u8> {
    table_csv(&Table::of_measure(record, measure))
}

/// Every figure, in one file.
#[must_use]
pub fn figures_csv(record: &Record) -> Vec<u8> {
    table_csv(&Table::of_figures(record))
}

/// Writes every figure as it goes, for records too large to be held as text.
///
/// # Errors
/// Those of the writer.
pub fn write_figures_csv(record: &Record, out: impl Write) -> io::Result<()> {
    write(&Table::of_figures(record), out)
}

/// Every source, without its notes.
#[must_use]
pub fn sources_csv(record: &Record) -> Vec<u8> {
    table_csv(&Table::of_sources(record))
}

/// Every measure, without its codes.
#[must_use]
pub fn measures_csv(record: &Record) -> Vec<u8> {
    table_csv(&Table::of_measures(record))
}

/// How long the CSV file of a table is, and its digest, without holding it.
#[must_use]
#[expect(clippy::expect_used, reason = "a digest takes every byte; if not, it is a bug of ours")]
pub fn table_digest(table: &Table<'_>) -> (u64, Digest) {
    let mut digesting = Digesting::default();
    write(table, &mut digesting).expect("taking a digest");
    digesting.finish()
}

/// A table as a CSV file.
#[must_use]
pub fn table_csv(table: &Table<'_>) -> Vec<u8> {
    in_memory(|out| write(table, out))
}

/// The figures of some measures, in one file, but for some.
pub(super) fn figures_of_csv(
    record: &Record,
    measures: &BTreeSet<&MeasureId>,
    without: &BTreeSet<&FigureId>,
) -> Vec<u8> {
    let figures = measures.iter().flat_map(|id| record.dataset().figures_of(id));
    let figures = figures.filter(|figure| !without.contains(&figure.id));
    table_csv(&Table::of_some(record, figures.collect()))
}

fn write(table: &Table<'_>, out: impl Write) -> io::Result<()> {
    let mut file = CsvFile::new(out);
    file.header(table.columns().iter().map(|column| column.name.as_str()))?;
    table.each_row(|cells| {
        let mut cells = table.columns().iter().zip(cells);
        cells.try_for_each(|(column, cell)| file.cell(column.datatype, cell))?;
        file.end_row()
    })?;
    file.finish()
}
