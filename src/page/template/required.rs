//! What a template must not leave out: a figure without its status, or a claim without its verdict, would say more
//! than the record does.

use super::super::error::PageError;
use super::scope::Step;

/// A value that a page prints, and where.
pub(super) struct Printed {
    /// The way to it from the page's values.
    pub(super) way: Vec<Step>,
    pub(super) template: String,
    pub(super) at: Option<(usize, usize)>,
}

/// Who prints a value of a record must also print others of it.
struct Rule {
    record: &'static str,
    printed: &'static str,
    with: &'static [&'static str],
    /// What would be lost, in words.
    without: &'static str,
}

const RULES: [Rule; 9] = [
    Rule {
        record: "Headline",
        printed: "words",
        with: &["status.words", "flags.words", "later"],
        without: "A figure without its status and its notes says more than its source did.",
    },
    Rule {
        record: "MeasurePage",
        printed: "headline.words",
        with: &["headline.beside", "notices.verdict", "frozen.edition", "frozen.superseded.what"],
        without: "A reader would not learn that sources disagree, or that the page is of an earlier edition.",
    },
    Rule {
        record: "EmbedPage",
        printed: "headline.words",
        with: &["disputed", "source.text", "whole.path"],
        without: "A figure on somebody else's page needs its source, and the word that it is disputed.",
    },
    Rule {
        record: "MeasureLine",
        printed: "figure",
        with: &["status.words", "discrepancies.text"],
        without: "A figure without its status says more than its source did.",
    },
    Rule {
        record: "Version",
        printed: "headline",
        with: &["status.words"],
        without: "A figure without its status says more than its source did.",
    },
    Rule {
        record: "FindingLine",
        printed: "title",
        with: &["verdict"],
        without: "A finding without its verdict may read as an accusation.",
    },
    Rule {
        record: "Claim",
        printed: "reported",
        with: &["status.words", "quote.source.text"],
        without: "A claim needs its source and its status.",
    },
    Rule {
        record: "DiscrepancyPage",
        printed: "claims.reported",
        with: &["verdict", "causes.explanation", "replies.text.html", "past.last.path"],
        without: "What was claimed needs the verdict, the possible explanations and the replies beside it.",
    },
    Rule {
        record: "Frame",
        printed: "here",
        with: &["edition.number"],
        without: "A reader would not learn which edition the page shows, or that it is a draft.",
    },
];

/// The mistakes of one page, given everything that it prints: each with the name of what is printed alone.
pub(super) fn missing(page: &str, printed: &[Printed]) -> Vec<(&'static str, PageError)> {
    let mut errors = Vec::new();
    for rule in &RULES {
        let Some(first) = printed.iter().find(|one| one.is(rule.record, rule.printed)) else { continue };
        let lost = rule.with.iter().filter(|name| !printed.iter().any(|one| one.is(rule.record, name)));
        let lost: Vec<String> = lost.map(|name| format!("`{name}`")).collect();
        if !lost.is_empty() {
            errors.push((rule.printed, left_out(page, rule, first, &lost)));
        }
    }
    errors
}

fn left_out(page: &str, rule: &Rule, first: &Printed, lost: &[String]) -> PageError {
    let place = if page == first.template { "the page".to_owned() } else { format!("the page `{page}`") };
    let printed = rule.printed;
    let message =
        format!("`{printed}` is printed here, but {place} nowhere prints {} beside it.", lost.join(", "));
    let help =
        format!("{} `onrecord template {page}` writes the built-in template out, to compare.", rule.without);
    PageError::new(&first.template, first.at, message).help(help)
}

impl Printed {
    /// Whether this is the value that `path` leads to from a record of a type.
    fn is(&self, record: &str, path: &str) -> bool {
        let names = path.split('.').count();
        let Some(start) = self.way.len().checked_sub(names) else { return false };
        let mut way = self.way.iter().skip(start);
        way.clone().next().is_some_and(|step| step.record == record)
            && path.split('.').all(|name| way.next().is_some_and(|step| step.field == name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::renderer::shapes;
    use crate::page::template::Kind;

    #[test]
    fn every_value_that_a_rule_names_is_there() {
        let shapes = shapes();
        for rule in &RULES {
            for path in rule.with.iter().chain([&rule.printed]) {
                let mut kind = Kind::Record(rule.record.to_owned());
                for name in path.split('.') {
                    if let Kind::List(inner) = kind {
                        kind = *inner;
                    }
                    let Kind::Record(record) = &kind else { panic!("{path}: {name} of {kind:?}") };
                    let field = shapes.record(record).and_then(|record| record.fields.get(name));
                    kind = field.unwrap_or_else(|| panic!("{}: no {path}", rule.record)).kind.clone();
                }
            }
        }
    }
}
