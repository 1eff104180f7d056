//! The page of a finding, and the list of findings.

use super::comparison::{self, scope};
use super::headline::sentence_case;
use super::lists::Part;
use super::pictures::{Painting, Place};
use super::scene::verdict_words;
use super::{Scene, charts, conflict, figures, standings, statements, when};
use crate::finding::{Finding, Verdict};
use crate::model::Figure;
use crate::page::{
    Cause, Claim, DiscrepancyList, DiscrepancyPage, Link, LogEntry, Past, Prose, Quote, Reply, Rule, Section,
    Settlement, Tone, Under, When,
};
use crate::period::PartialDate;
use crate::site::{Released, routes};

/// The page of a finding.
pub(in crate::site) fn discrepancy_page(scene: &Scene<'_>, finding: &Finding) -> DiscrepancyPage {
    page_of(scene, finding, Painting::of(scene))
}

fn page_of(scene: &Scene<'_>, finding: &Finding, painting: Painting) -> DiscrepancyPage {
    let path = routes::finding(&finding.fingerprint);
    let mut frame = scene.frame(&path, &finding.title, Section::Discrepancies);
    frame.description = Some(finding.message.chars().take(160).collect());
    let claims: Vec<&Figure> = finding.figures.iter().filter_map(|id| scene.record().figure(id)).collect();
    let measures = figures::measures_of(scene.record(), finding);
    let points = comparison::points(scene, &claims);
    let citation = scene.citation(&finding.title, None, &path);
    let place = Place { scene, page: &path, citation: &citation, frozen: None, painting };
    DiscrepancyPage {
        title: finding.title.clone(),
        tone: super::scene::tone(finding),
        verdict: Some(verdict_words(finding))
            .filter(|words| !words.is_empty())
            .unwrap_or("nothing to compare")
            .to_owned(),
        asks: asks(finding, &claims).to_owned(),
        summary: statements::summary(scene, finding, &claims),
        claims: claims.iter().map(|figure| claim(scene, figure)).collect(),
        comparable: comparison::comparable(finding, &claims, &points),
        comparisons: points,
        gap: comparison::gap(scene.record(), finding, &claims),
        charts: charts::of_claims(&place, finding, &claims),
        bridge_chart: charts::of_bridge(&place, finding, &claims),
        bridge: comparison::bridge(finding),
        conflict: conflict::part(scene, finding),
        arithmetic: finding.arithmetic.clone(),
        assumptions: finding.assumptions.iter().map(|words| sentence_case(words)).collect(),
        reasoning: None,
        causes: finding
            .causes
            .iter()
            .map(|cause| Cause {
                name: sentence_case(cause.cause.words()),
                explanation: format!("{}.", sentence_case(cause.explanation.trim_end_matches('.'))),
            })
            .collect(),
        settle: settle(scene, finding),
        published: statements::published(scene, finding, &claims),
        provenance: super::origins::of_figures(scene, &claims, &frame.root),
        histories: standings::histories_of(scene, claims.iter().map(|figure| scene.record().root(figure))),
        replies: replies(finding, &frame.root),
        past: None,
        log: log(scene, finding, scene.editions.last().map(|edition| edition.number)),
        measures: measures.into_iter().map(|id| scene.measure_link(id)).collect(),
        rule: rule(finding),
        citation: citation.clone(),
        linked_data: None,
        frame,
    }
}

/// What the verdict answers.
fn asks(finding: &Finding, claims: &[&Figure]) -> &'static str {
    match finding.verdict {
        _ if super::scene::change_of_words(finding).is_some() => "What changed on the way",
        Some(verdict) if claims.len() > 1 && verdict <= Verdict::NotComparable => "Do they agree?",
        _ => "Verdict",
    }
}

pub(super) fn claim(scene: &Scene<'_>, figure: &Figure) -> Claim {
    let source = scene.record().dataset().source(&figure.source);
    let wording = figure.wording();
    let read_as = figures::read_as(scene.record(), figure);
    Claim {
        quote: Quote {
            words: wording.quoted.clone().unwrap_or_else(|| figure.reported.clone()),
            speaker: source.and_then(super::source::speaker),
            source: scene.source_link(&figure.source),
            said: source.and_then(when::dated),
        },
        reported: figure.reported.clone(),
        flags: figures::flags(figure),
        about: about(scene, figure),
        part: figures::breakdown(scene.record(), figure),
        kind: figures::cell(figure),
        read_as: (!read_as.is_empty()).then_some(read_as),
        counted: wording.described_as.as_ref().map(|words| format!("“{words}”")),
        when: Some(when::timing(&figure.key.timing)),
        scope: scope(scene, figure),
        status: Some(standings::status(scene, figure)),
        path: Some(routes::figure(&figure.key.measure, &figure.id)),
    }
}

