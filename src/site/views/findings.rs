//! The page of a finding, and the list of findings.

use super::lists::Part;
use super::{Scene, charts, figures, standings, when};
use crate::finding::{Distances, Finding, Verdict};
use crate::model::Figure;
use crate::page::{
    Cause, Claim, Comparison, DiscrepancyList, DiscrepancyPage, Gap, LogEntry, Match, Prose, Quote, Reply,
    Rule, Section, Settlement, Tone, Under, When,
};
use crate::period::{PartialDate, TimingMatch};
use crate::quantity::{Rational, print};
use crate::site::routes;

/// The page of a finding.
pub(in crate::site) fn discrepancy_page(scene: &Scene<'_>, finding: &Finding) -> DiscrepancyPage {
    let path = routes::finding(&finding.fingerprint);
    let mut frame = scene.frame(&path, &finding.title, Section::Discrepancies);
    frame.description = Some(finding.message.chars().take(160).collect());
    let claims: Vec<&Figure> = finding.figures.iter().filter_map(|id| scene.record().figure(id)).collect();
    let measures = figures::measures_of(scene.record(), finding);
    DiscrepancyPage {
        title: finding.title.clone(),
        tone: super::scene::tone(finding),
        verdict: super::scene::verdict_words(finding).to_owned(),
        summary: finding.message.clone(),
        claims: claims.iter().map(|figure| claim(scene, figure)).collect(),
        comparable: comparable(finding),
        comparisons: comparisons(scene, &claims),
        gap: finding.distances.as_ref().and_then(|distances| gap(distances, &claims)),
        charts: charts::of_claims(scene, finding, &claims),
        bridge: Vec::new(),
        arithmetic: finding.arithmetic.clone(),
        assumptions: finding.assumptions.clone(),
        reasoning: None,
        causes: finding
            .causes
            .iter()
            .map(|cause| Cause {
                name: cause.cause.words().to_owned(),
                explanation: cause.explanation.clone(),
            })
            .collect(),
        settle: settle(scene, finding),
        replies: replies(finding, &frame.root),
        log: log(scene, finding),
        measures: measures.into_iter().map(|id| scene.measure_link(id)).collect(),
        rule: rule(finding),
        citation: scene.citation(&finding.title, None, &path),
        frame,
    }
}

fn claim(scene: &Scene<'_>, figure: &Figure) -> Claim {
    let source = scene.record().dataset().source(&figure.source);
    let wording = figure.wording();
    let read_as = figures::read_as(scene.record(), figure);
    Claim {
        quote: Quote {
            words: wording.quoted.clone().unwrap_or_else(|| figure.reported.clone()),
            speaker: source.and_then(super::source::person),
            source: scene.source_link(&figure.source),
            said: source.and_then(|source| source.public_date()).map(when::date),
        },
        reported: figure.reported.clone(),
        kind: figures::cell(figure),
        read_as: (!read_as.is_empty()).then_some(read_as),
        counted: wording.described_as.as_ref().map(|words| format!("“{words}”")),
        when: Some(when::timing(&figure.key.timing)),
        scope: scope(scene, figure),
        status: Some(standings::status(scene, figure)),
        path: Some(routes::figure(&figure.key.measure, &figure.id)),
    }
}

fn scope(scene: &Scene<'_>, figure: &Figure) -> Option<String> {
    let measure = scene.record().dataset().measure(&figure.key.measure)?;
    let includes: Vec<String> = figure
        .wording()
        .includes
        .iter()
        .map(|code| measure.includes.get(code).cloned().unwrap_or_else(|| code.to_string()))
        .collect();
    (!includes.is_empty()).then(|| includes.join("; "))
}

/// Whether they can be compared, in a sentence, where the verdict says so.
fn comparable(finding: &Finding) -> Option<String> {
    let sentence = match finding.verdict? {
        Verdict::NotComparable => {
            "They are not about the same thing, so they cannot be set against one another as they stand."
        }
        Verdict::Consistent
        | Verdict::ConsistentAfterRounding
        | Verdict::Marginal
        | Verdict::Inconsistent
            if !finding.assumptions.is_empty() =>
        {
            "They can be compared on the assumptions named."
        }
        _ => return None,
    };
    Some(sentence.to_owned())
}

/// Point by point, for the first two claims of one measure.
fn comparisons(scene: &Scene<'_>, claims: &[&Figure]) -> Vec<Comparison> {
    let [a, b, ..] = claims else { return Vec::new() };
    if a.key.measure != b.key.measure {
        return Vec::new();
    }
    let unit = |figure: &Figure| figure.wording().counted_as.clone();
    let (first, second) = (&a.key.timing, &b.key.timing);
    let date = match first.compare(second) {
        TimingMatch::Same => Match::Same,
        TimingMatch::Different => Match::Different,
        TimingMatch::Overlapping | TimingMatch::Unknown => Match::NotKnown,
    };
    vec![
        Comparison {
            point: "Date or period".to_owned(),
            answer: date,
            words: both(&first.words(), &second.words()),
        },
        point("Counting unit", unit(a), unit(b)),
        point("Groups included", scope(scene, a), scope(scene, b)),
    ]
}

fn point(name: &str, a: Option<String>, b: Option<String>) -> Comparison {
    let answer = match (&a, &b) {
        (Some(a), Some(b)) if a == b => Match::Same,
        (Some(_), Some(_)) => Match::Different,
        _ => Match::NotKnown,
    };
    let words = |side: Option<String>| side.unwrap_or_else(|| "not stated".to_owned());
    Comparison { point: name.to_owned(), answer, words: both(&words(a), &words(b)) }
}

fn both(a: &str, b: &str) -> String {
    if a == b { a.to_owned() } else { format!("{a} against {b}") }
}

fn gap(distances: &Distances, claims: &[&Figure]) -> Option<Gap> {
    let [a, b, ..] = claims else { return None };
    let nominal =
        |figure: &Figure| figure.reading().amount().and_then(|amount| amount.nominal_point().cloned());
    let (x, y) = nominal(a).zip(nominal(b))?;
    let off = (&x - &y).abs();
    let share = (&off * &Rational::from(100)).checked_div(&x.abs());
    let loosest = match distances.gap.signum() {
        1 => format!(" On the loosest readings {} still lies between them.", print::number(&distances.gap)),
        _ => " On the loosest readings they meet.".to_owned(),
    };
    Some(Gap {
        absolute: print::number(&off),
        relative: share.map(|share| format!("{}%", share.to_decimal(1))),
        words: format!(
            "Between “{}” and “{}”; the first is the base of the percentage.{loosest}",
            a.reported, b.reported
        ),
    })
}

fn settle(scene: &Scene<'_>, finding: &Finding) -> Vec<Settlement> {
    let text = finding.help.clone().unwrap_or_default();
    let draft = scene.draft_for(finding);
    if text.is_empty() && finding.settles.is_none() && draft.is_none() {
        return Vec::new();
    }
    vec![Settlement { text, question: finding.settles.clone(), draft, expected: None }]
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

/// The first edition that held the finding.
fn log(scene: &Scene<'_>, finding: &Finding) -> Vec<LogEntry> {
    let holds = |edition: &&crate::site::plan::Released| {
        edition.publication.findings.iter().any(|other| other.fingerprint == finding.fingerprint)
    };
    scene
        .editions
        .iter()
        .find(holds)
        .map(|edition| LogEntry {
            date: when::date(edition.date),
            text: "First in an edition".to_owned(),
            edition: Some(routes::edition_link(edition.number)),
        })
        .into_iter()
        .collect()
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
