//! One order for what two tables have, and what in it has moved.

/// A row or column of either table or of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) old: Option<usize>,
    pub(super) new: Option<usize>,
    pub(super) moved: bool,
}

/// Everything in the order of the new table, with what is only in the old one where it was: before the first that came
/// after it. The pairs are (old, new), in any order.
pub(super) fn merged(pairs: &[(usize, usize)], old: usize, new: usize) -> Vec<Unit> {
    let (mut partner, mut taken) = (vec![None; new], vec![false; old]);
    for (from, to) in pairs {
        if let (Some(place), Some(taken)) = (partner.get_mut(*to), taken.get_mut(*from)) {
            *place = Some(*from);
            *taken = true;
        }
    }
    let moved = moved(&partner);
    let mut gone = taken.iter().enumerate().filter_map(|(row, taken)| (!taken).then_some(row)).peekable();
    let mut units = Vec::with_capacity(old.max(new));
    for (to, (from, moved)) in partner.iter().zip(moved).enumerate() {
        while let Some(row) = gone.next_if(|row| from.is_some_and(|from| *row < from)) {
            units.push(Unit { old: Some(row), new: None, moved: false });
        }
        units.push(Unit { old: *from, new: Some(to), moved });
    }
    units.extend(gone.map(|row| Unit { old: Some(row), new: None, moved: false }));
    units
}

/// Which of the new rows have moved: all but a longest run that keeps its order.
fn moved(partner: &[Option<usize>]) -> Vec<bool> {
    let stays = longest_increasing(partner);
    partner.iter().enumerate().map(|(at, from)| from.is_some() && stays.binary_search(&at).is_err()).collect()
}

/// The places of a longest increasing run among the values that are there: of several, one that starts early.
fn longest_increasing(values: &[Option<usize>]) -> Vec<usize> {
    // From the end: the greatest value that starts a run of each length, and for each place the next one in its run.
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut after: Vec<Option<usize>> = vec![None; values.len()];
    for (at, value) in values.iter().enumerate().rev() {
        let Some(value) = *value else { continue };
        let length = starts.partition_point(|(start, _)| *start > value);
        if let Some(after) = after.get_mut(at) {
            *after = length.checked_sub(1).and_then(|last| starts.get(last)).map(|(_, place)| *place);
        }
        match starts.get_mut(length) {
            Some(start) => *start = (value, at),
            None => starts.push((value, at)),
        }
    }
    let next = |at: &usize| after.get(*at).copied().flatten();
    std::iter::successors(starts.last().map(|(_, place)| *place), next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(pairs: &[(usize, usize)], old: usize, new: usize) -> Vec<(Option<usize>, Option<usize>, bool)> {
        merged(pairs, old, new).iter().map(|unit| (unit.old, unit.new, unit.moved)).collect()
    }

    #[test]
    fn what_is_gone_stays_where_it_was() {
        let found = units(&[(0, 0), (2, 1)], 3, 3);
        let expected = [
            (Some(0), Some(0), false),
            (Some(1), None, false),
            (Some(2), Some(1), false),
            (None, Some(2), false),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn only_what_left_its_place_has_moved() {
        let found = units(&[(0, 3), (1, 0), (2, 1), (3, 2)], 4, 4);
        let moved: Vec<_> = found.iter().filter(|unit| unit.2).collect();
        assert_eq!(moved, [&(Some(0), Some(3), true)]);
    }
}