/// "North, financial year ending March 2025; provisional".
fn about(scene: &Scene<'_>, figure: &Figure) -> String {
    let mut words = figures::about(scene.record(), figure);
    figure.flags.iter().for_each(|flag| words.push_str(&format!("; {}", flag.words())));
    sentence_case(&words)
}

/// What a reader can ask for. The rule's help is for the publisher, who sees it in `check`.
fn settle(scene: &Scene<'_>, finding: &Finding) -> Vec<Settlement> {
    let draft = scene.draft_for(finding);
    if finding.settles.is_none() && draft.is_none() {
        return Vec::new();
    }
    let expected = scene.expected_for(finding).to_vec();
    vec![Settlement { question: finding.settles.clone(), draft, expected }]
}

fn replies(finding: &Finding, root: &str) -> Vec<Reply> {
    let review = finding.review.iter();
    review
        .map(|review| Reply {
            state: review.state.to_owned(),
            text: Prose { root, prefix: "reply", under: Under::Section }.html(&review.text),
            by: review.by.clone(),
            date: PartialDate::parse(&review.date).map(when::date).unwrap_or_else(|_| When::default()),
        })
        .collect()
}

fn link(finding: &Finding) -> Link {
    Link::new(finding.title.clone(), routes::finding(&finding.fingerprint))
}

/// The page of a finding that is not in the record as it stands, as the last edition that held it shows it.
/// `editions` is every edition there is.
pub(in crate::site) fn past_discrepancy_page(
    scene: &Scene<'_>,
    finding: &Finding,
    editions: &[Released],
) -> DiscrepancyPage {
    let mut page = page_of(scene, finding, Painting::DrawnOnly);
    let end = scene.timeline.end(&finding.fingerprint);
    page.past = Some(Past {
        last: scene.edition_number().map(routes::edition_link),
        gone_with: end.map(|(edition, _)| routes::edition_link(edition.number)),
        goes_on_as: end.and_then(|(_, other)| other).map(link),
    });
    page.log = log(scene, finding, editions.last().map(|edition| edition.number));
    let path = routes::finding(&finding.fingerprint);
    page.citation = scene.citation(&finding.title, Some(&path), &path);
    page.citation.latest = None;
    page
}

/// What each edition up to one made of the finding, the latest first.
fn log(scene: &Scene<'_>, finding: &Finding, up_to: Option<u32>) -> Vec<LogEntry> {
    let events = scene.timeline.of_finding(&finding.fingerprint, up_to);
    let mut entries: Vec<LogEntry> = events
        .map(|entry| LogEntry {
            date: when::date(entry.edition.date),
            text: entry.text,
            other: entry.other.map(link),
            edition: Some(routes::edition_link(entry.edition.number)),
        })
        .collect();
    entries.reverse();
    entries
}

fn rule(finding: &Finding) -> Rule {
    let doc = super::rules::documentation().find(|doc| doc.code == finding.code);
    Rule {
        code: finding.code.to_owned(),
        name: finding.name.to_owned(),
        path: routes::rule(finding.code),
        about: doc.map(|doc| doc.finds.to_owned()),
        fingerprint: finding.fingerprint.to_string(),
    }
}

/// A part of the list of findings, in three groups.
pub(in crate::site) fn discrepancy_list(scene: &Scene<'_>, part: Part) -> DiscrepancyList {
    let mut findings: Vec<&Finding> = scene.findings().collect();
    findings.sort_by_key(|finding| super::scene::tone(finding));
    let findings = part.take(findings.into_iter());
    DiscrepancyList {
        frame: part.frame(scene, routes::DISCREPANCIES, "Discrepancies", Section::Discrepancies),
        parts: part.links(routes::DISCREPANCIES),
        questions: scene.all_questions(),
        disputed: scene.lines(&findings, Tone::Disputed),
        holds: scene.lines(&findings, Tone::Holds),
        not_known: scene.lines(&findings, Tone::NotKnown),
    }
}
