//! Cases that an outside review of the field worked out by hand. They lie beside this repository, not in it.

use crate::repository::{all_findings, load_all};
use onrecord::finding::{Cause, Finding, Verdict};
use onrecord::model::MeasureId;
use onrecord::reconcile::{Difference, Record, compare, diagnosis};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

const CASES: &str = "../shared/peer-cases/numbers/reconcile/cases.json";

/// The same kinds of case with other numbers and names, which are always there.
const OUR_OWN: &str = include_str!("reconcile/cases.json");

#[derive(Deserialize)]
struct Case {
    id: String,
    claims: Vec<Claim>,
    relations: Vec<BTreeMap<String, serde_json::Value>>,
    expect: Expectation,
}

#[derive(Deserialize)]
struct Claim {
    id: String,
    source: String,
    text: String,
    about: String,
    as_of: Option<String>,
    rounding: Option<u32>,
}

#[derive(Deserialize)]
struct Expectation {
    verdict_any_of: Vec<String>,
    causes_any_of: Vec<String>,
    minimal_conflicts: Vec<Vec<String>>,
    culprit: Option<String>,
}

#[test]
fn cases_worked_out_by_others_come_out_as_they_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(CASES);
    if !path.exists() {
        println!("the peers' cases are not there ({CASES}): nothing is tested");
        return;
    }
    let cases: Vec<Case> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    come_out(&cases);
}

#[test]
fn cases_of_our_own_come_out_as_worked_out_by_hand() {
    let cases: Vec<Case> = serde_json::from_str(OUR_OWN).unwrap();
    come_out(&cases);
}

fn come_out(cases: &[Case]) {
    assert!(!cases.is_empty());
    let mut faults = String::new();
    for case in cases {
        let folder = tempfile::tempdir().unwrap();
        write(case, folder.path());
        let (dataset, policy) = load_all(folder.path());
        let record = Record::new(dataset);
        let apart = differ_in_time(&record);
        let findings = all_findings(record, &policy);
        let (verdict, causes) = match apart {
            Some(causes) => (Verdict::NotComparable, names(&causes)),
            None => (verdict(&findings), causes(&findings)),
        };
        let mut hold = |what: &str, holds: bool| {
            if !holds {
                let found: Vec<String> = findings.iter().map(brief).collect();
                writeln!(faults, "{}: {what}: {verdict:?}, {causes:?}, {found:#?}", case.id).unwrap();
            }
        };
        let expect = &case.expect;
        hold("verdict", expect.verdict_any_of.contains(&name(verdict)));
        let wanted = &expect.causes_any_of;
        hold("causes", wanted.is_empty() || wanted.iter().any(|cause| causes.contains(cause)));
        let wanted = expect.minimal_conflicts.iter().map(|ids| ids.iter().cloned().collect()).collect();
        let found: BTreeSet<BTreeSet<String>> = findings.iter().filter_map(conflict).collect();
        hold(&format!("conflicts {found:?}"), found == wanted);
        let culprit =
            findings.iter().flat_map(|finding| &finding.causes).find_map(|cause| cause.figure.as_ref());
        let wanted = expect.culprit.as_deref();
        hold(&format!("culprit {culprit:?}"), wanted.is_none() || wanted == culprit.map(|id| id.as_str()));
    }
    assert!(faults.is_empty(), "{faults}");
}

/// What cannot hold together: the figures, and the relation that ties them where they are of different measures.
fn conflict(finding: &Finding) -> Option<BTreeSet<String>> {
    let conflicts = matches!(finding.verdict?, Verdict::Inconsistent | Verdict::ExistenceConflict);
    let relation = ["R001", "R004"].contains(&finding.code).then(|| "r1".to_owned());
    let figures = finding.figures.iter().map(ToString::to_string);
    (conflicts && is_comparison(finding)).then(|| figures.chain(relation).collect())
}

fn brief(finding: &Finding) -> String {
    format!("{} {:?} {}", finding.code, finding.verdict, finding.message)
}

/// Findings that hold claims against one another.
fn is_comparison(finding: &Finding) -> bool {
    ["R001", "R004", "R006", "R007", "R015"].contains(&finding.code)
}

fn name(verdict: Verdict) -> String {
    serde_json::to_value(verdict).unwrap().as_str().unwrap().to_owned()
}

/// The verdict of the worst comparison; with none, whether the figure waits for the body's word.
fn verdict(findings: &[Finding]) -> Verdict {
    let compared = findings.iter().filter(|finding| is_comparison(finding));
    let worst = compared.filter_map(|finding| Some((finding.severity, finding.verdict?))).max();
    let waiting = findings.iter().any(|finding| finding.code == "R013");
    let open = findings.iter().find(|finding| waiting && finding.verdict == Some(Verdict::Unconfirmed));
    worst
        .map(|(_, verdict)| verdict)
        .or(open.and_then(|finding| finding.verdict))
        .unwrap_or(Verdict::Consistent)
}

fn causes(findings: &[Finding]) -> BTreeSet<String> {
    findings.iter().flat_map(|finding| names(&finding.causes)).collect()
}

fn names(causes: &[Cause]) -> BTreeSet<String> {
    causes
        .iter()
        .map(|cause| serde_json::to_value(cause.cause).unwrap().as_str().unwrap().to_owned())
        .collect()
}

