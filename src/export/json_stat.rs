//! A measure as JSON-stat 2.0: its figures in the cells of a cube.
//!
//! One figure a row does not fit a cube by itself: several sources give a figure for the same day, and one source may
//! give it twice. So the source is a dimension, and so is which of its figures it is. A figure has five cells, its
//! number and its four ends. The cell of the number is null where the words hedge it, since readers of JSON-stat show
//! that cell alone: a hedged figure must not become a bare number there. Its `status` says how it is hedged, or why
//! there is no value; the ends are numbers in any case; and `extension` has the words of every figure.

use super::decimal::Decimal;
use super::figure_row::FigureRow;
use super::json_file::json_file;
use super::terms::Terms;
use crate::model::{Figure, Flag, Measure};
use crate::period::Timing;
use crate::quantity::{Form, Hedge, Rational};
use crate::reconcile::Record;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// A cube of more cells than this is laid out by figure alone, which makes it no larger than the figures are.
const MOST_CELLS: u64 = 10_000_000;
/// The category of what the source does not say.
const NOT_STATED: &str = "not-stated";

/// A dimension of the cube.
struct Axis {
    id: String,
    label: String,
    /// Each with its words.
    categories: Vec<(String, String)>,
    /// The category of each figure.
    of_figures: Vec<usize>,
}

/// The numbers of a figure, in the order of their cells.
const READINGS: [(&str, &str); 5] = [
    ("value", "The number as reported, where no word hedges it"),
    ("lower", "Lower end of what the words usually mean"),
    ("upper", "Upper end of what the words usually mean"),
    ("lower_loosest", "Lower end of the loosest reading"),
    ("upper_loosest", "Upper end of the loosest reading"),
];

#[derive(Serialize)]
struct Cube<'a> {
    version: &'static str,
    class: &'static str,
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    source: &'a str,
    note: Vec<String>,
    id: Vec<&'a str>,
    size: Vec<usize>,
    role: Roles,
    dimension: BTreeMap<&'a str, Dimension<'a>>,
    /// Null for the number of a figure that has none, so that even a cube of hedges alone has values.
    value: BTreeMap<u64, Option<Number>>,
    status: BTreeMap<u64, String>,
    extension: Extension<'a>,
}

#[derive(Serialize)]
struct Roles {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    time: Vec<&'static str>,
    metric: Vec<&'static str>,
}

#[derive(Serialize)]
struct Dimension<'a> {
    label: &'a str,
    category: Category<'a>,
}

#[derive(Serialize)]
struct Category<'a> {
    index: Vec<&'a str>,
    label: BTreeMap<&'a str, &'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    unit: BTreeMap<&'a str, Unit<'a>>,
}

#[derive(Serialize)]
struct Unit<'a> {
    label: &'a str,
}

#[derive(Serialize)]
struct Extension<'a> {
    /// By the cell of the figure's number.
    figures: BTreeMap<u64, Words<'a>>,
    terms: &'a Terms,
}

#[derive(Serialize)]
struct Words<'a> {
    figure: &'a str,
    reported: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hedge: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    excluded_ends: Vec<&'static str>,
    basis: &'static str,
    standing: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    repeats: Option<&'a str>,
}

/// A number with all its digits.
struct Number(Rational);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let digits = Decimal(self.0.clone()).to_string();
        RawValue::from_string(digits).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

/// A measure as a cube.
#[must_use]
pub fn json_stat(record: &Record, measure: &Measure, terms: &Terms) -> Vec<u8> {
    let figures = record.dataset().figures_of(&measure.id);
    let axes = axes(record, measure, figures);
    let notes = terms.notes.iter().map(|note| format!("{}: {}", note.on, note.text));
    let (mut value, mut status, mut words) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (at, figure) in figures.iter().enumerate() {
        let row = FigureRow::new(record, figure);
        let cell = cell(&axes, at);
        let numbers = numbers(&row, figure).into_iter().zip(cell..);
        let said = numbers.filter(|(number, at)| number.is_some() || *at == cell);
        value.extend(said.map(|(number, cell)| (cell, number.map(Number))));
        status.extend(status_of(figure).map(|status| (cell, status)));
        words.insert(cell, Words::of(record, figure, &row));
    }
    let mut dimension: BTreeMap<&str, Dimension<'_>> =
        axes.iter().map(|axis| (axis.id.as_str(), axis.dimension(measure))).collect();
    dimension.insert("reading", readings());
    json_file(&Cube {
        version: "2.0",
        class: "dataset",
        label: &measure.title,
        updated: terms.edition.map(|(_, date)| date.to_string()),
        source: &terms.citation,
        note: std::iter::once(HOW_TO_READ.to_owned()).chain(notes).collect(),
        id: axes.iter().map(|axis| axis.id.as_str()).chain(["reading"]).collect(),
        size: axes.iter().map(|axis| axis.categories.len()).chain([READINGS.len()]).collect(),
        role: Roles {
            time: axes.iter().filter(|axis| axis.id == "when").map(|_| "when").collect(),
            metric: vec!["reading"],
        },
        dimension,
        value,
        status,
        extension: Extension { figures: words, terms },
    })
}

