//! What the pages promise, over small hand-made views.

mod prose;
