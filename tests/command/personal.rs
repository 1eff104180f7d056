//! Personal data in a publisher's files: the file is refused, and no message holds what was found. Beside each stands
//! a near miss that must pass.

use crate::story::Story;

const FIGURES: &str = "data/figures/benches.csv";
const SOURCE: &str = "data/sources/walk.md";

/// A file that speaks of a person.
struct Refused {
    name: &'static str,
    file: &'static str,
    text: &'static str,
    says: &'static [&'static str],
    never: &'static [&'static str],
}

const REFUSED: [Refused; 8] = [
    Refused {
        name: "a column of dates of birth",
        file: FIGURES,
        text: "measure,reported,source,Date of Birth\nbenches,12,walk,1974-05-11\n",
        says: &["P001 personal-column", "benches.csv:1", "“Date of Birth”", "dates of birth"],
        never: &["1974"],
    },
    Refused {
        name: "a column of names, with other mistakes in the file",
        file: FIGURES,
        text: "measure,reported,surname\nMorgan,nobody knows,Morgan\n",
        says: &["P001 personal-column", "“surname”"],
        never: &["Morgan", "nobody knows", "L012"],
    },
    Refused {
        name: "a number in a column of notes",
        file: FIGURES,
        text: "measure,reported,source,note\nbenches,12,walk,\nbenches,13,walk,applicant AB 12 34 56 C\n",
        says: &["P002 personal-identifier", "benches.csv:3", "National Insurance", "“note”", "row 3"],
        never: &["AB 12", "56 C"],
    },
    Refused {
        name: "a telephone number in a column of words",
        file: FIGURES,
        text: "measure,reported,source,words\nbenches,12,walk,ring 07700 900123\n",
        says: &["P002 personal-identifier", "a telephone number"],
        never: &["900123"],
    },
    Refused {
        name: "a number where a code should be",
        file: FIGURES,
        text: "measure,reported,source\nj.morgan@home.example,12,walk\n",
        says: &["P002 personal-identifier", "an email address"],
        never: &["morgan"],
    },
    Refused {
        name: "an NHS number in captured words",
        file: SOURCE,
        text: "+++\nformat = 1\ntitle = \"A walk\"\nkind = \"other\"\nknd = 1\n+++\n\nThe reply: 401 023 2137.\n",
        says: &["P002 personal-identifier", "walk.md:8:12", "an NHS number"],
        never: &["401", "2137", "knd"],
    },
    Refused {
        name: "a bank account in a review",
        file: "data/reviews/benches.toml",
        text: "format = 1\n[[review]]\nfinding = \"x\"\ntext = \"GB82 WEST 1234 5698 7654 32\"\n",
        says: &["P002 personal-identifier", "benches.toml:4:9", "a bank account number"],
        never: &["WEST"],
    },
    Refused {
        name: "a table of persons among the assets",
        file: "site/assets/cases.csv",
        text: "town,forename\nLlanelli,Mair\n",
        says: &["P001 personal-column", "site/assets/cases.csv", "“forename”"],
        never: &["Mair"],
    },
];

#[test]
fn a_file_that_speaks_of_persons_is_refused_and_not_quoted() {
    for refused in REFUSED {
        for format in ["human", "json"] {
            let mut story = Story::on("smallest");
            story.write(refused.file, refused.text);
            let outcome = story.run(&["check", "--format", format]).exit(3).outcome();
            let all = format!("{}{}", outcome.stdout, outcome.stderr)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            for words in refused.never {
                assert!(!all.contains(words), "{}: {words} in {all}", refused.name);
            }
            if format == "human" {
                for words in refused.says {
                    assert!(all.contains(words), "{}: no {words} in {all}", refused.name);
                }
            }
        }
    }
}

