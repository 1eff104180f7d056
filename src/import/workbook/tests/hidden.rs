//! What is hidden in XLSX files: told by its place, never by its value.

use super::{Unseen, findings, rows, rows_with, xlsx_with};

const RELS: &str = r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/>
    <Relationship Id="rId3" Type="x/worksheet" Target="worksheets/sheet3.xml"/>
    <Relationship Id="rId4" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>"#;

const BOOK: &str = r#"<workbook><mc:AlternateContent><mc:Choice><absPath url="C:\Users\someone\secret\"/></mc:Choice></mc:AlternateContent>
    <sheets><sheet name="Front" r:id="rId1"/><sheet name="Data" state="hidden" r:id="rId2"/>
    <sheet name="Deep" state="veryHidden" r:id="rId3"/><sheet name="Chart" r:id="rId4"/></sheets>
    <definedNames><definedName name="rate">0.175</definedName><definedName name="Print" >Front!$A$1</definedName>
    <definedName name="old" hidden="1">Data!$A$1:$B$9</definedName><definedName name="list">{"ann";"bob"}</definedName>
    <definedName name="_xlnm._FilterDatabase" hidden="1">Front!$A$1:$A$9</definedName></definedNames></workbook>"#;

const FRONT: &str = r#"<cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" hidden="1"/></cols>
    <sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>777</v></c><c r="D1" s="1"><v>888</v></c></row>
    <row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="4"><c r="A4"><v>4</v></c></row>
    <row r="5" hidden="1"><c r="A5"><v>5</v></c></row></sheetData>
    <autoFilter ref="A3:A9"><filterColumn colId="0"><filters><filter val="999"/></filters></filterColumn></autoFilter>"#;

const OTHER: &str =
    r#"<worksheet><sheetData><row r="1"><c r="A1"><v>666</v></c></row></sheetData></worksheet>"#;

#[test]
fn sheets_rows_columns_and_cells_that_are_not_seen_are_told_and_flagged() {
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>"#;
    let bytes = xlsx_with(
        FRONT,
        &[
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", RELS),
            ("xl/worksheets/sheet2.xml", OTHER),
            ("xl/worksheets/sheet3.xml", OTHER),
            ("xl/styles.xml", styles),
        ],
    );
    assert_eq!(
        rows(bytes.clone(), 0),
        "1: A ‘1’ =1 | B ‘777’ =777 hidden | D ‘’ =888 hidden\n2 hidden: A ‘2’ =2\n4: A ‘4’ =4\n5 filtered: A ‘5’ =5"
    );
    let seen = |index| rows_with(bytes.clone(), index, Unseen::LeftOut);
    assert_eq!(seen(0), "1: A ‘1’ =1\n4: A ‘4’ =4");
    assert_eq!(seen(1), "refused: the sheet “Data” is hidden, and is not read");
    let found = findings(bytes);
    assert_eq!(
        found,
        [
            "I032 in the sheet “Front”, rows 2 are hidden (1 in all)",
            "I032 in the sheet “Front”, rows 5 are left out by a filter (1 in all)",
            "I032 in the sheet “Front”, columns B–C are hidden (2 in all)",
            "I032 in the sheet “Front”, 1 cell with a value that the format does not show, first D1",
            "I031 the sheet “Data” is hidden; 1 of its cells have something in them",
            "I031 the sheet “Deep” is hidden so that only a programme can show it; 1 of its cells have something in them",
            "I035 the file has names with data of their own: “list”, “rate”",
            "I035 the file has names that are hidden from its list of names: “old”",
            "I036 properties of the file may name people: “the folder of its author in xl/workbook.xml”",
        ]
    );
    for value in ["777", "888", "999", "666", "someone", "ann", "0.175"] {
        assert!(!found.concat().contains(value), "{value} is told");
    }
}

#[test]
fn a_filter_that_lets_everything_through_hides_nothing() {
    let sheet = r#"<sheetData><row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData><autoFilter ref="A1:A9"/>"#;
    assert_eq!(findings(xlsx_with(sheet, &[])), ["I032 in the sheet “Table”, rows 2 are hidden (1 in all)"]);
}

