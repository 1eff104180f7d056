//! What the pages promise, over small hand-made views.

mod drafts_and_rules;
mod hostile;
mod kinds;
mod more_samples;
mod prose;
mod samples;
mod templates;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::page::Renderer;

/// The built-in templates, read once: reading them takes longer than any test.
fn built_in() -> &'static Renderer {
    static BUILT_IN: LazyLock<Renderer> = LazyLock::new(|| Renderer::new(BTreeMap::new()).unwrap());
    &BUILT_IN
}
