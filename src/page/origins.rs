//! Where figures come from: trees of origins and of the reports that repeat them, as nested lists.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::{Link, When};
use super::markup::Markup;
use super::trusted::Html;

/// The section "Where these figures come from".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Provenance {
    /// What stands below, or why nothing does, in a sentence or two.
    pub summary: String,
    /// The reports of one thing at one time, each lot with its tree.
    pub families: Vec<Family>,
    /// What was left out for length, with the place where it is: "12 more … are in the table".
    pub rest: Option<Link>,
}

/// The reports of one thing at one time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Family {
    /// The date or period, and the group: "October 2025".
    pub heading: String,
    /// The measure, on the pages that are not its own.
    pub measure: Option<Link>,
    /// "5 reports, 1 origin".
    pub count: String,
    /// What that means, in a sentence or two.
    pub meaning: String,
    /// The origins with what repeats them; none where every figure is worked out from others.
    pub tree: Option<Html>,
    /// Figures worked out from others, with what repeats them.
    pub derived: Option<Html>,
    /// The reports left out of the trees: "476 more reports are in the table".
    pub rest: Option<Link>,
}

/// One report in a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many steps it is from the origin.
    pub depth: usize,
    /// The words reported; `path` leads to the figure's row.
    pub reported: Link,
    /// Who reported it; none where the page is that source's own.
    pub source: Option<Link>,
    /// How it hangs on the report above it: "Origin", "Repeats it".
    pub way: String,
    /// "leaked document".
    pub kind: String,
    /// When it became public.
    pub date: Option<When>,
    /// What changed on the way, each leading to the finding: "hedge dropped".
    pub changed: Vec<Link>,
    /// The figures it is worked out from.
    pub from: Vec<Link>,
}

/// Lists nest no deeper than this, so that a long chain can still be read on a small screen.
pub const DEEPEST: usize = 4;

/// The reports, in the order of the tree, as nested lists; none when there are none. `root` leads to the site's root.
#[must_use]
pub fn origin_tree(reports: &[Report], root: &str) -> Option<Html> {
    let mut out = Markup::with_capacity(reports.len() * 480);
    let mut open = 0;
    for report in reports {
        let level = report.depth.min(DEEPEST) + 1;
        if level > open {
            // A report is at most one step below the one before it.
            out.raw(if open == 0 { "<ul class=\"origins\">\n<li>" } else { "\n<ul>\n<li>" });
            open += 1;
        } else {
            (level..open).for_each(|_| {
                out.raw("</li>\n</ul>");
            });
            open = level;
            out.raw("</li>\n<li>");
        }
        write(&mut out, report, root);
    }
    (0..open).for_each(|_| {
        out.raw("</li>\n</ul>");
    });
    (!reports.is_empty()).then(|| out.into_html())
}

fn write(out: &mut Markup, report: &Report, root: &str) {
    out.raw("<p class=\"report\">").link(&report.reported, root).raw(" ");
    match &report.source {
        Some(source) => out.link(source, root),
        None => out.raw("<b>this source</b>"),
    };
    out.raw("</p><p class=\"note\">").text(&report.way).raw(": ").text(&report.kind).raw(", ");
    match &report.date {
        Some(date) => out.text(&date.words),
        None => out.raw("date not known"),
    };
    out.raw(".</p>");
    list(out, "<p class=\"note\">Changed on the way: ", &report.changed, root);
    list(out, "<p class=\"note\">Worked out from ", &report.from, root);
}

fn list(out: &mut Markup, before: &'static str, links: &[Link], root: &str) {
    for (index, link) in links.iter().enumerate() {
        out.raw(if index == 0 { before } else { "; " }).link(link, root);
    }
    if !links.is_empty() {
        out.raw(".</p>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(depth: usize, words: &str) -> Report {
        Report {
            depth,
            reported: Link::new(words, "measures/a/#figure-a"),
            source: Some(Link::new("The <source>", "sources/s/")),
            way: "Repeats it".to_owned(),
            kind: "letter".to_owned(),
            ..Report::default()
        }
    }

    fn lists(depths: &[usize]) -> String {
        let reports: Vec<Report> = depths.iter().map(|depth| report(*depth, "1")).collect();
        let html = origin_tree(&reports, "../").unwrap();
        let tags = html
            .as_str()
            .split('<')
            .filter(|tag| tag.starts_with(['u', 'l']) || tag.starts_with("/u") || tag.starts_with("/l"));
        tags.map(|tag| tag.split(['>', ' ']).next().unwrap()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_report_is_an_item_of_a_list_inside_the_one_it_repeats() {
        assert_eq!(lists(&[0]), "ul li /li /ul");
        assert_eq!(lists(&[0, 1, 1, 0]), "ul li ul li /li li /li /ul /li li /li /ul");
        assert_eq!(lists(&[0, 1, 2, 0]), "ul li ul li ul li /li /ul /li /ul /li li /li /ul");
    }

    #[test]
    fn a_long_chain_nests_no_deeper_than_can_be_read() {
        let chain: Vec<usize> = (0..50).collect();
        let deep = lists(&chain);
        assert_eq!(deep.matches("/ul").count(), DEEPEST + 1);
        assert_eq!(deep.split(' ').filter(|tag| *tag == "li").count(), 50);
    }

    #[test]
    fn no_reports_make_no_list_and_words_are_escaped() {
        assert_eq!(origin_tree(&[], ""), None);
        let html = origin_tree(&[report(0, "“<5”")], "../").unwrap();
        assert!(html.as_str().contains("“&lt;5”") && html.as_str().contains("The &lt;source&gt;"));
    }
}
