//! `onrecord questions`: drafts of the questions that would settle what is open.

use crate::story::Story;
use serde_json::Value;

fn drafts(story: &Story) -> Vec<Value> {
    list(&story.stdout_json(), "/questions").to_vec()
}

fn list<'a>(value: &'a Value, path: &str) -> &'a [Value] {
    value.pointer(path).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn texts(draft: &Value) -> Vec<&str> {
    let request = list(draft, "/request/paragraphs");
    [&draft["written"]].into_iter().chain(request).filter_map(Value::as_str).collect()
}

#[test]
fn the_drafts_of_the_founding_case_read_as_they_are_kept() {
    let mut story = Story::on_the_founding_case();
    story.run(&["questions"]).exit(0).stderr_is_empty().stdout_matches("questions/founding-case.txt");
    story.run(&["questions", "--measure", "absconders", "--format", "markdown"]).exit(0).stderr_is_empty();
    story.stdout_matches("questions/absconders.md");
}

#[test]
fn the_drafts_of_other_cases_read_as_they_are_kept() {
    for name in ["second-case", "park"] {
        let mut story = Story::on(name);
        story.run(&["questions"]).exit(0).stderr_is_empty();
        story.stdout_matches(&format!("questions/{name}.txt"));
    }
}

#[test]
fn a_written_question_is_one_short_sentence_without_quotation() {
    for mut story in [Story::on_the_founding_case(), Story::on("second-case"), Story::on("park")] {
        story.run(&["questions", "--format", "json"]).exit(0).stderr_is_empty();
        let drafts = drafts(&story);
        assert!(!drafts.is_empty());
        for draft in &drafts {
            let Some(written) = draft["written"].as_str() else { panic!("no question: {draft}") };
            assert!(written.starts_with("To ask ") && written.ends_with('.'), "{written}");
            assert!(!written.contains(['“', '”', '"', '?', '\n']), "{written}");
            assert!(!written.trim_end_matches('.').contains(". "), "{written}");
            assert!(written.split_whitespace().count() <= 100, "{written}");
        }
    }
}

#[test]
fn what_settles_most_comes_first() {
    let mut story = Story::on("second-case");
    story.run(&["questions", "--format", "json"]).exit(0);
    let weights: Vec<u64> = drafts(&story).iter().filter_map(|draft| draft["weight"].as_u64()).collect();
    assert!(weights.len() > 2 && weights.is_sorted_by(|a, b| a >= b), "{weights:?}");
}

#[test]
fn a_refused_total_is_not_asked_for_again() {
    let mut story = Story::on_the_founding_case();
    story.run(&["questions", "--format", "json", "--measure", "tracing-cost"]).exit(0);
    let drafts = drafts(&story);
    let [draft] = &drafts[..] else { panic!("not one draft: {drafts:?}") };
    assert!(texts(draft).iter().all(|text| !text.contains("what the figure was")), "{draft}");
    story.stdout_contains("in which databases or other records");
    story.stdout_contains("This was said not to be held in one place");
}

#[test]
fn no_range_and_no_value_is_printed_of_what_was_withheld() {
    let mut story = Story::on("second-case");
    story.run(&["questions", "--format", "json", "--measure", "injury-claims"]).exit(0);
    let drafts = drafts(&story);
    let [draft] = &drafts[..] else { panic!("not one draft: {drafts:?}") };
    assert_eq!(draft["expected"].as_array().map(Vec::len), Some(0), "{draft}");
    let said = draft["said"].to_string();
    assert!(said.contains("gave “22”") && !said.contains("“4”"), "{said}");
    assert!(texts(draft).iter().any(|text| text.contains("below 6, please join groups or periods")));
}

#[test]
fn a_small_count_in_dispute_gets_no_range_either() {
    let mut story = Story::on("park");
    story.replace("data/figures/park.csv", "2025-01-01,12,", "2025-01-01,4,");
    story.replace("data/figures/park.csv", "2025-01-01,15,", "2025-01-01,3,");
    story.append("site/site.toml", "\n[policy]\nmode = \"republish\"\n");
    story.run(&["questions", "--format", "json", "--measure", "benches"]).exit(0).stdout_contains("R007");
    assert_eq!(drafts(&story).first().and_then(|draft| draft["expected"].as_array()).map(Vec::len), Some(0));
}

#[test]
fn an_answer_is_cited_by_its_number() {
    let mut story = Story::on_the_founding_case();
    story.replace(
        "data/sources/written-answer-norris.md",
        "reported = \"2026\"",
        "reported = \"2026\"\nreference = \"UIN 12345\"\nsaid = \"2026-03-03\"",
    );
    story.run(&["questions", "--measure", "tracing-cost", "--format", "json"]).exit(0);
    story.stdout_contains(
        "Department, pursuant to the Answer of 3 March 2026 to Question 12345, in which databases",
    );
    story.stdout_contains("This is further to the Answer to parliamentary Question 12345.");
    story.stdout_lacks("on record without its number");
}

