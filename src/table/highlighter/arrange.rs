//! Putting rows or columns in the order of a patch. What the patch does not mention follows what came before it.

/// One entry of a patch, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// It keeps its place among the others that do.
    Stays(usize),
    /// It stands elsewhere now.
    Moves(usize),
    Goes(usize),
    /// The entry of the patch with this number comes.
    Comes(usize),
    /// Here stand things that are left out.
    Gap,
}

/// One place of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// What stood at this place of the base.
    Kept(usize),
    /// The entry of the patch with this number.
    New(usize),
}

/// The order of the result, for a base of so many rows or columns.
pub(super) fn arrange(items: &[Item], base: usize) -> Vec<Slot> {
    let (start, mut groups) = unmentioned(items, base);
    let mut waiting = start;
    let mut slots = Vec::with_capacity(base + items.len());
    for (at, item) in items.iter().enumerate() {
        match item {
            Item::Gap => slots.append(&mut waiting),
            Item::Stays(place) => {
                slots.append(&mut waiting);
                slots.push(Slot::Kept(*place));
                waiting = groups.get_mut(*place).map(std::mem::take).unwrap_or_default();
            }
            Item::Moves(_) | Item::Comes(_) if gap_follows(items, at) => slots.extend(item.slot()),
            Item::Moves(_) | Item::Comes(_) => {
                slots.append(&mut waiting);
                slots.extend(item.slot());
            }
            Item::Goes(_) => {}
        }
    }
    slots.append(&mut waiting);
    slots
}

impl Item {
    /// What it is in the result.
    fn slot(self) -> Option<Slot> {
        match self {
            Self::Stays(place) | Self::Moves(place) => Some(Slot::Kept(place)),
            Self::Comes(entry) => Some(Slot::New(entry)),
            Self::Goes(_) | Self::Gap => None,
        }
    }
}

/// After this place, a gap comes before the next that stays.
fn gap_follows(items: &[Item], at: usize) -> bool {
    let mut rest = items.iter().skip(at + 1);
    rest.find(|item| matches!(item, Item::Gap | Item::Stays(_))) == Some(&Item::Gap)
}

/// What is not mentioned: at the start, and after each that stays.
fn unmentioned(items: &[Item], base: usize) -> (Vec<Slot>, Vec<Vec<Slot>>) {
    let mut stays = vec![None; base];
    for item in items {
        if let Item::Stays(place) | Item::Moves(place) | Item::Goes(place) = item
            && let Some(mentioned) = stays.get_mut(*place)
        {
            *mentioned = Some(matches!(item, Item::Stays(_)));
        }
    }
    let (mut start, mut groups) = (Vec::new(), vec![Vec::new(); base]);
    let mut anchor = None;
    for (place, mentioned) in stays.into_iter().enumerate() {
        match mentioned {
            Some(true) => anchor = Some(place),
            Some(false) => {}
            None => {
                let group = anchor.and_then(|anchor: usize| groups.get_mut(anchor));
                group.unwrap_or(&mut start).push(Slot::Kept(place));
            }
        }
    }
    (start, groups)
}
