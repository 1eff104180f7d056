//! An Atom feed (RFC 4287). The same entries give the same bytes: no clock, no generated identifier.

use crate::period::PartialDate;

/// A feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed<'a> {
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub author: &'a str,
    /// The language of its words, as BCP 47 has it.
    pub language: &'a str,
    /// Its own address, which is its identifier too.
    pub address: String,
    /// The page it is about.
    pub page: String,
    /// The date that it states where there are no entries.
    pub since: PartialDate,
    /// Its entries, latest first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEntry {
    /// The page that it tells of. It never changes, so it is the identifier too.
    pub address: String,
    /// What is new, in a line.
    pub title: String,
    /// When the edition was released.
    pub date: PartialDate,
    /// What changed, a paragraph each.
    pub paragraphs: Vec<String>,
}

/// The feed as a file.
#[must_use]
pub fn atom(feed: &Feed<'_>) -> Vec<u8> {
    let updated = feed.entries.first().map_or(feed.since, |entry| entry.date);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        escaped(feed.language)
    );
    element(&mut out, "title", &feed.title);
    element(&mut out, "id", &feed.address);
    out.push_str(&format!(
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n",
        escaped(&feed.address)
    ));
    out.push_str(&format!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", escaped(&feed.page)));
    element(&mut out, "updated", &instant(updated));
    out.push_str(&format!("<author><name>{}</name></author>\n", escaped(feed.author)));
    feed.entries.iter().for_each(|entry| write_entry(&mut out, entry));
    out.push_str("</feed>\n");
    out.into_bytes()
}

fn write_entry(out: &mut String, entry: &FeedEntry) {
    out.push_str("<entry>\n");
    element(out, "title", &entry.title);
    element(out, "id", &entry.address);
    out.push_str(&format!(
        "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        escaped(&entry.address)
    ));
    element(out, "updated", &instant(entry.date));
    // HTML inside XML: escaped once as HTML and once more as XML.
    let html: String = entry.paragraphs.iter().map(|text| format!("<p>{}</p>", escaped(text))).collect();
    out.push_str(&format!("<content type=\"html\">{}</content>\n</entry>\n", escaped(&html)));
}

fn element(out: &mut String, name: &str, text: &str) {
    out.push_str(&format!("<{name}>{}</{name}>\n", escaped(text)));
}

/// A day as the instant that Atom asks for: its start, in UTC.
fn instant(date: PartialDate) -> String {
    format!("{}T00:00:00Z", date.latest())
}

/// A text in XML. What XML cannot hold at all is left out.
pub(super) fn escaped(text: &str) -> String {
    let allowed: String = text.chars().filter(|c| is_xml(*c)).collect();
    quick_xml::escape::escape(allowed.as_str()).into_owned()
}

fn is_xml(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => !c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Feed, FeedEntry, atom};
    use crate::period::PartialDate;
    use quick_xml::events::Event;

    #[test]
    fn hostile_words_stay_words_and_the_feed_stays_well_formed() {
        let hostile = "]]><script>x</script> & \u{1}\u{b}\u{fffe}\" '";
        let date = PartialDate::parse("2026-03-01").unwrap();
        let entry = FeedEntry {
            address: "https://record.example/changes/2/".to_owned(),
            title: hostile.to_owned(),
            date,
            paragraphs: vec![hostile.to_owned()],
        };
        let feed = Feed {
            title: hostile.to_owned(),
            author: hostile,
            language: "en-GB",
            address: "https://record.example/feed.atom".to_owned(),
            page: "https://record.example/".to_owned(),
            since: date,
            entries: vec![entry],
        };
        let text = String::from_utf8(atom(&feed)).unwrap();
        assert!(!text.contains(['\u{1}', '\u{b}', '\u{fffe}']) && !text.contains("<script"), "{text}");
        let mut reader = quick_xml::Reader::from_str(&text);
        while !matches!(reader.read_event().unwrap(), Event::Eof) {}
        assert!(text.contains("<updated>2026-03-01T00:00:00Z</updated>"), "{text}");
    }
}
