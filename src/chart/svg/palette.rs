//! The look of a drawing outside a page: the rules of the site's style sheet with its colours written out, since
//! neither every program that shows SVG nor the painter of our PNG files knows custom properties.

/// The colours of a drawing in one light. A test holds them against the style sheet of the pages.
pub(in crate::chart) struct Palette {
    pub(in crate::chart) ground: &'static str,
    pub(in crate::chart) ink: &'static str,
    pub(in crate::chart) quiet: &'static str,
    pub(in crate::chart) grid: &'static str,
    pub(in crate::chart) axis: &'static str,
    pub(in crate::chart) bar: &'static str,
    pub(in crate::chart) band: &'static str,
    pub(in crate::chart) series: [&'static str; 4],
}

impl Palette {
    /// Ink on paper.
    pub(in crate::chart) const LIGHT: Self = Self {
        ground: "#fcfbf8",
        ink: "#1b1b19",
        quiet: "#55534c",
        grid: "#d6d2c8",
        axis: "#7d7a72",
        bar: "#2b3a48",
        band: "#e3e9ea",
        series: ["#12436d", "#26a096", "#801650", "#ee6420"],
    };
    /// For screens that a reader keeps dark.
    pub(in crate::chart) const DARK: Self = Self {
        ground: "#17181a",
        ink: "#e9e6df",
        quiet: "#b3afa6",
        grid: "#3d3e41",
        axis: "#8c897f",
        bar: "#c9d3dc",
        band: "#2a3438",
        series: ["#bfe0ff", "#2b8178", "#ffd0e6", "#b85617"],
    };
}

/// Strokes and weights: the same in every light.
const STROKES: &str = "\
.strong{font-weight:600}\
.sup{stroke-width:1.25}\
.typ{stroke-width:3.5}\
.exact{stroke-width:2.5}\
.line{stroke-width:2;stroke-linejoin:round}\
.dot{stroke-width:8;stroke-linecap:round}\
.dashed{stroke-dasharray:2.6 2}\
.edge{stroke-dasharray:3 2}\
.break{stroke-dasharray:5 3}\
.s2 .line{stroke-dasharray:7 3}\
.s3 .line{stroke-dasharray:2 3}\
.s4 .line{stroke-dasharray:9 3 2 3}\
.s2 .dot{stroke-width:7;stroke-linecap:square}";

/// Writes the rules of a light.
pub(super) fn push_rules(out: &mut String, palette: &Palette) {
    let Palette { ground, ink, quiet, grid, axis, bar, band, series } = palette;
    let rules = [
        format!("svg{{fill:{ink}}}.quiet{{fill:{quiet}}}"),
        format!("path{{fill:none;stroke:{bar};stroke-width:1.5}}"),
        format!(".ground{{fill:{ground};stroke:none}}"),
        format!(".grid{{stroke:{grid};stroke-width:1}}"),
        format!(".axis,.edge,.break,.gap{{stroke:{axis};stroke-width:1}}"),
        format!(".band{{fill:{band};stroke:none}}"),
        format!(".core{{fill:{bar};stroke:none}}.solid{{fill:{bar}}}"),
        format!(".outline{{fill:{ground}}}.hollow,.dashed{{fill:{ground};stroke-width:1.75}}"),
        ".zone{fill:transparent;stroke:none}".to_owned(),
    ];
    rules.iter().for_each(|rule| out.push_str(rule));
    for (colour, number) in series.iter().zip(1..) {
        let rule = format!(
            ".s{number} path{{stroke:{colour}}}.s{number} .solid{{fill:{colour}}}.s{number} .core{{fill:{colour};stroke:none}}"
        );
        out.push_str(&rule);
    }
    out.push_str(STROKES);
}
