//! Change notes: a past value that changes is released with its reason, and readers see it.

use crate::story::Story;

const FIGURES: &str = "data/figures/benches.csv";

/// A park whose benches were counted in three years, released once.
fn released() -> Story {
    let mut story = Story::on("smallest");
    story.write(
        FIGURES,
        "id,measure,reported,source,period\nb2024,benches,12,walk,2024\nb2023,benches,9,walk,2023\n\
         b2022,benches,about 20,walk,2022\n",
    );
    story.run(&["release", "--note", "First", "--date", "2025-01-01"]).exit(0);
    story
}

fn release(story: &mut Story) -> &mut Story {
    story.run(&["release", "--note", "Second", "--date", "2025-02-01"])
}

#[test]
fn a_past_value_that_changes_is_not_released_without_a_note() {
    let mut story = released();
    story.replace(FIGURES, "b2024,benches,12", "b2024,benches,13").replace(
        FIGURES,
        "b2023,benches,9,walk,2023\n",
        "",
    );
    release(&mut story).exit(3).stderr_matches("release/without-note.txt");
    assert!(!story.has("data/editions/0002.json"));
    // Nothing is wrong with the record as it stands: the check says what a release would need.
    story.run(&["check"]).exit(0).stdout_contains("warning[E007 change-without-note]");
    story.run(&["build"]).exit(0);
    story.explain("revision", "figures = [\"b2024\"]");
    release(&mut story).exit(3).stderr_contains("b2023, “9”, is gone.");
    story.explain("withdrawal", "figures = [\"b2023\"]");
    release(&mut story).exit(0);
    story.run(&["verify"]).exit(0).stdout_is("2 editions, every file as it was released.\n");
    story.run(&["check"]).exit(0);
    assert!(!story.outcome().stdout.contains("E00"), "{}", story.outcome().stdout);
}

#[test]
fn what_is_new_needs_no_note() {
    let mut story = released();
    story.append(FIGURES, "b2025,benches,14,walk,2025\n");
    release(&mut story).exit(0);
}

#[test]
fn a_measure_that_counts_something_else_needs_a_note() {
    let mut story = released();
    let measure = "data/measures/benches.toml";
    let text = story.read(measure);
    story.write(measure, format!("{text}\npopulation = \"Benches with a back\"\n"));
    release(&mut story).exit(3).stderr_contains("what it counts is said otherwise");
    story.stderr_contains("measures = [\"benches\"]");
    story.explain("restatement", "measures = [\"benches\"]");
    release(&mut story).exit(0);
}

#[test]
fn a_note_that_names_nothing_on_record_is_a_mistake() {
    let mut story = released();
    story.replace(FIGURES, "b2024,benches,12", "b2024,benches,13");
    story.explain("revision", "figures = [\"b2042\"]");
    release(&mut story).exit(3).stderr_contains("the revision note-1 is about the figure b2042, which");
    // A note on what did not change is pointed out, and stands in nobody's way.
    story.remove("data/changes").explain("revision", "figures = [\"b2024\", \"b2023\"]");
    story.run(&["check"]).exit(0).stdout_contains("the revision note-1 is about the figure b2023, which");
    release(&mut story).exit(0);
}

#[test]
fn a_kind_that_the_change_cannot_be_is_refused() {
    for (kind, old, new) in [
        ("update", "b2024,benches,12", "b2024,benches,13"),
        ("withdrawal", "b2024,benches,12", "b2024,benches,13"),
        ("revision", "b2023,benches,9,walk,2023\n", ""),
    ] {
        let mut story = released();
        story.replace(FIGURES, old, new).explain(kind, "measures = [\"benches\"]");
        release(&mut story).exit(3).stderr_contains("E009").stderr_contains(&format!("the {kind} note-1"));
    }
}

