//! The page of drafted questions, and the links to them from everywhere else.

use super::Scene;
use super::lists::{MOST, Part};
use crate::disclose::{Cleared, Publication};
use crate::finding::{Finding, Fingerprint};
use crate::model::MeasureId;
use crate::page::{Link, QuestionEntry, QuestionList, RequestDraft, SaidBefore, Section, question_anchor};
use crate::question::Question;
use crate::site::routes;
use std::collections::BTreeMap;

/// The drafts with their look-ups. An edition's own pages are frozen and lead to none.
#[derive(Default)]
pub(super) struct Questions<'a> {
    all: &'a [Question],
    by_measure: BTreeMap<&'a MeasureId, usize>,
    by_finding: BTreeMap<&'a Fingerprint, usize>,
}

impl<'a> Questions<'a> {
    pub(super) fn of(publication: &'a Cleared<Publication>) -> Self {
        let all = publication.questions();
        let numbered = || all.iter().enumerate();
        let findings = |(at, question): (usize, &'a Question)| {
            question.settles.iter().map(move |settled| (&settled.fingerprint, at))
        };
        Self {
            all,
            by_measure: numbered().map(|(at, question)| (&question.measure, at)).collect(),
            by_finding: numbered().flat_map(findings).collect(),
        }
    }

    fn path(&self, at: usize) -> Option<String> {
        let part = Part { index: at / MOST, entries: self.all.len() };
        Some(routes::question(&part.address(routes::QUESTIONS), &self.all.get(at)?.measure))
    }
}

impl Scene<'_> {
    /// The draft on a measure.
    pub(super) fn question_on(&self, measure: &MeasureId) -> Option<Link> {
        let at = self.questions.by_measure.get(measure)?;
        Some(Link::new("The question that would settle most of this", self.questions.path(*at)?))
    }

    /// The draft that would settle a finding.
    pub(super) fn draft_for(&self, finding: &Finding) -> Option<Link> {
        let at = self.questions.by_finding.get(&finding.fingerprint)?;
        let others = self.questions.all.get(*at)?.settles.len() - 1;
        let words = match others {
            0 => "A question drafted to settle this".to_owned(),
            1 => "A question drafted to settle this and 1 other finding".to_owned(),
            _ => format!("A question drafted to settle this and {others} other findings"),
        };
        Some(Link::new(words, self.questions.path(*at)?))
    }

    /// What the answer must be if the figures of a finding are right.
    pub(super) fn expected_for(&self, finding: &Finding) -> &[String] {
        let question =
            self.questions.by_finding.get(&finding.fingerprint).and_then(|at| self.questions.all.get(*at));
        let settled = question.into_iter().flat_map(|question| &question.settles);
        let mut same = settled.filter(|settled| settled.fingerprint == finding.fingerprint);
        same.next().map(|settled| settled.expected.as_slice()).unwrap_or_default()
    }

    /// "6 questions that would settle what is open".
    pub(super) fn all_questions(&self) -> Option<Link> {
        let words = match self.questions.all.len() {
            0 => return None,
            1 => "1 question that would settle what is open".to_owned(),
            many => format!("{many} questions that would settle what is open"),
        };
        Some(Link::new(words, routes::QUESTIONS))
    }
}

/// A part of the list of questions.
pub(in crate::site) fn question_list(scene: &Scene<'_>, part: Part) -> QuestionList {
    QuestionList {
        frame: part.frame(scene, routes::QUESTIONS, "Questions", Section::Questions),
        parts: part.links(routes::QUESTIONS),
        questions: part
            .take(scene.questions.all.iter())
            .into_iter()
            .map(|question| entry(scene, question))
            .collect(),
    }
}

fn entry(scene: &Scene<'_>, question: &Question) -> QuestionEntry {
    QuestionEntry {
        anchor: question_anchor(question.measure.as_str()),
        measure: scene.measure_link(&question.measure),
        settles: match question.settles.len() {
            1 => "It would settle 1 finding".to_owned(),
            many => format!("It would settle {many} findings"),
        },
        findings: question
            .settles
            .iter()
            .map(|settled| Link::new(&*settled.title, routes::finding(&settled.fingerprint)))
            .collect(),
        written: question.written.clone(),
        request: question.request.as_ref().map(|request| RequestDraft {
            subject: request.subject.clone(),
            paragraphs: request.paragraphs.clone(),
        }),
        expected: question.expected.clone(),
        said: question
            .said
            .iter()
            .map(|said| SaidBefore {
                source: Link::new(&*said.title, routes::source(&said.source)),
                reference: said.reference.clone(),
                words: said.words.clone(),
            })
            .collect(),
        notes: question.notes.clone(),
    }
}
