//! Where the site may be put: nothing that a build did not make is ever lost.

use crate::story::Story;

/// A build that must be refused, with words that say why, and that must touch nothing.
#[track_caller]
fn refused(story: &mut Story, out: &str, status: i32, words: &str) {
    let before = story.files(".");
    story
        .run(&["build", "--out", out])
        .exit(status)
        .stdout_is("")
        .stderr_contains(out)
        .stderr_contains(words);
    assert!(story.files(".") == before, "{out} was touched");
}

#[test]
fn a_folder_that_holds_other_files_is_left_alone() {
    let mut story = Story::on("smallest");
    story.write("mine/letters/one.txt", "Dear reader");
    refused(&mut story, "mine", 2, "holds files that onrecord did not make");
    refused(&mut story, "site", 2, "among the files that the site is made from");
}

#[test]
fn a_file_put_into_the_site_later_is_not_lost() {
    let mut story = Story::on("smallest");
    story.run(&["build"]).exit(0);
    story.write("public/measures/CNAME", "bench.example");
    story.run(&["build"]).exit(2).stderr_contains("public/measures/CNAME was not made by onrecord");
    assert_eq!(story.read("public/measures/CNAME"), "bench.example");
    story.remove("public/measures/CNAME").write("public/.DS_Store", "");
    story.run(&["build"]).exit(0);
    assert!(!story.has("public/.DS_Store"));
}

#[test]
fn an_empty_folder_takes_the_site() {
    let mut story = Story::on("smallest");
    story.write("empty/file", "").remove("empty/file");
    story.run(&["build", "--out", "empty"]).exit(0);
    assert!(story.has("empty/index.html"));
    story.run(&["build", "--out", "new/folders/on/the/way"]).exit(0);
    assert!(story.has("new/folders/on/the/way/index.html"));
}

#[test]
fn a_file_takes_no_site() {
    let mut story = Story::on("smallest");
    story.write("file", "mine");
    refused(&mut story, "file", 2, "it is not a folder");
    refused(&mut story, "file/below", 4, "file/below");
}

#[cfg(unix)]
#[test]
fn a_link_takes_no_site() {
    let mut story = Story::on("smallest");
    story.write("target/file", "").remove("target/file");
    story.link("link", "target").link("dangling", "nowhere").link("round", "round");
    for link in ["link", "dangling", "round"] {
        story
            .run(&["build", "--out", link])
            .exit(2)
            .stderr_contains(link)
            .stderr_contains("it is a symbolic link");
    }
    assert!(!story.has("target/index.html") && !story.has("nowhere"));
}

#[cfg(unix)]
#[test]
fn a_link_within_the_site_is_a_file_that_no_build_made() {
    let mut story = Story::on("smallest");
    story.run(&["build"]).exit(0).write("mine/index.html", "mine");
    story.remove("public/measures").link("public/measures", "../mine");
    story.run(&["build"]).exit(2).stderr_contains("public/measures was not made by onrecord");
    assert_eq!(story.read("mine/index.html"), "mine");
}

#[test]
fn the_source_and_what_holds_it_take_no_site() {
    let mut story = Story::on("smallest");
    refused(&mut story, ".", 2, "cannot take the site");
    refused(&mut story, "..", 2, "cannot take the site");
    let root = story.root().to_string_lossy().into_owned();
    refused(&mut story, &root, 2, "it holds the files that the site is made from");
    let parent = story.outside("").to_string_lossy().into_owned();
    refused(&mut story, &parent, 2, "it holds the files that the site is made from");
    for inside in ["data/new", "data/editions", "site/pages/new", "templates", "new/../data/new"] {
        story.run(&["build", "--out", inside]).exit(2).stderr_contains(inside);
        assert!(!story.has(inside), "{inside}");
    }
}

#[cfg(unix)]
#[test]
fn the_top_of_the_disk_takes_no_site() {
    refused(&mut Story::on("smallest"), "/", 2, "it has no name of its own");
}

#[cfg(unix)]
#[test]
fn a_lock_that_leads_elsewhere_is_not_followed() {
    let mut story = Story::on("smallest");
    story.write("precious", "mine").link(".public.onrecord-lock", "precious");
    story
        .run(&["build"])
        .exit(2)
        .stderr_contains(".public.onrecord-lock")
        .stderr_contains("not an ordinary file");
    assert_eq!(story.read("precious"), "mine");
    story.shell("rm .public.onrecord-lock && mkfifo .public.onrecord-lock && \"$ONRECORD\" build").exit(2);
}

#[test]
fn a_folder_of_another_in_the_place_of_staging_is_left_alone() {
    let mut story = Story::on("smallest");
    story.write(".public.onrecord-staging/mine.txt", "mine");
    story.run(&["build"]).exit(2).stderr_contains(".public.onrecord-staging").stderr_contains("left alone");
    assert_eq!(story.read(".public.onrecord-staging/mine.txt"), "mine");
}

#[test]
fn nothing_is_left_beside_the_site() {
    let mut story = Story::on("smallest");
    story.run(&["build"]).exit(0).run(&["build"]).exit(0);
    let beside: Vec<String> = story.tree(".").into_iter().filter(|path| path.contains("onrecord-")).collect();
    assert_eq!(beside, ["public/.onrecord-site"]);
}
