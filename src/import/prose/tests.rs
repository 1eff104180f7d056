//! Markup to parts, and parts to figures.

use super::*;
use crate::model::SourceId;
use crate::quantity::Reader;

fn parts(markup: &str) -> Vec<String> {
    html(markup).paragraphs()
}

fn found(markup: &str) -> Vec<(String, String)> {
    let reader = Reader::default();
    let asked = Asked { reader: &reader, measures: &[] };
    let source = SourceId::new("a").unwrap();
    figures(asked, &source, None, &html(markup))
        .into_iter()
        .map(|figure| {
            (
                figure.reported,
                figure.described_as.or(figure.reads.map(|reads| reads.hedge)).unwrap_or_default(),
            )
        })
        .collect()
}

fn reported(markup: &str) -> Vec<String> {
    found(markup).into_iter().map(|(reported, _)| reported).collect()
}

#[test]
fn markup_becomes_paragraphs_and_no_script_comes_in() {
    assert_eq!(
        parts("<p>One&nbsp;&pound;5</p><p> </p><ul><li>two<li>three</ul>tail"),
        ["One £5", "two", "three", "tail"]
    );
    assert_eq!(parts("<script>steal()</script><p>a<b>b</b><style>p{}</style> c"), ["ab c"]);
    assert_eq!(parts("<p>unclosed <table><tr><td>1<tr><td>2</table> after"), ["unclosed", "1", "2", "after"]);
}

#[test]
fn what_is_raised_is_a_note_a_power_or_part_of_a_word() {
    assert_eq!(
        parts("<p>40<sup>(1)</sup> people on the 1<sup>st</sup> of 5 m<sup>2</sup></p>"),
        ["40 [note 1] people on the 1st of 5 m²"]
    );
    assert_eq!(reported("<p>There were 40<sup>1</sup> and 53 staff.</p>"), ["40", "53 staff"]);
}

#[test]
fn cells_that_span_are_repeated_and_their_marks_are_no_digits() {
    let table = "<table><tr><th rowspan=2>Area</th><th colspan=2>Benches</th></tr><tr><th>Old</th><th>New</th></tr>\
        <tr><td>North</td><td>12<sup>3</sup></td><td>7</td></tr><tr><td colspan=3>Source: a count</td></tr></table>";
    assert_eq!(
        found(table),
        [("12".into(), "North; Benches, Old".into()), ("7".into(), "North; Benches, New".to_owned())]
    );
    assert_eq!(parts(table)[0].lines().nth(3), Some("| North | 12 [note 3] | 7 |"));
}

#[test]
fn a_heading_of_years_is_no_row_of_values() {
    let table = "<table><tr><td>Area</td><td>2023</td><td>2024-25</td></tr><tr><td>North</td><td>1,204</td><td>..</td></tr></table>";
    let named: Vec<String> =
        found(table).into_iter().map(|(reported, what)| format!("{reported}: {what}")).collect();
    assert_eq!(named, ["1,204: North; 2023", "..: North; 2024-25"]);
}

#[test]
fn a_span_or_a_table_without_end_costs_nothing() {
    let wide =
        format!("<table>{}</table>", "<tr><td colspan=999999 rowspan=999999>5</td></tr>".repeat(2_000));
    let started = html(&wide);
    assert!(started.is_cut && started.blocks.len() == 1);
    assert!(html(&"<table><tr><td>".repeat(20_000)).blocks.len() <= 1);
    assert!(html(&"x".repeat(500_000)).is_cut);
    assert!(reported(&"<p>5 people<sup>1</sup> ".repeat(20_000)).len() <= 2_000);
}

#[test]
fn every_quantity_of_a_sentence_is_proposed_and_no_number_of_a_section() {
    assert_eq!(
        reported(
            "<p>In 2019, 1,234 people were removed, 53 staff left and c.65 joined. See section 12 and COVID-19 at https://a.example/5.</p>"
        ),
        ["1,234 people", "53 staff", "c.65"]
    );
    assert_eq!(
        found("<p>The Department does not hold this information.</p>"),
        [("The Department does not hold this information.".into(), "not held".to_owned())]
    );
    assert!(reported("<p>The call closed on 9 December 2020.</p>").is_empty());
}

#[test]
fn no_number_of_a_list_of_names_is_proposed() {
    assert_eq!(
        reported("<p>Class 1 and 2 vehicles, 12 tractors and classes 3, 4 and 5 are left out.</p>"),
        ["12 tractors"]
    );
}

#[test]
fn a_section_of_another_act_is_no_refusal() {
    let refused = |text: &str| {
        let reading = crate::quantity::Reader::default().read(text, &crate::quantity::Context::prose());
        reading.ok().and_then(|reading| reading.no_value().cloned())
    };
    for text in [
        "support is given under section 12 of the Housing Act 1988",
        "an appeal under section 31 of the Immigration and Asylum Act 1999",
    ] {
        assert_eq!(refused(text), None, "{text}");
    }
    for text in [
        "refused under section 12 of the Act",
        "refused under section 12 of the Freedom of Information Act 2000",
        "section 12 of the Freedom of Information (Scotland) Act 2002 applies",
    ] {
        assert_eq!(refused(text), Some(crate::quantity::NoValue::CostLimit), "{text}");
    }
}
