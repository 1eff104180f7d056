//! Files that are not what they should be: refused in words that say what to do, and never a panic.

use super::{
    Bounds, Unseen, Workbook, archive, findings, found_within, input, ods, ods_with, policy, rows, xlsx,
    xlsx_with,
};
use proptest::prelude::*;

fn refusal(bytes: Vec<u8>) -> String {
    let found = findings(bytes);
    assert!(found.len() == 1 && found[0].starts_with("I030"), "{found:?}");
    found[0].clone()
}

#[test]
fn what_is_no_workbook_is_named_for_what_it_is() {
    let compound = |words: &str| {
        let name: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 64], &name].concat()
    };
    for (bytes, what) in [
        (Vec::new(), "empty"),
        (compound("Workbook"), "Excel 97 to 2003"),
        (compound("EncryptedPackage"), "protected by a password"),
        (b"%PDF-1.7".to_vec(), "a PDF"),
        (b"\x1F\x8B\x08".to_vec(), "packed archive"),
        (b"<!DOCTYPE html><html>".to_vec(), "a web page"),
        (b"a,b\n1,2\n".to_vec(), "a text and no workbook"),
        (b"<?xml?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".to_vec(), "XML of 2003"),
        (b"<office:document xmlns:office=\"urn:oasis:names:tc:opendocument\">".to_vec(), ".fods"),
        (vec![0, 1, 2, 255], "of no kind"),
        (archive(&[("xl/workbook.bin", "x")]), ".xlsb"),
        (archive(&[("word/document.xml", "x")]), "a Word document"),
        (archive(&[("ppt/presentation.xml", "x")]), "a presentation"),
        (archive(&[("Index/Document.iwa", "x")]), "Numbers"),
        (archive(&[("data.csv", "x")]), "no workbook"),
        (archive(&[("mimetype", "application/vnd.oasis.opendocument.text")]), "no spreadsheet"),
        (
            ods_with("", "", &[("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")]),
            "protected by a password",
        ),
    ] {
        let said = refusal(bytes);
        assert!(said.contains(what), "{what}: {said}");
    }
}

#[test]
fn no_document_type_is_read_and_no_entity_expanded() {
    let bomb = r#"<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c SYSTEM "file:///etc/passwd">]><sst><si><t>&b;&c;</t></si></sst>"#;
    let said = refusal(xlsx_with("", &[("xl/sharedStrings.xml", bomb)]));
    assert!(said.contains("declares a document type"), "{said}");
    let undeclared = r#"<row r="1"><c r="A1" t="str"><v>a&b;c&#x41;&lt;</v></c></row>"#;
    assert_eq!(rows(xlsx(undeclared), 0), "1: A ‘acA<’");
}

