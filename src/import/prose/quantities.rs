//! The quantities in a text: for a measure where they fit it, and otherwise proposed to a person.

use super::fit::{fits, is_headed, named_time};
use super::grid::spans_all;
use super::sentences::{clauses, sentences};
use super::{Block, Grid, Prose};
use crate::import::clean;
use crate::import::{DraftFigure, Reads};
use crate::model::{Measure, SourceId};
use crate::period::{PartialDate, ReferencePeriod, Timing};
use crate::quantity::{Alpha, Context, NoValue, Reader, Reading, Register, print};
use std::ops::Range;

/// The most figures that are proposed of one text.
const MOST: usize = 2_000;
/// The longest words that a figure is quoted with, in bytes.
const LONGEST_WORDS: usize = 2_000;

/// What was asked of an import.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Asked<'a> {
    pub(in crate::import) reader: &'a Reader,
    pub(in crate::import) measures: &'a [Measure],
}

impl<'a> Asked<'a> {
    /// The measure that something fits. Where it fits several, a person has to say which is meant.
    fn only(self, fits: impl Fn(&Measure) -> bool) -> Option<&'a Measure> {
        let mut fitting = self.measures.iter().filter(|measure| fits(measure));
        fitting.next().filter(|_| fitting.next().is_none())
    }
}

/// The quantities of a text.
pub(in crate::import) fn figures(
    asked: Asked<'_>,
    source: &SourceId,
    said: Option<PartialDate>,
    prose: &Prose,
) -> Vec<DraftFigure> {
    let mut finder = Finder { asked, source, said, found: Vec::new() };
    let (mut paragraphs, mut tables) = (0, 0);
    for block in &prose.blocks {
        match block {
            Block::Paragraph(text) => {
                paragraphs += 1;
                finder.paragraph(text, paragraphs);
            }
            Block::Table(grid) => {
                tables += 1;
                finder.table(grid, tables);
            }
        }
    }
    finder.found
}

struct Finder<'a> {
    asked: Asked<'a>,
    source: &'a SourceId,
    said: Option<PartialDate>,
    found: Vec<DraftFigure>,
}

impl Finder<'_> {
    fn context(&self, register: Register) -> Context {
        Context { register, said: self.said.map(PartialDate::latest), ..Context::default() }
    }

    fn paragraph(&mut self, text: &str, number: usize) {
        for sentence in sentences(text) {
            if self.found.len() >= MOST {
                return;
            }
            let words = text.get(sentence.clone()).unwrap_or_default();
            if is_list_number(words) || self.refusal(words, number) {
                continue;
            }
            let parts =
                if self.reads_whole(words) { vec![sentence.clone()] } else { clauses(text, &sentence) };
            for part in parts {
                self.part(text, &sentence, part, number);
            }
        }
    }

    /// A sentence that says why there is no figure.
    fn refusal(&mut self, words: &str, number: usize) -> bool {
        let refuses = ["cost", "exempt", "withh", "refus", "disclos"].iter().any(|word| words.contains(word));
        let digits = words.chars().any(|c| c.is_ascii_digit()) && !refuses;
        let Ok(reading) = self.asked.reader.read(words, &self.context(Register::Prose)) else { return false };
        let Some(reason) = reading.no_value().filter(|reason| !digits && is_refusal(reason)) else {
            return false;
        };
        if words.len() <= 500 {
            let mut figure = DraftFigure::new(self.source.clone(), words.to_owned());
            figure.measure = self.asked.only(|_| true).map(|measure| measure.id.clone());
            figure.locator = Some(format!("paragraph {number}"));
            figure.words = Some(words.to_owned());
            figure.reads = Some(Reads { hedge: reason.words(), ..Reads::default() });
            self.found.push(figure);
        }
        true
    }

    fn reads_whole(&self, words: &str) -> bool {
        let read = self.asked.reader.read(words, &self.context(Register::Prose));
        read.is_ok_and(|reading| reading.amount().is_some())
    }

    /// The quantities of a clause: the first, and then those after it.
    fn part(&mut self, text: &str, sentence: &Range<usize>, part: Range<usize>, number: usize) {
        let mut rest = part;
        while let Some(words) = text.get(rest.clone()).filter(|words| may_hold_one(words)) {
            let Ok(reading) = self.asked.reader.read(words, &self.context(Register::Prose)) else { return };
            let span = reading.span();
            let span = rest.start + span.start..rest.start + span.end;
            if reading.amount().is_none() || span.is_empty() || self.found.len() >= MOST {
                return;
            }
            self.keep(text, sentence, &span, &reading, number);
            rest = span.end..rest.end;
        }
    }

    fn keep(
        &mut self,
        text: &str,
        sentence: &Range<usize>,
        span: &Range<usize>,
        reading: &Reading,
        number: usize,
    ) {
        let reported = text.get(span.clone()).unwrap_or_default().trim();
        let alone = self.asked.reader.read(reported, &self.context(Register::Prose));
        let stands_alone = alone.is_ok_and(|alone| alone.amount() == reading.amount());
        if !stands_alone || names_a_part(text, span.start) || is_year(reported) || reported.len() > 400 {
            return;
        }
        let words =
            text.get(sentence.clone()).filter(|words| words.len() <= LONGEST_WORDS).unwrap_or(reported);
        let mut figure = DraftFigure::new(self.source.clone(), reported.to_owned());
        if let Some(measure) = self.asked.only(|measure| fits(measure, reading)) {
            figure.measure = Some(measure.id.clone());
            figure.timing = named_time(measure, reading);
        }
        figure.words = Some(words.to_owned());
        figure.locator = Some(format!("paragraph {number}"));
        let characters = |to: usize| text.get(..to).unwrap_or_default().chars().count();
        let span = format!("{}–{}", characters(span.start) + 1, characters(span.end));
        figure.reads = Some(Reads { span, ..reads(reading) });
        self.found.push(figure);
    }

    fn table(&mut self, grid: &Grid, number: usize) {
        let headings = grid.headings();
        let first = grid.first_values();
        let periods = grid.row_periods().filter(|_| headings.len() == 2);
        for (at, row) in grid.rows.iter().enumerate().skip(first).filter(|(_, row)| !spans_all(row)) {
            let label = row.first().map(|cell| cell.text.as_str()).unwrap_or_default();
            let period = periods.as_ref().and_then(|periods| periods.get(at - first).copied().flatten());
            for (column, cell) in row.iter().enumerate().skip(1).filter(|(_, cell)| !cell.is_repeated) {
                let Ok(reading) = self.asked.reader.read(&cell.text, &self.context(Register::Table)) else {
                    continue;
                };
                if self.found.len() >= MOST {
                    return;
                }
                let heading = headings.get(column).map(String::as_str).unwrap_or_default();
                let mut figure = DraftFigure::new(self.source.clone(), clean::line(&cell.text, 200));
                figure.locator = Some(format!("table {number}, row {}, column {}", at + 1, column + 1));
                figure.described_as = Some(described(label, heading)).filter(|words| !words.is_empty());
                figure.reads = Some(reads(&reading));
                self.time(&mut figure, period, heading);
                self.found.push(figure);
            }
        }
    }

    /// A table of periods and values under the unit of the measure is a series of it. Of any other table a person must
    /// say what its rows are.
    fn time(&self, figure: &mut DraftFigure, period: Option<ReferencePeriod>, heading: &str) {
        if let Some(period) = period {
            figure.timing = Timing::During(period);
            figure.measure =
                self.asked.only(|measure| is_headed(measure, heading)).map(|measure| measure.id.clone());
        }
    }
}

