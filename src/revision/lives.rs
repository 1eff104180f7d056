//! The life of a figure: with which edition it came, and what became of it since.

use super::{Changes, FigureChange, FigureState};
use crate::disclose::Publication;
use crate::model::{FigureId, MeasureId};
use std::collections::BTreeMap;

/// What became of every figure, edition by edition.
#[derive(Debug, Default)]
pub struct Lives<'a> {
    first: Option<&'a Publication>,
    events: BTreeMap<&'a FigureId, Vec<Event<'a>>>,
}

/// One thing that became of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Event<'a> {
    /// The edition that brought it; none for what is not yet in an edition.
    pub edition: Option<u32>,
    /// What it was and what it is.
    pub change: &'a FigureChange,
}

impl Event<'_> {
    fn is_after(&self, edition: u32) -> bool {
        self.edition.is_none_or(|own| own > edition)
    }

    fn is_of_standing(&self, id: &FigureId) -> bool {
        self.change.before.as_ref().is_some_and(|before| before.id == *id)
    }

    fn brings(&self, id: &FigureId) -> bool {
        self.change.before.is_none() && self.change.after.as_ref().is_some_and(|after| after.id == *id)
    }
}

impl<'a> Lives<'a> {
    /// The lives that a history tells: what the first edition holds, what each edition changed, oldest first, and
    /// last what is not yet in an edition.
    #[must_use]
    pub fn of(
        first: Option<&'a Publication>,
        history: impl IntoIterator<Item = (Option<u32>, &'a Changes)>,
    ) -> Self {
        let mut lives = Self { first, events: BTreeMap::new() };
        for (edition, changes) in history {
            for change in changes.figures() {
                let states = [change.before.as_ref(), change.after.as_ref()];
                let mut ids: Vec<&FigureId> = states.into_iter().flatten().map(|state| &state.id).collect();
                ids.dedup();
                for id in ids {
                    lives.events.entry(id).or_default().push(Event { edition, change });
                }
            }
        }
        lives
    }

    /// The edition with which a figure came, where that was not the first.
    #[must_use]
    pub fn came_with(&self, figure: &FigureId) -> Option<Event<'a>> {
        self.of_figure(figure).iter().find(|event| !event.is_of_standing(figure)).copied()
    }

    /// A figure as it stood in an edition; none where the edition does not hold it.
    #[must_use]
    pub fn state(&self, figure: &FigureId, edition: u32) -> Option<FigureState> {
        let events = self.of_figure(figure);
        // One edition can take an identifier from one figure and give it to another.
        let of = |edition: Option<u32>| events.iter().filter(move |event| event.edition == edition);
        let until = events.iter().take_while(|event| !event.is_after(edition)).last();
        match (until, events.first()) {
            (Some(last), _) => {
                let mut left = of(last.edition).filter_map(|event| event.change.after.as_ref());
                left.find(|after| after.id == *figure).cloned()
            }
            (None, Some(first)) => {
                let mut found = of(first.edition).filter_map(|event| event.change.before.as_ref());
                found.find(|before| before.id == *figure).cloned()
            }
            (None, None) => {
                let Publication { record, shielded, .. } = self.first?;
                record.figure(figure).map(|figure| FigureState::of(figure, record, shielded))
            }
        }
    }

    /// Every figure that ever stood.
    pub fn figures(&self) -> impl Iterator<Item = &FigureId> {
        let first = self.first.map(|first| first.record.dataset().figures()).unwrap_or_default();
        first.iter().map(|figure| &figure.id).chain(self.events.keys().copied())
    }

    /// The first edition holds the measure.
    #[must_use]
    pub fn has_measure(&self, measure: &MeasureId) -> bool {
        self.first.is_some_and(|first| first.record.dataset().measure(measure).is_some())
    }

