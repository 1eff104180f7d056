//! The notes under a drawing: a sample of each kind of stroke it shows, and its meaning in words.

use super::hedge::{Core, Drawn};
use super::mark::{self, RADIUS};
use super::svg::{Area, Arrow, Class, Face, Hatch, Ink, Line, Stamp, Towards, Width};
use super::{ChartError, Stated};
use crate::reconcile::{Standing, Status};
use plotters::element::{PathElement, Rectangle};

/// What a note explains, drawn before its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sample {
    /// The span on which all could agree.
    Band,
    /// A tick.
    Exact,
    /// A thick bar.
    Core,
    /// A thick bar in outline.
    Outline,
    /// A thin bar.
    Typical,
    /// A hairline.
    Support,
    /// An arrow.
    Arrow,
    /// Periods with no figure.
    Gap,
    /// A part of a difference that is accounted for.
    Step,
    /// A part of a difference that is not.
    Hatched,
    /// The mark of a standing.
    Mark(Standing),
    /// Nothing: the words say it all.
    Words,
}

#[derive(Debug)]
struct Note {
    sample: Sample,
    /// The middle of the sample.
    at: (i32, i32),
    lines: Vec<Line>,
}

/// The notes, set one after another, on a new line where one does not fit.
#[derive(Debug)]
pub(super) struct Notes {
    face: Face,
    width: i32,
    next: (i32, i32),
    notes: Vec<Note>,
}

/// Where the lettering beside a sample or a mark begins.
pub(super) const INDENT: i32 = 220;
/// Between two notes on a line.
const APART: i32 = 180;
/// The space between two lines of notes, above the leading.
const SPACE: i32 = 30;

impl Notes {
    /// No notes yet; the first goes beneath `top`.
    pub(super) fn beneath(top: i32, width: Width) -> Self {
        Self { face: width.face(), width: width.tenths(), next: (0, top + 220), notes: Vec::new() }
    }

    /// Explains the strokes of hedges, but only those that are shown.
    pub(super) fn explain<'a>(&mut self, shown: impl Iterator<Item = (&'a Stated, &'a Drawn)> + Clone) {
        let any =
            |test: &dyn Fn(&Stated, &Drawn) -> bool| shown.clone().any(|(stated, drawn)| test(stated, drawn));
        let core = |class: Class| {
            any(&|stated, drawn| matches!(drawn.core, Core::Bar(_)) && core_class(stated) == class)
        };
        if core(Class::Core) {
            self.add(Sample::Core, "the range as said");
        }
        if core(Class::Outline) {
            self.add(Sample::Outline, "the range as said, not confirmed");
        }
        if any(&|_, drawn| drawn.typical.is_some()) {
            self.add(Sample::Typical, "as usually meant");
        }
        if any(&|_, drawn| drawn.support.is_some()) {
            self.add(Sample::Support, "all the words allow");
        }
        if any(&|_, drawn| drawn.below.is_some() || drawn.above.is_some()) {
            self.add(Sample::Arrow, "no end given, or off the scale");
        }
    }

    /// A note beside the last, or beneath it where there is no room.
    pub(super) fn add(&mut self, sample: Sample, words: &str) {
        let indent = if sample == Sample::Words { 0 } else { INDENT };
        let width = indent + self.face.width(words);
        if self.next.0 > 0 && self.next.0 + width > self.width {
            self.new_line();
        }
        let (start, top) = self.next;
        let lines = Line::column(
            self.face,
            Class::Quiet,
            words,
            (start + indent, top),
            (self.width - start - indent, 4),
        );
        let last = lines.last().map_or(top, |line| line.at.1);
        self.notes.push(Note { sample, at: (start + 80, top - self.face.middle()), lines });
        self.next = (start + width + APART, last);
        if last > top {
            self.new_line();
        }
    }

    /// A note on a line of its own.
    pub(super) fn add_alone(&mut self, sample: Sample, words: &str) {
        if self.next.0 > 0 {
            self.new_line();
        }
        self.add(sample, words);
        if self.next.0 > 0 {
            self.new_line();
        }
    }

    fn new_line(&mut self) {
        self.next = (0, self.next.1 + self.face.leading() + SPACE);
    }

    /// Where the drawing ends, in tenths of a unit.
    pub(super) fn bottom(&self) -> i32 {
        let lowest = self.notes.iter().flat_map(|note| &note.lines).map(|line| line.at.1).max();
        lowest.unwrap_or(self.next.1 - 220) + 80
    }

    /// Draws samples and words.
    pub(super) fn draw(&self, area: &Area) -> Result<(), ChartError> {
        for note in &self.notes {
            note.sample.draw(area, note.at)?;
        }
        Ok(self.notes.iter().flat_map(|note| &note.lines).try_for_each(|line| line.draw(area))?)
    }
}

/// Only what the responsible body has confirmed is drawn solid.
pub(super) fn core_class(stated: &Stated) -> Class {
    match stated.standing() {
        Standing::Verified(Status::Confirmed) => Class::Core,
        _ => Class::Outline,
    }
}

impl Sample {
    fn draw(self, area: &Area, (x, y): (i32, i32)) -> Result<(), ChartError> {
        let (left, right) = (x - 80, x + 90);
        let level = |class: Class| PathElement::new([(left, y), (right, y)], Ink::from(class));
        let upright =
            |at: i32, class: Class| PathElement::new([(at, y - 70), (at, y + 70)], Ink::from(class));
        let block =
            |half: i32, class: Class| Rectangle::new([(left, y - half), (right, y + half)], Ink::from(class));
        match self {
            Self::Exact => area.draw(&upright(x, Class::Exact))?,
            Self::Core => area.draw(&block(40, Class::Core))?,
            Self::Outline => area.draw(&block(35, Class::Outline))?,
            Self::Typical => area.draw(&level(Class::Typical))?,
            Self::Support => area.draw(&level(Class::Support))?,
            Self::Arrow => {
                area.draw(&level(Class::Support))?;
                area.draw(&Arrow { at: (right, y), towards: Towards::Right, ink: Class::Support.into() })?;
            }
            Self::Band => {
                area.draw(&block(60, Class::Band))?;
                area.draw(&upright(left, Class::Edge))?;
                area.draw(&upright(right, Class::Edge))?;
            }
            Self::Gap => {
                let bracket =
                    [(left, y - 30), (left, y + 30), (left, y), (right, y), (right, y - 30), (right, y + 30)];
                area.draw(&PathElement::new(bracket, Ink::from(Class::Gap)))?;
            }
            Self::Step => area.draw(&block(50, Class::Core))?,
            Self::Hatched => area.draw(&Hatch { corners: [(left, y - 50), (right, y + 50)] })?,
            Self::Mark(standing) => {
                area.draw(&Stamp { at: (x, y), layers: mark::layers(standing), radius: RADIUS, series: 0 })?;
            }
            Self::Words => {}
        }
        Ok(())
    }
}