fn described(label: &str, heading: &str) -> String {
    let parts: Vec<&str> = [label, heading].into_iter().filter(|part| !part.is_empty()).collect();
    clean::line(&parts.join("; "), 300)
}

fn reads(reading: &Reading) -> Reads {
    let (hedge, range) = match (reading.amount(), reading.no_value()) {
        (Some(amount), _) => {
            (amount.hedge().name().to_owned(), print::interval_words(amount.cuts().at(Alpha::Typical)))
        }
        (None, Some(reason)) => (reason.words(), String::new()),
        (None, None) => Default::default(),
    };
    let unit: Vec<&str> = [reading.unit(), reading.period()].into_iter().flatten().collect();
    Reads { hedge, range, unit: unit.join("; "), span: String::new() }
}

/// A clause is read only where it holds a digit or a word that stands for a number.
fn may_hold_one(words: &str) -> bool {
    const SPELLED: [&str; 11] = [
        "hundreds",
        "thousands",
        "dozens",
        "millions",
        "billions",
        "half",
        "doubled",
        "trebled",
        "tripled",
        "halved",
        "quarter",
    ];
    let lower = words.to_lowercase();
    let is_address = lower.contains("http") || lower.contains("www.");
    !is_address
        && (lower.chars().any(|c| c.is_ascii_digit()) || SPELLED.iter().any(|word| lower.contains(word)))
}

/// The number names a part of a law or a document, and counts nothing.
fn names_a_part(text: &str, start: usize) -> bool {
    const NAMES: &[&str] = &[
        "question",
        "questions",
        "section",
        "sections",
        "paragraph",
        "article",
        "part",
        "annex",
        "table",
        "page",
        "chapter",
        "schedule",
        "column",
        "line",
        "uin",
        "answer",
        "figure",
        "note",
        "phase",
        "level",
        "class",
        "classes",
        "levels",
        "tables",
        "grade",
        "type",
        "version",
        "tier",
    ];
    let before = before_a_list(text.get(..start).unwrap_or_default().trim_end());
    let word = before.rsplit([' ', '(', '[']).next().unwrap_or_default().to_lowercase();
    NAMES.contains(&word.as_str()) || word.ends_with("covid-")
}

/// What stands before the numbers of a list: “classes” of “classes 1, 2 and”.
fn before_a_list(mut before: &str) -> &str {
    let joined = |before: &'_ str| {
        let rest = [" and", " or", " to", ","].iter().find_map(|word| before.strip_suffix(word))?;
        let number = rest.rsplit(' ').next().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()))?;
        Some(before.len() - rest.len() + number.len()).filter(|_| !number.is_empty())
    };
    while let Some(length) = joined(before) {
        before = before.get(..before.len() - length).unwrap_or_default().trim_end();
    }
    before
}

/// The number of an item, with nothing after it.
fn is_list_number(sentence: &str) -> bool {
    let number = sentence.trim_end_matches(['.', ')']);
    number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number that is a year, though no word says so.
fn is_year(reported: &str) -> bool {
    let year = reported.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year)) && reported.len() == 4;
    year || reported.to_lowercase().ends_with("financial year")
}

fn is_refusal(reason: &NoValue) -> bool {
    matches!(
        reason,
        NoValue::NotHeld
            | NoValue::NotHeldCentrally
            | NoValue::CostLimit
            | NoValue::DisproportionateCost
            | NoValue::Exempt(_)
            | NoValue::NeitherConfirmNorDeny
            | NoValue::NotYetPublished
    )
}
