//! Feeds and the sitemap: what a built site tells of its changes.

use crate::story::Story;

const HOST: &str = "https://record.example";

/// Three editions: the second revises a figure, the third changes only how it is written.
fn park() -> Story {
    let mut story = Story::on("smallest");
    story.replace("site/site.toml", "title = ", &format!("base_url = \"{HOST}\"\ntitle = "));
    for (index, words) in ["12", "13", "13 benches"].into_iter().enumerate() {
        let rows = format!("id,measure,reported,source,period\nb2024,benches,{words},walk,2024\n");
        story.write("data/figures/benches.csv", rows);
        if index == 1 {
            story.explain("revision", "figures = [\"b2024\"]");
        }
        let (day, note) = (format!("2025-0{}-01", index + 1), format!("Note {} <b>&", index + 1));
        story.run(&["release", "--note", &note, "--date", &day]).exit(0);
    }
    story.run(&["build"]).exit(0);
    story
}

#[test]
fn a_feed_has_an_entry_for_each_edition_that_changed_more_than_words() {
    let mut story = park();
    story.file_matches("public/feed.atom", "feeds/site.atom");
    story.file_matches("public/measures/benches/feed.atom", "feeds/measure.atom");
    for feed in ["feed.atom", "measures/benches/feed.atom"] {
        let text = story.read(&format!("public/{feed}"));
        assert_eq!(text.matches("<entry>").count(), 2, "{text}");
        assert!(text.contains("not confirmed") && !text.contains("Note 3"), "{text}");
    }
    let page = story.read("public/measures/benches/index.html");
    assert!(page.contains("type=\"application/atom+xml\""), "{page}");
    assert!(page.contains("href=\"../../measures/benches/feed.atom\""), "{page}");
}

#[test]
fn the_sitemap_lists_what_moves_and_nothing_frozen() {
    let text = park().read("public/sitemap.xml");
    assert!(text.contains(&format!("<loc>{HOST}/measures/benches/</loc>")), "{text}");
    assert!(text.contains(&format!("<loc>{HOST}/</loc>")) && !text.contains("/v/"), "{text}");
}

#[test]
fn without_a_base_address_there_is_neither() {
    let mut story = park();
    story.replace("site/site.toml", &format!("base_url = \"{HOST}\"\n"), "").run(&["build"]).exit(0);
    for path in ["feed.atom", "measures/benches/feed.atom", "sitemap.xml"] {
        assert!(!story.has(&format!("public/{path}")), "{path}");
    }
    assert!(!story.read("public/index.html").contains("atom"));
}
