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
    resolve: "Ask again in the way that the reason leaves open: a shorter period, a sample, the local holders.",
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
    finding.help = Some(DOC.resolve.to_owned());
    finding
}
