//! `onrecord verify`: the chain of editions and every file in it.

use crate::story::Story;

/// Three editions of the smallest repository.
pub(crate) fn three_editions() -> Story {
    let mut story = Story::on("smallest");
    for (number, benches) in ["12", "13", "14"].into_iter().enumerate() {
        let day = format!("2025-0{}-01", number + 1);
        let note = format!("Note {benches}");
        story.write("data/figures/benches.csv", format!("measure,reported,source\nbenches,{benches},walk\n"));
        if number > 0 {
            story.explain("revision", "measures = [\"benches\"]");
        }
        story.run(&["release", "--note", &note, "--date", &day]).exit(0);
    }
    story
}

/// The frozen objects that hold some words.
fn objects_with(story: &Story, words: &str) -> Vec<String> {
    let objects =
        story.tree("data/editions/objects").into_iter().map(|path| format!("data/editions/objects/{path}"));
    objects.filter(|path| story.read(path).contains(words)).collect()
}

#[test]
fn a_repository_without_editions_has_nothing_to_verify() {
    Story::on("smallest")
        .run(&["verify"])
        .exit(0)
        .stdout_is("There are no editions yet.\n")
        .stderr_is_empty();
}

#[test]
fn editions_as_they_were_released_are_said_to_be_so() {
    let mut story = three_editions();
    story
        .run(&["verify"])
        .exit(0)
        .stdout_is("3 editions, every file as it was released.\n")
        .stderr_is_empty();
    story.remove("data/editions/0002.json").remove("data/editions/0003.json");
    story.run(&["verify"]).exit(0).stdout_is("1 edition, every file as it was released.\n");
}

#[test]
fn an_altered_file_is_named_and_nothing_is_built_on_it() {
    let mut story = three_editions();
    story.run(&["build"]).exit(0);
    let built = story.files("public");
    let objects = objects_with(&story, "\"13\"");
    let Some(object) = objects.first() else { panic!("no object holds the figure of edition 2") };
    let text = story.read(object).replace("\"13\"", "\"31\"");
    story.write(object, text);
    story
        .run(&["verify"])
        .exit(1)
        .stdout_is("")
        .stderr_contains(object)
        .stderr_contains("E001 edition-altered");
    story.run(&["check"]).exit(3).stderr_contains(object);
    story.run(&["release", "--note", "More", "--date", "2025-04-01"]).exit(3).stderr_contains(object);
    story.run(&["build"]).exit(3).stderr_contains(object);
    assert!(story.files("public") == built);
}

#[test]
fn a_missing_file_is_named() {
    let mut story = three_editions();
    let objects = objects_with(&story, "\"12\"");
    let Some(object) = objects.first() else { panic!("no object holds the figure of edition 1") };
    story.remove(object);
    story.run(&["verify"]).exit(1).stderr_contains(object).stderr_contains("E002 edition-missing");
    story.run(&["build"]).exit(3).stderr_contains(object);
    assert!(!story.has("public"));
}

#[test]
fn a_broken_chain_stops_everything_that_builds_on_it() {
    // Edition 1 as another repository released it: whole in itself, but not what edition 2 was built on.
    let mut other = Story::on("smallest");
    other.run(&["release", "--note", "Another", "--date", "2025-01-01"]).exit(0);
    let mut story = three_editions();
    story.write("data/editions/0001.json", other.read("data/editions/0001.json"));
    stops_everything(&mut story, "E004 edition-chain-broken");
    // One word in a manifest, changed by hand.
    let mut story = three_editions();
    story.replace("data/editions/0001.json", "Note 12", "Note 99");
    stops_everything(&mut story, "E001 edition-altered");
}

#[track_caller]
fn stops_everything(story: &mut Story, rule: &str) {
    let before = story.files("data/editions");
    story.run(&["verify"]).exit(1).stdout_is("").stderr_contains(rule);
    for command in [&["build"][..], &["check"], &["release", "--note", "More", "--date", "2025-04-01"]] {
        story.run(command).exit(3).stderr_contains(rule);
    }
    assert!(story.files("data/editions") == before && !story.has("public"));
}

