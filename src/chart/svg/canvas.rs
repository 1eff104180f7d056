//! The canvas: gathers strokes and lettering of one ink into one element each.

use super::escape::push_text;
use super::path::{PathData, push_tenths};
use super::{Class, Ink};

/// Which part of a line of lettering stands at its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::chart) enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    fn attribute(self) -> &'static str {
        match self {
            Self::Start => "",
            Self::Middle => " text-anchor=\"middle\"",
            Self::End => " text-anchor=\"end\"",
        }
    }
}

/// A drawing in the making. Neighbouring strokes of one ink share a path, so order on the page is kept and bytes
/// are not spent twice.
#[derive(Debug)]
pub(in crate::chart) struct Canvas {
    pub(super) size: (u32, u32),
    /// The size of the lettering, in tenths of a unit.
    pub(super) lettering: i32,
    body: String,
    run: Run,
    group: u8,
}

#[derive(Debug, Default)]
enum Run {
    #[default]
    Empty,
    Strokes(Class, PathData),
    Lines {
        class: Class,
        anchor: Anchor,
        count: usize,
        inner: String,
    },
}

impl Canvas {
    pub(super) fn new(size: (u32, u32), lettering: i32) -> Self {
        Self { size, lettering, body: String::new(), run: Run::Empty, group: 0 }
    }

    /// Adds strokes of an ink.
    pub(super) fn strokes(&mut self, ink: Ink, draw: impl FnOnce(&mut PathData)) {
        if ink.class == Class::Unseen {
            return;
        }
        let mut path = match std::mem::take(&mut self.run) {
            Run::Strokes(class, path) if (class, self.group) == (ink.class, ink.series) => path,
            other => {
                self.begin(other, ink.series);
                PathData::default()
            }
        };
        draw(&mut path);
        self.run = Run::Strokes(ink.class, path);
    }

    /// Writes one line of text with its baseline at a position.
    pub(super) fn letter(&mut self, text: &str, ink: Ink, anchor: Anchor, at: (i32, i32)) {
        let (count, mut inner) = match std::mem::take(&mut self.run) {
            Run::Lines { class, anchor: held, count, inner }
                if (class, held, self.group) == (ink.class, anchor, ink.series) =>
            {
                (count, inner)
            }
            other => {
                self.begin(other, ink.series);
                (0, String::new())
            }
        };
        inner.push_str("<text x=\"");
        push_tenths(&mut inner, at.0);
        inner.push_str("\" y=\"");
        push_tenths(&mut inner, at.1);
        inner.push_str("\">");
        push_text(&mut inner, text);
        inner.push_str("</text>");
        self.run = Run::Lines { class: ink.class, anchor, count: count + 1, inner };
    }

    /// What has been drawn.
    pub(super) fn take(&mut self) -> String {
        let last = std::mem::take(&mut self.run);
        self.begin(last, 0);
        std::mem::take(&mut self.body)
    }

    /// Writes the run that has ended and enters the group of a series.
    fn begin(&mut self, ended: Run, series: u8) {
        self.write(ended);
        if self.group == series {
            return;
        }
        if self.group > 0 {
            self.body.push_str("</g>");
        }
        if series > 0 {
            self.body.push_str("<g class=\"s");
            self.body.push_str(&series.to_string());
            self.body.push_str("\">");
        }
        self.group = series;
    }

    fn write(&mut self, run: Run) {
        match run {
            Run::Empty => {}
            Run::Strokes(class, path) => {
                for part in ["<path class=\"", class.name(), "\" d=\"", path.as_str(), "\"/>"] {
                    self.body.push_str(part);
                }
            }
            Run::Lines { class, anchor, count, inner } => self.write_lines(class, anchor, count, &inner),
        }
    }

    /// A lone line carries its own class; several share a group.
    fn write_lines(&mut self, class: Class, anchor: Anchor, count: usize, inner: &str) {
        let lone = inner.strip_prefix("<text").filter(|_| count == 1);
        let attributes = [" class=\"", class.name(), "\"", anchor.attribute()];
        self.body.push_str(if lone.is_some() { "<text" } else { "<g" });
        for part in attributes {
            self.body.push_str(part);
        }
        match lone {
            Some(rest) => self.body.push_str(rest),
            None => {
                for part in [">", inner, "</g>"] {
                    self.body.push_str(part);
                }
            }
        }
    }
}