const HOW_TO_READ: &str = "Reading: the cell “value” is null where the words hedge the number or give none; its status \
     then says how or why, and the extension has the words. The ends are in “lower” and “upper”.";

/// The dimensions but for the readings.
fn axes(record: &Record, measure: &Measure, figures: &[Figure]) -> Vec<Axis> {
    let mut axes: Vec<Axis> = measure
        .dimensions
        .iter()
        .map(|(id, dimension)| {
            let code = |figure: &Figure| figure.key.dimensions.get(id).map(|code| code.to_string());
            let known = dimension.codes.iter().map(|(code, words)| (code.to_string(), words.clone()));
            let name = if OWN.contains(&id.as_str()) { format!("by_{id}") } else { id.to_string() };
            Axis::new(name, &dimension.title, figures.iter().map(code), known.collect())
        })
        .collect();
    axes.push(times(figures));
    axes.push(sources(record, figures));
    axes.push(forms(measure, figures));
    axes.push(tellings(&axes, figures));
    let readings = READINGS.len() as u64;
    let cells = axes.iter().try_fold(readings, |cells, axis| cells.checked_mul(axis.categories.len() as u64));
    if cells.is_some_and(|cells| cells <= MOST_CELLS) {
        return axes;
    }
    let each = |figure: &Figure| Some(figure.id.to_string());
    let named = |figure: &Figure| (figure.id.to_string(), figure.reported.clone());
    let by_figure = Axis::new(
        "figure".to_owned(),
        "Figure",
        figures.iter().map(each),
        figures.iter().map(named).collect(),
    );
    vec![by_figure, forms(measure, figures)]
}

/// Names that a dimension of the measure cannot have in the cube.
const OWN: [&str; 5] = ["when", "source", "form", "telling", "reading"];

fn times(figures: &[Figure]) -> Axis {
    let id = |timing: &Timing| match timing {
        Timing::AsOf(date) => Some(date.to_string()),
        // A year can be a day's year or a period: the two are kept apart.
        Timing::During(period) => Some(format!("{}/{}", period.start(), period.end())),
        Timing::NotStated => None,
    };
    let mut timings: Vec<&Timing> = figures.iter().map(|figure| &figure.key.timing).collect();
    timings.sort_unstable();
    timings.dedup();
    let mut known: Vec<(String, String)> = Vec::new();
    for timing in timings {
        if let Some(id) = id(timing).filter(|id| known.iter().all(|(known, _)| known != id)) {
            known.push((id, timing.words()));
        }
    }
    Axis::new("when".to_owned(), "Date or period", figures.iter().map(|f| id(&f.key.timing)), known)
}

fn sources(record: &Record, figures: &[Figure]) -> Axis {
    let known: BTreeMap<String, String> = figures
        .iter()
        .map(|figure| {
            let title = record.dataset().source(&figure.source).map(|source| source.title.clone());
            (figure.source.to_string(), title.unwrap_or_default())
        })
        .collect();
    let of = figures.iter().map(|figure| Some(figure.source.to_string()));
    Axis::new("source".to_owned(), "Source", of, known.into_iter().collect())
}

/// What kind of number it is, which is what its unit depends on.
fn forms(measure: &Measure, figures: &[Figure]) -> Axis {
    let form = |figure: &Figure| {
        figure.reading().amount().map(|amount| match amount.form() {
            Form::Money(currency) => format!("money-{currency}"),
            form => form.name().to_owned(),
        })
    };
    let words = |form: &str| match form {
        "number" => measure.unit.clone(),
        "percent" => "per cent".to_owned(),
        "percentage_points" => "percentage points".to_owned(),
        "proportion" => "of one".to_owned(),
        "change" => "the later figure over the earlier".to_owned(),
        "difference" => format!("{}, the later less the earlier", measure.unit),
        money => money.trim_start_matches("money-").to_owned(),
    };
    let known: BTreeMap<String, String> =
        figures.iter().filter_map(form).map(|form| (form.clone(), words(&form))).collect();
    Axis::new("form".to_owned(), "Kind of number", figures.iter().map(form), known.into_iter().collect())
}

