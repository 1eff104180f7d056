//! `onrecord import spreadsheet`: a sheet of a workbook, read as its mapping says.

use crate::story::Story;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};

const MAPPING: &str = "\
format = 1
sheet = \"Table 1\"
header_row = 3
header_rows = 2

[source]
id = \"visits-{published}\"
title = \"Visits to the park\"
kind = \"official-statistics\"
body = \"The gate counters\"

[period]
column = \"Month\"

[dimensions.gate]
column = \"Gate\"

[dimensions.gate.codes]
\"North\" = \"north\"
\"South\" = \"south\"

[[values]]
measure = \"visits\"
column = \"Visits: All\"

[[values]]
measure = \"rain\"
column = \"Visits: In the rain\"
";

/// Three months: merged headings and labels, a zero shown as a dash, a rounded share, a number in thousands, and a row, a
/// column and a sheet that are hidden.
fn book() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (plain, dash) = (Format::new(), Format::new().set_num_format("#,##0;-#,##0;\"-\""));
    let month = Format::new().set_num_format("mmm\\-yy");
    let percent = Format::new().set_num_format("0%");
    let thousands = Format::new().set_num_format("#,##0,");
    let sheet = book.add_worksheet().set_name("Table 1")?;
    sheet.write(0, 0, "Visits to the park by gate")?;
    sheet.write(2, 0, "Month")?.write(2, 1, "Gate")?;
    sheet.merge_range(2, 2, 2, 4, "Visits", &plain)?;
    sheet.write(3, 2, "All")?.write(3, 3, "Internal")?.write(3, 4, "In the rain")?;
    for (row, (month_of, gate)) in
        [(4, (4, "North")), (5, (4, "South")), (6, (5, "North")), (7, (5, "South")), (8, (6, "North"))]
    {
        if row % 2 == 0 && row < 8 {
            sheet.merge_range(row, 0, row + 1, 0, "", &plain)?;
        }
        if row % 2 == 0 {
            sheet.write_with_format(row, 0, ExcelDateTime::from_ymd(2003, month_of, 1)?, &month)?;
        }
        sheet.write(row, 1, gate)?.write(row, 3, 4711)?;
    }
    sheet.write_with_format(4, 2, 1204, &dash)?.write_with_format(5, 2, 0, &dash)?;
    sheet.write_with_format(6, 2, 1_234_567, &thousands)?.write(7, 2, "[c]")?.write(8, 2, 31)?;
    sheet.write_with_format(4, 4, 0.125, &percent)?.write_with_format(5, 4, 0.5, &percent)?;
    sheet.write(9, 0, "Counted by hand.")?;
    sheet.set_column_hidden(3)?.set_row_hidden(8)?;
    book.add_worksheet().set_name("Raw")?.set_hidden(true).write(0, 0, 4711)?;
    book.add_worksheet().set_name("Notes")?.write(0, 0, "None.")?;
    book.save_to_buffer()
}

fn story() -> Story {
    let mut story = Story::on("smallest");
    let measure = |title: &str, unit: &str, kind: &str| {
        format!(
            "format = 1\ntitle = \"{title}\"\nunit = \"{unit}\"\nquantity = \"{kind}\"\nstock_or_flow = \"flow\"\ncounted = \"things\"\n\n[dimensions.gate]\ntitle = \"Gate\"\ncodes = {{ north = \"North\", south = \"South\" }}\n"
        )
    };
    story
        .write("in/visits.xlsx", book().unwrap())
        .write("imports/visits.toml", MAPPING)
        .write("data/measures/visits.toml", measure("Visits", "visits", "count"))
        .write("data/measures/rain.toml", measure("Visits in the rain", "%", "share"));
    story
}

#[test]
fn a_sheet_is_read_as_a_reader_sees_it_and_nothing_hidden_is_taken() {
    let mut story = story();
    story.run(&["import", "spreadsheet", "in/visits.xlsx", "--map", "visits", "--published", "2003-07-01"]);
    story.exit(0).stderr_contains("the sheet “Raw” is hidden").stdout_contains("4 files written");
    for measure in ["visits", "rain"] {
        story.file_matches(
            &format!("data/figures/{measure}/visits-2003-07-01.csv"),
            &format!("import/spreadsheet-{measure}.txt"),
        );
    }
    let all = story.files("data");
    assert!(all.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("4711")));
    assert!(story.read("data/sources/visits-2003-07-01.md").contains("> Counted by hand."));
    story.run(&["check"]).exit(0).stdout_contains("0 errors");
    story.run(&["import", "spreadsheet", "in/visits.xlsx", "--map", "visits", "--published", "2003-07-01"]);
    story.exit(0).stdout_contains("no files written");
}

#[test]
fn what_is_hidden_is_read_where_somebody_asks_for_it() {
    let mut story = story();
    story.run(&[
        "import",
        "spreadsheet",
        "in/visits.xlsx",
        "--map",
        "visits",
        "--published",
        "2003-07-01",
        "--include-hidden",
    ]);
    story.exit(0);
    assert!(story.read("data/figures/visits/visits-2003-07-01.csv").contains("visits,north,2003-06,31,"));
}

#[test]
fn a_sheet_has_to_be_named_where_there_are_several_and_hidden_ones_are_left_alone() {
    let mut story = story();
    story.run(&["import", "spreadsheet", "in/visits.xlsx"]);
    story
        .exit(3)
        .stderr_contains("the workbook has 3 sheets, and none is named")
        .stderr_contains("“Table 1”, “Notes”");
    story.run(&["import", "spreadsheet", "in/visits.xlsx", "--sheet", "Tabel 1"]);
    story.exit(3).stderr_contains("there is no sheet “Tabel 1”");
    story.run(&["import", "spreadsheet", "in/visits.xlsx", "--sheet", "Raw"]);
    story
        .exit(3)
        .stderr_contains("the sheet “Raw” is hidden, and is not read")
        .stdout_contains("no files written");
    story.run(&["import", "spreadsheet", "in/visits.xlsx", "--sheet", "1", "--header-row", "4"]);
    story.exit(0).stdout_contains("proposed/imports/visits-table-1.toml");
    assert!(story.read("proposed/imports/visits-table-1.toml").contains("sheet = \"Table 1\"\n"));
    story.run(&["import", "spreadsheet", "in/visits.xlsx", "--list", "--sheet", "1"]).exit(2);
}
