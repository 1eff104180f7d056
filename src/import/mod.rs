//! What others publish, taken in: one file per outside format, each turned into ordinary data files for a person to review.
//!
//! Every importer fills a [`Draft`] and knows nothing of the disk. [`write()`] turns a draft into the files that a person
//! would have written: `data/sources/ID.md`, `data/figures/MEASURE/SOURCE.csv`, `data/claims/SOURCE.toml`, and
//! `proposed/` for what still needs a decision, which nothing reads. It never writes over a file, and writing the
//! same draft twice changes nothing. All input is foreign: it is bounded, and what cannot be used is a finding.
//!
//! To add a format: read with [`Input::open`], fill a [`Draft`] with [`DraftSource::new`] and [`DraftFigure::new`], and
//! give the command a variant. Text goes through [`clean::line`] or [`clean::prose`] on its way in.

mod alaveteli;
pub mod clean;
mod codes;
pub mod comma;
mod draft;
mod govuk;
mod input;
mod json;
mod parliament;
mod persons;
mod prose;
pub mod sheet;
pub mod tabular;
mod theyworkforyou;
pub mod workbook;
mod write;

pub use codes::documentation;
pub use draft::{Capture, Draft, DraftFigure, DraftSource, NamedBody, Passage, Reads, Standing};
pub use input::{Input, LARGEST};
pub use persons::keep_persons_out;
pub use write::{Fate, Mode, Written, write, write_proposal};

use crate::model::Measure;
use crate::period::PartialDate;
use crate::quantity::Reader;

/// After so many findings in one file, the rest of it is not looked at.
const MOST_FINDINGS: usize = 200;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Written questions and statements from Parliament's API.
    Parliament,
    /// A day of written answers from TheyWorkForYou.
    TheyWorkForYou,
    /// A page of GOV.UK from its content API.
    GovUk,
    /// Requests for information from a site that runs Alaveteli.
    Alaveteli,
}

/// What is known beside the file.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    /// Reads phrases as the repository sets it.
    pub reader: &'a Reader,
    /// The measures that figures are wanted for; what fits none of them, or several, is only proposed.
    pub measures: &'a [Measure],
    /// When the publisher received the files.
    pub received: Option<PartialDate>,
}

/// Reads a file in a format.
#[must_use]
pub fn read(format: Format, input: &Input, import: &Import<'_>) -> Draft {
    match format {
        Format::Parliament => parliament::read(input, import),
        Format::Alaveteli => alaveteli::read(input, import),
        Format::GovUk => govuk::read(input, import),
        Format::TheyWorkForYou => theyworkforyou::read(input, import),
    }
}

#[cfg(test)]
mod tests;
