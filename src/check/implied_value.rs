//! R018: a value that was not given, and what the other figures on record imply for it.

use super::assumed::assumed;
use super::rule::Rule;
use super::subject::{about, identity};
use super::words::{account, accounts, for_time, range, typical_and_loosest};
use crate::finding::{Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::Figure;
use crate::reconcile::{Implied, Record};

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R018",
    name: "implied-value",
    finds: "A figure that was not given, and for which the other figures on record leave only some values.",
    matters: "An answer that comes later can be checked when it arrives. The range holds only as far as the figures behind it do.",
    example: "A total of 2,081 and one of its two parts, 1,204: the part that was refused is 877.",
    resolve: "Ask for the figure, and give the range with the figures it rests on.",
};

fn run(record: &Record) -> Vec<Finding> {
    record.dataset().figures().iter().filter_map(|figure| implied(record, figure)).collect()
}

fn implied(record: &Record, figure: &Figure) -> Option<Finding> {
    if figure.reading().no_value().is_none() || record.root(figure).id != figure.id {
        return None;
    }
    let variable = record.network().variable(record.dataset(), figure)?;
    if record.network().is_reported(variable) {
        return None;
    }
    let Implied { cuts, behind } = record.implied_by_others(figure)?;
    cuts.support().width()?;
    let range = typical_and_loosest(&cuts, record.kind(figure));
    let mut finding =
        Finding::new(&DOC, Severity::Note, Nature::Gap, identity(&[figure]).into_iter().chain([&*range]));
    let time = for_time(record.lineage().timing(figure));
    finding.title = format!("Not given, and implied: {}", self::range(cuts.typical(), record.kind(figure)));
    finding.message = format!(
        "{} gives no value{time}. If the other figures on record are right, it is {range}. That follows from {}.",
        account(record.dataset(), figure),
        named(record, &behind),
    );
    finding.verdict = Some(Verdict::NotEnoughKnown);
    finding
        .assumptions
        .push("that the figures it follows from are right and count the same things".to_owned());
    finding.assumptions.extend(assumed(record, behind.iter().copied().chain([figure])));
    let measure = record.dataset().measure(&figure.key.measure);
    finding.settles = measure.map(|measure| format!("What is the figure{time} for “{}”?", measure.title));
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, std::iter::once(figure).chain(behind));
    Some(finding)
}

/// So many figures are named one by one.
const MOST_NAMED: usize = 6;

fn named(record: &Record, figures: &[&Figure]) -> String {
    if figures.len() > MOST_NAMED {
        return format!("{} other figures", figures.len());
    }
    accounts(record.dataset(), figures.iter().copied())
}
