//! R014: a measure for which the body that holds it has published no figure on record here.

use super::rule::Rule;
use super::subject::{about, at, identity};
use super::words::titles;
use crate::finding::{Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Basis, BodyId, Figure, Measure};
use crate::reconcile::Record;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R014",
    name: "no-published-figure",
    finds: "A measure with reported values, none of which comes from a publication of the body that holds the figure.",
    matters: "Readers have no official figure to hold the reported ones against.",
    example: "A leaked count of vacancies, and no vacancy figure published by the department.",
    resolve: "Ask the body to publish the figure, or record the publication if there is one.",
};

fn run(record: &Record) -> Vec<Finding> {
    record.dataset().measures().filter_map(|measure| unpublished(record, measure)).collect()
}

fn unpublished(record: &Record, measure: &Measure) -> Option<Finding> {
    let body = measure.responsible.as_ref()?;
    let reported: Vec<&Figure> = record
        .dataset()
        .figures_of(&measure.id)
        .iter()
        .filter(|figure| figure.basis.states_a_fact() && figure.reading().amount().is_some())
        .filter(|figure| record.root(figure).id == figure.id)
        .collect();
    // Nobody publishes what others have worked out.
    let all_derived = reported.iter().all(|figure| figure.basis == Basis::Derived);
    if all_derived || reported.iter().any(|figure| is_series(record, figure, body)) {
        return None;
    }
    let mut finding = Finding::new(&DOC, Severity::Note, Nature::Gap, {
        let mut parts = vec![measure.id.as_str()];
        parts.extend(identity(&reported));
        parts
    });
    let name = record.dataset().body_name(body);
    finding.title = format!("{}: no statistics, answer or FOI response on record", measure.short_title());
    finding.message = format!(
        "“{}” is reported by {}. No official statistics, FOI response or parliamentary answer of {name} that gives it is on record here.",
        measure.title,
        titles(record.dataset(), reported.iter().map(|figure| &figure.source)),
    );
    finding.verdict = Some(Verdict::NotEnoughKnown);
    finding.settles = Some(format!("Will {name} publish “{}”, and for which dates?", measure.title));
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, reported);
    at(&mut finding, measure.place.as_ref());
    Some(finding)
}

/// A statement made in passing is no series that can be looked up.
fn is_series(record: &Record, figure: &Figure, body: &BodyId) -> bool {
    use crate::model::SourceKind::{FoiResponse, OfficialStatistics, OralAnswer, WrittenAnswer};
    record.dataset().source(&figure.source).is_some_and(|source| {
        source.body.as_ref() == Some(body)
            && matches!(source.kind, OfficialStatistics | FoiResponse | WrittenAnswer | OralAnswer)
    })
}
