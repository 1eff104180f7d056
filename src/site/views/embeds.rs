//! The small page of a measure for other people's pages, and how to put it there.

use super::pictures::{Painting, Place};
use super::{Scene, charts};
use crate::model::Measure;
use crate::page::{Embed, EmbedPage, Link, MeasurePage, Tone};
use crate::site::routes;

/// Heights that hold a question, a figure with what belongs to it, and a chart of usual size. What is taller scrolls.
const WITH_CHART: u16 = 720;
const FIGURE_ALONE: u16 = 380;

/// The small page that goes with a measure's page.
pub(in crate::site) fn of_measure(scene: &Scene<'_>, measure: &Measure, page: &MeasurePage) -> EmbedPage {
    let path = routes::embed(&page.frame.path);
    let mut frame = scene.frame(&path, measure.heading(), crate::page::Section::Measures);
    frame.canonical = None;
    let place =
        Place { scene, page: &path, citation: &page.citation, frozen: None, painting: Painting::Embedded };
    let whole = match &page.frozen {
        Some(frozen) => format!("The whole page, as it stood in edition {}", frozen.edition),
        None => "The whole page, with every figure and its source".to_owned(),
    };
    EmbedPage {
        question: page.question.clone(),
        headline: page.headline.clone(),
        position: page.dates.position.clone(),
        source: page.source.as_ref().map(|source| source.link.clone()),
        disputed: disputed(page),
        chart: charts::of_measure(&place, measure).into_iter().next(),
        citation: page.citation.text.clone(),
        whole: Link::new(whole, page.frame.path.clone()),
        frame,
    }
}

/// How many discrepancies are on record about a measure, in a sentence.
pub(super) fn disputed(page: &MeasurePage) -> Option<String> {
    match page.notices.iter().filter(|notice| notice.tone == Tone::Disputed).count() {
        0 => None,
        1 => Some("1 discrepancy is on record about it.".to_owned()),
        many => Some(format!("{many} discrepancies are on record about it.")),
    }
}

/// How to put a measure's page into others. The frame shows the page as it stood in an edition where there is one:
/// what somebody has built an argument on should not change under it.
pub(super) fn offer(scene: &Scene<'_>, page: &MeasurePage) -> Embed {
    let (folder, keeps) = match (&page.citation.edition, &page.frozen) {
        (Some(edition), _) => (
            edition.path.clone(),
            "The frame keeps showing the figure as it stood in this edition, with a link to the page."
                .to_owned(),
        ),
        (None, _) => (page.frame.path.clone(), "The frame follows the record as it changes.".to_owned()),
    };
    let height = if page.charts.is_empty() { FIGURE_ALONE } else { WITH_CHART };
    let address = scene.address(&routes::embed(&folder));
    let whole = address.text.contains("://");
    let title =
        format!("{} ({})", page.question, scene.site.title).replace('&', "&amp;").replace('"', "&quot;");
    Embed {
        code: whole.then(|| {
            format!(
                "<iframe src=\"{}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\"></iframe>",
                address.text
            )
        }),
        keeps,
        page: Link::new("What the frame shows", routes::embed(&page.frame.path)),
    }
}
