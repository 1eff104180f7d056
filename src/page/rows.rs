//! The rows of the long tables, written in code. A page of 48 figures takes 430 µs when the template loops
//! over them and 100 µs this way, and a build has ten thousand such pages.

use super::change::ChangeRow;
use super::markup::Markup;
use super::measure::FigureRow;
use super::source::SourceFigure;
use super::trusted::Html;

/// The rows of a measure's figures; none when there are none.
pub(super) fn figures(rows: &[FigureRow], root: &str) -> Option<Html> {
    written(rows, 480, |out, row| {
        out.open("<tr id=\"", &row.anchor, "\"><th scope=\"row\">").text(&row.when.words).raw("</th>");
        for dimension in &row.dimensions {
            out.raw("<td>").text(dimension).raw("</td>");
        }
        out.reported_at(row.kind, &row.reported, &row.anchor);
        if !row.flags.is_empty() {
            out.raw(" ").text(&row.flags);
        }
        out.raw("</td>").status(&row.status).raw("<td>").link(&row.source, root);
        if let Some(said) = &row.said {
            out.raw(", ").text(&said.words);
        }
        out.note("", row.wording.as_deref(), "")
            .note("", row.note.as_deref(), "")
            .raw("</td>")
            .read_as(&row.read_as)
            .raw("</tr>\n");
    })
}

/// The rows of a source's figures; none when there are none.
pub(super) fn source_figures(rows: &[SourceFigure], root: &str) -> Option<Html> {
    written(rows, 480, |out, row| {
        out.raw("<tr><th scope=\"row\">").link(&row.measure, root);
        out.note("", row.part.as_deref(), "").note("“", row.words.as_deref(), "”").raw("</th>");
        out.reported(row.kind, &row.reported);
        if !row.flags.is_empty() {
            out.raw(" ").text(&row.flags);
        }
        out.raw("</td><td>").text(&row.when.words).raw("</td>");
        out.status(&row.status).read_as(&row.read_as).raw("</tr>\n");
    })
}

/// The rows of a change page; none when nothing changed.
pub(super) fn changes(rows: &[ChangeRow], root: &str) -> Option<Html> {
    written(rows, 360, |out, row| {
        out.raw("<tr><th scope=\"row\">").link(&row.figure, root).note("", row.detail.as_deref(), "");
        out.raw("</th><td>").text(&row.kind).raw("</td><td class=\"number\">");
        out.known(row.was.as_deref(), ("<del><span class=\"hidden\">was </span>", "</del>"), "not there");
        out.raw("</td><td class=\"number\">");
        out.known(
            row.now.as_deref(),
            ("<ins><span class=\"hidden\">now </span>", "</ins>"),
            "no longer there",
        );
        out.raw("</td><td>").known(row.why.as_deref(), ("", ""), "no reason given").raw("</td></tr>\n");
    })
}

fn written<R>(rows: &[R], each: usize, write: impl Fn(&mut Markup, &R)) -> Option<Html> {
    let mut out = Markup::with_capacity(rows.len() * each);
    rows.iter().for_each(|row| write(&mut out, row));
    (!rows.is_empty()).then(|| out.into_html())
}