/// What looks like personal data and is none.
const STAND: [(&str, &str, &str); 6] = [
    (
        "references, codes and large numbers",
        FIGURES,
        "measure,as_of,reported,source,locator,note,words\nbenches,2024-03-31,\"401,023,213\",walk,FOI2023/00123 and UIN 123456,E07000123 W06000022 ISBN 978-0-11-301463-0,401 023 213\n",
    ),
    (
        "a minister by name",
        FIGURES,
        "measure,reported,source,words\nbenches,12,walk,Mr John Smith said: 12\n",
    ),
    (
        "a series over fifty years",
        FIGURES,
        "measure,as_of,reported,source\nbenches,1974-03-31,12,walk\nbenches,2024-03-31,13,walk\n",
    ),
    (
        "a web address with a long number",
        SOURCE,
        "+++\nformat = 1\ntitle = \"A walk\"\nkind = \"other\"\nurl = \"https://park.example/4111111111111111\"\n+++\n\nSee <https://park.example/SW1A1AA>.\n",
    ),
    (
        "half a postcode",
        SOURCE,
        "+++\nformat = 1\ntitle = \"A walk\"\nkind = \"other\"\n+++\n\nBenches in CF10 and in Ynys Môn.\n",
    ),
    ("a list of places among the assets", "site/assets/places.csv", "code,place\nW06000022,Casnewydd\n"),
];

#[test]
fn what_only_looks_like_it_is_left_alone() {
    for (name, file, text) in STAND {
        let mut story = Story::on("smallest");
        let outcome = story.write(file, text).run(&["check", "--format", "json"]).outcome();
        assert!(outcome.status < 2, "{name}: {}", outcome.stderr);
        assert!(!outcome.stdout.contains("\"P00"), "{name}: {}", outcome.stdout);
    }
}

#[test]
fn the_address_under_a_reply_is_pointed_out_and_an_office_may_stand() {
    let mut story = Story::on("smallest");
    let reply =
        "+++\nformat = 1\ntitle = \"A walk\"\nkind = \"other\"\n+++\n\nWrite to Park.Office@park.example.\n";
    story.write(SOURCE, reply).run(&["check"]).exit(0);
    story.stdout_contains("warning[P003 contact-details]").stdout_contains("walk.md:7:10");
    story.append("site/site.toml", "\n[policy]\ncontacts = [\"park.office@park.example\"]\n");
    story.run(&["check"]).exit(0).stdout_lacks("P003");
    let cells = "measure,reported,source,note\nbenches,12,walk,from park.office@park.example\n";
    story.write(FIGURES, cells).run(&["check"]).exit(0).stdout_lacks("P00");
}

#[test]
fn the_publishers_own_contact_may_stand() {
    let mut story = Story::on("smallest");
    let reply = "+++\nformat = 1\ntitle = \"A walk\"\nkind = \"other\"\n+++\n\nWrite to us@nobody.example.\n";
    story.append("site/site.toml", "contact = \"us@nobody.example\"\n").write(SOURCE, reply);
    story.run(&["check"]).exit(0).stdout_lacks("P003");
}

#[test]
fn a_table_of_persons_is_not_audited_for_small_counts() {
    let mut story = Story::on_nothing();
    let cases: String = (0..30).map(|n| format!("case {n},Barry,1\n")).collect();
    story.write("cases.csv", format!("case,town,people\n{cases}"));
    story.run(&["disclose", "cases.csv", "--keys", "case,town", "--count", "people"]).exit(3);
    story
        .stderr_contains("P004 row-for-each-person")
        .stderr_contains("“people”")
        .stderr_contains("cases.csv");
    story.write("named.csv", "town,surname,people\nBarry,Morgan,12\n");
    story.run(&["disclose", "named.csv", "--keys", "town"]).exit(3);
    story.stderr_contains("P001 personal-column").stderr_lacks("Morgan");
    story.write("towns.csv", "town,people\nBarry,12\nLlanelli,30\nTotal,42\n");
    story.run(&["disclose", "towns.csv", "--keys", "town"]).exit(0).stderr_is_empty();
}

