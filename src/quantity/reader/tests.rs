//! Laws that hold for every phrase.

use super::super::view::{ReadingView, describe};
use super::super::{
    Alpha, Amount, Context, Hedge, HedgeWidths, Interval, Rational, Reading, Register, print,
};
use super::Reader;
use proptest::prelude::*;

/// Words that bring each hedge about.
const HEDGES: [&str; 11] = [
    "exactly",
    "about",
    "nearly",
    "just over",
    "more than",
    "at least",
    "fewer than",
    "at most",
    "up to",
    "rounded to the nearest 10:",
    "",
];

fn read(phrase: &str) -> Reading {
    Reader::default().read(phrase, &Context::prose()).unwrap()
}

fn amount(phrase: &str) -> Amount {
    read(phrase).amount().unwrap().clone()
}

/// Every reading in a reading, with itself.
fn all(reading: &Reading) -> Vec<&Reading> {
    let inner = reading.alternatives().iter().chain(reading.further()).chain(reading.level());
    std::iter::once(reading).chain(inner.flat_map(all)).collect()
}

fn is_sound(phrase: &str, reading: &Reading) {
    for reading in all(reading) {
        assert_eq!(reading.phrase(), phrase);
        assert!(phrase.get(reading.span()).is_some(), "{phrase}: {:?}", reading.span());
        let Some(amount) = reading.amount() else { continue };
        let cuts = amount.cuts();
        assert!(
            cuts.core().is_within(cuts.typical()) && cuts.typical().is_within(cuts.support()),
            "{phrase}: {cuts:?}"
        );
    }
    assert!(serde_json::to_string(&ReadingView::from(reading)).is_ok());
    assert!(describe(reading).starts_with('“'));
}

