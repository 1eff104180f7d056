//! Figures over time: up to four sources of one measure, each figure with its hedge, each gap kept as a gap.

mod axis;
mod breaks;
mod describe;
mod figures;
mod frame;
mod names;
mod notes;
mod place;
mod plot;
mod stops;
mod strip;

use super::svg::{Caption, Document, Medium, Width};
use super::{ChartError, Stated};
use crate::period::{PartialDate, Timing};

/// The most series that can be told apart by marker and dash alone.
const MOST: usize = 4;

/// The chart of one measure over time. Its title and its text alternative are made from the data.
#[derive(Debug, Clone)]
pub struct SeriesChart {
    /// An identifier that no other chart on the page has.
    pub id: String,
    /// The title; without one, it is made from the data.
    pub title: Option<String>,
    /// What is measured: "People recorded as absconded".
    pub measure: String,
    /// What is counted, for the head of the scale: "people".
    pub unit: String,
    /// How values are drawn.
    pub form: Form,
    /// One series a source. The colours go by this order, so it should be the same on every page.
    pub series: Vec<Series>,
    /// Where what was counted, or how, changed.
    pub breaks: Vec<Break>,
}

/// How values are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Points, joined where nothing lies between them.
    Lines,
    /// Bars from zero.
    Bars,
}

/// The figures of one source.
#[derive(Debug, Clone)]
pub struct Series {
    /// The source, as it is written at the end of the line.
    pub source: String,
    /// Its figures, in any order.
    pub points: Vec<Point>,
}

/// One figure. A demand or a target cannot be made into one.
#[derive(Debug, Clone)]
pub struct Point {
    /// The moment or span it is about. A figure without one is counted in the notes, not drawn.
    pub about: Timing,
    /// What it gives.
    pub stated: Stated,
    /// The words as they were reported.
    pub words: String,
    /// The address of its row in a table.
    pub row: Option<String>,
}

/// A change in what was counted, or how.
#[derive(Debug, Clone)]
pub struct Break {
    /// When it took effect.
    pub at: PartialDate,
    /// What changed, in few words.
    pub label: String,
}

impl SeriesChart {
    /// Draws the chart twice, for wide and for narrow screens; the style sheet shows one of the two.
    ///
    /// # Errors
    /// When there are more series than can be told apart, or the drawing area cannot be divided.
    pub fn to_svg(&self) -> Result<String, ChartError> {
        let mut svg = self.drawn(Width::Wide, Medium::Page)?;
        svg.push_str(&self.drawn(Width::Narrow, Medium::Page)?);
        Ok(svg)
    }

    /// Draws the chart as a file that stands alone.
    ///
    /// # Errors
    /// Those of [`Self::to_svg`].
    pub fn to_file(&self, caption: &Caption) -> Result<String, ChartError> {
        self.drawn(Width::Wide, Medium::File(caption))
    }

    fn drawn(&self, width: Width, medium: Medium<'_>) -> Result<String, ChartError> {
        if self.series.len() > MOST {
            return Err(ChartError::TooManySeries { given: self.series.len(), most: MOST });
        }
        let (title, description) = (self.title(), self.describe());
        let document = Document { id: &self.id, title: &title, description: &description, medium };
        self.draw(&document, width)
    }
}
