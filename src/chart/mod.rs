//! Typed chart views laid out by plotters onto our own accessible SVG backend.

pub mod bridge;
pub mod claims;
mod error;
mod hedge;
mod mark;
mod notes;
mod rows;
mod scale;
pub mod series;
mod stated;
mod svg;
mod words;

#[cfg(test)]
mod tests;

pub use error::ChartError;
pub use stated::Stated;
