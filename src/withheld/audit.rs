//! Which open cells are narrowed too far by what is published of the others.

use super::filling::Filling;
use super::part::{Part, parts};
use super::proof::Proof;
use super::puzzle::{Cell, Puzzle, Span};
use super::solver::{Aim, seek};
use std::collections::{BTreeMap, BTreeSet};

/// The most open cells in one part that are looked into.
pub const LARGEST: usize = 2_000;

/// How an open cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It may be so many different counts as are needed: fillings were found that show it.
    Safe,
    /// It is proven to lie within this span, which is too narrow.
    Exposed(Span),
    /// It was not shown to be safe, and so counts as unsafe.
    NotShown(Doubt),
}

impl Verdict {
    /// It was shown to be safe.
    #[must_use]
    pub fn is_safe(self) -> bool {
        self == Self::Safe
    }
}

/// Why a cell was not shown to be safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// So many open cells are tied together; more than [`LARGEST`].
    TooLarge(usize),
    /// What is published cannot all hold.
    Contradictory,
    /// The solver found no fillings that show it.
    Undecided,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audit {
    /// Each cell that was asked about.
    pub cells: BTreeMap<Cell, Verdict>,
    /// Cells of one row that may each be safe, and whose sum is known to be small.
    pub sums: Vec<Vec<Cell>>,
}

impl Audit {
    /// Everything was shown to be safe.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        self.sums.is_empty() && self.cells.values().all(|verdict| verdict.is_safe())
    }

    /// How many cells and sums were not shown to be safe.
    #[must_use]
    pub fn unsafe_count(&self) -> usize {
        self.sums.len() + self.cells.values().filter(|verdict| !verdict.is_safe()).count()
    }
}

/// Looks into the cells that must not be narrowed, given the threshold below which a count is small.
///
/// A cell is safe if it may be anything within a span as wide as the small counts are: from 0 to one below the
/// threshold, say. Where less than that is public of it anyway ("fewer than 5"), nothing of that may be lost.
#[must_use]
pub fn audit(puzzle: &Puzzle, guarded: &BTreeMap<Cell, i64>) -> Audit {
    let parted = parts(puzzle);
    let mut audit = Audit::default();
    for (cell, threshold) in guarded {
        if parted.impossible.contains(cell) {
            audit.cells.insert(*cell, Verdict::NotShown(Doubt::Contradictory));
            continue;
        }
        let left = parted.spans.get(cell.0).copied().unwrap_or(Span::UNKNOWN);
        if left.width().is_some_and(|width| width < need(puzzle.span(*cell), *threshold)) {
            audit.cells.insert(*cell, Verdict::Exposed(left));
        }
    }
    for part in &parted.parts {
        let guarded = |(place, cell): (usize, &Cell)| {
            let threshold = *guarded.get(cell)?;
            let need = need(puzzle.span(*cell), threshold);
            Some(Guarded { place, cell: *cell, need, threshold })
        };
        let guarded: Vec<Guarded> = part.cells.iter().enumerate().filter_map(guarded).collect();
        if !guarded.is_empty() {
            audit_part(part, &guarded, &mut audit);
        }
    }
    audit
}

/// The span of a cell: between what fillings show that it may be and what is proven; none where no filling is
/// possible. The first span lies within the second.
#[must_use]
pub fn range(puzzle: &Puzzle, cell: Cell) -> Option<Range> {
    let parted = parts(puzzle);
    if parted.impossible.contains(&cell) {
        return None;
    }
    let settled = parted.spans.get(cell.0).copied().unwrap_or(Span::UNKNOWN);
    let own = |part: &&Part| part.cells.contains(&cell);
    let Some(part) = parted.parts.iter().find(own) else {
        return Some(Range { shown: Some(settled), proven: settled });
    };
    let place = part.cells.iter().position(|own| *own == cell)?;
    let proven = Proof::new(part).span(place)?.meet(&settled)?;
    let end = |aim: Aim| seek(part, &aim).map(|filling| filling.value(place));
    let shown = end(Aim::Least(vec![place])).zip(end(Aim::Most(vec![place])));
    Some(Range { shown: shown.map(|(least, most)| Span::between(least, most)), proven })
}

/// What is known of a cell, from within and from without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The least and the most that checked fillings hold; the most may be any large number where there is no end.
    pub shown: Option<Span>,
    /// What the rows prove.
    pub proven: Span,
}

/// How wide a cell's span has to stay.
fn need(public: Span, threshold: i64) -> i64 {
    let small = threshold.saturating_sub(1);
    public.width().map_or(small, |width| width.min(small))
}

/// A cell of a part that must not be narrowed.
struct Guarded {
    place: usize,
    cell: Cell,
    need: i64,
    threshold: i64,
}

fn audit_part(part: &Part, guarded: &[Guarded], audit: &mut Audit) {
    if part.cells.len() > LARGEST {
        let verdict = Verdict::NotShown(Doubt::TooLarge(part.cells.len()));
        for cell in guarded {
            audit.cells.entry(cell.cell).or_insert(verdict);
        }
        return;
    }
    let mut shown = Shown::new(part, guarded);
    let open: Vec<&Guarded> = guarded.iter().filter(|cell| !audit.cells.contains_key(&cell.cell)).collect();
    shown.look_at_all(&open);
    let mut proof = None;
    for cell in open {
        let verdict = shown.verdict(cell, &mut proof);
        audit.cells.insert(cell.cell, verdict);
    }
    audit.sums.extend(shown.small_sums(guarded, audit));
}