#[test]
fn a_gap_in_the_numbers_is_a_missing_edition() {
    let mut story = three_editions();
    story.remove("data/editions/0002.json");
    story.run(&["verify"]).exit(1).stderr_contains("E002 edition-missing").stderr_contains("0002.json");
    story.run(&["build"]).exit(3);
}

#[test]
fn a_manifest_cut_short_is_named() {
    let mut story = three_editions();
    let text = story.read("data/editions/0003.json");
    story.write("data/editions/0003.json", text.get(..text.len() / 2).unwrap_or_default());
    story.run(&["verify"]).exit(1).stderr_contains("data/editions/0003.json").stderr_contains("E003");
    story.run(&["build"]).exit(3).stderr_contains("data/editions/0003.json");
}

#[test]
fn a_built_site_is_verified_without_its_repository() {
    let mut story = three_editions();
    story.run(&["build"]).exit(0);
    let files = story.read("public/SHA256SUMS").lines().count();
    let told = format!(
        "3 editions, every file as it was released.\n{files} files of the site, each as it was built.\n"
    );
    story
        .remove("data")
        .remove("site")
        .run(&["verify", "--site", "public"])
        .exit(0)
        .stdout_is(&told)
        .stderr_is_empty();
    #[cfg(unix)]
    story.shell("cd public && sha256sum --quiet -c SHA256SUMS").exit(0);
    story.run(&["verify", "--site", "nowhere"]).exit(2).stderr_contains("there is no such folder");
    // A site of a program before this one, or any other folder.
    story.remove("public/SHA256SUMS").run(&["verify", "--site", "public"]).exit(1).stderr_contains("E011");
}

#[test]
fn one_altered_byte_of_a_site_is_named() {
    let mut story = three_editions();
    story.run(&["build"]).exit(0);
    let whole = story.files("public");
    let object = story.tree("public/data/editions/objects").pop().unwrap();
    let object = format!("data/editions/objects/{object}");
    for path in ["measures/benches/v/1/index.html", "data/editions/0002.json", &object, "assets/site.css"] {
        let mut bytes = whole[path].clone();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        story.write(&format!("public/{path}"), &bytes);
        story.run(&["verify", "--site", "public"]).exit(1);
        story.stderr_contains("E010 site-file-altered").stderr_contains(&format!("--> {path}"));
        story.write(&format!("public/{path}"), &whole[path]);
    }
    story
        .remove("public/measures/benches/v/2/index.html")
        .write("public/measures/benches/v/4/index.html", "hello");
    story.run(&["verify", "--site", "public"]).exit(1);
    story.stderr_contains("--> measures/benches/v/2/index.html").stderr_contains("E012 site-file-added");
    story.write("public/SHA256SUMS", format!("{}  ../data/bodies.toml\n", "0".repeat(64)));
    story.run(&["verify", "--site", "public"]).exit(1).stderr_contains("is no path within a site");
}

#[test]
fn a_signature_beside_each_manifest_shows_who_released_it() {
    let mut story = three_editions();
    let keys = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    let other = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    let key = keys.pk.to_base64();
    story.run(&["verify", "--key", &key]).exit(1).stderr_contains("Edition 1 is not signed");
    for number in 1..=3 {
        let path = format!("data/editions/000{number}.json");
        let text = story.read(&path);
        let signed = minisign::sign(None, &keys.sk, text.as_bytes(), None, None).unwrap().to_string();
        story.write(&format!("{path}.minisig"), signed);
    }
    story.run(&["verify", "--key", &key]).exit(0).stdout_contains("Each edition is signed with this key.");
    story.run(&["verify", "--key", &other.pk.to_base64()]).exit(1).stderr_contains("does not hold");
    story.run(&["verify", "--key", "RWQ"]).exit(1).stderr_contains("is no public key of minisign");
    // The signatures go out with the site.
    story.run(&["build"]).exit(0);
    story.run(&["verify", "--site", "public", "--key", &key]).exit(0);
    story.run(&["release", "--note", "x", "--date", "2025-04-01"]).exit(3).stderr_contains("Nothing changed");
}