#[test]
fn a_correction_says_what_was_wrong_and_nothing_else_does() {
    let mut story = released();
    let note = "[[change]]\nid = \"n\"\ndate = \"2025-02-01\"\nfigures = [\"b2024\"]\nwhat = \"a\"\nwhy = \"b\"\n\
                effect = \"c\"\nby = \"d\"\n";
    let path = "data/changes/2025.toml";
    story.write(path, format!("format = 1\n{note}kind = \"correction\"\n"));
    story.run(&["check"]).exit(3).stderr_contains("a correction needs “error”");
    story.write(
        path,
        format!("format = 1\n{note}kind = \"revision\"\nerror = \"e\"\nreplaced_by = \"b2023\"\n"),
    );
    story.run(&["check"]).exit(3).stderr_contains("a revision says what was wrong");
    story.stderr_contains("a revision replaces nothing");
    story.write(
        path,
        format!("format = 1\n{}", note.replace("figures = [\"b2024\"]\n", "kind = \"update\"\n")),
    );
    story.run(&["check"]).exit(3).stderr_contains("the note is about no figure and no measure");
    story.write(path, format!("format = 1\n{note}kind = \"revision\"\n{note}kind = \"revision\"\n"));
    story.run(&["check"]).exit(3).stderr_contains("the change note id “n” stands twice");
}

#[test]
fn readers_see_what_changed_why_and_what_is_gone() {
    let mut story = released();
    story.replace(FIGURES, "b2024,benches,12", "b2024,benches,13").replace(
        FIGURES,
        "b2023,benches,9,walk,2023\n",
        "",
    );
    story.explain("correction", "figures = [\"b2024\"]").explain("withdrawal", "figures = [\"b2023\"]");
    release(&mut story).exit(0);
    story.run(&["build"]).exit(0);
    let change = story.read("public/changes/2/index.html");
    for words in
        ["Why of note 1", "It was counted twice.", "Why of note 2", "The editor", "id=\"note-note-1\""]
    {
        assert!(change.contains(words), "{words}: {change}");
    }
    story.file_matches("public/changes/2/changes.csv", "release/changes.csv");
    story.file_matches("public/changes/2/changes.daff.csv", "release/changes.daff.csv");
    let measure = story.read("public/measures/benches/index.html");
    assert!(measure.contains("<li id=\"figure-b2023\">"), "{measure}");
    assert!(measure.contains("measures/benches/v/1/#figure-b2023"), "{measure}");
    assert!(measure.contains("No longer on record") && measure.contains("Why of note 2"), "{measure}");
    assert!(measure.contains("Correction: What of note 1 What was wrong when it was said: It was counted twice. Why: Why of note 1"), "{measure}");
    // The frozen pages: the first knows nothing of it, the second tells it for good.
    let first = story.read("public/measures/benches/v/1/index.html");
    assert!(!first.contains("No longer on record") && !first.contains("Why of note"), "{first}");
    assert!(
        first.contains("Superseded: <a href=\"../../../../measures/benches/v/2/\">Edition 2</a>"),
        "{first}"
    );
    assert!(first.contains("1 figure was removed; 1 figure was revised."), "{first}");
    let second = story.read("public/measures/benches/v/2/index.html");
    assert!(second.contains("<li id=\"figure-b2023\">") && !second.contains("Superseded"), "{second}");
}

