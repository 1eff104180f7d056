//! A figure as a row: every column of a file of figures, its meaning and how its cell is filled.

use super::column::Datatype::{Date, Number, PartialDate, Text, Token, Tokens};
use super::column::{Cell, Column, Datatype};
use super::cuts::cuts;
use super::reading_json::{currency, value};
use crate::model::{Figure, Flag, Source};
use crate::period::{ReferencePeriod, Timing};
use crate::quantity::{Amount, Cuts, Interval, NoValue, Rational};
use crate::reconcile::Record;
use std::borrow::Cow;

/// A figure with what surrounds it.
pub(super) struct FigureRow<'a> {
    record: &'a Record,
    figure: &'a Figure,
    source: Option<&'a Source>,
    cuts: Option<Cow<'a, Cuts>>,
}

/// A column together with how its cell is filled.
pub(super) struct FigureColumn {
    pub(super) column: Column,
    pub(super) cell: for<'r> fn(&'r FigureRow<'_>) -> Cell<'r>,
}

const fn column(
    name: &'static str,
    datatype: Datatype,
    meaning: &'static str,
    cell: for<'r> fn(&'r FigureRow<'_>) -> Cell<'r>,
) -> FigureColumn {
    FigureColumn { column: Column { name, datatype, meaning }, cell }
}

/// What a figure is called and what it is of. The columns of the breakdown follow.
pub(super) const KEY: &[FigureColumn] = &[
    column("figure", Token, "The figure's id: its anchor on the page of its measure.", |row| {
        Cell::text(row.figure.id.as_str())
    }),
    column("measure", Token, "The id of the measure.", |row| Cell::text(row.figure.key.measure.as_str())),
];

/// Everything after the breakdown.
pub(super) const REPORTED: &[FigureColumn] = &[
    column(
        "as_of",
        PartialDate,
        "The date at which it was counted, as exact as the source gives it.",
        |row| Cell::shown(row.as_of()),
    ),
    column("period", Token, "The period over which it was counted.", |row| Cell::shown(row.period())),
    column("period_start", Date, "The first day of that period.", |row| {
        Cell::shown(row.period().map(ReferencePeriod::start))
    }),
    column("period_end", Date, "The last day of that period.", |row| {
        Cell::shown(row.period().map(ReferencePeriod::end))
    }),
    column("reported", Text, "The quantity as it was reported, word for word.", |row| {
        Cell::text(&row.figure.reported)
    }),
    column("hedge", Token, "How the words hedge the number.", |row| {
        Cell::optional(row.amount().map(|amount| amount.hedge().name()))
    }),
    column("form", Token, "What kind of number the words give; the value and the ends are in it.", |row| {
        Cell::optional(row.amount().map(|amount| amount.form().name()))
    }),
    column("currency", Token, "The currency, for money.", |row| {
        Cell::optional(row.amount().and_then(|amount| currency(amount.form())))
    }),
    column(
        "value",
        Number,
        "The number in the words, without its hedge. Empty for a range and where none is given.",
        |row| row.amount().and_then(value).map_or(Cell::Blank, Cell::Number),
    ),
    column(
        "lower",
        Number,
        "The lower end of what the words usually mean. Empty where there is none.",
        |row| Cell::number(row.typical().and_then(|cut| cut.lo().value())),
    ),
    column(
        "upper",
        Number,
        "The upper end of what the words usually mean. Empty where there is none.",
        |row| Cell::number(row.typical().and_then(|cut| cut.hi().value())),
    ),
    column(
        "lower_loosest",
        Number,
        "The lower end of the loosest reading. Empty where there is none.",
        |row| Cell::number(row.support().and_then(|cut| cut.lo().value())),
    ),
    column(
        "upper_loosest",
        Number,
        "The upper end of the loosest reading. Empty where there is none.",
        |row| Cell::number(row.support().and_then(|cut| cut.hi().value())),
    ),
    column("excluded_ends", Tokens, "Those of the four ends that the words do not include.", |row| {
        Cell::list(row.excluded_ends())
    }),
    column("status", Token, "Why there is no value.", |row| {
        Cell::optional(row.figure.reading().no_value().map(NoValue::name))
    }),
    column("flags", Tokens, "Marks that the source puts on the value.", |row| {
        Cell::list(row.figure.flags.iter().copied().map(Flag::name))
    }),
    column(
        "note_codes",
        Token,
        "The shorthand of UK statistics for these marks, and for why there is no value: `[p]`, `[c]`.",
        |row| Cell::shown(row.note_codes()),
    ),
    column("standing", Token, "How far the body concerned has confirmed it.", |row| {
        Cell::text(row.record.standings().standing(row.figure).name())
    }),
    column("basis", Token, "What it rests on. Demands, targets and forecasts are not measurements.", |row| {
        Cell::text(row.figure.basis.name())
    }),
    column("repeats", Token, "The figure that it repeats: it adds no evidence to that one.", |row| {
        Cell::optional(row.record.origin(row.figure).map(|origin| origin.id.as_str()))
    }),
    column("source", Token, "The id of the source.", |row| Cell::text(row.figure.source.as_str())),
    column("source_title", Text, "What the source is called.", |row| {
        Cell::optional(row.source.map(|source| source.title.as_str()))
    }),
    column("source_kind", Token, "The kind of source.", |row| {
        Cell::optional(row.source.map(|source| source.kind.name()))
    }),
    column("source_date", PartialDate, "The date from which the source was public.", |row| {
        Cell::shown(row.source.and_then(Source::public_date))
    }),
    column("reference", Text, "The reference of the source.", |row| {
        Cell::optional(row.source.and_then(|source| source.reference.as_deref()))
    }),
    column("described_as", Text, "The words used for what is counted.", |row| {
        Cell::optional(row.figure.wording().described_as.as_deref())
    }),
    column("words", Text, "The few words quoted from the source.", |row| {
        Cell::optional(row.figure.wording().quoted.as_deref())
    }),
    column("locator", Text, "Where in the source it stands.", |row| {
        Cell::optional(row.figure.locator.as_deref())
    }),
    column("note", Text, "The publisher's note.", |row| Cell::optional(row.figure.note.as_deref())),
];

