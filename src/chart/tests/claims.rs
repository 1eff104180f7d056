//! Claims against the record.

use super::samples::*;
use crate::chart::Stated;
use crate::chart::claims::{Agreement, Demand};
use crate::quantity::{Cuts, NoValue, Rational};
use crate::reconcile::{Standing, Status};

/// The drawing for wide screens.
fn wide(svg: &str) -> &str {
    svg.split_inclusive("</svg>").next().unwrap()
}

#[test]
fn claims_stand_in_the_order_they_were_said() {
    let chart = claims(vec![
        row("Third", "2026", "65", exact(65, Status::Unconfirmed)),
        row("First", "2025-10", "65", exact(65, Status::Unconfirmed)),
        row("Second", "2025-11-27", "65", exact(65, Status::Unconfirmed)),
    ]);
    let svg = chart.to_svg().unwrap();
    let places: Vec<Option<usize>> = ["First<", "Second<", "Third<"].map(|name| svg.find(name)).to_vec();
    assert!(places.is_sorted() && places[0].is_some(), "{places:?}");
}

#[test]
fn only_a_confirmed_range_is_drawn_solid() {
    let range = |status| {
        let svg = claims(vec![row(
            "Source",
            "2025",
            "60 to 70",
            Stated::Figure { status, cuts: Cuts::sharp(span(60, 70)) },
        )]);
        svg.to_svg().unwrap()
    };
    assert!(range(Status::Confirmed).contains("class=\"core\""));
    for status in [Status::PartlyConfirmed, Status::Unconfirmed, Status::Contradicted, Status::Superseded] {
        let svg = range(status);
        assert!(svg.contains("class=\"outline\"") && !svg.contains("class=\"core\""), "{status:?}");
    }
}

#[test]
fn what_is_called_for_cannot_be_drawn() {
    let cuts = Cuts::point(Rational::from(6500));
    assert!(Stated::new(Standing::CalledFor, Some(cuts.clone()), None).is_none());
    assert!(Stated::new(Standing::Derived, Some(cuts), None).is_some());
    let mut chart = claims(vec![row("Minister", "2026", "c.65", about(65, Status::Confirmed))]);
    chart.demands.push(Demand { source: "Report".to_owned(), said: None, words: "6,500".to_owned() });
    let svg = chart.to_svg().unwrap();
    assert!(svg.contains("called for, not measured: “6,500”, Report"));
    assert!(!svg.contains(">6,000<") && svg.contains(">66<"), "the scale is that of what was measured");
}

#[test]
fn an_open_end_is_an_arrow_and_does_not_stretch_the_scale() {
    let near = row("A", "2025", "53,298", exact(53_298, Status::Unconfirmed));
    let svg = claims(vec![near, row("B", "2025", "more than 53,000", more_than(53_000))]).to_svg().unwrap();
    assert!(svg.contains("no end given, or off the scale"));
    assert!(svg.contains(">54,000<") && !svg.contains(">56,000<"), "{}", wide(&svg));
}

#[test]
fn the_band_is_drawn_only_where_all_could_agree() {
    let mut chart = absconders();
    let svg = chart.to_svg().unwrap();
    assert!(svg.contains("class=\"band\"") && svg.contains("where all could agree: 53,298"));
    assert!(chart.title().ends_with("both figures could be true at once"));
    for none in [Agreement::Impossible, Agreement::NotCompared] {
        chart.agreement = none;
        assert!(!chart.to_svg().unwrap().contains("class=\"band\""));
    }
}

#[test]
fn an_account_without_a_figure_keeps_its_row_and_its_words() {
    let svg =
        claims(vec![row("Home Office", "2026", "no formal targets", Stated::NoValue(NoValue::NoneExists))]);
    let svg = svg.to_svg().unwrap();
    assert!(svg.contains("“no formal targets”") && svg.contains("no figure given: none exists"));
    assert!(!svg.contains("class=\"exact\"") && !svg.contains("class=\"axis\""));
}

#[test]
fn the_text_alternative_tells_what_the_picture_shows() {
    assert_eq!(
        absconders().describe(),
        "People recorded as absconded: 3 accounts, dated October 2025 to 27 November 2025. As such words are usually \
         meant, the figures run from 53,000 to 54,060 people. Not confirmed: Report headed “absconder pool”; News \
         report. No figure given: Home Office (no answer given). All could agree: 53,298."
    );
}

#[test]
fn dates_are_shown_where_the_claims_differ_in_them() {
    let mut chart = absconders();
    assert!(!chart.to_svg().unwrap().contains("as of October 2025"));
    chart.rows[0].about = crate::period::Timing::AsOf(date("2016"));
    let svg = chart.to_svg().unwrap();
    assert!(svg.contains("as of October 2025") && svg.contains("as of 2016"));
}
