//! Claims against the record: one row a claim, in the order they were said, each with the drawn hedge of its words.

mod bars;
mod describe;
mod layout;
mod notes;
mod plot;

use super::svg::{Caption, Document, Medium, Width};
use super::{ChartError, Stated};
use crate::period::{PartialDate, Timing};
use crate::quantity::Interval;

/// The chart of every account of one thing. Its title and its text alternative are made from the data.
#[derive(Debug, Clone)]
pub struct ClaimsChart {
    /// An identifier that no other chart on the page has.
    pub id: String,
    /// The title; without one, it is made from the data.
    pub title: Option<String>,
    /// What is measured: "People recorded as absconded".
    pub measure: String,
    /// What is counted, for the head of the scale: "people".
    pub unit: String,
    /// The claims; the chart puts them in the order they were said.
    pub rows: Vec<ClaimRow>,
    /// Demands and targets, listed beneath and never drawn on the scale.
    pub demands: Vec<Demand>,
    /// Whether the claims could all be true at once.
    pub agreement: Agreement,
}

/// One account. A demand or a target cannot be made into one.
#[derive(Debug, Clone)]
pub struct ClaimRow {
    /// Who said it, or where.
    pub source: String,
    /// When it was said.
    pub said: Option<PartialDate>,
    /// The words as they were reported.
    pub words: String,
    /// The moment or span it is about; shown where the claims differ in it.
    pub about: Timing,
    /// What the words give.
    pub stated: Stated,
    /// The address of its row in a table.
    pub row: Option<String>,
}

/// Something called for, promised or forecast. It carries words only: there is no number here to plot.
#[derive(Debug, Clone)]
pub struct Demand {
    /// Who said it, or where.
    pub source: String,
    /// When it was said.
    pub said: Option<PartialDate>,
    /// The words as they were reported.
    pub words: String,
}

/// Whether the claims could all be true at once.
#[derive(Debug, Clone)]
pub enum Agreement {
    /// They could, on this span.
    Possible(Interval),
    /// No value fits them all.
    Impossible,
    /// They are not about the same thing, or there are fewer than two.
    NotCompared,
}

impl ClaimsChart {
    /// Draws the chart twice, for wide and for narrow screens; the style sheet shows one of the two.
    ///
    /// # Errors
    /// When the drawing area cannot be divided.
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
        let (title, description) = (self.title(), self.describe());
        let document = Document { id: &self.id, title: &title, description: &description, medium };
        self.draw(&document, &self.ordered(), width)
    }

    /// The rows by the date they were said; those without a date come last.
    fn ordered(&self) -> Vec<&ClaimRow> {
        let mut rows: Vec<&ClaimRow> = self.rows.iter().collect();
        rows.sort_by_key(|row| (row.said.is_none(), row.said.map(PartialDate::earliest)));
        rows
    }

    /// Claims about unlike dates must show it.
    fn dates_differ(&self) -> bool {
        self.rows.windows(2).any(|pair| matches!(pair, [a, b] if a.about != b.about))
    }
}
