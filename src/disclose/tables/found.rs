//! What is found of tables of counts, by the addresses of their cells.

use super::Address;
use super::lay::{Laid, lay};
use super::read::{Counts, Layout, Misread, TableFile};
use crate::disclose::policy::Guard;
use crate::disclose::{exposed, groups, rounded, small_counts};
use crate::finding::RuleDoc;
use crate::model::{Disclosure, DisclosureMode};
use crate::quantity::Rational;
use crate::withheld::{Audit, Candidate, Cell, Doubt, Span, Verdict, audit, because, protect};
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A printed count below the threshold.
    SmallCount,
    /// A total of which one cell is all, or all but one.
    Group,
    /// A withheld count that these printed ones give away.
    Derivable(Vec<Address>),
    /// Withheld counts whose sum is known to be small.
    SmallSum(Vec<Address>),
    /// A withheld count that was not shown to be safe.
    NotShown(Doubt),
    /// A withheld count in a total over this key, whose totals are not all the sums of its values.
    TotalsApart(String),
    /// A cell beside withheld counts that is no count, so that what it gives away is not known.
    NoCount,
    /// A count that is no multiple of the rounding base.
    NotRounded,
    /// Withheld in one file and printed in another.
    Elsewhere,
}

impl Kind {
    /// The rule that explains it.
    #[must_use]
    pub fn rule(&self) -> &'static RuleDoc {
        match self {
            Self::SmallCount => &small_counts::DOC,
            Self::Group => &groups::DOC,
            Self::Derivable(_) => &exposed::DERIVABLE,
            Self::SmallSum(_) => &exposed::SMALL_SUM,
            Self::NotShown(_) | Self::TotalsApart(_) | Self::NoCount => &exposed::NOT_SHOWN,
            Self::NotRounded => &rounded::DOC,
            Self::Elsewhere => &crate::disclose::elsewhere::DOC,
        }
    }
}

/// Something found of a cell, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What is wrong.
    pub kind: Kind,
    /// The cell.
    pub address: Address,
    /// Where it stands in the files.
    pub places: Vec<Place>,
}

/// A cell of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, by its place among those given.
    pub file: usize,
    /// The row, from 0 for the first below the header.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
}

/// What was found of some tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableAudit {
    /// What was found, by rule and address.
    pub found: Vec<Found>,
    /// The small counts, where the publisher holds the true values: to be withheld.
    pub small: Vec<(Address, Vec<Place>)>,
    /// What has to be withheld with them.
    pub as_well: Vec<(Address, Vec<Place>)>,
    /// With that withheld, everything is shown to be safe.
    pub is_safe_then: bool,
    /// How many counts were read, and how many of these are withheld.
    pub counts: (usize, usize),
    /// What a reader of the result should know.
    pub remarks: Vec<String>,
    /// The keys of the cells, in their order.
    pub keys: Vec<String>,
}

/// Audits tables together.
///
/// # Errors
/// The first table that the layout does not fit.
pub fn audit_tables(
    files: &[TableFile],
    layout: &Layout,
    policy: &Disclosure,
) -> Result<TableAudit, Misread> {
    let rounding = policy.rounding.filter(|_| policy.mode == DisclosureMode::Republish);
    let tables: Vec<Counts> =
        files.iter().map(|file| layout.read(file, rounding)).collect::<Result<_, _>>()?;
    let laid = lay(&tables);
    let guard = Guard::of_tables(policy);
    let examined = Examined { files, tables: &tables, laid: &laid, policy, guard };
    let mut result = examined.all();
    result.keys = laid.keys_after(&layout.keys);
    Ok(result)
}

struct Examined<'a> {
    files: &'a [TableFile],
    tables: &'a [Counts],
    laid: &'a Laid,
    policy: &'a Disclosure,
    guard: Guard,
}

