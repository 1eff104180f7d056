//! A tie in words: what adds up to what, and what lies within what.

use super::super::words::{and, for_time, title};
use crate::constraint::{StatementId, Variable};
use crate::model::{Asserted, Code, DimensionId, Figure, FigureId, RelationId};
use crate::reconcile::{Record, Stated, Tie, expression, result_of};

/// A tie, with the figures of a conflict put in.
pub(super) fn words(record: &Record, figures: &[&Figure], id: StatementId, stated: &Stated) -> String {
    match stated {
        Stated::Inferred(tie, variables) => inferred(record, figures, *tie, variables),
        Stated::Relations(ids) => and(ids.iter().map(|id| asserted(record, id))),
        Stated::Figure(_) | Stated::Rounding => id.index().to_string(),
    }
}

fn inferred(record: &Record, figures: &[&Figure], tie: Tie, variables: &[Variable]) -> String {
    let Some((whole, parts)) = variables.split_first() else { return tie.words().to_owned() };
    let parts: Vec<String> = parts.iter().map(|part| quantity(record, figures, *part, tie)).collect();
    let whole = quantity(record, figures, *whole, tie);
    match (tie.adds_up(), parts.len()) {
        (true, _) => format!("{whole} is the sum of {}", and(parts)),
        (false, 1) => format!("{} is no more than {whole}", and(parts)),
        (false, _) => format!("{} together are no more than {whole}", and(parts)),
    }
}

/// `“22” (Pont Wen)`, or `a figure not given (Pont Wen)`.
fn quantity(record: &Record, figures: &[&Figure], variable: Variable, tie: Tie) -> String {
    let is = |figure: &&&Figure| record.network().variable(record.dataset(), figure) == Some(variable);
    let Some(figure) =
        figures.iter().find(is).copied().or_else(|| record.network().example(record.dataset(), variable))
    else {
        return "a figure".to_owned();
    };
    let of = match tie {
        Tie::Periods | Tie::WithinPeriod => for_time(record.lineage().timing(figure)),
        Tie::Codes | Tie::WithinTotal | Tie::WithinScope => codes(record, figure),
    };
    if figures.iter().any(|known| known.id == figure.id) {
        format!("“{}”{of}", figure.reported)
    } else {
        format!("a figure not given{of}")
    }
}

/// ` (Pont Wen)`: the codes of a figure in words, totals left out.
fn codes(record: &Record, figure: &Figure) -> String {
    let total =
        |id: &DimensionId| record.dataset().measure(&figure.key.measure)?.dimensions.get(id)?.total.as_ref();
    let words = in_words(record, figure, |id, code| total(id) != Some(code));
    if words.is_empty() { " (the total)".to_owned() } else { format!(" ({})", words.join(", ")) }
}

/// ` for Pont Wen`: the codes that the whole does not have, in words.
pub(super) fn in_codes(record: &Record, whole: &Figure, part: &Figure) -> String {
    let words = in_words(record, part, |id, code| whole.key.dimensions.get(id) != Some(code));
    if words.is_empty() { String::new() } else { format!(" for {}", words.join(", ")) }
}

fn in_words(record: &Record, figure: &Figure, which: impl Fn(&DimensionId, &Code) -> bool) -> Vec<String> {
    let Some(measure) = record.dataset().measure(&figure.key.measure) else { return Vec::new() };
    let own = figure.key.dimensions.iter().filter(|(id, code)| which(id, code));
    own.filter_map(|(id, code)| measure.dimensions.get(id)?.codes.get(code).cloned()).collect()
}

/// A relation as its source puts it.
fn asserted(record: &Record, id: &RelationId) -> String {
    let Some(relation) = record.dataset().relation(id) else { return id.to_string() };
    let source = title(record.dataset(), &relation.source);
    let words = |id: &FigureId| record.figure(id).map_or(id.to_string(), |f| format!("“{}”", f.reported));
    let equation = expression(&relation.asserted, words).zip(result_of(&relation.asserted));
    let says = match (equation, &relation.asserted) {
        (Some((expression, result)), _) => format!("{} is {expression}", words(result)),
        (None, Asserted::PartOf { part, whole }) => format!("{} is part of {}", words(part), words(whole)),
        (None, Asserted::Cumulative { earlier, later }) => {
            format!("{} and {} count from one start", words(earlier), words(later))
        }
        (None, Asserted::Complement { members, .. }) => {
            format!("{} come to 100%", and(members.iter().map(words)))
        }
        (None, Asserted::Separate { members }) => {
            format!("{} are separate", and(members.iter().map(words)))
        }
        (None, other) => format!("{}: {}", other.name(), and(other.figures().into_iter().map(words))),
    };
    format!("{source} says that {says}")
}