impl<'a> FigureRow<'a> {
    pub(super) fn new(record: &'a Record, figure: &'a Figure) -> Self {
        let amount = figure.reading().amount();
        Self {
            record,
            figure,
            source: record.dataset().source(&figure.source),
            cuts: amount.map(|amount| cuts(amount, record.kind(figure))),
        }
    }

    /// Every cell of its row, with those of the breakdown in their place.
    pub(super) fn cells<'r>(&'r self, breakdown: impl IntoIterator<Item = Cell<'r>>) -> Vec<Cell<'r>> {
        let fixed = |columns: &'static [FigureColumn]| columns.iter().map(|column| (column.cell)(self));
        fixed(KEY).chain(breakdown).chain(fixed(REPORTED)).collect()
    }

    fn amount(&self) -> Option<&'a Amount> {
        self.figure.reading().amount()
    }

    fn typical(&self) -> Option<&Interval> {
        self.cuts.as_ref().map(|cuts| cuts.typical())
    }

    fn support(&self) -> Option<&Interval> {
        self.cuts.as_ref().map(|cuts| cuts.support())
    }

    fn as_of(&self) -> Option<impl ToString> {
        match self.figure.key.timing {
            Timing::AsOf(date) => Some(date),
            Timing::During(_) | Timing::NotStated => None,
        }
    }

    fn period(&self) -> Option<ReferencePeriod> {
        match self.figure.key.timing {
            Timing::During(period) => Some(period),
            Timing::AsOf(_) | Timing::NotStated => None,
        }
    }

    /// `[p][r]`, `[c]`.
    fn note_codes(&self) -> Option<String> {
        let reason = self.figure.reading().no_value().and_then(NoValue::shorthand);
        let letters = reason.into_iter().chain(self.figure.flags.iter().copied().map(Flag::letter));
        let codes: String = letters.map(|letter| format!("[{letter}]")).collect();
        (!codes.is_empty()).then_some(codes)
    }

    /// The ends, those of the typical reading first.
    pub(super) fn ends(&self) -> [Option<Rational>; 4] {
        let ends = |cut: Option<&Interval>| {
            [cut.and_then(|cut| cut.lo().value().cloned()), cut.and_then(|cut| cut.hi().value().cloned())]
        };
        let ([lower, upper], [lower_loosest, upper_loosest]) = (ends(self.typical()), ends(self.support()));
        [lower, upper, lower_loosest, upper_loosest]
    }

    /// The names of the ends that the words do not include.
    pub(super) fn excluded_ends(&self) -> impl Iterator<Item = &'static str> {
        let [typical, support] = [self.typical(), self.support()];
        [
            ("lower", typical.map(Interval::lo)),
            ("upper", typical.map(Interval::hi)),
            ("lower_loosest", support.map(Interval::lo)),
            ("upper_loosest", support.map(Interval::hi)),
        ]
        .into_iter()
        .filter(|(_, end)| end.is_some_and(|end| end.value().is_some() && !end.is_closed()))
        .map(|(name, _)| name)
    }
}
