//! What to ask: which numbers, for when, by which definition, and what to do about publication.

use super::ground::Ground;
use super::matter::Matter;
use super::noun::{Noun, lower};
use super::time::{Time, ordered};
use crate::finding::Finding;
use crate::model::{Code, Figure, Measure, Position, PositionStance, StockOrFlow};
use crate::period::Timing;
use crate::quantity::NoValue;
use std::collections::BTreeSet;

/// What one question asks.
pub(super) struct Ask<'a> {
    pub(super) noun: Noun,
    pub(super) nature: StockOrFlow,
    pub(super) opening: Opening<'a>,
    pub(super) times: Vec<Time<'a>>,
    /// ", by area" or " (area: the north)"; empty for the whole.
    pub(super) breakdown: String,
    /// Groups of which it is not known whether they are counted.
    pub(super) groups: Vec<String>,
    pub(super) action: Action,
}

/// What the question opens with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Opening<'a> {
    /// The number.
    Number,
    /// The number, with small counts as a bound: it was withheld.
    WithSmallCounts,
    /// Where it is recorded, since the number itself was refused for its cost or is in no one place. With the
    /// number that the body has nonetheless given.
    WhereRecorded(Option<&'a Figure>),
    /// What there is, since the body said that it does not hold the number. With the number that it has given.
    WhatIsHeld(Option<&'a Figure>),
}

/// What the body is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Nothing,
    PublishNumber,
    PublishReports,
}

/// Rules whose findings leave the number itself as it is.
const NOT_ABOUT_THE_NUMBER: [&str; 4] = ["R011", "R013", "R014", "R015"];

impl<'a> Ask<'a> {
    pub(super) fn of(ground: &Ground<'a>, matter: &Matter<'a>) -> Self {
        let opening = opening(ground, matter);
        let for_number = matches!(opening, Opening::Number | Opening::WithSmallCounts);
        Self {
            noun: Noun::of(matter.measure),
            nature: matter.measure.stock_or_flow,
            opening,
            times: times(ground, matter),
            breakdown: breakdown(ground, matter),
            groups: if for_number { groups(ground, matter) } else { Vec::new() },
            action: if for_number { action(ground, matter) } else { Action::Nothing },
        }
    }

    /// Whether it asks which periods a figure compares.
    pub(super) fn asks_for_periods(&self) -> bool {
        self.times.iter().any(|time| matches!(time, Time::RelatesTo(_) | Time::ComparedWith(_)))
    }
}

/// How the number was refused, where it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    Cost,
    InNoOnePlace,
    NotHeld,
}

impl Refusal {
    pub(super) fn by_position(position: &Position) -> Option<Self> {
        match position.stance {
            PositionStance::CostRefused => Some(Self::Cost),
            PositionStance::NotHeldCentrally => Some(Self::InNoOnePlace),
            PositionStance::NotHeld => Some(Self::NotHeld),
            _ => None,
        }
    }

    pub(super) fn by_answer(figure: &Figure) -> Option<Self> {
        match figure.reading().no_value()? {
            NoValue::CostLimit | NoValue::DisproportionateCost => Some(Self::Cost),
            NoValue::NotHeldCentrally => Some(Self::InNoOnePlace),
            NoValue::NotHeld => Some(Self::NotHeld),
            _ => None,
        }
    }
}

/// Every refusal on record: the answers that refuse, and the positions.
pub(super) fn refusals(ground: &Ground<'_>, matter: &Matter<'_>) -> BTreeSet<RefusalIn> {
    let dataset = ground.record.dataset();
    let answers = dataset.figures_of(&matter.measure.id).iter();
    let answered = answers.filter_map(|f| Some((Refusal::by_answer(f)?, f.source.as_str())));
    let positions = ground.positions_on(&matter.measure.id).iter();
    let said = positions.filter_map(|p| Some((Refusal::by_position(p)?, p.source.as_str())));
    answered.chain(said).map(|(refusal, source)| RefusalIn { refusal, source: source.to_owned() }).collect()
}

