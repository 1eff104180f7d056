//! R011: accounts of one measure that say different groups are included.

use super::rule::Rule;
use super::subject::{about, identity};
use super::words::{and, sentence, title};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Code, Figure, Measure};
use crate::reconcile::Record;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R011",
    name: "definition-differs",
    finds: "Accounts of one measure that do not include the same groups.",
    matters: "The same number said of a wider or narrower group is a different claim.",
    example: "One report counts “empty homes”, another “empty and second homes”, with the same total.",
    resolve: "Ask the body that holds the figure which groups it counts.",
};

fn run(record: &Record) -> Vec<Finding> {
    record.dataset().measures().filter_map(|measure| differs(record, measure)).collect()
}

/// One account for each source and set of groups: the first figure that gives it.
fn differs(record: &Record, measure: &Measure) -> Option<Finding> {
    let mut accounts: BTreeMap<&BTreeSet<Code>, Vec<&Figure>> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for figure in record.dataset().figures_of(&measure.id) {
        let includes = &figure.wording().includes;
        if includes.is_empty() {
            continue;
        }
        if told.insert((includes, &figure.source)) {
            accounts.entry(includes).or_default().push(figure);
        }
    }
    let figures: Vec<&Figure> = accounts.values().flatten().copied().collect();
    // One source that gives both a wider and a narrower figure says so itself.
    let one_source = figures.iter().all(|figure| figures.first().is_some_and(|f| f.source == figure.source));
    if accounts.len() < 2 || one_source {
        return None;
    }
    let mut identity = identity(&figures);
    identity.extend(accounts.keys().flat_map(|codes| codes.iter().map(Code::as_str)));
    let mut finding = Finding::new(&DOC, Severity::Warning, Nature::Discrepancy, identity);
    finding.title = "The groups included are not the same".to_owned();
    finding.message = message(record, measure, &accounts);
    finding.verdict = Some(Verdict::NotComparable);
    finding.assumptions.push("that each account names all the groups it includes".to_owned());
    finding.causes.push(Cause::new(CauseCode::Definition, only_in_some(measure, &accounts)));
    finding.settles = Some(format!("Which groups are counted in “{}”?", measure.title));
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, figures);
    Some(finding)
}

fn message(record: &Record, measure: &Measure, accounts: &BTreeMap<&BTreeSet<Code>, Vec<&Figure>>) -> String {
    let parts: Vec<String> = accounts
        .iter()
        .map(|(codes, figures)| {
            let sources = and(figures.iter().map(|f| title(record.dataset(), &f.source).to_owned()));
            format!("{}: {}.", sentence(&sources), and(codes.iter().map(|code| in_words(measure, code))))
        })
        .collect();
    format!(
        "The groups said to be included differ. {} {}.",
        parts.join(" "),
        sentence(&only_in_some(measure, accounts))
    )
}

fn only_in_some(measure: &Measure, accounts: &BTreeMap<&BTreeSet<Code>, Vec<&Figure>>) -> String {
    let all: BTreeSet<&Code> = accounts.keys().flat_map(|codes| codes.iter()).collect();
    let partial = all.into_iter().filter(|code| !accounts.keys().all(|codes| codes.contains(*code)));
    format!("only some accounts include {}", and(partial.map(|code| in_words(measure, code))))
}

fn in_words(measure: &Measure, code: &Code) -> String {
    measure.includes.get(code).cloned().unwrap_or_else(|| code.to_string())
}
