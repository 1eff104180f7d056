//! R013: figures that were asked for and not given, and the reason stated.

use super::rule::Rule;
use super::subject::{about, identity};
use super::words::{account, some_reported, title};
use crate::finding::{Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Figure, MeasureId, SourceId};
use crate::quantity::NoValue;
use crate::reconcile::Record;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R013",
    name: "no-value",
    finds: "An answer that gives no value, with the reason it states. The cells of one source that give the same reason are one finding.",
    matters: "That a figure was not given, and why, is itself on the record. It is neither zero nor nothing.",
    example: "“The information is not held centrally.”",
    resolve: "Ask again in the way that the reason leaves open; the finding says which.",
};

fn run(record: &Record) -> Vec<Finding> {
    let mut answers: BTreeMap<(&MeasureId, &SourceId, &NoValue), Vec<&Figure>> = BTreeMap::new();
    for figure in record.dataset().figures() {
        // Where there can be no figure, none was withheld.
        let reason = figure.reading().no_value().filter(|reason| **reason != NoValue::NotApplicable);
        if let Some(reason) = reason {
            answers.entry((&figure.key.measure, &figure.source, reason)).or_default().push(figure);
        }
    }
    answers.into_iter().map(|((_, _, reason), figures)| note(record, &figures, reason)).collect()
}

fn note(record: &Record, figures: &[&Figure], reason: &NoValue) -> Finding {
    let dataset = record.dataset();
    let mut finding = Finding::new(&DOC, Severity::Note, Nature::Gap, identity(figures));
    about(&mut finding, figures.iter().copied());
    let measure = finding.measure.as_ref().and_then(|id| dataset.measure(id));
    finding.title = format!("{}: {}", measure.map_or("", |measure| measure.short_title()), reason.words());
    finding.message = match figures {
        [figure] => format!("{}: {}.", account(dataset, figure), reason.words()),
        figures => format!(
            "{} ({} figures in {}): {}.",
            some_reported(figures),
            figures.len(),
            figures.first().map_or("", |figure| title(dataset, &figure.source)),
            reason.words()
        ),
    };
    finding.verdict = Some(Verdict::NotEnoughKnown);
    finding.help = Some(open_to(reason).to_owned());
    finding
}

/// What the reason leaves open.
fn open_to(reason: &NoValue) -> &'static str {
    match reason {
        NoValue::NotHeld => "Ask what is held on the subject, and which other body holds the figure.",
        NoValue::NotHeldCentrally => {
            "Ask the local holders, or which parts are held in one place and what those show."
        }
        NoValue::CostLimit | NoValue::DisproportionateCost => {
            "Ask for less: a shorter period, fewer places or a sample; or where the information is recorded."
        }
        NoValue::Exempt(_) => {
            "Ask for what the exemption does not cover, and how the public interest was weighed; a review can be asked for."
        }
        NoValue::NeitherConfirmNorDeny => {
            "Ask under which section it was refused, and for a review; what others publish may be had without it."
        }
        NoValue::Declined => {
            "Ask in writing, so that the reply is on record, or make a request for information."
        }
        NoValue::Suppressed => {
            "Ask for a longer period or larger groups, in which nobody can be identified. Smaller parts would be withheld too, and with the totals known even a bound can give a number away. Do not work the number out from the others."
        }
        NoValue::NotApplicable => "Nothing is to be asked: there can be no such figure.",
        NoValue::NotAvailable => "Ask why it was not given, and who holds it.",
        NoValue::BelowHalfUnit => "Ask for the figure unrounded, or in a smaller unit.",
        NoValue::NotYetPublished => "Look again after the date of publication, or ask for that date.",
        NoValue::NoneExists => {
            "Nothing is withheld that could be asked for again. Ask what is used in its place, or whether one is planned."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_withheld_to_protect_people_is_never_asked_for_in_smaller_parts() {
        let help = open_to(&NoValue::Suppressed);
        assert!(help.contains("a longer period or larger groups") && !help.contains("shorter"), "{help}");
    }

    #[test]
    fn each_reason_has_help_of_its_own_and_both_kinds_of_cost_the_same() {
        let all: std::collections::BTreeSet<_> = NoValue::ALL.iter().map(open_to).collect();
        assert_eq!(all.len(), NoValue::ALL.len() - 1);
    }
}
