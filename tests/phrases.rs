//! Phrases and how they are read, from tables anyone can read and add to: `phrases/*.txt`.
//!
//! A line is `phrase => hedge | nominal | support`, then what else the words say as `key: value`. A phrase with no
//! value has `no value: NAME` instead, and one that cannot be read `unreadable: the words at fault`. Each is read as
//! prose without a date of speaking; `as a table => ` or `said DATE => ` before the phrase changes that.

#![expect(clippy::disallowed_methods, reason = "the tables are files, and the reader must be quick")]
#![expect(clippy::unwrap_used, reason = "a table that is not as it should be fails the test")]

use onrecord::period::PartialDate;
use onrecord::quantity::view::{IntervalView, Nominal, ReadingView};
use onrecord::quantity::{Context, HedgeWidths, Reader};
use std::time::{Duration, Instant};

/// Fewer would mean that a table was not found.
const LEAST: usize = 300;

/// The longest phrase that is read, in characters.
const LONGEST: usize = 2_000;

#[test]
fn every_phrase_of_the_tables_is_read_as_they_say() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/phrases");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut read, mut wrong) = (0, Vec::new());
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for (index, line) in
            text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with("# "))
        {
            read += 1;
            let (phrase, expected) = line.rsplit_once(" => ").unwrap();
            let found = reading(phrase);
            if found != expected {
                let place = format!("{}:{}", file.file_name().unwrap().display(), index + 1);
                wrong.push(format!("{place}\n  {phrase}\n  written {expected}\n  read    {found}"));
            }
        }
    }
    assert!(read >= LEAST, "only {read} phrases were found");
    assert!(wrong.is_empty(), "{} of {read} phrases:\n{}", wrong.len(), wrong.join("\n"));
}

/// One line for each row of the table of cuts: `phrase => core | typical | support`.
#[test]
fn every_row_of_the_table_of_cuts_is_as_it_says() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cuts.txt")).unwrap();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with("# "));
    let (mut read, mut wrong) = (0, Vec::new());
    for (index, line) in lines {
        read += 1;
        let (phrase, expected) = line.rsplit_once(" => ").unwrap();
        let (context, words) = context(phrase);
        let reading = Reader::new(HedgeWidths::default()).read(words, &context).unwrap();
        let view = ReadingView::from(&reading);
        let cuts = [view.core, view.typical, view.support].map(|cut| interval(&cut.unwrap()));
        let found = cuts.join(" | ");
        if found != expected {
            let place = format!("cuts.txt:{}", index + 1);
            wrong.push(format!("{place}\n  {phrase}\n  written {expected}\n  read    {found}"));
        }
    }
    assert!(read > 50 && wrong.is_empty(), "{} of {read} phrases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_phrase_of_any_length_is_read_or_refused_quickly() {
    let reader = Reader::default();
    let parts = [
        "1,",
        "one hundred and ",
        "a ",
        "about ",
        "not ",
        "from 1 to ",
        "of whom 1 ",
        "1 in 2 ",
        "1/2 ",
        "½",
        "- ",
        "(",
        "£",
        "2016 ",
        "March ",
        "10 000 ",
        "x3",
        "the a ",
        "in each of the ",
        "up to around ",
        "1-",
        "…",
        "Ⅷ",
        "\u{301}",
        "two hundred and ",
        "one hundred and one thousand and ",
        "one thousand, one hundred and ",
        "3 hundred and ",
        "3 million and a half and ",
        "HO-2025-",
        "Covid-19/",
        "44 mg to ",
        "between 4 mg ",
        "8- to ",
        "6-figure ",
        "half a percentage ",
        "1-30 April ",
        "between January and ",
        "12% fewer than ",
        "£3 and ",
        "9.30 ",
        "65 staff, ",
    ];
    for part in parts {
        let start = Instant::now();
        let phrase: String = part.chars().cycle().take(LONGEST).collect();
        let _ = reader.read(&phrase, &Context::prose());
        let error = reader.read(&part.repeat(LONGEST + 1), &Context::prose()).unwrap_err();
        assert!(error.message.contains("longer than"), "{part}: {}", error.message);
        // A debug build on a busy machine; what grew with the square of the length would take minutes.
        assert!(start.elapsed() < Duration::from_secs(20), "{part} took {:?}", start.elapsed());
    }
}

