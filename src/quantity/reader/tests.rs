//! Phrases and their readings.
