//! The pages in the words that a reader meets, in the order of reading: a record with a leak, reports that repeat it,
//! statistics with parts and quarters, an answer, and refusals.

use crate::story::Story;

fn built() -> Story {
    let mut story = Story::on("releases");
    story.run(&["build"]).exit(0);
    story
}

/// The words of a page's main part: a line for each block, `|` between the cells of a row.
fn words(html: &str) -> String {
    let main = html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).unwrap().0;
    let mut text = String::new();
    let main = without_pictures(main);
    for piece in main.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap();
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        match (&*name, tag.starts_with('/')) {
            ("span", false) if tag.contains("note") => text.push_str(" – "),
            ("td" | "th", true) => text.push_str(" | "),
            ("dt", true) => text.push_str(": "),
            (
                "a" | "b" | "span" | "time" | "q" | "del" | "ins" | "td" | "th" | "dd" | "path" | "circle",
                _,
            ) => {}
            _ => text.push('\n'),
        }
        text.push_str(&after.replace('\n', " "));
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}

/// Charts and marks: each has its words beside it, and tests of its own.
fn without_pictures(html: &str) -> String {
    let mut pieces = html.split("<svg");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.filter_map(|piece| piece.split_once("</svg>")).fold(first, |text, (_, after)| text + after)
}

/// The address of the one discrepancy page with this heading.
fn discrepancy(story: &Story, heading: &str) -> String {
    let pages = story.tree("public/discrepancies").into_iter().map(|path| format!("discrepancies/{path}"));
    let found =
        |path: &String| story.read(&format!("public/{path}")).contains(&format!("<h1>{heading}</h1>"));
    let mut pages = pages.filter(|path| path.ends_with(".html")).filter(found);
    let page = pages.next().unwrap_or_else(|| panic!("no page is headed {heading}"));
    assert_eq!(pages.next(), None);
    page
}

fn reads(story: &Story, path: &str, name: &str) {
    story.is_as_kept(&words(&story.read(&format!("public/{path}"))), &format!("pages/{name}.txt"));
}

#[test]
fn measures_are_headed_by_what_the_responsible_body_published() {
    let story = built();
    for name in ["released-in-error", "still-at-large", "search-cost"] {
        reads(&story, &format!("measures/{name}/index.html"), &format!("measure-{name}"));
    }
}

#[test]
fn sources_tell_what_each_of_their_figures_is_for() {
    let story = built();
    for name in ["stats-2025", "leaked-memo"] {
        reads(&story, &format!("sources/{name}/index.html"), &format!("source-{name}"));
    }
}

#[test]
fn discrepancies_tell_what_each_figure_is_for_and_how_far_apart_they_are() {
    let story = built();
    let pages = [
        ("“248” does not follow from the figures it is set beside", "sum"),
        ("“around 230” against “262”", "two-figures"),
        ("“31” is not confirmed", "not-confirmed"),
        ("“262” is contradicted", "contradicted"),
        ("The date of “262 people” is not repeated", "date-dropped"),
        ("“262 people” repeated with another hedge", "hedge-added"),
        ("“31”, “Some 31” and “a shocking 31” agree", "agreement"),
    ];
    for (heading, name) in pages {
        reads(&story, &discrepancy(&story, heading), &format!("discrepancy-{name}"));
    }
}
