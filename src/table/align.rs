//! Which columns and rows of two tables belong together.

use super::codes::{CodeChange, Scene, changes};
use super::interned::{Interned, Pair};
use super::key::{How, Key, KeyFault, UsedKey, declared, unique};
use super::rename::{Evidence, evidence, renamed};
use super::rows::{Repeated, join};
use super::{Table, columns, content};
use std::collections::BTreeMap;

/// Which rows and columns belong together, before they are put in order.
pub(super) struct Aligned {
    pub(super) key: UsedKey,
    pub(super) columns: Vec<Pair>,
    /// Why columns of different names are the same, by their place in the old table.
    pub(super) evidence: BTreeMap<usize, Evidence>,
    pub(super) rows: Vec<(usize, usize)>,
    pub(super) codes: Vec<CodeChange>,
    pub(super) remarks: Vec<String>,
}

/// What is known while two tables are aligned.
struct Work<'t> {
    old: &'t Table,
    new: &'t Table,
    cells: Interned,
    meanings: Interned,
    how: How,
    key: Vec<Pair>,
    columns: Vec<Pair>,
    renamed: Vec<Pair>,
    rows: Vec<(usize, usize)>,
    repeated: Vec<Repeated>,
    codes: Vec<CodeChange>,
}

/// How often renames of columns and of values may each help to find more of the other.
const ROUNDS: usize = 3;

impl Aligned {
    pub(super) fn of(old: &Table, new: &Table, key: &Key) -> Result<Self, KeyFault> {
        let mut work = Work::start(old, new, key)?;
        for _ in 0..ROUNDS {
            let known = (work.columns.len(), work.rows.len(), work.codes.len());
            work.infer();
            if known == (work.columns.len(), work.rows.len(), work.codes.len()) {
                break;
            }
        }
        Ok(work.done())
    }
}

impl<'t> Work<'t> {
    fn start(old: &'t Table, new: &'t Table, key: &Key) -> Result<Self, KeyFault> {
        let cells = Interned::of(old, new);
        let mut columns = columns::by_name(old, new);
        let likely = columns::by_values(old, new, &cells, &columns);
        let with_likely: Vec<Pair> = columns.iter().chain(&likely).copied().collect();
        let (how, key) = match key {
            Key::Declared(names) => (How::Declared, declared(names, (old, new), &with_likely)?),
            Key::Inferred => match unique(&cells, (old, new), &with_likely) {
                Some(key) => (How::Unique, key),
                None => (How::Content, Vec::new()),
            },
        };
        // A column of the key that was matched by its values, or was declared to be another, is the same from here on.
        let renamed: Vec<Pair> = key.iter().filter(|pair| !columns.contains(pair)).copied().collect();
        columns.retain(|pair| !renamed.iter().any(|own| own.old == pair.old || own.new == pair.new));
        columns.extend(&renamed);
        let (rows, repeated) = match how {
            How::Content => (content::align(&cells, &columns), Vec::new()),
            How::Declared | How::Unique => {
                let joined = join(&cells, &cells.labels(key.iter().copied()), &columns);
                (joined.pairs, joined.repeated)
            }
        };
        let meanings = cells.meanings(old, new);
        Ok(Self { old, new, cells, meanings, how, key, columns, renamed, rows, repeated, codes: Vec::new() })
    }

    /// Renamed columns from the rows that are aligned, then renamed values from those columns.
    fn infer(&mut self) {
        let found = renamed((self.old, self.new), &self.meanings, &self.columns, &self.rows);
        self.columns.extend(&found);
        self.renamed.extend(&found);
        let others = self.columns.iter().copied().filter(|pair| !self.key.contains(pair)).collect();
        let scene = Scene {
            old: self.old,
            new: self.new,
            cells: &self.cells,
            meanings: &self.meanings,
            key: &self.key,
            measures: others,
        };
        let codes = changes(&scene, &mut self.rows);
        if self.how == How::Unique {
            scene.leftovers(&self.columns, &mut self.rows);
        }
        self.codes.extend(codes.into_iter().filter(|code| !self.codes.contains(code)).collect::<Vec<_>>());
    }

    fn done(mut self) -> Aligned {
        self.columns.sort();
        let remarks = self.repeated.iter().map(|repeated| self.twice(repeated)).collect();
        let evidence =
            self.renamed.iter().map(|pair| (pair.old, evidence(&self.meanings, *pair, &self.rows))).collect();
        let columns = self.key.iter().map(|pair| (pair.old, pair.new)).collect();
        let key = UsedKey { how: self.how, columns };
        Aligned { key, columns: self.columns, evidence, rows: self.rows, codes: self.codes, remarks }
    }

    fn twice(&self, repeated: &Repeated) -> String {
        let old = |row| self.key.iter().map(|pair| self.old.cell(row, pair.old)).collect();
        let new = |row| self.key.iter().map(|pair| self.new.cell(row, pair.new)).collect();
        let words: Vec<&str> = repeated.old_row.map(old).or(repeated.new_row.map(new)).unwrap_or_default();
        format!(
            "the key “{}” stands {} in the old table and {} in the new: only rows that are the same are paired",
            words.join(", "),
            times(repeated.old_times),
            times(repeated.new_times)
        )
    }
}

fn times(number: usize) -> String {
    match number {
        0 => "nowhere".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}
