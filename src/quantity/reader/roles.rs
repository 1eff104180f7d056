//! Which quantity of a phrase is the one it is about, and what the others are to it.

use super::super::RelationHint;
use super::change_words::{Direction, Place};
use super::cutting::Precision;
use super::item::{Item, Part};
use super::link_words::Link;
use super::magnitude::Sense;
use super::quantity::Quantity;
use super::time::Time;

/// A change and which way it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) quantity: Quantity,
    pub(super) direction: Direction,
    /// "A 100-fold increase": a word for the change stands with the factor.
    pub(super) is_named: bool,
}

/// The quantities of a phrase by their part in it.
#[derive(Debug, Clone, Default)]
pub(super) struct Roles {
    /// Quantities that are simply given, in order.
    pub(super) plain: Vec<Quantity>,
    pub(super) change: Option<Change>,
    /// What a change arrives at.
    pub(super) level: Option<Quantity>,
    /// What a change starts from, or what is compared with.
    pub(super) earlier: Option<Quantity>,
    /// "736 out of 53,298".
    pub(super) whole: Option<Quantity>,
    /// "From 40 to 50", with no word for a change.
    pub(super) span_or_change: bool,
    pub(super) time: Option<Time>,
    pub(super) relation: Option<RelationHint>,
    pub(super) precision: Option<Precision>,
    /// A quantity for which there is no part left.
    pub(super) stray: Option<Quantity>,
}

/// Gives every quantity its part.
pub(super) fn roles(parts: Vec<Part>) -> Roles {
    let mut walk = Walk::default();
    let mut rest = parts.into_iter().peekable();
    while let Some(part) = rest.next() {
        let next = rest.peek().map(|part| &part.item);
        walk.take(part.item, next);
    }
    walk.finish()
}

#[derive(Default)]
struct Walk {
    roles: Roles,
    /// The last word for a change, until a quantity has been tied to it.
    open: Option<Direction>,
    /// Whether any word for a change came before.
    direction: Option<Direction>,
    link: Option<Link>,
    /// Whether the part before was a quantity that was simply given.
    after_plain: bool,
    after_change: bool,
    pending: Option<RelationHint>,
    /// Whether nothing stands before in the clause: "of 53,298, 736".
    opening: Opening,
    /// Inside brackets, how many quantities went before them.
    bracketed: Option<usize>,
}

/// Where in a clause the walk is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Opening {
    #[default]
    Start,
    Link,
    Past,
}

impl Walk {
    fn take(&mut self, item: Item, next: Option<&Item>) {
        let (after_plain, after_change) = (self.after_plain, self.after_change);
        let opening = self.opening;
        self.opening = match (&item, opening) {
            (Item::Break | Item::Open | Item::Close, _) => Opening::Start,
            (Item::Link(_), Opening::Start) => Opening::Link,
            _ => Opening::Past,
        };
        (self.after_plain, self.after_change) = (false, false);
        match item {
            Item::Quantity(quantity) => self.quantity(*quantity, after_change, opening),
            Item::FromTo(both) => {
                let [first, second] = *both;
                self.roles.span_or_change = self.direction.is_none() && self.roles.change.is_none();
                self.roles.earlier.get_or_insert(first);
                self.roles.level.get_or_insert(second);
                self.link = None;
            }
            Item::Change(direction, place) => self.change(direction, place, after_plain, next),
            Item::Time(time) => {
                let compared = time.is_after_on && (self.direction.is_some() || self.roles.change.is_some());
                let of_the_earlier = self.roles.earlier.is_some() && !self.roles.span_or_change;
                let of_another = compared || of_the_earlier || self.link == Some(Link::Against);
                // "65 (70 in 2022)": the year of the figure in brackets.
                let aside =
                    self.bracketed.is_some_and(|before| before > 0 && self.roles.plain.len() > before);
                if self.roles.time.is_none() && !of_another && !aside {
                    self.roles.time = Some(time);
                }
                (self.after_change, self.after_plain) = (after_change, after_plain);
            }
            Item::Link(link) => self.link = Some(link),
            Item::Relation(relation) => self.pending = Some(relation),
            Item::Precision(precision) => self.roles.precision = Some(precision),
            Item::Open => (self.link, self.bracketed) = (None, Some(self.roles.plain.len())),
            Item::Close => (self.link, self.bracketed) = (None, None),
            Item::Break | Item::Word => self.link = None,
        }
    }

