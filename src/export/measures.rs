//! Measures: the columns of their table.

use super::column::Datatype::{Text, Token, Tokens};
use super::column::{Cell, Column, Datatype};
use super::terms::units;
use crate::model::{Dataset, Measure};

struct MeasureRow<'a> {
    dataset: &'a Dataset,
    measure: &'a Measure,
}

struct MeasureColumn {
    column: Column,
    cell: for<'r> fn(&'r MeasureRow<'_>) -> Cell<'r>,
}

const fn column(
    name: &'static str,
    datatype: Datatype,
    meaning: &'static str,
    cell: for<'r> fn(&'r MeasureRow<'_>) -> Cell<'r>,
) -> MeasureColumn {
    MeasureColumn { column: Column { name, datatype, meaning }, cell }
}

const COLUMNS: &[MeasureColumn] = &[
    column("measure", Token, "The id of the measure.", |row| Cell::text(row.measure.id.as_str())),
    column("title", Text, "What is measured.", |row| Cell::text(&row.measure.title)),
    column("question", Text, "The question that it answers.", |row| {
        Cell::optional(row.measure.question.as_deref())
    }),
    column("topic", Text, "The topic it is listed under.", |row| {
        Cell::optional(row.measure.topic.as_deref())
    }),
    column("units", Text, "What its numbers count.", |row| Cell::shown(Some(units(row.measure)))),
    column("quantity", Token, "What kind of number it is.", |row| Cell::text(row.measure.quantity.name())),
    column("stock_or_flow", Token, "Counted at a moment (stock), or over a span of time (flow).", |row| {
        Cell::text(row.measure.stock_or_flow.name())
    }),
    column("population", Text, "Who or what is counted.", |row| {
        Cell::optional(row.measure.population.as_deref())
    }),
    column("coverage", Text, "Geography and setting.", |row| Cell::optional(row.measure.coverage.as_deref())),
    column(
        "responsible",
        Token,
        "The id of the body that holds the figure, and whose word confirms it.",
        |row| Cell::optional(row.measure.responsible.as_ref().map(|body| body.as_str())),
    ),
    column("responsible_name", Text, "The name of that body.", |row| {
        Cell::optional(row.measure.responsible.as_ref().map(|body| row.dataset.body_name(body)))
    }),
    column("dimensions", Tokens, "The ids of the dimensions by which it is broken down.", |row| {
        Cell::list(row.measure.dimensions.keys().map(|id| id.as_str()))
    }),
    column("definition", Text, "What is counted and what is not, in Markdown.", |row| {
        Cell::optional(row.measure.definition.as_deref().map(str::trim))
    }),
    column("caveats", Text, "What a reader must know before relying on it, a line each.", |row| {
        let caveats: Vec<&str> = row.measure.caveats.iter().map(|caveat| caveat.trim()).collect();
        Cell::shown((!caveats.is_empty()).then(|| caveats.join("\n")))
    }),
];

/// The columns of the file of measures.
pub fn measure_columns() -> impl Iterator<Item = &'static Column> {
    COLUMNS.iter().map(|column| &column.column)
}

/// Hands out the cells of a measure, one for each column.
pub(super) fn with_cells<E>(
    dataset: &Dataset,
    measure: &Measure,
    take: &mut impl FnMut(&[Cell<'_>]) -> Result<(), E>,
) -> Result<(), E> {
    let row = MeasureRow { dataset, measure };
    take(&COLUMNS.iter().map(|column| (column.cell)(&row)).collect::<Vec<_>>())
}
