//! Each kind of page as a whole, from a small view made by hand.

use std::collections::BTreeSet;

use super::{built_in, drafts_and_rules::*, more_samples::*, samples::*};
use crate::page::{ChangePage, HomePage, MeasurePage, Renderer, SourcePage, View};

/// Every kind of page by its template's name, rendered from its sample.
fn every_kind() -> Vec<(&'static str, String)> {
    fn made<V: View>(renderer: &Renderer, view: &V) -> (&'static str, String) {
        (V::TEMPLATE, view.render(renderer).unwrap_or_else(|error| panic!("{error}")))
    }
    let r = built_in();
    vec![
        made(r, &authored_page()),
        made(r, &change_list()),
        made(r, &change_page()),
        made(r, &discrepancy_list()),
        made(r, &discrepancy_page()),
        made(r, &downloads_page()),
        made(r, &edition_list()),
        made(r, &edition_page()),
        made(r, &gone_measure_page()),
        made(r, &home_page()),
        made(r, &measure_list()),
        made(r, &measure_page()),
        made(r, &not_found_page()),
        made(r, &question_list()),
        made(r, &reading_page()),
        made(r, &rule_list()),
        made(r, &rule_page()),
        made(r, &search_page()),
        made(r, &index_page()),
        made(r, &shelf_page()),
        made(r, &source_list()),
        made(r, &source_page()),
    ]
}

/// What stands between `before` and the next `after`, each time.
fn between<'a>(html: &'a str, before: &str, after: char) -> Vec<&'a str> {
    html.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn each_kind_of_page_is_as_it_was() {
    for (name, html) in every_kind() {
        insta::assert_snapshot!(name, html);
    }
}

#[test]
fn ids_are_unique_and_everything_that_names_an_id_finds_it() {
    for (name, html) in every_kind() {
        let ids = between(&html, " id=\"", '"');
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{name}: {ids:?}");
        let named = between(&html, "aria-labelledby=\"", '"').into_iter().flat_map(str::split_whitespace);
        for id in named.chain(between(&html, "href=\"#", '"')) {
            assert!(known.contains(id), "{name} names `{id}`");
        }
    }
}

#[test]
fn nothing_on_a_page_needs_more_than_its_policy_allows() {
    for (name, html) in every_kind() {
        assert!(
            html.contains("content=\"default-src 'none'; style-src 'self'; img-src 'self' data:; "),
            "{name}"
        );
        // The search alone has a script: a file of ours, and nothing written into the page.
        let (scripts, policies) = if name == "search" { (1, 1) } else { (0, 0) };
        assert_eq!(
            html.matches("<script src=\"../assets/search.js\" defer></script>").count(),
            scripts,
            "{name}"
        );
        assert_eq!(html.matches("<script").count(), scripts, "{name}");
        assert_eq!(html.matches("script-src 'self'; connect-src 'self'").count(), policies, "{name}");
        for part in [" style=", "javascript:", " onclick", " onload", "src=\"http", "href=\"//"] {
            assert!(!html.contains(part), "{name} has {part}");
        }
        let links = between(&html, "<link ", '>').into_iter().filter(|link| !link.contains("canonical"));
        for link in links {
            assert!(!link.contains("http"), "{name}: {link}");
        }
    }
}

#[test]
fn links_within_the_site_are_relative_so_that_it_works_in_any_folder() {
    for (name, html) in every_kind().into_iter().filter(|(name, _)| *name != "not-found") {
        for href in between(&html, "href=\"", '"') {
            let outside = href.starts_with("http") || href.starts_with("mailto:");
            assert!(
                outside || href.starts_with("./") || href.starts_with("../") || href.starts_with('#'),
                "{name}: {href}"
            );
        }
    }
}

#[test]
fn every_page_has_its_landmarks_a_skip_link_and_one_main_heading() {
    for (name, html) in every_kind() {
        for part in [
            "<html lang=\"en-GB\">",
            "<a class=\"skip\" href=\"#content\">",
            "<main id=\"content\"",
            "<footer",
        ] {
            assert_eq!(html.matches(part).count(), 1, "{name}: {part}");
        }
        assert_eq!(html.matches("<h1>").count(), 1, "{name}");
        assert!(html.contains("<nav aria-label=\"Sections\">"), "{name}");
    }
}

