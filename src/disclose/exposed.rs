//! What an attacker can work out of the counts that are kept back, over all editions together.

use super::ledger::{Entry, Ledger, Sheets};
use super::policy::severity;
use super::vintage::Vintage;
use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::{Dataset, Disclosure, DisclosureMode, FigureId};
use crate::withheld::{Audit, Candidate, Cell, Doubt, LARGEST, Span, Verdict, audit, because, protect};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const DERIVABLE: RuleDoc = RuleDoc {
    code: "D003",
    name: "withheld-derivable",
    finds: "A withheld count that can be worked out, wholly or too closely, from what is published beside it: totals, other tables, percentages, earlier editions.",
    matters: "Withholding a count protects nobody where a subtraction gives it back.",
    example: "A row with a total, of which only one cell is withheld.",
    resolve: "Withhold another cell of the same row and column as well, or publish fewer parts; where others released the figures, tell them before repeating the table.",
};

pub(super) const SMALL_SUM: RuleDoc = RuleDoc {
    code: "D004",
    name: "withheld-small-sum",
    finds: "Withheld counts that may each be anything small, and whose sum is known to be below the threshold.",
    matters: "That there are fewer people than the threshold in the cells together is what each of them was withheld for.",
    example: "Two withheld cells of a row whose total and other cells are published and leave fewer than the threshold for both.",
    resolve: "Withhold a larger cell of the row as well, or publish the two as one part with a third.",
};

pub(super) const NOT_SHOWN: RuleDoc = RuleDoc {
    code: "D006",
    name: "withheld-not-shown-safe",
    finds: "Withheld counts that could not be shown to be safe: too many are tied together, or what is published around them cannot all hold.",
    matters: "What is not shown to be safe may give somebody away, so it counts as unsafe.",
    example: "Withheld counts in a table of several thousand cells of which all totals are published.",
    resolve: "Publish fewer totals or fewer dimensions together, or settle which of the contradicting figures is kept; then check again.",
};