/// The fillings that were found of a part.
struct Shown<'a> {
    part: &'a Part,
    public: BTreeMap<usize, i64>,
    fillings: Vec<Filling>,
}

impl<'a> Shown<'a> {
    fn new(part: &'a Part, guarded: &[Guarded]) -> Self {
        let public = guarded.iter().map(|cell| (cell.place, cell.need)).collect();
        Self { part, public, fillings: Vec::new() }
    }

    fn look(&mut self, aim: &Aim) {
        self.fillings.extend(seek(self.part, aim));
    }

    /// A few programmes that settle most cells at once.
    fn look_at_all(&mut self, guarded: &[&Guarded]) {
        let least = |cell: &Guarded| self.part.spans.get(cell.place).map_or(0, |span| span.least);
        let low: Vec<_> = guarded.iter().map(|cell| (cell.place, least(cell))).collect();
        let high =
            guarded.iter().zip(&low).map(|(cell, (place, least))| (*place, least.saturating_add(cell.need)));
        let high: Vec<_> = high.collect();
        self.look(&Aim::Below(low));
        self.look(&Aim::Above(high));
    }

    /// The least and the most that the sum of some cells was shown to be.
    fn ends(&self, places: &[usize]) -> Option<(i64, i64)> {
        let sums = self.fillings.iter().map(|filling| filling.sum(places));
        sums.fold(None, |ends, sum| {
            Some(ends.map_or((sum, sum), |(least, most): (i64, i64)| (least.min(sum), most.max(sum))))
        })
    }

    fn is_wide(&self, places: &[usize], need: i64) -> bool {
        self.ends(places).is_some_and(|(least, most)| most.saturating_sub(least) >= need)
    }

    fn verdict(&mut self, cell: &Guarded, proof: &mut Option<Proof>) -> Verdict {
        for aim in [Aim::Most(vec![cell.place]), Aim::Least(vec![cell.place])] {
            if self.is_wide(&[cell.place], cell.need) {
                return Verdict::Safe;
            }
            self.look(&aim);
        }
        if self.is_wide(&[cell.place], cell.need) {
            return Verdict::Safe;
        }
        let proof = proof.get_or_insert_with(|| Proof::new(self.part));
        match proof.span(cell.place) {
            Some(span) if span.width().is_some_and(|width| width < cell.need) => Verdict::Exposed(span),
            Some(_) if self.fillings.is_empty() && proof.is_impossible() => {
                Verdict::NotShown(Doubt::Contradictory)
            }
            Some(_) => Verdict::NotShown(Doubt::Undecided),
            None => Verdict::NotShown(Doubt::Contradictory),
        }
    }

    /// Sums of cells of one row that are known to be small. Only cells that are each known to be small can come to
    /// less than the threshold.
    fn small_sums(&mut self, guarded: &[Guarded], audit: &Audit) -> Vec<Vec<Cell>> {
        let safe = |cell: &&Guarded| audit.cells.get(&cell.cell).is_some_and(|verdict| verdict.is_safe());
        let small = |cell: &&Guarded| self.ends(&[cell.place]).is_none_or(|(_, most)| most < cell.threshold);
        let small: BTreeMap<usize, &Guarded> =
            guarded.iter().filter(safe).filter(small).map(|cell| (cell.place, cell)).collect();
        let mut sums = BTreeSet::new();
        for row in &self.part.rows {
            let here: Vec<usize> =
                row.terms.iter().map(|(cell, _)| cell.0).filter(|place| small.contains_key(place)).collect();
            if here.len() > 2 && here.len() == row.terms.len() {
                sums.insert(here.clone());
            }
            for (at, a) in here.iter().enumerate() {
                sums.extend(here.iter().skip(at + 1).map(|b| vec![*a.min(b), *a.max(b)]));
            }
        }
        sums.retain(|places| self.is_small_sum(places, &small));
        let cell = |place: &usize| self.part.cells.get(*place).copied();
        sums.iter().map(|places| places.iter().filter_map(cell).collect()).collect()
    }

    fn is_small_sum(&mut self, places: &[usize], guarded: &BTreeMap<usize, &Guarded>) -> bool {
        let threshold = places.iter().filter_map(|place| guarded.get(place)).map(|cell| cell.threshold).max();
        let threshold = threshold.unwrap_or_default();
        let public = places
            .iter()
            .filter_map(|place| self.public.get(place))
            .fold(0_i64, |sum, n| sum.saturating_add(*n));
        let need = public.min(threshold.saturating_sub(1));
        for aim in [Aim::Most(places.to_vec()), Aim::Least(places.to_vec())] {
            let large = self.ends(places).is_some_and(|(_, most)| most >= threshold);
            if large || self.is_wide(places, need) {
                return false;
            }
            self.look(&aim);
        }
        let large = self.ends(places).is_some_and(|(_, most)| most >= threshold);
        !large && !self.is_wide(places, need)
    }
}
