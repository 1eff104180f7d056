//! A drawing as a file of its own: with its titles, its source and its address, and with the look that a page gives it.

use super::document::{Document, Width};
use super::escape::push_text;
use super::palette::{self, Palette};
use super::path::push_tenths;
use super::stop::Stop;
use super::{Class, Face, Line};

/// What stands around a drawing that leaves its page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caption {
    /// The message.
    pub title: String,
    /// Measure, place and period.
    pub subtitle: String,
    /// Beneath the drawing, a paragraph each: sources, what is left out, who publishes it, and where.
    pub notes: Vec<String>,
}

/// The space round everything, in tenths of a unit.
const MARGIN: i32 = 240;
/// The lettering of the title.
const TITLE: Face = Face::plain(18);
/// The most lines of a paragraph: no hedge of a title is ever cut, however long it is.
const MOST: usize = 40;

/// The whole file.
pub(super) fn whole(
    document: &Document<'_>,
    caption: &Caption,
    (width, height): (Width, i32),
    body: &str,
    stops: &[Stop],
) -> String {
    let face = width.face();
    let head = Paragraphs::of(
        &[(TITLE, Class::Strong, caption.title.as_str()), (face, Class::Quiet, &caption.subtitle)],
        width,
        MARGIN,
    );
    let drawing = head.bottom + face.leading() / 2;
    let notes: Vec<_> = caption.notes.iter().map(|note| (face, Class::Quiet, note.as_str())).collect();
    let foot = Paragraphs::of(&notes, width, drawing + height.max(0) + face.leading() / 2);
    let size = (width.tenths() + 2 * MARGIN, foot.bottom + MARGIN - face.leading() / 2);
    let mut out = String::with_capacity(body.len() + 4000);
    push_root(&mut out, document, width, size);
    head.push(&mut out);
    out.push_str("<g transform=\"translate(");
    push_tenths(&mut out, MARGIN);
    out.push(' ');
    push_tenths(&mut out, drawing);
    out.push_str(")\">");
    out.push_str(body);
    stops.iter().for_each(|stop| stop.push_titled(&mut out));
    out.push_str("</g>");
    foot.push(&mut out);
    out.push_str("</svg>\n");
    out
}

fn push_root(out: &mut String, document: &Document<'_>, width: Width, size: (i32, i32)) {
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"");
    document.push_name(out, width, "t ");
    document.push_name(out, width, "d\" width=\"");
    push_tenths(out, size.0);
    out.push_str("\" height=\"");
    push_tenths(out, size.1);
    out.push_str("\" viewBox=\"0 0 ");
    push_tenths(out, size.0);
    out.push(' ');
    push_tenths(out, size.1);
    out.push_str("\" font-family=\"'Noto Sans',system-ui,sans-serif\" font-size=\"");
    push_tenths(out, width.face().size());
    out.push_str("\"><title id=\"");
    document.push_name(out, width, "t\">");
    push_text(out, document.title);
    out.push_str("</title><desc id=\"");
    document.push_name(out, width, "d\">");
    push_text(out, document.description);
    out.push_str("</desc><style>");
    palette::push_rules(out, &Palette::LIGHT);
    out.push_str("@media (prefers-color-scheme:dark){");
    palette::push_rules(out, &Palette::DARK);
    out.push_str("}</style><path class=\"ground\" d=\"M0 0h");
    push_tenths(out, size.0);
    out.push('v');
    push_tenths(out, size.1);
    out.push_str("h-");
    push_tenths(out, size.0);
    out.push_str("z\"/>");
}

/// Paragraphs one beneath another.
struct Paragraphs {
    lines: Vec<(Face, Line)>,
    bottom: i32,
}

impl Paragraphs {
    fn of(texts: &[(Face, Class, &str)], width: Width, top: i32) -> Self {
        let mut bottom = top;
        let mut lines = Vec::new();
        for (face, class, text) in texts {
            let at = (MARGIN, bottom + face.ascent());
            let broken = Line::column(*face, *class, text, at, (width.tenths(), MOST));
            let rows = i32::try_from(broken.len()).unwrap_or(i32::MAX / face.leading());
            bottom += rows * face.leading() + face.leading() / 4;
            lines.extend(broken.into_iter().map(|line| (*face, line)));
        }
        Self { lines, bottom }
    }

    fn push(&self, out: &mut String) {
        for (face, line) in &self.lines {
            out.push_str("<text class=\"");
            out.push_str(line.class.name());
            out.push_str("\" font-size=\"");
            push_tenths(out, face.size());
            out.push_str("\" x=\"");
            push_tenths(out, line.at.0);
            out.push_str("\" y=\"");
            push_tenths(out, line.at.1);
            out.push_str("\">");
            push_text(out, &line.text);
            out.push_str("</text>");
        }
    }
}