/// What is found of everything that is kept back.
pub(super) fn exposed(vintages: &[Vintage<'_>], dataset: &Dataset, policy: &Disclosure) -> Vec<Finding> {
    let Some(sheets) = Sheets::of(vintages, policy) else { return Vec::new() };
    let mut report = Report { dataset, policy, findings: Vec::new(), told: BTreeSet::new() };
    let together = sharpest(|level| vec![sheets.together(level)]);
    let is_possible =
        together.iter().all(|(_, audit)| audit.cells.values().all(|verdict| !is_contradictory(*verdict)));
    report.all(&together);
    if !is_possible && sheets.count() > 1 {
        // Editions that contradict one another in more than a revised count are read one by one.
        report.all(&sharpest(|level| sheets.alone(level).collect()));
    }
    report.findings
}

fn is_contradictory(verdict: Verdict) -> bool {
    verdict == Verdict::NotShown(Doubt::Contradictory)
}

/// The ledgers with their audits, read as sharply as what they claim can all hold.
fn sharpest(read: impl Fn(usize) -> Vec<Ledger>) -> Vec<(Ledger, Audit)> {
    let mut found = Vec::new();
    for level in Sheets::levels() {
        found = read(level)
            .into_iter()
            .map(|ledger| (guarded_audit(&ledger), ledger))
            .map(|(a, l)| (l, a))
            .collect::<Vec<_>>();
        let contradicts =
            |(_, audit): &(Ledger, Audit)| audit.cells.values().any(|verdict| is_contradictory(*verdict));
        if !found.iter().any(contradicts) {
            break;
        }
    }
    found
}

fn guarded(ledger: &Ledger) -> BTreeMap<Cell, i64> {
    let guarded = ledger.entries.iter().filter(|(_, entry)| entry.is_guarded());
    guarded.filter_map(|(cell, entry)| Some((*cell, entry.threshold?))).collect()
}

fn guarded_audit(ledger: &Ledger) -> Audit {
    audit(&ledger.puzzle, &guarded(ledger))
}

struct Report<'a> {
    dataset: &'a Dataset,
    policy: &'a Disclosure,
    findings: Vec<Finding>,
    /// What was said already, by code and figures.
    told: BTreeSet<(&'static str, Vec<FigureId>)>,
}

impl Report<'_> {
    fn all(&mut self, audited: &[(Ledger, Audit)]) {
        for (ledger, audit) in audited {
            self.each(ledger, audit);
        }
    }

    fn each(&mut self, ledger: &Ledger, audit: &Audit) {
        let remedy = Remedy::new(ledger, self.policy, audit);
        let mut contradictory = Vec::new();
        for (cell, verdict) in &audit.cells {
            match verdict {
                Verdict::Safe => {}
                Verdict::Exposed(_) => self.derivable(ledger, *cell, &remedy),
                Verdict::NotShown(Doubt::Contradictory) => contradictory.push(*cell),
                Verdict::NotShown(doubt) => self.not_shown(ledger, &[*cell], *doubt),
            }
        }
        // One mistaken total leaves all of them undecided, and is one thing to mend.
        if !contradictory.is_empty() {
            self.not_shown(ledger, &contradictory, Doubt::Contradictory);
        }
        for cells in &audit.sums {
            self.small_sum(ledger, cells, &remedy);
        }
    }

    fn derivable(&mut self, ledger: &Ledger, cell: Cell, remedy: &Remedy) {
        let Some(entry) = ledger.entries.get(&cell) else { return };
        let behind = because(&ledger.puzzle, cell, entry.threshold.unwrap_or_default());
        let mut behind: BTreeSet<_> = behind
            .iter()
            .filter_map(|cell| ledger.entries.get(cell))
            .flat_map(|entry| &entry.printed)
            .cloned()
            .collect();
        behind.extend(ledger.tied_by.get(&cell).into_iter().flatten().cloned());
        let given = match behind.len() {
            0 => "What is said of the others that are withheld with it leaves".to_owned(),
            _ => {
                format!("{} {}", named(&behind), if behind.len() == 1 { "leaves" } else { "together leave" })
            }
        };
        let message = format!(
            "{} {} withheld or given as small, and can still be worked out or narrowed down. {given} too little open.",
            named(&entry.kept_back),
            if is_one(&entry.kept_back) { "is" } else { "are" },
        );
        let help = remedy.words(ledger).unwrap_or_else(|| DERIVABLE.resolve.to_owned());
        self.tell(
            &DERIVABLE,
            severity(self.policy.mode),
            "A withheld count that can be worked out",
            message,
            help,
            [entry],
        );
    }

    fn small_sum(&mut self, ledger: &Ledger, cells: &[Cell], remedy: &Remedy) {
        let entries: Vec<&Entry> = cells.iter().filter_map(|cell| ledger.entries.get(cell)).collect();
        let all: BTreeSet<_> = entries.iter().flat_map(|entry| &entry.kept_back).cloned().collect();
        let message = format!(
            "{} are withheld or given as small, and together they are known to come to less than the threshold.",
            named(&all)
        );
        let help = remedy.words(ledger).unwrap_or_else(|| SMALL_SUM.resolve.to_owned());
        self.tell(
            &SMALL_SUM,
            severity(self.policy.mode),
            "Withheld counts whose sum is small",
            message,
            help,
            entries,
        );
    }

    fn not_shown(&mut self, ledger: &Ledger, cells: &[Cell], doubt: Doubt) {
        let entries: Vec<&Entry> = cells.iter().filter_map(|cell| ledger.entries.get(cell)).collect();
        let why = match doubt {
            Doubt::TooLarge(cells) => format!(
                "It is tied to {cells} counts that are not public, and no more than {LARGEST} are looked into: too large to check, so not safe to publish."
            ),
            Doubt::Contradictory => {
                "What is published around that cannot all hold, so nothing can be shown from it: a total there is not the sum \
                 of its parts, or a figure was revised and its total was not."
                    .to_owned()
            }
            Doubt::Undecided => "No counts were found that show how much is left open.".to_owned(),
        };
        let all = entries.iter().flat_map(|entry| &entry.kept_back).cloned().collect();
        let figures = lower(&named(&all));
        let message = format!("Whether {figures} can be worked out was not decided. {why}");
        let help = NOT_SHOWN.resolve.to_owned();
        self.tell(
            &NOT_SHOWN,
            severity(self.policy.mode),
            "A withheld count not shown to be safe",
            message,
            help,
            entries,
        );
    }

    fn tell<'e>(
        &mut self,
        rule: &RuleDoc,
        severity: Severity,
        title: &str,
        message: String,
        help: String,
        entries: impl IntoIterator<Item = &'e Entry>,
    ) {
        let figures: BTreeSet<FigureId> =
            entries.into_iter().flat_map(|entry| &entry.kept_back).map(|(_, id)| id.clone()).collect();
        let figures: Vec<FigureId> = figures.into_iter().collect();
        if !self.told.insert((rule.code, figures.clone())) {
            return;
        }
        let mut finding =
            Finding::new(rule, severity, Nature::Disclosure, figures.iter().map(FigureId::as_str));
        finding.title = title.to_owned();
        finding.message = message;
        finding.help = Some(help);
        for figure in figures.iter().filter_map(|id| self.dataset.figure(id)) {
            finding.measure.get_or_insert_with(|| figure.key.measure.clone());
            if !finding.sources.contains(&figure.source) {
                finding.sources.push(figure.source.clone());
            }
            finding.locations.extend(figure.place().cloned());
        }
        finding.figures = figures;
        self.findings.push(finding);
    }
}

