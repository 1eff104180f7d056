//! A workbook as ODS, the OpenDocument spreadsheet.
//!
//! The one crate that writes it brings eighty others and an XML reader with open advisories, and what is asked for here
//! is small: sheets of texts and numbers. So the parts are written with the XML writer and the archiver at hand, after
//! OpenDocument 1.3 part 3; other programs read what comes out in the tests.

use super::Book;
use super::sheet::{Heading, Sheet, Written};
use crate::period::PartialDate;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::collections::BTreeSet;
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";
const VERSION: (&str, &str) = ("office:version", "1.3");
const NAMESPACES: [(&str, &str); 9] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"),
    ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
];

/// The workbook as the bytes of a file. The same book gives the same bytes: the file's date is that of the edition.
#[must_use]
#[expect(clippy::expect_used, reason = "memory takes every byte; if not, it is a bug of ours")]
pub fn ods(book: &Book<'_>) -> Vec<u8> {
    written(book).expect("a workbook in memory")
}

fn written(book: &Book<'_>) -> io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // First and not packed, so that programs know the file by its first bytes.
    archive
        .start_file("mimetype", SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Stored))?;
    archive.write_all(MEDIA_TYPE.as_bytes())?;
    let packed = SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Deflated);
    let parts: [(&str, Part); 4] = [
        ("META-INF/manifest.xml", manifest),
        ("meta.xml", meta),
        ("styles.xml", styles),
        ("content.xml", content),
    ];
    for (name, write) in parts {
        archive.start_file(name, packed)?;
        let mut xml = Xml { writer: Writer::new(&mut archive) };
        xml.writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        write(&mut xml, book)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// An XML file being written.
struct Xml<'a> {
    writer: Writer<&'a mut ZipWriter<Cursor<Vec<u8>>>>,
}

/// Writes one part of the file.
type Part = fn(&mut Xml<'_>, &Book<'_>) -> io::Result<()>;
type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml<'_> {
    fn open(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.writer.write_event(Event::Start(start))
    }

    fn close(&mut self, name: &str) -> io::Result<()> {
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.writer.write_event(Event::Empty(start))
    }

    /// A text, without the characters that XML cannot hold.
    fn text(&mut self, text: &str) -> io::Result<()> {
        let kept: String =
            text.chars().map(|letter| if is_text(letter) { letter } else { '\u{fffd}' }).collect();
        self.writer.write_event(Event::Text(BytesText::new(&kept)))
    }

    fn element(&mut self, name: &str, attributes: Attributes<'_>, text: &str) -> io::Result<()> {
        self.open(name, attributes)?;
        self.text(text)?;
        self.close(name)
    }

    /// A text as paragraphs, with its blanks: OpenDocument reads several of them as one.
    fn paragraphs(&mut self, text: &str) -> io::Result<()> {
        for line in text.split('\n') {
            self.open("text:p", &[])?;
            let mut blanks = 0;
            let mut words = String::new();
            for letter in line.chars() {
                let is_blank = letter == ' ';
                if is_blank && (blanks > 0 || words.is_empty()) || letter == '\t' {
                    self.text(&std::mem::take(&mut words))?;
                    self.empty(if is_blank { "text:s" } else { "text:tab" }, &[])?;
                } else {
                    words.push(letter);
                }
                blanks = if is_blank { blanks + 1 } else { 0 };
            }
            self.text(&words)?;
            self.close("text:p")?;
        }
        Ok(())
    }
}

/// What XML 1.0 calls a character.
fn is_text(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..) && !matches!(letter, '\u{fffe}' | '\u{ffff}')
}

fn document<'a>(more: Attributes<'a>) -> Vec<(&'a str, &'a str)> {
    NAMESPACES.into_iter().chain([VERSION]).chain(more.iter().copied()).collect()
}

fn manifest(xml: &mut Xml<'_>, _: &Book<'_>) -> io::Result<()> {
    let space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    xml.open("manifest:manifest", &[("xmlns:manifest", space), ("manifest:version", "1.3")])?;
    for (path, kind) in
        [("/", MEDIA_TYPE), ("meta.xml", "text/xml"), ("styles.xml", "text/xml"), ("content.xml", "text/xml")]
    {
        xml.empty("manifest:file-entry", &[("manifest:full-path", path), ("manifest:media-type", kind)])?;
    }
    xml.close("manifest:manifest")
}

