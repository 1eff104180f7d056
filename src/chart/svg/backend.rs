//! What plotters asks of a surface, answered by the canvas.

use super::{Anchor, Canvas, Ink};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Canvas {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.strokes(Ink::of(color), |path| path.dot(point));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.strokes(Ink::of(style.color()), |path| {
            path.move_to(from);
            path.line_to(to);
        });
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        self.strokes(Ink::of(style.color()), |path| path.polygon(&corners));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut points = path.into_iter();
        if let Some(first) = points.next() {
            self.strokes(Ink::of(style.color()), |strokes| {
                strokes.move_to(first);
                points.for_each(|point| strokes.line_to(point));
            });
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        let radius = i32::try_from(radius).unwrap_or(i32::MAX / 4);
        self.strokes(Ink::of(style.color()), |path| path.circle(center, radius));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<_> = vert.into_iter().collect();
        self.strokes(Ink::of(style.color()), |path| path.polygon(&points));
        Ok(())
    }

    /// plotters names the box of the text; SVG wants the baseline.
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let below = match style.anchor().v_pos {
            VPos::Top => self.lettering * 4 / 5,
            VPos::Center => self.lettering * 7 / 20,
            VPos::Bottom => 0,
        };
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        self.letter(text, Ink::of(style.color()), anchor, (x, y.saturating_add(below)));
        Ok(())
    }

    /// The layout must not depend on the fonts of the machine that builds the site.
    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        _style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let face = super::Face::tenths(self.lettering);
        Ok((face.width(text).unsigned_abs(), face.leading().unsigned_abs()))
    }
}