#[test]
fn parts_beside_the_sheets_are_told() {
    let sheet_rels = r#"<Relationships><Relationship Id="r1" Type="x/comments" Target="../comments1.xml"/>
        <Relationship Id="r2" Type="x/threadedComment" Target="../threadedComments/t1.xml"/></Relationships>"#;
    let bytes = xlsx_with(
        "",
        &[
            ("xl/worksheets/_rels/sheet1.xml.rels", sheet_rels),
            (
                "xl/comments1.xml",
                "<comments><authors><author>A. Person</author></authors><commentList><comment/><comment/></commentList></comments>",
            ),
            ("xl/threadedComments/t1.xml", "<ThreadedComments><threadedComment/></ThreadedComments>"),
            ("xl/persons/person.xml", "<personList/>"),
            ("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
            ("xl/externalLinks/_rels/externalLink1.xml.rels", "<Relationships/>"),
            ("xl/vbaProject.bin", "x"),
            ("xl/model/item.data", "x"),
            ("xl/embeddings/oleObject1.bin", "x"),
            ("xl/connections.xml", "<connections/>"),
            (
                "docProps/core.xml",
                "<cp:coreProperties><dc:creator>A. Person</dc:creator><cp:lastModifiedBy/><dc:title>T</dc:title></cp:coreProperties>",
            ),
            (
                "docProps/custom.xml",
                r#"<Properties><property name="Report author"><vt:lpwstr>B. Person</vt:lpwstr></property><property name="Site"><vt:lpwstr>x</vt:lpwstr></property></Properties>"#,
            ),
        ],
    );
    let found = findings(bytes);
    assert_eq!(
        found,
        [
            "I034 beside the sheet “Table” stand remarks, 2 in all",
            "I035 the file holds copies of data of other files: “xl/externalLinks/externalLink1.xml”, “xl/connections.xml”",
            "I035 the file holds a data model: “xl/model/item.data”",
            "I035 the file holds other files within it: “xl/embeddings/oleObject1.bin”",
            "I035 the file holds macros, which are never run: “xl/vbaProject.bin”",
            "I036 properties of the file may name people: “the authors of remarks in xl/persons/person.xml”, “creator in docProps/core.xml”, “Report author in docProps/custom.xml”",
        ]
    );
}

/// A workbook with a pivot cache of these columns and rows.
fn with_cache(fields: &str, records: &str) -> Vec<u8> {
    let definition =
        format!("<pivotCacheDefinition><cacheFields>{fields}</cacheFields></pivotCacheDefinition>");
    let records = format!("<pivotCacheRecords>{records}</pivotCacheRecords>");
    let rels = r#"<Relationships><Relationship Id="r1" Type="x/pivotCacheRecords" Target="pivotCacheRecords1.xml"/></Relationships>"#;
    xlsx_with(
        "",
        &[
            ("xl/pivotCache/pivotCacheDefinition1.xml", &definition),
            ("xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels", rels),
            ("xl/pivotCache/pivotCacheRecords1.xml", &records),
        ],
    )
}

#[test]
fn a_pivot_cache_with_a_row_for_each_person_is_refused() {
    let fields = r#"<cacheField name="Year"><sharedItems><n v="2020"/><n v="2021"/></sharedItems></cacheField>
        <cacheField name="Date of birth"><sharedItems/></cacheField><cacheField name="Case"><sharedItems/></cacheField>"#;
    let record = |at: usize| {
        format!(r#"<r><x v="{}"/><d v="19{}-01-02T00:00:00"/><s v="made-up-{at}"/></r>"#, at % 2, 30 + at)
    };
    let found = findings(with_cache(fields, &(0..40).map(record).collect::<String>()));
    assert_eq!(
        found[0],
        "I033 a pivot cache, “xl/pivotCache/pivotCacheDefinition1.xml”, holds 40 rows of 3 columns, which the pivot table was made of"
    );
    assert!(found[1].starts_with("P001 In the pivot cache “xl/pivotCache/pivotCacheDefinition1.xml”: By its name, the column “Date of birth”"), "{found:?}");
    assert!(!found.concat().contains("made-up") && !found.concat().contains("1930"), "{found:?}");
}

#[test]
fn a_pivot_cache_of_counts_is_told_and_not_refused() {
    let fields = r#"<cacheField name="Year"><sharedItems><n v="2020"/><n v="2021"/></sharedItems></cacheField>
        <cacheField name="Count"><sharedItems/></cacheField>"#;
    let record = |at: usize| format!(r#"<r><x v="{}"/><n v="{}"/></r>"#, at % 2, at * 7);
    let found = findings(with_cache(fields, &(0..40).map(record).collect::<String>()));
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn the_values_of_a_column_are_enough_where_the_rows_were_taken_out() {
    let fields = r#"<cacheField name="Reference"><sharedItems><s v="someone@example.org"/></sharedItems></cacheField>"#;
    let found = findings(with_cache(fields, ""));
    assert!(found[1].starts_with("P002") && !found.concat().contains("someone"), "{found:?}");
}
