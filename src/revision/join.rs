//! Two lists joined on a key. What is ambiguous is not paired: a guess would be told as a fact.

use std::collections::BTreeMap;

/// What a join leaves: pairs, and what stands alone on either side.
pub(super) struct Joined<'a, T> {
    /// Each with its other side.
    pub(super) pairs: Vec<(&'a T, &'a T)>,
    /// What the newer side lacks.
    pub(super) old: Vec<&'a T>,
    /// What the older side lacks.
    pub(super) new: Vec<&'a T>,
}

/// Pairs what bears a key that stands exactly once on each side.
pub(super) fn join<'a, T, K: Ord>(
    old: Vec<&'a T>,
    new: Vec<&'a T>,
    key: impl Fn(&'a T) -> K,
) -> Joined<'a, T> {
    let mut sides: BTreeMap<K, (Vec<&T>, Vec<&T>)> = BTreeMap::new();
    old.into_iter().for_each(|item| sides.entry(key(item)).or_default().0.push(item));
    new.into_iter().for_each(|item| sides.entry(key(item)).or_default().1.push(item));
    let mut joined = Joined { pairs: Vec::new(), old: Vec::new(), new: Vec::new() };
    for (old, new) in sides.into_values() {
        if let ([before], [after]) = (old.as_slice(), new.as_slice()) {
            joined.pairs.push((*before, *after));
        } else {
            joined.old.extend(old);
            joined.new.extend(new);
        }
    }
    joined
}
