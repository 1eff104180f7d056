//! Cells of ODS files.

use super::{findings, input, ods, ods_with, policy, rows};
use crate::import::workbook::Workbook;

const STYLES: &str = r#"
  <style:style style:name="up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
  <style:style style:name="down" style:family="text"><style:text-properties style:text-position="-33% 58%"/></style:style>
  <style:style style:name="secret" style:family="table"><style:table-properties table:display="false"/></style:style>
  <number:date-style style:name="N1"><number:month/><number:year/></number:date-style>
  <style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>"#;

fn table(rows: &str) -> String {
    format!(r#"<table:table table:name="Table">{rows}</table:table>"#)
}

#[test]
fn each_kind_of_value_has_the_words_of_the_file() {
    let row = r##"<table:table-row>
        <table:table-cell office:value-type="string"><text:p>CO<text:span text:style-name="down">2</text:span><text:span text:style-name="up">1</text:span></text:p><text:p>two<text:s text:c="2"/>lines</text:p></table:table-cell>
        <table:table-cell office:value-type="float" office:value="0.30000000000000004"><text:p>0.3</text:p></table:table-cell>
        <table:table-cell office:value-type="percentage" office:value="0.123"><text:p>12%</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2023-11-01" table:style-name="month"><text:p>Nov 23</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2023-11-01T00:00:00"><text:p>01/11/23</text:p></table:table-cell>
        <table:table-cell office:value-type="boolean" office:boolean-value="false"><text:p>FALSE</text:p></table:table-cell>
        <table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>
        <table:table-cell office:value-type="currency" office:value="5"/>
        <table:table-cell office:value-type="time" office:time-value="PT12H"><text:p>12:00</text:p></table:table-cell>
    </table:table-row>"##;
    assert_eq!(
        rows(ods_with(STYLES, &table(row), &[]), 0),
        "1: A ‘CO2\ntwo  lines’ ^1 | B ‘0.3’ =0.30000000000000004 | C ‘12%’ %0.123 | D ‘Nov 23’ @2023-11 | \
         E ‘01/11/23’ @2023-11-01 | F ‘FALSE’ ?false | G ‘#REF!’ error | H ‘5’ =5 | I ‘12:00’"
    );
}

#[test]
fn notes_and_remarks_are_no_part_of_the_words() {
    let row = r#"<table:table-row><table:table-cell office:value-type="string">
        <office:annotation><dc:creator>A. Person</dc:creator><text:p>check this</text:p></office:annotation>
        <text:p>Total<text:note><text:note-citation>3</text:note-citation><text:note-body><text:p>See below</text:p></text:note-body></text:note></text:p>
        </table:table-cell></table:table-row>"#;
    assert_eq!(rows(ods(row), 0), "1: A ‘Total’ ^3");
    assert_eq!(findings(ods(row)), ["I034 beside the sheet “Table” stand remarks, 1 in all"]);
}

#[test]
fn a_million_blank_rows_cost_nothing_and_numbers_go_on_after_them() {
    let rows_of = r#"<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16382"/></table:table-row>
        <table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>end</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="4294967295"><table:table-cell/></table:table-row>"#;
    assert_eq!(rows(ods(rows_of), 0), "1: A ‘1’ =1 | B ‘1’ =1\n2: A ‘1’ =1 | B ‘1’ =1\n1048575: B ‘end’");
}

#[test]
fn cells_reach_over_others_and_rows_may_stand_in_groups() {
    let rows_of = r#"<table:table-header-rows><table:table-row>
        <table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"><text:p>a</text:p></table:table-cell>
        <table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>b</text:p></table:table-cell></table:table-row></table:table-header-rows>
        <table:table-row-group><table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>
        <table:table-cell office:value-type="string"><text:p>c</text:p></table:table-cell></table:table-row></table:table-row-group>"#;
    assert_eq!(
        rows(ods(rows_of), 0),
        "1: A ‘a’ over 2x2 | B ‘’ blank under A1 | C ‘b’\n2: A ‘’ blank under A1 | B ‘’ blank under A1 | C ‘c’"
    );
}

#[test]
fn hidden_sheets_rows_and_columns_are_told_and_flagged() {
    let cell = r#"<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>"#;
    let sheets = format!(
        r#"<table:table table:name="Front"><table:table-column/><table:table-column table:visibility="collapse"/>
        <table:table-row>{cell}{cell}</table:table-row><table:table-row table:visibility="collapse">{cell}</table:table-row>
        <table:table-row table:visibility="filter">{cell}</table:table-row></table:table>
        <table:table table:name="Back" table:style-name="secret"><table:table-row>{cell}</table:table-row></table:table>"#
    );
    let bytes = ods_with(STYLES, &sheets, &[]);
    assert_eq!(rows(bytes.clone(), 0), "1: A ‘x’ | B ‘x’ hidden\n2 hidden: A ‘x’\n3 filtered: A ‘x’");
    assert_eq!(rows(bytes.clone(), 1), "1: A ‘x’");
    assert_eq!(
        findings(bytes),
        [
            "I032 in the sheet “Front”, rows 2 are hidden (1 in all)",
            "I032 in the sheet “Front”, rows 3 are left out by a filter (1 in all)",
            "I032 in the sheet “Front”, columns B are hidden (1 in all)",
            "I031 the sheet “Back” is hidden; 1 of its cells have something in them",
        ]
    );
}

#[test]
fn what_stands_beside_the_sheets_is_told_without_its_words() {
    let sheets = r#"<table:tracked-changes><table:cell-content-change><table:table-cell office:value="5"/></table:cell-content-change></table:tracked-changes>
        <table:table table:name="T"><table:table-source xlink:href="file:///C:/Users/someone/secret.ods"/></table:table>
        <table:named-expressions><table:named-expression table:name="rate" table:expression="0.2"/></table:named-expressions>"#;
    let meta = "<office:document-meta><office:meta><meta:initial-creator>A. Person</meta:initial-creator><dc:creator/></office:meta></office:document-meta>";
    let bytes = ods_with(
        "",
        sheets,
        &[("meta.xml", meta), ("Basic/script.xml", "<a/>"), ("Object 1/content.xml", "<a/>")],
    );
    let found = findings(bytes);
    assert_eq!(
        found,
        [
            "I035 the file holds copies of data of other files: “content.xml”",
            "I035 the file holds other files within it: “Object 1/content.xml”",
            "I035 the file holds what its cells said before they were changed: “content.xml”",
            "I035 the file holds macros, which are never run: “Basic/script.xml”",
            "I035 the file has names with data of their own: “rate”",
            "I036 properties of the file may name people: “initial-creator in meta.xml”",
        ]
    );
    for value in ["secret", "someone", "Person", "0.2"] {
        assert!(!found.concat().contains(value), "{value} is told");
    }
}

#[test]
fn the_sheets_are_known_before_they_are_read() {
    let input = input(ods(
        r#"<table:table-row table:number-rows-repeated="3"><table:table-cell/><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#,
    ));
    let book = Workbook::open(&input, &policy()).unwrap();
    let sheet = &book.sheets()[0];
    assert_eq!((sheet.name.as_str(), sheet.rows, sheet.columns, sheet.cells), ("Table", 3, 2, 3));
}
