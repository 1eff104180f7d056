//! The way from one figure to another.

use crate::chart::bridge::{BridgeChart, End, Step};
use crate::quantity::Rational;

fn end(source: &str, words: &str, value: i64) -> End {
    End { source: source.to_owned(), words: words.to_owned(), value: Rational::from(value) }
}

fn chart(steps: &[(&str, i64)]) -> BridgeChart {
    let step =
        |(name, amount): &(&str, i64)| Step { name: (*name).to_owned(), amount: Rational::from(*amount) };
    BridgeChart {
        id: "bridge".to_owned(),
        measure: "Placements".to_owned(),
        unit: "children".to_owned(),
        is_whole: true,
        from: end("Gazette", "around 1,200", 1_200),
        steps: steps.iter().map(step).collect(),
        to: end("FOI response <12>", "2,074", 2_074),
    }
}

/// The drawing for wide screens, one element a line.
fn wide(chart: &BridgeChart) -> String {
    let svg = chart.to_svg().unwrap();
    svg.split_inclusive("</svg>").next().unwrap().replace("><", ">\n<")
}

#[test]
fn what_is_left_is_hatched_and_named() {
    let chart = chart(&[("Revision", 300), ("Different date or period", 150)]);
    assert_eq!(chart.title(), "Placements: 424 of the difference of 874 is not accounted for");
    insta::assert_snapshot!(wide(&chart));
}

#[test]
fn the_text_alternative_walks_the_whole_way() {
    let chart = chart(&[("Revision", 300), ("Different date or period", -50)]);
    assert_eq!(
        chart.describe(),
        "From 1,200 (Gazette) to 2,074 (FOI response <12>), in 2 steps. Revision: +300. Different date or period: −50. \
         Not accounted for: +624."
    );
}

#[test]
fn nothing_is_hatched_where_nothing_is_left() {
    let whole = chart(&[("A group counted by one of them", 874)]);
    assert_eq!(whole.title(), "Placements: the difference of 874 is accounted for");
    assert!(whole.describe().ends_with("Nothing is left."));
    let svg = whole.to_svg().unwrap();
    assert!(!svg.contains("not accounted for") && !svg.contains("Not accounted for"), "{svg}");
    assert!(chart(&[("Revision", 1)]).to_svg().unwrap().contains("Not accounted for"));
}

#[test]
fn a_step_past_the_other_figure_stays_on_the_scale() {
    let svg = wide(&chart(&[("Revision", 1_500)]));
    assert!(svg.contains(">2,700<") || svg.contains(">2,800<") || svg.contains(">2,500<"), "{svg}");
    assert!(svg.contains("−626"));
}

#[test]
fn words_from_outside_stay_words() {
    let svg = chart(&[("Revision", 300)]).to_svg().unwrap();
    assert!(svg.contains("FOI response &lt;12&gt;") && !svg.contains("<12>"));
}
