//! A figure in a table: its words, how they are read, how it stands, and who said it.

use super::standings::status;
use super::{Scene, when};
use crate::disclose::threshold;
use crate::finding::Finding;
use crate::model::{Code, DimensionId, Figure, MeasureId, QuantityKind, SourceId};
use crate::page::{self, CellKind, FigureRow, FigureTable, Link, Shorthand};
use crate::quantity::{Alpha, NoValue, print};
use crate::reconcile::Record;
use crate::site::routes;
use std::collections::{BTreeMap, BTreeSet};

/// The measures whose figures a finding is about.
pub(super) fn measures_of<'a>(record: &'a Record, finding: &'a Finding) -> BTreeSet<&'a MeasureId> {
    let figures = finding.figures.iter().filter_map(|id| record.figure(id)).map(|figure| &figure.key.measure);
    finding.measure.iter().chain(figures).collect()
}

/// What the words are read as; empty where there is no value or nothing to add to the words.
pub(super) fn read_as(record: &Record, figure: &Figure) -> String {
    let Some(amount) = figure.reading().amount() else { return String::new() };
    let typical = amount.cuts().at(Alpha::Typical);
    let whole = match record.kind(figure) {
        QuantityKind::Count => typical.to_integers(),
        QuantityKind::Amount
        | QuantityKind::Ratio
        | QuantityKind::Share
        | QuantityKind::Rate
        | QuantityKind::Change => None,
    };
    print::interval_words(whole.as_ref().unwrap_or(typical))
}

/// Words in place of a figure, or a figure.
pub(super) fn cell(figure: &Figure) -> CellKind {
    let is_symbol = figure.reported.chars().count() <= LONGEST_SYMBOL;
    if figure.reading().amount().is_some() || is_symbol { CellKind::Number } else { CellKind::Words }
}

/// `[p][r]`.
pub(super) fn flags(figure: &Figure) -> String {
    figure.flags.iter().map(|flag| format!("[{}]", flag.letter())).collect()
}

/// The words with the shorthand that goes with the figure: "61 `[p]`".
pub(super) fn flagged(words: &str, figure: &Figure) -> String {
    if figure.flags.is_empty() { words.to_owned() } else { format!("{words} {}", flags(figure)) }
}

/// The shorthand that goes with some figures or stands in their place, each symbol once, explained.
pub(super) fn shorthand<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Shorthand> {
    let mut symbols: BTreeMap<String, String> = BTreeMap::new();
    for figure in figures {
        let flags = figure.flags.iter().map(|flag| (format!("[{}]", flag.letter()), flag.words().to_owned()));
        symbols.extend(flags);
        let is_symbol = figure.reported.len() <= LONGEST_SYMBOL;
        if let Some(reason) = figure.reading().no_value().filter(|_| is_symbol) {
            symbols.insert(figure.reported.clone(), reason.words());
        }
    }
    symbols.into_iter().map(|(symbol, words)| Shorthand { symbol, words }).collect()
}

/// A symbol such as `[low]`; longer words speak for themselves.
const LONGEST_SYMBOL: usize = 5;

/// What is withheld in a table, why, and what is still known.
fn withheld(scene: &Scene<'_>, measure: &crate::model::Measure) -> Option<String> {
    let figures = scene.record().dataset().figures_of(&measure.id);
    let is_withheld = |figure: &&Figure| figure.reading().no_value() == Some(&NoValue::Suppressed);
    let withheld: Vec<&Figure> = figures.iter().filter(is_withheld).collect();
    let sources: BTreeSet<&SourceId> = withheld.iter().map(|figure| &figure.source).collect();
    let titles: Vec<String> = sources.iter().map(|id| scene.source_link(id).text).collect();
    let (last, rest) = titles.split_last()?;
    let by = if rest.is_empty() { last.clone() } else { format!("{} and {last}", rest.join(", ")) };
    let figures_are = match withheld.len() {
        1 => "1 figure is".to_owned(),
        many => format!("{many} figures are"),
    };
    let small = match threshold(measure, scene.publication.policy()) {
        Some(least) => format!(", because it is below {least} or would give such a one away"),
        None => String::new(),
    };
    let is_both = withheld.iter().any(|figure| scene.publication.shielded.contains(&figure.id));
    let beside = if is_both {
        " Where an edition or another source prints such a count, what it was is not set beside what it is."
    } else {
        ""
    };
    let known = if withheld.iter().any(|figure| has_total(figure, figures, measure)) {
        " The totals that are printed, and the parts of them that are, still stand."
    } else {
        ""
    };
    Some(format!(
        "{figures_are} withheld in what {by} gives here, so that nobody can be identified: a count can be withheld{small}. \
         None is worked out here from other figures.{beside}{known}"
    ))
}