/// A refusal and the id of the source it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RefusalIn {
    pub(super) refusal: Refusal,
    pub(super) source: String,
}

impl PartialOrd for RefusalIn {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for RefusalIn {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (&self.source, self.refusal as u8).cmp(&(&other.source, other.refusal as u8))
    }
}

fn opening<'a>(ground: &Ground<'a>, matter: &Matter<'a>) -> Opening<'a> {
    let withheld = was_withheld(ground, matter);
    if matter.findings.iter().any(|finding| !NOT_ABOUT_THE_NUMBER.contains(&finding.code)) {
        return if withheld { Opening::WithSmallCounts } else { Opening::Number };
    }
    let refused = refusals(ground, matter);
    let is = |wanted: &[Refusal]| refused.iter().any(|one| wanted.contains(&one.refusal));
    if is(&[Refusal::Cost, Refusal::InNoOnePlace]) {
        Opening::WhereRecorded(own_figure(ground, matter))
    } else if is(&[Refusal::NotHeld]) {
        Opening::WhatIsHeld(own_figure(ground, matter))
    } else if withheld {
        Opening::WithSmallCounts
    } else {
        Opening::Number
    }
}

/// The latest number that the body itself has published.
fn own_figure<'a>(ground: &Ground<'a>, matter: &Matter<'a>) -> Option<&'a Figure> {
    let figures = ground.record.dataset().figures_of(&matter.measure.id).iter();
    let mut given =
        figures.filter(|figure| figure.reading().amount().is_some() && is_own(ground, matter, figure));
    given.rfind(|figure| !ground.is_guarded(figure))
}

/// The body responsible has itself made it public.
fn is_own(ground: &Ground<'_>, matter: &Matter<'_>, figure: &Figure) -> bool {
    let Some(source) = ground.record.dataset().source(&figure.source) else { return false };
    source.kind.is_publication() && source.body.is_some() && source.body == matter.measure.responsible
}

fn was_withheld(ground: &Ground<'_>, matter: &Matter<'_>) -> bool {
    let figures = matter.of_rule("R013").flat_map(|finding| &finding.figures);
    figures
        .filter_map(|id| ground.record.figure(id))
        .any(|figure| figure.reading().no_value() == Some(&NoValue::Suppressed))
}

fn times<'a>(ground: &Ground<'a>, matter: &Matter<'a>) -> Vec<Time<'a>> {
    let lineage = ground.record.lineage();
    let changes: Vec<&Figure> = matter
        .of_rule("R010")
        .flat_map(|finding| &finding.figures)
        .filter_map(|id| ground.change(id))
        .map(|(new, _)| new)
        .collect();
    let of_rules = |wanted: fn(&str) -> bool| -> Vec<Timing> {
        let findings = matter.findings.iter().filter(|finding| wanted(finding.code));
        findings.flat_map(|finding| timings(ground, matter.measure, finding)).collect()
    };
    let mut dated = ordered(of_rules(|code| !matches!(code, "R010" | "R011" | "R014" | "R015")));
    if dated.is_empty() && changes.is_empty() {
        dated = ordered(of_rules(|code| code == "R015"));
    }
    if dated.is_empty() && changes.is_empty() {
        dated = ordered(of_rules(|code| code == "R014")).into_iter().take(1).collect();
    }
    let mut asked = Vec::new();
    if let Some(new) = changes.first() {
        let timing = Time::At(lineage.timing(new).clone());
        let stated = timing != Time::At(Timing::NotStated);
        match (is_own(ground, matter, new), stated) {
            (true, false) => asked.extend([Time::RelatesTo(new), Time::ComparedWith(None)]),
            (true, true) => asked.extend([timing.clone(), Time::ComparedWith(Some(new))]),
            (false, true) => asked.extend([timing.clone(), Time::YearBefore]),
            (false, false) => {}
        }
        dated.retain(|time| *time != timing);
    }
    dated.extend(asked);
    dated
}

