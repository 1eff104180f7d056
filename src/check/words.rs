//! Sentences about figures: who said what, in neutral words.

use crate::model::{Dataset, Figure, FigureId, QuantityKind, SourceId};
use crate::period::Timing;
use crate::quantity::{Alpha, Cuts, Interval, Rational, print};
use crate::reconcile::Record;

/// `“c.65 staff” (Written answer on tracing staff)`.
pub(super) fn account(dataset: &Dataset, figure: &Figure) -> String {
    format!("“{}” ({})", figure.reported, title(dataset, &figure.source))
}

/// The accounts of several figures, each source named once for those of its figures that stand together.
pub(super) fn accounts<'a>(dataset: &Dataset, figures: impl IntoIterator<Item = &'a Figure>) -> String {
    accounts_besides(dataset, figures, None)
}

/// The same, where one source has been named already.
pub(super) fn accounts_besides<'a>(
    dataset: &Dataset,
    figures: impl IntoIterator<Item = &'a Figure>,
    named: Option<&SourceId>,
) -> String {
    let figures: Vec<&Figure> = figures.into_iter().collect();
    and(figures.chunk_by(|a, b| a.source == b.source).map(|group| {
        let quoted = and(group.iter().map(|figure| format!("“{}”", figure.reported)));
        match group.first().filter(|figure| named != Some(&figure.source)) {
            Some(figure) => format!("{quoted} ({})", title(dataset, &figure.source)),
            None => quoted,
        }
    }))
}

/// How many different words are named before the rest is left out.
const MOST_NAMED: usize = 5;

/// The words of several figures, each once, and the first few only: `“12”, “15” and others`.
pub(super) fn some_reported(figures: &[&Figure]) -> String {
    let mut words: Vec<String> = Vec::new();
    for figure in figures {
        let quoted = format!("“{}”", figure.reported);
        if words.contains(&quoted) {
            continue;
        }
        if words.len() == MOST_NAMED {
            words.push("others".to_owned());
            break;
        }
        words.push(quoted);
    }
    and(words)
}

/// The title of a source, or its id where it is not declared.
pub(super) fn title<'a>(dataset: &'a Dataset, id: &'a SourceId) -> &'a str {
    dataset.source(id).map_or(id.as_str(), |source| &source.title)
}

/// Several sources by their titles, each named once.
pub(super) fn titles<'a>(dataset: &Dataset, ids: impl IntoIterator<Item = &'a SourceId>) -> String {
    let mut seen = Vec::new();
    for id in ids {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    and(seen.into_iter().map(|id| title(dataset, id).to_owned()))
}

/// ` for October 2025`; empty where no time is stated.
pub(super) fn for_time(timing: &Timing) -> String {
    match timing {
        Timing::NotStated => String::new(),
        Timing::AsOf(_) | Timing::During(_) => format!(" for {}", timing.words()),
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn and(items: impl IntoIterator<Item = String>) -> String {
    let mut items: Vec<String> = items.into_iter().collect();
    match items.pop() {
        None => String::new(),
        Some(last) if items.is_empty() => last,
        Some(last) => format!("{} and {last}", items.join(", ")),
    }
}

/// The first letter in upper case, so that a list can open a sentence.
pub(super) fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A figure in a calculation: its number where it is exact, else its words.
pub(super) fn operand(record: &Record, id: &FigureId, number: Option<&Rational>) -> String {
    let Some(figure) = record.figure(id) else { return id.to_string() };
    match number {
        Some(_) if figure.reading().amount().is_some_and(|a| a.hedge().is_hedged()) => {
            format!("“{}”", figure.reported)
        }
        Some(nominal) => print::number(nominal),
        None => format!("“{}”", figure.reported),
    }
}

/// An interval in words: whole units for counts, otherwise as many decimals as its size calls for.
pub(super) fn range(interval: &Interval, kind: QuantityKind) -> String {
    let rounded = match kind {
        QuantityKind::Count => interval.to_integers(),
        QuantityKind::Amount
        | QuantityKind::Ratio
        | QuantityKind::Share
        | QuantityKind::Rate
        | QuantityKind::Change => Some(print::to_three_digits(interval)),
    };
    print::interval_words(rounded.as_ref().unwrap_or(interval))
}

/// `49,000 to 50,000, on the loosest reading 47,500 to 50,000`; the second half only where it differs.
pub(super) fn typical_and_loosest(cuts: &Cuts, kind: QuantityKind) -> String {
    let (typical, loosest) = (range(cuts.at(Alpha::Typical), kind), range(cuts.at(Alpha::Support), kind));
    if typical == loosest { typical } else { format!("{typical}, on the loosest reading {loosest}") }
}

/// " The difference is 32, 12.2% of 262, the larger number."
pub(super) fn difference(x: &Rational, y: &Rational) -> String {
    let off = (x - y).abs();
    let larger = if x.abs() < y.abs() { y } else { x };
    let share = (&off * &Rational::from(100)).checked_div(&larger.abs());
    match share {
        Some(share) => format!(
            " The difference is {}, {}% of {}, the larger number.",
            print::number(&off),
            share.to_decimal(1),
            print::number(larger)
        ),
        None => format!(" The difference is {}.", print::number(&off)),
    }
}
