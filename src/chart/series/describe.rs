//! The title and the text alternative, made from the data.

use super::place::{Placed, Timeline};
use super::{Series, SeriesChart};
use crate::chart::words::{count, list, sentence};
use crate::period::Timing;
use crate::quantity::print;
use crate::reconcile::{Standing, Status};
use std::cmp::Ordering;

/// The most periods named in one sentence; the table beside the chart has them all.
const NAMED: usize = 4;

impl SeriesChart {
    /// What the chart shows, in few words.
    #[must_use]
    pub fn title(&self) -> String {
        if let Some(title) = &self.title {
            return title.clone();
        }
        let timeline = Timeline::of(self);
        let shown = match timeline.series.as_slice() {
            [only] => course(only, &timeline),
            several => comparison(several, &timeline),
        };
        format!("{}: {shown}", self.measure.trim())
    }

    /// The text alternative: how many sources and figures, from where to where, what is not confirmed or missing.
    #[must_use]
    pub fn describe(&self) -> String {
        let timeline = Timeline::of(self);
        let sources = count(self.series.len(), "source", "sources");
        let span = match timeline.places.as_slice() {
            [] => String::new(),
            [(_, only)] => format!(", {}", only.words()),
            [(_, first), .., (_, last)] => format!(", {} to {}", first.words(), last.words()),
        };
        let mut text = vec![format!("{}: {sources}{span}.", self.measure.trim())];
        let described = self.series.iter().zip(&timeline.series);
        text.extend(described.map(|(series, placed)| series_sentence(series, placed, &timeline)));
        text.extend(self.breaks.iter().map(|cut| {
            format!("Break in the series, {}: {}.", cut.at.words(), cut.label.trim().trim_end_matches('.'))
        }));
        if timeline.undated > 0 {
            let figures = count(timeline.undated, "figure without a date is", "figures without a date are");
            text.push(format!("{figures} not drawn."));
        }
        text.join(" ")
    }
}