#[test]
fn three_editions_give_a_triangle_with_the_means_of_its_revisions() {
    let mut story = released();
    story.replace(FIGURES, "b2024,benches,12", "b2024,benches,15").replace(
        FIGURES,
        "b2023,benches,9",
        "b2023,benches,8",
    );
    story.explain("revision", "measures = [\"benches\"]");
    release(&mut story).exit(0);
    story.run(&["build"]).exit(0);
    assert!(
        !story.read("public/measures/benches/index.html").contains("What each edition said"),
        "two editions"
    );
    story
        .replace(FIGURES, "b2024,benches,15", "b2024,benches,16")
        .append(FIGURES, "b2025,benches,14,walk,2025\n");
    story.explain("revision", "figures = [\"b2024\"]");
    story.run(&["release", "--note", "Third", "--date", "2025-03-01"]).exit(0);
    story.run(&["build"]).exit(0);
    let page = story.read("public/measures/benches/index.html");
    // 2024 moved by +4 and 2023 by -1. 2022 is hedged, and 2025 has only one value.
    assert!(page.contains("Over the 2 dates or periods of which two editions give a number without a hedge, the latest number less the first is +1.5 benches on average"), "{page}");
    assert!(page.contains("is 2.5 benches on average (mean absolute revision)"), "{page}");
    let triangle = page.split("What each edition said").nth(1).unwrap().split("</table>").next().unwrap();
    let cells = |year: &str| {
        let row = triangle
            .split(&format!("<th scope=\"row\">{year}</th>"))
            .nth(1)
            .unwrap()
            .split("</tr>")
            .next()
            .unwrap();
        row.to_owned()
    };
    let revised = |value: &str| {
        format!("<td class=\"number\"><ins><span class=\"hidden\">revised </span>{value}</ins></td>")
    };
    assert_eq!(cells("2024"), format!("<td class=\"number\">12</td>{}{}", revised("15"), revised("16")));
    assert_eq!(
        cells("2023"),
        format!("<td class=\"number\">9</td>{}<td class=\"number\">8</td>", revised("8"))
    );
    assert!(
        cells("2025").starts_with("<td class=\"number\"><span class=\"unknown\">none</span></td>"),
        "{triangle}"
    );
}

#[test]
fn a_measure_that_is_withdrawn_leaves_a_page_that_says_why() {
    let mut story = Story::on("park");
    story.run(&["release", "--note", "First", "--date", "2025-04-01"]).exit(0);
    story.run(&["build"]).exit(0);
    let before = story.tree("public/measures");
    assert!(before.contains(&"swings/index.html".to_owned()), "{before:?}");
    story.remove("data/measures/swings.toml");
    let figures = story.read("data/figures/park.csv");
    let kept: String =
        figures.lines().filter(|line| !line.contains("swings")).map(|line| format!("{line}\n")).collect();
    story.write("data/figures/park.csv", kept);
    story
        .run(&["release", "--note", "Second", "--date", "2025-05-01"])
        .exit(3)
        .stderr_contains("the measure is gone");
    story.explain("withdrawal", "measures = [\"swings\"]");
    story.run(&["release", "--note", "Second", "--date", "2025-05-01"]).exit(0);
    story.run(&["build"]).exit(0);
    let page = story.read("public/measures/swings/index.html");
    assert!(page.contains("no longer on record") && page.contains("Why of note 1"), "{page}");
    assert!(page.contains("../../measures/swings/v/1/") && page.contains("<li id=\"figure-"), "{page}");
    assert!(!story.read("public/measures/index.html").contains("measures/swings/"));
}

#[test]
fn a_released_note_is_not_held_against_what_becomes_of_the_figures_it_names() {
    let mut story = released();
    story.replace(FIGURES, "b2023,benches,9,walk,2023\n", "").explain("withdrawal", "figures = [\"b2023\"]");
    story.append("data/changes/changes.toml", "replaced_by = \"b2022\"\n");
    release(&mut story).exit(0);
    story.replace(FIGURES, "b2022,benches,about 20,walk,2022\n", "");
    story.explain("withdrawal", "figures = [\"b2022\"]");
    story.run(&["check"]).exit(0);
    story.run(&["release", "--note", "Third", "--date", "2025-03-01"]).exit(0);
    story.run(&["build"]).exit(0);
}

#[test]
fn a_new_note_names_nothing_that_is_not_on_record() {
    let mut story = released();
    story.replace(FIGURES, "b2023,benches,9,walk,2023\n", "").explain("withdrawal", "figures = [\"b2023\"]");
    story.append("data/changes/changes.toml", "replaced_by = \"b2025\"\n");
    release(&mut story).exit(3).stderr_contains("a replacement, the figure b2025");
    story.stderr_contains("did you mean b202");
}

#[test]
fn a_released_note_that_is_altered_or_taken_out_is_named() {
    let mut story = released();
    story
        .replace(FIGURES, "b2024,benches,12", "b2024,benches,13")
        .explain("revision", "figures = [\"b2024\"]");
    release(&mut story).exit(0);
    story.run(&["check"]).exit(0).stdout_lacks("E014");
    story.replace("data/changes/changes.toml", "Why of note 1", "Another reason");
    story.run(&["check"]).exit(0).stdout_contains("E014").stdout_contains("which an edition holds, reads");
    story.remove("data/changes/changes.toml");
    story.run(&["check"]).exit(0).stdout_contains("E014").stdout_contains("which an edition holds, is no");
}

