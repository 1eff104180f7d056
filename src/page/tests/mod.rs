//! What the pages promise, over small hand-made views.

mod kinds;
mod more_samples;
mod prose;
mod samples;
