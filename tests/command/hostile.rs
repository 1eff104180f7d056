//! Hostile words in every text field of the data: the whole built site stays harmless.

use crate::opened::{opened, parts};
use crate::story::Story;
use std::collections::BTreeSet;

/// Markup, ways out of an attribute, template expressions, a turned direction, and the ends of every wrapping. The
/// number says which field it stands in.
fn hostile(field: &str) -> String {
    format!(
        "@{field}<script>zap()</script><img src=x onerror=zap()>\" onmouseover=\"zap()\" y='{{{{x}}}}{{{{{{y}}}}}}\u{202e}\u{2066}]]></svg></title></style><!--"
    )
}

/// The same as a TOML string.
fn toml(field: &str) -> String {
    format!("'''{}'''", hostile(field))
}

/// The same as a cell that a spreadsheet would run.
fn cell(field: &str) -> String {
    format!("\"=cmd|{}\"", hostile(field).replace('"', "\"\""))
}

/// A repository in which every field that takes any text is hostile. Its fields are named in `FIELDS`.
fn repository() -> Story {
    let mut story = Story::on_nothing();
    story.write("site/site.toml", format!(
        "format = 1\ntitle = {}\ntagline = {}\n[publisher]\nname = {}\ncontact = {}\n[licence]\nname = {}\n",
        toml("site-title"), toml("site-tagline"), toml("publisher"), toml("contact"), toml("licence")));
    story.write("site/pages/mine.md", format!(
        "+++\ntitle = {}\nsummary = {}\n+++\n## {}\n\n{}\n\n[a](javascript:zap()) ![b](data:text/html,zap \"'\") <svg onload=zap()>\n\n```{}\n{}\n```\n",
        toml("page-title"), toml("page-summary"), hostile("page-heading"), hostile("page-text"), hostile("page-info"), hostile("page-code")));
    story.write(
        "data/bodies.toml",
        format!(
            "format = 1\n[[body]]\nid = \"b\"\nname = {}\nshort = {}\n",
            toml("body-name"),
            toml("body-short")
        ),
    );
    for id in ["m", "n"] {
        let f = |name: &str| toml(&format!("{id}-{name}"));
        let text = format!(
            "format = 1\ntitle = {}\nquestion = {}\nshort = {}\ntopic = {}\nunit = {}\nquantity = \"count\"\nstock_or_flow = \"stock\"\npopulation = {}\ncoverage = {}\nresponsible = \"b\"\ndefinition = {}\ncaveats = [{}, {}]\n\n[includes]\ni = {}\n\n[dimensions.d]\ntitle = {}\ntotal = \"all\"\ncodes = {{ all = {}, part = {} }}\n",
            f("title"),
            f("question"),
            f("short"),
            f("topic"),
            f("unit"),
            f("population"),
            f("coverage"),
            f("definition"),
            f("caveat-1"),
            f("caveat-2"),
            f("includes"),
            f("dimension"),
            f("code-all"),
            f("code-part")
        );
        story.write(&format!("data/measures/{id}.toml"), text);
    }
    for (id, published) in [("s", "2025-01-01"), ("t", "2025-02-01")] {
        let f = |name: &str| toml(&format!("{id}-{name}"));
        let kind = if id == "s" { "official-statistics" } else { "media-report" };
        story.write(&format!("data/sources/{id}.md"), format!(
            "+++\nformat = 1\ntitle = {}\nkind = \"{kind}\"\nbody = \"b\"\nperson = {}\nrole = {}\npublished = \"{published}\"\nreference = {}\nurl = \"https://e.example/?a=%22&b='%3Cscript\"\n+++\n{}\n",
            f("title"), f("person"), f("role"), f("reference"), hostile(&format!("{id}-notes"))));
    }
    story.write("data/figures/f.csv", format!(
        "id,measure,d,as_of,reported,source,includes,described_as,counted_as,qualifiers,words,locator,note\n{}",
        [("f1", "m", "all", 12, "s"), ("f2", "m", "all", 15, "t"), ("f3", "m", "part", 7, "s"), ("f4", "n", "all", 9, "s"), ("f5", "n", "all", 9, "t")]
            .map(|(id, measure, code, number, source)| {
                let c = |name: &str| cell(&format!("{id}-{name}"));
                format!("{id},{measure},{code},2025-01-01,{number},{source},i,{},{},{},{},{},{}\n",
                    c("described"), c("counted"), c("qualifier"), c("words"), c("locator"), c("note"))
            }).concat()));
    story.write("data/claims/c.toml", format!(
        "format = 1\n[[relation]]\nid = \"r\"\nkind = \"part-of\"\nsource = \"t\"\npart = \"f3\"\nwhole = \"f1\"\nwords = {}\n[[position]]\nid = \"p\"\nsource = \"s\"\nstance = \"denies\"\non = [\"f2\"]\nwords = {}\n",
        toml("relation-words"), toml("position-words")));
    story
}

