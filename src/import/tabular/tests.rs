//! What holds of every cell and every file.

use super::cell::{Cells, Said};
use super::mapping::{Mapping, Multiplier};
use super::propose;
use crate::import::Input;
use crate::import::comma::Comma;
use crate::personal::Policy;
use crate::quantity::Reader;
use proptest::prelude::*;

const MAPPING: &str = "format = 1\nbrackets = \"negative\"\n[source]\nid = \"a\"\ntitle = \"A\"\nkind = \"other\"\n[period]\nfixed = \"2020\"\n[[values]]\nmeasure = \"m\"\ncolumn = \"c\"\n[shorthand]\n\"-\" = \"zero\"\n\"*\" = \"suppressed\"\n";

fn said(text: &str, multiplier: Option<Multiplier>) -> Result<Said, String> {
    let mapping = Mapping::parse(&"m.toml".into(), MAPPING).unwrap();
    Cells { mapping: &mapping, reader: &Reader::default(), multiplier }.read(text)
}

fn reported(text: &str) -> String {
    match said(text, None) {
        Ok(Said::Given(given)) => given.reported,
        other => format!("{other:?}"),
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[test]
fn the_words_of_a_cell_stay_as_they_are_where_they_can_be_read() {
    for (text, wanted) in [
        ("1,234", "1,234"),
        (" 1,234 ", "1,234"),
        ("1,310 [p]", "1,310 [p]"),
        ("12.30%", "12.30%"),
        ("(12)", "-12"),
        ("<5", "<5"),
        ("-", "0"),
        ("*", "*"),
        ("[c]", "[c]"),
        ("..", ".."),
        ("c.500", "c.500"),
        ("about 1,200 [p]", "about 1,200 [p]"),
        ("between 40 and 50", "between 40 and 50"),
        ("fewer than 5", "fewer than 5"),
    ] {
        assert_eq!(reported(text), wanted, "{text}");
    }
}

#[test]
fn words_without_a_meaning_are_handed_back() {
    for text in [
        "n/k",
        "12,34",
        "1 in 5",
        "--",
        "x",
        "[unheard]",
        "1.2.3",
        "(5",
        "c.",
        "c.500 a week",
        "about 12 wards",
        "nearly everybody",
    ] {
        assert_eq!(said(text, None), Err(text.to_owned()), "{text}");
    }
    assert_eq!(said("", None), Ok(Said::Nothing));
}

fn printed() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        "-?[1-9][0-9]{0,14}",
        "-?[1-9][0-9]{0,2}(,[0-9]{3}){1,4}",
        "(0|[1-9][0-9]{0,8})\\.[0-9]{1,9}",
        "£[1-9][0-9]{0,8}",
        "(0|[1-9][0-9]{0,2})\\.[0-9]{1,4}%",
        "\\([1-9][0-9]{0,8}\\)",
    ];
    let mark = prop_oneof![Just(""), Just(" [p]"), Just("(r)"), Just(" [e][p]")];
    (number, mark).prop_map(|(number, mark)| format!("{number}{mark}"))
}

proptest! {
    #[test]
    fn a_printed_value_loses_no_digit(text in printed()) {
        for multiplier in [None, Some(Multiplier::One), Some(Multiplier::Thousand)] {
            let Ok(Said::Given(given)) = said(&text, multiplier) else {
                return Err(TestCaseError::fail(format!("{text} is not read")));
            };
            prop_assert_eq!(digits(&given.reported), digits(&text));
            let is_below = text.starts_with('-') || text.starts_with('(');
            prop_assert_eq!(given.reported.contains('-') || given.reported.starts_with('('), is_below);
        }
    }

    #[test]
    fn any_words_are_a_value_or_handed_back(text in "\\PC{0,24}") {
        if let Ok(Said::Given(given)) = said(&text, None) {
            prop_assert!(!given.reported.is_empty());
        }
    }

    #[test]
    fn any_bytes_are_proposed_or_refused(bytes in proptest::collection::vec(prop_oneof![any::<u8>(), prop_oneof![Just(b','), Just(b'\n'), Just(b'"'), Just(b'2'), Just(b'0'), Just(b'[')]], 0..300)) {
        let input = Input::new("a.csv".into(), "a.csv".into(), bytes);
        if let Ok(file) = Comma::open(&input) {
            match propose(file.sheet(), &input, "a", None, &Policy::default()) {
                Ok(text) => prop_assert!(text.parse::<toml::Table>().is_ok(), "{}", text),
                Err(findings) => prop_assert!(!findings.is_empty()),
            }
        }
    }
}
