//! Markdown to HTML: raw HTML becomes text, unsafe links become their words, headings take their place
//! below the page's own, and every id is unique on its page.

use std::collections::BTreeMap;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::escape::{cleaned, escape};
use super::prose_table::TableMarkup;
use super::trusted::{Html, WebAddress};

/// The heading a piece of prose stands under; its own highest headings stand one level below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Under {
    /// The page's main heading: `#` becomes `<h2>`.
    Page,
    /// The heading of a section: `#` becomes `<h3>`.
    Section,
}

/// Where a piece of prose stands.
#[derive(Clone, Copy, Debug)]
pub struct Prose<'a> {
    /// The page's way to the site's root, put before links within the site.
    pub root: &'a str,
    /// Makes the ids of one page differ where several texts stand on it: "definition", "caveat-2".
    pub prefix: &'a str,
    /// Which heading it stands under.
    pub under: Under,
}

/// The ids that the frame around every page takes.
const TAKEN: [&str; 1] = ["content"];

impl Prose<'_> {
    /// The id of a heading. A text that has a page to itself keeps its headings' own words, so that other
    /// pages can link to them as an author expects: `../method/#ranges`.
    fn id(&self, slug: &str) -> String {
        match self.under {
            Under::Page if !TAKEN.contains(&slug) => slug.to_owned(),
            Under::Page | Under::Section => format!("text-{}-{slug}", self.prefix),
        }
    }

    /// Turns Markdown into markup that is safe to print.
    pub fn html(&self, markdown: &str) -> Html {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let highest = Parser::new_ext(markdown, options).filter_map(|event| match event {
            Event::Start(Tag::Heading { level, .. }) => Some(level as usize),
            _ => None,
        });
        let mut writer = Writer::new(*self, highest.min().unwrap_or(1));
        Parser::new_ext(markdown, options).for_each(|event| writer.take(event));
        let mut html = String::with_capacity(markdown.len() + markdown.len() / 2);
        pulldown_cmark::html::push_html(&mut html, writer.events.into_iter());
        // Everything else that looks like markup is escaped by now, so these are ours: a heading cell needs
        // words, and what may scroll must be reached by keyboard.
        Html::trusted(
            html.replace(r#"<th scope="col"></th>"#, "<td></td>").replace("<pre>", r#"<pre tabindex="0">"#),
        )
    }
}

/// Rewrites the parser's events, one at a time.
struct Writer<'p, 'e> {
    place: Prose<'p>,
    /// The highest level of heading that the text uses: it goes directly below the page's own.
    highest: usize,
    events: Vec<Event<'e>>,
    /// Where the heading being read starts, and its words so far.
    heading: Option<(usize, String)>,
    /// How often each heading id was used.
    used: BTreeMap<String, usize>,
    /// The closing tag of each open link or image; "" for one that became plain words.
    open: Vec<&'static str>,
    table: TableMarkup,
}

impl<'p, 'e> Writer<'p, 'e> {
    fn new(place: Prose<'p>, highest: usize) -> Self {
        let (events, used, open) = (Vec::new(), BTreeMap::new(), Vec::new());
        Self { place, highest, events, heading: None, used, open, table: TableMarkup::of(place.prefix) }
    }