fn meta(xml: &mut Xml<'_>, book: &Book<'_>) -> io::Result<()> {
    let terms = book.terms;
    xml.open("office:document-meta", &document(&[]))?;
    xml.open("office:meta", &[])?;
    xml.element("dc:title", &[], book.title)?;
    xml.element("dc:subject", &[], &terms.site)?;
    xml.element("dc:creator", &[], &terms.publisher.name)?;
    xml.element("dc:description", &[], &terms.citation)?;
    xml.element("dc:language", &[], &terms.language)?;
    if let Some((_, date)) = terms.edition {
        xml.element("dc:date", &[], &moment(date))?;
    }
    xml.close("office:meta")?;
    xml.close("office:document-meta")
}

/// The first moment of a date.
fn moment(date: PartialDate) -> String {
    format!("{}T00:00:00", date.earliest())
}

fn styles(xml: &mut Xml<'_>, book: &Book<'_>) -> io::Result<()> {
    let mut tag = book.terms.language.split('-');
    let language = tag.next().unwrap_or("en");
    let country = tag.find(|part| part.len() == 2).unwrap_or("none");
    xml.open("office:document-styles", &document(&[]))?;
    xml.open("office:styles", &[])?;
    xml.open("style:default-style", &[("style:family", "table-cell")])?;
    xml.empty(
        "style:text-properties",
        &[
            ("fo:font-family", "Arial"),
            ("style:font-family-generic", "swiss"),
            ("fo:font-size", "12pt"),
            ("fo:language", language),
            ("fo:country", country),
        ],
    )?;
    xml.close("style:default-style")?;
    xml.close("office:styles")?;
    xml.close("office:document-styles")
}

fn content(xml: &mut Xml<'_>, book: &Book<'_>) -> io::Result<()> {
    let sheets = &book.sheets;
    xml.open("office:document-content", &document(&[]))?;
    looks(xml, sheets)?;
    xml.open("office:body", &[])?;
    xml.open("office:spreadsheet", &[])?;
    sheets.iter().try_for_each(|one| sheet(xml, one))?;
    xml.open("table:database-ranges", &[])?;
    for (number, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| !sheet.rows.is_empty()) {
        let (name, range) = (format!("table_{number}"), range(sheet));
        xml.empty(
            "table:database-range",
            &[
                ("table:name", &name),
                ("table:target-range-address", &range),
                ("table:contains-header", "true"),
                ("table:display-filter-buttons", "false"),
            ],
        )?;
    }
    xml.close("table:database-ranges")?;
    xml.close("office:spreadsheet")?;
    xml.close("office:body")?;
    xml.close("office:document-content")
}

/// `'Figures'.A5:'Figures'.AB120`, the table of a sheet with its header.
fn range(sheet: &Sheet<'_>) -> String {
    let header = sheet.above.len() + 2;
    let (name, last) = (&sheet.name, letters(sheet.columns.len()));
    format!("'{name}'.A{header}:'{name}'.{last}{}", header + sheet.rows.len())
}

/// A, B, … Z, AA, … for the first, second, … column.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        column -= 1;
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        column /= 26;
    }
    letters.iter().rev().collect()
}

fn looks(xml: &mut Xml<'_>, sheets: &[Sheet<'_>]) -> io::Result<()> {
    xml.open("office:automatic-styles", &[])?;
    let mut widths = BTreeSet::from([COVER_WIDTH]);
    widths.extend(sheets.iter().flat_map(|sheet| sheet.columns.iter().map(|heading| heading.width)));
    for width in widths {
        xml.open(
            "style:style",
            &[("style:name", &format!("width-{width}")), ("style:family", "table-column")],
        )?;
        // A character of this size is about a quarter of a centimetre wide.
        xml.empty(
            "style:table-column-properties",
            &[("style:column-width", &format!("{}mm", u32::from(width) * 5 / 2))],
        )?;
        xml.close("style:style")?;
    }
    look(xml, "text", &[("style:vertical-align", "top"), ("fo:wrap-option", "wrap")], &[], None)?;
    look(xml, "line", &[], &[], None)?;
    look(xml, "title", &[], &[("fo:font-size", "15pt"), ("fo:font-weight", "bold")], None)?;
    look(xml, "header", &[("fo:wrap-option", "wrap")], &[("fo:font-weight", "bold")], None)?;
    look(xml, "header-number", &[("fo:wrap-option", "wrap")], &[("fo:font-weight", "bold")], Some("end"))?;
    for places in places(sheets) {
        let name = format!("digits-{places}");
        xml.open("number:number-style", &[("style:name", &name)])?;
        let places = places.to_string();
        let digits = [
            ("number:decimal-places", &*places),
            ("number:min-integer-digits", "1"),
            ("number:grouping", "true"),
        ];
        xml.empty("number:number", &digits)?;
        xml.close("number:number-style")?;
        let look = format!("number-{places}");
        xml.open(
            "style:style",
            &[("style:name", &look), ("style:family", "table-cell"), ("style:data-style-name", &name)],
        )?;
        xml.empty("style:table-cell-properties", &[("style:vertical-align", "top")])?;
        xml.close("style:style")?;
    }
    xml.close("office:automatic-styles")
}

