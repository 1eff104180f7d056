//! The templates and assets that come with the program.

/// A file the pages need beside them.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    /// Where it belongs, from the site's root.
    pub path: &'static str,
    /// What is in it.
    pub text: &'static str,
}

/// The style sheets, the script of the search and the site's mark. Pages link to them at these paths.
pub const ASSETS: [Asset; 4] = [
    Asset { path: "assets/site.css", text: include_str!("../../templates/assets/site.css") },
    Asset { path: "assets/chart.css", text: include_str!("../../templates/assets/chart.css") },
    Asset { path: "assets/search.js", text: include_str!("../../templates/assets/search.js") },
    Asset { path: "assets/favicon.svg", text: include_str!("../../templates/assets/favicon.svg") },
];

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        /// Name and text of every built-in template.
        pub(super) const TEMPLATES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../templates/", $name, ".hbs")))),*];
    };
}

templates![
    "a-z",
    "authored",
    "change",
    "changes",
    "discrepancies",
    "discrepancy",
    "downloads",
    "edition",
    "editions",
    "embed",
    "gone",
    "home",
    "measure",
    "measures",
    "not-found",
    "partials/bottom",
    "partials/chart",
    "partials/citation",
    "partials/conflict",
    "partials/downloads",
    "partials/finding",
    "partials/finding-line",
    "partials/gone",
    "partials/histories",
    "partials/marks",
    "partials/measure-line",
    "partials/note",
    "partials/origins",
    "partials/parts",
    "partials/top",
    "questions",
    "reading",
    "rule",
    "rules",
    "search",
    "shelf",
    "source",
    "sources",
];
