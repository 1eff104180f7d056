//! The cards of pages: what their heads name for the programs that show a link as a picture.

use super::Scene;
use super::chosen::chosen;
use crate::chart::Card;
use crate::model::Measure;
use crate::page::{DiscrepancyPage, EditionState, HomePage, MeasurePage};

/// As many claims as a card can hold beside the verdict.
const MOST_CLAIMS: usize = 4;

/// The card of a measure: its question and the figure at its top, with everything that belongs to that figure.
pub(in crate::site) fn of_measure(scene: &Scene<'_>, measure: &Measure, page: &MeasurePage) -> Card {
    let mut card = blank(scene, &page.question);
    let Some(headline) = &page.headline else {
        card.figure = "Not known".to_owned();
        card.lines = vec!["No source on this site gives a figure.".to_owned()];
        return card;
    };
    let unit = headline.unit.iter().map(String::as_str);
    card.figure = std::iter::once(headline.words.as_str()).chain(unit).collect::<Vec<_>>().join(" ");
    let standing = chosen(scene.record(), measure).map(|figure| scene.record().standings().standing(figure));
    card.standing = standing.map(|standing| (standing, headline.status.words.clone()));
    card.lines.extend(headline.read_as.iter().map(|read| format!("Read as {read}.")));
    card.lines.extend(headline.flags.iter().map(|flag| format!("{} {}", flag.symbol, flag.words)));
    let position = page.dates.position.as_ref();
    card.lines.extend(position.map(|position| format!("For: {}", position.words)));
    card.lines.extend(page.source.iter().map(|source| format!("Source: {}", source.link.text)));
    card.lines.extend(super::embeds::disputed(page));
    card
}

/// The card of a finding: its verdict, and the claims as they were reported.
pub(in crate::site) fn of_finding(scene: &Scene<'_>, page: &DiscrepancyPage) -> Card {
    let mut card = blank(scene, &page.title);
    card.figure = super::headline::sentence_case(&page.verdict);
    let said = page.claims.iter().take(MOST_CLAIMS).map(|claim| {
        let status = claim.status.iter().map(|status| format!(" ({})", status.words));
        format!("“{}”, {}{}", claim.reported, claim.quote.source.text, status.collect::<String>())
    });
    card.lines = said.collect();
    let more = page.claims.len().saturating_sub(MOST_CLAIMS);
    card.lines.extend((more > 0).then(|| format!("and {more} more")));
    card
}

/// The card of the site.
pub(in crate::site) fn of_site(scene: &Scene<'_>, page: &HomePage) -> Card {
    let dataset = scene.record().dataset();
    let mut card = blank(scene, &page.frame.title);
    card.site = String::new();
    card.figure = scene.site.tagline.clone().unwrap_or_default();
    let count = |number: usize, one: &str, many: &str| match number {
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    };
    let measures = count(dataset.measures().len(), "measure", "measures");
    let sources = count(dataset.sources().count(), "source", "sources");
    let findings =
        count(scene.findings().count(), "discrepancy, check or gap", "discrepancies, checks and gaps");
    card.lines = vec![format!("On record: {measures}, {sources}, {findings}.")];
    card
}

fn blank(scene: &Scene<'_>, title: &str) -> Card {
    let stamp = scene.stamp();
    let edition = match stamp.state {
        EditionState::Released => format!("Edition {}, {}", stamp.number, stamp.date.words),
        EditionState::Draft => "Not yet in an edition".to_owned(),
    };
    Card {
        site: scene.site.title.clone(),
        title: title.to_owned(),
        foot: format!("{}. {edition}", scene.site.publisher),
        ..Card::default()
    }
}