/// Which figure it is of those that share a cell in all other dimensions.
fn tellings(axes: &[Axis], figures: &[Figure]) -> Axis {
    let mut told: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    let counted: Vec<usize> = (0..figures.len())
        .map(|at| {
            let place = axes.iter().filter_map(|axis| axis.of_figures.get(at).copied()).collect();
            let times = told.entry(place).or_default();
            *times += 1;
            *times
        })
        .collect();
    let most = counted.iter().copied().max().unwrap_or(1);
    let known =
        (1..=most).map(|number| (number.to_string(), format!("Figure {number} of the source"))).collect();
    let of = counted.iter().map(|number| Some(number.to_string()));
    Axis::new("telling".to_owned(), "Which of its figures", of, known)
}

impl Axis {
    /// A dimension of these categories, with one for what is not stated where a figure has none.
    fn new(
        id: String,
        label: &str,
        of_figures: impl Iterator<Item = Option<String>>,
        mut categories: Vec<(String, String)>,
    ) -> Self {
        let known: BTreeMap<String, usize> =
            categories.iter().enumerate().map(|(at, (id, _))| (id.clone(), at)).collect();
        let open = categories.len();
        let of: Vec<usize> =
            of_figures.map(|id| id.and_then(|id| known.get(&id).copied()).unwrap_or(open)).collect();
        if of.contains(&open) || categories.is_empty() {
            let id = if known.contains_key(NOT_STATED) { "_not-stated" } else { NOT_STATED };
            categories.push((id.to_owned(), "not stated".to_owned()));
        }
        Self { id, label: label.to_owned(), categories, of_figures: of }
    }

    fn dimension<'a>(&'a self, measure: &'a Measure) -> Dimension<'a> {
        let label = |(id, label): &'a (String, String)| (id.as_str(), label.as_str());
        let unit = |(id, label): &'a (String, String)| {
            let label = if id == NOT_STATED { &measure.unit } else { label };
            (id.as_str(), Unit { label })
        };
        let units = self.categories.iter().filter(|_| self.id == "form");
        Dimension {
            label: &self.label,
            category: Category {
                index: self.categories.iter().map(|(id, _)| id.as_str()).collect(),
                label: self.categories.iter().map(label).collect(),
                unit: units.map(unit).collect(),
            },
        }
    }
}

fn readings() -> Dimension<'static> {
    Dimension {
        label: "Reading",
        category: Category {
            index: READINGS.iter().map(|(id, _)| *id).collect(),
            label: READINGS.into_iter().collect(),
            unit: BTreeMap::new(),
        },
    }
}

/// The first cell of a figure: that of its number. The readings change fastest.
fn cell(axes: &[Axis], figure: usize) -> u64 {
    let place = axes.iter().fold(0, |place, axis| {
        let at = axis.of_figures.get(figure).copied().unwrap_or_default();
        place * axis.categories.len() as u64 + at as u64
    });
    place * READINGS.len() as u64
}

/// The number, where no word hedges it, and the four ends.
fn numbers(row: &FigureRow<'_>, figure: &Figure) -> [Option<Rational>; READINGS.len()] {
    let amount = figure.reading().amount();
    let plain = amount.filter(|amount| matches!(amount.hedge(), Hedge::Exact | Hedge::Bare));
    let [lower, upper, lower_loosest, upper_loosest] = row.ends();
    [plain.and_then(super::reading_json::value), lower, upper, lower_loosest, upper_loosest]
}

/// How the number is hedged, or why there is none, with the shorthand of its flags.
fn status_of(figure: &Figure) -> Option<String> {
    let hedge = figure.reading().amount().map(|amount| amount.hedge());
    let hedge = hedge.filter(|hedge| !matches!(hedge, Hedge::Exact | Hedge::Bare)).map(|hedge| hedge.name());
    let reason = figure.reading().no_value().map(|reason| reason.name());
    let flags = figure.flags.iter().copied().map(Flag::name);
    let words: Vec<&str> = hedge.into_iter().chain(reason).chain(flags).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

impl<'a> Words<'a> {
    fn of(record: &'a Record, figure: &'a Figure, row: &FigureRow<'_>) -> Self {
        Self {
            excluded_ends: row.excluded_ends().collect(),
            figure: figure.id.as_str(),
            reported: &figure.reported,
            hedge: figure.reading().amount().map(|amount| amount.hedge().name()),
            status: figure.reading().no_value().map(|reason| reason.name()),
            basis: figure.basis.name(),
            standing: record.standings().standing(figure).name(),
            repeats: record.origin(figure).map(|origin| origin.id.as_str()),
        }
    }
}
