//! D005: a count that is withheld in one place and printed in another.

use super::policy::severity;
use super::subject::Subject;
use super::vintage::Vintage;
use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::{Dataset, Disclosure, FigureId};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "D005",
    name: "withheld-elsewhere",
    finds: "A count that one source or edition withholds and another prints.",
    matters: "Editions stay public, so what one of them withholds is known from the other; a page that set the two side by side would point at it.",
    example: "Edition 1 has [c] for a town, and edition 2 gives its count.",
    resolve: "Withhold it in the draft too, or record in a review why it may be published now; no page of changes, table of versions or feed sets the two side by side.",
};

/// Where a count stands.
#[derive(Default)]
struct Places {
    kept_back: BTreeSet<(Option<u32>, FigureId)>,
    printed: BTreeSet<(Option<u32>, FigureId)>,
}

impl Places {
    /// What can be done, by who prints it.
    fn help(&self) -> &'static str {
        let withheld_now = self.kept_back.iter().any(|(edition, _)| edition.is_none());
        let printed_now = self.printed.iter().any(|(edition, _)| edition.is_none());
        match (withheld_now, printed_now) {
            (true, false) => {
                "An edition has printed it and stays public, so withholding it now takes nothing back. It may stay withheld; \
                 no page of changes, table of versions or feed sets the two side by side."
            }
            (true, true) => {
                "Withhold it in every source of the draft, or record in a review why it may be published."
            }
            (false, _) => {
                "Withhold it in the draft too, or record in a review why it may be published now; no page of changes, \
                 table of versions or feed sets the two side by side."
            }
        }
    }

    /// The draft prints what an edition or another source withholds: this can still be mended.
    fn is_in_the_draft(&self) -> bool {
        self.printed.iter().any(|(edition, _)| edition.is_none())
            && !self.printed.iter().any(|(edition, _)| edition.is_some())
    }
}

/// The subjects that some vintage or source withholds, with the figures that print them.
fn places(vintages: &[Vintage<'_>], policy: &Disclosure) -> BTreeMap<Subject, Places> {
    let mut places: BTreeMap<Subject, Places> = BTreeMap::new();
    for vintage in vintages {
        let dataset = vintage.record.dataset();
        for figure in vintage.kept_back(policy) {
            if let Some(measure) = dataset.measure(&figure.key.measure) {
                let places = places.entry(Subject::of(figure, measure)).or_default();
                places.kept_back.insert((vintage.edition, figure.id.clone()));
            }
        }
    }
    let measures: BTreeSet<_> = places.keys().map(|subject| subject.measure.clone()).collect();
    for vintage in vintages {
        let dataset = vintage.record.dataset();
        for measure in measures.iter().filter_map(|id| dataset.measure(id)) {
            for figure in dataset.figures_of(&measure.id).iter().filter(|figure| figure.basis.states_a_fact())
            {
                let Some(places) = places.get_mut(&Subject::of(figure, measure)) else { continue };
                let here = (vintage.edition, figure.id.clone());
                if figure.reading().amount().is_some() && !places.kept_back.contains(&here) {
                    places.printed.insert(here);
                }
            }
        }
    }
    places
}

/// Every count that is withheld here and printed there.
pub(super) fn elsewhere(vintages: &[Vintage<'_>], dataset: &Dataset, policy: &Disclosure) -> Vec<Finding> {
    let both = places(vintages, policy).into_values().filter(|places| !places.printed.is_empty());
    both.map(|places| finding(&places, dataset, policy)).collect()
}

/// The figures of counts that are withheld anywhere: nothing may set their values against one another.
pub(super) fn shielded(vintages: &[Vintage<'_>], policy: &Disclosure) -> BTreeSet<FigureId> {
    let all = places(vintages, policy).into_values();
    all.flat_map(|places| places.kept_back.into_iter().chain(places.printed)).map(|(_, id)| id).collect()
}

fn finding(places: &Places, dataset: &Dataset, policy: &Disclosure) -> Finding {
    let severity = if places.is_in_the_draft() { severity(policy.mode) } else { Severity::Warning };
    let figures: BTreeSet<&FigureId> =
        places.kept_back.iter().chain(&places.printed).map(|(_, id)| id).collect();
    let mut finding = Finding::new(&DOC, severity, Nature::Disclosure, figures.iter().map(|id| id.as_str()));
    finding.title = "A count withheld in one place and printed in another".to_owned();
    finding.message = format!(
        "The count is withheld or given as small by {}, and printed by {}.",
        named(&places.kept_back),
        named(&places.printed)
    );
    finding.help = Some(places.help().to_owned());
    for figure in figures.iter().filter_map(|id| dataset.figure(id)) {
        finding.measure.get_or_insert_with(|| figure.key.measure.clone());
        if !finding.sources.contains(&figure.source) {
            finding.sources.push(figure.source.clone());
        }
        finding.locations.extend(figure.place().cloned());
    }
    finding.figures = figures.into_iter().cloned().collect();
    finding
}

/// "a in editions 1 and 2, and b"; an edition is named only where the draft does not say the same.
fn named(places: &BTreeSet<(Option<u32>, FigureId)>) -> String {
    let mut editions: BTreeMap<&FigureId, BTreeSet<Option<u32>>> = BTreeMap::new();
    for (edition, id) in places {
        editions.entry(id).or_default().insert(*edition);
    }
    let words = editions.iter().map(|(id, editions)| {
        let numbers: Vec<String> = editions.iter().flatten().map(u32::to_string).collect();
        match (editions.contains(&None), numbers.split_last()) {
            (true, _) | (_, None) => id.to_string(),
            (false, Some((only, []))) => format!("{id} in edition {only}"),
            (false, Some((last, rest))) => format!("{id} in editions {} and {last}", rest.join(", ")),
        }
    });
    words.collect::<Vec<_>>().join(", ")
}
