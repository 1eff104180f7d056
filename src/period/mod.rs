//! Dates and reference periods, as exact as the source gave them.
