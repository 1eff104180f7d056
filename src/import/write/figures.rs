//! Figures as files of `data/figures/`; those without a measure as files of `proposed/figures/`.

use super::grouped;
use crate::import::{Draft, DraftFigure, Reads};
use crate::model::{Basis, DimensionId, Flag, SourceId};
use crate::period::Timing;
use std::collections::BTreeSet;

/// So many figures are in one file, which is read only up to a size.
const IN_A_FILE: usize = 100_000;

/// The files of a draft: path and text. A source that is left alone gets no figures.
pub(super) fn texts(draft: &Draft, sound: impl Fn(&SourceId) -> bool) -> Vec<(String, String)> {
    let named =
        draft.figures.iter().filter(|figure| sound(&figure.source)).map(|figure| (path(figure), figure));
    grouped(named).into_iter().flat_map(|(path, figures)| tables(&path, &figures)).collect()
}

/// Figures in files of a size that is read again.
fn tables(path: &str, figures: &[&DraftFigure]) -> Vec<(String, String)> {
    let stem = path.strip_suffix(".csv").unwrap_or(path);
    let path = |number: usize| match number {
        1 => path.to_owned(),
        _ => format!("{stem}-{number}.csv"),
    };
    let parts = figures.chunks(IN_A_FILE).zip(1..);
    parts.map(|(figures, number)| (path(number), table(figures))).collect()
}

fn path(figure: &DraftFigure) -> String {
    match &figure.measure {
        Some(measure) => format!("data/figures/{measure}/{}.csv", figure.source),
        None => format!("proposed/figures/{}.csv", figure.source),
    }
}

/// A column and what stands in it.
type Column = (String, Box<dyn Fn(&DraftFigure) -> String>);

fn table(figures: &[&DraftFigure]) -> String {
    let proposed = figures.iter().any(|figure| figure.measure.is_none());
    let mut columns = columns(figures);
    // A column that every row needs stays, so that a person can fill it in.
    let kept = |(name, cell): &Column| {
        matches!(name.as_str(), "measure" | "reported" | "source")
            || figures.iter().any(|figure| !cell(figure).is_empty())
    };
    columns.retain(kept);
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    let cells = |figure: &DraftFigure| columns.iter().map(|(_, cell)| cell(figure)).collect::<Vec<_>>();
    let header: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let written = writer
        .write_record(&header)
        .and_then(|()| figures.iter().try_for_each(|figure| writer.write_record(cells(figure))));
    debug_assert!(written.is_ok() && (proposed || !figures.is_empty()));
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn columns(figures: &[&DraftFigure]) -> Vec<Column> {
    let mut columns: Vec<Column> = vec![
        column("id", |f| f.id.as_ref().map(ToString::to_string).unwrap_or_default()),
        column("measure", |f| f.measure.as_ref().map(ToString::to_string).unwrap_or_default()),
    ];
    let dimensions: BTreeSet<&DimensionId> =
        figures.iter().flat_map(|figure| figure.dimensions.keys()).collect();
    for dimension in dimensions {
        let dimension = dimension.clone();
        let name = dimension.to_string();
        columns.push((
            name,
            Box::new(move |f| f.dimensions.get(&dimension).map(ToString::to_string).unwrap_or_default()),
        ));
    }
    columns.extend([
        column("as_of", |f| if let Timing::AsOf(date) = f.timing { date.to_string() } else { String::new() }),
        column("period", |f| {
            if let Timing::During(period) = f.timing { period.to_string() } else { String::new() }
        }),
        column("reported", |f| f.reported.clone()),
        column("source", |f| f.source.to_string()),
        column("missing", |f| {
            f.missing.as_ref().map(|missing| missing.name().to_owned()).unwrap_or_default()
        }),
        column("basis", |f| match f.basis {
            Basis::Measured => String::new(),
            basis => basis.name().to_owned(),
        }),
        column("flags", |f| f.flags.iter().map(|flag| Flag::letter(*flag)).collect::<Vec<_>>().join(";")),
        column("described_as", |f| f.described_as.clone().unwrap_or_default()),
        column("words", |f| f.words.clone().unwrap_or_default()),
        column("locator", |f| f.locator.clone().unwrap_or_default()),
        column("note", |f| f.note.clone().unwrap_or_default()),
        reading("hedge", |reads| &reads.hedge),
        reading("reads_as", |reads| &reads.range),
        reading("unit", |reads| &reads.unit),
        reading("characters", |reads| &reads.span),
    ]);
    columns
}

fn column(name: &str, cell: fn(&DraftFigure) -> String) -> Column {
    (name.to_owned(), Box::new(cell))
}

/// How a phrase was read stands only with those that a person has yet to decide on.
fn reading(name: &str, part: fn(&Reads) -> &String) -> Column {
    (
        name.to_owned(),
        Box::new(move |f| {
            f.reads.as_ref().filter(|_| f.measure.is_none()).map(part).cloned().unwrap_or_default()
        }),
    )
}
