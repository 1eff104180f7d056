//! The figures of one source by date, from which a trend can be read off.

use crate::model::{Figure, FigureKey, SourceId};
use crate::period::{Timing, TimingMatch};
use crate::quantity::{Rational, print};
use crate::reconcile::{Record, weight};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Figures of one breakdown that are looked at.
const MOST: usize = 1_000;

/// What a source has for a time.
struct Reading<'a> {
    number: Rational,
    /// The figure for that very time; none where it was read off between two others.
    figure: Option<&'a Figure>,
    words: String,
}

/// The change from one time to another in a source's own figures.
pub(in crate::reconcile) struct Trend {
    pub(in crate::reconcile) change: Rational,
    pub(in crate::reconcile) words: String,
}

/// The change between the times of two figures, from the source relied on most that has both times.
pub(in crate::reconcile) fn trend(record: &Record, a: &Figure, b: &Figure) -> Option<Trend> {
    let (from, to) = (record.lineage().timing(a), record.lineage().timing(b));
    if a.key.measure != b.key.measure || from.compare(to) != TimingMatch::Different {
        return None;
    }
    let mut sources: Vec<(&SourceId, Vec<&Figure>)> = by_source(record, &a.key).into_iter().collect();
    sources
        .sort_by_key(|(id, _)| Reverse(record.dataset().source(id).map_or(0, |source| weight(source.kind))));
    sources.iter().find_map(|(_, figures)| {
        let (start, end) = (at(record, figures, from)?, at(record, figures, to)?);
        // The two figures themselves are what is to be explained.
        let own =
            |reading: &Reading<'_>, figure: &Figure| reading.figure.is_some_and(|own| own.id == figure.id);
        if own(&start, a) && own(&end, b) {
            return None;
        }
        let words = format!("{} and {}", start.words, end.words);
        Some(Trend { change: &end.number - &start.number, words })
    })
}

fn by_source<'a>(record: &'a Record, key: &FigureKey) -> BTreeMap<&'a SourceId, Vec<&'a Figure>> {
    let mut sources: BTreeMap<&SourceId, Vec<&Figure>> = BTreeMap::new();
    for figure in record.dataset().figures_alike(key).iter().take(MOST) {
        if figure.basis.states_a_fact()
            && record.root(figure).id == figure.id
            && number(record, figure).is_some()
        {
            sources.entry(&figure.source).or_default().push(figure);
        }
    }
    sources
}

fn number(record: &Record, figure: &Figure) -> Option<Rational> {
    Some(record.value(figure)?.nominal?.into_owned())
}

/// The figure for a time, or a position between its neighbours on a straight line.
fn at<'a>(record: &Record, figures: &[&'a Figure], when: &Timing) -> Option<Reading<'a>> {
    let exact = figures.iter().find(|figure| figure.key.timing.compare(when) == TimingMatch::Same);
    if let Some(figure) = exact {
        let number = number(record, figure)?;
        let words = format!("{} for {}", print::number(&number), when.words());
        return Some(Reading { number, figure: Some(figure), words });
    }
    let Timing::AsOf(date) = when else { return None };
    let dated = figures.iter().filter_map(|figure| match &figure.key.timing {
        Timing::AsOf(date) => Some((date.latest(), *figure)),
        Timing::During(_) | Timing::NotStated => None,
    });
    let dated: Vec<(Date, &Figure)> = dated.collect();
    let day = date.latest();
    let before = dated.iter().filter(|(date, _)| *date < day).max_by_key(|(date, _)| *date)?;
    let after = dated.iter().filter(|(date, _)| *date > day).min_by_key(|(date, _)| *date)?;
    between(record, *before, *after, day, when)
}

fn between<'a>(
    record: &Record,
    (first, before): (Date, &Figure),
    (last, after): (Date, &Figure),
    day: Date,
    when: &Timing,
) -> Option<Reading<'a>> {
    let (low, high) = (number(record, before)?, number(record, after)?);
    let days = |to: Date| Some(i64::from(first.until(to).ok()?.get_days()));
    let share = Rational::new(days(day)?, days(last)?)?;
    let on_the_line = &low + &(&(&high - &low) * &share);
    let words = format!(
        "{} for {}, on a straight line between {} for {} and {} for {}",
        print::number_to(&on_the_line, 0),
        when.words(),
        print::number(&low),
        before.key.timing.words(),
        print::number(&high),
        after.key.timing.words()
    );
    Some(Reading { number: on_the_line, figure: None, words })
}

/// Two neighbouring dates between whose figures a number lies.
pub(super) fn passes_through(record: &Record, key: &FigureKey, value: &Rational) -> Option<String> {
    by_source(record, key).into_values().find_map(|figures| {
        let dated: Vec<(&Figure, Rational)> = figures
            .into_iter()
            .filter(|figure| figure.key.timing.latest().is_some())
            .filter_map(|figure| Some((figure, number(record, figure)?)))
            .collect();
        dated.windows(2).find_map(|pair| {
            let [(first, x), (second, y)] = pair else { return None };
            let within = (x <= value && value <= y) || (y <= value && value <= x);
            within.then(|| {
                format!(
                    "{} lies between {} for {} and {} for {}",
                    print::number(value),
                    print::number(x),
                    first.key.timing.words(),
                    print::number(y),
                    second.key.timing.words()
                )
            })
        })
    })
}
