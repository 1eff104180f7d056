//! What the answer would be if the figures on record are right. It stands beside the question, never in it.

use super::ask::Ask;
use super::ground::Ground;
use super::matter::Matter;
use super::noun::unit_in_words;
use crate::finding::Finding;
use crate::model::{Figure, Measure, QuantityKind};
use crate::period::Timing;
use crate::quantity::{Alpha, Cuts, Interval, print};
use crate::reconcile::Implied;

/// The most lines that help whoever reads the answer.
const MOST: usize = 8;
/// A finding on more figures is no range that helps.
const MOST_FIGURES: usize = 40;
/// So many figures behind a range are named; more are counted.
const MOST_NAMED: usize = 3;

/// What one figure, or the arithmetic of a finding, says of the answer.
#[derive(Clone, PartialEq)]
pub(super) struct Line {
    /// The date and group it is of; none for arithmetic.
    of: Option<String>,
    words: String,
    /// It says no more than that an exact figure is that figure.
    restates: bool,
}

impl Line {
    fn arithmetic(finding: &Finding, line: &str) -> Self {
        Self { of: None, words: sentence(&format!("{line} ({}).", finding.title)), restates: false }
    }
}

/// What all findings of a matter say of the answer.
pub(super) fn expected(ask: &Ask<'_>, ranges: &[Vec<Line>]) -> Vec<String> {
    let mut lines = each_once(ranges, &ranges.concat());
    let more = lines.len().saturating_sub(MOST);
    if more > 1 {
        lines.truncate(MOST);
        lines.push(format!("{more} further ranges are not listed here; each is on the page of its finding."));
    }
    if !lines.is_empty() && ask.times.iter().any(|time| time.names_no_day(ask.nature)) {
        lines.push("The figures name no day, so the figure for one day may differ from them.".to_owned());
    }
    lines
}

/// What one finding says of it.
pub(super) fn told(lines: &[Line]) -> Vec<String> {
    each_once(&[lines.to_vec()], lines)
}

/// Each line once. An exact figure that is only itself again is told beside one that differs, or where its finding
/// says nothing else.
fn each_once(findings: &[Vec<Line>], all: &[Line]) -> Vec<String> {
    let rival = |line: &Line| all.iter().any(|other| other.of == line.of && other.words != line.words);
    let mut told: Vec<String> = Vec::new();
    for lines in findings {
        let is_all = lines.iter().all(|line| line.restates);
        for line in lines.iter().filter(|line| !line.restates || is_all || rival(line)) {
            if !told.contains(&line.words) {
                told.push(line.words.clone());
            }
        }
    }
    told
}

/// What one finding says of the answer: the range of each figure it rests on, and its arithmetic. Nothing where
/// one of its figures was withheld or may be a small count, since a range could give it away.
pub(super) fn ranges(ground: &Ground<'_>, matter: &Matter<'_>, finding: &Finding) -> Vec<Line> {
    let figures: Vec<&Figure> =
        finding.figures.iter().take(MOST_FIGURES + 1).filter_map(|id| ground.record.figure(id)).collect();
    if figures.len() > MOST_FIGURES || figures.iter().any(|figure| has_guarded_neighbour(ground, figure)) {
        return Vec::new();
    }
    let own = figures.iter().filter(|figure| figure.key.measure == matter.measure.id);
    // What repeats another figure adds nothing, unless it is the repetition that differs.
    let counts = |figure: &&&Figure| finding.code == "R007" || ground.record.root(figure).id == figure.id;
    let of_figures =
        own.filter(counts).take(MOST).flat_map(|figure| lines_of(ground, matter.measure, figure));
    let arithmetic = finding.arithmetic.iter().map(|line| Line::arithmetic(finding, line));
    of_figures.chain(arithmetic).collect()
}

/// A figure of the same group and time is guarded.
fn has_guarded_neighbour(ground: &Ground<'_>, figure: &Figure) -> bool {
    let alike = ground.record.dataset().figures_alike(&figure.key);
    alike.iter().any(|other| other.key.timing == figure.key.timing && ground.is_guarded(other))
}

/// What the answer may be: on the typical and on the loosest reading.
#[derive(PartialEq)]
struct Range {
    typical: Interval,
    loosest: Interval,
}

impl Range {
    /// Whole units only, for a count.
    fn of(cuts: &Cuts, kind: QuantityKind) -> Option<Self> {
        let whole = |interval: &Interval| match kind {
            QuantityKind::Count => interval.to_integers(),
            _ => Some(interval.clone()),
        };
        Some(Self { typical: whole(cuts.at(Alpha::Typical))?, loosest: whole(cuts.at(Alpha::Support))? })
    }

    /// What both leave.
    fn and(&self, other: &Self) -> Option<Self> {
        let loosest = self.loosest.intersect(&other.loosest)?;
        // Where both hold on a loose reading only, that is all there is to say.
        let typical = self.typical.intersect(&other.typical).unwrap_or_else(|| loosest.clone());
        Some(Self { typical, loosest })
    }

