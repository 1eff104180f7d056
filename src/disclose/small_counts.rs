//! D001: a count below the threshold. Messages name the cell and never the value.

use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::{Dataset, Disclosure, DisclosureMode, Figure, Measure, QuantityKind};
use crate::quantity::Rational;

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "D001",
    name: "small-count",
    finds: "A count from one up to the disclosure threshold.",
    matters: "A small count can identify a person, alone or together with other tables.",
    example: "A cell of a table of people by town and age that counts fewer people than the threshold.",
    resolve: "Withhold the cell as [c], or combine it with another; or, where others have already released it, record that it was weighed.",
};

/// Finds the counts that the policy calls small. Where the publisher holds the true values they block.
pub(super) fn small_counts(dataset: &Dataset, policy: &Disclosure) -> Vec<Finding> {
    dataset
        .measures()
        .filter(|measure| measure.quantity == QuantityKind::Count)
        .flat_map(|measure| {
            let threshold = threshold(measure, policy);
            dataset
                .figures_of(&measure.id)
                .iter()
                .filter(move |figure| figure.basis.states_a_fact() && is_small(figure, &threshold))
                .map(|figure| finding(figure, policy.mode))
        })
        .collect()
}

fn threshold(measure: &Measure, policy: &Disclosure) -> Rational {
    let strictest = policy.threshold.max(measure.threshold.unwrap_or_default());
    Rational::from(i64::from(strictest))
}

fn is_small(figure: &Figure, threshold: &Rational) -> bool {
    let exact = figure.reading().amount().and_then(|amount| amount.cuts().support().as_point());
    exact.is_some_and(|value| value.signum() > 0 && value < threshold)
}

fn finding(figure: &Figure, mode: DisclosureMode) -> Finding {
    let severity = match mode {
        DisclosureMode::Origin => Severity::Error,
        DisclosureMode::Republish => Severity::Warning,
    };
    let mut finding = Finding::new(&DOC, severity, Nature::Disclosure, [figure.id.as_str()]);
    finding.title = "A count below the disclosure threshold".to_owned();
    finding.message = format!("The figure {} is a count below the disclosure threshold.", figure.id);
    finding.help = Some(DOC.resolve.to_owned());
    finding.measure = Some(figure.key.measure.clone());
    finding.figures.push(figure.id.clone());
    finding.sources.push(figure.source.clone());
    finding.locations.extend(figure.place().cloned());
    finding
}
