//! What a stroke or a letter means: a class of the style sheet in the place of a colour.

use plotters::style::{Color, FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::BackendColor;

/// What is drawn. The style sheet gives each its look, in light, dark, print and forced colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::chart) enum Class {
    /// Faint rules across the plot.
    Grid,
    /// The line of an axis, or of zero.
    Axis,
    /// The span on which all could agree.
    Band,
    /// The ends of that span.
    Edge,
    /// The hairline of everything the words allow.
    Support,
    /// The thin bar of how such words are usually meant.
    Typical,
    /// The thick bar of what the words say.
    Core,
    /// The same for a figure that is not confirmed: an outline.
    Outline,
    /// An exact value.
    Exact,
    /// A line through adjacent points.
    Line,
    /// A solid marker.
    Dot,
    /// A solid shape.
    Solid,
    /// A hollow shape with a full outline.
    Hollow,
    /// A hollow shape with a dashed outline.
    Dashed,
    /// A break in the series.
    Break,
    /// Periods with no figure.
    Gap,
    /// Nothing: what plotters always draws, and we would rather not.
    Unseen,
    /// Lettering.
    Text,
    /// Lettering of names.
    Strong,
    /// Lettering of lesser things: dates, standings, scales, notes.
    Quiet,
}

impl Class {
    const ALL: [Self; 20] = [
        Self::Grid,
        Self::Axis,
        Self::Band,
        Self::Edge,
        Self::Support,
        Self::Typical,
        Self::Core,
        Self::Outline,
        Self::Exact,
        Self::Line,
        Self::Dot,
        Self::Solid,
        Self::Hollow,
        Self::Dashed,
        Self::Break,
        Self::Gap,
        Self::Unseen,
        Self::Text,
        Self::Strong,
        Self::Quiet,
    ];

    /// The name in the style sheet.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Axis => "axis",
            Self::Band => "band",
            Self::Edge => "edge",
            Self::Support => "sup",
            Self::Typical => "typ",
            Self::Core => "core",
            Self::Outline => "outline",
            Self::Exact => "exact",
            Self::Line => "line",
            Self::Dot => "dot",
            Self::Solid => "solid",
            Self::Hollow => "hollow",
            Self::Dashed => "dashed",
            Self::Break => "break",
            Self::Gap => "gap",
            Self::Unseen => "unseen",
            Self::Text => "text",
            Self::Strong => "strong",
            Self::Quiet => "quiet",
        }
    }
}

/// A class, and the series it belongs to. plotters knows only colours, so an ink travels through it as one: the
/// red part is the class, the green part the series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::chart) struct Ink {
    /// What is drawn.
    pub(in crate::chart) class: Class,
    /// The series, counted from one; zero stands for none.
    pub(in crate::chart) series: u8,
}

impl Ink {
    pub(super) fn of(color: BackendColor) -> Self {
        let class = Class::ALL.get(usize::from(color.rgb.0)).copied().unwrap_or(Class::Grid);
        Self { class, series: color.rgb.1 }
    }

    /// The ink of a class in a series.
    pub(in crate::chart) fn in_series(class: Class, series: u8) -> Self {
        Self { class, series }
    }
}

impl From<Class> for Ink {
    fn from(class: Class) -> Self {
        Self { class, series: 0 }
    }
}

impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (self.class as u8, self.series, 0) }
    }
}

/// The text style that carries an ink through plotters. The family and size play no part: the style sheet and the
/// document set them.
pub(in crate::chart) fn lettered(class: Class) -> TextStyle<'static> {
    let plain = TextStyle::from(FontDesc::new(FontFamily::SansSerif, 1.0, FontStyle::Normal));
    TextStyle { color: Ink::from(class).to_backend_color(), ..plain }
}
