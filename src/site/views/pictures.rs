//! A chart on its page, with the files that lie beside the page: the drawing, a painting of it, and its rows.

use super::Scene;
use crate::chart::{Caption, ChartError, png};
use crate::page::{ChartFigure, Citation, Download, Link, Svg};
use crate::site::plan::size;

/// Whether charts are painted too. A painting takes longer to make than all the rest of a page, so pages that do not
/// change have the drawing alone: it shows the same and can be painted at any time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Painting {
    Painted,
    DrawnOnly,
    /// On a small page that stands in others: no files, and no table to lead to.
    Embedded,
}

/// The most measures whose pictures are painted: a chart takes some 50 milliseconds, several times all the rest of its
/// page. Larger sites have the drawings.
const MOST_PAINTED: usize = 200;

impl Painting {
    /// That of the pages which follow the record.
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        if scene.record().dataset().measures().len() <= MOST_PAINTED {
            Self::Painted
        } else {
            Self::DrawnOnly
        }
    }
}

/// Whether pages have a card.
pub(in crate::site) fn has_cards(scene: &Scene<'_>) -> bool {
    Painting::of(scene) == Painting::Painted
}

/// The page that charts stand on.
pub(super) struct Place<'a> {
    pub(super) scene: &'a Scene<'a>,
    /// Its address, and the folder of its files.
    pub(super) page: &'a str,
    /// How it is cited: the last line of every file.
    pub(super) citation: &'a Citation,
    /// "as in edition 3", and the folder in which the page stands as it was then.
    pub(super) frozen: Option<Link>,
    pub(super) painting: Painting,
}

/// A chart before it is placed.
pub(super) struct Drawing<'d> {
    /// The name of its files: `series`.
    pub(super) name: &'static str,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) note: Option<String>,
    /// Who gives the figures in it.
    pub(super) sources: Vec<String>,
    pub(super) svg: Result<String, ChartError>,
    pub(super) to_file: &'d dyn Fn(&Caption) -> Result<String, ChartError>,
    /// The rows that it draws.
    pub(super) rows: Vec<u8>,
}

/// The most sources named under a chart; the table has them all.
const NAMED: usize = 4;
/// Pixels a unit: sharp where it is printed or shown on a fine screen.
const SCALE: u16 = 2;

impl Place<'_> {
    /// The chart with its files. One that cannot be drawn is left out; its table stands.
    pub(super) fn figure(&self, drawing: Drawing<'_>) -> Option<ChartFigure> {
        let svg = drawing.svg.ok()?;
        let caption = Caption {
            title: drawing.title.clone(),
            subtitle: drawing.subtitle.clone(),
            notes: self.notes(&drawing.sources, drawing.note.as_deref()),
        };
        let mut made: Vec<(&str, &str, &str, Vec<u8>)> = Vec::new();
        if self.painting == Painting::Embedded {
            return Some(ChartFigure {
                title: drawing.title,
                subtitle: drawing.subtitle,
                picture: Svg::drawn(svg),
                note: drawing.note,
                downloads: Vec::new(),
                files: Vec::new(),
            });
        }
        if let Ok(file) = (drawing.to_file)(&caption) {
            let painted = match self.painting {
                Painting::Painted => png(&file, SCALE),
                Painting::DrawnOnly | Painting::Embedded => None,
            };
            made.push(("SVG", "svg", "the chart as a drawing", file.into_bytes()));
            made.extend(painted.map(|bytes| ("PNG", "png", "the chart as a picture", bytes)));
        }
        made.push(("CSV", "csv", "the rows that the chart draws", drawing.rows));
        let files: Vec<(String, Vec<u8>)> = made
            .iter()
            .map(|(_, ending, _, bytes)| (format!("{}{}.{ending}", self.page, drawing.name), bytes.clone()))
            .collect();
        let downloads =
            made.iter().map(|(format, ending, about, bytes)| Download {
                format: (*format).to_owned(),
                about: (*about).to_owned(),
                path: format!("{}{}.{ending}", self.page, drawing.name),
                size: size(bytes.len()),
                frozen: self.frozen.as_ref().filter(|_| *format != "PNG").map(|frozen| {
                    Link::new(&frozen.text, format!("{}{}.{ending}", frozen.path, drawing.name))
                }),
            });
        Some(ChartFigure {
            downloads: downloads.collect(),
            title: drawing.title,
            subtitle: drawing.subtitle,
            picture: Svg::drawn(svg),
            note: drawing.note,
            files,
        })
    }

    /// Who says it, what is left out, and where it can be read.
    fn notes(&self, sources: &[String], note: Option<&str>) -> Vec<String> {
        let mut named: Vec<&str> = Vec::new();
        for source in sources {
            if !named.contains(&source.as_str()) {
                named.push(source);
            }
        }
        let more = named.len().saturating_sub(NAMED);
        named.truncate(NAMED);
        let mut line = format!("Source: {}", named.join("; "));
        if more > 0 {
            line.push_str(&format!("; and {more} more"));
        }
        line.push('.');
        let source = (!named.is_empty()).then_some(line);
        source.into_iter().chain(note.map(str::to_owned)).chain([self.citation.text.clone()]).collect()
    }

    pub(super) fn scene(&self) -> &Scene<'_> {
        self.scene
    }
}
