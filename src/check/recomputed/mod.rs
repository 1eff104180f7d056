//! R004: a figure worked out again from the figures it is said to rest on.

mod line;
mod part;
mod wider;

use super::assumed::dates_assumed;
use super::rule::Rule;
use super::subject::{about, at, said_in};
use super::words::{accounts, accounts_besides, difference, title};
use crate::finding::{Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Figure, Relation};
use crate::reconcile::{Calculation, Record, Standing, Status, diagnosis};

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R004",
    name: "recomputed",
    finds: "For every sum, difference, ratio, share, change or multiple that a source asserts: whether the figures it names give the figure it states, with their hedges, and with the hedges of the figures they repeat.",
    matters: "A derived figure can be checked by anyone who has its parts, and is only as firm as they are.",
    example: "“1,904 cases between 70 officers, about 27 each”: 1,904 ÷ 70 = 27.2, which agrees.",
    resolve: "Where it does not hold, ask which of the figures was meant otherwise.",
};

fn run(record: &Record) -> Vec<Finding> {
    let live = record.dataset().relations().filter(|relation| is_live(record, relation));
    live.flat_map(|relation| [recomputed(record, relation), part::exceeds_whole(record, relation)])
        .flatten()
        .collect()
}

/// What its body has replaced or taken back is history, and so is what was worked out with it.
fn is_live(record: &Record, relation: &Relation) -> bool {
    let named = relation.asserted.figures();
    let mut status =
        named.into_iter().filter_map(|id| record.figure(id)).map(|f| record.standings().status(f));
    !status.any(|status| matches!(status, Status::Superseded | Status::Withdrawn))
}

fn recomputed(record: &Record, relation: &Relation) -> Option<Finding> {
    let calculation = Calculation::of(record, relation)?;
    let (result, figures) = (calculation.result, &calculation.figures);
    let (severity, nature) = match calculation.verdict {
        Verdict::Inconsistent => (Severity::Error, Nature::Discrepancy),
        Verdict::Marginal => (Severity::Warning, Nature::Discrepancy),
        _ => (Severity::Note, Nature::Agreement),
    };
    let mut identity = vec![relation.id.as_str(), &result.reported];
    identity.extend(figures.iter().map(|figure| figure.reported.as_str()));
    let mut finding = Finding::new(&DOC, severity, nature, identity);
    finding.verdict = Some(calculation.verdict);
    finding.arithmetic = line::line(record, &calculation).into_iter().collect();
    if matches!(calculation.verdict, Verdict::Inconsistent | Verdict::Marginal) {
        finding.distances = calculation.distances();
    }
    finding.assumptions = dates_assumed(record, &relation.asserted);
    let used = std::iter::once(result).chain(figures.iter().copied());
    finding.assumptions.extend(record.rounding_assumed(used));
    describe(record, relation, &mut finding, &calculation);
    finding.causes = diagnosis::of_calculation(record, &calculation);
    wider::add_wider_reading(record, &mut finding, &calculation);
    about(&mut finding, std::iter::once(result).chain(figures.iter().copied()));
    said_in(&mut finding, &relation.source);
    at(&mut finding, relation.place.as_ref());
    Some(finding)
}

fn describe(record: &Record, relation: &Relation, finding: &mut Finding, calculation: &Calculation<'_>) {
    let dataset = record.dataset();
    let result = calculation.result;
    let (title_says, judged) = match calculation.verdict {
        Verdict::Inconsistent => {
            ("does not follow from the figures it is set beside", "cannot agree with that")
        }
        Verdict::Marginal => {
            ("follows from the figures it is set beside only on a loose reading", Verdict::Marginal.words())
        }
        verdict => ("follows from the figures it is set beside", verdict.words()),
    };
    finding.title = format!("“{}” {title_says}", result.reported);
    finding.message = format!(
        "{} sets {} beside {}. {}. The figure “{}” {judged}.",
        title(dataset, &relation.source),
        accounts_besides(dataset, [result], Some(&relation.source)),
        accounts_besides(dataset, calculation.figures.iter().copied(), Some(&relation.source)),
        finding.arithmetic.first().map_or("", String::as_str),
        result.reported,
    );
    if matches!(calculation.verdict, Verdict::Consistent | Verdict::ConsistentAfterRounding)
        && let Some(provenance) = line::provenance(record, calculation)
    {
        finding.message.push_str(&format!(" {provenance}"));
    }
    if finding.distances.is_some()
        && let Some((stated, computed)) = calculation.stated.nominal.as_deref().zip(calculation.nominal())
    {
        finding.message.push_str(&difference(stated, &computed));
    }
    let open = unverified(record, &calculation.figures);
    if !open.is_empty() {
        let among =
            if open.len() == 1 { "One of the figures used is" } else { "Some of the figures used are" };
        finding.message.push_str(&format!(" {among} not confirmed: {}.", accounts(dataset, open)));
    }
    finding.help = Some(DOC.resolve.to_owned());
}

fn unverified<'a>(record: &'a Record, figures: &[&'a Figure]) -> Vec<&'a Figure> {
    let open = |figure: &Figure| {
        matches!(
            record.standings().standing(figure),
            Standing::Verified(Status::Unconfirmed | Status::Contradicted)
        )
    };
    figures.iter().copied().filter(|figure| open(figure)).collect()
}
