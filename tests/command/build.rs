//! `onrecord build`: the files become the site.

use crate::story::Story;

#[test]
fn a_repository_becomes_a_site() {
    let mut story = Story::on("park");
    story
        .run(&["build"])
        .exit(0)
        .stdout_is("")
        .stderr_contains("in public: 2 measures, 3 sources, 2 findings.");
    for page in
        ["index.html", "measures/benches/index.html", "sources/gazette/index.html", "downloads/index.html"]
    {
        assert!(story.read(&format!("public/{page}")).starts_with("<!DOCTYPE html>"), "{page}");
    }
    let count = story.tree("public").len() - 1; // without the mark
    story.stderr_contains(&format!("{count} files"));
    assert!(story.read("public/measures/benches/index.html").contains("Benches in the park"));
    assert!(story.read("public/data/figures.csv").contains("benches-gazette"));
}

#[test]
fn the_same_input_gives_the_same_bytes_anywhere() {
    let mut first = Story::on("park");
    first.run(&["build"]).exit(0);
    let mut second = Story::on("park");
    second
        .set("TZ", "Pacific/Auckland")
        .set("LANG", "de_DE.UTF-8")
        .set("RAYON_NUM_THREADS", "1")
        .set("USER", "x");
    second.set("SOURCE_DATE_EPOCH", "1").run(&["build", "--out", "other/place"]).exit(0);
    assert!(first.files("public") == second.files("other/place"));
}

#[cfg(unix)]
mod unchanged_files {
    use super::Story;
    use std::collections::{BTreeMap, BTreeSet};
    use std::os::unix::fs::MetadataExt;

    /// Inode and date of every file of the site but the mark.
    fn places(story: &Story) -> BTreeMap<String, (u64, i64, i64)> {
        let mut places = BTreeMap::new();
        for path in story.tree("public").into_iter().filter(|path| path != ".onrecord-site") {
            let found = std::fs::metadata(story.root().join("public").join(&path)).unwrap();
            places.insert(path, (found.ino(), found.mtime(), found.mtime_nsec()));
        }
        places
    }

    #[test]
    fn stay_in_their_place_with_their_date() {
        let mut story = Story::on("park");
        let before = story.run(&["build"]).exit(0).files("public");
        let places_before = places(&story);
        story.run(&["build"]).exit(0);
        assert!(story.files("public") == before && places(&story) == places_before);
    }

    #[test]
    fn are_all_but_those_of_a_changed_figure() {
        let mut story = Story::on("park");
        story.run(&["build"]).exit(0);
        let before = places(&story);
        story.replace("data/figures/park.csv", "benches,2025-03-01,14,", "benches,2025-03-01,16,");
        story.run(&["build"]).exit(0);
        let after = places(&story);
        let changed: BTreeSet<&str> = after
            .iter()
            .filter(|(path, place)| before.get(*path) != Some(place))
            .map(|(path, _)| &**path)
            .collect();
        let expected = [
            "SHA256SUMS",
            "api/v1/measures-1.json",
            "cite/benches-later.json",
            // They name the digest of the file of figures.
            "data/catalogue.jsonld",
            "data/datapackage.json",
            "data/figures.csv",
            "data/figures.parquet",
            "data/measures/benches.csv",
            "data/measures/benches.datapackage.json",
            "data/measures/benches.json",
            "data/measures/benches.jsonstat.json",
            "data/measures/benches.ods",
            "data/measures/benches.xlsx",
            "data/record.sqlite",
            // It tells what the body has published besides.
            "discrepancies/dc655a91d319097b/index.html",
            "index.html",
            "measures/benches/card.png",
            "measures/benches/claims.csv",
            "measures/benches/claims.png",
            "measures/benches/claims.svg",
            "measures/benches/embed/index.html",
            "measures/benches/index.html",
            "measures/index.html",
            // It tells what the body has said so far.
            "questions/index.html",
            "search/records/0.json",
            "search/words/0.json",
            "sources/plan-2025-revised/index.html",
        ];
        assert_eq!(changed, BTreeSet::from(expected));
    }

    #[test]
    fn that_were_changed_by_hand_are_mended_and_the_old_ones_go() {
        let mut story = Story::on("park");
        let before = story.run(&["build"]).exit(0).files("public");
        story.write("public/index.html", "mine").remove("public/404.html");
        story.run(&["build"]).exit(0);
        assert!(story.files("public") == before);
        story.replace("data/figures/park.csv", "swings-plan,swings,2025-01-01,7,plan-2025\n", "");
        story.remove("data/measures/swings.toml").run(&["build"]).exit(0);
        assert!(!story.has("public/measures/swings") && story.has("public/measures/benches"));
    }
}

#[test]
fn a_mistake_in_the_files_leaves_the_old_site_as_it_was() {
    let mut story = Story::on("park");
    let before = story.run(&["build"]).exit(0).files("public");
    story.append("data/figures/park.csv", "x,benches,2025-04-01,a few-ish,gazette\n");
    story
        .run(&["build"])
        .exit(3)
        .stdout_is("")
        .stderr_contains("data/figures/park.csv:6:")
        .stderr_contains("a few-ish");
    assert!(story.files("public") == before && !story.has(".public.onrecord-staging"));
}

