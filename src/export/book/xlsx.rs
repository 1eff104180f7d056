//! A workbook as XLSX.

use super::Book;
use super::sheet::{Heading, Sheet, Written};
use crate::period::PartialDate;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Table, TableColumn, TableStyle, Url, Workbook,
    Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// The workbook as the bytes of a file. The same book gives the same bytes: the file's date is that of the edition.
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "names, lengths and numbers of rows are kept by `sheet`; if not, it is a bug of ours"
)]
pub fn xlsx(book: &Book<'_>) -> Vec<u8> {
    written(book).expect("a workbook in memory")
}

fn written(book: &Book<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(book)?);
    let mut looks = Looks::new();
    for (at, sheet) in book.sheets.iter().enumerate() {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(&sheet.name)?;
        fill(worksheet, sheet, at, &mut looks)?;
    }
    workbook.save_to_buffer()
}

fn properties(book: &Book<'_>) -> Result<DocProperties, XlsxError> {
    let terms = book.terms;
    let released = terms.edition.map(|(_, date)| date);
    let mut properties = DocProperties::new()
        .set_title(book.title)
        .set_author(&terms.publisher.name)
        .set_subject(&terms.site)
        .set_comment(&terms.citation)
        .set_custom_property("Language", terms.language.as_str())
        .set_creation_datetime(&date(released)?);
    if let Some(licence) = &terms.licence {
        properties = properties.set_custom_property("Licence", licence.name.as_str());
    }
    Ok(properties)
}

/// The day of a date, or the first day that the archives of these files can name.
fn date(date: Option<PartialDate>) -> Result<ExcelDateTime, XlsxError> {
    let first = date.map(|date| date.earliest()).filter(|day| (1980..=9999).contains(&day.year()));
    let whole = |part: i8| part.unsigned_abs();
    match first {
        Some(day) => ExcelDateTime::from_ymd(day.year().unsigned_abs(), whole(day.month()), whole(day.day())),
        None => ExcelDateTime::from_ymd(1980, 1, 1),
    }
}

/// How cells look, each made once.
struct Looks {
    text: Format,
    title: Format,
    header: Format,
    number_header: Format,
    /// Numbers, by their places after the point.
    numbers: BTreeMap<usize, Format>,
}

impl Looks {
    fn new() -> Self {
        let base = || Format::new().set_font_name("Arial").set_font_size(12);
        let header = base().set_bold().set_text_wrap();
        Self {
            text: base().set_text_wrap().set_align(FormatAlign::Top),
            title: base().set_font_size(15).set_bold(),
            number_header: header.clone().set_align(FormatAlign::Right),
            header,
            numbers: BTreeMap::new(),
        }
    }

    /// The look of most cells of a column.
    fn of(&mut self, heading: &Heading) -> &Format {
        if heading.numbers { self.number(0) } else { &self.text }
    }

    fn number(&mut self, places: usize) -> &Format {
        self.numbers.entry(places).or_insert_with(|| {
            let code = if places == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(places)) };
            Format::new()
                .set_font_name("Arial")
                .set_font_size(12)
                .set_align(FormatAlign::Top)
                .set_num_format(code)
        })
    }
}

fn fill(
    worksheet: &mut Worksheet,
    sheet: &Sheet<'_>,
    number: usize,
    looks: &mut Looks,
) -> Result<(), XlsxError> {
    worksheet.write_string_with_format(0, 0, &sheet.title, &looks.title)?;
    let line =
        if sheet.columns.is_empty() { looks.text.clone() } else { looks.text.clone().unset_text_wrap() };
    let mut row = 1;
    for words in &sheet.above {
        worksheet.write_string_with_format(row, 0, words, &line)?;
        row += 1;
    }
    if sheet.columns.is_empty() {
        worksheet.set_column_width(0, 100)?;
        return Ok(());
    }
    for (column, heading) in (0..).zip(&sheet.columns) {
        worksheet.set_column_width(column, f64::from(heading.width))?;
        // A cell without a look of its own has that of its column, which costs nothing to look up.
        worksheet.set_column_format(column, looks.of(heading))?;
    }
    if !sheet.rows.is_empty() {
        worksheet.add_table(
            row,
            0,
            row + count(sheet.rows.len()),
            last(&sheet.columns),
            &table(sheet, number, looks),
        )?;
    }
    sheet.rows.iter().try_for_each(|cells| {
        row += 1;
        (0..).zip(cells).try_for_each(|(column, cell)| put(worksheet, (row, column), cell, looks))
    })
}

fn put(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Written<'_>,
    looks: &mut Looks,
) -> Result<(), XlsxError> {
    match cell {
        Written::Blank => {}
        Written::Text(text) => {
            worksheet.write_string(row, column, &**text)?;
        }
        Written::Number { digits, places } => {
            // Fifteen digits at most, so the nearest floating-point number prints as the same digits.
            let value: f64 = digits.parse().unwrap_or_default();
            match places {
                0 => worksheet.write_number(row, column, value)?,
                places => worksheet.write_number_with_format(row, column, value, looks.number(*places))?,
            };
        }
        Written::Sheet(name) => {
            let link = Url::new(format!("internal:'{name}'!A1")).set_text(name);
            worksheet.write_url_with_format(row, column, link, &looks.text)?;
        }
    }
    Ok(())
}

fn table(sheet: &Sheet<'_>, number: usize, looks: &Looks) -> Table {
    let column = |heading: &Heading| {
        let look = if heading.numbers { &looks.number_header } else { &looks.header };
        TableColumn::new().set_header(&heading.title).set_header_format(look)
    };
    let columns: Vec<TableColumn> = sheet.columns.iter().map(column).collect();
    Table::new()
        .set_name(format!("table_{number}"))
        .set_autofilter(false)
        .set_style(TableStyle::None)
        .set_alt_text_title(&sheet.title)
        .set_columns(&columns)
}

/// A sheet has at most a million rows, and a table less than a thousand columns.
fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

fn last(columns: &[Heading]) -> u16 {
    u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX)
}