/// What stands in the tags of a page: each element with its attributes.
fn tags(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let name: String = after.chars().take_while(|c| !c.is_whitespace() && *c != '>').collect();
        let mut inside = after.get(name.len()..).unwrap_or_default();
        let mut attributes = Vec::new();
        loop {
            inside = inside.trim_start().trim_start_matches('/');
            if inside.is_empty() || inside.starts_with('>') {
                break;
            }
            let key: String =
                inside.chars().take_while(|c| !c.is_whitespace() && !matches!(c, '=' | '>')).collect();
            inside = inside.get(key.len()..).unwrap_or_default();
            let mut value = "";
            if let Some(quoted) = inside.strip_prefix("=\"") {
                (value, inside) = quoted.split_once('"').unwrap_or((quoted, ""));
            } else if inside.starts_with('=') {
                panic!("an attribute without quotes: {key}{}", inside.chars().take(60).collect::<String>());
            }
            attributes.push((key, value.to_owned()));
        }
        tags.push((name.to_lowercase(), attributes));
        rest = inside;
    }
    tags
}

/// No element and no attribute by which a page could act, and no way to another place than a page or an address.
#[track_caller]
fn is_harmless(path: &str, html: &str) {
    const NEVER: [&str; 15] = [
        "script",
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "input",
        "button",
        "base",
        "math",
        "set",
        "animate",
        "style",
        "foreignobject",
        "!--",
    ];
    for (name, attributes) in tags(html) {
        // Linked data: a browser runs no script of this type, and its text ends no element.
        let is_data = attributes == [("type".to_owned(), "application/ld+json".to_owned())];
        if name == "script" && is_data || name == "/script" {
            continue;
        }
        let bare = name.trim_start_matches('/');
        assert!(!NEVER.iter().any(|never| bare.starts_with(never)), "<{name}> in {path}");
        assert!(
            bare.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'!')),
            "<{name}> in {path}"
        );
        for (key, value) in attributes {
            let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':'));
            assert!(
                plain && !key.starts_with("on") && key != "style" && key != "srcdoc",
                "{key} of <{name}> in {path}"
            );
            if ["href", "src", "action", "xlink:href"].contains(&&*key) {
                let scheme = value.split(['/', '#', '?']).next().unwrap_or_default();
                assert!(
                    ["", ".", "..", "https:", "http:", "mailto:"].contains(&scheme) || !scheme.contains(':'),
                    "{value} in {path}"
                );
            }
        }
    }
    for turned in ["\u{202e}", "\u{2066}", "&#x202e;", "&#8238;"] {
        assert!(!html.contains(turned), "{turned:?} in {path}");
    }
}

/// Looks into a file that is no text. In a workbook every part is well-formed, and no cell is a formula.
#[track_caller]
fn is_opened(path: &str, bytes: &[u8]) -> bool {
    match path.rsplit('.').next() {
        Some("ods" | "xlsx") => {
            for (name, part) in parts(bytes) {
                let mut reader = quick_xml::Reader::from_str(&part);
                loop {
                    match reader.read_event() {
                        Ok(quick_xml::events::Event::Eof) => break,
                        Ok(_) => {}
                        Err(e) => panic!("{path}: {name}: {e}"),
                    }
                }
                assert!(!part.contains("<f>") && !part.contains("formula"), "{path}: {name}");
            }
            true
        }
        Some("sqlite" | "parquet") => !opened(path, bytes).is_empty(),
        // Painted words cannot do anything, and a picture carries no others.
        Some("png") => {
            let has_words = ["tEXt", "zTXt", "iTXt", "zap"]
                .iter()
                .any(|words| bytes.windows(words.len()).any(|at| at == words.as_bytes()));
            assert!(bytes.starts_with(b"\x89PNG") && !has_words, "{path}");
            true
        }
        _ => false,
    }
}