#[test]
fn a_mistake_in_a_template_is_named_with_its_place() {
    let mut story = Story::on("park");
    let before = story.run(&["build"]).exit(0).files("public");
    story.write("templates/home.hbs", "<p>\n  {{#if frame.site.titel}}x{{/if}}\n");
    story.write("templates/measure.hbs", "{{#if title}}\n\n{{/each}}");
    story.write("templates/measures.hbs", "{{> partials/missing}}");
    story.write("templates/hoem.hbs", "");
    for command in ["build", "check"] {
        story.run(&[command]).exit(2).stdout_is("");
        story.stderr_contains("templates/measure.hbs:3:").stderr_contains("templates/measures.hbs:1:");
        story.stderr_contains("templates/hoem.hbs").stderr_contains("`home`");
    }
    assert!(story.files("public") == before && !story.has(".public.onrecord-staging"));
    story.remove("templates/measure.hbs").remove("templates/measures.hbs").remove("templates/hoem.hbs");
    story.run(&["build"]).exit(2).stderr_contains("templates/home.hbs:2:");
    assert!(story.files("public") == before && !story.has(".public.onrecord-staging"));
}

#[test]
fn partials_that_include_one_another_are_refused() {
    let mut story = Story::on("park");
    story.write("templates/home.hbs", "{{> partials/a}}");
    story
        .write("templates/partials/a.hbs", "{{> partials/b}}")
        .write("templates/partials/b.hbs", "{{> partials/a}}");
    story.run(&["build"]).exit(2).stderr_contains("templates/partials/");
    story.remove("templates/partials").write("templates/home.hbs", "{{#if title}}".repeat(10_000));
    story.run(&["build"]).exit(2).stderr_contains("templates/home.hbs:1:");
    assert!(!story.has("public"));
}

#[test]
fn a_template_of_the_publishers_own_is_used() {
    let mut story = Story::on("park");
    story.write("templates/not-found.hbs", "Nothing here, says {{frame.site.publisher}}.\n");
    story.run(&["build"]).exit(0);
    assert_eq!(story.read("public/404.html"), "Nothing here, says Friends of the Park.\n");
}

#[test]
fn a_page_or_file_of_the_publishers_cannot_take_an_address_of_the_site() {
    let taken = [("site/pages/measures.md", 3), ("site/pages/data.md", 3), ("site/assets/site.css", 2)];
    for (path, status) in taken {
        let mut story = Story::on("park");
        story.write(path, "+++\ntitle = \"Mine\"\n+++\nMine.\n");
        let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
        for command in ["build", "check"] {
            story.run(&[command]).exit(status).stderr_contains(name);
        }
        assert!(!story.has("public"));
    }
    let mut story = Story::on("park");
    story
        .write("site/pages/about.md", "+++\ntitle = \"About\"\n+++\nMine.\n")
        .write("site/assets/logo.svg", "<svg/>");
    story.run(&["build"]).exit(0);
    assert!(story.read("public/about/index.html").contains("Mine."));
    assert_eq!(story.read("public/assets/logo.svg"), "<svg/>");
}

#[test]
fn no_name_of_a_measure_or_source_meets_a_file_of_the_whole_record() {
    let names = ["figures", "sources", "findings", "index", "v", "measures", "404"];
    let mut story = Story::on("smallest");
    for name in names {
        let (measure, source) = (format!("data/measures/{name}.toml"), format!("data/sources/{name}.md"));
        story.write(&measure, story.read("data/measures/benches.toml").replace("Benches", name));
        story.write(&source, story.read("data/sources/walk.md").replace("A walk", name));
        story.append("data/figures/benches.csv", &format!("{name},100,{name}\n"));
    }
    story.run(&["build"]).exit(0);
    let count = story.tree("public").len() - 1;
    story.stderr_contains(&format!("{count} files"));
    let all = story.read("public/data/figures.csv");
    for name in names {
        assert!(all.contains(&format!("\n{name},")) || all.contains(&format!(",{name},")), "{name} in {all}");
        assert!(story.has(&format!("public/measures/{name}/index.html")), "{name}");
    }
}

#[test]
fn addresses_are_whole_where_the_base_is_known() {
    let mut story = Story::on("park");
    story.run(&["build"]).exit(0);
    let page = story.read("public/measures/benches/index.html");
    assert!(page.contains("href=\"https://example.org/records/park/measures/benches/\""), "{page}");
    // The page for what is not there is served at any depth, so it starts from the top of the server.
    let missing = story.read("public/404.html");
    assert!(
        missing.contains("href=\"/records/park/measures/\"") && !missing.contains("href=\"measures/\""),
        "{missing}"
    );
    assert!(!missing.contains("//measures") && !missing.contains("park//"), "{missing}");
    story
        .replace("site/site.toml", "base_url = \"https://example.org/records/park/\"\n", "")
        .run(&["build"])
        .exit(0);
    assert!(story.read("public/404.html").contains("href=\"/measures/\""));
    assert!(!story.read("public/measures/benches/index.html").contains("rel=\"canonical\""));
}

#[test]
fn a_site_as_it_was_known_tells_no_more() {
    let mut story = Story::on("park");
    story
        .run(&["build", "--as-known-on", "2025-01"])
        .exit(0)
        .stderr_contains("2 measures, 1 source, no findings.");
    for (path, bytes) in story.files("public") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("gazette") && !text.contains("plan-2025-revised"), "{path}");
    }
    story.run(&["build", "--as-known-on", "2025-02-30"]).exit(2).stderr_contains("2025-02-30");
    story.run(&["build", "--as-known-on", "1/2/2025"]).exit(2).stderr_contains("1/2/2025");
}