/// Two figures of one measure that say different dates are held against one another by nobody; asked all the same,
/// the diagnosis says why they differ.
fn differ_in_time(record: &Record) -> Option<Vec<Cause>> {
    record.dataset().measures().find_map(|measure| match record.dataset().figures_of(&measure.id) {
        [a, b] => {
            let differences = compare(a, b, record.lineage(), measure.quantity).differences;
            (differences == [Difference::Timing]).then(|| diagnosis::of_pair(record, a, b))
        }
        _ => None,
    })
}

/// Writes a case as a repository.
fn write(case: &Case, root: &Path) {
    let put = |path: &str, text: String| {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    put("site/site.toml", "format = 1\ntitle = \"A case\"\n[publisher]\nname = \"Y Cofnod\"\n".to_owned());
    put("data/bodies.toml", "format = 1\n[[body]]\nid = \"body\"\nname = \"Y Corff\"\n".to_owned());
    let sources: BTreeSet<&str> = case.claims.iter().map(|claim| claim.source.as_str()).collect();
    for source in &sources {
        put(&format!("data/sources/{source}.md"), front_matter(source, &sources));
    }
    let mut rows = String::from("id,measure,as_of,reported,source\n");
    for claim in &case.claims {
        let measure = slug(&claim.about);
        put(&format!("data/measures/{measure}.toml"), measure_file(case, claim));
        let as_of = claim.as_of.as_deref().unwrap_or_default();
        writeln!(rows, "{},{measure},{as_of},\"{}\",{}", claim.id, claim.text, claim.source).unwrap();
    }
    put("data/figures/figures.csv", rows);
    if !case.relations.is_empty() {
        let relations: Vec<String> =
            case.relations.iter().map(|relation| relation_of(case, relation)).collect();
        put("data/claims/claims.toml", format!("format = 1\n{}", relations.join("\n")));
    }
}

fn slug(about: &str) -> String {
    MeasureId::new(&about.to_lowercase().replace('_', "-")).unwrap().to_string()
}

/// Newspapers repeat what others say; the others speak for the body.
fn front_matter(source: &str, all: &BTreeSet<&str>) -> String {
    let kind = match source {
        "leak" => "leaked-document",
        "minister" => "written-answer",
        "department" => "official-statement",
        "table" => "official-statistics",
        "foi" => "foi-response",
        "speech" => "political-statement",
        "media" | "tabloid" | "press" => "media-report",
        other => panic!("the source {other} is new: say what kind it is"),
    };
    let repeats = kind == "media-report";
    let origin: Vec<&&str> = all.iter().filter(|other| repeats && **other != source).collect();
    let body = if repeats || kind == "political-statement" { "" } else { "body = \"body\"\n" };
    format!("+++\nformat = 1\ntitle = \"The {source}\"\nkind = \"{kind}\"\n{body}origin = {origin:?}\n+++\n")
}

fn measure_file(case: &Case, claim: &Claim) -> String {
    let role = |keys: &[&str]| {
        case.relations
            .iter()
            .any(|relation| keys.iter().any(|key| relation.get(*key) == Some(&claim.about.as_str().into())))
    };
    let quantity = match () {
        () if role(&["quot"]) => "ratio",
        () if role(&["rate", "factor"]) => "change",
        () if claim.text.contains('%') => "share",
        () if claim.text.contains('£') => "amount",
        () => "count",
    };
    let rounding = claim.rounding.map_or(String::new(), |base| format!("rounding = {base}\n"));
    format!(
        "format = 1\ntitle = \"{}\"\nunit = \"units\"\nquantity = \"{quantity}\"\nstock_or_flow = \"stock\"\nresponsible = \"body\"\n{rounding}",
        claim.about
    )
}

/// A relation between measures, as one between the claims about them.
fn relation_of(case: &Case, relation: &BTreeMap<String, serde_json::Value>) -> String {
    let claim = |about: &serde_json::Value| -> &Claim {
        case.claims.iter().find(|claim| Some(claim.about.as_str()) == about.as_str()).unwrap()
    };
    let id = |key: &str| format!("\"{}\"", claim(&relation[key]).id);
    let kind = relation["kind"].as_str().unwrap();
    let keys = match kind {
        "ratio" => format!("numerator = {}\ndenominator = {}\nresult = {}", id("num"), id("den"), id("quot")),
        "growth" => format!("new = {}\nold = {}\nchange = {}", id("new"), id("old"), id("rate")),
        "fold" => format!("base = {}\nfactor = {}\nresult = {}", id("old"), id("factor"), id("new")),
        "subset" => format!("part = {}\nwhole = {}", id("part"), id("whole")),
        "sum" => {
            let parts = relation["parts"].as_array().unwrap();
            let parts: Vec<&str> = parts.iter().map(|part| claim(part).id.as_str()).collect();
            format!("total = {}\nparts = {parts:?}", id("total"))
        }
        other => panic!("the relation {other} is new: say how it is written"),
    };
    let written = match kind {
        "growth" => "change",
        "fold" => "multiple",
        "subset" => "part-of",
        other => other,
    };
    let source = &case.claims.first().unwrap().source;
    format!("[[relation]]\nid = \"r1\"\nkind = \"{written}\"\nsource = \"{source}\"\n{keys}\n")
}
