//! Builds that are killed, that meet one another, and that the disk refuses: the old site stays whole.

use crate::story::Story;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs::File;
use std::thread::sleep;
use std::time::Duration;

type Files = BTreeMap<String, Vec<u8>>;
const FIGURES: &str = "data/figures/benches.csv";

/// A repository of many measures, large enough for a build to be met at work.
fn large(measures: usize) -> Story {
    let mut story = Story::on("smallest");
    let measure = story.read("data/measures/benches.toml");
    for number in 0..measures {
        story.write(&format!("data/measures/m{number}.toml"), &measure);
    }
    count(&mut story, measures, 1_000);
    story
}

/// Gives every measure another figure, so that the whole site changes.
fn count(story: &mut Story, measures: usize, benches: usize) {
    let mut text = "measure,reported,source\nbenches,12,walk\n".to_owned();
    for number in 0..measures {
        writeln!(text, "m{number},{},walk", benches + number).unwrap();
    }
    story.write(FIGURES, text);
}

fn site(story: &mut Story) -> Files {
    story.run(&["build"]).exit(0).files("public")
}

fn litter(story: &Story) -> Vec<String> {
    story.tree(".").into_iter().filter(|path| path.starts_with(".public")).collect()
}

/// How many files stand in the staging folder; none where there is no such folder.
fn staged(story: &Story) -> Option<usize> {
    let staging = story.root().join(".public.onrecord-staging");
    let count =
        || walkdir::WalkDir::new(&staging).into_iter().flatten().filter(|e| e.file_type().is_file()).count();
    staging.is_dir().then(count)
}

/// Starts a build and kills it as soon as it has come so far, or lets it end. Whether it was met at work.
fn kill_when(story: &Story, come_so_far: impl Fn(&Story) -> bool) -> bool {
    let mut build = story.start(&["build"]);
    while build.try_wait().unwrap().is_none() && !come_so_far(story) {
        sleep(Duration::from_micros(200));
    }
    build.kill().unwrap();
    build.wait().unwrap();
    !litter(story).is_empty()
}

#[test]
fn a_killed_build_leaves_a_whole_site_and_the_next_one_clears_up() {
    let measures = 30;
    let mut story = large(measures);
    count(&mut story, measures, 5_000);
    let new = site(&mut story);
    count(&mut story, measures, 1_000);
    let old = site(&mut story);
    count(&mut story, measures, 5_000);
    let mut met = 0;
    for eighth in 0..=8 {
        // Two kills in a row: the second build meets what the first one left.
        for _ in 0..2 {
            met += usize::from(kill_when(&story, |story| {
                staged(story).is_some_and(|n| n >= new.len() * eighth / 8)
            }));
            let found = story.files("public");
            assert!(found == old || found == new, "neither site after {eighth} eighths");
        }
    }
    assert!(met > 6, "{met} builds were met at work");
    assert!(site(&mut story) == new && litter(&story).is_empty(), "{:?}", litter(&story));
    // The new site stands in its place, and the old one is on its way out.
    count(&mut story, measures, 1_000);
    let page = "public/measures/m0/index.html";
    let before = story.read(page);
    kill_when(&story, |story| story.has(page) && story.read(page) != before);
    assert!(story.files("public") == old);
    assert!(site(&mut story) == old && litter(&story).is_empty(), "{:?}", litter(&story));
}

#[test]
fn what_a_kill_leaves_of_the_old_site_is_cleared() {
    // The swap was done, and the old site was on its way out when the kill came: the mark goes last.
    let mut story = large(3);
    let whole = site(&mut story);
    for left in [&[".onrecord-site"][..], &[".onrecord-site", "index.html"], &[]] {
        story.write(".public.onrecord-staging/file", "").remove(".public.onrecord-staging/file");
        for path in left {
            let bytes = &whole[*path];
            story.write(&format!(".public.onrecord-staging/{path}"), bytes);
        }
        assert!(site(&mut story) == whole);
        assert!(litter(&story).is_empty(), "{:?}", litter(&story));
    }
}

#[test]
fn a_swap_in_two_steps_that_was_cut_short_is_undone() {
    let mut story = large(3);
    let whole = site(&mut story);
    std::fs::rename(story.root().join("public"), story.root().join(".public.onrecord-old")).unwrap();
    story.append(FIGURES, "m0,not a number,walk\n").run(&["build"]).exit(3);
    count(&mut story, 3, 1_000);
    assert!(site(&mut story) == whole);
    story.shell("cp -r public .public.onrecord-old").exit(0);
    assert!(site(&mut story) == whole);
    assert!(litter(&story).is_empty(), "{:?}", litter(&story));
}

#[test]
fn two_builds_at_once_end_with_a_whole_site() {
    let mut story = large(12);
    let old = site(&mut story);
    count(&mut story, 12, 5_000);
    let builds: Vec<_> = (0..4).map(|_| story.start(&["build"])).collect();
    let ends: Vec<i32> =
        builds.into_iter().map(|mut build| build.wait().unwrap().code().unwrap_or(-1)).collect();
    assert!(ends.contains(&0) && ends.iter().all(|end| [0, 4].contains(end)), "{ends:?}");
    let found = story.files("public");
    assert!(found != old && litter(&story).is_empty(), "{:?}", litter(&story));
    assert!(site(&mut story) == found);
}

