//! The way from one figure to another: what accounts for the difference, step by step, and what is left.

mod describe;
mod layout;
mod plot;

use super::ChartError;
use super::svg::{Caption, Document, Medium, Width};
use crate::quantity::Rational;

/// The chart of a difference between two figures. Its title and its text alternative are made from the data.
#[derive(Debug, Clone)]
pub struct BridgeChart {
    /// An identifier that no other chart on the page has.
    pub id: String,
    /// What is measured: "People recorded as absconded".
    pub measure: String,
    /// What is counted, for the head of the scale: "people".
    pub unit: String,
    /// Whether the figures are whole numbers.
    pub is_whole: bool,
    /// The figure that the way starts from.
    pub from: End,
    /// What accounts for parts of the difference, in the order in which they are taken.
    pub steps: Vec<Step>,
    /// The figure that it leads to. What the steps do not account for is drawn as left.
    pub to: End,
}

/// One end of the way.
#[derive(Debug, Clone)]
pub struct End {
    /// Who gives it.
    pub source: String,
    /// The words as they were reported.
    pub words: String,
    /// The number in them.
    pub value: Rational,
}

/// A part of the difference that something on record accounts for.
#[derive(Debug, Clone)]
pub struct Step {
    /// What it is: "Revision".
    pub name: String,
    /// How much it is, with the sign of the difference.
    pub amount: Rational,
}

impl BridgeChart {
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
        self.draw(&document, width)
    }

    /// What the steps leave of the difference.
    #[must_use]
    pub fn left(&self) -> Rational {
        self.steps.iter().fold(&self.to.value - &self.from.value, |left, step| &left - &step.amount)
    }
}
