//! A publisher's own templates are checked before any page is made.

use std::collections::BTreeMap;

use super::samples::*;
use crate::page::{PageError, Renderer, View};

fn renderer(overrides: &[(&str, &str)]) -> Result<Renderer, Vec<PageError>> {
    Renderer::new(overrides.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
}

fn mistakes(overrides: &[(&str, &str)]) -> Vec<String> {
    renderer(overrides).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn a_template_of_the_publishers_takes_the_place_of_the_built_in_one() {
    let own = renderer(&[
        ("home", "{{> partials/own frame}} {{{introduction.html}}}"),
        ("partials/own", "<p>{{path}}{{title}}</p>"),
    ]);
    let mut page = home_page();
    page.introduction = Some(prose("Words."));
    assert_eq!(page.render(&own.unwrap()).unwrap(), "<p>On the record: absconders</p> <p>Words.</p>\n");
}

#[test]
fn a_name_that_no_view_has_is_an_error_with_its_place_even_in_a_condition() {
    for text in [
        "<p>\n  {{nothing}}",
        "<p>\n  {{#if nothing}}x{{/if}}",
        "<p>\n  {{#unless nothing}}x{{/unless}}",
        "<p>\n  {{known nothing}}",
        "<p>\n  {{#each nothing}}x{{/each}}",
    ] {
        let errors = renderer(&[("home", text)]).err().unwrap();
        let [error] = errors.as_slice() else { panic!("{text}: {errors:?}") };
        assert_eq!(
            (error.template.as_str(), error.line, error.column),
            ("home", Some(2), Some(3)),
            "{text}: {error}"
        );
        assert!(error.message.contains("nothing"), "{error}");
    }
}

#[test]
fn a_name_that_no_view_has_is_named_with_the_nearest_and_with_what_to_do() {
    let found = mistakes(&[("home", "<p>\n  {{#each measurs}}x{{/each}}")]);
    let expected = "templates/home.hbs:2:3: The page has no value named `measurs` here. Help: Did you mean `measures` \
                    or `all_measures`? `onrecord template home --values` lists what there is. A template that was \
                    copied from an older version of the program may need renewing.";
    assert_eq!(found, [expected]);
}

#[test]
fn names_are_followed_into_blocks_partials_and_branches_that_no_page_takes() {
    let cases = [
        ("{{#each measures}}{{measure.txt}}{{/each}}", "measure.txt"),
        ("{{#if last}}{{#if last.changes}}{{last.changes.note}}{{/if}}{{/if}}", "last.changes.note"),
        ("{{#with last as |edition|}}{{edition.numbr}}{{/with}}", "edition.numbr"),
        ("{{#each measures}}{{../titel}}{{/each}}", "../titel"),
        ("{{#each measures}}{{@root.frame.rot}}{{/each}}", "@root.frame.rot"),
        ("{{#if (eq frame.sektion \"home\")}}{{/if}}", "frame.sektion"),
        ("{{> partials/own last}}", "date.wordz"),
    ];
    for (home, name) in cases {
        let found = mistakes(&[("home", home), ("partials/own", "{{date.wordz}}")]);
        assert_eq!(found.len(), 1, "{home}: {found:?}");
        assert!(found[0].contains(&format!("no value named `{name}`")), "{found:?}");
    }
    let right = "{{#each measures as |line|}}{{line.measure.text}}{{@index}}{{../frame.title}}{{/each}}\
                 {{#with last}}{{date.words}}{{else}}{{frame.title}}{{/with}}{{> partials/own last words=frame.title}}";
    assert_eq!(
        mistakes(&[("home", right), ("partials/own", "{{date.words}}{{words}}")]),
        Vec::<String>::new()
    );
}

#[test]
fn only_what_can_be_called_is_called() {
    let found = mistakes(&[("home", "{{#eech measures}}x{{/eech}}")]);
    let expected =
        "templates/home.hbs:1:1: There is no `eech` to call with a value. Help: Did you mean `each`?";
    assert_eq!(found, [expected]);
}

#[test]
fn a_figure_is_not_printed_without_its_status() {
    let line = "<li>{{measure.text}}\n {{figure}} {{known when}} {{discrepancies.text}}</li>";
    let found = mistakes(&[("partials/measure-line", line)]);
    let expected = "templates/partials/measure-line.hbs:2:2: `figure` is printed here, but the page `edition` nowhere prints \
                    `status.words` beside it. Help: A figure without its status says more than its source did. \
                    `onrecord template edition` writes the built-in template out, to compare.";
    assert_eq!(found, [expected]);
    // The words may stand in a partial of the publisher's own.
    let line = format!("{line}{{{{#if status}}}}{{{{> partials/standing status}}}}{{{{/if}}}}");
    let whole = mistakes(&[("partials/measure-line", &line), ("partials/standing", "<b>{{words}}</b>")]);
    assert_eq!(whole, Vec::<String>::new());
    // Where no figure is printed, none of it is missed.
    assert_eq!(mistakes(&[("partials/measure-line", "<li>{{measure.text}}</li>")]), Vec::<String>::new());
}

#[test]
fn a_condition_alone_does_not_print_a_status() {
    let found = mistakes(&[("embed", "{{headline.words}}{{#if headline.status.words}}known{{/if}}")]);
    assert!(found.iter().any(|one| one.contains("`status.words`")), "{found:#?}");
    assert!(found.iter().any(|one| one.contains("`disputed`")), "{found:#?}");
}

#[test]
fn a_mark_needs_the_name_of_a_standing() {
    let error = home_page().render(&renderer(&[("home", "{{mark frame.title}}")]).unwrap()).unwrap_err();
    assert_eq!(error.message, "`mark` needs the name of a standing, not On the record: absconders.");
}

#[test]
fn broken_syntax_is_reported_with_its_place() {
    let found = mistakes(&[("home", "<p>\n{{#if title}}"), ("measure", "{{x")]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found
            .iter()
            .all(|one| one.starts_with("templates/home.hbs:") || one.starts_with("templates/measure.hbs:")),
        "{found:?}"
    );
}

#[test]
fn partials_that_include_each_other_are_refused_before_they_can_overflow_the_stack() {
    let two = mistakes(&[("partials/a", "{{> partials/b}}"), ("partials/b", "x\n {{> partials/a}}")]);
    assert_eq!(
        two,
        [
            "templates/partials/b.hbs:2:2: These templates include each other: partials/a, partials/b. Help: Take one of the inclusions out."
        ]
    );
    let own = mistakes(&[("partials/a", "{{> partials/a}}")]);
    assert_eq!(own.len(), 1, "{own:?}");
    let three = mistakes(&[
        ("partials/a", "{{#if x}}{{> partials/b}}{{/if}}"),
        ("partials/b", "{{#each x}}{{else}}{{> partials/c}}{{/each}}"),
        ("partials/c", "{{#> partials/top}}{{> partials/a}}{{/partials/top}}"),
    ]);
    assert_eq!(three.len(), 1, "{three:?}");
    let built_in =
        mistakes(&[("partials/top", "{{> partials/bottom}}"), ("partials/bottom", "{{> partials/top}}")]);
    assert_eq!(built_in.len(), 1, "{built_in:?}");
}

#[test]
fn a_chain_of_inclusions_ten_thousand_long_is_refused() {
    let mut overrides: BTreeMap<String, String> = (0..10_000)
        .map(|n| (format!("partials/p{n:05}"), format!("{{{{> partials/p{:05}}}}}", n + 1)))
        .collect();
    overrides.insert("partials/p10000".to_owned(), "end".to_owned());
    let found = Renderer::new(overrides).err().unwrap();
    assert!(found.iter().all(|error| error.message.contains("deep")), "{:?}", found.first());
}

#[test]
fn blocks_nested_past_reason_are_refused_before_parsing() {
    let found = mistakes(&[("home", &"{{#if a}}".repeat(20_000))]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found.concat().contains("open here"), "{found:?}");
    assert!(mistakes(&[("home", &" ".repeat(300_000))]).concat().contains("larger than"));
}

#[test]
fn values_are_printed_unescaped_only_under_the_trusted_names() {
    for text in [
        "{{{title}}}",
        "{{&title}}",
        "{{{frame.site.title}}}",
        "{{#if x}}{{{y}}}{{/if}}",
        "{{{lookup this \"html\"}}}",
        "{{{html.title}}}",
    ] {
        let found = mistakes(&[("home", text)]);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found.concat().contains("without escaping"), "{found:?}");
    }
    assert!(mistakes(&[("home", "{{{introduction.html}}}")]).is_empty());
}

#[test]
fn partials_that_cannot_be_checked_or_found_are_refused() {
    let unknown = mistakes(&[("home", "{{> partials/botom frame}}")]);
    assert_eq!(
        unknown,
        [
            "templates/home.hbs:1:1: There is no template `partials/botom` to include. Help: Did you mean `partials/bottom`?"
        ]
    );
    let dynamic = mistakes(&[("home", "{{> (lookup this \"x\")}}")]);
    assert!(dynamic.concat().contains("written out"), "{dynamic:?}");
    assert!(mistakes(&[("home", "{{#*inline \"x\"}}y{{/inline}}")]).concat().contains("not supported"));
    let misplaced = mistakes(&[("mesure", "x")]);
    assert_eq!(
        misplaced,
        ["templates/mesure.hbs: No page uses a template of this name. Help: Did you mean `measure`?"]
    );
}

#[test]
fn the_sites_own_words_are_neutral() {
    let loaded =
        ["refus", "admit", "claimed", "alleg", "insist", "shock", "scandal", "illegal", "chaos", "failed"];
    for (name, text) in crate::page::built_in::TEMPLATES {
        let lower = text.to_lowercase();
        for word in loaded {
            assert!(!lower.contains(word), "{name} says “{word}”");
        }
    }
}
