//! Cells of XLSX files.

use super::{findings, rows, xlsx, xlsx_with};

const STYLES: &str = r#"<styleSheet>
  <numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="mmm\-yy"/>
    <numFmt numFmtId="166" formatCode="_-* #,##0_-;-* #,##0_-;_-* &quot;-&quot;??_-;_-@_-"/></numFmts>
  <fonts><font><sz val="11"/></font><font><vertAlign val="superscript"/></font></fonts>
  <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="14" fontId="0"/>
    <xf numFmtId="165" fontId="0"/><xf numFmtId="166" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>
  <dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs>
</styleSheet>"#;

#[test]
fn a_raised_number_is_a_mark_and_never_a_digit() {
    let strings = r#"<sst><si><r><t>Total</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>4</t></r></si>
        <si><r><rPr><b/></rPr><t xml:space="preserve">31</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>st</t></r>
            <r><t xml:space="preserve"> March</t></r></si>
        <si><t>1,204</t><rPh sb="0" eb="1"><t>read aloud</t></rPh></si><si><t>2</t></si></sst>"#;
    let sheet = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
        <c r="D1" t="s" s="5"><v>3</v></c>
        <c r="E1" t="inlineStr"><is><r><t>5</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>a, b</t></r></is></c></row>"#;
    let book = xlsx_with(sheet, &[("xl/sharedStrings.xml", strings), ("xl/styles.xml", STYLES)]);
    assert_eq!(rows(book, 0), "1: A ‘Total’ ^4 | B ‘31st March’ | C ‘1,204’ | D ‘’ blank ^2 | E ‘5’ ^a ^b");
}

#[test]
fn a_number_keeps_its_digits_and_is_shown_as_its_format_says() {
    let sheet = r#"<row r="2"><c r="A2"><v>0.30000000000000004</v></c><c r="B2" s="1"><v>0.12345</v></c>
        <c r="C2" s="2"><v>45237</v></c><c r="D2" s="3"><v>45231</v></c><c r="E2" s="4"><v>0</v></c>
        <c r="F2"><v>1.2E3</v></c><c r="G2" s="99"><v>7</v></c></row>"#;
    let book = xlsx_with(sheet, &[("xl/styles.xml", STYLES)]);
    assert_eq!(
        rows(book, 0),
        "2: A ‘0.3’ =0.30000000000000004 | B ‘12.3%’ %0.12345 | C ‘07/11/2023’ @2023-11-07 | D ‘Nov-23’ @2023-11 | \
         E ‘-’ =0 | F ‘1200’ =1200 | G ‘7’ =7"
    );
}

#[test]
fn a_workbook_that_counts_from_1904_has_the_same_day_under_another_number() {
    let book =
        r#"<workbook><workbookPr date1904="1"/><sheets><sheet name="T" r:id="rId1"/></sheets></workbook>"#;
    let sheet = r#"<row r="1"><c r="A1" s="2"><v>43775</v></c></row>"#;
    let bytes = xlsx_with(sheet, &[("xl/workbook.xml", book), ("xl/styles.xml", STYLES)]);
    assert_eq!(rows(bytes, 0), "1: A ‘07/11/2023’ @2023-11-07");
}

#[test]
fn flags_errors_and_formulas_are_what_the_file_last_saw() {
    let sheet = r##"<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><f>A9</f><v>#REF!</v></c>
        <c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="str"><f>"a"</f><v>a_x000D_b</v></c><c r="E1"><f>NOW()</f></c></row>"##;
    assert_eq!(rows(xlsx(sheet), 0), "1: A ‘TRUE’ ?true | B ‘#REF!’ error | C ‘2’ =2 | D ‘ab’");
    let found = findings(xlsx(sheet));
    assert_eq!(
        found,
        ["I037 in the sheet “Table”, 1 cell with a formula that has no result in the file, first E1"]
    );
}

#[test]
fn places_may_be_left_out_and_blank_cells_are() {
    let sheet = r#"<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row r="9"><c r="B9"><v>5</v></c><c s="1"/></row>"#;
    assert_eq!(rows(xlsx(sheet), 0), "1: A ‘1’ =1 | C ‘3’ =3\n9: B ‘5’ =5");
}

#[test]
fn merged_cells_know_the_first_of_them() {
    let sheet = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="C1"><v>2</v></c></row>
        <row r="2"><c r="A2"/></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1"/></mergeCells>"#;
    assert_eq!(
        rows(xlsx(sheet), 0),
        "1: A ‘1’ =1 over 2x2 | B ‘’ blank under A1 | C ‘2’ =2\n2: A ‘’ blank under A1"
    );
}

#[test]
fn prefixes_and_extensions_of_other_programmes_do_not_matter() {
    let sheet = r#"<!-- a remark --><x:sheetData xmlns:x="m"><x:row r="1"><x:c r="A1" t="str"><x:v>a &amp; b</x:v>
        <x:extLst><x:v>no</x:v></x:extLst></x:c></x:row></x:sheetData>
        <extLst><ext><sheetData><row r="7"><c r="A7"><v>9</v></c></row></sheetData></ext></extLst>"#;
    let part = format!("<x:worksheet>{sheet}</x:worksheet>");
    assert_eq!(rows(xlsx_with("", &[("xl/worksheets/sheet1.xml", &part)]), 0), "1: A ‘a & b’");
}

#[test]
fn what_is_out_of_order_breaks_the_sheet_off() {
    for (sheet, why) in [
        (r#"<row r="2"/><row r="1"><c r="A1"><v>1</v></c></row>"#, "its rows are not in order"),
        (r#"<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#, "its cells are not in order"),
        (r#"<row r="1"><c r="A2"><v>1</v></c></row>"#, "its cells are not in order"),
        (r#"<row r="1048577"><c><v>1</v></c></row>"#, "its rows are not in order"),
        (r#"<row r="1"><c r="A1" t="s"><v>7</v></c></row>"#, "a text that is not there"),
    ] {
        let said = rows(xlsx(sheet), 0);
        assert!(said.starts_with("refused: ") && said.contains(why), "{sheet}: {said}");
    }
}
