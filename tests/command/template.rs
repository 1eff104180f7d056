//! `onrecord template`: the built-in templates and the values of each page.

use crate::story::Story;

#[test]
fn every_template_of_the_list_is_written_out_and_every_page_has_values() {
    let mut story = Story::on_nothing();
    story.run(&["template"]).exit(0).stderr_is_empty();
    let list = story.outcome().stdout.clone();
    assert!(list.lines().any(|name| name == "measure"), "{list}");
    for name in list.lines() {
        story.run(&["template", name]).exit(0).stderr_is_empty().stdout_contains("{{");
        if name.starts_with("partials/") {
            story
                .run(&["template", name, "--values"])
                .exit(2)
                .stderr_contains("the page or part that it is put into");
        } else {
            story
                .run(&["template", name, "--values"])
                .exit(0)
                .stdout_contains(&format!("{name}: the page\n"));
        }
    }
}

#[test]
fn the_values_of_a_page_say_what_each_is_and_which_may_be_missing() {
    let mut story = Story::on_nothing();
    story
        .run(&["template", "measure", "--values"])
        .exit(0)
        .stdout_contains("  headline: Headline, may be missing\n")
        .stdout_contains("\nHeadline\n")
        .stdout_contains("confirmed | partly-confirmed | unconfirmed");
}

#[test]
fn a_name_that_no_template_has_is_answered_with_the_nearest() {
    Story::on_nothing().run(&["template", "mesure"]).exit(2).stderr_contains("did you mean measure?");
}
