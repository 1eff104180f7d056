//! Personal data in what an importer took: a source whose words hold it is not written.

use super::{Draft, DraftFigure, DraftSource};
use crate::finding::{Finding, Severity};
use crate::model::{Place, SourceId};
use crate::personal::{Policy, Trace, of_text, traces};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Looks through every word of a draft. Sources that hold numbers of persons leave it with their figures; contact
/// details are pointed out.
pub fn keep_persons_out(draft: &mut Draft, policy: &Policy) {
    let mut found = Vec::new();
    let files: BTreeMap<&SourceId, Arc<str>> = draft
        .sources
        .iter()
        .map(|source| (&source.source.id, Arc::from(source.capture.file.as_str())))
        .collect();
    for source in &draft.sources {
        let texts = words_of(source);
        found.extend(look(&source.source.id, texts, policy, &files));
    }
    for figure in &draft.figures {
        found.extend(look(&figure.source, words_of_figure(figure), policy, &files));
    }
    let of_persons = |(_, finding): &&(SourceId, Finding)| finding.severity == Severity::Error;
    let refused: BTreeSet<SourceId> = found.iter().filter(of_persons).map(|(id, _)| id.clone()).collect();
    draft.sources.retain(|source| !refused.contains(&source.source.id));
    draft.figures.retain(|figure| !refused.contains(&figure.source));
    draft.positions.retain(|position| !refused.contains(&position.source));
    let mut said = BTreeSet::new();
    let once = found.into_iter().filter(|(_, finding)| said.insert(finding.fingerprint.clone()));
    draft.findings.extend(once.map(|(_, finding)| finding));
}

fn look<'a>(
    id: &SourceId,
    texts: impl Iterator<Item = &'a str>,
    policy: &Policy,
    files: &BTreeMap<&SourceId, Arc<str>>,
) -> Vec<(SourceId, Finding)> {
    let path = files.get(id).cloned().unwrap_or_else(|| Arc::from(""));
    let at = format!("in the words of the source {id}");
    let finding = |trace: Trace| (id.clone(), of_text(&trace, Place::file(&path), &at));
    texts.flat_map(|text| traces(text, &policy.contacts)).map(finding).collect()
}

fn words_of(source: &DraftSource) -> impl Iterator<Item = &str> {
    let passages =
        source.passages.iter().flat_map(|passage| passage.heading.iter().chain(&passage.paragraphs));
    let own = [Some(&source.source.title), source.source.person.as_ref(), source.source.role.as_ref()];
    own.into_iter().flatten().chain(&source.remarks).chain(passages).map(String::as_str)
}

fn words_of_figure(figure: &DraftFigure) -> impl Iterator<Item = &str> {
    let words = [&figure.words, &figure.described_as, &figure.locator, &figure.note];
    words.into_iter().flatten().map(String::as_str)
}