    fn to_three_digits(&self) -> Self {
        let cut = print::to_three_digits;
        Self { typical: cut(&self.typical), loosest: cut(&self.loosest) }
    }

    fn words(&self, measure: &Measure) -> String {
        let mut words = print::interval_words(&self.typical);
        if self.typical != self.loosest {
            words.push_str(&format!(" (on the loosest reading {})", print::interval_words(&self.loosest)));
        }
        if matches!(measure.quantity, QuantityKind::Amount | QuantityKind::Share) {
            words.push_str(&format!(" {}", unit_in_words(measure)));
        }
        words
    }
}

/// What a figure says itself, drawn tighter by the figures that it is tied to. Where the two cannot both hold, each
/// for itself; of a figure that was not given, what the others leave.
fn lines_of(ground: &Ground<'_>, measure: &Measure, figure: &Figure) -> Vec<Line> {
    if !figure.basis.states_a_fact() {
        return Vec::new();
    }
    let of = of_what(ground, figure);
    let line = |range: &Range, only_if: &str| Line {
        words: sentence(&format!("{of}: {}, if {only_if} right.", range.words(measure))),
        of: Some(of.clone()),
        restates: false,
    };
    let itself = |own: &Range, said: &str| match own.loosest.as_point() {
        None => line(own, &format!("{said} is")),
        Some(_) => Line {
            words: sentence(&format!("{of}: {}, as in {}.", own.words(measure), source(ground, figure))),
            of: Some(of.clone()),
            restates: true,
        },
    };
    let own = ground.record.value(figure).and_then(|value| Range::of(&value.cuts, measure.quantity));
    let implied = implied(ground, figure);
    let said = said(ground, figure);
    match (own, implied) {
        (None, None) => Vec::new(),
        (None, Some((range, _))) if range.loosest.width().is_none() => Vec::new(),
        (None, Some((range, behind))) => vec![line(&range.to_three_digits(), &are(&behind))],
        (Some(own), None) => vec![itself(&own, &said)],
        (Some(own), Some((range, behind))) => match own.and(&range) {
            None => vec![
                itself(&own, &said),
                line(&range.to_three_digits(), &format!("instead {}", are(&behind))),
            ],
            Some(both) if both == own => vec![itself(&own, &said)],
            Some(both) if ground.is_small(figure, &both.loosest) => vec![itself(&own, &said)],
            Some(both) => {
                let words = format!("{said} and the figures it is tied to ({}) are", behind.words);
                vec![line(&both.to_three_digits(), &words)]
            }
        },
    }
}

/// The figures behind a range, in words.
struct Behind {
    words: String,
    number: usize,
}

fn are(behind: &Behind) -> String {
    format!("{} {}", behind.words, if behind.number == 1 { "is" } else { "are" })
}

/// What the other figures leave, where none of them was withheld or may be a small count.
fn implied(ground: &Ground<'_>, figure: &Figure) -> Option<(Range, Behind)> {
    let Implied { cuts, behind } = ground.record.implied_by_others(figure)?;
    if behind.is_empty() || behind.iter().any(|figure| has_guarded_neighbour(ground, figure)) {
        return None;
    }
    let range = Range::of(&cuts, ground.record.kind(figure))?;
    if ground.is_small(figure, &range.loosest) {
        return None;
    }
    let words = if behind.len() > MOST_NAMED {
        format!("the {} figures it is tied to", behind.len())
    } else {
        and(behind.iter().map(|figure| said(ground, figure)))
    };
    Some((range, Behind { words, number: behind.len() }))
}

/// `“53,298” (Answer of 3 March)`.
fn said(ground: &Ground<'_>, figure: &Figure) -> String {
    format!("“{}” ({})", figure.reported, source(ground, figure))
}

fn source<'a>(ground: &'a Ground<'_>, figure: &'a Figure) -> &'a str {
    let source = ground.record.dataset().source(&figure.source);
    source.map_or(figure.source.as_str(), |source| &source.title)
}

/// `October 2025, the north`.
fn of_what(ground: &Ground<'_>, figure: &Figure) -> String {
    let when = match ground.record.lineage().timing(figure) {
        Timing::NotStated => "Date not stated".to_owned(),
        stated => stated.words(),
    };
    let labels = ground.labels(figure);
    if labels.is_empty() { when } else { format!("{when}, {labels}") }
}

/// `a`, `a and b`, `a, b and c`.
fn and(items: impl Iterator<Item = String>) -> String {
    let mut items: Vec<String> = items.collect();
    match items.pop() {
        None => String::new(),
        Some(last) if items.is_empty() => last,
        Some(last) => format!("{} and {last}", items.join(", ")),
    }
}

/// The first letter in upper case.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
