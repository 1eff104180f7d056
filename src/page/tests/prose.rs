//! Prose from a data file can be read, and can do nothing else.

use crate::page::{Prose, Under};

fn html(markdown: &str) -> String {
    let place = Prose { root: "../../", prefix: "definition", under: Under::Section };
    place.html(markdown).as_str().to_owned()
}

#[test]
fn raw_html_becomes_text() {
    let out =
        html("Before <b onclick=\"x\">bold</b>\n\n<script>alert(1)</script>\n\nafter <img src=x onerror=y>");
    for tag in ["<script", "<b ", "<img", "<b>"] {
        assert!(!out.contains(tag), "{out}");
    }
    assert!(out.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{out}");
    assert!(out.contains("&lt;b onclick="), "{out}");
}

#[test]
fn links_that_could_run_or_deceive_become_their_words() {
    for dest in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "<java\tscript:x>",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "/\\\\evil.example",
        "measures/../../x",
        "..///evil.example",
    ] {
        let out = html(&format!("[words]({dest}) ![picture]({dest})"));
        assert!(!out.contains("<a") && !out.contains("<img"), "{dest}: {out}");
        assert!(out.contains("words") && out.contains("picture"), "{dest}: {out}");
    }
}

#[test]
fn headings_of_a_text_with_a_page_to_itself_are_linked_by_their_words() {
    let page = Prose { root: "../", prefix: "page", under: Under::Page };
    let out = page
        .html("# What is withheld\n\n# Content\n\n[up](#what-is-withheld) [frame](#content)\n")
        .as_str()
        .to_owned();
    assert!(out.contains(r#"<h2 id="what-is-withheld">"#), "{out}");
    assert!(out.contains(r##"<a href="#what-is-withheld">up</a>"##), "{out}");
    assert!(out.contains(r#"<h2 id="text-page-content">"#), "{out}");
    assert!(out.contains(r##"<a href="#text-page-content">frame</a>"##), "{out}");
}

#[test]
fn links_within_the_site_start_at_its_root() {
    assert!(html("[a](/measures/absconders/)").contains(r#"<a href="../../measures/absconders/">a</a>"#));
    assert!(html("[a](sources/x/)").contains(r#"<a href="../../sources/x/">a</a>"#));
    assert!(html("[a](../method/#ranges)").contains(r#"<a href="../../method/#ranges">a</a>"#));
    assert!(html("![a](assets/a.png)").contains(r#"<img src="../../assets/a.png" alt="a" />"#));
    assert!(html("![a](https://example.org/a.png)").contains("<p>a</p>"));
}

#[test]
fn links_outside_carry_no_opener_and_quotes_stay_in_their_attribute() {
    let out = html(r#"[a](https://example.org/?a=1&b=2 "a \"title\" onclick=x") <desk@example.org>"#);
    assert!(
        out.contains(r#"href="https://example.org/?a=1&amp;b=2" rel="external noopener noreferrer""#),
        "{out}"
    );
    assert!(out.contains(r#"title="a &quot;title&quot; onclick=x""#), "{out}");
    assert!(out.contains(r#"href="mailto:desk@example.org""#), "{out}");
}

#[test]
fn headings_stand_below_the_pages_and_their_ids_are_prefixed_and_unique() {
    let out = html("# Main\n\n## Main\n\n# *Main* `x`\n\n###### deep\n\n# !!!");
    for part in [
        r#"<h3 id="text-definition-main">Main</h3>"#,
        r#"<h4 id="text-definition-main--2">Main</h4>"#,
        r#"<h3 id="text-definition-main-x">"#,
        r#"<h6 id="text-definition-deep">"#,
        r#"<h3 id="text-definition-section">"#,
    ] {
        assert!(out.contains(part), "{part}: {out}");
    }
    assert!(html("[up](#Main)").contains(r##"href="#text-definition-main""##));
}

#[test]
fn footnotes_cannot_take_an_id_of_the_page() {
    let out = html("a[^main]\n\n[^main]: note");
    assert!(
        out.contains(r##"href="#note-definition-main""##) && out.contains(r#"id="note-definition-main""#),
        "{out}"
    );
    assert!(!out.contains(r#"id="main""#), "{out}");
}

#[test]
fn tables_scroll_and_align_by_class() {
    let out = html("| Source | Figure |\n|---|--:|\n| a | 1 |\n");
    let head =
        r#"<thead><tr><th scope="col">Source</th><th scope="col" class="number">Figure</th></tr></thead>"#;
    let body = r#"<tbody><tr><td>a</td><td class="number">1</td></tr></tbody>"#;
    let region = r#"<div class="scroll" role="region" aria-label="Table 1, definition" tabindex="0">"#;
    assert_eq!(out, format!("{region}<table>{head}{body}</table></div>\n"));
}

#[test]
fn no_markup_of_prose_uses_an_inline_style_or_handler() {
    let out =
        html("| a |\n|:-:|\n| b |\n\n1. one\n\n5. five\n\n```rust\" onclick=\"x\nlet a = 1;\n```\n\n***\n");
    assert!(!out.contains("style="), "{out}");
    assert!(!out.contains("\" onclick=\""), "{out}");
}

#[test]
fn template_signs_and_direction_overrides_are_shown_as_text() {
    let out = html("{{x}} {{{y}}} {{> z}} a\u{202e}b `c\u{202e}`");
    assert!(out.contains("{{x}} {{{y}}} {{&gt; z}} a[U+202E]b"), "{out}");
    assert!(!out.contains('\u{202e}'), "{out}");
}

#[test]
fn prose_nested_twenty_thousand_deep_does_not_overflow() {
    let deep = format!("{}x", ">".repeat(20_000));
    assert!(html(&deep).contains('x'));
    assert!(html(&"[".repeat(20_000)).contains('['));
}
