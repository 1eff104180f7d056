//! D001: a count below the threshold. Messages name the cell and never the value.

use super::policy::{Guard, severity};
use crate::finding::{Finding, Nature, RuleDoc};
use crate::model::{Dataset, Disclosure, DisclosureMode, Figure};

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "D001",
    name: "small-count",
    finds: "A count of at least one and less than the disclosure threshold.",
    matters: "A small count can identify a person, alone or together with other tables.",
    example: "A cell of a table of people by town and age that counts fewer people than the threshold.",
    resolve: "Withhold the cell as [c], or combine it with another; or, where others have already released it, record in a review that it was weighed (state = \"accepted\"). If the measure counts nothing that leads to people, say so in its file: counted = \"things\".",
};

/// Finds the counts that the policy calls small. Where the publisher holds the true values they block.
pub(super) fn small_counts(dataset: &Dataset, policy: &Disclosure) -> Vec<Finding> {
    let guarded = dataset.measures().filter_map(|measure| Some((measure, Guard::of(measure, policy)?)));
    let figures = guarded.flat_map(|(measure, guard)| {
        let figures = dataset.figures_of(&measure.id).iter();
        let small = figures.filter(move |figure| figure.basis.states_a_fact() && is_small(figure, &guard));
        small.map(move |figure| (figure, guard.threshold))
    });
    figures.map(|(figure, least)| finding(figure, least, policy.mode)).collect()
}

fn is_small(figure: &Figure, guard: &Guard) -> bool {
    let exact = figure.reading().amount().and_then(|amount| amount.cuts().support().as_point());
    exact.is_some_and(|value| guard.is_small(value))
}

fn finding(figure: &Figure, least: i64, mode: DisclosureMode) -> Finding {
    let mut finding = Finding::new(&DOC, severity(mode), Nature::Disclosure, [figure.id.as_str()]);
    finding.title = "A count below the disclosure threshold".to_owned();
    finding.message =
        format!("The figure {} is a count below the disclosure threshold, which is {least} here.", figure.id);
    let history = match mode {
        DisclosureMode::Origin => {
            " A count that was committed stays in the history of the repository: take it out there too."
        }
        DisclosureMode::Republish => "",
    };
    finding.help = Some(format!("{}{history}", DOC.resolve));
    finding.measure = Some(figure.key.measure.clone());
    finding.figures.push(figure.id.clone());
    finding.sources.push(figure.source.clone());
    finding.locations.extend(figure.place().cloned());
    finding
}
