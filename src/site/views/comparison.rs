//! How the claims of a finding compare: whether they can be, point by point, and how far apart they are.

use super::{Scene, figures};
use crate::finding::{Bridge, Distances, Finding, Reason, Verdict};
use crate::model::Figure;
use crate::page::{BridgeStep, Comparison, Distance, Gap, Match};
use crate::period::TimingMatch;
use crate::quantity::{Rational, print};
use crate::reconcile::Record;
use std::collections::BTreeSet;

/// Whether the claims can be compared, in a sentence; none where there is one alone.
pub(super) fn comparable(finding: &Finding, claims: &[&Figure], points: &[Comparison]) -> Option<String> {
    if claims.len() < 2 {
        return None;
    }
    let differ: Vec<String> = points
        .iter()
        .filter(|point| point.answer == Match::Different)
        .map(|point| point.point.to_lowercase())
        .collect();
    Some(match finding.verdict {
        Some(Verdict::NotComparable) => {
            "No. They are not about the same thing, so they cannot be set against one another as they stand."
                .to_owned()
        }
        _ if !finding.arithmetic.is_empty() && claims.len() > 2 && !differ.is_empty() => {
            "They are for different parts or times, so no two of them are held against one another. What is compared is what they come to together, worked out below.".to_owned()
        }
        _ if !differ.is_empty() => format!("Only with care: they differ in {}.", differ.join(" and ")),
        _ if points.is_empty() => {
            "They are of different measures. What is compared is how the sources relate them.".to_owned()
        }
        _ if !finding.assumptions.is_empty() => "Yes, on the assumptions named below.".to_owned(),
        _ => "Yes, as far as is known: no source gives another date, unit or group.".to_owned(),
    })
}

/// From one figure to the other: what evidence accounts for, and what is left.
pub(super) fn bridge(finding: &Finding) -> Vec<BridgeStep> {
    let Some(bridge) = &finding.bridge else { return Vec::new() };
    let row = |step: &str, amount: String, basis: Option<String>| BridgeStep {
        step: step.to_owned(),
        amount,
        basis,
    };
    let reported = || Some("As reported".to_owned());
    let mut rows = vec![row("From", print::number(&bridge.from), reported())];
    let steps = bridge.steps.iter();
    rows.extend(
        steps.map(|step| {
            row(&sentence(step.reason.words()), signed(&step.amount), Some(sentence(&step.basis)))
        }),
    );
    rows.push(row("Not accounted for", signed(&bridge.unexplained), Some(left(finding, bridge))));
    rows.push(row("To", print::number(&bridge.to), reported()));
    rows
}

/// What is left in the bridge, on which reading, and what is left of it on the loosest.
fn left(finding: &Finding, bridge: &Bridge) -> String {
    let larger = if bridge.from.abs() < bridge.to.abs() { &bridge.to } else { &bridge.from };
    let share = (bridge.residual() * Rational::from(100)).to_decimal(1);
    let size = format!("{share}% of {}, the larger number", print::number(larger));
    if bridge.steps.iter().any(|step| step.reason != Reason::Rounding) || bridge.steps.is_empty() {
        return format!("{} ({size})", sentence(bridge.outcome.words()));
    }
    let loosest = finding.distances.as_ref().map(|distances| &distances.gap);
    let loosest = match loosest.filter(|gap| gap.signum() > 0) {
        Some(gap) => format!(" On the loosest reading {} is left.", print::number(gap)),
        None => " On the loosest reading nothing is left.".to_owned(),
    };
    format!("Left when the words are read as they are usually meant ({size}).{loosest}")
}

