//! The written question: one sentence that asks for facts or for action, and argues nothing.

use super::ask::{Action, Ask, Opening};
use super::bearing::{Bearing, latest};
use super::ground::Ground;
use super::matter::Matter;
use super::time::{Voice, on, phrase};
use crate::model::{Figure, SourceKind, StockOrFlow};

/// A written question, with what had to be left out of it.
pub(super) struct Written {
    pub(super) text: String,
    pub(super) note: Option<String>,
}

/// Longer questions are refused or cut by the Table Office.
const MOST_WORDS: usize = 100;
/// Stands where the minister is not on record.
pub(super) const MINISTER: &str = "[the responsible minister]";

pub(super) fn written(
    ground: &Ground<'_>,
    matter: &Matter<'_>,
    ask: &Ask<'_>,
    bearing: &[Bearing<'_>],
) -> Written {
    let asked = matter.body.and_then(|body| body.asked_as.as_deref()).unwrap_or(MINISTER);
    let opening = format!("To ask {asked}, {}", pursuant(bearing));
    let mut clauses = clauses(ground, matter, ask);
    let mut left_out = Vec::new();
    while words(&sentence(&opening, &clauses)) > MOST_WORDS && clauses.len() > 1 {
        left_out.extend(clauses.pop());
    }
    left_out.reverse();
    let note = (!left_out.is_empty()).then(|| {
        format!(
            "To stay within {MOST_WORDS} words the written question does not ask {}.",
            left_out.join("; nor ")
        )
    });
    Written { text: sentence(&opening, &clauses), note }
}

fn sentence(opening: &str, clauses: &[String]) -> String {
    match clauses.split_last() {
        Some((last, [])) => format!("{opening}{last}."),
        Some((last, others)) => format!("{opening}{}; and {last}.", others.join("; ")),
        None => format!("{opening}."),
    }
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// "pursuant to the Answer of 1 May 2024 to Question 12345, ".
fn pursuant(bearing: &[Bearing<'_>]) -> String {
    latest(bearing, SourceKind::WrittenAnswer).map_or(String::new(), |(answer, reference)| {
        let date = answer.source.spoken_date().filter(|date| date.earliest() == date.latest());
        let date = date.map_or(String::new(), |date| format!(" of {}", date.words()));
        format!("pursuant to the Answer{date} to Question {}, ", number(reference))
    })
}

/// A reference without the letters that say what it is.
pub(super) fn number(reference: &str) -> &str {
    let bare = ["UIN", "PQ", "Question"].iter().find_map(|name| reference.strip_prefix(name));
    bare.unwrap_or(reference).trim()
}

/// What is asked, the weightiest first.
fn clauses(ground: &Ground<'_>, matter: &Matter<'_>, ask: &Ask<'_>) -> Vec<String> {
    let dataset = ground.record.dataset();
    let when = phrase(&ask.times, ask.nature, Voice::House, dataset);
    let mut clauses = match ask.opening {
        Opening::Number => {
            vec![ask.noun.how_many(&when, &ask.breakdown), definition()]
        }
        Opening::WithSmallCounts => {
            let least = ground.threshold(matter.measure);
            let number = ask.noun.how_many(&when, &ask.breakdown);
            vec![
                format!("{number}, with groups or periods joined wherever a number would be below {least}"),
                definition(),
            ]
        }
        Opening::WhereRecorded(own) => where_recorded(ground, ask, own),
        Opening::WhatIsHeld(own) => what_is_held(ground, ask, own),
    };
    clauses.extend(included(&ask.groups));
    if ask.asks_for_periods() {
        let span = match ask.nature {
            StockOrFlow::Stock => "what those dates were",
            StockOrFlow::Flow => "on what dates each of those periods began and ended",
        };
        clauses.insert(1, span.to_owned());
    }
    clauses.extend(
        match ask.action {
            Action::Nothing => None,
            Action::PublishNumber => Some("if they will publish that number"),
            Action::PublishReports => Some("if they will publish the reports that give that number"),
        }
        .map(str::to_owned),
    );
    clauses
}

fn definition() -> String {
    "what definition is used for that number".to_owned()
}

fn included(groups: &[String]) -> Option<String> {
    match groups {
        [] => None,
        [one] => Some(format!("whether that number includes {one}")),
        several => Some(format!("whether that number includes {}", lettered(several))),
    }
}

/// "(i) the one and (ii) the other".
pub(super) fn lettered(items: &[String]) -> String {
    const NUMERALS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let marked: Vec<String> =
        items.iter().zip(NUMERALS).map(|(item, numeral)| format!("({numeral}) {item}")).collect();
    match marked.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => marked.concat(),
    }
}

fn where_recorded(ground: &Ground<'_>, ask: &Ask<'_>, own: Option<&Figure>) -> Vec<String> {
    let span = match ask.nature {
        StockOrFlow::Stock => "date",
        StockOrFlow::Flow => "month",
    };
    let mut clauses = vec![
        format!(
            "in which databases or other records the information needed to {} is held",
            ask.noun.to_work_out()
        ),
        "which parts of that information are held in one place".to_owned(),
        format!("what those parts show for the most recent {span} for which they are held"),
    ];
    clauses.extend(own.map(|figure| taken_from(ground, figure)));
    clauses
}

fn what_is_held(ground: &Ground<'_>, ask: &Ask<'_>, own: Option<&Figure>) -> Vec<String> {
    let mut clauses = vec![format!("what information they hold on {}", ask.noun.text())];
    clauses.extend(own.map(|figure| taken_from(ground, figure)));
    clauses.push("which other public bodies hold that information".to_owned());
    clauses
}

fn taken_from(ground: &Ground<'_>, figure: &Figure) -> String {
    let source = ground.record.dataset().source(&figure.source);
    let given = source.and_then(|source| source.public_date());
    let given = given.map_or(String::new(), |date| format!(", given {},", on(date)));
    format!("from which records their figure of {}{given} was taken", figure.reported)
}
