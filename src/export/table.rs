//! A table of the record: the one model that every format of rows and columns is written from.

use super::column::{Cell, Column, Datatype};
use super::figure_row::{FigureColumn, FigureRow, KEY, REPORTED};
use super::{measures, sources};
use crate::model::{DimensionId, Figure, Measure, Source, SourceId};
use crate::reconcile::Record;
use std::collections::BTreeSet;

/// A table: what it is called, its columns, and its rows as they are asked for.
pub struct Table<'a> {
    record: &'a Record,
    name: String,
    title: String,
    columns: Vec<TableColumn>,
    body: Body<'a>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// Its name, unique in the table: `lower_loosest`.
    pub name: String,
    /// Its name for people: "Lower loosest".
    pub title: String,
    /// What its cells hold.
    pub datatype: Datatype,
    /// What it means, in full sentences.
    pub meaning: String,
    /// The codes that its cells may hold, each in words; empty for what is no dimension.
    pub codes: Vec<(String, String)>,
}

enum Body<'a> {
    /// Figures of one measure, a column for each of its dimensions.
    OfMeasure(Vec<&'a DimensionId>, &'a [Figure]),
    /// Figures of several measures.
    Figures(Vec<&'a Figure>),
    Sources(Vec<&'a Source>),
    Measures(Vec<&'a Measure>),
}

/// The one column of the breakdown in a table of several measures.
const DIMENSIONS: Column = Column {
    name: "dimensions",
    datatype: Datatype::Tokens,
    meaning: "The code on each dimension, as dimension=code. Empty where the figure is not broken down.",
};

/// The columns of a table of all figures. A table of one measure has a column for each of its dimensions in place of
/// `dimensions`: with the dimension's id as its name, or `by_ID` where a fixed column has that name.
pub fn figure_columns() -> impl Iterator<Item = &'static Column> {
    let fixed = |columns: &'static [FigureColumn]| columns.iter().map(|column| &column.column);
    fixed(KEY).chain([&DIMENSIONS]).chain(fixed(REPORTED))
}

impl<'a> Table<'a> {
    /// The figures of one measure.
    #[must_use]
    pub fn of_measure(record: &'a Record, measure: &'a Measure) -> Self {
        let breakdown = measure.dimensions.iter().map(|(id, dimension)| TableColumn {
            name: dimension_column(id),
            title: dimension.title.clone(),
            datatype: Datatype::Token,
            meaning: format!(
                "The code on the dimension “{}”. Empty where the source gives none.",
                dimension.title
            ),
            codes: dimension.codes.iter().map(|(code, words)| (code.to_string(), words.clone())).collect(),
        });
        let fixed = |columns: &'static [FigureColumn]| columns.iter().map(|c| TableColumn::fixed(&c.column));
        Self {
            record,
            name: measure.id.to_string(),
            title: measure.title.clone(),
            columns: fixed(KEY).chain(breakdown).chain(fixed(REPORTED)).collect(),
            body: Body::OfMeasure(
                measure.dimensions.keys().collect(),
                record.dataset().figures_of(&measure.id),
            ),
        }
    }

    /// Every figure.
    #[must_use]
    pub fn of_figures(record: &'a Record) -> Self {
        Self::of_some(record, record.dataset().figures().iter().collect())
    }

    /// Some figures, of any measures.
    #[must_use]
    pub fn of_some(record: &'a Record, figures: Vec<&'a Figure>) -> Self {
        Self {
            record,
            name: "figures".to_owned(),
            title: "Every figure on record".to_owned(),
            columns: figure_columns().map(TableColumn::fixed).collect(),
            body: Body::Figures(figures),
        }
    }

    /// Every source.
    #[must_use]
    pub fn of_sources(record: &'a Record) -> Self {
        Self::of_these_sources(record, "Every source", record.dataset().sources().collect())
    }

    /// The sources of the figures of one measure.
    #[must_use]
    pub fn of_sources_of(record: &'a Record, measure: &Measure) -> Self {
        let figures = record.dataset().figures_of(&measure.id);
        let ids: BTreeSet<&SourceId> = figures.iter().map(|figure| &figure.source).collect();
        let sources = ids.into_iter().filter_map(|id| record.dataset().source(id));
        Self::of_these_sources(record, "The sources of these figures", sources.collect())
    }

    fn of_these_sources(record: &'a Record, title: &str, sources: Vec<&'a Source>) -> Self {
        Self {
            record,
            name: "sources".to_owned(),
            title: title.to_owned(),
            columns: sources::source_columns().map(TableColumn::fixed).collect(),
            body: Body::Sources(sources),
        }
    }

    /// Every measure.
    #[must_use]
    pub fn of_measures(record: &'a Record) -> Self {
        Self::of_these_measures(record, "Every measure", record.dataset().measures().collect())
    }

    /// One measure, as a row.
    #[must_use]
    pub fn of_measure_alone(record: &'a Record, measure: &'a Measure) -> Self {
        Self::of_these_measures(record, "The measure", vec![measure])
    }

    fn of_these_measures(record: &'a Record, title: &str, measures: Vec<&'a Measure>) -> Self {
        Self {
            record,
            name: "measures".to_owned(),
            title: title.to_owned(),
            columns: measures::measure_columns().map(TableColumn::fixed).collect(),
            body: Body::Measures(measures),
        }
    }

    /// Its name, for files and for tables in files: the measure's id, `figures`, `sources` or
    /// `measures`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Its columns. The first is the key: no two rows have the same.
    #[must_use]
    pub fn columns(&self) -> &[TableColumn] {
        &self.columns
    }

    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.body {
            Body::OfMeasure(_, figures) => figures.len(),
            Body::Figures(figures) => figures.len(),
            Body::Sources(sources) => sources.len(),
            Body::Measures(measures) => measures.len(),
        }
    }

    /// It has no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Hands out its rows one by one, each with a cell for every column, so that the largest table is never held as
    /// cells.
    ///
    /// # Errors
    /// That of the taker, which ends it.
    pub fn each_row<E>(&self, mut take: impl FnMut(&[Cell<'_>]) -> Result<(), E>) -> Result<(), E> {
        match &self.body {
            Body::OfMeasure(dimensions, figures) => figures.iter().try_for_each(|figure| {
                let code =
                    |id: &&DimensionId| figure.key.dimensions.get(*id).map_or("", |code| code.as_str());
                let row = FigureRow::new(self.record, figure);
                take(&row.cells(dimensions.iter().map(|id| Cell::token(code(id)))))
            }),
            Body::Figures(figures) => figures.iter().try_for_each(|figure| {
                let codes = figure.key.dimensions.iter().map(|(id, code)| format!("{id}={code}"));
                let row = FigureRow::new(self.record, figure);
                take(&row.cells([Cell::list(codes)]))
            }),
            Body::Sources(sources) => {
                let dataset = self.record.dataset();
                sources.iter().try_for_each(|source| sources::with_cells(dataset, source, &mut take))
            }
            Body::Measures(measures) => {
                let dataset = self.record.dataset();
                measures.iter().try_for_each(|measure| measures::with_cells(dataset, measure, &mut take))
            }
        }
    }
}

impl TableColumn {
    fn fixed(column: &Column) -> Self {
        Self {
            name: column.name.to_owned(),
            title: title(column.name),
            datatype: column.datatype,
            meaning: column.meaning.to_owned(),
            codes: Vec::new(),
        }
    }
}

/// "Lower loosest" of `lower_loosest`.
fn title(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters.map(|letter| if letter == '_' { ' ' } else { letter })).collect()
}

fn dimension_column(id: &DimensionId) -> String {
    let taken = figure_columns().any(|column| column.name == id.as_str());
    if taken { format!("by_{id}") } else { id.to_string() }
}
