//! R021: words quoted from a source that are not in what was captured of it, or carry another quantity than reported.

mod captured;
mod nearest;
mod number;
mod quotation;

use super::hedges::says;
use super::plain::holds;
use super::rule::Rule;
use super::subject::{about, at, said_in};
use super::words::title;
use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::{Figure, Place, SourceId};
use crate::quantity::Register;
use crate::reconcile::Record;
use captured::Captured;
use number::{Said, Search, said};
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R021",
    name: "quote-differs",
    finds: "Words quoted from a source that do not stand in the words captured from it, or that carry another number or hedge than the figure they are quoted for.",
    matters: "Every figure rests on its words. A quotation that is not in its source, or that says something else than the figure, cannot be relied on.",
    example: "The captured words are “c.65 staff”, and the figure is 65, quoted as “65 staff”.",
    resolve: "Copy the words from the source, and report the quantity as they give it. Words left out are marked “…”.",
};

/// The captured words of each source that has any.
type Texts<'r> = BTreeMap<&'r SourceId, Captured>;

fn run(record: &Record) -> Vec<Finding> {
    let sources = record.dataset().sources();
    let texts: Texts<'_> = sources.filter_map(|source| Some((&source.id, Captured::of(source)?))).collect();
    let figures = record.dataset().figures().iter().filter_map(|figure| of_figure(record, figure, &texts));
    figures.chain(of_claims(record, &texts)).collect()
}

/// A figure is told of once: first that its quotation is not there, then that it carries something else.
fn of_figure(record: &Record, figure: &Figure, texts: &Texts<'_>) -> Option<Finding> {
    let captured = texts.get(&figure.source);
    match (figure.wording().quoted.as_deref(), captured) {
        (Some(quote), Some(captured)) => of_quote(record, quote, &figure.source, captured)
            .map(|missing| {
                let mut finding = missing.into_finding([figure], figure.id.as_str());
                first_at(&mut finding, figure.quoted_place());
                finding
            })
            .or_else(|| of_quantity(record, figure, quote)),
        (Some(quote), None) => of_quantity(record, figure, quote),
        (None, Some(captured)) => of_unquoted(record, figure, captured),
        (None, None) => None,
    }
}

fn of_claims<'r>(record: &'r Record, texts: &'r Texts<'r>) -> impl Iterator<Item = Finding> + 'r {
    let dataset = record.dataset();
    let relations = dataset.relations().filter_map(|relation| {
        let missing =
            of_quote(record, relation.words.as_deref()?, &relation.source, texts.get(&relation.source)?)?;
        let figures = relation.asserted.figures().into_iter().filter_map(|id| dataset.figure(id));
        let mut finding = missing.into_finding(figures, relation.id.as_str());
        first_at(&mut finding, relation.place.as_ref());
        Some(finding)
    });
    let positions = dataset.positions().filter_map(|position| {
        let missing =
            of_quote(record, position.words.as_deref()?, &position.source, texts.get(&position.source)?)?;
        let figures = position.on.iter().filter_map(|id| dataset.figure(id));
        let mut finding = missing.into_finding(figures, position.id.as_str());
        finding.measure = finding.measure.or_else(|| position.measures.first().cloned());
        first_at(&mut finding, position.place.as_ref());
        Some(finding)
    });
    relations.chain(positions)
}

fn first_at(finding: &mut Finding, place: Option<&Place>) {
    finding.locations.splice(0..0, place.cloned());
}

/// A quotation that does not stand in the captured words of its source.
struct Missing {
    quote: String,
    message: String,
    source: SourceId,
    nearest: Option<Place>,
}

impl Missing {
    fn into_finding<'a>(self, figures: impl IntoIterator<Item = &'a Figure>, of: &str) -> Finding {
        let identity = [of, self.quote.as_str()];
        let mut finding = Finding::new(&DOC, Severity::Error, Nature::Input, identity);
        finding.title = format!("“{}” is not in the captured words", short(&self.quote));
        finding.message = self.message;
        finding.help = Some(DOC.resolve.to_owned());
        about(&mut finding, figures);
        said_in(&mut finding, &self.source);
        at(&mut finding, self.nearest.as_ref());
        finding
    }
}