#[test]
fn a_figure_that_is_renamed_after_its_release_is_pointed_out() {
    let mut story = released();
    story.replace(FIGURES, "b2024,benches", "all-2024,benches");
    story.run(&["check"]).exit(0).stdout_contains("E015").stdout_contains("all-2024 was released as b2024");
}

#[test]
fn a_note_on_a_measure_is_no_reason_for_what_was_only_added() {
    let mut story = released();
    story.replace(FIGURES, "b2024,benches,12", "b2024,benches,13");
    story.append(FIGURES, "b2025,benches,14,walk,2025\n");
    story.explain("revision", "measures = [\"benches\"]");
    release(&mut story).exit(0);
    let changes = story.run(&["diff", "1", "2", "--format", "json"]).stdout_json();
    let figures = changes["measures"][0]["figures"].as_array().unwrap().clone();
    let note = |id: &str| figures.iter().find(|figure| figure["figure"] == id).unwrap()["note"].clone();
    assert_eq!((note("b2024").as_str(), note("b2025").as_str()), (Some("note-1"), None));
}

#[test]
fn the_message_gives_each_kind_of_change_a_note_of_its_own() {
    let mut story = released();
    story.replace(FIGURES, "b2024,benches,12", "b2024,benches,13");
    story.replace(FIGURES, "b2023,benches,9,walk,2023\n", "");
    story.explain("revision", "figures = [\"b2023\", \"b2024\"]");
    release(&mut story)
        .exit(3)
        .stderr_contains("E009")
        .stderr_contains("what fits: correction, restatement, withdrawal");
}

/// The addresses that a page of the site leads to and that no file answers.
fn dead_links(story: &Story, page: &str) -> Vec<String> {
    let text = story.read(&format!("public/{page}index.html"));
    let links = text.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next());
    let inside = links.filter(|link| !link.is_empty() && !link.contains(':'));
    let lead = |link: &&str| {
        let mut path: Vec<&str> = page.split('/').filter(|part| !part.is_empty()).collect();
        for part in link.split('/') {
            match part {
                ".." => drop(path.pop()),
                "." | "" => {}
                part => path.push(part),
            }
        }
        let file = format!("public/{}", path.join("/"));
        !story.has(&file) || (link.ends_with('/') && !story.has(&format!("{file}/index.html")))
    };
    inside.filter(lead).map(str::to_owned).collect()
}

#[test]
fn a_source_that_is_taken_off_keeps_a_page_that_says_so() {
    let mut story = released();
    let source = story.read("data/sources/walk.md").replace("title = \"", "title = \"Second: ");
    story.write("data/sources/second.md", source).append(FIGURES, "s2024,benches,15,second,2024\n");
    release(&mut story).exit(0);
    story.remove("data/sources/second.md").replace(FIGURES, "s2024,benches,15,second,2024\n", "");
    story.explain("withdrawal", "figures = [\"s2024\"]").run(&["build"]).exit(0);
    let page = story.read("public/sources/second/index.html");
    assert!(
        page.contains("This source is no longer on record. It was taken off since the last edition."),
        "{page}"
    );
    story.run(&["release", "--note", "Third", "--date", "2025-03-01"]).exit(0);
    story.run(&["build"]).exit(0);
    let page = story.read("public/sources/second/index.html");
    assert!(page.contains("It was taken off with <a href=\"../../changes/3/\">Edition 3</a>"), "{page}");
    assert!(
        page.contains("Second: ") && page.contains("measures/benches/v/2/") && page.contains("Why of note 1"),
        "{page}"
    );
    for page in ["measures/benches/", "measures/benches/v/2/", "sources/second/", "changes/3/"] {
        assert_eq!(dead_links(&story, page), [""; 0], "{page}");
    }
}
