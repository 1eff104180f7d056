//! Mistakes in a publisher's files: each is named with its place, the words at fault and help, and all of a run
//! are reported together. Beside each stands a near miss that must pass.

use crate::story::Story;

/// A mistake made in the park's repository, and the line that must be printed for it.
struct Mistake {
    name: &'static str,
    file: &'static str,
    text: &'static str,
    code: &'static str,
    place: &'static str,
    says: &'static str,
    helps: &'static str,
}

const MEASURE: &str = "data/measures/benches.toml";
const SOURCE: &str = "data/sources/walk.md";
const FIGURES: &str = "data/figures/benches.csv";
const CLAIMS: &str = "data/claims/benches.toml";

const MISTAKES: [Mistake; 19] = [
    Mistake {
        name: "an unknown key",
        file: MEASURE,
        text: "format = 1\ntitle = \"Benches\"\nunit = \"benches\"\nquantity = \"count\"\nstock_or_flow = \"stock\"\ntopik = \"Parks\"\n",
        code: "L006 unknown-key",
        place: "data/measures/benches.toml:6:1",
        says: "topik",
        helps: "topic",
    },
    Mistake {
        name: "a value that is none of the words",
        file: MEASURE,
        text: "format = 1\ntitle = \"Benches\"\nunit = \"benches\"\nquantity = \"counts\"\nstock_or_flow = \"stock\"\n",
        code: "L008 wrong-value",
        place: "data/measures/benches.toml:4:12",
        says: "counts",
        helps: "count",
    },
    Mistake {
        name: "a missing key",
        file: MEASURE,
        text: "format = 1\ntitle = \"Benches\"\nquantity = \"count\"\nstock_or_flow = \"stock\"\n",
        code: "L007 missing-key",
        place: "data/measures/benches.toml:1:1",
        says: "unit",
        helps: "plural noun",
    },
    Mistake {
        name: "a version from the future",
        file: MEASURE,
        text: "format = 2\ntitle = \"Benches\"\nunit = \"benches\"\nquantity = \"count\"\nstock_or_flow = \"stock\"\n",
        code: "L005 format-version",
        place: "data/measures/benches.toml:1:10",
        says: "version",
        helps: "format = 1",
    },
    Mistake {
        name: "broken syntax",
        file: MEASURE,
        text: "format = 1\ntitle = \"Benches\n",
        code: "L004 syntax",
        place: "data/measures/benches.toml:2:17",
        says: "not TOML",
        helps: "quotation mark",
    },
    Mistake {
        name: "a date that does not exist",
        file: SOURCE,
        text: "+++\nformat = 1\ntitle = \"A walk\"\nkind = \"other\"\nsaid = \"2026-02-30\"\n+++\n",
        code: "L009 bad-date",
        place: "data/sources/walk.md:5:8",
        says: "2026-02-30",
        helps: "2025-10-07",
    },
    Mistake {
        name: "an address that runs a program",
        file: SOURCE,
        text: "+++\nformat = 1\ntitle = \"A walk\"\nkind = \"other\"\nurl = \"javascript:alert(1)\"\n+++\n",
        code: "L011 bad-address",
        place: "data/sources/walk.md:5:7",
        says: "javascript:alert(1)",
        helps: "https://",
    },
    Mistake {
        name: "front matter in YAML",
        file: SOURCE,
        text: "---\ntitle: A walk\n---\n",
        code: "L004 syntax",
        place: "data/sources/walk.md:1:1",
        says: "front matter",
        helps: "+++",
    },
    Mistake {
        name: "a source that repeats itself",
        file: SOURCE,
        text: "+++\nformat = 1\ntitle = \"A walk\"\nkind = \"other\"\norigin = [\"walk\"]\n+++\n",
        code: "L018 circle",
        place: "data/sources/walk.md",
        says: "walk",
        helps: "does not hold",
    },
    Mistake {
        name: "an unknown measure",
        file: FIGURES,
        text: "measure,reported,source\nbench,12,walk\n",
        code: "L012 unknown-id",
        place: "data/figures/benches.csv:2:1",
        says: "bench",
        helps: "benches",
    },
    Mistake {
        name: "an unknown column",
        file: FIGURES,
        text: "measure,reportd,source\nbenches,12,walk\n",
        code: "L006 unknown-key",
        place: "data/figures/benches.csv:1:9",
        says: "reportd",
        helps: "reported",
    },
    Mistake {
        name: "an unreadable phrase",
        file: FIGURES,
        text: "measure,reported,source\nbenches,\"1.234,5\",walk\n",
        code: "L015 unreadable-phrase",
        place: "data/figures/benches.csv:2:10",
        says: "1.234,5",
        helps: "",
    },
    Mistake {
        name: "a ragged row",
        file: FIGURES,
        text: "measure,reported,source\nbenches,53,298,walk\n",
        code: "L016 ragged-row",
        place: "data/figures/benches.csv:2:1",
        says: "4 cells",
        helps: "quotation marks",
    },
    Mistake {
        name: "a quotation mark that is not closed",
        file: FIGURES,
        text: "measure,reported,source\nbenches,\"12,walk\nbenches,13,walk\n",
        code: "L004 syntax",
        place: "data/figures/benches.csv:2:9",
        says: "not closed",
        helps: "close",
    },
    Mistake {
        name: "the same row twice",
        file: FIGURES,
        text: "measure,reported,source\nbenches,12,walk\nbenches,13,walk\n",
        code: "L014 duplicate-key",
        place: "data/figures/benches.csv:3:9",
        says: "benches.csv:2:9",
        helps: "its own id",
    },
    Mistake {
        name: "the same id twice",
        file: FIGURES,
        text: "id,measure,reported,source\nb,benches,12,walk\nb,benches,a dozen,walk\n",
        code: "L013 duplicate-id",
        place: "data/figures/benches.csv:3:",
        says: "“b”",
        helps: "another id",
    },
    Mistake {
        name: "semicolons for commas",
        file: FIGURES,
        text: "measure;reported;source\nbenches;12;walk\n",
        code: "L017 bad-header",
        place: "data/figures/benches.csv:1:1",
        says: "semicolons",
        helps: "commas",
    },
    Mistake {
        name: "a moment and a span",
        file: FIGURES,
        text: "measure,reported,source,as_of,period\nbenches,12,walk,2026-01,2026\n",
        code: "L019 contradictory-cells",
        place: "data/figures/benches.csv:2:25",
        says: "as_of",
        helps: "moment",
    },
    Mistake {
        name: "an unknown figure in a relation",
        file: CLAIMS,
        text: "format = 1\n\n[[relation]]\nid = \"r\"\nkind = \"part-of\"\nsource = \"walk\"\npart = \"nothing\"\nwhole = \"benches--undated--walk\"\n",
        code: "L012 unknown-id",
        place: "data/claims/benches.toml:7:8",
        says: "nothing",
        helps: "",
    },
];

