//! `onrecord export`: the data files without a site, of the record as it stands and of each edition.

use crate::story::Story;

const OF_ONE: [&str; 5] = [
    "absconders.csv",
    "absconders.csv-metadata.json",
    "absconders.datapackage.json",
    "absconders.json",
    "absconders.jsonstat.json",
];

#[test]
fn one_file_is_printed_and_several_need_a_folder() {
    let mut story = Story::on("park");
    story.run(&["export", "benches", "--format", "csv"]).exit(0).stderr_is_empty();
    story.stdout_contains("figure,measure,");
    story
        .run(&["export", "benches", "--format", "csv", "--out", "-"])
        .exit(0)
        .stdout_contains("benches-later");
    story.run(&["export", "benches", "--format", "csv,json"]).exit(2).stdout_is("").stderr_contains("--out");
    story.run(&["export", "benches", "--format", "csvw"]).exit(2).stderr_contains("these are 2 files");
    story.run(&["export", "benches"]).exit(2).stderr_contains("--format");
    story.run(&["export", "--format", "csv"]).exit(2).stderr_contains("--all");
    story.run(&["export", "benches", "--all", "--format", "csv"]).exit(2);
}

#[test]
fn what_is_exported_is_what_the_site_has() {
    let mut story = Story::on_the_founding_case();
    story.run(&["build"]).exit(0);
    let formats = ["--format", "csv,csvw,datapackage,json,json-stat"];
    story.run(&[&["export", "absconders", "--out", "one"], &formats[..]].concat()).exit(0);
    story.run(&[&["export", "--all", "--out", "all"], &formats[..]].concat()).exit(0);
    let (site, one, all) = (story.files("public"), story.files("one"), story.files("all"));
    assert_eq!(one.keys().map(String::as_str).collect::<Vec<_>>(), OF_ONE);
    for (name, bytes) in &one {
        assert!(site[&format!("data/measures/{name}")] == *bytes, "{name}");
    }
    for (name, bytes) in &all {
        assert!(site[&format!("data/{name}")] == *bytes, "{name}");
    }
    for name in ["figures.csv", "sources.csv-metadata.json", "datapackage.json", "measures/absconders.json"] {
        assert!(all.contains_key(name), "{name} is not among {:?}", all.keys());
    }
}

#[test]
fn an_edition_is_exported_as_its_frozen_files_stand_on_the_site() {
    let mut story = Story::on_the_founding_case();
    story.run(&["build"]).exit(0);
    let formats = ["--format", "csv,csvw,datapackage,json,json-stat"];
    let site = story.files("public");
    let frozen: Vec<(&str, &str)> = site
        .keys()
        .filter_map(|path| path.strip_prefix("measures/")?.strip_suffix(".csv")?.split_once("/v/"))
        .filter_map(|(measure, rest)| Some((measure, rest.split_once('/')?.0)))
        .collect();
    assert!(frozen.len() > 10, "{frozen:?}");
    for (measure, edition) in frozen {
        if story.has("out") {
            story.remove("out");
        }
        let asked = ["export", measure, "--edition", edition, "--out", "out"];
        story.run(&[&asked[..], &formats].concat()).exit(0);
        for (name, bytes) in story.files("out") {
            let there = &site[&format!("measures/{measure}/v/{edition}/{name}")];
            assert!(*there == bytes, "{measure} in edition {edition}: {name}");
        }
    }
}

#[test]
fn what_is_not_there_is_told_and_nothing_is_written() {
    let mut story = Story::on_the_founding_case();
    let before = story.files(".");
    story.run(&["export", "absconder", "--format", "csv"]).exit(2);
    story.stderr_contains("no measure “absconder”").stderr_contains("did you mean");
    story.run(&["export", "--all", "--format", "csv", "--edition", "99", "--out", "x"]).exit(2);
    story.stderr_contains("the last is edition");
    for out in ["data/figures", "site", "data/new/folder", "new/../data", "./templates"] {
        story.run(&["export", "--all", "--format", "csv", "--out", out]).exit(2);
        story.stderr_contains("--out").stderr_lacks("panicked");
    }
    assert!(story.files(".") == before);
    story.write("taken", "a file").run(&["export", "--all", "--format", "csv", "--out", "taken"]).exit(4);
}

