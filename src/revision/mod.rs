//! What changed between two cleared datasets.