#[test]
fn what_unpacks_to_too_much_is_refused_before_it_is_read() {
    let small = Bounds {
        parts: 20,
        unpacked: 40_000,
        cells: 100,
        strings: 10,
        words: 1_000,
        merges: 5,
        ..Bounds::USUAL
    };
    let wide = "x".repeat(50_000);
    let many: Vec<(String, String)> = (0..30).map(|at| (format!("xl/{at}"), String::new())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let strings = format!("<sst>{}</sst>", "<si><t>a</t></si>".repeat(11));
    let long = format!(r#"<row r="1"><c r="A1" t="str"><v>{}</v></c></row>"#, "y".repeat(2_000));
    let merges = format!("<sheetData/><mergeCells>{}</mergeCells>", r#"<mergeCell ref="A1:B2"/>"#.repeat(6));
    let cells: String = (1..=101).map(|row| format!(r#"<row r="{row}"><c><v>1</v></c></row>"#)).collect();
    let again = r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#;
    for (bytes, what) in [
        (xlsx_with("", &[("xl/media/a", &wide)]), "unpacks to more than"),
        (archive(&many), "parts"),
        (xlsx_with("", &[("xl/sharedStrings.xml", &strings)]), "more than 10 texts"),
        (xlsx(&long), "one of its cells holds a text"),
        (xlsx(&merges), "merged areas"),
        (xlsx(&cells), "too many cells"),
        (ods(again), "too many cells"),
    ] {
        let found = found_within(bytes, small);
        assert!(found[0].starts_with("I030") && found[0].contains(what), "{what}: {found:?}");
    }
}

#[test]
fn a_part_that_is_packed_very_far_is_refused_without_being_unpacked() {
    let zeros = "0".repeat(12 << 20);
    let said = refusal(xlsx_with("", &[("xl/worksheets/sheet1.xml", &zeros)]));
    assert!(said.contains("is packed to less than a 500th"), "{said}");
}

#[test]
fn an_archive_that_lies_about_its_sizes_is_refused() {
    let rows: String = (1..=400).map(|row| format!(r#"<row r="{row}"><c><v>{row}</v></c></row>"#)).collect();
    let honest = xlsx(&rows);
    let size = u32::try_from(rows.len() + "<worksheet><sheetData></sheetData></worksheet>".len()).unwrap();
    let mut lying = honest.clone();
    // Every place that says how large the sheet is says less.
    for at in 0..honest.len() - 4 {
        if honest[at..at + 4] == size.to_le_bytes() {
            lying[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    assert_ne!(lying, honest);
    let said = refusal(lying);
    assert!(said.contains("larger than its declared"), "{said}");
}

#[test]
fn parts_that_lie_within_one_another_are_refused() {
    let honest = archive(&[("xl/workbook.xml", "<workbook/>"), ("b/1", "one"), ("c/2", "two")]);
    let record = |bytes: &[u8], nth: usize| {
        bytes
            .windows(4)
            .enumerate()
            .filter(|(_, window)| *window == b"PK\x01\x02")
            .nth(nth)
            .map(|(at, _)| at)
            .unwrap()
    };
    let mut lying = honest.clone();
    // The second record and the third name the same place in the file.
    let (second, third) = (record(&honest, 1), record(&honest, 2));
    lying.copy_within(second + 42..second + 46, third + 42);
    assert!(refusal(lying).contains("lie within one another"));
}

#[test]
fn a_sheet_that_breaks_off_is_refused_whole() {
    for sheet in [
        "<sheetData><row r=\"1\"><c><v>1</v></c>",
        "<sheetData><row></c></row></sheetData>",
        "<sheetData><row r=1><c",
    ] {
        let part = format!("<worksheet>{sheet}");
        let said = refusal(xlsx_with("", &[("xl/worksheets/sheet1.xml", &part)]));
        assert!(said.contains("xl/worksheets/sheet1.xml"), "{said}");
    }
    assert!(refusal(xlsx_with("", &[("xl/_rels/workbook.xml.rels", r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="gone.xml"/></Relationships>"#)])).contains("no part “xl/gone.xml”"));
}

#[test]
fn deep_and_wide_xml_is_walked_without_a_tree() {
    let deep = format!("<sheetData>{}{}</sheetData>", "<row>".repeat(200_000), "</row>".repeat(200_000));
    assert!(findings(xlsx(&deep)).is_empty());
    let attributes: String = (0..100_000).map(|at| format!(" a{at}=\"1\"")).collect();
    assert!(findings(xlsx(&format!("<sheetData><row{attributes}/></sheetData>"))).is_empty());
}

/// Opens a file and walks every sheet of it.
fn walk(bytes: Vec<u8>) {
    let small = Bounds { unpacked: 1 << 20, cells: 5_000, ..Bounds::USUAL };
    let input = input(bytes);
    let Ok(mut book) = Workbook::within(&input, &policy(), small) else { return };
    for index in 0..book.sheets().len().min(4) {
        let _header = book.header_row(index);
        if let Ok(sheet) = book.sheet(index, Unseen::Included) {
            let rows: Vec<_> = sheet.rows.collect();
            assert!(rows.len() <= 5_001);
        }
    }
}

const SHEET: &str = r#"<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" t="s" s="1"><v>0</v></c>
    <c r="B1"><f>1</f><v>1.5E-3</v></c></row><row r="3"><c r="C3" s="1"><v>45000.25</v></c></row></sheetData>
    <mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#;

fn whole(kind: usize) -> (usize, Vec<(String, String)>) {
    let parts = [
        vec![
            ("xl/workbook.xml", r#"<workbook><workbookPr date1904="1"/><sheets><sheet name="T" state="hidden" r:id="rId1"/></sheets></workbook>"#.to_owned()),
            ("xl/_rels/workbook.xml.rels", r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="s.xml"/></Relationships>"#.to_owned()),
            ("xl/s.xml", format!("<worksheet>{SHEET}</worksheet>")),
            ("xl/sharedStrings.xml", r#"<sst><si><r><rPr><vertAlign val="superscript"/></rPr><t>1_x0041_</t></r></si></sst>"#.to_owned()),
            ("xl/styles.xml", r##"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]:mm;#,##0.0,%;&quot;a&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>"##.to_owned()),
        ],
        vec![
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
            ("content.xml", r#"<d><automatic-styles><date-style name="N"><year/></date-style></automatic-styles><body><table name="T"><table-column number-columns-repeated="2" visibility="collapse"/><table-row number-rows-repeated="3"><table-cell value-type="float" value="1e2" number-columns-spanned="2" number-columns-repeated="2"><p>1<s c="3"/><note><note-citation>1</note-citation></note></p></table-cell></table-row></table></body></d>"#.to_owned()),
        ],
    ];
    let parts = parts[kind].iter().map(|(name, text)| ((*name).to_owned(), text.clone())).collect();
    (kind, parts)
}

fn built(parts: &[(String, String)]) -> Vec<u8> {
    archive(&parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
}

/// Words that mean something in a part, so that changes get past the first reader.
const WORDS: [&str; 14] = [
    "<row r=\"9\">",
    "</row>",
    "<c r=\"ZZZ9\"/>",
    "4294967295",
    "-1",
    "1e400",
    "0",
    "<v>",
    "&#0;",
    "\"",
    "A1:XFD1048576",
    "é",
    "number-rows-repeated=\"4294967295\"",
    ">",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        walk(bytes.clone());
        walk([b"PK\x03\x04".as_slice(), &bytes].concat());
    }

    #[test]
    fn no_change_of_a_file_makes_it_panic(kind in 0_usize..2, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = built(&whole(kind).1);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        walk(bytes);
    }

    #[test]
    fn no_change_of_a_part_makes_it_panic(kind in 0_usize..2, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_usize..12, any::<prop::sample::Index>()), 1..5)) {
        let (_, mut parts) = whole(kind);
        for (part, at, cut, word) in changes {
            let part = part.index(parts.len());
            let text = &mut parts[part].1;
            let from = (0..=at.index(text.len() + 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            let to = ((from + cut).min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap();
            text.replace_range(from..to, WORDS[word.index(WORDS.len())]);
        }
        walk(built(&parts));
    }

    #[test]
    fn a_number_never_loses_a_digit(whole in 0_u64..1_000_000_000_000, part in "[0-9]{1,12}") {
        let number = format!("{whole}.{part}");
        let said = rows(xlsx(&format!(r#"<row r="1"><c r="A1"><v>{number}</v></c></row>"#)), 0);
        let held = format!("={number}");
        prop_assert!(said.ends_with(&held), "{} {}", said, held);
    }
}
