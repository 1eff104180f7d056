//! D008: a count that is not rounded as the policy says.

use super::policy::Guard;
use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::{Dataset, Disclosure, DisclosureMode, Figure};
use crate::quantity::Rational;

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "D008",
    name: "not-rounded",
    finds: "A count of people that is no multiple of the rounding base, where the publisher holds the true values.",
    matters: "One exact count among rounded ones gives the others back.",
    example: "A policy that rounds to 5, and a figure of 43.",
    resolve: "Round it to the base, or change the base for the measure if its counts need no rounding.",
};

/// The counts that are not rounded. Figures of others are what they are.
pub(super) fn not_rounded(dataset: &Dataset, policy: &Disclosure) -> Vec<Finding> {
    if policy.mode == DisclosureMode::Republish {
        return Vec::new();
    }
    let measures =
        dataset.measures().filter_map(|measure| Some((measure, Guard::of(measure, policy)?.rounding?)));
    let figures = measures.flat_map(|(measure, base)| {
        let figures = dataset.figures_of(&measure.id).iter().filter(|figure| figure.basis.states_a_fact());
        figures.filter(move |figure| !is_multiple(figure, base))
    });
    figures.map(finding).collect()
}

fn is_multiple(figure: &Figure, base: i64) -> bool {
    let value = figure.reading().amount().and_then(|amount| amount.nominal_point());
    value.is_none_or(|value| value.checked_div(&Rational::from(base)).is_some_and(|times| times.is_integer()))
}

fn finding(figure: &Figure) -> Finding {
    let mut finding = Finding::new(&DOC, Severity::Error, Nature::Disclosure, [figure.id.as_str()]);
    finding.title = "A count that is not rounded".to_owned();
    finding.message = format!("The figure {} is not rounded to the base that the policy sets.", figure.id);
    finding.help = Some(DOC.resolve.to_owned());
    finding.measure = Some(figure.key.measure.clone());
    finding.figures.push(figure.id.clone());
    finding.sources.push(figure.source.clone());
    finding.locations.extend(figure.place().cloned());
    finding
}