#[test]
fn an_answer_that_holds_a_number_of_a_person_is_not_imported() {
    let answer = |words: &str| {
        format!(
            r#"{{"value":{{"id":7,"uin":"4321","askingMemberId":1,"dateTabled":"2026-03-01T00:00:00","dateForAnswer":"2026-03-05T00:00:00","dateAnswered":"2026-03-05T00:00:00","answeringBodyName":"Department for Parks","heading":"Benches","questionText":"How many benches there are.","answerText":"<p>There are 40 benches. {words}</p>","isWithdrawn":false,"answerIsHolding":false,"answerIsCorrection":false,"house":"Commons"}}}}"#
        )
    };
    let mut story = Story::on("smallest");
    story.write("in/one.json", answer("The applicant is AB 12 34 56 C."));
    story.run(&["import", "parliament", "in/one.json"]).exit(3).stdout_contains("no files written");
    story.stderr_contains("P002 personal-identifier").stderr_contains("one.json").stderr_lacks("AB 12");
    story.write("in/two.json", answer("Write to parks@parks.example."));
    story.run(&["import", "parliament", "in/two.json"]).exit(0).stderr_contains("P003 contact-details");
    story.run(&["check"]).exit(0).stdout_contains("P003 contact-details");
}

#[test]
fn a_row_for_each_person_among_the_figures_is_refused() {
    let mut story = Story::on("smallest");
    let rows: String = (0..24).map(|n| format!("benches,b{n},1,walk\n")).collect();
    story.write(FIGURES, format!("measure,id,reported,source\n{rows}")).run(&["check"]).exit(3);
    story.stderr_contains("P004 row-for-each-person").stderr_contains("“reported”");
    story.append("data/measures/benches.toml", "counted = \"things\"\n");
    story.run(&["check", "--fail-on", "never"]);
    story.stdout_lacks("P004").stderr_lacks("P004");
}

#[test]
fn a_table_of_cases_among_the_assets_is_pointed_out() {
    let mut story = Story::on("smallest");
    let rows: String =
        (0..24).map(|n| format!("2024-0{},ward {},{},f,upheld\n", n % 9 + 1, n % 3, 30 + n)).collect();
    story
        .write("site/assets/cases.csv", format!("month,ward,age,sex,outcome\n{rows}"))
        .run(&["check"])
        .exit(0);
    story.stdout_contains("P005 perhaps-personal").stdout_contains("share what they say with too few others");
}

/// A workbook with a table of places and, hidden, a sheet of this text.
fn workbook(hidden: &str) -> Vec<u8> {
    use std::io::Write;
    let cells = |row: &str| -> String {
        row.split(',').map(|cell| format!("<c t=\"str\"><v>{cell}</v></c>")).collect()
    };
    let sheet = |text: &str| -> String {
        let rows =
            text.lines().enumerate().map(|(at, row)| format!("<row r=\"{}\">{}</row>", at + 1, cells(row)));
        format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.collect::<String>())
    };
    let parts = [
        ("_rels/.rels", r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.to_owned()),
        ("xl/workbook.xml", r#"<workbook><sheets><sheet name="Places" r:id="rId1"/><sheet name="Raw" state="hidden" r:id="rId2"/></sheets></workbook>"#.to_owned()),
        ("xl/_rels/workbook.xml.rels", r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="a.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="b.xml"/></Relationships>"#.to_owned()),
        ("xl/a.xml", sheet("code,place\nW06000022,Casnewydd")),
        ("xl/b.xml", sheet(hidden)),
    ];
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_among_the_assets_is_looked_into() {
    let mut story = Story::on("smallest");
    story.write("site/assets/book.xlsx", workbook("place,people\nBarry,120\nLlanelli,240"));
    story
        .run(&["check"])
        .exit(0)
        .stdout_contains("site/assets/book.xlsx")
        .stdout_contains("the sheet “Raw” is hidden");
    story.stdout_lacks("120").stdout_lacks("P00");
    story.write(
        "site/assets/book.xlsx",
        workbook("Cases\nplace,note\nBarry,none\nLlanelli,see AB 12 34 56 C"),
    );
    for command in ["check", "build"] {
        story.run(&[command]).exit(3).stderr_contains("P002 personal-identifier").stderr_lacks("AB 12");
        story.stderr_contains("In the sheet “Raw”").stderr_contains("in the column “note”");
    }
    story
        .write("site/assets/book.xlsx", "no workbook")
        .run(&["check"])
        .exit(0)
        .stdout_contains("site/assets/book.xlsx");
}