#[test]
fn whom_to_ask_is_never_guessed() {
    let mut story = Story::on("park");
    story
        .run(&["questions", "--format", "markdown"])
        .exit(0)
        .stdout_contains("To ask \\[the responsible minister\\], how many benches");
    story.stdout_contains("fill in \\[the responsible");
    story.replace(
        "data/bodies.toml",
        "name = \"Town Council\"",
        "name = \"Town Council\"\nasked_as = \"the Minister for Parks\"\nfoi = \"none\"",
    );
    story
        .run(&["questions", "--format", "markdown"])
        .exit(0)
        .stdout_contains("To ask the Minister for Parks, how many benches");
    story
        .stdout_lacks("[the responsible")
        .stdout_lacks("Freedom of Information Act")
        .stdout_contains("no request is drafted");
    story.replace("data/bodies.toml", "foi = \"none\"", "foi = \"scotland\"");
    story
        .run(&["questions", "--format", "markdown"])
        .exit(0)
        .stdout_contains("(Scotland) Act 2002")
        .stdout_contains("section 15");
}

#[test]
fn a_matter_that_is_explained_is_no_longer_asked_about() {
    let mut story = Story::on("park");
    story.run(&["questions", "--format", "json"]).exit(0);
    let drafts = drafts(&story);
    let settled: Vec<&str> =
        drafts.iter().flat_map(|d| list(d, "/settles")).filter_map(|s| s["fingerprint"].as_str()).collect();
    let reviews: Vec<String> = settled
        .iter()
        .map(|finding| {
            format!("\n[[review]]\nfinding = \"{finding}\"\nstate = \"explained\"\ntext = \"Known.\"\nby = \"Us\"\ndate = \"2025-04-01\"\n")
        })
        .collect();
    assert!(!reviews.is_empty());
    story.write("data/reviews/benches.toml", format!("format = 1\n{}", reviews.concat()));
    story.run(&["questions"]).exit(0).stdout_is("Nothing is open.\n");
    story.run(&["questions", "--format", "json"]).exit(0).stdout_is("{\n  \"questions\": []\n}\n");
}

#[test]
fn a_measure_that_is_not_there_meets_the_nearest() {
    let mut story = Story::on("park");
    story
        .run(&["questions", "--measure", "bench"])
        .exit(2)
        .stdout_is("")
        .stderr_contains("did you mean benches?");
    story.run(&["questions", "--measure", "swings"]).exit(0).stdout_is("Nothing is open.\n");
}

fn expected(story: &Story) -> Vec<String> {
    let of = |draft: &Value| list(draft, "/expected").to_vec();
    let lines = drafts(story).iter().flat_map(of).collect::<Vec<_>>();
    lines.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
fn what_was_not_given_must_be_what_the_other_figures_leave() {
    let mut story = Story::on("rules/R018-implied-value/fires");
    story.run(&["questions", "--format", "json"]).exit(0);
    let lines = expected(&story);
    let line = "2023, Pont Wen: 831 to 931 (on the loosest reading 781 to 981), if “2,081” (Library statistics 2023) \
                and “around 1,200” (Library statistics 2023) are right.";
    assert!(lines.iter().any(|found| found == line), "{lines:?}");
}

#[test]
fn what_is_tied_to_a_figure_draws_its_range_tighter() {
    let mut story = Story::on("rules/R018-implied-value/fires");
    story.replace(
        "data/figures/figures.csv",
        "all,loans,\"2,081\",statistics",
        "all,loans,\"about 2,000\",statistics",
    );
    story.replace("data/figures/figures.csv", "around 1,200", "1,204");
    story.append("data/figures/figures.csv", "papur,loans,\"not held\",foi-12,all,2023\n");
    story.replace("data/figures/figures.csv", "pont-wen,loans,not held", "pont-wen,loans,more than 850");
    story.run(&["questions", "--format", "json"]).exit(0);
    let lines = expected(&story);
    let line = "2023: 2,055 to 2,100, if “about 2,000” (Library statistics 2023) and the figures it is tied to \
                (“1,204” (Library statistics 2023) and “more than 850” (FOI response 12 on libraries)) are right.";
    assert_eq!(lines, [line]);
}

#[test]
fn a_count_that_can_only_be_small_is_not_worked_out_for_a_question_either() {
    let mut story = Story::on("rules/R018-implied-value/fires");
    story.replace("data/figures/figures.csv", "around 1,200", "2,074");
    story.run(&["questions", "--format", "json"]).exit(0);
    let lines = expected(&story);
    assert!(!lines.iter().any(|line| line.contains("Pont Wen: ")), "{lines:?}");
}

#[test]
fn only_what_was_public_by_a_date_is_asked_about() {
    let mut story = Story::on("park");
    story.run(&["questions"]).exit(0).stdout_contains("15, as in A bench too many");
    story.run(&["questions", "--as-known-on", "2025-01-31"]).exit(0).stdout_lacks("A bench too many");
}