    /// What became of a figure after an edition in which it stood, oldest first. Where it was given another
    /// identifier, the life goes on under that.
    #[must_use]
    pub fn since(&self, figure: &FigureId, edition: u32) -> Vec<Event<'a>> {
        let mut told: Vec<Event<'a>> = Vec::new();
        let mut id = figure.clone();
        let mut stands = true;
        // Each step goes on to a later edition.
        let mut at = Some(edition);
        while let Some(last) = at {
            let next = self.of_figure(&id).iter().find(|event| {
                event.is_after(last) && if stands { event.is_of_standing(&id) } else { event.brings(&id) }
            });
            let Some(event) = next else { break };
            told.push(*event);
            stands = event.change.after.is_some();
            id = event.change.after.as_ref().map_or(id, |after| after.id.clone());
            at = event.edition;
        }
        told
    }

    fn of_figure(&self, figure: &FigureId) -> &[Event<'a>] {
        self.events.get(figure).map(Vec::as_slice).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Lives;
    use crate::model::FigureId;
    use crate::revision::sample::World;
    use crate::revision::{Changes, diff};

    fn history(worlds: &[World]) -> Vec<Changes> {
        let publications: Vec<_> = worlds.iter().map(|world| world.publication(Vec::new())).collect();
        publications.windows(2).map(|pair| diff(&pair[0], &pair[1])).collect()
    }

    /// What each event after an edition left of the figure.
    fn since(worlds: &[World], figure: &str, edition: u32) -> Vec<(Option<u32>, Option<String>)> {
        let history = history(worlds);
        let last = history.len();
        let number = |index: usize| (index + 1 < last).then(|| u32::try_from(index + 2).unwrap());
        let lives =
            Lives::of(None, history.iter().enumerate().map(|(index, changes)| (number(index), changes)));
        let figure = FigureId::new(figure).unwrap();
        let told = lives.since(&figure, edition);
        told.iter()
            .map(|event| {
                (event.edition, event.change.after.as_ref().map(|after| after.reported.told().to_owned()))
            })
            .collect()
    }

    fn renamed(world: World, id: &str, to: &str) -> World {
        world.change(id, |figure| figure.id = FigureId::new(to).unwrap())
    }

    #[test]
    fn a_figure_that_nothing_touched_has_no_later_life() {
        let worlds =
            [World::new(), World::new().now("staff-2024", "66"), World::new().now("staff-2024", "67")];
        assert_eq!(since(&worlds, "cases-2024", 1), []);
    }

    #[test]
    fn a_life_starts_after_the_edition_that_was_cited() {
        let first = World::new();
        let second = World::new().now("cases-2024", "1,304");
        let third = World::new().now("cases-2024", "1,404");
        let fourth = World::new().now("cases-2024", "1,504");
        let worlds = [first, second, third, fourth];
        let told = |text: &str| Some(text.to_owned());
        assert_eq!(
            since(&worlds, "cases-2024", 1),
            [(Some(2), told("1,304")), (Some(3), told("1,404")), (None, told("1,504"))]
        );
        assert_eq!(since(&worlds, "cases-2024", 3), [(None, told("1,504"))]);
    }

    #[test]
    fn a_figure_that_went_and_came_back_is_followed() {
        let gone = World::new().without("cases-2024");
        let worlds = [World::new(), gone.clone(), World::new(), gone];
        let told = Some("1,204".to_owned());
        assert_eq!(since(&worlds, "cases-2024", 1), [(Some(2), None), (Some(3), told), (None, None)]);
    }

    #[test]
    fn a_figure_is_followed_under_its_new_identifier() {
        let second = renamed(World::new(), "cases-2024", "all-cases");
        let third = second.clone().now("all-cases", "1,300");
        let told = |text: &str| Some(text.to_owned());
        let worlds = [World::new(), second, third];
        assert_eq!(since(&worlds, "cases-2024", 1), [(Some(2), told("1,204")), (None, told("1,300"))]);
        assert_eq!(since(&worlds, "all-cases", 2), [(None, told("1,300"))]);
    }

    #[test]
    fn two_figures_that_exchange_their_identifiers_are_not_followed_for_ever() {
        let swapped = renamed(
            renamed(renamed(World::new(), "staff-2024", "x"), "staff-paper", "staff-2024"),
            "x",
            "staff-paper",
        );
        let worlds = [World::new(), swapped.clone(), World::new(), swapped];
        assert_eq!(since(&worlds, "staff-2024", 1).len(), 3);
    }

    #[test]
    fn a_figure_is_as_it_stood_in_the_edition_that_is_asked_for() {
        let gone = World::new().without("cases-2024");
        let worlds = [World::new(), World::new().now("cases-2024", "1,304"), gone, World::new()];
        let history = history(&worlds);
        let first = worlds[0].publication(Vec::new());
        let number = |index: usize| u32::try_from(index + 2).ok();
        let lives = Lives::of(
            Some(&first),
            history.iter().enumerate().map(|(index, changes)| (number(index), changes)),
        );
        let state = |id: &str, edition: u32| {
            lives.state(&FigureId::new(id).unwrap(), edition).map(|state| state.reported.told().to_owned())
        };
        let told = |text: &str| Some(text.to_owned());
        let stood: Vec<_> = (1..=4).map(|edition| state("cases-2024", edition)).collect();
        assert_eq!(stood, [told("1,204"), told("1,304"), None, told("1,204")]);
        assert_eq!((state("staff-2024", 3), state("nothing", 3)), (told("65"), None));
    }

    #[test]
    fn a_figure_came_with_the_edition_that_added_it() {
        let later = World::new().figure("cases-2025", "cases", "release", "2025-03-31", "1,400");
        let history = history(&[World::new(), later]);
        let lives = Lives::of(None, [(Some(2), &history[0])]);
        let came = |id: &str| lives.came_with(&FigureId::new(id).unwrap()).and_then(|event| event.edition);
        assert_eq!((came("cases-2025"), came("cases-2024")), (Some(2), None));
    }
}
