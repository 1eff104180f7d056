//! All that changed, in one neutral sentence.

use super::{Changes, PartChange, Presence};
use crate::finding::{Finding, Nature};
use crate::model::ChangeKind;
use crate::quantity::{Rational, print};

/// Something counted, with what happened to it.
struct Told {
    count: usize,
    noun: [&'static str; 2],
    verb: [&'static str; 2],
}

impl Changes {
    /// One sentence: figures first, then measures and sources, then discrepancies. "No change." where there is
    /// none.
    #[must_use]
    pub fn sentence(&self) -> String {
        if self.is_empty() {
            return "No change.".to_owned();
        }
        let discrepancies = told(
            [
                (self.findings.opened.iter().filter(disagrees).count(), ["opened", "opened"]),
                (self.findings.closed.iter().filter(disagrees).count(), ["closed", "closed"]),
                (self.turned(), ["has another verdict", "have another verdict"]),
            ],
            ["discrepancy", "discrepancies"],
        );
        let parts: Vec<String> = [self.figure_clauses(), self.part_clauses(), discrepancies]
            .iter()
            .filter_map(|told| clause(told))
            .collect();
        let corrections = self.corrections();
        let parts: Vec<String> = parts.into_iter().chain(corrections).collect();
        if parts.is_empty() {
            "Only details of the record changed.".to_owned()
        } else {
            parts.join("; ") + "."
        }
    }

    /// A correction says that something was wrong; a revision does not.
    fn corrections(&self) -> Option<String> {
        let corrected =
            self.figures().filter(|f| f.kind == ChangeKind::Correction && f.class().alters()).count();
        match corrected {
            0 => None,
            1 => Some("1 of these changes is a correction".to_owned()),
            many => Some(format!("{many} of these changes are corrections")),
        }
    }

    fn turned(&self) -> usize {
        let altered = self.findings.altered.iter();
        altered.filter(|altered| altered.is_turned() && disagrees(&&altered.after)).count()
    }

    fn figure_clauses(&self) -> Vec<Told> {
        let verbs =
            self.counts().into_iter().map(|(class, count)| (count, [class.of_one(), class.of_many()]));
        told(verbs, ["figure", "figures"])
    }

    fn part_clauses(&self) -> Vec<Told> {
        let measures = [Presence::Added, Presence::Removed, Presence::Kept].map(|presence| {
            let declared =
                self.measures.iter().filter(|m| presence != Presence::Kept || !m.fields.is_empty());
            declared.filter(|measure| measure.presence == presence).count()
        });
        [
            (measures, ["measure", "measures"]),
            (by_presence(self.sources.iter()), ["source", "sources"]),
            (by_presence(self.positions_told()), ["position", "positions"]),
            (by_presence(self.relations.iter()), ["relation between figures", "relations between figures"]),
        ]
        .into_iter()
        .flat_map(|(counts, noun)| told(counts.into_iter().zip(VERBS), noun))
        .collect()
    }
}

const VERBS: [[&str; 2]; 3] =
    [["was added", "were added"], ["was removed", "were removed"], ["changed", "changed"]];

fn disagrees(finding: &&Finding) -> bool {
    finding.nature == Nature::Discrepancy
}

fn by_presence<'a, I: 'a>(changes: impl Iterator<Item = &'a PartChange<I>>) -> [usize; 3] {
    let changes: Vec<_> = changes.collect();
    let count = |is: fn(&PartChange<I>) -> bool| changes.iter().filter(|change| is(change)).count();
    [
        count(|change| matches!(change, PartChange::Added { .. })),
        count(|change| matches!(change, PartChange::Removed { .. })),
        count(|change| matches!(change, PartChange::Changed { .. })),
    ]
}

fn told(counts: impl IntoIterator<Item = (usize, [&'static str; 2])>, noun: [&'static str; 2]) -> Vec<Told> {
    let some = counts.into_iter().filter(|(count, _)| *count > 0);
    some.map(|(count, verb)| Told { count, noun, verb }).collect()
}

/// "2 sources were added and 1 changed": the noun is said again only when it is another.
fn clause(told: &[Told]) -> Option<String> {
    let mut noun = "";
    let mut words = Vec::new();
    for Told { count, noun: [one, many], verb: [of_one, of_many] } in told {
        let (name, verb) = if *count == 1 { (one, of_one) } else { (many, of_many) };
        let count = print::number(&Rational::from(i64::try_from(*count).unwrap_or(i64::MAX)));
        words.push(if noun == *one { format!("{count} {verb}") } else { format!("{count} {name} {verb}") });
        noun = one;
    }
    let (last, rest) = words.split_last()?;
    Some(if rest.is_empty() { last.clone() } else { format!("{} and {last}", rest.join(", ")) })
}