#[test]
fn a_build_that_meets_another_says_so() {
    let mut story = large(3);
    let lock = File::create(story.root().join(".public.onrecord-lock")).unwrap();
    lock.lock().unwrap();
    story.run(&["build"]).exit(4).stderr_contains("Another build is writing to public.");
    assert!(!story.has("public"));
    drop(lock);
    site(&mut story);
    assert!(litter(&story).is_empty());
}

/// A shell's prefix that takes from root what lets it write anywhere.
const AS_ANYBODY: &str = "run() { if [ \"$(id -u)\" = 0 ]; then setpriv --bounding-set=-all --inh-caps=-all \"$@\"; else \"$@\"; fi; }; ";

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_written_is_named() {
    let mut story = large(3);
    story.write("closed/file", "");
    story.shell(&format!("{AS_ANYBODY} chmod 555 closed; run \"$ONRECORD\" build --out closed/public"));
    story.exit(4).stderr_contains("closed/").stderr_contains("Permission denied");
    assert_eq!(story.tree("closed"), ["file"]);
    let old = site(&mut story);
    count(&mut story, 3, 5_000);
    story
        .shell(&format!("{AS_ANYBODY} chmod 555 .; run \"$ONRECORD\" build; end=$?; chmod 755 .; exit $end"));
    story.exit(4).stderr_contains("Permission denied");
    assert!(story.files("public") == old);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    let mut story = large(1);
    story.shell(&format!("{AS_ANYBODY} chmod 000 data/measures/m0.toml; run \"$ONRECORD\" build"));
    story.exit(3).stderr_contains("data/measures/m0.toml").stderr_contains("Permission denied");
    assert!(!story.has("public"));
}

#[cfg(target_os = "linux")]
#[test]
fn an_edition_that_may_not_be_written_is_no_edition() {
    let mut story = large(1);
    story.write("data/editions/.keep", "");
    let line = format!(
        "{AS_ANYBODY} chmod 555 data/editions; run \"$ONRECORD\" release --note One --date 2025-01-01"
    );
    story.shell(&line).exit(4).stderr_contains("data/editions").stderr_contains("Permission denied");
    assert_eq!(story.tree("data/editions"), [".keep"]);
    story.shell("chmod 755 data/editions").run(&["release", "--note", "One", "--date", "2025-01-01"]).exit(0);
}

/// A limit on the size of files refuses a write half-way, as a full disk does.
#[test]
fn a_disk_that_takes_no_more_leaves_the_old_site() {
    let mut story = large(3);
    let old = site(&mut story);
    count(&mut story, 3, 5_000);
    story.shell("trap '' XFSZ; ulimit -f 4; \"$ONRECORD\" build");
    story.exit(4).stderr_contains(".public.onrecord-staging/").stderr_contains("File too large");
    assert!(story.files("public") == old && litter(&story).is_empty());
    story
        .shell("trap '' XFSZ; ulimit -f 0; \"$ONRECORD\" release --note One --date 2025-01-01 2>/dev/null")
        .exit(4);
    assert!(!story.has("data/editions/0001.json"));
    story.run(&["verify"]).exit(0);
    let new = site(&mut story);
    assert!(new != old);
}

#[test]
fn a_killed_release_leaves_the_editions_as_they_were_and_the_next_one_is_whole() {
    let measures = 120;
    let mut story = large(measures);
    story.run(&["release", "--note", "First", "--date", "2025-01-01"]).exit(0);
    let first = story.files("data/editions");
    count(&mut story, measures, 5_000);
    let every: Vec<String> = (0..measures).map(|number| format!("\"m{number}\"")).collect();
    story.explain("revision", &format!("measures = [{}]", every.join(", ")));
    // Files come and go while it is at work.
    let objects = |story: &Story| {
        let walk = walkdir::WalkDir::new(story.root().join("data/editions"));
        walk.into_iter().flatten().filter(|entry| entry.file_type().is_file()).count()
    };
    let mut met = 0;
    for part in 0..8 {
        let mut release = story.start(&["release", "--note", "Second", "--date", "2025-02-01"]);
        let far = first.len() + measures * part / 8;
        while release.try_wait().unwrap().is_none() && objects(&story) <= far {
            sleep(Duration::from_micros(100));
        }
        release.kill().unwrap();
        release.wait().unwrap();
        if story.has("data/editions/0002.json") {
            // It came to its end before the kill: the edition is whole, and is taken back for the next try.
            story.run(&["verify"]).exit(0).stdout_contains("2 editions");
            story.remove("data/editions");
            first.iter().for_each(|(path, bytes)| {
                story.write(&format!("data/editions/{path}"), bytes);
            });
            continue;
        }
        met += 1;
        let now = story.files("data/editions");
        assert!(
            first.iter().all(|(path, bytes)| now.get(path) == Some(bytes)),
            "what was released is altered"
        );
        story.run(&["verify"]).exit(0).stdout_contains("1 edition, every file");
    }
    assert!(met > 2, "{met} releases were met at work");
    story.run(&["release", "--note", "Second", "--date", "2025-02-01"]).exit(0);
    let killed = story.files("data/editions");
    story.run(&["verify"]).exit(0).stdout_contains("2 editions, every file");
    // Nothing is left of the releases that were killed.
    story.remove("data/editions");
    first.iter().for_each(|(path, bytes)| {
        story.write(&format!("data/editions/{path}"), bytes);
    });
    story.run(&["release", "--note", "Second", "--date", "2025-02-01"]).exit(0);
    assert!(story.files("data/editions") == killed);
}