#[test]
fn linked_data_is_of_the_whole_record_of_a_measure_and_of_reviewed_findings() {
    let mut story = Story::on("releases");
    story.run(&["build"]).exit(0);
    let catalogue = story.files("public")["data/catalogue.jsonld"].clone();
    story
        .run(&["export", "--all", "--format", "dcat"])
        .exit(0)
        .stdout_is(&String::from_utf8_lossy(&catalogue));
    story.run(&["export", "released-in-error", "--format", "dcat"]).exit(2).stderr_contains("--all");
    story.run(&["export", "released-in-error", "--format", "jsonld"]).exit(0);
    assert_eq!(story.stdout_json()["@type"], "Dataset");
    story.run(&["export", "released-in-error", "--format", "claimreview"]).exit(0).stdout_is("");
    story.stderr_contains("reviewed by a person");
}

#[test]
fn a_finding_has_its_review_as_linked_data_once_a_person_has_written_one() {
    let mut story = Story::on("second-case");
    story.run(&["check", "--format", "json", "--fail-on", "never"]).exit(0);
    let all = story.stdout_json()["findings"].as_array().cloned().unwrap_or_default();
    let about = |finding: &&serde_json::Value| {
        finding["nature"] == "discrepancy" && finding["figures"].as_array().is_some_and(|list| list.len() > 1)
    };
    let Some(finding) = all.iter().find(about) else { panic!("no discrepancy") };
    let fingerprint = finding["fingerprint"].as_str().unwrap_or_default();
    let page = format!("public/discrepancies/{fingerprint}/index.html");
    story.run(&["build"]).exit(0);
    assert!(!story.read(&page).contains("ClaimReview"));
    story.write("data/reviews/r.toml", format!(
        "format = 1\n[[review]]\nfinding = \"{fingerprint}\"\nstate = \"explained\"\ntext = \"They count </script> two groups.\"\nby = \"The desk\"\ndate = \"2026-01-01\"\n"));
    story.run(&["build"]).exit(0);
    let html = story.read(&page);
    let (_, after) = html.split_once("application/ld+json\">").unwrap_or_default();
    let (inside, _) = after.split_once("</script>").unwrap_or_default();
    let data: serde_json::Value = serde_json::from_str(inside).unwrap_or_default();
    assert_eq!(data["@graph"][0]["@type"], "ClaimReview", "{inside}");
    assert_eq!(data["@graph"][0]["reviewBody"], "They count </script> two groups.");
    assert!(!inside.contains("Rating"));
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    let mut story = Story::on("second-case");
    for out in ["a", "b"] {
        story
            .run(&[
                "export",
                "--all",
                "--format",
                "csv,csvw,datapackage,json,json-stat,jsonld,dcat,ods,xlsx,parquet,sqlite",
                "--out",
                out,
            ])
            .exit(0);
    }
    assert!(story.files("a") == story.files("b") && !story.files("a").is_empty());
}

#[test]
fn the_files_of_the_whole_record_stay_as_they_were_in_each_edition() {
    let mut story = Story::on("releases");
    let release = |story: &mut Story, date: &str| {
        story.run(&["release", "--note", "What is new", "--date", date]).exit(0).run(&["build"]).exit(0);
    };
    release(&mut story, "2026-01-01");
    let of_first = |story: &Story| {
        let files = story.files("public/editions/1");
        files.into_iter().filter(|(name, _)| name != "index.html").collect::<Vec<_>>()
    };
    let first = of_first(&story);
    let names: Vec<&str> = first.iter().map(|(name, _)| name.as_str()).collect();
    assert!(
        ["figures.csv", "figures.parquet", "record.sqlite"].iter().all(|name| names.contains(name)),
        "{names:?}"
    );
    let moving = story.files("public/data");
    assert_eq!(moving["figures.csv"], story.files("public/editions/1")["figures.csv"]);
    assert!(story.read("public/downloads/index.html").contains("editions/1/record.sqlite"));
    story.replace("data/figures/releases.csv", "nearly 300,tribune", "nearly 310,tribune");
    story.explain("revision", "figures = [\"trib-total\"]");
    release(&mut story, "2026-02-01");
    assert!(first == of_first(&story));
}