/// With its sign: amounts are the second figure less the first.
fn signed(amount: &Rational) -> String {
    let number = print::number(amount);
    if amount.signum() > 0 { format!("+{number}") } else { number }
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The most claims that are compared point by point; more do not fit into a sentence.
const MOST: usize = 40;

/// Point by point, for claims of one measure.
pub(super) fn points(scene: &Scene<'_>, claims: &[&Figure]) -> Vec<Comparison> {
    let claims = claims.get(..MOST).unwrap_or(claims);
    let [first, others @ ..] = claims else { return Vec::new() };
    if others.is_empty() || others.iter().any(|other| other.key.measure != first.key.measure) {
        return Vec::new();
    }
    let pairs = claims.iter().enumerate().flat_map(|(at, a)| claims.iter().skip(at + 1).map(move |b| (a, b)));
    let matches: Vec<TimingMatch> = pairs.map(|(a, b)| a.key.timing.compare(&b.key.timing)).collect();
    let date = if matches.contains(&TimingMatch::Different) {
        Match::Different
    } else if matches.iter().all(|found| *found == TimingMatch::Same) {
        Match::Same
    } else {
        Match::NotKnown
    };
    let dates = claims.iter().map(|figure| figure.key.timing.words());
    let mut points =
        vec![Comparison { point: "Date or period".to_owned(), answer: date, words: against(dates) }];
    points.extend(parts(scene, claims));
    points.extend([
        point("Counting unit", claims.iter().map(|figure| figure.wording().counted_as.clone())),
        point("Groups included", claims.iter().map(|figure| scope(scene, figure))),
    ]);
    points
}

/// The parts of the measure that the claims are for; none where it is not broken down.
fn parts(scene: &Scene<'_>, claims: &[&Figure]) -> Option<Comparison> {
    let part = |figure: &&Figure| figures::part(scene.record(), figure);
    claims.iter().find_map(part)?;
    let words = claims.iter().map(|figure| Some(part(figure).unwrap_or_else(|| "the whole".to_owned())));
    Some(point("Breakdown", words))
}

fn point(name: &str, said: impl Iterator<Item = Option<String>>) -> Comparison {
    let said: Vec<Option<String>> = said.collect();
    let stated: BTreeSet<&String> = said.iter().flatten().collect();
    let answer = match stated.len() {
        0 => Match::NotKnown,
        1 if said.iter().all(Option::is_some) => Match::Same,
        1 => Match::NotKnown,
        _ => Match::Different,
    };
    let words = said.into_iter().map(|side| side.unwrap_or_else(|| "not stated".to_owned()));
    Comparison { point: name.to_owned(), answer, words: against(words) }
}

/// What is said, each once, in the order of the claims.
fn against(said: impl Iterator<Item = String>) -> String {
    let mut all: Vec<String> = Vec::new();
    for words in said {
        if !all.contains(&words) {
            all.push(words);
        }
    }
    all.join(" against ")
}

pub(super) fn scope(scene: &Scene<'_>, figure: &Figure) -> Option<String> {
    let measure = scene.record().dataset().measure(&figure.key.measure)?;
    let includes: Vec<String> = figure
        .wording()
        .includes
        .iter()
        .map(|code| measure.includes.get(code).cloned().unwrap_or_else(|| code.to_string()))
        .collect();
    (!includes.is_empty()).then(|| includes.join("; "))
}

/// How far apart the first two claims are; none where their numbers are one and the same or cannot be held together.
pub(super) fn gap(record: &Record, finding: &Finding, claims: &[&Figure]) -> Option<Gap> {
    let [a, b, ..] = claims else { return None };
    let compares = finding.verdict.is_some_and(|verdict| verdict <= Verdict::NotComparable);
    let of_two = || {
        (compares && claims.len() == 2 && a.key.measure == b.key.measure).then(|| record.held_together(a, b))
    };
    let distances = finding.distances.clone().or_else(|| Some(of_two()??.distances))?;
    let number = |figure: &Figure| Some(record.value(figure)?.nominal?.into_owned());
    if !finding.arithmetic.is_empty() && finding.distances.is_some() {
        return of_calculation(a, &number(a)?, &distances);
    }
    let (x, y) = number(a).zip(number(b))?;
    if x == y {
        return None;
    }
    let like = match finding.verdict {
        Some(Verdict::NotComparable) => {
            " They are not like for like, so this tells how far the numbers are apart and no more."
        }
        _ => "",
    };
    let more = if x > y { "higher" } else { "lower" };
    Some(Gap {
        absolute: print::number(&(&x - &y).abs()),
        words: format!(
            "The number in “{}” is {more} than that in “{}” by this much.{like}",
            a.reported, b.reported
        ),
        distances: four(&distances),
    })
}

/// How far what is stated is from what the other figures come to.
fn of_calculation(stated: &Figure, number: &Rational, distances: &Distances) -> Option<Gap> {
    let computed = number.checked_div(distances.ratio.as_ref()?)?;
    if computed == *number {
        return None;
    }
    let more = if *number > computed { "higher" } else { "lower" };
    Some(Gap {
        absolute: print::number(&(number - &computed).abs()),
        words: format!(
            "The number in “{}” is {more} by this much than what the other figures come to, {}.",
            stated.reported,
            print::number(&computed)
        ),
        distances: four(distances),
    })
}

/// The four distances, each with what it says.
fn four(distances: &Distances) -> Vec<Distance> {
    let distance = |name: &str, value: String, meaning: &str| Distance {
        name: name.to_owned(),
        value,
        meaning: meaning.to_owned(),
    };
    let none = || "not defined".to_owned();
    let percent = |share: &Rational| format!("{}%", (&share.abs() * &Rational::from(100)).to_decimal(1));
    vec![
        distance(
            "Gap on the loosest reading",
            if distances.gap.signum() > 0 { print::number(&distances.gap) } else { "none".to_owned() },
            "What lies between the two when the words of each are read as loosely as they allow.",
        ),
        distance(
            "Symmetric relative difference",
            distances.relative_difference.as_ref().map_or_else(none, percent),
            "The difference as a share of the average of the two numbers, so that neither is the base.",
        ),
        distance(
            "Stretch",
            distances.stretch.as_ref().map_or_else(none, |factor| format!("× {}", factor.to_decimal(2))),
            "How many times as wide both readings would have to be for them to meet. At 1 or less they meet; two exact numbers have none.",
        ),
        distance(
            "Ratio",
            distances.ratio.as_ref().map_or_else(none, |ratio| ratio.to_decimal(3)),
            "The first number divided by the second.",
        ),
    ]
}