/// A page without the search that every page but the small ones has of the program's own: a form, once, with nobody's words in it, and
/// on its own page what it needs there.
#[track_caller]
fn without_search(path: &str, html: &str) -> String {
    if path.ends_with("/embed/index.html") {
        return html.to_owned();
    }
    let (before, rest) = html.split_once("<form ").unwrap_or_else(|| panic!("no search in {path}"));
    let (form, after) = rest.split_once("</form>").unwrap();
    assert!(!form.contains("zap") && !form.contains('@'), "{form} in {path}");
    let mut rest = format!("{before}{after}");
    if path == "search/index.html" {
        for own in [
            "<script src=\"../assets/search.js\" defer></script>",
            "<button id=\"seek-more\" type=\"button\" hidden>Show more results</button>",
        ] {
            assert_eq!(rest.matches(own).count(), 1, "{own}");
            rest = rest.replace(own, "");
        }
    }
    rest
}

/// Looks at every file of the built site and returns the fields that it met.
#[track_caller]
fn look_at_every_file(story: &Story) -> BTreeSet<String> {
    let mut met = BTreeSet::new();
    for (path, bytes) in story.files("public") {
        if is_opened(&path, &bytes) {
            continue;
        }
        let Ok(text) = String::from_utf8(bytes) else { panic!("{path} is not UTF-8") };
        match path.rsplit('.').next() {
            Some("html") => {
                is_harmless(&path, &without_search(&path, &text));
                // What is shown is what was written: no expression was filled in.

                for filled in ["y=&#39;[", "y=&#39;]", "y='[", "y=']"] {
                    assert!(!text.contains(filled), "{filled} in {path}");
                }
                assert!(!text.contains("zap") || text.contains("{{x}}{{{y}}}"), "{path}");
            }
            // The words stand in it as text. It has a style of its own, and nothing else of what may do harm.
            Some("svg") => {
                let (before, after) = text.split_once("<style>").unwrap_or((&text, ""));
                let after = after.split_once("</style>").map_or("", |(_, after)| after);
                is_harmless(&path, &format!("{before}{after}"));
            }
            Some("json" | "jsonld") => {
                let parsed: Result<serde_json::Value, _> = serde_json::from_str(&text);
                assert!(parsed.is_ok(), "{path}: {parsed:?}");
                assert!(
                    !path.starts_with("search/") || !text.contains(['<', '\u{202e}', '\u{2066}']),
                    "{path}"
                );
            }
            Some("csv") => {
                let mut reader = csv::Reader::from_reader(text.as_bytes());
                // The first column of a difference holds the marks of its format, and nobody's words.
                let marks = usize::from(path.ends_with(".daff.csv"));
                for row in reader.records() {
                    let row = row.unwrap_or_else(|e| panic!("{path}: {e}"));
                    assert!(
                        row.iter().skip(marks).all(|cell| !cell.starts_with(['=', '+', '@'])),
                        "{path}: {row:?}"
                    );
                }
            }
            // A list of files names the address that a topic was given, of which only letters are left.
            _ => assert!(!text.contains("zap()"), "{path}"),
        }
        let fields = text.split('@').skip(1).filter_map(|after| Some(after.split_once(['<', '&', '\\'])?.0));
        met.extend(fields.map(str::to_owned));
    }
    met
}

/// Every field that the repository holds.
fn fields(story: &Story) -> BTreeSet<String> {
    let mut fields = BTreeSet::new();
    for bytes in
        story.files(".").into_iter().filter(|(path, _)| !path.starts_with("public/")).map(|(_, bytes)| bytes)
    {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        fields.extend(
            text.split('@')
                .skip(1)
                .filter_map(|after| after.split_once('<'))
                .map(|(name, _)| name.to_owned()),
        );
    }
    fields
}

