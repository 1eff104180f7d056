//! Values of key columns that were renamed, split or merged throughout: a code list that changed.

use super::content;
use super::interned::{Interned, Pair};
use super::rename::{Evidence, SAME, clear_winners, evidence};
use super::{Table, splits};
use std::collections::{BTreeMap, BTreeSet};

/// A change of a code list, proposed from what the rows hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeChange {
    /// A value is another word for the same rows.
    Renamed {
        /// The column, as places in the old and the new table.
        column: (usize, usize),
        /// The value before.
        old: String,
        /// The value now.
        new: String,
        /// In how many cells of its rows the two agree.
        evidence: Evidence,
    },
    /// One value gave way to several whose numbers add up to its own, or several to one.
    Split {
        /// The column, as places in the old and the new table.
        column: (usize, usize),
        /// The values before.
        old: Vec<String>,
        /// The values now.
        new: Vec<String>,
        /// How many numbers add up.
        sums: usize,
    },
}

/// More combinations of values than this are not looked at.
const MOST: usize = 40_000;

/// What is known when code lists are looked at.
pub(super) struct Scene<'t> {
    pub(super) old: &'t Table,
    pub(super) new: &'t Table,
    pub(super) cells: &'t Interned,
    pub(super) meanings: &'t Interned,
    pub(super) key: &'t [Pair],
    pub(super) measures: Vec<Pair>,
}

/// The rows of a value that went or came, by the other columns of their key.
pub(super) struct Value {
    pub(super) word: String,
    pub(super) rows: BTreeMap<u32, usize>,
}

/// Looks at each column of the key. Rows of a renamed value are added to the pairs.
pub(super) fn changes(scene: &Scene<'_>, rows: &mut Vec<(usize, usize)>) -> Vec<CodeChange> {
    let mut changes = Vec::new();
    for column in scene.key {
        let (mut gone, mut came) = scene.values(*column, rows);
        if gone.is_empty() || came.is_empty() || gone.len() * came.len() > MOST {
            continue;
        }
        let found = renames(scene, (&gone, &came), rows);
        for (from, to, evidence) in &found {
            let (Some(old), Some(new)) = (gone.get(*from), came.get(*to)) else { continue };
            rows.extend(both(old, new));
            changes.push(CodeChange::Renamed {
                column: (column.old, column.new),
                old: old.word.clone(),
                new: new.word.clone(),
                evidence: *evidence,
            });
        }
        let (from, to): (BTreeSet<usize>, BTreeSet<usize>) =
            found.iter().map(|found| (found.0, found.1)).unzip();
        retain_others(&mut gone, &from);
        retain_others(&mut came, &to);
        changes.extend(splits::splits(scene, *column, &gone, &came));
    }
    rows.sort_unstable();
    changes
}

fn retain_others(values: &mut Vec<Value>, taken: &BTreeSet<usize>) {
    let mut at = 0;
    values.retain(|_| {
        at += 1;
        !taken.contains(&(at - 1))
    });
}

/// The rows that two values have in common, by the rest of their keys.
pub(super) fn both(old: &Value, new: &Value) -> impl Iterator<Item = (usize, usize)> {
    old.rows.iter().filter_map(|(rest, from)| new.rows.get(rest).map(|to| (*from, *to)))
}

/// The values that have no namesake, with the best one for each, where it is good and no other comes near.
fn renames(
    scene: &Scene<'_>,
    (gone, came): (&[Value], &[Value]),
    rows: &[(usize, usize)],
) -> Vec<(usize, usize, Evidence)> {
    let telling = scene.telling(rows);
    let mut scores = Vec::new();
    let mut evidences = BTreeMap::new();
    for (from, old) in gone.iter().enumerate() {
        for (to, new) in came.iter().enumerate() {
            if let Some(evidence) = scene.alike(&telling, old, new) {
                scores.push((evidence.same * 100 / evidence.rows.max(1), Pair { old: from, new: to }));
                evidences.insert((from, to), evidence);
            }
        }
    }
    let winners = clear_winners(&scores, |_| SAME);
    let found = winners.iter().filter_map(|pair| {
        evidences.get(&(pair.old, pair.new)).map(|evidence| (pair.old, pair.new, *evidence))
    });
    found.collect()
}

impl Scene<'_> {
    /// The values of a key column that went and that came, with their rows that have no partner yet.
    fn values(&self, column: Pair, rows: &[(usize, usize)]) -> (Vec<Value>, Vec<Value>) {
        let rest = self.cells.labels(self.key.iter().copied().filter(|other| *other != column));
        let (from, to): (BTreeSet<usize>, BTreeSet<usize>) = rows.iter().copied().unzip();
        let (old, new) = (self.cells.old_column(column.old), self.cells.new_column(column.new));
        let (in_old, in_new): (BTreeSet<u32>, BTreeSet<u32>) =
            (old.iter().copied().collect(), new.iter().copied().collect());
        let gone = values(old, &rest.old, &in_new, &from, |row| self.old.cell(row, column.old));
        let came = values(new, &rest.new, &in_old, &to, |row| self.new.cell(row, column.new));
        (gone, came)
    }

    /// The columns that say something of which rows are the same: not those that differ in most rows known to be.
    fn telling(&self, rows: &[(usize, usize)]) -> Vec<Pair> {
        let tells = |pair: &&Pair| {
            let evidence = evidence(self.meanings, **pair, rows);
            evidence.same * 2 >= evidence.rows
        };
        self.measures.iter().filter(tells).copied().collect()
    }

    /// How far the rows of two values agree; nothing where too few of them do, or what agrees says too little.
    fn alike(&self, telling: &[Pair], old: &Value, new: &Value) -> Option<Evidence> {
        let rows: Vec<_> = both(old, new).collect();
        if rows.len() * 10 < old.rows.len().max(new.rows.len()) * 8 {
            return None;
        }
        let (mut same, mut compared, mut words) = (0, 0, BTreeSet::new());
        for (from, to) in rows {
            for pair in telling {
                compared += 1;
                if self.meanings.same(*pair, from, to) {
                    same += 1;
                    words.extend(Some(self.old.cell(from, pair.old)).filter(|word| !word.is_empty()));
                }
            }
        }
        (words.len() >= 2 && same * 10 >= compared * 8).then_some(Evidence { same, rows: compared })
    }

    /// Rows that are in no pair, by what they hold: the key is a guess, and half of the cells are more than that.
    pub(super) fn leftovers(&self, all: &[Pair], rows: &mut Vec<(usize, usize)>) {
        let least = content::Least { share: (2, 3), cells: 2 };
        rows.extend(content::nearest(self.cells, all, rows, least));
        rows.sort_unstable();
    }
}

fn values<'t>(
    column: &[u32],
    rest: &[u32],
    elsewhere: &BTreeSet<u32>,
    paired: &BTreeSet<usize>,
    word: impl Fn(usize) -> &'t str,
) -> Vec<Value> {
    let mut values: BTreeMap<u32, BTreeMap<u32, usize>> = BTreeMap::new();
    for (row, (id, rest)) in column.iter().zip(rest).enumerate() {
        if !elsewhere.contains(id) && !paired.contains(&row) {
            values.entry(*id).or_default().insert(*rest, row);
        }
    }
    let named = |rows: BTreeMap<u32, usize>| {
        let row = *rows.values().next()?;
        Some(Value { word: word(row).to_owned(), rows })
    };
    values.into_values().filter_map(named).collect()
}
