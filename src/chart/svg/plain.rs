//! A picture of words and marks alone, without a scale: of a size that is set, for painting.

use super::escape::push_text;
use super::palette::{self, Palette};
use super::path::{PathData, push_tenths};
use super::{Class, Face, Line};

/// A picture in the making.
#[derive(Debug)]
pub(in crate::chart) struct Plain {
    out: String,
}

impl Plain {
    /// An empty ground of a size in tenths of a unit.
    pub(in crate::chart) fn new((width, height): (i32, i32), palette: &Palette) -> Self {
        let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
        push_tenths(&mut out, width);
        out.push_str("\" height=\"");
        push_tenths(&mut out, height);
        out.push_str("\" viewBox=\"0 0 ");
        push_tenths(&mut out, width);
        out.push(' ');
        push_tenths(&mut out, height);
        out.push_str("\" font-family=\"'Noto Sans',sans-serif\"><style>");
        palette::push_rules(&mut out, palette);
        out.push_str("path{stroke-width:3}</style><path class=\"ground\" d=\"M0 0h");
        push_tenths(&mut out, width);
        out.push('v');
        push_tenths(&mut out, height);
        out.push_str("h-");
        push_tenths(&mut out, width);
        out.push_str("z\"/>");
        Self { out }
    }

    /// A paragraph beneath `top`; gives where the next begins.
    pub(in crate::chart) fn paragraph(
        &mut self,
        (face, class): (Face, Class),
        text: &str,
        (left, top): (i32, i32),
        (width, most): (i32, usize),
    ) -> i32 {
        let lines = Line::column(face, class, text, (left, top + face.ascent()), (width, most));
        for line in &lines {
            self.out.push_str("<text class=\"");
            self.out.push_str(line.class.name());
            self.out.push_str("\" font-size=\"");
            push_tenths(&mut self.out, face.size());
            self.out.push_str("\" x=\"");
            push_tenths(&mut self.out, line.at.0);
            self.out.push_str("\" y=\"");
            push_tenths(&mut self.out, line.at.1);
            self.out.push_str("\">");
            push_text(&mut self.out, &line.text);
            self.out.push_str("</text>");
        }
        let rows = i32::try_from(lines.len()).unwrap_or(i32::MAX / 1000);
        top + rows.saturating_mul(face.leading()) + face.leading() / 4
    }

    /// Strokes.
    pub(in crate::chart) fn path(&mut self, class: Class, path: &PathData) {
        for part in ["<path class=\"", class.name(), "\" d=\"", path.as_str(), "\"/>"] {
            self.out.push_str(part);
        }
    }

    /// The whole picture.
    pub(in crate::chart) fn finish(mut self) -> String {
        self.out.push_str("</svg>\n");
        self.out
    }
}
