//! The id of a figure whose row has none: its measure, codes, time and source, always the same for the same row.

use crate::finding::Fingerprint;
use crate::model::{Code, FigureId, FigureKey, SourceId};
use crate::period::Timing;

/// Where an id that would be too long is cut, so that a hash fits behind it.
const CUT: usize = 60;

/// `measure--codes--time--source`, the codes in the order of their dimensions. What is too long is cut and ends in a
/// hash of the whole. Editions and citations rest on these ids: they never change.
#[expect(clippy::expect_used, reason = "ids, digits and hyphens, cut to length, always make an id")]
pub(crate) fn of(key: &FigureKey, source: &SourceId) -> FigureId {
    let codes = key.dimensions.values().map(Code::as_str);
    let time = time(&key.timing);
    let parts = std::iter::once(key.measure.as_str()).chain(codes).chain([time.as_str(), source.as_str()]);
    let whole = parts.collect::<Vec<_>>().join("--");
    let fits = FigureId::new(&whole).or_else(|_| {
        let start = whole.get(..CUT).unwrap_or(&whole).trim_end_matches('-');
        FigureId::new(&format!("{start}--{}", Fingerprint::of([whole.as_str()])))
    });
    fits.expect("a slug")
}

fn time(timing: &Timing) -> String {
    match timing {
        Timing::AsOf(date) => date.to_string(),
        Timing::During(period) => period.to_string().to_lowercase().replace('/', "-"),
        Timing::NotStated => "undated".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DimensionId, MeasureId};
    use crate::period::{PartialDate, ReferencePeriod};
    use std::collections::BTreeMap;

    fn id(measure: &str, timing: Timing, codes: &[(&str, &str)]) -> String {
        let dimensions: BTreeMap<_, _> = codes
            .iter()
            .map(|(dimension, code)| (DimensionId::new(dimension).unwrap(), Code::new(code).unwrap()))
            .collect();
        let key = FigureKey { measure: MeasureId::new(measure).unwrap(), dimensions, timing };
        of(&key, &SourceId::new("foi-2024-117").unwrap()).to_string()
    }

    fn during(text: &str) -> Timing {
        Timing::During(ReferencePeriod::parse(text).unwrap())
    }

    #[test]
    fn the_id_says_what_where_and_when() {
        for (timing, expected) in [
            (Timing::AsOf(PartialDate::parse("2025-10").unwrap()), "staff--2025-10--foi-2024-117"),
            (during("2011-12"), "staff--2011-12--foi-2024-117"),
            (during("2011/12"), "staff--2011-12--foi-2024-117"),
            (during("2024-Q1"), "staff--2024-q1--foi-2024-117"),
            (during("YE2024-03"), "staff--ye2024-03--foi-2024-117"),
            (during("2024-01-05/2024-03-02"), "staff--2024-01-05-2024-03-02--foi-2024-117"),
            (Timing::NotStated, "staff--undated--foi-2024-117"),
        ] {
            assert_eq!(id("staff", timing, &[]), expected);
        }
        let codes = [("sex", "all"), ("area", "north")];
        assert_eq!(id("staff", Timing::NotStated, &codes), "staff--north--all--undated--foi-2024-117");
    }

    #[test]
    fn an_id_too_long_is_cut_the_same_way_every_time() {
        let long = "a".repeat(80);
        let (first, second) = (id(&long, during("2024"), &[]), id(&long, during("2025"), &[]));
        assert_eq!(first, format!("{}--{}", "a".repeat(60), &first[62..]));
        assert_eq!((first.len(), first.clone()), (78, id(&long, during("2024"), &[])));
        assert_ne!(first, second);
    }
}