#[test]
fn hostile_words_in_every_field_stay_words() {
    let mut story = repository();
    story.run(&["check", "--format", "json"]).exit(0);
    let found = story.stdout_json();
    let all = found.get("findings").and_then(serde_json::Value::as_array).cloned().unwrap_or_default();
    let of_the_record = all.iter().find(|finding| finding.get("nature") != Some(&"input".into()));
    let fingerprint =
        of_the_record.and_then(|finding| finding.get("fingerprint")?.as_str()).unwrap_or_default();
    story.write("data/reviews/r.toml", format!(
        "format = 1\n[[review]]\nfinding = \"{fingerprint}\"\nstate = \"disputed\"\ntext = {}\nby = {}\ndate = \"2025-03-01\"\n",
        toml("review-text"), toml("review-by")));
    for (note, date) in [("note-1", "2025-01-15"), ("note-2", "2025-02-15")] {
        story
            .run(&["release", "--as-known-on", date, "--note", &hostile(note), "--date", "2025-03-01"])
            .exit(0);
    }
    story.run(&["build"]).exit(0).stderr_lacks("\u{202e}");
    let met = look_at_every_file(&story);
    let unseen: Vec<String> = fields(&story).difference(&met).cloned().collect();
    assert_eq!(unseen, [""; 0], "met: {met:?}");
}

#[test]
fn hostile_words_reach_a_terminal_as_visible_characters() {
    let mut story = repository();
    story.write("data/figures/more.csv", "measure,reported,source\nm,\"\u{202e}<script>\u{9b}31m12\",s\n");
    story
        .run(&["check"])
        .stderr_lacks("\u{202e}")
        .stderr_lacks("\u{9b}")
        .stderr_contains("data/figures/more.csv");
    story.remove("data/figures/more.csv").write("data/a\u{202e}\u{1b}[31m.txt", "");
    story.run(&["check"]).exit(3).stderr_lacks("\u{202e}").stderr_lacks("\u{1b}");
    story.run(&["check", "--format", "json"]).exit(3).stdout_lacks("\u{202e}").stdout_lacks("\u{1b}");
}

#[test]
fn an_address_that_is_none_is_refused() {
    let hostile = [
        "javascript:zap()",
        "JaVaScRiPt:zap()",
        "data:text/html,zap",
        "vbscript:zap",
        "//evil.example",
        " https://x",
        "https://",
    ];
    for address in hostile {
        let mut story = Story::on("smallest");
        story.replace(
            "data/sources/walk.md",
            "kind = \"other\"",
            &format!("kind = \"other\"\nurl = \"{address}\""),
        );
        story.run(&["build"]).exit(3).stderr_contains("data/sources/walk.md:5:").stderr_contains("L011");
        assert!(!story.has("public"), "{address}");
    }
}

#[test]
fn a_file_name_that_could_lead_elsewhere_is_refused() {
    let long = format!("{}.toml", "x".repeat(100));
    for name in
        ["con.toml", "nul.toml", "A.toml", "a b.toml", "%2e%2e.toml", "a\\b.toml", "\u{e9}.toml", &long]
    {
        let mut story = Story::on("smallest");
        let measure = story.read("data/measures/benches.toml");
        story.write(&format!("data/measures/{name}"), measure).run(&["build"]).exit(3);
        assert!(!story.has("public"), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_refused_and_not_waited_for() {
    let secret = "/etc/passwd";
    for path in [
        "data/sources/x.md",
        "data/measures/x.toml",
        "data/figures/x.csv",
        "site/assets/x",
        "templates/home.hbs",
        "data/claims",
    ] {
        let mut story = Story::on("smallest");
        story
            .link(path, secret)
            .run(&["build"])
            .exit(3)
            .stderr_contains(path)
            .stderr_contains("symbolic link");
        assert!(!story.has("public"), "{path}");
        story.remove(path).link(path, "round-and-round").run(&["build"]).exit(3).stderr_contains(path);
    }
    let mut story = Story::on("smallest");
    story.shell("mkfifo data/figures/pipe.csv && mkdir data/sources/folder.md && \"$ONRECORD\" build");
    story.exit(3).stderr_contains("data/figures/pipe.csv").stderr_contains("data/sources/folder.md");
}

#[cfg(unix)]
#[test]
fn a_folder_of_the_source_that_is_a_link_is_refused() {
    for folder in ["data", "site", "templates", "data/measures", "site/pages"] {
        let mut story = Story::on("smallest");
        story
            .write("site/pages/mine.md", "+++\ntitle = \"Mine\"\n+++\n")
            .write("templates/not-found.hbs", "x");
        story.shell(&format!(
            "mv {folder} elsewhere && ln -s \"$PWD/elsewhere\" {folder} && \"$ONRECORD\" build"
        ));
        story.exit(3).stderr_contains(folder).stderr_contains("symbolic link");
        assert!(!story.has("public"), "{folder}");
    }
}