/// Whether a figure for the same time gives the total over one of the dimensions of another.
fn has_total(part: &Figure, figures: &[Figure], measure: &crate::model::Measure) -> bool {
    let is_total = |dimension: &DimensionId, code: &Code| {
        measure.dimensions.get(dimension).and_then(|d| d.total.as_ref()) == Some(code)
    };
    let codes = |figure: &Figure| {
        let codes = figure.key.dimensions.iter().filter(|(dimension, code)| !is_total(dimension, code));
        codes.map(|(dimension, code)| (dimension.clone(), code.clone())).collect::<BTreeSet<_>>()
    };
    let own = codes(part);
    figures.iter().filter(|figure| figure.key.timing == part.key.timing).any(|figure| {
        let whole = codes(figure);
        figure.reading().amount().is_some() && whole.is_subset(&own) && whole.len() < own.len()
    })
}

/// The table of every figure of a measure.
pub(super) fn table(scene: &Scene<'_>, measure: &crate::model::Measure) -> FigureTable {
    let figures = scene.record().dataset().figures_of(&measure.id);
    FigureTable {
        caption: format!("{}, every figure on record, in {}", measure.title, measure.unit),
        shorthand: shorthand(figures),
        withheld: withheld(scene, measure),
        dimensions: measure.dimensions.values().map(|dimension| dimension.title.clone()).collect(),
        rows: figures.iter().map(|figure| row(scene, measure, figure)).collect(),
    }
}

fn row(scene: &Scene<'_>, measure: &crate::model::Measure, figure: &Figure) -> FigureRow {
    let dataset = scene.record().dataset();
    let dimensions = measure.dimensions.iter().map(|(id, dimension)| match figure.key.dimensions.get(id) {
        Some(code) => dimension.codes.get(code).cloned().unwrap_or_else(|| code.to_string()),
        None => "not broken down".to_owned(),
    });
    FigureRow {
        anchor: page::figure_anchor(figure.id.as_str()),
        when: when::timing(&figure.key.timing),
        dimensions: dimensions.collect(),
        reported: figure.reported.clone(),
        kind: cell(figure),
        flags: flags(figure),
        read_as: read_as(scene.record(), figure),
        source: scene.source_link(&figure.source),
        said: dataset.source(&figure.source).and_then(when::dated),
        status: status(scene, figure),
        wording: wording(figure),
        note: figure.note.as_ref().map(|note| format!("Note by {}: {note}", scene.site.publisher)),
    }
}

/// The words that the source used for what is counted and the limits it gave, in a line.
fn wording(figure: &Figure) -> Option<String> {
    let wording = figure.wording();
    let described = wording.described_as.as_ref().map(|words| format!("said of “{words}”"));
    let qualifiers = (!wording.qualifiers.is_empty()).then(|| {
        let quoted: Vec<String> = wording.qualifiers.iter().map(|word| format!("“{word}”")).collect();
        format!("with {}", quoted.join(", "))
    });
    let parts: Vec<String> = [described, qualifiers].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// What part of its measure a figure is for, in the words of the codes: "North, Men"; "the whole" where each of its
/// codes stands for a total. None where it is not broken down.
pub(super) fn part(record: &Record, figure: &Figure) -> Option<String> {
    let measure = record.dataset().measure(&figure.key.measure)?;
    let words = measure.dimensions.iter().filter_map(|(id, dimension)| {
        let code = figure.key.dimensions.get(id)?;
        let is_total = dimension.total.as_ref() == Some(code);
        (!is_total).then(|| dimension.codes.get(code).map_or_else(|| code.to_string(), Clone::clone))
    });
    let words: Vec<String> = words.collect();
    match (figure.key.dimensions.is_empty(), words.is_empty()) {
        (true, _) => None,
        (false, true) => Some("the whole".to_owned()),
        (false, false) => Some(words.join(", ")),
    }
}

/// The same with the titles of the breakdowns: "Region: North; Sex: All".
pub(super) fn breakdown(record: &Record, figure: &Figure) -> Option<String> {
    let measure = record.dataset().measure(&figure.key.measure)?;
    let words = measure.dimensions.iter().filter_map(|(id, dimension)| {
        let code = figure.key.dimensions.get(id)?;
        let words = dimension.codes.get(code).map_or_else(|| code.as_str(), String::as_str);
        Some(format!("{}: {words}", dimension.title))
    });
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| words.join("; "))
}

/// The part and the time that a figure is for: "North, financial year ending March 2025".
pub(super) fn about(record: &Record, figure: &Figure) -> String {
    let time = figure.key.timing.words();
    part(record, figure).map_or_else(|| time.clone(), |part| format!("{part}, {time}"))
}

/// A figure in a sentence: "“91” `[p]` (Released in error, North, financial year ending March 2025)".
pub(super) fn named(scene: &Scene<'_>, figure: &Figure) -> String {
    let quoted = flagged(&format!("“{}”", figure.reported), figure);
    let measure = scene.measure_link(&figure.key.measure).text;
    format!("{quoted} ({measure}, {})", about(scene.record(), figure))
}

/// The row of a figure on its measure's page.
pub(super) fn link(figure: &Figure, text: impl Into<String>) -> Link {
    Link::new(text, routes::figure(&figure.key.measure, &figure.id))
}