fn look(
    xml: &mut Xml<'_>,
    name: &str,
    cell: Attributes<'_>,
    text: Attributes<'_>,
    align: Option<&str>,
) -> io::Result<()> {
    xml.open("style:style", &[("style:name", name), ("style:family", "table-cell")])?;
    xml.empty("style:table-cell-properties", cell)?;
    if let Some(align) = align {
        xml.empty("style:paragraph-properties", &[("fo:text-align", align)])?;
    }
    xml.empty("style:text-properties", text)?;
    xml.close("style:style")
}

/// How many places after the point the numbers of a workbook have.
fn places(sheets: &[Sheet<'_>]) -> BTreeSet<usize> {
    let cells = sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten());
    cells
        .filter_map(|cell| match cell {
            Written::Number { places, .. } => Some(*places),
            Written::Blank | Written::Text(_) | Written::Sheet(_) => None,
        })
        .collect()
}

/// How wide the one column of a sheet without a table is, in characters.
const COVER_WIDTH: u16 = 100;

fn sheet(xml: &mut Xml<'_>, sheet: &Sheet<'_>) -> io::Result<()> {
    xml.open("table:table", &[("table:name", &sheet.name)])?;
    let widths: Vec<u16> = match sheet.columns.as_slice() {
        [] => vec![COVER_WIDTH],
        columns => columns.iter().map(|heading| heading.width).collect(),
    };
    for width in widths {
        xml.empty("table:table-column", &[("table:style-name", &format!("width-{width}"))])?;
    }
    row(xml, |xml| said(xml, "title", &sheet.title))?;
    let line = if sheet.columns.is_empty() { "text" } else { "line" };
    sheet.above.iter().try_for_each(|words| row(xml, |xml| said(xml, line, words)))?;
    if !sheet.rows.is_empty() {
        xml.open("table:table-header-rows", &[])?;
        row(xml, |xml| {
            sheet.columns.iter().try_for_each(|heading| said(xml, header(heading), &heading.title))
        })?;
        xml.close("table:table-header-rows")?;
    }
    sheet
        .rows
        .iter()
        .try_for_each(|cells| row(xml, |xml| cells.iter().try_for_each(|cell| put(xml, cell))))?;
    xml.close("table:table")
}

fn header(heading: &Heading) -> &'static str {
    if heading.numbers { "header-number" } else { "header" }
}

fn row(xml: &mut Xml<'_>, cells: impl FnOnce(&mut Xml<'_>) -> io::Result<()>) -> io::Result<()> {
    xml.open("table:table-row", &[])?;
    cells(xml)?;
    xml.close("table:table-row")
}

fn said(xml: &mut Xml<'_>, look: &str, text: &str) -> io::Result<()> {
    xml.open("table:table-cell", &[("table:style-name", look), ("office:value-type", "string")])?;
    xml.paragraphs(text)?;
    xml.close("table:table-cell")
}

fn put(xml: &mut Xml<'_>, cell: &Written<'_>) -> io::Result<()> {
    match cell {
        Written::Blank => xml.empty("table:table-cell", &[]),
        Written::Text(text) => said(xml, "text", text),
        Written::Number { digits, places } => {
            let look = format!("number-{places}");
            let attributes =
                [("table:style-name", &*look), ("office:value-type", "float"), ("office:value", digits)];
            xml.open("table:table-cell", &attributes)?;
            xml.element("text:p", &[], digits)?;
            xml.close("table:table-cell")
        }
        Written::Sheet(name) => {
            xml.open("table:table-cell", &[("table:style-name", "text"), ("office:value-type", "string")])?;
            xml.open("text:p", &[])?;
            let target = format!("#'{name}'.A1");
            xml.element("text:a", &[("xlink:href", &target), ("xlink:type", "simple")], name)?;
            xml.close("text:p")?;
            xml.close("table:table-cell")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        let of = [1, 26, 27, 52, 53, 702, 703].map(letters);
        assert_eq!(of, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
