//! `onrecord explain`: a rule in words.

use super::arguments::ExplainOptions;
use super::{ExitStatus, output};
use crate::finding::{RuleDoc, nearest};
use crate::pipeline;
use crate::report::visible;

pub(super) fn run(options: &ExplainOptions) -> ExitStatus {
    let rules: Vec<&RuleDoc> = pipeline::documentation().collect();
    let Some(wanted) = &options.code else { return output::result(&list(&rules)) };
    let named =
        |rule: &&&RuleDoc| [rule.code, rule.name].iter().any(|known| known.eq_ignore_ascii_case(wanted));
    match rules.iter().find(named) {
        Some(rule) => output::result(&page(rule)),
        None => {
            let known = rules.iter().flat_map(|rule| [rule.code, rule.name]);
            let hint = nearest(wanted, known.clone())
                .or_else(|| nearest(&wanted.to_ascii_uppercase(), known))
                .map_or_else(
                    || "`onrecord explain` alone lists every rule".to_owned(),
                    |near| format!("did you mean {near}?"),
                );
            output::message(&format!("error: there is no rule “{}”\n  help: {hint}", visible(wanted)));
            ExitStatus::Usage
        }
    }
}

fn list(rules: &[&RuleDoc]) -> String {
    rules.iter().map(|rule| format!("{}  {}\n", rule.code, rule.name)).collect()
}

fn page(rule: &RuleDoc) -> String {
    format!(
        "{} {}\n\nWhat it finds\n  {}\n\nWhy it matters\n  {}\n\nExample\n  {}\n\nWhat to do\n  {}\n",
        rule.code, rule.name, rule.finds, rule.matters, rule.example, rule.resolve
    )
}
