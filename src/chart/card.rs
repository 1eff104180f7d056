//! Cards: what stands for a page where it is linked to, with the words of a figure whole.

use super::mark;
use super::svg::{Class, Face, Palette, PathData, Plain};
use crate::reconcile::Standing;

/// A card. It says of a figure what its page says: the words, how it stands, from when it is and who gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// The name of the site, above everything.
    pub site: String,
    /// The question, or the title.
    pub title: String,
    /// The figure with its hedge, or the verdict. Never cut.
    pub figure: String,
    /// How it stands: its mark and its words.
    pub standing: Option<(Standing, String)>,
    /// What else has to be said, a line each: the date, the source, the claims that are compared. Never cut.
    pub lines: Vec<String>,
    /// Who publishes it, and in which edition.
    pub foot: String,
}

/// The size that programs ask for.
const SIZE: (i32, i32) = (12_000, 6_300);
const MARGIN: i32 = 560;
/// The sizes of lettering, from the largest: title, figure, the rest. The first that leaves room for everything is
/// taken.
const STEPS: [(i32, i32, i32); 7] =
    [(52, 104, 30), (48, 84, 30), (44, 68, 28), (40, 56, 28), (36, 46, 26), (32, 38, 24), (26, 28, 22)];
const FOOT: Face = Face::plain(24);
/// More lines than a card has room for.
const MANY: usize = 60;

impl Card {
    /// The card as SVG to be painted; none where its words are too many for a card. A card without one of its words
    /// would say something else.
    #[must_use]
    pub fn to_svg(&self) -> Option<String> {
        STEPS.iter().find_map(|step| self.at(*step))
    }

    /// What it says, for those who do not see it.
    #[must_use]
    pub fn alternative(&self) -> String {
        let standing = self.standing.iter().map(|(_, words)| words);
        let parts = [&self.title, &self.figure].into_iter().chain(standing).chain(&self.lines);
        let said = parts.map(|part| part.trim()).filter(|part| !part.is_empty());
        let ended = |part: &str| match part.ends_with(['.', '?', '!']) {
            true => part.to_owned(),
            false => format!("{part}."),
        };
        said.map(ended).collect::<Vec<_>>().join(" ")
    }

    fn at(&self, (title, figure, rest): (i32, i32, i32)) -> Option<String> {
        let (rest, width) = (Face::plain(rest), SIZE.0 - 2 * MARGIN);
        let mut plain = Plain::new(SIZE, &Palette::LIGHT);
        let mut top = MARGIN;
        let mut add = |plain: &mut Plain, face: Face, class: Class, text: &str, left: i32| {
            top = plain.paragraph((face, class), text, (MARGIN + left, top), (width - left, MANY));
            top
        };
        add(&mut plain, FOOT, Class::Quiet, &self.site, 0);
        add(&mut plain, Face::plain(title), Class::Strong, &self.title, 0);
        add(&mut plain, Face::plain(figure), Class::Text, &self.figure, 0);
        if let Some((standing, words)) = &self.standing {
            let before = add(&mut plain, Face::plain(8), Class::Text, "", 0);
            let radius = rest.size() * 2 / 5;
            let middle = before + rest.ascent() - rest.middle();
            for (class, strokes) in mark::layers(*standing) {
                let mut path = PathData::default();
                strokes(&mut path, (MARGIN + radius * 3 / 2, middle), radius);
                plain.path(*class, &path);
            }
            add(&mut plain, rest, Class::Text, words, radius * 4);
        }
        let mut end = add(&mut plain, rest, Class::Text, "", 0);
        for line in &self.lines {
            end = add(&mut plain, rest, Class::Quiet, line, 0);
        }
        let foot = SIZE.1 - MARGIN - FOOT.leading();
        let foot_end = plain.paragraph((FOOT, Class::Quiet), &self.foot, (MARGIN, foot), (width, MANY));
        (end <= foot && foot_end <= SIZE.1 - MARGIN / 2).then(|| plain.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reconcile::Status;

    fn card(figure: &str) -> Card {
        Card {
            site: "A record".to_owned(),
            title: "How many people are recorded as absconded?".to_owned(),
            figure: figure.to_owned(),
            standing: Some((Standing::Verified(Status::Unconfirmed), "not confirmed".to_owned())),
            lines: vec!["As of October 2025".to_owned(), "Source: a leaked report".to_owned()],
            foot: "The publisher".to_owned(),
        }
    }

    #[test]
    fn words_become_smaller_before_any_is_lost() {
        let long = "between about 53,000 and possibly as many as 60,000 people, ".repeat(6);
        for figure in ["c. 65", "more than 53,000 people", long.trim_end_matches(", ")] {
            let svg = card(figure).to_svg().unwrap();
            assert!(!svg.contains('…'));
            figure.split(' ').for_each(|word| assert!(svg.contains(word), "{word} of {figure}"));
            assert!(svg.contains("not confirmed") && svg.contains("a leaked report"));
        }
    }

    #[test]
    fn there_is_no_card_of_words_that_have_no_room_on_one() {
        assert_eq!(card(&"about ".repeat(900)).to_svg(), None);
    }

    #[test]
    fn the_alternative_says_the_figure_with_its_standing() {
        let said = card("c. 65").alternative();
        assert!(said.contains("c. 65. not confirmed. As of October 2025"), "{said}");
    }
}
