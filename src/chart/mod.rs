//! Typed chart views laid out by plotters onto our own accessible SVG backend.
