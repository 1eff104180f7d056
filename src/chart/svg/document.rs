//! The document around a drawing: role, names for assistive technology, and the size.

use super::escape::{push_id, push_text};
use super::file::{self, Caption};
use super::path::push_tenths;
use super::stop::{self, Stop};
use super::{Canvas, Face};
use crate::chart::ChartError;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// For which width of screen a drawing is laid out. The style sheet shows one and hides the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::chart) enum Width {
    /// A column of text on a desk.
    Wide,
    /// A telephone, from 320 pixels.
    Narrow,
}

impl Width {
    /// The width of the drawing in tenths of a unit.
    pub(in crate::chart) const fn tenths(self) -> i32 {
        match self {
            Self::Wide => 6400,
            Self::Narrow => 3200,
        }
    }

    /// The face of the lettering. Smaller lettering could not be read where the drawing is scaled down.
    pub(in crate::chart) const fn face(self) -> Face {
        match self {
            Self::Wide => Face::plain(14),
            Self::Narrow => Face::plain(13),
        }
    }

    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Wide => "plot-wide",
            Self::Narrow => "plot-narrow",
        }
    }

    /// Identifiers must differ between the two drawings of one page.
    fn letter(self) -> char {
        match self {
            Self::Wide => 'w',
            Self::Narrow => 'n',
        }
    }
}

/// Where a drawing goes.
#[derive(Debug, Clone, Copy)]
pub(in crate::chart) enum Medium<'a> {
    /// Into a page, which has a style sheet, titles and a table.
    Page,
    /// Into a file of its own, which has to bring all of these but the table.
    File(&'a Caption),
}

/// The names of a drawing: an identifier unique on its page, a title and a text alternative.
#[derive(Debug, Clone, Copy)]
pub(in crate::chart) struct Document<'a> {
    pub(in crate::chart) id: &'a str,
    pub(in crate::chart) title: &'a str,
    pub(in crate::chart) description: &'a str,
    pub(in crate::chart) medium: Medium<'a>,
}

impl Document<'_> {
    /// Draws on a fresh canvas and writes the whole element.
    pub(in crate::chart) fn draw(
        &self,
        (width, height): (Width, i32),
        stops: &[Stop],
        drawing: impl FnOnce(&Area) -> Result<(), ChartError>,
    ) -> Result<String, ChartError> {
        let size = (width.tenths().unsigned_abs(), height.max(0).unsigned_abs());
        let canvas = Rc::new(RefCell::new(Canvas::new(size, width.face().size())));
        drawing(&DrawingArea::from(&canvas))?;
        let body = canvas.try_borrow_mut().map_err(|_| ChartError::Busy)?.take();
        Ok(match self.medium {
            Medium::Page => self.wrap(width, height, &body, stops),
            Medium::File(caption) => file::whole(self, caption, (width, height), &body, stops),
        })
    }

    /// With stops the drawing is a group of links, each of which says what it shows, and its strokes say nothing.
    fn wrap(&self, width: Width, height: i32, body: &str, stops: &[Stop]) -> String {
        let has_links = stop::are_links(stops);
        let mut out = String::with_capacity(body.len() + self.description.len() + 400 + 300 * stops.len());
        out.push_str("<svg class=\"plot ");
        out.push_str(width.class());
        out.push_str(if has_links {
            "\" role=\"group\" aria-labelledby=\""
        } else {
            "\" role=\"img\" aria-labelledby=\""
        });
        self.push_name(&mut out, width, if has_links { "t\" aria-describedby=\"" } else { "t " });
        self.push_name(&mut out, width, "d\" viewBox=\"0 0 ");
        push_tenths(&mut out, width.tenths());
        out.push(' ');
        push_tenths(&mut out, height);
        out.push_str("\" font-size=\"");
        push_tenths(&mut out, width.face().size());
        out.push_str("\"><title id=\"");
        self.push_name(&mut out, width, "t\">");
        push_text(&mut out, self.title);
        out.push_str("</title><desc id=\"");
        self.push_name(&mut out, width, "d\">");
        push_text(&mut out, self.description);
        out.push_str("</desc>");
        if has_links {
            out.push_str("<g aria-hidden=\"true\">");
            out.push_str(body);
            out.push_str("</g>");
            stops.iter().for_each(|stop| stop.push_link(&mut out, width));
        } else {
            out.push_str(body);
            // A narrow screen has no pointer to rest on a zone.
            let shown = if width == Width::Wide { stops } else { &[] };
            shown.iter().for_each(|stop| stop.push_titled(&mut out));
        }
        out.push_str("</svg>");
        out
    }

    pub(super) fn push_name(&self, out: &mut String, width: Width, rest: &str) {
        push_id(out, self.id);
        out.push('-');
        out.push(width.letter());
        out.push_str(rest);
    }
}

/// The whole of a drawing, as plotters hands it about.
pub(in crate::chart) type Area = DrawingArea<Canvas, Shift>;

/// What plotters reports when a drawing fails.
pub(in crate::chart) type AreaError = plotters::drawing::DrawingAreaErrorKind<Infallible>;
