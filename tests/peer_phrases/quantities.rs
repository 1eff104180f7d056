//! Quantities of quantulum3, by their own words and in their sentences.

use super::held::{Alike, Held};
use super::{cases, is_close, number, read, views};
use onrecord::quantity::view::ReadingView;
use serde_json::Value;

const FILES: [&str; 2] = ["quantulum3/quantities.json", "quantulum3/quantities.ambiguity.json"];

fn found(case: &Value) -> &[Value] {
    case["res"].as_array().unwrap()
}

/// The value is the middle of a range with the peer.
#[test]
fn the_words_of_a_quantity_give_its_value() {
    let mut held = Held::new("quantity");
    for file in FILES {
        let Some(cases) = cases(file) else { return };
        for result in cases.iter().flat_map(found) {
            let (words, expected) = (result["surface"].as_str().unwrap(), result["value"].as_f64().unwrap());
            let same = |view: &ReadingView| number(view).is_some_and(|found| is_close(found, expected));
            held.case(words, Alike::from(views(words).iter().any(same)));
        }
    }
    held.hold();
}

/// The unit of ours may say more or less than the peer's, so that either words may hold the other's.
#[test]
fn a_sentence_gives_its_quantities_in_their_order() {
    let mut held = Held::new("sentence");
    for file in FILES {
        let Some(cases) = cases(file) else { return };
        for case in &cases {
            let sentence = case["req"].as_str().unwrap();
            let expected: Vec<&str> =
                found(case).iter().map(|res| res["surface"].as_str().unwrap()).collect();
            held.case(sentence, Alike::from(ours(sentence).is_some_and(|ours| same(&ours, &expected))));
        }
    }
    held.hold();
}

/// The words of every quantity; none where the sentence is refused for another reason than that there is none.
fn ours(sentence: &str) -> Option<Vec<String>> {
    match read(sentence) {
        Ok(reading) => {
            let further = reading.further().iter();
            Some(std::iter::once(&reading).chain(further).map(|other| other.verbatim().to_owned()).collect())
        }
        Err(message) => message.contains("has no number in it").then(Vec::new),
    }
}

fn same(ours: &[String], expected: &[&str]) -> bool {
    let alike =
        |(ours, expected): (&String, &&str)| ours.contains(*expected) || expected.contains(ours.as_str());
    ours.len() == expected.len() && ours.iter().zip(expected).all(alike)
}
