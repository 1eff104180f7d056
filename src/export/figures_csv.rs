//! Figures as CSV: one reported figure a row, its words beside what they are read as.

use super::column::{Column, Datatype};
use super::csv_file::{CsvFile, in_memory};
use super::figure_row::{FigureColumn, FigureRow, KEY, REPORTED};
use crate::model::{DimensionId, Figure, FigureId, Measure, MeasureId};
use crate::reconcile::Record;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// The one column of the breakdown in a file of several measures.
const DIMENSIONS: Column = Column {
    name: "dimensions",
    datatype: Datatype::Tokens,
    meaning: "The code on each dimension, as dimension=code. Empty where the figure is not broken down.",
};

/// The columns of a file of all figures. A file of one measure has a column for each of its dimensions in place of
/// `dimensions`: with the dimension's id as its name, or `by_ID` where a fixed column has that name.
pub fn figure_columns() -> impl Iterator<Item = &'static Column> {
    let fixed = |columns: &'static [FigureColumn]| columns.iter().map(|column| &column.column);
    fixed(KEY).chain([&DIMENSIONS]).chain(fixed(REPORTED))
}

/// The figures of one measure.
#[must_use]
pub fn measure_csv(record: &Record, measure: &Measure) -> Vec<u8> {
    let dimensions: Vec<&DimensionId> = measure.dimensions.keys().collect();
    let names: Vec<String> = dimensions.iter().map(|id| dimension_column(id)).collect();
    in_memory(|out| {
        let mut file = CsvFile::new(out);
        file.header(headers(&names))?;
        for figure in record.dataset().figures_of(&measure.id) {
            let code = |id| figure.key.dimensions.get(id).map_or("", |code| code.as_str());
            write_row(&mut file, record, figure, dimensions.iter().map(|id| code(*id)))?;
        }
        file.finish()
    })
}

/// Every figure, in one file.
#[must_use]
pub fn figures_csv(record: &Record) -> Vec<u8> {
    in_memory(|out| write_figures_csv(record, out))
}

/// Writes every figure as it goes, for records too large to be held as text.
///
/// # Errors
/// Those of the writer.
pub fn write_figures_csv(record: &Record, out: impl Write) -> io::Result<()> {
    write_rows(record, record.dataset().figures().iter(), out)
}

/// The figures of some measures, in one file, but for some.
pub(super) fn figures_of_csv(
    record: &Record,
    measures: &BTreeSet<&MeasureId>,
    without: &BTreeSet<&FigureId>,
) -> Vec<u8> {
    in_memory(|out| {
        let figures = measures.iter().flat_map(|id| record.dataset().figures_of(id));
        let figures = figures.filter(|figure| !without.contains(&figure.id));
        write_rows(record, figures, out)
    })
}

fn write_rows<'a>(
    record: &Record,
    figures: impl Iterator<Item = &'a Figure>,
    out: impl Write,
) -> io::Result<()> {
    let mut file = CsvFile::new(out);
    file.header(headers(&[DIMENSIONS.name.to_owned()]))?;
    for figure in figures {
        let codes = figure.key.dimensions.iter().map(|(id, code)| format!("{id}={code}"));
        let breakdown = codes.collect::<Vec<_>>().join(";");
        write_row(&mut file, record, figure, [breakdown.as_str()])?;
    }
    file.finish()
}

fn dimension_column(id: &DimensionId) -> String {
    let taken = figure_columns().any(|column| column.name == id.as_str());
    if taken { format!("by_{id}") } else { id.to_string() }
}

fn headers(breakdown: &[String]) -> impl Iterator<Item = &str> {
    let fixed = |columns: &'static [FigureColumn]| columns.iter().map(|column| column.column.name);
    fixed(KEY).chain(breakdown.iter().map(String::as_str)).chain(fixed(REPORTED))
}

fn write_row<'a, W: Write>(
    file: &mut CsvFile<W>,
    record: &Record,
    figure: &Figure,
    breakdown: impl IntoIterator<Item = &'a str>,
) -> io::Result<()> {
    let row = FigureRow::new(record, figure);
    let fixed = |file: &mut CsvFile<W>, columns: &[FigureColumn]| {
        columns.iter().try_for_each(|column| file.cell(column.column.datatype, (column.cell)(&row)))
    };
    fixed(file, KEY)?;
    breakdown.into_iter().try_for_each(|code| file.token(code))?;
    fixed(file, REPORTED)?;
    file.end_row()
}