fn is_one(figures: &BTreeSet<(Option<u32>, FigureId)>) -> bool {
    figures.iter().map(|(_, id)| id).collect::<BTreeSet<_>>().len() == 1
}

/// The figures by their addresses, never by their values: "The figures a, b (edition 2) and c".
fn named(figures: &BTreeSet<(Option<u32>, FigureId)>) -> String {
    const MOST: usize = 8;
    listed(figures, MOST)
}

fn listed(figures: &BTreeSet<(Option<u32>, FigureId)>, most: usize) -> String {
    let mut editions: BTreeMap<&FigureId, BTreeSet<Option<u32>>> = BTreeMap::new();
    for (edition, id) in figures {
        editions.entry(id).or_default().insert(*edition);
    }
    let word = |(id, editions): (&&FigureId, &BTreeSet<Option<u32>>)| match editions.last() {
        Some(Some(edition)) if !editions.contains(&None) => format!("{id} (edition {edition})"),
        _ => id.to_string(),
    };
    let mut words: Vec<String> = editions.iter().map(word).take(most).collect();
    let more = editions.len().saturating_sub(most);
    if more > 0 {
        words.push(format!("{more} more"));
    }
    let last = words.pop().unwrap_or_default();
    let noun = if editions.len() == 1 { "The figure" } else { "The figures" };
    if words.is_empty() {
        format!("{noun} {last}")
    } else {
        format!("{noun} {} and {last}", words.join(", "))
    }
}

/// What could be withheld as well, in the draft alone: what an edition has printed is public.
struct Remedy(BTreeSet<Cell>);

impl Remedy {
    fn new(ledger: &Ledger, policy: &Disclosure, audit: &Audit) -> Self {
        if audit.is_safe() || policy.mode == DisclosureMode::Republish {
            return Self(BTreeSet::new());
        }
        let candidates = ledger.entries.iter().filter(|(_, entry)| {
            entry.is_inner && entry.threshold.is_some() && !entry.printed.is_empty() && !entry.was_released()
        });
        let candidates = candidates.filter_map(|(cell, _)| {
            let cost = ledger.puzzle.span(*cell).settled().filter(|value| *value > 0)?;
            Some(Candidate { cell: *cell, cost, withheld: Span::UNKNOWN })
        });
        let protection = protect(&ledger.puzzle, &guarded(ledger), &candidates.collect::<Vec<_>>());
        Self(if protection.left.is_safe() { protection.withhold } else { BTreeSet::new() })
    }

    fn words(&self, ledger: &Ledger) -> Option<String> {
        let entries = self.0.iter().filter_map(|cell| ledger.entries.get(cell));
        let printed: BTreeSet<_> = entries.flat_map(|entry| &entry.printed).cloned().collect();
        // What has to be done is told in full: with a part of it, nothing is safe.
        let named = listed(&printed, usize::MAX);
        (!printed.is_empty()).then(|| format!("withhold as well: {}", lower(&named)))
    }
}

fn lower(words: &str) -> String {
    words.replacen("The figure", "the figure", 1)
}