    fn quantity(&mut self, mut quantity: Quantity, after_change: bool, opening: Opening) {
        let link = self.link.take();
        if let Some(relation) = self.pending.take() {
            quantity.relation = quantity.relation.or(Some(relation));
        }
        let tied = after_change || matches!(link, Some(Link::By | Link::Of));
        match (self.open, link) {
            (_, Some(Link::To)) if self.direction.is_some() || self.roles.change.is_some() => {
                set(&mut self.roles.level, quantity, &mut self.roles.stray);
            }
            (_, Some(Link::From | Link::Against)) if self.has_any() => {
                set(&mut self.roles.earlier, quantity, &mut self.roles.stray);
            }
            (Some(direction), _) if tied && self.roles.change.is_none() => {
                self.open = None;
                self.roles.change = Some(Change { quantity, direction, is_named: true });
            }
            (_, Some(Link::OutOf | Link::Of)) if self.is_of(&quantity, opening) => {
                set(&mut self.roles.whole, quantity, &mut self.roles.stray);
            }
            _ if is_factor(&quantity) && self.roles.change.is_none() => {
                let direction = self.open.take().unwrap_or(Direction::Either);
                let is_named = direction != Direction::Either;
                self.roles.change = Some(Change { quantity, direction, is_named });
                self.after_plain = true;
            }
            _ => {
                self.roles.plain.push(quantity);
                self.after_plain = true;
            }
        }
    }

    fn has_any(&self) -> bool {
        self.direction.is_some()
            || !self.roles.plain.is_empty()
            || self.roles.change.is_some()
            || self.roles.level.is_some()
    }

    /// "736 of the 53,298"; "of the 53,298, 736".
    fn is_of(&self, quantity: &Quantity, opening: Opening) -> bool {
        let placed = !self.roles.plain.is_empty() || opening == Opening::Link;
        placed
            && self.roles.whole.is_none()
            && quantity.magnitude.sense == Sense::Number
            && self.roles.change.is_none()
    }

    fn change(&mut self, direction: Direction, place: Place, after_plain: bool, next: Option<&Item>) {
        self.direction = Some(direction);
        let forward =
            matches!(next, Some(Item::Quantity(_) | Item::FromTo(_) | Item::Link(Link::By | Link::Of)));
        let back = after_plain
            && match place {
                Place::Comparative => true,
                Place::Noun => !forward,
                Place::Verb => next.is_none(),
            };
        if back && self.tie_back(direction, place) {
            return;
        }
        if place == Place::Comparative {
            return;
        }
        self.open = Some(direction);
        self.after_change = true;
    }

    /// Ties the quantity just before to the change: "a 23% increase".
    fn tie_back(&mut self, direction: Direction, place: Place) -> bool {
        if let Some(change) = self.roles.change.as_mut().filter(|change| is_factor(&change.quantity)) {
            (change.direction, change.is_named) = (direction, true);
            return true;
        }
        let counts =
            |quantity: &Quantity| quantity.magnitude.sense == Sense::Number && quantity.unit.is_some();
        let fits = |quantity: &Quantity| match place {
            Place::Comparative => true,
            Place::Noun => !counts(quantity) && quantity.relation.is_none(),
            Place::Verb => !counts(quantity),
        };
        if self.roles.change.is_some() || !self.roles.plain.last().is_some_and(fits) {
            return false;
        }
        let Some(quantity) = self.roles.plain.pop() else { return false };
        self.roles.change = Some(Change { quantity, direction, is_named: true });
        true
    }

    fn finish(mut self) -> Roles {
        let held_back =
            |relation: &RelationHint| matches!(relation, RelationHint::Each | RelationHint::Cumulative);
        self.roles.relation = self.pending.filter(held_back);
        let alone = self.roles.plain.is_empty() && self.roles.change.is_none() && self.roles.level.is_none();
        if alone {
            self.roles.plain.extend(self.roles.whole.take());
        }
        self.demote_years_and_durations();
        self.roles
    }

    /// Beside another number, four digits may be a year and "12 months" a time.
    fn demote_years_and_durations(&mut self) {
        let others = self.roles.change.is_some() || self.roles.level.is_some();
        let is_time = |quantity: &Quantity| {
            quantity.may_be_year() || quantity.unit.as_deref().is_some_and(super::units::is_a_duration)
        };
        let others = others || self.roles.plain.iter().any(|quantity| !is_time(quantity));
        // "2000 over 3" is no year and a number beside it.
        let beside = self.roles.plain.windows(2).any(|pair| match pair {
            [first, second] => first.to == second.from && (first.may_be_year() || second.may_be_year()),
            _ => false,
        });
        let others = others && !beside;
        if others {
            let year = self
                .roles
                .plain
                .iter()
                .filter(|quantity| quantity.may_be_year())
                .find_map(|quantity| quantity.magnitude.single().map(|number| number.value.to_string()));
            if self.roles.time.is_none() {
                self.roles.time = year.map(Time::year);
            }
            self.roles.plain.retain(|quantity| !is_time(quantity));
        }
        if self.roles.earlier.as_ref().is_some_and(Quantity::may_be_year) {
            self.roles.earlier = None;
        }
    }
}

fn is_factor(quantity: &Quantity) -> bool {
    matches!(quantity.magnitude.sense, Sense::Fold | Sense::Fall)
}

fn set(place: &mut Option<Quantity>, quantity: Quantity, stray: &mut Option<Quantity>) {
    if place.is_none() {
        *place = Some(quantity);
    } else {
        stray.get_or_insert(quantity);
    }
}
