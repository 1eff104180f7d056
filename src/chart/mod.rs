//! Typed chart views laid out by plotters onto our own accessible SVG backend.

pub mod bridge;
mod card;
pub mod claims;
mod error;
mod hedge;
mod mark;
mod notes;
mod png;
mod rows;
mod scale;
pub mod series;
mod stated;
mod svg;
mod words;

#[cfg(test)]
mod tests;

pub use card::Card;
pub use error::ChartError;
pub use png::png;
pub use stated::Stated;
pub use svg::Caption;
