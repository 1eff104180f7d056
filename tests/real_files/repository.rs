//! A publisher's repository with one source, written from a real table.

use onrecord::check;
use onrecord::finding::Finding;
use onrecord::load;
use onrecord::reconcile::Record;
use std::collections::BTreeMap;
use std::fmt::Write;
use tempfile::TempDir;

/// A measure as it stands in its file, and its figures.
pub(crate) struct Table {
    pub(crate) measure: &'static str,
    pub(crate) title: String,
    /// The dimension with its codes in words and the code of the total, if the table is broken down.
    pub(crate) dimension: Option<(&'static str, BTreeMap<String, String>, Option<&'static str>)>,
    /// Code, period and value as printed.
    pub(crate) cells: Vec<(Option<String>, String, String)>,
}

/// Writes the tables as a repository and returns what is found in it. The rows keep the order of the table.
pub(crate) fn findings(tables: &[Table]) -> Vec<Finding> {
    let folder = TempDir::new().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("site/site.toml", "format = 1\ntitle = \"Real files\"\n\n[publisher]\nname = \"Test\"\n");
    write("data/bodies.toml", "format = 1\n\n[[body]]\nid = \"body\"\nname = \"Body\"\n");
    let source = "+++\nformat = 1\ntitle = \"Release\"\nkind = \"official-statistics\"\nbody = \"body\"\npublished = \"2023-12-01\"\n+++\n";
    write("data/sources/release.md", source);
    for table in tables {
        write(&format!("data/measures/{}.toml", table.measure), &measure(table));
        write(&format!("data/figures/{}.csv", table.measure), &figures(table));
    }
    let read = load::load(folder.path());
    let messages: Vec<&String> = read.findings.iter().map(|finding| &finding.message).collect();
    assert!(messages.is_empty(), "{messages:#?}");
    check::check(&Record::new(read.value.unwrap().dataset))
}

fn measure(table: &Table) -> String {
    let mut text = format!(
        "format = 1\ntitle = {:?}\nunit = \"cases\"\nquantity = \"count\"\nstock_or_flow = \"flow\"\nresponsible = \"body\"\n",
        table.title
    );
    if let Some((id, codes, total)) = &table.dimension {
        writeln!(text, "\n[dimensions.{id}]\ntitle = \"Breakdown\"").unwrap();
        total.iter().for_each(|total| writeln!(text, "total = \"{total}\"").unwrap());
        writeln!(text, "\n[dimensions.{id}.codes]").unwrap();
        codes.iter().for_each(|(code, words)| writeln!(text, "{code} = {words:?}").unwrap());
    }
    text
}

fn figures(table: &Table) -> String {
    let dimension = table.dimension.as_ref().map(|(id, ..)| *id);
    let mut text = format!(
        "id,measure,reported,source,period{}\n",
        dimension.map_or(String::new(), |id| format!(",{id}"))
    );
    for (at, (code, period, value)) in table.cells.iter().enumerate() {
        let code = code.as_ref().map_or(String::new(), |code| format!(",{code}"));
        writeln!(text, "figure-{at},{},\"{value}\",release,{period}{code}", table.measure).unwrap();
    }
    text
}

/// A code from words: small letters, digits and hyphens.
pub(crate) fn code(words: &str) -> String {
    let plain: String =
        words.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
