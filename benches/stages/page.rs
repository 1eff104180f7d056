//! Checking the templates, and filling the page of a measure with 32 figures.

use divan::Bencher;
use onrecord::page::{
    CellKind, FigureRow, FigureTable, Link, MeasurePage, Renderer, Standing, Status, View, When,
};
use std::collections::BTreeMap;

#[divan::bench]
fn templates(bencher: Bencher<'_, '_>) {
    bencher.bench(|| Renderer::new(BTreeMap::new()));
}

#[divan::bench]
#[expect(clippy::expect_used, reason = "without its templates a bench cannot go on")]
fn measure(bencher: Bencher<'_, '_>) {
    let renderer = Renderer::new(BTreeMap::new()).expect("the built-in templates are right");
    let rows = (0..32).map(row).collect();
    let figures = FigureTable { caption: "People waiting".to_owned(), rows, ..FigureTable::default() };
    let page = MeasurePage {
        question: "How many people are waiting?".to_owned(),
        figures,
        ..MeasurePage::default()
    };
    page.render(&renderer).expect("the page is filled");
    bencher.bench(|| page.render(&renderer));
}

fn row(number: u32) -> FigureRow {
    FigureRow {
        anchor: format!("figure-{number}"),
        when: When { words: "October 2025".to_owned(), iso: Some("2025-10".to_owned()) },
        dimensions: Vec::new(),
        reported: "about 12,000".to_owned(),
        kind: CellKind::Number,
        flags: "[p]".to_owned(),
        read_as: "11,500 to 12,500".to_owned(),
        source: Link::new("Monthly figures", "sources/monthly/"),
        said: None,
        status: status(),
        wording: None,
        note: None,
    }
}

fn status() -> Status {
    Status {
        standing: Standing::Unconfirmed,
        words: "not confirmed".to_owned(),
        sentence: None,
        source: None,
    }
}