#[test]
fn each_mistake_is_named_with_its_place_its_words_and_help() {
    for mistake in &MISTAKES {
        let mut story = Story::on("smallest");
        story.write(mistake.file, mistake.text);
        println!("{}", mistake.name);
        story.run(&["check"]).exit(3);
        for part in [mistake.code, mistake.place, mistake.says, mistake.helps] {
            story.stderr_contains(part);
        }
    }
}

#[test]
fn the_near_misses_pass() {
    let near_misses = [
        (
            MEASURE,
            "\u{feff}format = 1\r\ntitle = \"Benches\"\r\nunit = \"benches\"\r\nquantity = \"count\"\r\nstock_or_flow = \"stock\"\r\ntopic = \"Parks\"\r\n",
        ),
        (
            SOURCE,
            "+++\r\nformat = 1\r\ntitle = \"A walk in Pen-y-bont ar Ogwr, Môn\"\r\nkind = \"other\"\r\nsaid = 2026-02-28\r\nurl = \"https://example.org/a?b=c\"\r\n+++\r\n",
        ),
        (FIGURES, "\u{feff}measure,reported,source\r\nbenches,\"53,298\",walk\r\n"),
        (FIGURES, "id,measure,reported,source\nb,benches,12,walk\nc,benches,a dozen,walk\n"),
        (FIGURES, "measure,as_of,reported,source\nbenches,2026-01,12,walk\nbenches,2026-02,12,walk\n"),
        (FIGURES, "measure,reported,source,note\nbenches,12,walk,\"two\nlines\"\n"),
    ];
    for (file, text) in near_misses {
        let mut story = Story::on("smallest");
        story.write(file, text);
        story.run(&["check"]).exit(0);
    }
}

#[test]
fn all_mistakes_of_a_run_are_reported_together() {
    let mut story = Story::on("smallest");
    for file in [MEASURE, SOURCE] {
        let mistake = MISTAKES.iter().find(|mistake| mistake.file == file);
        story.write(file, mistake.map_or("", |mistake| mistake.text));
    }
    story
        .write(CLAIMS, "format = 1\n[[position]]\nid = \"P\"\n")
        .write("data/measures/Bad Name.toml", "format = 1\n");
    story.run(&["check"]).exit(3);
    for part in ["benches.toml:6:1", "walk.md:5:8", "data/claims/benches.toml", "bad-name"] {
        story.stderr_contains(part);
    }
}

#[test]
fn latin_1_is_named_by_its_byte() {
    let mut story = Story::on("smallest");
    story.write(FIGURES, b"measure,reported,source\nbenches,\xA312,walk\n");
    story.run(&["check"]).exit(3);
    for part in ["L003 not-utf-8", "benches.csv:2:9", "A3", "Latin-1"] {
        story.stderr_contains(part);
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let mut story = Story::on("smallest");
    story.link("data/figures/more.csv", "/etc/passwd");
    story.run(&["check"]).exit(3).stderr_contains("L001 unreadable-file").stderr_contains("symbolic link");
}
