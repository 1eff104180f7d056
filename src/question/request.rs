//! The request for recorded information: defined terms, period, units and format, and how it may be narrowed.

use super::ask::{Action, Ask, Opening};
use super::bearing::{Bearing, latest};
use super::draft::Request;
use super::ground::Ground;
use super::matter::Matter;
use super::noun::{self, unit_in_words};
use super::time::{Voice, phrase};
use super::written::{lettered, number};
use crate::model::{Figure, FoiLaw, Measure, QuantityKind, SourceKind, StockOrFlow};

/// None where the body is under no law that obliges it to answer.
pub(super) fn request(
    ground: &Ground<'_>,
    matter: &Matter<'_>,
    ask: &Ask<'_>,
    bearing: &[Bearing<'_>],
) -> Option<Request> {
    let law = match matter.body.and_then(|body| body.foi) {
        Some(FoiLaw::None) => return None,
        Some(FoiLaw::Scotland) => Law::SCOTLAND,
        Some(FoiLaw::Uk) | None => Law::UK,
    };
    let items = items(ground, ask);
    let mut paragraphs: Vec<String> = further_to(bearing).into_iter().collect();
    paragraphs.push(format!("Please send me the following recorded information under the {}.", law.act));
    paragraphs.extend(items.iter().zip(1..).map(|(item, number)| format!("{number}. {item}")));
    paragraphs.push(terms(matter.measure));
    paragraphs.push(form(ground, matter.measure));
    paragraphs.push(narrowing(law, ask));
    Some(Request { subject: format!("Request for information: {}", matter.measure.title), paragraphs })
}

/// What a law is called, and its sections on advice and on cost.
#[derive(Clone, Copy)]
struct Law {
    act: &'static str,
    advice: &'static str,
    cost: &'static str,
}

impl Law {
    const UK: Self =
        Self { act: "Freedom of Information Act 2000", advice: "section 16", cost: "section 12" };
    const SCOTLAND: Self =
        Self { act: "Freedom of Information (Scotland) Act 2002", advice: "section 15", cost: "section 12" };
}

/// Longer accounts of what a response said are left to the response.
const MOST_QUOTED: usize = 160;

fn further_to(bearing: &[Bearing<'_>]) -> Option<String> {
    let response = latest(bearing, SourceKind::FoiResponse).map(|(response, reference)| {
        let date =
            response.source.public_date().map_or(String::new(), |date| format!(" of {}", date.words()));
        let words = &response.said.words;
        let which = if words.len() <= MOST_QUOTED { format!(", which {words}") } else { String::new() };
        format!("your response{date} (your reference {reference}){which}")
    });
    let answer = latest(bearing, SourceKind::WrittenAnswer)
        .map(|(_, reference)| format!("the Answer to parliamentary Question {}", number(reference)));
    let both: Vec<String> = response.into_iter().chain(answer).collect();
    (!both.is_empty()).then(|| format!("This is further to {}.", both.join(" and to ")))
}

fn items(ground: &Ground<'_>, ask: &Ask<'_>) -> Vec<String> {
    let when = phrase(&ask.times, ask.nature, Voice::Letter, ground.record.dataset());
    let mut items = match ask.opening {
        Opening::Number | Opening::WithSmallCounts => number_items(ask, &when),
        Opening::WhereRecorded(own) => where_recorded(ask, own),
        Opening::WhatIsHeld(own) => what_is_held(ask, own),
    };
    if !ask.groups.is_empty() {
        let groups = lettered(&ask.groups);
        items.push(format!("Whether that number includes {groups}, and how many of each are counted in it."));
    }
    items.extend(match ask.action {
        Action::Nothing => None,
        Action::PublishNumber => Some("Any recorded decision on whether, when and where that number is to be published."),
        Action::PublishReports => Some("The most recent report that gives that number, and the titles and dates of the others prepared in the twelve months before it."),
    }.map(str::to_owned));
    items
}

fn number_items(ask: &Ask<'_>, when: &str) -> Vec<String> {
    let mut number = format!("{}.", ask.noun.the_number(when, &ask.breakdown));
    if ask.times.iter().any(|time| time.is_a_day_chosen(ask.nature)) {
        number.push_str(" Where no figure is held for that day, please give the one for the nearest day and say which day it is for.");
    }
    let mut items = vec![number];
    if ask.asks_for_periods() {
        items.push("The first and the last day of each of those periods.".to_owned());
    }
    items.push("The definition used for that number: who or what is counted, what is left out, and from which records it is taken.".to_owned());
    items
}

fn where_recorded(ask: &Ask<'_>, own: Option<&Figure>) -> Vec<String> {
    let span = match ask.nature {
        StockOrFlow::Stock => "date",
        StockOrFlow::Flow => "month",
    };
    let mut items = vec![
        format!(
            "The names of the databases or other records that hold the information needed to {}, and the fields in which they hold it.",
            ask.noun.to_work_out()
        ),
        format!("Whatever part of that information is held in one place, for the most recent {span} for which it is held."),
        "Any description you hold of how the whole could be put together from those records, and any estimate of the time that this would take.".to_owned(),
    ];
    items.extend(own.map(taken_from));
    items
}

fn what_is_held(ask: &Ask<'_>, own: Option<&Figure>) -> Vec<String> {
    let mut items = vec![format!(
        "Any recorded information you hold on {}, including estimates and the names of the fields in which it is recorded.",
        ask.noun.text()
    )];
    items.extend(own.map(taken_from));
    items.push("If another public authority holds that information, its name.".to_owned());
    items
}

fn taken_from(figure: &Figure) -> String {
    format!("The records from which your figure of {} was taken.", figure.reported)
}

/// The terms, as the publisher's own definition has them; the body's own goes before it.
fn terms(measure: &Measure) -> String {
    let (title, unit) = (&measure.title, unit_in_words(measure));
    let facts = [("Counted", &measure.population), ("Coverage", &measure.coverage)];
    let facts =
        facts.iter().filter_map(|(name, fact)| Some(format!("{name}: {}.", stripped(fact.as_ref()?))));
    let meant: Vec<String> =
        measure.definition.as_deref().and_then(first_paragraph).into_iter().chain(facts).collect();
    if meant.is_empty() {
        let unit = noun::unit(measure).map_or(String::new(), |unit| format!(", in {unit}"));
        return format!(
            "By “{title}” I mean what you count under that or the nearest name{unit}; please say what it includes."
        );
    }
    format!(
        "In this request “{title}” is meant as follows. {} Unit: {unit}. If your own definition differs, please answer by yours and give it.",
        meant.join(" ")
    )
}

fn stripped(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}

/// The first paragraph of Markdown as plain text, without what it says is not known: that is what is asked.
fn first_paragraph(markdown: &str) -> Option<String> {
    let lines = markdown.trim().lines().take_while(|line| !line.trim().is_empty());
    let text = lines.map(str::trim).collect::<Vec<_>>().join(" ").replace(['*', '`'], "");
    let known = stripped(&text).split(". ").filter(|sentence| !sentence.contains("not known"));
    let text = known.collect::<Vec<_>>().join(". ");
    (!text.is_empty()).then(|| format!("{text}."))
}

fn form(ground: &Ground<'_>, measure: &Measure) -> String {
    let mut text = "Please give each figure unrounded, or say to what it is rounded.".to_owned();
    if measure.quantity == QuantityKind::Count {
        let least = ground.threshold(measure);
        text.push_str(&format!(
            " Where a count would be below {least}, please join groups or periods instead of leaving it out, and say which."
        ));
    }
    text.push_str(" I should like the figures as a spreadsheet or CSV file, by email.");
    text
}

fn narrowing(law: Law, ask: &Ask<'_>) -> String {
    let less = match ask.nature {
        _ if ask.asks_for_periods() => "the first and the last day of each period",
        StockOrFlow::Stock => "the most recent date for which the information is held",
        StockOrFlow::Flow => "the most recent month for which the information is held",
    };
    format!(
        "If any part of this is unclear, or answering all of it would exceed the cost limit, please advise me under {} how it could be narrowed; I should then be content with {less}. If you refuse any part under {}, please give the estimate of the cost and how it was made.",
        law.advice, law.cost
    )
}
