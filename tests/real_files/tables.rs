//! Every real table, in CSV and in workbooks: the mapping proposed for it is answered, and what comes of it is counted.

use crate::real;
use onrecord::finding::{Finding, Severity};
use onrecord::import::comma::Comma;
use onrecord::import::sheet::Sheet;
use onrecord::import::tabular::{self, Ask, Mapping};
use onrecord::import::workbook::{Unseen, Workbook};
use onrecord::import::{self, Draft, Input, LARGEST, Mode};
use onrecord::load::{self, Loaded};
use onrecord::personal::Policy;
use onrecord::quantity::Reader;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use tempfile::TempDir;

/// What a person changes in the proposal before the rest is answered alike for all.
type Answers = &'static [(&'static str, &'static str)];

/// A file and its sheet, the answers, and what comes of it: figures, those without a value, and what is found.
type Imported = (&'static str, &'static str, Answers, usize, usize, &'static [(&'static str, usize)]);

#[rustfmt::skip]
const IMPORTED: &[Imported] = &[
    ("home-office-csv/asylum_work_in_progress.csv", "", &[], 182, 9, &[]),
    ("home-office-csv/returns_asylum_longitudinal.csv", "", &[], 84, 0, &[]),
    ("home-office-csv/returns_offenders_by_nationality.csv", "", &[("reads = \"TODO\"", "reads = \"quarter-ending\"")], 6626, 0, &[]),
    ("home-office-csv/weekly_small_boats.csv", "", &[("reads = \"TODO\"", "reads = \"week-ending\"")], 2094, 0, &[("I020", 1)]),
    ("dfe-tidy-csv/dates.csv", "", &[("column = \"time_period\"", "column = \"date\"")], 1888, 354, &[]),
    ("dfe-tidy-csv/dates-replacement.csv", "", &[("column = \"time_period\"", "column = \"date\"")], 1888, 366, &[]),
    ("foi-statistics/foi-statistics-2020-published-data.csv", "", &[("[dimensions.government-body]", "[where]\n\"Quarter\" = [\"2020\", \"Q4 2020\"]\n\n[dimensions.government-body]")], 9470, 2298, &[("I020", 1)]),
    ("foi-statistics/foisa-2020.csv", "", &[("[dimensions.region]", "[where]\n\"AuthorityName\" = \"Aberdeen City Council\"\n\n[dimensions.region]")], 106, 0, &[]),
    ("accessible-spreadsheet/gptables-survey-data.csv", "", &[("[period]", "[without]\n\"Time period and dataset code row\" = \"Dataset identifier code\"\n\n[period]")], 5364, 0, &[]),
    ("home-office-xlsx/IE__Q3_2023_Background_Published.xlsx", "FNO_01", &[], 117, 0, &[]),
    ("home-office-xlsx/IE__Q3_2023_Background_Published.xlsx", "FR_05", &[], 68, 0, &[]),
    ("home-office-xlsx/IE__Q3_2023_Background_Published.xlsx", "FNO_11", &[], 200, 0, &[]),
    ("home-office-xlsx/IE__Q3_2023_Background_Published.xlsx", "IMS_01", &[], 90, 4, &[]),
    ("home-office-xlsx/UKVI_IP_Q3_2023_Background_Published.xlsx", "ASY_02", &[], 140, 0, &[]),
    ("home-office-xlsx/UKVI_IP_Q3_2023_Background_Published.xlsx", "ASY_05(M)", &[], 225, 0, &[]),
    ("home-office-ods/small-boats-time-series-2025-12-12.ods", "SB_01", &[], 8706, 1826, &[]),
    ("home-office-ods/small-boats-time-series-2025-12-12.ods", "SB_02", &[], 2070, 920, &[]),
    ("home-office-ods/producer-excel.ods", "penguins", &[], 12, 0, &[]),
    ("accessible-spreadsheet/gptables-expected-workbook.xlsx", "Label", &[], 2, 0, &[]),
    // What is no table of figures is proposed all the same, and then refused.
    ("dfe-tidy-csv/dates.meta.csv", "", &[], 0, 0, &[("I014", 1), ("I020", 1)]),
    ("csvw/test036--tree-ops-ext.csv", "", &[], 0, 0, &[("I015", 1), ("P005", 1)]),
    ("alaveteli/all-authorities.csv", "", &[], 0, 0, &[("I014", 1)]),
    ("foi-statistics/foisa-return-form.xlsx", "Requests", &[], 0, 0, &[("I012", 1), ("I014", 2), ("I017", 1)]),
];

