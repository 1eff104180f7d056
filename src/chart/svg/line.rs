//! Lines of lettering that have been broken and placed.

use super::{Anchor, Area, AreaError, Class, Face, Lettering};

/// One line of lettering at its place.
#[derive(Debug)]
pub(in crate::chart) struct Line {
    /// Where its baseline is anchored.
    pub(in crate::chart) at: (i32, i32),
    /// How it looks.
    pub(in crate::chart) class: Class,
    /// Which part of it stands at the place.
    pub(in crate::chart) anchor: Anchor,
    /// What it says.
    pub(in crate::chart) text: String,
}

impl Line {
    /// A text broken into at most `most` lines no wider than `width`, the first on a baseline at `(x, y)`.
    pub(in crate::chart) fn column(
        face: Face,
        class: Class,
        text: &str,
        (x, y): (i32, i32),
        (width, most): (i32, usize),
    ) -> Vec<Self> {
        let face = if class == Class::Strong { face.strong() } else { face };
        let lines = face.wrap(text, width, most).into_iter().zip(0..);
        lines
            .map(|(text, row)| Self { at: (x, y + row * face.leading()), class, anchor: Anchor::Start, text })
            .collect()
    }

    /// Draws the line.
    pub(in crate::chart) fn draw(&self, area: &Area) -> Result<(), AreaError> {
        area.draw(&Lettering { at: self.at, text: &self.text, class: self.class, anchor: self.anchor })
    }
}