/// How a single series went, where both its ends are firm and nothing lies between that forbids comparing them.
fn course(placed: &[Placed<'_>], timeline: &Timeline<'_>) -> String {
    let valued: Vec<&Placed<'_>> = placed.iter().filter(|placed| placed.hedge.is_some()).collect();
    let (first, last) = match valued.as_slice() {
        [] => return "no figure is given".to_owned(),
        [only] => return format!("{} in {}, {}", value_words(only), only.about.words(), only.stated.words()),
        [first, .., last] => (first, last),
    };
    let comparable = first.is_firm() && last.is_firm() && !timeline.broken(first, last);
    let order = first.exact().zip(last.exact()).filter(|_| comparable).map(|(a, b)| a.cmp(b));
    let verb = match order {
        Some(Ordering::Less) => "rose from",
        Some(Ordering::Greater) => "fell from",
        Some(Ordering::Equal) => return same_words(first, last),
        None => return tally(&valued),
    };
    let (from, to) = (value_words(first), value_words(last));
    format!("{verb} {from} in {} to {to} in {}", first.about.words(), last.about.words())
}

fn same_words(first: &Placed<'_>, last: &Placed<'_>) -> String {
    format!("{} in {} and in {}", value_words(first), first.about.words(), last.about.words())
}

/// How many figures there are, and how many of them are not confirmed.
fn tally(valued: &[&Placed<'_>]) -> String {
    let confirmed = |placed: &&&Placed<'_>| placed.stated.standing() == Standing::Verified(Status::Confirmed);
    match (valued.len(), valued.iter().filter(confirmed).count()) {
        (all, firm) if firm == all => format!("{all} figures"),
        (all, 0) => format!("none of {all} figures is confirmed"),
        (all, firm) => format!("{firm} of {all} figures confirmed"),
    }
}

/// In how many periods the sources cannot all be right.
fn comparison(series: &[Vec<Placed<'_>>], timeline: &Timeline<'_>) -> String {
    let shared = timeline.places.iter().map(|(x, _)| {
        let at = |placed: &&Placed<'_>| placed.x.total_cmp(x).is_eq();
        let of_series = |placed: &Vec<Placed<'_>>| {
            placed.iter().filter(at).filter_map(|placed| placed.stated.cuts().cloned()).collect::<Vec<_>>()
        };
        series.iter().map(of_series).filter(|cuts| !cuts.is_empty()).collect::<Vec<_>>()
    });
    // Two figures of one source are no account of another.
    let shared: Vec<_> = shared.filter(|sources| sources.len() > 1).map(|sources| sources.concat()).collect();
    let apart = shared
        .iter()
        .filter(|cuts| {
            let pairs =
                cuts.iter().enumerate().flat_map(|(n, a)| cuts.iter().skip(n + 1).map(move |b| (a, b)));
            pairs.into_iter().any(|(a, b)| a.support().intersect(b.support()).is_none())
        })
        .count();
    let sources = count(series.len(), "source", "sources");
    match (shared.len(), apart) {
        (0, _) => format!("{sources}, no period in common"),
        (1, 0) => format!("{sources} agree in the one period in common"),
        (1, _) => format!("{sources} differ in the one period in common"),
        (all, 0) => format!("{sources} agree in {all} periods"),
        (all, apart) if all == apart => format!("{sources} differ in all {all} periods in common"),
        (all, apart) => format!("{sources} differ in {apart} of {all} periods"),
    }
}

fn series_sentence(series: &Series, placed: &[Placed<'_>], timeline: &Timeline<'_>) -> String {
    let valued: Vec<&Placed<'_>> = placed.iter().filter(|placed| placed.hedge.is_some()).collect();
    let mut parts = vec![match valued.as_slice() {
        [] => "no figure".to_owned(),
        [only] => format!("{} ({})", value_words(only), only.about.words()),
        [first, .., last] => format!(
            "{} figures, from {} ({}) to {} ({})",
            valued.len(),
            value_words(first),
            first.about.words(),
            value_words(last),
            last.about.words()
        ),
    }];
    parts.extend(range_words(&valued));
    for status in [
        Status::PartlyConfirmed,
        Status::Unconfirmed,
        Status::Contradicted,
        Status::Superseded,
        Status::Withdrawn,
    ] {
        let held = |placed: &&&Placed<'_>| placed.stated.standing() == Standing::Verified(status);
        parts.extend(periods(status.words(), valued.iter().filter(held).map(|placed| placed.about)));
    }
    parts.extend(periods(
        "no figure",
        placed.iter().filter(|placed| placed.hedge.is_none()).map(|placed| placed.about),
    ));
    parts.extend(periods("gap after", timeline.gaps(placed).into_iter().map(|(before, _)| before.about)));
    format!("{}: {}.", sentence(series.source.trim()), parts.join("; "))
}

fn periods<'a>(heading: &str, about: impl Iterator<Item = &'a Timing>) -> Option<String> {
    let named: Vec<String> = about.map(Timing::words).collect();
    (!named.is_empty()).then(|| format!("{heading}: {}", list(&named, ", ", NAMED)))
}

/// The lowest and the highest exact values, where they are not the ends already named.
fn range_words(valued: &[&Placed<'_>]) -> Option<String> {
    let exact = || valued.iter().filter_map(|placed| Some((placed.exact()?, placed.about)));
    let (low, low_at) = exact().min_by_key(|(value, _)| *value)?;
    let (high, high_at) = exact().max_by_key(|(value, _)| *value)?;
    (valued.len() > 2 && low != high).then(|| {
        format!(
            "lowest {} ({}), highest {} ({})",
            print::number(low),
            low_at.words(),
            print::number(high),
            high_at.words()
        )
    })
}

fn value_words(placed: &Placed<'_>) -> String {
    placed.stated.cuts().map_or_else(String::new, |cuts| print::interval_words(cuts.core()))
}
