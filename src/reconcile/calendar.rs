//! Things in the order of their time, so that those for one time are found without a look at all the rest.

use crate::period::Timing;
use jiff::civil::Date;

/// Some figures, or their like, by the time that they are said to be about.
#[derive(Debug)]
pub(super) struct Calendar<T> {
    moments: Line<T>,
    spans: Line<T>,
    undated: Vec<T>,
}

/// Things by the first and then the last day that they may be about.
#[derive(Debug)]
struct Line<T> {
    entries: Vec<Entry<T>>,
    /// For each entry, the last day that it or any before it may be about.
    reach: Vec<Date>,
}

#[derive(Debug)]
struct Entry<T> {
    from: Date,
    to: Date,
    of: T,
}

impl<T: Copy> Calendar<T> {
    pub(super) fn new<'a>(all: impl IntoIterator<Item = (&'a Timing, T)>) -> Self {
        let (mut moments, mut spans, mut undated) = (Vec::new(), Vec::new(), Vec::new());
        for (timing, of) in all {
            let line = if matches!(timing, Timing::During(_)) { &mut spans } else { &mut moments };
            match timing.earliest().zip(timing.latest()) {
                Some((from, to)) => line.push(Entry { from, to, of }),
                None => undated.push(of),
            }
        }
        Self { moments: Line::new(moments), spans: Line::new(spans), undated }
    }

    /// Those whose time is not different from this one: each that may be for it, or does not say.
    pub(super) fn at<'a>(&'a self, timing: &Timing) -> Box<dyn Iterator<Item = T> + 'a> {
        let undated = self.undated.iter().copied();
        let Some((from, to)) = timing.earliest().zip(timing.latest()) else {
            return Box::new(self.moments.all().chain(self.spans.all()).chain(undated));
        };
        let moments = self.moments.overlapping(from, to);
        match timing {
            // Two spans are the same, or else they are different.
            Timing::During(_) => Box::new(moments.chain(self.spans.exactly(from, to)).chain(undated)),
            Timing::AsOf(_) | Timing::NotStated => {
                Box::new(moments.chain(self.spans.overlapping(from, to)).chain(undated))
            }
        }
    }
}

impl<T: Copy> Line<T> {
    fn new(mut entries: Vec<Entry<T>>) -> Self {
        entries.sort_by_key(|entry| (entry.from, entry.to));
        let mut reach: Vec<Date> = Vec::with_capacity(entries.len());
        for entry in &entries {
            reach.push(reach.last().map_or(entry.to, |before| entry.to.max(*before)));
        }
        Self { entries, reach }
    }

    fn all(&self) -> impl Iterator<Item = T> {
        self.entries.iter().map(|entry| entry.of)
    }

    fn exactly(&self, from: Date, to: Date) -> impl Iterator<Item = T> {
        let first = self.entries.partition_point(|entry| (entry.from, entry.to) < (from, to));
        let alike =
            self.entries.iter().skip(first).take_while(move |entry| (entry.from, entry.to) == (from, to));
        alike.map(|entry| entry.of)
    }

    fn overlapping(&self, from: Date, to: Date) -> impl Iterator<Item = T> {
        let until = self.entries.partition_point(|entry| entry.from <= to);
        let started = self.entries.iter().zip(&self.reach).take(until).rev();
        // Once nothing that starts earlier lasts until then, there is no more to find.
        let near = started.take_while(move |(_, reach)| **reach >= from);
        near.filter(move |(entry, _)| entry.to >= from).map(|(entry, _)| entry.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::{PartialDate, ReferencePeriod, TimingMatch};
    use proptest::prelude::*;

    fn timings() -> impl Strategy<Value = Timing> {
        let as_of = |text: String| Timing::AsOf(PartialDate::parse(&text).unwrap());
        let during = |text: String| Timing::During(ReferencePeriod::parse(&text).unwrap());
        prop_oneof![
            (2020_i16..2023).prop_map(move |year| as_of(year.to_string())),
            (2020_i16..2023, 1_i8..13).prop_map(move |(year, month)| as_of(format!("{year}-{month:02}"))),
            (2020_i16..2023, 1_i8..13, 1_i8..29)
                .prop_map(move |(year, month, day)| as_of(format!("{year}-{month:02}-{day:02}"))),
            (2020_i16..2023).prop_map(move |year| during(year.to_string())),
            (2020_i16..2023, 1_i8..13).prop_map(move |(year, month)| during(format!("{year}-{month:02}"))),
            (2020_i16..2023).prop_map(move |year| during(format!("YE{year}-03"))),
            Just(Timing::NotStated),
        ]
    }

    proptest! {
        #[test]
        fn those_found_are_all_whose_time_is_not_different(
            all in proptest::collection::vec(timings(), 0..40), at in timings(),
        ) {
            let calendar = Calendar::new(all.iter().zip(0..));
            let mut found: Vec<usize> = calendar.at(&at).collect();
            found.sort_unstable();
            let near = |n: &usize| at.compare(&all[*n]) != TimingMatch::Different;
            prop_assert_eq!(found, (0..all.len()).filter(near).collect::<Vec<_>>());
        }
    }
}
