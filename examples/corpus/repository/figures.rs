//! Figures of a synthetic repository, and the phrases in which they are reported.

use super::dice::Dice;
use super::plan::{Kind, MONTHS, Plan, is_recent, is_spoken_of, written};
use std::fmt::Write;

/// The series of every measure.
pub(super) fn series(plans: &[Plan]) -> String {
    let whole = plans.iter().filter(|plan| !plan.is_broken_down());
    let mut text = "id,measure,as_of,period,reported,source,flags,locator\n".to_owned();
    whole.for_each(|plan| {
        let mut dice = plan.dice(1);
        for (month, value) in (0..MONTHS).zip(&plan.values) {
            let first = first_phrase(plan, *value, &mut dice);
            row(&mut text, plan, "release", month, None, &first);
            if is_spoken_of(month) {
                row(&mut text, plan, "account", month, None, &second_phrase(plan, *value, &mut dice));
            }
        }
    });
    text
}

/// The series of the measures that are broken down.
pub(super) fn areas(plans: &[Plan]) -> String {
    let mut text = "id,measure,area,as_of,period,reported,source,flags,locator\n".to_owned();
    for plan in plans.iter().filter(|plan| plan.is_broken_down()) {
        let mut dice = plan.dice(2);
        for (month, value) in (0..MONTHS).zip(&plan.values) {
            if is_recent(month) {
                let north = value * dice.between(300, 700) / 1_000;
                row(&mut text, plan, "release", month, Some("north"), &number(plan.kind, north));
                row(&mut text, plan, "release", month, Some("south"), &number(plan.kind, value - north));
            }
            let total = if dice.one_in(12) { exchanged(*value) } else { *value };
            row(&mut text, plan, "release", month, Some("all"), &number(plan.kind, total));
            if is_spoken_of(month) {
                let phrase = second_phrase(plan, *value, &mut dice);
                row(&mut text, plan, "account", month, Some("all"), &phrase);
            }
        }
    }
    text
}

/// The id of a figure that a claim may name.
pub(super) fn id(plan: &Plan, source: &str, month: u32, area: Option<&str>) -> String {
    let area = area.map(|code| format!("-{code}")).unwrap_or_default();
    format!("{source}-{:05}{area}-{}", plan.number, written(month))
}

/// A row. Only recent figures carry an id of their own: claims name no others.
fn row(text: &mut String, plan: &Plan, source: &str, month: u32, area: Option<&str>, phrase: &str) {
    let id = if is_recent(month) { id(plan, source, month, area) } else { String::new() };
    let area = area.map(|code| format!("{code},")).unwrap_or_default();
    let when = written(month);
    let (as_of, period) = match plan.kind {
        Kind::Stock | Kind::Share | Kind::Rate => (&*when, ""),
        Kind::Flow | Kind::Money => ("", &*when),
    };
    let flags = if source == "release" && month + 2 >= MONTHS { "p" } else { "" };
    let (measure, group) = (plan.id(), plan.group());
    let _infallible = writeln!(
        text,
        "{id},{measure},{area}{as_of},{period},\"{phrase}\",{source}-{group:05},{flags},table {}",
        month + 1
    );
}

fn first_phrase(plan: &Plan, value: u64, dice: &mut Dice) -> String {
    if dice.one_in(60) {
        return if dice.one_in(2) { "[c]" } else { "[x]" }.to_owned();
    }
    if plan.is_hedged() {
        format!("c.{}", number(plan.kind, rounded(value)))
    } else {
        number(plan.kind, value)
    }
}

/// How the second source words the value: of four hundred accounts, this many each.
fn second_phrase(plan: &Plan, value: u64, dice: &mut Dice) -> String {
    let say = |value: u64| number(plan.kind, value);
    let round = rounded(value);
    match dice.below(400) {
        0..4 => say(exchanged(value)),
        4..6 => say(value * if plan.kind == Kind::Share { 1 } else { 10 }),
        6..10 => say(value * dice.between(112, 125) / 100),
        10..12 => say(value - value.min(7)),
        12..20 => "not held centrally".to_owned(),
        20..120 if plan.is_hedged() => say(round),
        _ if plan.is_hedged() => format!("c.{}", say(round)),
        20..120 => say(value),
        120..240 => format!("about {}", say(round)),
        240..280 if round > value => format!("nearly {}", say(round)),
        240..280 => format!("more than {}", say(round.min(value - 1))),
        280..310 => format!("at least {}", say(round.min(value))),
        310..340 => format!("between {} and {}", say(value * 9 / 10), say(value * 11 / 10)),
        _ => format!("approximately {}", say(round)),
    }
}

/// A number as it is printed: in tenths for shares and rates.
fn number(kind: Kind, value: u64) -> String {
    match kind {
        Kind::Stock | Kind::Flow => grouped(value),
        Kind::Money => format!("£{}", grouped(value)),
        Kind::Share => format!("{}.{}%", value / 10, value % 10),
        Kind::Rate => format!("{}.{}", grouped(value / 10), value % 10),
    }
}

fn grouped(value: u64) -> String {
    let (rest, last) = (value / 1_000, value % 1_000);
    if rest == 0 { last.to_string() } else { format!("{},{last:03}", grouped(rest)) }
}

/// The value to two figures.
fn rounded(value: u64) -> u64 {
    let step = 10_u64.pow(value.max(1).ilog10().saturating_sub(1));
    (value + step / 2) / step * step
}

/// The last two digits exchanged; another value where they are alike.
fn exchanged(value: u64) -> u64 {
    let (rest, tens, ones) = (value / 100, value / 10 % 10, value % 10);
    if tens == ones { value + 1 } else { rest * 100 + ones * 10 + tens }
}