/// Words, numbers and signs of the grammar in any order.
fn jumble() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "about",
        "nearly",
        "more",
        "than",
        "at",
        "least",
        "up",
        "to",
        "between",
        "and",
        "or",
        "from",
        "by",
        "of",
        "whom",
        "a",
        "further",
        "each",
        "per",
        "cent",
        "percentage",
        "points",
        "rose",
        "fell",
        "increase",
        "doubled",
        "halved",
        "-fold",
        "half",
        "third",
        "two-thirds",
        "one",
        "in",
        "out",
        "five",
        "hundred",
        "million",
        "m",
        "bn",
        "k",
        "dozen",
        "dozens",
        "£",
        "%",
        "+",
        "-",
        "–",
        "±",
        "(",
        ")",
        "[p]",
        ",",
        ".",
        ":",
        "/",
        "53,298",
        "65",
        "1.5",
        "0",
        "2016",
        "2023/24",
        "Q1",
        "October",
        "March 2024",
        "31",
        "year",
        "ending",
        "since",
        "as",
        "not",
        "held",
        "centrally",
        "section",
        "40(2)",
        "officers",
        "removed",
        "rounded",
        "nearest",
        "10",
        "½",
        "x3",
        "the",
        "only",
        "hundred and",
        "thousand,",
        "figure",
        "-figure",
        "8-",
        "mg",
        "k",
        "pm",
        ":30",
        "HO-2025",
        "Covid-19",
        "/01",
        "week",
        "1-30",
        "7th",
        "Friday",
        "now",
        "to date",
        "pounds",
        "pence",
        "cents",
        "C$",
        "percentage point",
        "one",
        "first",
        "fifths",
        "and a half",
        "fewer",
        "max",
        "per 100,000",
        "C",
        "½ a",
        "\u{a0}",
        "\u{ad}",
        "\u{2009}",
        "é",
        "<",
        ">",
        "~",
        "c.",
    ]);
    prop::collection::vec(words, 0..14).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_reader_panic(phrase in "\\PC{0,60}") {
        if let Ok(reading) = Reader::default().read(&phrase, &Context::table()) {
            is_sound(&phrase, &reading);
        }
    }

    /// Characters that stand for others, or that take several bytes, around words of the grammar.
    #[test]
    fn a_span_never_cuts_a_character(phrase in "[½²①٦Ⅷ\u{a0}\u{ad}\u{2009}\u{2011}\u{2014}\u{fb01}\u{1f600}é£€０-９,. 0-9a-z%]{0,40}") {
        match Reader::default().read(&phrase, &Context::prose()) {
            Ok(reading) => is_sound(&phrase, &reading),
            Err(error) => prop_assert!(phrase.get(error.span).is_some()),
        }
    }

    #[test]
    fn words_of_the_grammar_in_any_order_are_read_soundly_or_refused(phrase in jumble()) {
        match Reader::default().read(&phrase, &Context::prose()) {
            Ok(reading) => is_sound(&phrase, &reading),
            Err(error) => {
                prop_assert!(phrase.get(error.span.clone()).is_some(), "{:?}", error.span);
                prop_assert!(!error.message.is_empty() && !error.help.is_empty());
            }
        }
    }

    #[test]
    fn cuts_are_nested_and_hold_the_number_they_should(n in 1..2_000_000_i64, hedge in prop::sample::select(HEDGES.to_vec())) {
        let phrase = format!("{hedge} {}", print::number(&Rational::from(n)));
        let reading = read(&phrase);
        is_sound(&phrase, &reading);
        let amount = reading.amount().unwrap();
        prop_assert_eq!(amount.nominal_point(), Some(&Rational::from(n)));
        let strict = [Hedge::Nearly, Hedge::JustOver, Hedge::MoreThan, Hedge::FewerThan].contains(&amount.hedge());
        prop_assert_eq!(amount.cuts().support().contains(&Rational::from(n)), !strict);
    }

    /// The steps of a number with two zeros or more scale with it.
    #[test]
    fn ten_times_a_round_number_has_ten_times_its_cuts(
        digits in 11..100_i64,
        power in 2..6_u32,
        hedge in prop::sample::select(vec!["", "about", "nearly", "just over", "more than", "at least", "fewer than", "up to"]),
    ) {
        let phrase = |n: i64| format!("{hedge} {}", print::number(&Rational::from(n)));
        let n = digits * 10_i64.pow(power);
        let (small, large) = (amount(&phrase(n)), amount(&phrase(10 * n)));
        for alpha in Alpha::ALL {
            prop_assert_eq!(&small.cuts().at(alpha).scale(&Rational::from(10)), large.cuts().at(alpha));
        }
    }

    #[test]
    fn what_is_printed_is_read_back(num in -1_000_000_000_i64..1_000_000_000, places in 0..4_i32) {
        let value = Rational::from(num) * Rational::pow10(-places);
        let reading = Reader::default().read(&print::number(&value), &Context::table()).unwrap();
        prop_assert_eq!(reading.amount().unwrap().cuts().support(), &Interval::point(value));
    }

    #[test]
    fn a_range_in_words_is_read_back(a in 0..100_000_i64, width in 1..100_000_i64) {
        let interval = Interval::closed(Rational::from(a), Rational::from(a + width));
        let reading = Reader::default().read(&print::interval_words(&interval), &Context::table()).unwrap();
        prop_assert_eq!(reading.amount().unwrap().cuts().support(), &interval);
    }

    /// A rise and the level it arrives at give back the level before, at every cut.
    #[test]
    fn a_change_turned_back_holds_the_earlier_value(old in 1_000..1_000_000_i64, percent in 1..90_i64) {
        let (old, hundred) = (Rational::from(old), Rational::from(100));
        for (word, change) in [("up", percent), ("down", -percent)] {
            let new = (&old * &(&hundred + &Rational::from(change))).checked_div(&hundred).unwrap();
            let phrase = format!("{word} {percent}% to {}", print::number(&new));
            let reading = read(&phrase);
            let earlier = reading.implied_earlier().unwrap();
            prop_assert!(earlier.core().contains(&old), "{phrase}: {earlier:?}");
        }
    }

    #[test]
    fn wider_settings_never_narrow_a_cut(n in 1..2_000_000_i64, hedge in prop::sample::select(HEDGES.to_vec()), by in 1..9_i64) {
        let phrase = format!("{hedge} {n}");
        let mut widths = HedgeWidths::default();
        for (name, width) in widths.fields_mut() {
            if !name.starts_with("round") && name != "threshold_up_to" {
                *width = &*width * &Rational::from(by);
            }
        }
        let wide = Reader::new(widths).read(&phrase, &Context::prose()).unwrap();
        for alpha in Alpha::ALL {
            let narrow = amount(&phrase);
            prop_assert!(narrow.cuts().at(alpha).is_within(wide.amount().unwrap().cuts().at(alpha)), "{phrase}");
        }
    }
}

#[test]
fn the_register_and_the_column_decide_how_a_bare_number_is_read() {
    let support = |context: &Context| {
        let reading = Reader::default().read("820", context).unwrap();
        let amount = reading.amount().unwrap().clone();
        (amount.hedge(), print::interval_words(amount.cuts().support()))
    };
    let rounded = Context { register: Register::Table, rounding: Some(10), ..Context::prose() };
    assert_eq!(support(&Context::table()), (Hedge::Bare, "820".to_owned()));
    assert_eq!(support(&Context::prose()), (Hedge::Bare, "815 to 825".to_owned()));
    assert_eq!(support(&rounded), (Hedge::Rounded, "815 to 825".to_owned()));
}

#[test]
fn fewer_than_five_starts_at_one_where_zeros_are_shown() {
    let shown = Context { zeros_shown: true, ..Context::table() };
    for (context, words) in [(Context::table(), "0 to 4"), (shown, "1 to 4")] {
        let reading = Reader::default().read("fewer than five", &context).unwrap();
        let whole = reading.amount().unwrap().cuts().support().to_integers().unwrap();
        assert_eq!(print::interval_words(&whole), words);
    }
}