#[test]
fn a_measure_page_is_read_in_the_order_a_researcher_asks() {
    let html = measure_page().render(built_in()).unwrap();
    let order = [
        "aria-label=\"Breadcrumb\"",
        "<h1>",
        "class=\"figure\"",
        "not confirmed</a>",
        "Position as at",
        "<dt>Source</dt>",
        "id=\"notices\"",
        "id=\"definition\"",
        "<figure class=\"chart\">",
        "<table>",
        "id=\"caveats\"",
        "id=\"changed\"",
        "id=\"cite\"",
        "id=\"downloads\"",
        "id=\"related\"",
        "<footer",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|part| html.find(part)).collect();
    assert!(places.iter().all(Option::is_some), "{places:?}");
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn what_is_empty_says_so_in_words() {
    let renderer = built_in();
    let frame = || frame("measures/x/", "x", Default::default());
    let measure = MeasurePage { frame: frame(), question: "How many?".into(), ..MeasurePage::default() };
    let source = SourcePage { frame: frame(), title: "x".into(), ..SourcePage::default() };
    let change = ChangePage { frame: frame(), title: "x".into(), ..ChangePage::default() };
    let home = HomePage { frame: frame(), ..HomePage::default() };
    let pages =
        [measure.render(renderer), source.render(renderer), change.render(renderer), home.render(renderer)];
    for html in pages.map(Result::unwrap) {
        for empty in ["<dd></dd>", "<td></td>", "></time>", "<li></li>", "<ul class=\"findings\">\n</ul>"] {
            assert!(!html.contains(empty), "{empty}: {html}");
        }
    }
    let html = measure.render(renderer).unwrap();
    assert!(html.contains("<p class=\"figure unknown\">Not known</p>"), "{html}");
    assert!(html.matches("<span class=\"unknown\">not known</span>").count() >= 8, "{html}");
    assert!(
        html.contains("No figure has been reported.") && html.contains("No caveats are known."),
        "{html}"
    );
}

#[test]
fn the_small_page_says_what_the_page_says_of_the_figure_and_leads_out_of_its_frame() {
    let page = measure_page();
    let embed = crate::page::EmbedPage {
        frame: frame("measures/absconders/v/3/embed/", &page.question, Default::default()),
        question: page.question.clone(),
        headline: page.headline.clone(),
        position: page.dates.position.clone(),
        source: page.source.as_ref().map(|source| source.link.clone()),
        disputed: None,
        chart: None,
        citation: page.citation.text.clone(),
        whole: crate::page::Link::new("The whole page", "measures/absconders/v/3/"),
    };
    let html = embed.render(built_in()).unwrap();
    let headline = page.headline.unwrap();
    for part in [
        headline.words.as_str(),
        headline.status.words.as_str(),
        "<meta name=\"robots\" content=\"noindex\">",
        "default-src 'none'",
        "href=\"../../../../../measures/absconders/v/3/\" target=\"_top\"",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert_eq!(html.matches("<a href").count(), html.matches("target=\"_top\"").count(), "{html}");
    assert_eq!((html.matches("<h1>").count(), html.matches("<nav").count()), (1, 0));
}

#[test]
fn a_page_names_its_card_only_where_it_knows_its_address() {
    let mut page = measure_page();
    let card = crate::page::CardPicture {
        address: "https://record.example/measures/absconders/card.png".to_owned(),
        alternative: "How many? more than 53,000. not confirmed.".to_owned(),
    };
    (page.frame.card, page.frame.canonical) = (Some(card), None);
    assert!(!page.render(built_in()).unwrap().contains("og:"));
    page.frame.canonical = Some("https://record.example/measures/absconders/".to_owned());
    let html = page.render(built_in()).unwrap();
    assert!(html.contains(
        "<meta property=\"og:image\" content=\"https://record.example/measures/absconders/card.png\">"
    ));
    assert!(
        html.contains(
            "<meta property=\"og:image:alt\" content=\"How many? more than 53,000. not confirmed.\">"
        )
    );
}