/// A reading in the form of the tables.
fn reading(line: &str) -> String {
    let (context, phrase) = context(line);
    match Reader::new(HedgeWidths::default()).read(phrase, &context) {
        Ok(reading) => summary(&ReadingView::from(&reading)),
        Err(error) => {
            assert!(!error.message.is_empty() && !error.help.is_empty());
            format!("unreadable: {}", &phrase[error.span])
        }
    }
}

fn context(line: &str) -> (Context, &str) {
    if let Some(phrase) = line.strip_prefix("as a table => ") {
        return (Context::table(), phrase);
    }
    if let Some((base, phrase)) =
        line.strip_prefix("as a table rounded to ").and_then(|rest| rest.split_once(" => "))
    {
        return (Context { rounding: base.parse().ok(), ..Context::table() }, phrase);
    }
    if let Some(phrase) = line.strip_prefix("as a table with zeros shown => ") {
        return (Context { zeros_shown: true, ..Context::table() }, phrase);
    }
    match line.strip_prefix("said ").and_then(|rest| rest.split_once(" => ")) {
        Some((date, phrase)) => {
            let said = PartialDate::parse(date).unwrap().latest();
            (Context { said: Some(said), ..Context::prose() }, phrase)
        }
        None => (Context::prose(), line),
    }
}

fn summary(view: &ReadingView) -> String {
    let mut parts = vec![what(view)];
    let form = view.form.filter(|form| *form != "number");
    let level = view.level.as_ref().map(|level| level.verbatim.clone());
    let earlier = view.implied_earlier.as_ref().map(|cuts| interval(&cuts.support));
    for (key, value) in [
        ("section", view.section.clone()),
        ("unit", view.unit.clone()),
        ("form", form.map(str::to_owned)),
        ("stance", view.stance.map(str::to_owned)),
        ("relation", view.relation.map(str::to_owned)),
        ("period", view.period.clone()),
        ("flags", (!view.flags.is_empty()).then(|| view.flags.join(" "))),
        ("arrives at", level),
        ("earlier", earlier),
    ] {
        parts.extend(value.map(|value| format!("{key}: {value}")));
    }
    parts.extend(view.further.iter().map(|other| format!("beside: {}", other.verbatim)));
    parts.extend(view.alternatives.iter().map(|other| {
        let period = other.period.as_ref().filter(|_| other.period != view.period);
        format!("or: {}", period.cloned().unwrap_or_else(|| what(other)))
    }));
    parts.join(" | ")
}

/// The hedge, numbers and support, or the reason why there is no value.
fn what(view: &ReadingView) -> String {
    match (view.hedge, &view.support) {
        (Some(hedge), Some(support)) => {
            format!("{hedge} | {} | {}", nominal(&view.nominal), interval(support))
        }
        _ => format!("no value: {}", view.status.unwrap_or_default()),
    }
}

fn nominal(nominal: &Nominal) -> String {
    match nominal {
        Nominal::None => "-".to_owned(),
        Nominal::One(number) => number.clone(),
        Nominal::Two([from, to]) => format!("{from} {to}"),
    }
}

/// `[50000, 60000)`, `(53000, ..)`; a single number without brackets.
fn interval(interval: &IntervalView) -> String {
    let end = |value: &Option<String>| value.clone().unwrap_or_else(|| "..".to_owned());
    let (lo, hi) = (end(&interval.lo), end(&interval.hi));
    if lo == hi && interval.lo_closed && interval.hi_closed {
        return lo;
    }
    let open = if interval.lo_closed { '[' } else { '(' };
    let close = if interval.hi_closed { ']' } else { ')' };
    format!("{open}{lo}, {hi}{close}")
}
