//! Dates and periods of Recognizers-Text, said on the day that each case names.

use super::held::{Alike, Held};
use super::{cases, read_in, results};
use jiff::ToSpan;
use jiff::civil::Date;
use onrecord::quantity::Context;
use serde_json::Value;

/// A first and a last day.
type Days = (Date, Date);

#[test]
fn dates_and_periods_are_read_alike() {
    let mut held = Held::new("date");
    for file in ["DateParser", "DatePeriodParser"] {
        let Some(cases) = cases(&format!("recognizers-text/DateTime/{file}.json")) else { return };
        for case in &cases {
            let said = case["Context"]["ReferenceDateTime"].as_str().and_then(|said| day(said.get(..10)?));
            for result in results(case) {
                let Some(expected) = expected(result) else { continue };
                let words = words(case, result);
                let name = said.map_or(words.to_owned(), |said| format!("{words} (said {said})"));
                held.case(
                    &name,
                    Alike::from(periods(words, said).iter().any(|days| expected.contains(days))),
                );
            }
        }
    }
    held.hold();
}

fn words<'a>(case: &'a Value, result: &Value) -> &'a str {
    let at = |key: &str| usize::try_from(result[key].as_u64().unwrap()).unwrap();
    let input = case["Input"].as_str().unwrap();
    input.get(at("Start")..at("Start") + at("Length")).unwrap()
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// The days of the peer, the latest that are past. It leaves out the last day of a period, and so both are allowed.
fn expected(result: &Value) -> Option<Vec<Days>> {
    let date = |key: &str, part: &str| day(result["Value"][key][part].as_str()?);
    let key =
        ["PastResolution", "FutureResolution"].into_iter().find(|key| result["Value"][key].is_object())?;
    if let Some(day) = date(key, "date") {
        return Some(vec![(day, day)]);
    }
    let (first, end) = (date(key, "startDate"), date(key, "endDate"));
    let Some((first, end)) = first.zip(end) else { return Some(Vec::new()) };
    Some(vec![(first, end), (first, end.checked_sub(1.day()).unwrap())])
}

/// The periods that the words name, as days.
fn periods(words: &str, said: Option<Date>) -> Vec<Days> {
    let phrase = format!("65 staff, {words}");
    let Ok(reading) = read_in(&phrase, &Context { said, ..Context::prose() }) else { return Vec::new() };
    let is_alone = reading.further().is_empty() && reading.verbatim() == "65 staff";
    let all = std::iter::once(&reading).chain(reading.alternatives());
    all.filter(|_| is_alone).filter_map(|reading| days(reading.period()?)).collect()
}

fn days(period: &str) -> Option<Days> {
    if let Some((first, last)) = period.split_once('/') {
        return Some((day(first)?, day(last)?));
    }
    match period.len() {
        4 => Some((day(&format!("{period}-01-01"))?, day(&format!("{period}-12-31"))?)),
        7 => day(&format!("{period}-01")).map(|first| (first, first.last_of_month())),
        _ => day(period).map(|day| (day, day)),
    }
}
