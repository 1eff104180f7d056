//! Where the repository is: `--root`, and folders that are none.

use crate::story::Story;

/// Every command that needs a repository.
const COMMANDS: [&[&str]; 4] =
    [&["build"], &["check"], &["verify"], &["release", "--note", "One", "--date", "2025-01-01"]];

fn with_root<'a>(root: &'a str, command: &[&'a str]) -> Vec<&'a str> {
    [&["--root", root], command].concat()
}

#[test]
fn a_repository_elsewhere_is_named_with_root() {
    let mut story = Story::on("smallest");
    story.run(&["build"]).exit(0);
    let here = story.files("public");
    story.remove("public").write("deep/down/file", "");
    story.run_in("deep/down", &["--root", "../..", "build"]).exit(0).stderr_contains("../../public");
    assert!(story.files("public") == here && !story.has("deep/down/public"));
    story
        .run_in("deep/down", &["check", "--root", "../.."])
        .exit(0)
        .stdout_contains("data/figures/benches.csv:2:9");
}

#[test]
fn an_absolute_out_is_taken_as_it_is() {
    let mut story = Story::on("smallest");
    let out = story.outside("site");
    let (root, out_name) = (story.root(), out.to_string_lossy().into_owned());
    story.write("elsewhere/file", "");
    story.run_in("elsewhere", &["--root", &root.to_string_lossy(), "build", "--out", &out_name]).exit(0);
    assert!(out.join("index.html").is_file() && !story.has("public"));
}

#[test]
fn a_root_that_is_not_there_or_no_folder_is_wrong_usage() {
    for command in COMMANDS {
        let mut story = Story::on("smallest");
        let before = story.files(".");
        for root in ["no/such/folder", "site/site.toml"] {
            story.run(&with_root(root, command)).exit(2).stdout_is("").stderr_contains(root);
        }
        assert!(story.files(".") == before);
    }
}

#[test]
fn a_folder_without_settings_cannot_be_built() {
    for command in [COMMANDS[0], COMMANDS[1], COMMANDS[3]] {
        let mut story = Story::on("smallest");
        story.remove("site");
        let before = story.files(".");
        story.run(command).exit(3).stdout_is("").stderr_contains("site/site.toml").stderr_contains("missing");
        assert!(story.files(".") == before);
        let mut story = Story::on_nothing();
        story.run(command).exit(3).stderr_contains("site/site.toml");
        assert!(!story.has("public") && !story.has("data"));
    }
}

#[test]
fn a_repository_with_settings_alone_is_a_site_with_nothing_on_it() {
    let mut story = Story::on("smallest");
    story.remove("data");
    story.run(&["check"]).exit(0).stdout_contains("0 errors, 0 warnings, 0 notes");
    story.run(&["build"]).exit(0).stderr_contains("no measures, no sources, no findings.");
    assert!(story.has("public/index.html") && story.has("public/measures/index.html"));
}
