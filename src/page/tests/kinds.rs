//! Each kind of page as a whole, from a small view made by hand.

use std::collections::BTreeMap;

use super::{more_samples::*, samples::*};
use crate::page::{Renderer, View};

fn render(view: &impl View) -> String {
    Renderer::new(BTreeMap::new()).unwrap().render_for_test(view)
}

impl Renderer {
    fn render_for_test(&self, view: &impl View) -> String {
        view.render(self).unwrap_or_else(|error| panic!("{error}"))
    }
}

/// Every kind of page by its template's name, rendered from its sample.
pub(super) fn every_kind() -> Vec<(&'static str, String)> {
    vec![
        ("authored", render(&authored_page())),
        ("changes", render(&change_list())),
        ("change", render(&change_page())),
        ("discrepancies", render(&discrepancy_list())),
        ("discrepancy", render(&discrepancy_page())),
        ("downloads", render(&downloads_page())),
        ("editions", render(&edition_list())),
        ("edition", render(&edition_page())),
        ("home", render(&home_page())),
        ("measures", render(&measure_list())),
        ("measure", render(&measure_page())),
        ("not-found", render(&not_found_page())),
        ("sources", render(&source_list())),
        ("source", render(&source_page())),
    ]
}

#[test]
fn each_kind_of_page_is_as_it_was() {
    for (name, html) in every_kind() {
        insta::assert_snapshot!(name, html);
    }
}
