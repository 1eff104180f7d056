//! Elements that plotters places and the canvas draws: lettering, arrow heads, and stamps of a shape.

use super::{Anchor, Canvas, Class, Ink, PathData};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::convert::Infallible;
use std::iter::{Once, once};

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// A line of text at a place.
pub(in crate::chart) struct Lettering<'t, C> {
    /// Where its baseline is anchored.
    pub(in crate::chart) at: C,
    /// What it says.
    pub(in crate::chart) text: &'t str,
    /// How it looks.
    pub(in crate::chart) class: Class,
    /// Which part of it stands at the place.
    pub(in crate::chart) anchor: Anchor,
}

impl<'a, C> PointCollection<'a, C> for &'a Lettering<'_, C> {
    type Point = &'a C;
    type IntoIter = Once<&'a C>;
    fn point_iter(self) -> Self::IntoIter {
        once(&self.at)
    }
}

impl<C> Drawable<Canvas> for Lettering<'_, C> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, pos: I, canvas: &mut Canvas, _: (u32, u32)) -> Drawn {
        pos.for_each(|at| canvas.letter(self.text, self.class.into(), self.anchor, at));
        Ok(())
    }
}

/// Where an arrow points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::chart) enum Towards {
    /// To lower values on a level scale.
    Left,
    /// To higher values on a level scale.
    Right,
    /// To higher values on an upright scale.
    Up,
    /// To lower values on an upright scale.
    Down,
}

/// The head of an arrow: an end that is open, or lies beyond the plot.
pub(in crate::chart) struct Arrow<C> {
    /// The point of the arrow.
    pub(in crate::chart) at: C,
    /// Where it points.
    pub(in crate::chart) towards: Towards,
    /// The ink of the line it ends.
    pub(in crate::chart) ink: Ink,
}

/// How far the barbs of an arrow reach back, in tenths of a unit.
const BARB: i32 = 45;

impl<'a, C> PointCollection<'a, C> for &'a Arrow<C> {
    type Point = &'a C;
    type IntoIter = Once<&'a C>;
    fn point_iter(self) -> Self::IntoIter {
        once(&self.at)
    }
}

impl<C> Drawable<Canvas> for Arrow<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, pos: I, canvas: &mut Canvas, _: (u32, u32)) -> Drawn {
        let (back, out) = match self.towards {
            Towards::Left => ((BARB, 0), (0, BARB)),
            Towards::Right => ((-BARB, 0), (0, BARB)),
            Towards::Up => ((0, BARB), (BARB, 0)),
            Towards::Down => ((0, -BARB), (BARB, 0)),
        };
        for (x, y) in pos {
            canvas.strokes(self.ink, |path| {
                path.move_to((x + back.0 - out.0, y + back.1 - out.1));
                path.line_to((x, y));
                path.line_to((x + back.0 + out.0, y + back.1 + out.1));
            });
        }
        Ok(())
    }
}

/// The strokes of a small shape round a centre, out to a radius.
pub(in crate::chart) type Strokes = fn(&mut PathData, BackendCoord, i32);

/// A small shape, layer upon layer.
pub(in crate::chart) type Layers = &'static [(Class, Strokes)];

/// A small shape stamped at a place.
pub(in crate::chart) struct Stamp<C> {
    /// Where its centre stands.
    pub(in crate::chart) at: C,
    /// What it looks like.
    pub(in crate::chart) layers: Layers,
    /// Its radius in tenths of a unit.
    pub(in crate::chart) radius: i32,
    /// The series it belongs to; zero stands for none.
    pub(in crate::chart) series: u8,
}

impl<'a, C> PointCollection<'a, C> for &'a Stamp<C> {
    type Point = &'a C;
    type IntoIter = Once<&'a C>;
    fn point_iter(self) -> Self::IntoIter {
        once(&self.at)
    }
}

impl<C> Drawable<Canvas> for Stamp<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, pos: I, canvas: &mut Canvas, _: (u32, u32)) -> Drawn {
        for at in pos {
            for (class, strokes) in self.layers {
                canvas.strokes(Ink::in_series(*class, self.series), |path| strokes(path, at, self.radius));
            }
        }
        Ok(())
    }
}

/// An upright bar between two places, as wide as it is told and never too low to be seen.
pub(in crate::chart) struct Post<C> {
    /// Its foot and its head.
    pub(in crate::chart) ends: [C; 2],
    /// Half its width in tenths of a unit.
    pub(in crate::chart) half: i32,
    /// How it looks.
    pub(in crate::chart) ink: Ink,
}

/// The least height of a bar, in tenths of a unit.
const LEAST: i32 = 20;

impl<'a, C> PointCollection<'a, C> for &'a Post<C> {
    type Point = &'a C;
    type IntoIter = &'a [C; 2];
    fn point_iter(self) -> Self::IntoIter {
        &self.ends
    }
}

impl<C> Drawable<Canvas> for Post<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut pos: I,
        canvas: &mut Canvas,
        _: (u32, u32),
    ) -> Drawn {
        if let (Some((x, foot)), Some((_, head))) = (pos.next(), pos.next()) {
            let short = (LEAST - (foot - head).abs()).max(0) / 2;
            let (top, bottom) = (foot.min(head) - short, foot.max(head) + short);
            let (left, right) = (x - self.half, x + self.half);
            canvas.strokes(self.ink, |path| {
                path.polygon(&[(left, top), (right, top), (right, bottom), (left, bottom)]);
            });
        }
        Ok(())
    }
}

/// A block between two corners, in outline, with slanting lines: a part that nothing accounts for.
pub(in crate::chart) struct Hatch<C> {
    /// Two corners that are across from one another.
    pub(in crate::chart) corners: [C; 2],
}

/// Between two slanting lines, in tenths of a unit.
const SLANT: usize = 60;

impl<'a, C> PointCollection<'a, C> for &'a Hatch<C> {
    type Point = &'a C;
    type IntoIter = &'a [C; 2];
    fn point_iter(self) -> Self::IntoIter {
        &self.corners
    }
}

impl<C> Drawable<Canvas> for Hatch<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut pos: I,
        canvas: &mut Canvas,
        _: (u32, u32),
    ) -> Drawn {
        let (Some(a), Some(b)) = (pos.next(), pos.next()) else { return Ok(()) };
        let (left, right) = (a.0.min(b.0), a.0.max(b.0).max(a.0.min(b.0) + LEAST));
        let (top, bottom) = (a.1.min(b.1), a.1.max(b.1));
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        canvas.strokes(Ink::from(Class::Outline), |path| path.polygon(&corners));
        canvas.strokes(Ink::from(Class::Support), |path| {
            let height = bottom - top;
            for foot in (left - height..right).step_by(SLANT).skip(1) {
                // From the foot on the lower edge, up and to the right, cut where the block ends.
                let (from, to) = (foot.max(left), (foot + height).min(right));
                path.stroke(&[(from, bottom - (from - foot)), (to, bottom - (to - foot))]);
            }
        });
        Ok(())
    }
}
