//! The charts as a whole: what they draw, that they are well formed whatever they are given, and how large they are.

mod bridge;
mod claims;
mod contrast;
mod files;
mod hostile;
mod samples;
mod series;
mod snapshots;
mod surface;
mod xml;
