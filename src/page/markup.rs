//! Markup written in code, for what is too long or too deep for a template. All that comes from data is escaped.

use super::escape::push_escaped;
use super::frame::Link;
use super::mark::mark;
use super::pieces::CellKind;
use super::standing::Status;
use super::trusted::Html;

/// Markup being written: `raw` takes only what stands in the program.
pub(super) struct Markup(String);

impl Markup {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    pub(super) fn into_html(self) -> Html {
        Html::trusted(self.0)
    }

    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        push_escaped(&mut self.0, text);
        self
    }

    pub(super) fn open(&mut self, before: &'static str, text: &str, after: &'static str) -> &mut Self {
        self.raw(before).text(text).raw(after)
    }

    pub(super) fn link(&mut self, link: &Link, root: &str) -> &mut Self {
        self.raw("<a href=\"").text(root).text(&link.path).open("\">", &link.text, "</a>")
    }

    pub(super) fn status(&mut self, status: &Status) -> &mut Self {
        self.raw("<td class=\"status\">").raw(mark(status.standing)).text(&status.words).raw("</td>")
    }

    /// Opens the cell of a figure as reported and leaves it open.
    pub(super) fn reported(&mut self, kind: CellKind, reported: &str) -> &mut Self {
        let cell = match kind {
            CellKind::Number => "<td class=\"number\">",
            CellKind::Words => "<td class=\"words\">",
        };
        self.raw(cell).text(reported)
    }

    /// The same, leading to the figure's own address on the page.
    pub(super) fn reported_at(&mut self, kind: CellKind, reported: &str, anchor: &str) -> &mut Self {
        self.reported(kind, "").raw("<a href=\"#").text(anchor).raw("\">").text(reported).raw("</a>")
    }

    pub(super) fn read_as(&mut self, words: &str) -> &mut Self {
        let words = (!words.is_empty()).then_some(words);
        self.raw("<td class=\"number\">").known(words, ("", ""), "no value").raw("</td>")
    }

    /// The text between its tags, or the words for its absence.
    pub(super) fn known(
        &mut self,
        text: Option<&str>,
        (before, after): (&'static str, &'static str),
        absent: &'static str,
    ) -> &mut Self {
        match text {
            Some(text) => self.open(before, text, after),
            None => self.raw("<span class=\"unknown\">").raw(absent).raw("</span>"),
        }
    }

    pub(super) fn note(
        &mut self,
        before: &'static str,
        note: Option<&str>,
        after: &'static str,
    ) -> &mut Self {
        match note {
            Some(note) => self.raw("<span class=\"note\">").open(before, note, after).raw("</span>"),
            None => self,
        }
    }
}