fn of_quote(record: &Record, quote: &str, source: &SourceId, captured: &Captured) -> Option<Missing> {
    let part = quotation::missing(quote, &captured.plain)?;
    let is_astray = part.find(&captured.plain, 0).is_some();
    let near = if is_astray { None } else { nearest::nearest(&part, captured) };
    let mut message = format!(
        "“{}” does not stand in the words captured from {}.",
        short(quote),
        title(record.dataset(), source)
    );
    match &near {
        Some(near) => {
            let there = captured.words(near.at.start, near.at.end);
            message.push_str(&format!(" Nearest to it stands “{}”", short(&there)));
            message.push_str(&difference(&near.differing));
        }
        None if is_astray => {
            message.push_str(" The words of it stand there in another order.");
        }
        None => message.push_str(" Nothing like it stands there."),
    }
    let nearest = near.and_then(|near| captured.place(near.at.start, near.at.end));
    Some(Missing { quote: quote.to_owned(), message, source: source.clone(), nearest })
}

fn difference((quoted, there): &(String, String)) -> String {
    match (quoted.as_str(), there.as_str()) {
        (quoted, "") => format!(", which ends before “{quoted}”."),
        (quoted, there) if there == captured::BREAK => {
            format!(", where one captured passage ends and “{quoted}” opens another.")
        }
        (quoted, there) if quoted.to_lowercase() == there.to_lowercase() => {
            format!(": “{quoted}” and “{there}” differ in capitals.")
        }
        (quoted, there) => format!(": the quotation has “{quoted}” where it has “{there}”."),
    }
}

/// The words quoted carry another number or hedge than the figure.
fn of_quantity(record: &Record, figure: &Figure, quote: &str) -> Option<Finding> {
    let source = title(record.dataset(), &figure.source);
    let reported = &figure.reported;
    let message = match said(quote, figure, Search::Whole) {
        Said::Same | Said::Nothing => return None,
        Said::OtherNumber => {
            format!("“{reported}” ({source}) is quoted as “{}”, which gives another number.", short(quote))
        }
        Said::OtherHedge(_, hedge) => {
            let before = figure.reading().amount().map(|amount| amount.hedge())?;
            format!(
                "“{reported}” {}. The words quoted for it ({source}) are “{}”, in which it {}.",
                says(before),
                short(quote),
                says(hedge)
            )
        }
    };
    Some(warning(figure, format!("“{reported}” is not what the words quoted for it say"), message))
}

/// A figure without a quotation. A table is captured in part at most, so its figures need not stand there.
fn of_unquoted(record: &Record, figure: &Figure, captured: &Captured) -> Option<Finding> {
    let source = record.dataset().source(&figure.source)?;
    if source.kind.register() == Register::Table {
        return None;
    }
    let reported = &figure.reported;
    match said(&captured.text, figure, Search::SameDigits) {
        Said::Same => None,
        Said::OtherHedge(words, hedge) => {
            let before = figure.reading().amount().map(|amount| amount.hedge())?;
            let message = format!(
                "“{reported}” {}. In the words captured from {} it {}: “{words}”.",
                says(before),
                source.title,
                says(hedge)
            );
            Some(warning(figure, format!("“{reported}” is not what the captured words say"), message))
        }
        Said::OtherNumber | Said::Nothing if holds(&captured.text, reported) => None,
        Said::OtherNumber | Said::Nothing => {
            let message = format!("“{reported}” does not stand in the words captured from {}.", source.title);
            let mut finding = warning(figure, format!("“{reported}” is not in the captured words"), message);
            finding.severity = Severity::Note;
            finding.help = Some("Capture the words that carry the figure, if they may be quoted.".to_owned());
            Some(finding)
        }
    }
}

fn warning(figure: &Figure, title: String, message: String) -> Finding {
    let identity = [figure.id.as_str(), figure.reported.as_str()];
    let quoted = figure.wording().quoted.as_deref();
    let mut finding =
        Finding::new(&DOC, Severity::Warning, Nature::Input, identity.into_iter().chain(quoted));
    finding.title = title;
    finding.message = message;
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, [figure]);
    at(&mut finding, figure.quoted_place());
    finding
}

/// The first words of a long quotation.
fn short(words: &str) -> String {
    const MOST: usize = 15;
    let all: Vec<&str> = words.split_whitespace().collect();
    match all.get(..MOST) {
        Some(first) if all.len() > MOST => format!("{} …", first.join(" ")),
        _ => all.join(" "),
    }
}
