//! How to read the site. What can be worked out is worked out here, by what reads and compares the figures.

use super::Scene;
use crate::finding::Verdict;
use crate::model::{Flag, Settings};
use crate::page::{Link, PhraseLine, ReadingPage, Section, Shorthand, VerdictLine};
use crate::quantity::{Alpha, Context, NoValue, Reader, print};
use crate::site::routes;

/// Phrases of each kind, for counts of people.
const PHRASES: [&str; 12] = [
    "53,298",
    "c.65",
    "about 800",
    "nearly 60,000",
    "almost 50,000",
    "more than 53,000",
    "at least 200",
    "up to 40",
    "between 40 and 50",
    "fewer than 5",
    "dozens",
    "thousands",
];

/// What each verdict means.
const VERDICTS: [(Verdict, &str); 9] = [
    (Verdict::Consistent, "What the two phrases plainly mean has values in common."),
    (Verdict::ConsistentAfterRounding, "What a careful reader would allow has values in common."),
    (Verdict::Marginal, "Only the loosest readings have values in common."),
    (Verdict::Inconsistent, "No value fits both. It is not said which of the two is right."),
    (Verdict::NotComparable, "They are about different things: another group, unit, date or period."),
    (Verdict::NotEnoughKnown, "One of them has no value, or what it is about is not given."),
    (Verdict::ExistenceConflict, "One account says that the information is not held, another gives it."),
    (Verdict::AvailabilityConflict, "One account says that it cannot be had, while a figure is public."),
    (Verdict::Unconfirmed, "The body concerned has not given its own word on the figure."),
];

/// The page.
pub(in crate::site) fn reading(scene: &Scene<'_>, settings: &Settings) -> ReadingPage {
    let reader = Reader::new(settings.hedges.clone());
    let mut frame = scene.frame(routes::READING, "How to read this site", Section::Elsewhere);
    frame.description = Some("What the words, marks and symbols beside a figure mean.".to_owned());
    ReadingPage {
        phrases: PHRASES.iter().filter_map(|words| phrase(&reader, words)).collect(),
        symbols: symbols(),
        verdicts: VERDICTS
            .iter()
            .map(|(verdict, meaning)| VerdictLine {
                words: verdict.words().to_owned(),
                meaning: (*meaning).to_owned(),
            })
            .collect(),
        corrections: scene
            .site
            .pages
            .iter()
            .find(|page| page.path == routes::authored("corrections"))
            .cloned(),
        rules: Link::new("All rules, with what each has found", routes::RULES),
        frame,
    }
}

fn phrase(reader: &Reader, words: &str) -> Option<PhraseLine> {
    // Nothing rounds “53,298”, and a bare number of a table is exact.
    let reading = reader.read(words, &Context::table()).ok()?;
    let cuts = reading.amount()?.cuts();
    let at = |alpha| {
        let cut = cuts.at(alpha);
        print::interval_words(cut.to_integers().as_ref().unwrap_or(cut))
    };
    Some(PhraseLine {
        words: words.to_owned(),
        core: at(Alpha::Core),
        typical: at(Alpha::Typical),
        loosest: at(Alpha::Support),
    })
}

fn symbols() -> Vec<Shorthand> {
    let without_value = NoValue::ALL.iter().filter_map(|reason| Some((reason.shorthand()?, reason.words())));
    let flags = Flag::ALL.iter().map(|flag| (flag.letter(), flag.words().to_owned()));
    let mut symbols: Vec<Shorthand> = without_value
        .chain(flags)
        .map(|(letter, words)| Shorthand { symbol: format!("[{letter}]"), words })
        .collect();
    symbols.sort_by(|a, b| a.symbol.cmp(&b.symbol));
    symbols
}

#[cfg(test)]
mod tests {
    use super::{PHRASES, VERDICTS, phrase, symbols};
    use crate::quantity::{HedgeWidths, Reader};
    use std::collections::BTreeSet;

    #[test]
    fn every_phrase_is_read_and_its_cuts_lie_inside_one_another() {
        let reader = Reader::new(HedgeWidths::default());
        let lines: Vec<_> = PHRASES.iter().filter_map(|words| phrase(&reader, words)).collect();
        assert_eq!(lines.len(), PHRASES.len());
        let nearly = lines.iter().find(|line| line.words == "nearly 60,000").unwrap();
        assert_eq!(
            (nearly.core.as_str(), nearly.typical.as_str(), nearly.loosest.as_str()),
            ("57,500 to 59,999", "55,000 to 59,999", "50,000 to 59,999")
        );
    }

    #[test]
    fn no_symbol_and_no_verdict_stands_twice() {
        let symbols = symbols();
        assert_eq!(symbols.iter().map(|each| &each.symbol).collect::<BTreeSet<_>>().len(), symbols.len());
        assert_eq!(
            VERDICTS.iter().map(|(verdict, _)| verdict).collect::<BTreeSet<_>>().len(),
            VERDICTS.len()
        );
    }
}