/// A file and its sheet for which no mapping is proposed, and why.
#[rustfmt::skip]
const REFUSED: &[(&str, &str, &str, &str)] = &[
    ("foi-statistics/foisa-column-lookup.csv", "", "I007", "no column of the table seems to hold numbers"),
    ("home-office-xlsx/IE__Q3_2023_Background_Published.xlsx", "Contents", "I007", "no column of the table seems to hold numbers"),
    ("home-office-xlsx/UKVI_IP_Q3_2023_Background_Published.xlsx", "ALAR_01", "P004", "no column counts anything"),
    ("home-office-ods/civil-service-postcodes-2021-leavers.ods", "Leavers", "P002", "a full postcode in the column “Postcode”"),
    ("home-office-ods/producer-excel.ods", "merges", "I012", "there is no row that looks like a header"),
];

/// Reads the sheet of a file.
fn with_sheet<T>(file: &str, name: &str, read: impl FnOnce(Sheet<'_>, &Input) -> T) -> Option<T> {
    let input = Input::open(&real(file)?, LARGEST).unwrap();
    if name.is_empty() {
        let comma = Comma::open(&input).unwrap();
        return Some(read(comma.sheet(), &input));
    }
    let mut book = Workbook::open(&input, &Policy::default()).unwrap();
    let at = book.sheets().iter().position(|sheet| sheet.name == name).unwrap();
    Some(read(book.sheet(at, Unseen::LeftOut).unwrap(), &input))
}

fn proposed(file: &str, sheet: &str) -> Option<Result<String, Vec<Finding>>> {
    with_sheet(file, sheet, |sheet, input| tabular::propose(sheet, input, "table", None, &policy()))
}

fn policy() -> Policy {
    Policy { threshold: 5, ..Policy::default() }
}

/// Each question answered: measures by number, everything else alike.
fn answered(text: &str, answers: Answers) -> String {
    let text = answers.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    let mut measures = 0;
    let mut lines = String::new();
    for line in text.lines() {
        let key = line.split(" = ").next().unwrap_or_default();
        let answer = match key {
            "measure" => {
                measures += 1;
                format!("m{measures}")
            }
            "kind" => "official-statistics".into(),
            "body" | "title" => "Publisher".into(),
            "fixed" => "2020".into(),
            "reads" => "as-written".into(),
            "multiplier" => "thousand".into(),
            _ => "not_available".into(),
        };
        writeln!(lines, "{}", line.replace("\"TODO\"", &format!("{answer:?}"))).unwrap();
    }
    lines
}

/// A repository that declares what a mapping speaks of.
fn repository(mapping: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("site/site.toml", "format = 1\ntitle = \"Real files\"\n\n[publisher]\nname = \"Test\"\n");
    let table: toml::Table = mapping.parse().unwrap();
    let mut dimensions = String::new();
    for (id, dimension) in table.get("dimensions").and_then(toml::Value::as_table).into_iter().flatten() {
        let codes = dimension["codes"].as_table().unwrap();
        let codes: BTreeSet<&str> = codes.values().map(|code| code.as_str().unwrap()).collect();
        let codes: Vec<String> = codes.iter().map(|code| format!("{code:?} = {code:?}")).collect();
        write!(dimensions, "\n[dimensions.{id}]\ntitle = {id:?}\ncodes = {{ {} }}\n", codes.join(", "))
            .unwrap();
    }
    for value in table["values"].as_array().unwrap() {
        let id = value["measure"].as_str().unwrap();
        let text = format!(
            "format = 1\ntitle = \"Measure {id}\"\nunit = \"things\"\nquantity = \"amount\"\nstock_or_flow = \"flow\"\n{dimensions}"
        );
        write(&format!("data/measures/{id}.toml"), &text);
    }
    folder
}

fn loaded(folder: &TempDir) -> Loaded {
    let read = load::load(folder.path());
    assert!(read.findings.iter().all(|finding| finding.severity < Severity::Error), "{:#?}", read.findings);
    read.value.unwrap()
}

/// How many figures, how many without a value, what was found how often, and how many were loaded again.
fn came(file: &str, sheet: &str, answers: Answers) -> Option<Result<(Draft, usize), Vec<Finding>>> {
    let text = match proposed(file, sheet)? {
        Ok(text) => answered(&text, answers),
        Err(found) => return Some(Err(found)),
    };
    let mapping = match Mapping::parse(&"table.toml".into(), &text) {
        Ok(mapping) => mapping,
        Err(found) => return Some(Err(found)),
    };
    let folder = repository(&text);
    let measures: Vec<_> = loaded(&folder).dataset.measures().cloned().collect();
    let (reader, policy) = (Reader::default(), policy());
    let ask = Ask {
        mapping: &mapping,
        measures: &measures,
        reader: &reader,
        policy: &policy,
        published: None,
        received: None,
    };
    let draft = with_sheet(file, sheet, |sheet, input| tabular::read(sheet, input, "csv", &ask))?;
    let written = import::write(folder.path(), &draft, Mode::Write);
    assert!(written.findings.is_empty(), "{:?}", written.findings);
    let again = loaded(&folder).dataset.figures().len();
    Some(Ok((draft, again)))
}

fn messages(found: &[Finding]) -> Vec<String> {
    let said = |found: &Finding| {
        format!("{} {} {}", found.code, found.message, found.help.clone().unwrap_or_default())
    };
    found.iter().map(said).take(8).collect()
}

fn is_without_value(draft: &import::DraftFigure, reader: &Reader) -> bool {
    let read = reader.read(&draft.reported, &onrecord::quantity::Context::table());
    draft.missing.is_some() || read.is_ok_and(|read| read.no_value().is_some())
}

fn imported(which: fn(&str) -> bool) {
    let mut differ = Vec::new();
    for (file, sheet, answers, figures, without, found) in IMPORTED.iter().filter(|row| which(row.0)) {
        let Some(came) = came(file, sheet, answers) else { return };
        match came {
            Err(found) => differ.push(format!("{file} {sheet}: {:#?}", messages(&found))),
            Ok((draft, again)) => {
                assert_eq!(draft.figures.len(), again, "{file}: what is written is not what is read");
                let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
                draft.findings.iter().for_each(|finding| *codes.entry(finding.code).or_default() += 1);
                let reader = Reader::default();
                let empty = draft.figures.iter().filter(|figure| is_without_value(figure, &reader)).count();
                let came = (draft.figures.len(), empty, codes);
                if came != (*figures, *without, found.iter().copied().collect()) {
                    differ.push(format!("{file} {sheet}: {came:?} {:#?}", messages(&draft.findings)));
                }
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn every_real_table_in_csv_is_imported_as_it_is_proposed() {
    imported(|file| file.ends_with(".csv"));
}

#[test]
fn every_real_table_in_a_workbook_is_imported_as_it_is_proposed() {
    imported(|file| !file.ends_with(".csv"));
}

#[test]
fn a_real_table_without_figures_or_with_a_row_for_each_is_refused_with_what_to_do() {
    let mut differ = Vec::new();
    for (file, sheet, code, message) in REFUSED {
        let Some(refused) = proposed(file, sheet) else { return };
        let found = messages(&refused.err().unwrap_or_default());
        if !found.iter().any(|found| found.starts_with(code) && found.contains(message)) {
            differ.push(format!("{file} {sheet}: {found:#?}"));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}
