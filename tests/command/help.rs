//! The help texts are the reference, so a change in one is a change to be seen.

use crate::story::Story;

#[test]
fn the_help_of_every_command_is_as_it_is_kept() {
    let mut story = Story::on_nothing();
    story.run(&["--help"]).exit(0).stderr_is_empty().stdout_matches("help/onrecord.txt");
    let commands = commands(&story.outcome().stdout.clone());
    assert!(commands.contains(&"build".to_owned()), "{commands:?}");
    for command in commands {
        story.run(&[&command, "--help"]).exit(0).stderr_is_empty();
        story.stdout_matches(&format!("help/{command}.txt"));
    }
}

/// The commands that the help lists, but `help` itself.
fn commands(help: &str) -> Vec<String> {
    let list =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // A long description goes on in a line that is indented further.
    let named = list.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    named
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_command_and_an_unknown_one_are_wrong_usage() {
    let mut story = Story::on_nothing();
    story.run(&[]).exit(2).stdout_is("").stderr_contains("Usage: onrecord");
    story.run(&["biuld"]).exit(2).stdout_is("").stderr_contains("'build'");
    story.run(&["build", "--outt", "x"]).exit(2).stderr_contains("'--out'");
    assert!(!story.has("public"));
}

#[test]
fn the_version_is_that_of_the_package() {
    let version = format!("onrecord {}\n", env!("CARGO_PKG_VERSION"));
    Story::on_nothing().run(&["--version"]).exit(0).stdout_is(&version).stderr_is_empty();
}