impl Examined<'_> {
    fn all(&self) -> TableAudit {
        let mut result = TableAudit { remarks: self.remarks(), ..TableAudit::default() };
        let counts = self.tables.iter().flat_map(|table| table.counts.values());
        result.counts = (counts.clone().count(), counts.filter(|count| count.printed.is_none()).count());
        let small = self.small();
        let withheld = self.withheld();
        for address in &small {
            result.found.push(self.found(Kind::SmallCount, address));
        }
        result.found.extend(self.groups());
        result.found.extend(self.not_rounded());
        result.found.extend(self.elsewhere());
        self.exposed(&small, &withheld, &mut result);
        result.found.sort_by(|a, b| a.places.cmp(&b.places));
        result.as_well.sort_by(|(_, a), (_, b)| a.cmp(b));
        result
    }

    fn places(&self, address: &Address) -> Vec<Place> {
        let here = |(file, table): (usize, &Counts)| {
            let count = table.counts.get(address).or_else(|| table.unread.get(address));
            count.map(|count| Place { file, row: count.row, column: count.column })
        };
        self.tables.iter().enumerate().filter_map(here).collect()
    }

    fn found(&self, kind: Kind, address: &Address) -> Found {
        Found { kind, address: address.clone(), places: self.places(address) }
    }

    fn span(&self, address: &Address) -> Span {
        self.laid.cells.get(address).map_or(Span::UNKNOWN, |cell| self.laid.puzzle.span(*cell))
    }

    /// Counts that are printed and small.
    fn small(&self) -> BTreeSet<Address> {
        let is_small = |address: &&Address| {
            self.span(address).settled().is_some_and(|value| self.guard.is_small(&Rational::from(value)))
        };
        self.laid.cells.keys().filter(is_small).cloned().collect()
    }

    /// Counts that are withheld, or given as small, in every file that has them.
    fn withheld(&self) -> BTreeSet<Address> {
        let open = |address: &&Address| {
            let span = self.span(address);
            let small = span.most.is_some_and(|most| most < self.guard.threshold);
            span == Span::UNKNOWN || (span.settled().is_none() && small)
        };
        self.laid.cells.keys().filter(open).cloned().collect()
    }

    fn groups(&self) -> Vec<Found> {
        let rows = self.laid.puzzle.rows().iter().filter(|row| row.terms.len() > 2);
        let names: BTreeMap<Cell, &Address> =
            self.laid.cells.iter().map(|(address, cell)| (*cell, address)).collect();
        let settled = |cell: &Cell| self.laid.puzzle.span(*cell).settled();
        let found = rows.filter_map(|row| {
            let (total, _) = row.terms.iter().find(|(_, weight)| *weight < 0)?;
            let whole = settled(total).filter(|whole| *whole >= self.guard.threshold)?;
            let takes_up = |(cell, weight): &&(Cell, i64)| {
                *weight > 0 && settled(cell).is_some_and(|part| whole - part <= 1)
            };
            let (part, _) = row.terms.iter().find(takes_up)?;
            names.get(part).map(|address| self.found(Kind::Group, address))
        });
        found.collect()
    }

    fn not_rounded(&self) -> Vec<Found> {
        let base = self.policy.rounding.filter(|_| self.policy.mode == DisclosureMode::Origin).map(i64::from);
        let Some(base) = base else { return Vec::new() };
        let rough = |address: &&Address| self.span(address).settled().is_some_and(|value| value % base != 0);
        self.laid.cells.keys().filter(rough).map(|address| self.found(Kind::NotRounded, address)).collect()
    }

    fn elsewhere(&self) -> Vec<Found> {
        let both = |address: &&Address| {
            let counts = self.tables.iter().filter_map(|table| table.counts.get(address));
            let (withheld, printed): (Vec<_>, Vec<_>) = counts.partition(|count| count.printed.is_none());
            !withheld.is_empty() && !printed.is_empty()
        };
        self.laid.cells.keys().filter(both).map(|address| self.found(Kind::Elsewhere, address)).collect()
    }

    /// What can be worked out of what is withheld; where the true values are held, of what would be.
    fn exposed(&self, small: &BTreeSet<Address>, withheld: &BTreeSet<Address>, result: &mut TableAudit) {
        let mut puzzle = self.laid.puzzle.clone();
        let holds_truth = self.policy.mode == DisclosureMode::Origin;
        let own = |address: &&Address| holds_truth && !self.is_earlier(address);
        let primary: BTreeSet<Address> = small.iter().filter(own).cloned().collect();
        for cell in primary.iter().filter_map(|address| self.laid.cells.get(address)) {
            puzzle.set(*cell, Span::UNKNOWN);
        }
        let guarded = withheld.iter().chain(&primary).filter_map(|address| self.laid.cells.get(address));
        let guarded: BTreeMap<Cell, i64> = guarded.map(|cell| (*cell, self.guard.threshold)).collect();
        let found = audit(&puzzle, &guarded);
        let told = self.in_words(&puzzle, &found);
        let doubtful = self.doubtful(&guarded, &told);
        result.found.extend(told);
        let mut withheld_then: BTreeSet<Cell> = guarded.keys().copied().collect();
        result.is_safe_then = found.is_safe() && self.is_decided(&withheld_then);
        result.small = primary.iter().map(|address| (address.clone(), self.places(address))).collect();
        if holds_truth && !found.is_safe() {
            let protection = protect(&puzzle, &guarded, &self.candidates(&puzzle));
            withheld_then.extend(&protection.withhold);
            result.is_safe_then = protection.left.is_safe() && self.is_decided(&withheld_then);
            let chosen = self.laid.cells.iter().filter(|(_, cell)| protection.withhold.contains(cell));
            result.as_well = chosen.map(|(address, _)| (address.clone(), self.places(address))).collect();
        }
        result.found.extend(doubtful);
    }

    /// No total that does not hold and no cell that is no count has a part in what is withheld.
    fn is_decided(&self, withheld: &BTreeSet<Cell>) -> bool {
        let reached = self.laid.tied_to(withheld);
        let is_apart = withheld.iter().any(|cell| self.laid.undecided.contains_key(cell));
        !is_apart && !self.laid.unread.values().any(|cell| reached.contains(cell))
    }

    /// What cannot be decided, since a cell beside it is no count or its totals do not hold.
    fn doubtful(&self, guarded: &BTreeMap<Cell, i64>, told: &[Found]) -> Vec<Found> {
        let told: BTreeSet<&Address> = told.iter().map(|found| &found.address).collect();
        let apart = self.laid.cells.iter().filter_map(|(address, cell)| {
            let key = self.laid.undecided.get(cell).filter(|_| guarded.contains_key(cell))?;
            (!told.contains(address)).then(|| self.found(Kind::TotalsApart(key.clone()), address))
        });
        let reached = self.laid.tied_to(&guarded.keys().copied().collect());
        let unread = self.laid.unread.iter().filter(|(_, cell)| reached.contains(cell));
        apart.chain(unread.map(|(address, _)| self.found(Kind::NoCount, address))).collect()
    }

    fn is_earlier(&self, address: &Address) -> bool {
        let printed = |(file, table): (&TableFile, &Counts)| {
            file.is_earlier && table.counts.get(address).is_some_and(|count| count.printed.is_some())
        };
        self.files.iter().zip(self.tables).any(printed)
    }

    /// Inner cells that were not published before, each at the cost of its count.
    fn candidates(&self, puzzle: &crate::withheld::Puzzle) -> Vec<Candidate> {
        let free = self
            .laid
            .cells
            .iter()
            .filter(|(address, cell)| !self.laid.totals.contains(cell) && !self.is_earlier(address));
        let candidate = |(_, cell): (&Address, &Cell)| {
            let cost = puzzle.span(*cell).settled().filter(|value| *value > 0)?;
            Some(Candidate { cell: *cell, cost, withheld: Span::UNKNOWN })
        };
        free.filter_map(candidate).collect()
    }

    fn in_words(&self, puzzle: &crate::withheld::Puzzle, audit: &Audit) -> Vec<Found> {
        let names: BTreeMap<Cell, &Address> =
            self.laid.cells.iter().map(|(address, cell)| (*cell, address)).collect();
        let named = |cells: &[Cell]| {
            cells.iter().filter_map(|cell| names.get(cell).map(|a| (*a).clone())).collect::<Vec<_>>()
        };
        let cells = audit.cells.iter().filter_map(|(cell, verdict)| {
            let address = names.get(cell)?;
            let kind = match verdict {
                Verdict::Safe => return None,
                Verdict::Exposed(_) => Kind::Derivable(named(&because(puzzle, *cell, self.guard.threshold))),
                Verdict::NotShown(doubt) => Kind::NotShown(*doubt),
            };
            Some(self.found(kind, address))
        });
        let sums = audit.sums.iter().filter_map(|cells| {
            let mut all = named(cells);
            let first = (!all.is_empty()).then(|| all.remove(0))?;
            Some(self.found(Kind::SmallSum(all), &first))
        });
        cells.chain(sums).collect()
    }

    fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        for (file, table) in self.files.iter().zip(self.tables) {
            match table.unread.len() {
                0 => {}
                1 => remarks.push(format!("{}: 1 cell is no count", file.name)),
                many => remarks.push(format!("{}: {many} cells are no counts", file.name)),
            }
        }
        for (key, (apart, of)) in &self.laid.apart {
            remarks.push(format!(
                "the values of {key} do not add up to their total in {apart} of the {of} places where all are printed, so \
                 what its totals give away is not known: correct the totals, or give levels of a hierarchy columns of their own"
            ));
        }
        if self.laid.puzzle.rows().is_empty() && self.laid.apart.is_empty() {
            remarks.push("no totals were found, so nothing ties the counts together; name the words for a total with --total".to_owned());
        }
        remarks
    }
}
