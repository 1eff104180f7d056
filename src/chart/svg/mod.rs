//! The drawing surface: a plotters backend that writes accessible, themeable, compact SVG.

mod backend;
mod canvas;
mod document;
mod element;
mod escape;
mod file;
mod ink;
mod lettering;
mod line;
mod palette;
mod path;
mod plain;
mod stop;

pub(super) use canvas::{Anchor, Canvas};
pub(super) use document::{Area, AreaError, Document, Medium, Width};
pub(super) use element::{Arrow, Hatch, Layers, Lettering, Post, Stamp, Strokes, Towards};
pub(super) use escape::clean;
pub use file::Caption;
pub(super) use ink::{Class, Ink, lettered};
pub(super) use lettering::Face;
pub(super) use line::Line;
pub(super) use palette::Palette;
pub(super) use path::PathData;
pub(super) use plain::Plain;
pub(super) use stop::{Side, Stop, brief, kept};

/// Layout runs in tenths of a unit, because plotters rounds every coordinate to a whole number.
const UNIT: i32 = 10;