/// The times of a finding's figures; those of the figures that it compares, where it is about a change.
fn timings(ground: &Ground<'_>, measure: &Measure, finding: &Finding) -> Vec<Timing> {
    let figures: Vec<&Figure> = finding.figures.iter().filter_map(|id| ground.record.figure(id)).collect();
    let own = figures.iter().copied().filter(|figure| figure.key.measure == measure.id);
    let compared = figures.first().and_then(|figure| ground.change(&figure.id));
    let compared = compared.into_iter().flat_map(|(new, old)| [Some(new), old]).flatten();
    own.chain(compared).map(|figure| ground.record.lineage().timing(figure).clone()).collect()
}

fn breakdown(ground: &Ground<'_>, matter: &Matter<'_>) -> String {
    let about = matter.findings.iter().filter(|finding| !matches!(finding.code, "R011" | "R014" | "R015"));
    let figures: Vec<&Figure> = about
        .flat_map(|finding| &finding.figures)
        .filter_map(|id| ground.record.figure(id))
        .filter(|figure| figure.key.measure == matter.measure.id)
        .collect();
    let mut words = String::new();
    for (id, dimension) in &matter.measure.dimensions {
        let total = dimension.total.as_ref();
        let codes: BTreeSet<Option<&Code>> = figures.iter().map(|f| f.key.dimensions.get(id)).collect();
        let parts: Vec<&Code> = codes.iter().copied().flatten().filter(|code| total != Some(*code)).collect();
        match parts.as_slice() {
            [] => {}
            [one] if codes.len() == 1 => {
                let label = dimension.codes.get(*one).map_or(one.as_str(), String::as_str);
                words.push_str(&format!(" ({}: {label})", lower(&dimension.title)));
            }
            _ => words.push_str(&format!(", by {}", lower(&dimension.title))),
        }
    }
    words
}

/// The groups that some accounts include and others do not, and those that some count within and others apart.
fn groups(ground: &Ground<'_>, matter: &Matter<'_>) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for finding in matter.of_rule("R001") {
        // The rule names the larger group first, then the smaller.
        let part = finding.figures.get(1).and_then(|id| ground.record.figure(id));
        groups.extend(part.and_then(|part| group(ground, matter.measure, part)));
    }
    let named = |group: &str, groups: &[String]| groups.iter().any(|other| other.starts_with(group));
    for finding in matter.of_rule("R011") {
        for code in disputed(ground, finding) {
            let words = matter.measure.includes.get(&code).map_or(code.to_string(), Clone::clone);
            if !named(&words, &groups) {
                groups.push(words);
            }
        }
    }
    groups.dedup();
    groups
}

fn group(ground: &Ground<'_>, whole: &Measure, part: &Figure) -> Option<String> {
    let measure = ground.record.dataset().measure(&part.key.measure)?;
    if measure.id != whole.id {
        return Some(Noun::of(measure).text().to_owned());
    }
    Some(ground.labels(part)).filter(|words| !words.is_empty())
}

fn disputed(ground: &Ground<'_>, finding: &Finding) -> BTreeSet<Code> {
    let accounts: Vec<&BTreeSet<Code>> =
        finding.figures.iter().filter_map(|id| Some(&ground.record.figure(id)?.wording().includes)).collect();
    let all = accounts.iter().flat_map(|codes| codes.iter());
    all.filter(|code| !accounts.iter().all(|codes| codes.contains(*code))).cloned().collect()
}

fn action(ground: &Ground<'_>, matter: &Matter<'_>) -> Action {
    let unpublished = ground
        .positions_on(&matter.measure.id)
        .iter()
        .any(|p| p.stance == PositionStance::NotPublished && p.body == matter.measure.responsible);
    if unpublished {
        Action::PublishReports
    } else if matter.of_rule("R014").next().is_some() {
        Action::PublishNumber
    } else {
        Action::Nothing
    }
}
