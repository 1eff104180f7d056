//! A table as a Parquet file, for analysts.
//!
//! The columns are those of the CSV file. A column of numbers holds the nearest floating-point number, and the column
//! after it, named `…_decimal`, the decimal of the CSV file digit by digit, so nothing is rounded without its exact form
//! beside it. What every download states is in the metadata of the file, under names that begin with `onrecord:`.

use super::{Cell, Datatype, Table, TableColumn, Terms};
use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as PhysicalType};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type};
use parquet::errors::Result;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};
use std::sync::Arc;

/// How many rows are held at once.
const ROWS: usize = 65_536;

/// The file. The same table gives the same bytes.
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "the schema is ours, and memory takes every byte; if not, it is a bug of ours"
)]
pub fn parquet(table: &Table<'_>, terms: &Terms) -> Vec<u8> {
    written(table, terms).expect("a table in memory")
}

fn written(table: &Table<'_>, terms: &Terms) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let properties = WriterProperties::builder()
        .set_created_by(concat!("onrecord ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(stated(table, terms)))
        .build();
    let schema = schema(table)?;
    let mut file = SerializedFileWriter::new(&mut out, schema, Arc::new(properties))?;
    let mut held = Held::of(table.columns());
    table.each_row(|cells| {
        held.take(cells);
        if held.rows == ROWS { held.write(&mut file) } else { Ok(()) }
    })?;
    if held.rows > 0 {
        held.write(&mut file)?;
    }
    file.close()?;
    Ok(out)
}

fn stated(table: &Table<'_>, terms: &Terms) -> Vec<KeyValue> {
    let entry = |what: &str, words: String| KeyValue::new(format!("onrecord:{what}"), words);
    let mut stated = vec![entry("title", table.title().to_owned())];
    stated.extend(terms.facts().into_iter().map(|(what, words)| entry(what, words)));
    let notes: Vec<String> = terms.notes.iter().map(|note| format!("{}: {}", note.on, note.text)).collect();
    stated.push(entry("notes", notes.join("\n")));
    let columns = table.columns().iter();
    stated.extend(columns.map(|column| entry(&format!("column:{}", column.name), column.meaning.clone())));
    stated
}

fn schema(table: &Table<'_>) -> Result<TypePtr> {
    let mut fields = Vec::new();
    for column in table.columns() {
        match column.datatype {
            Datatype::Number => {
                fields.push(field(&column.name, PhysicalType::DOUBLE, None)?);
                fields.push(text(&format!("{}_decimal", column.name))?);
            }
            Datatype::Date => fields.push(field(&column.name, PhysicalType::INT32, Some(LogicalType::Date))?),
            Datatype::Token | Datatype::Tokens | Datatype::Text | Datatype::PartialDate => {
                fields.push(text(&column.name)?);
            }
        }
    }
    Ok(Arc::new(Type::group_type_builder(table.name()).with_fields(fields).build()?))
}

fn text(name: &str) -> Result<TypePtr> {
    field(name, PhysicalType::BYTE_ARRAY, Some(LogicalType::String))
}

fn field(name: &str, physical: PhysicalType, logical: Option<LogicalType>) -> Result<TypePtr> {
    let built = Type::primitive_type_builder(name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .with_converted_type(ConvertedType::NONE);
    Ok(Arc::new(built.build()?))
}

/// Rows held as columns until they are written.
struct Held {
    rows: usize,
    columns: Vec<Column>,
}

/// A column's values that are not blank, and for each row whether it is one (1) or blank (0).
enum Column {
    Text {
        values: Vec<ByteArray>,
        there: Vec<i16>,
    },
    /// Days since 1 January 1970.
    Days {
        values: Vec<i32>,
        there: Vec<i16>,
    },
    /// With the decimals beside them.
    Numbers {
        values: Vec<f64>,
        decimals: Vec<ByteArray>,
        there: Vec<i16>,
    },
}

impl Held {
    fn of(columns: &[TableColumn]) -> Self {
        let empty = |column: &TableColumn| match column.datatype {
            Datatype::Number => {
                Column::Numbers { values: Vec::new(), decimals: Vec::new(), there: Vec::new() }
            }
            Datatype::Date => Column::Days { values: Vec::new(), there: Vec::new() },
            Datatype::Token | Datatype::Tokens | Datatype::Text | Datatype::PartialDate => {
                Column::Text { values: Vec::new(), there: Vec::new() }
            }
        };
        Self { rows: 0, columns: columns.iter().map(empty).collect() }
    }

    fn take(&mut self, cells: &[Cell<'_>]) {
        self.columns.iter_mut().zip(cells).for_each(|(column, cell)| column.take(cell));
        self.rows += 1;
    }

    fn write(&mut self, file: &mut SerializedFileWriter<&mut Vec<u8>>) -> Result<()> {
        let mut group = file.next_row_group()?;
        self.columns.iter_mut().try_for_each(|column| column.write(&mut group))?;
        group.close()?;
        self.rows = 0;
        Ok(())
    }
}

impl Column {
    fn take(&mut self, cell: &Cell<'_>) {
        let words = cell.plain();
        let blank = *cell == Cell::Blank;
        match self {
            Self::Text { values, there } => {
                there.push(i16::from(!blank));
                values.extend((!blank).then(|| ByteArray::from(&*words)));
            }
            Self::Days { values, there } => {
                let day = days(&words);
                there.push(i16::from(day.is_some()));
                values.extend(day);
            }
            Self::Numbers { values, decimals, there } => {
                let number = words.parse::<f64>().ok();
                there.push(i16::from(number.is_some()));
                values.extend(number);
                decimals.extend(number.map(|_| ByteArray::from(&*words)));
            }
        }
    }

    /// Writes what is held, and lets go of it.
    fn write<W: std::io::Write + Send>(&mut self, group: &mut SerializedRowGroupWriter<'_, W>) -> Result<()> {
        match self {
            Self::Text { values, there } => {
                put::<ByteArrayType, W>(group, values, there)?;
                values.clear();
                there.clear();
            }
            Self::Days { values, there } => {
                put::<Int32Type, W>(group, values, there)?;
                values.clear();
                there.clear();
            }
            Self::Numbers { values, decimals, there } => {
                put::<DoubleType, W>(group, values, there)?;
                put::<ByteArrayType, W>(group, decimals, there)?;
                values.clear();
                decimals.clear();
                there.clear();
            }
        }
        Ok(())
    }
}

fn put<T: parquet::data_type::DataType, W: std::io::Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    values: &[T::T],
    there: &[i16],
) -> Result<()> {
    if let Some(mut column) = group.next_column()? {
        column.typed::<T>().write_batch(values, Some(there), None)?;
        column.close()?;
    }
    Ok(())
}

/// Days from 1 January 1970 to a day as it is written: `2025-10-07`.
fn days(words: &str) -> Option<i32> {
    let day: jiff::civil::Date = words.parse().ok()?;
    let since = day.since((jiff::Unit::Day, jiff::civil::date(1970, 1, 1))).ok()?;
    Some(since.get_days())
}
