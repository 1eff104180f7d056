//! Text from data files stays text, wherever a page puts it.

use handlebars::Context;
use serde_json::Value;

use super::{built_in, more_samples::*, samples::*};
use crate::page::renderer::context;
use crate::page::*;

const HOSTILE: &str = "\"><script>alert(1)</script>' onclick='x {{title}} {{{html}}} \u{202e}\u{0}";

/// Puts the same words in place of every string of a view but those no data file can reach.
fn overwrite(value: &mut Value, words: &str) {
    match value {
        Value::String(text) => *text = words.to_owned(),
        Value::Array(items) => items.iter_mut().for_each(|item| overwrite(item, words)),
        Value::Object(fields) => {
            let reachable = |name: &str| !["html", "svg", "standing"].contains(&name);
            fields
                .iter_mut()
                .filter(|(name, _)| reachable(name))
                .for_each(|(_, value)| overwrite(value, words));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn filled<V: View>(renderer: &Renderer, view: &V, words: &str) -> String {
    let mut values = context(view).unwrap().data().clone();
    overwrite(&mut values, words);
    renderer.fill(V::TEMPLATE, &Context::from(values)).unwrap()
}

fn holds<V: View>(renderer: &Renderer, view: &V) {
    let (plain, hostile) = (filled(renderer, view, "x"), filled(renderer, view, HOSTILE));
    let name = V::TEMPLATE;
    assert_eq!(plain.matches('<').count(), hostile.matches('<').count(), "{name} lets markup through");
    assert_eq!(plain.matches('"').count(), hostile.matches('"').count(), "{name} lets a quote through");
    assert!(!hostile.contains("' onclick") && !hostile.contains('\u{202e}'), "{name}");
    assert!(hostile.contains("{{title}} {{{html}}} [U+202E]\u{fffd}"), "{name}");
}

#[test]
fn every_text_of_every_page_is_escaped() {
    let renderer = built_in();
    holds(renderer, &authored_page());
    holds(renderer, &change_list());
    holds(renderer, &change_page());
    holds(renderer, &discrepancy_list());
    holds(renderer, &discrepancy_page());
    holds(renderer, &downloads_page());
    holds(renderer, &edition_list());
    holds(renderer, &edition_page());
    holds(renderer, &home_page());
    holds(renderer, &measure_list());
    holds(renderer, &measure_page());
    holds(renderer, &not_found_page());
    holds(renderer, &source_list());
    holds(renderer, &source_page());
}

fn rows_with(words: &str) -> String {
    let w = || words.to_owned();
    let when = || When { words: w(), iso: None };
    let state = Status { standing: Standing::Unconfirmed, words: w(), sentence: None, source: None };
    let figure = FigureRow {
        wording: Some(w()),
        anchor: w(),
        when: when(),
        dimensions: vec![w(), w()],
        reported: w(),
        kind: CellKind::Words,
        flags: w(),
        read_as: w(),
        source: Link::new(w(), w()),
        said: Some(when()),
        status: state.clone(),
        note: Some(w()),
    };
    let source = SourceFigure {
        part: Some(w()),
        flags: w(),
        measure: Link::new(w(), w()),
        reported: w(),
        kind: CellKind::Number,
        read_as: w(),
        when: when(),
        status: state,
        words: Some(w()),
    };
    let change = ChangeRow {
        figure: Link::new(w(), w()),
        detail: Some(w()),
        kind: w(),
        was: Some(w()),
        now: Some(w()),
        why: Some(w()),
    };
    let figures = FigureTable { rows: vec![figure], ..FigureTable::default() };
    let rows = [
        MeasurePage { figures, ..MeasurePage::default() }.rows(),
        SourcePage { figures: vec![source], ..SourcePage::default() }.rows(),
        ChangePage { rows: vec![change], ..ChangePage::default() }.rows(),
    ];
    rows.iter().flatten().map(Html::as_str).collect()
}

#[test]
fn every_text_of_the_rows_written_in_code_is_escaped() {
    let (plain, hostile) = (rows_with("x"), rows_with(HOSTILE));
    assert_eq!(plain.matches(">x<").count(), 20, "{plain}");
    assert_eq!(plain.matches('<').count(), hostile.matches('<').count());
    assert_eq!(plain.matches('"').count(), hostile.matches('"').count());
    assert!(!hostile.contains("' onclick") && !hostile.contains('\u{202e}'));
}

#[test]
fn only_html_and_svg_are_ever_named_so_in_a_view() {
    fn check(value: &Value) {
        if let Value::Object(fields) = value {
            let trusted = fields.contains_key("html") || fields.contains_key("svg");
            assert!(!trusted || fields.len() == 1, "{fields:?}");
            fields.values().for_each(check);
        } else if let Value::Array(items) = value {
            items.iter().for_each(check);
        }
    }
    for view in [
        context(&measure_page()),
        context(&source_page()),
        context(&edition_page()),
        context(&authored_page()),
    ] {
        check(view.unwrap().data());
    }
}