    fn take(&mut self, event: Event<'e>) {
        match event {
            Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) => self.text(&text),
            Event::Code(code) => {
                self.note(&code);
                self.events.push(Event::Code(cleaned(&code).into()));
            }
            Event::FootnoteReference(label) => self.events.push(Event::FootnoteReference(self.label(&label))),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            other => self.events.push(other),
        }
    }

    fn start(&mut self, tag: Tag<'e>) {
        if let Some(markup) = self.table.start(&tag) {
            return self.raw(markup);
        }
        match tag {
            Tag::HtmlBlock => self.events.push(Event::Start(Tag::Paragraph)),
            Tag::Heading { level, .. } => {
                self.heading = Some((self.events.len(), String::new()));
                self.events.push(Event::Start(heading(self.level(level), None)));
            }
            Tag::FootnoteDefinition(label) => {
                self.events.push(Event::Start(Tag::FootnoteDefinition(self.label(&label))));
            }
            Tag::Link { link_type, dest_url, title, .. } => self.link(link_type, &dest_url, &title),
            Tag::Image { dest_url, title, .. } => self.image(&dest_url, &title),
            other => self.events.push(Event::Start(other)),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if let Some(markup) = self.table.end(tag) {
            return self.raw(markup.to_owned());
        }
        match tag {
            TagEnd::HtmlBlock => self.events.push(Event::End(TagEnd::Paragraph)),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::Link => self.close(),
            TagEnd::Image => {
                // An image that was let through was pushed as an event and closes as one.
                if self.open.pop() == Some("img") {
                    self.events.push(Event::End(TagEnd::Image));
                }
            }
            other => self.events.push(Event::End(other)),
        }
    }

    fn text(&mut self, text: &str) {
        self.note(text);
        self.events.push(Event::Text(cleaned(text).into()));
    }

    /// Remembers the words of a heading for its id.
    fn note(&mut self, text: &str) {
        if let Some((_, words)) = &mut self.heading {
            words.push_str(text);
        }
    }

    fn raw(&mut self, markup: String) {
        self.events.push(Event::InlineHtml(markup.into()));
    }

    fn close(&mut self) {
        match self.open.pop() {
            None | Some("") => {}
            Some(markup) => self.raw(markup.to_owned()),
        }
    }

    fn level(&self, level: HeadingLevel) -> HeadingLevel {
        let first = match self.place.under {
            Under::Page => 2,
            Under::Section => 3,
        };
        HeadingLevel::try_from((level as usize + first - self.highest).min(6)).unwrap_or(HeadingLevel::H6)
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let level = self.level(level);
        if let Some((at, words)) = self.heading.take() {
            let id = self.unique(slug(&words));
            if let Some(start) = self.events.get_mut(at) {
                *start = Event::Start(heading(level, Some(id.into())));
            }
        }
        self.events.push(Event::End(TagEnd::Heading(level)));
    }

    fn unique(&mut self, slug: String) -> String {
        let times = self.used.entry(slug.clone()).or_default();
        *times += 1;
        match *times {
            1 => self.place.id(&slug),
            // Two dashes: no slug has them, so "a", "a", "a-2" stay apart.
            n => format!("{}--{n}", self.place.id(&slug)),
        }
    }

    fn label(&self, label: &str) -> CowStr<'e> {
        format!("note-{}-{}", self.place.prefix, slug(label)).into()
    }

    fn link(&mut self, link_type: LinkType, dest: &str, title: &str) {
        let dest = if link_type == LinkType::Email { format!("mailto:{dest}") } else { dest.to_owned() };
        let title = if title.is_empty() { String::new() } else { format!(r#" title="{}""#, escape(title)) };
        if let Some(url) = WebAddress::new(&dest) {
            self.raw(format!(
                r#"<a href="{}" rel="external noopener noreferrer"{title}>"#,
                escape(url.as_str())
            ));
            self.open.push("</a>");
        } else if let Some(path) = self.inside(&dest) {
            self.raw(format!(r#"<a href="{}"{title}>"#, escape(&path)));
            self.open.push("</a>");
        } else {
            self.open.push("");
        }
    }

    /// Only the site's own pictures are shown; any other becomes its alternative text.
    fn image(&mut self, dest: &str, title: &str) {
        match self.inside(dest).filter(|path| !path.starts_with('#')) {
            Some(path) => {
                let (link_type, id) = (LinkType::Inline, CowStr::Borrowed(""));
                let (dest_url, title) = (path.into(), cleaned(title).into());
                self.events.push(Event::Start(Tag::Image { link_type, dest_url, title, id }));
                self.open.push("img");
            }
            None => self.open.push(""),
        }
    }

    /// An address within the site: from its root, or an anchor of the same prose. A page that the publisher
    /// wrote stands one folder down and may reach its sisters by `../`; the same text may be shown deeper, so
    /// a way up always leads to the root.
    fn inside(&self, dest: &str) -> Option<String> {
        let dest = dest.trim_start_matches("./").trim_start_matches("../");
        let plain = cleaned(dest) == dest && !dest.contains([':', '\\']) && !dest.contains("..");
        match dest.strip_prefix('#') {
            Some(anchor) => Some(format!("#{}", self.place.id(&slug(anchor)))),
            None if plain && !dest.starts_with("//") => {
                Some(format!("{}{}", self.place.root, dest.strip_prefix('/').unwrap_or(dest)))
            }
            None => None,
        }
    }
}

fn heading<'e>(level: HeadingLevel, id: Option<CowStr<'e>>) -> Tag<'e> {
    Tag::Heading { level, id, classes: Vec::new(), attrs: Vec::new() }
}

/// Lower-case letters and digits with single dashes between; "section" for words that have none.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section".to_owned() } else { slug.to_owned() }
}
