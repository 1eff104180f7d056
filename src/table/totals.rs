//! Totals rechecked: where the parts added up to their total in one table and do not in the other.

use super::Table;
use super::cell::plain_number;
use super::diff::Diff;
use crate::quantity::Rational;
use std::collections::BTreeMap;

/// A total that began or ceased to be the sum of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TotalChange {
    /// The key of the row of the total.
    pub key: Vec<String>,
    /// The name of the column of the numbers, in the new table.
    pub column: String,
    /// Total and sum of parts before.
    pub before: Sum,
    /// Total and sum of parts now.
    pub after: Sum,
    /// It adds up now; else it did before.
    pub adds_up: bool,
}

/// A total with what its parts come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The number of the total's row.
    pub total: Rational,
    /// The numbers of the other rows, added.
    pub parts: Rational,
    /// By how much they may differ for rounding.
    slack: Rational,
}

impl Sum {
    fn adds_up(&self) -> bool {
        (&self.total - &self.parts).abs() <= self.slack
    }
}

/// The rows that agree in every key column but one: that of the total, and the others.
#[derive(Default)]
struct Group {
    totals: Vec<usize>,
    parts: Vec<usize>,
}

/// Every such change, by key column, group and column of numbers.
pub(super) fn totals(diff: &Diff<'_>) -> Vec<TotalChange> {
    let key = &diff.key().columns;
    let numbers: Vec<(usize, usize)> = diff
        .columns()
        .iter()
        .filter_map(|column| column.old.zip(column.new))
        .filter(|pair| !key.contains(pair))
        .collect();
    let (before_key, after_key): (Vec<usize>, Vec<usize>) = key.iter().copied().unzip();
    let mut changes = Vec::new();
    for place in 0..key.len() {
        let (old, new) =
            (groups(diff.old(), &before_key, place), groups(diff.new_table(), &after_key, place));
        for (rest, now) in &new {
            let Some(was) = old.get(rest) else { continue };
            for (theirs, ours) in &numbers {
                let sums = sum(diff.old(), was, *theirs).zip(sum(diff.new_table(), now, *ours));
                let Some((before, after)) = sums.filter(|(a, b)| a.adds_up() != b.adds_up()) else {
                    continue;
                };
                let row = now.totals.first().copied().unwrap_or_default();
                let word = |column: &usize| diff.new_table().cell(row, *column).to_owned();
                changes.push(TotalChange {
                    key: after_key.iter().map(word).collect(),
                    column: diff.new_table().column(*ours).to_owned(),
                    adds_up: after.adds_up(),
                    before,
                    after,
                });
            }
        }
    }
    changes
}

fn groups<'t>(table: &'t Table, key: &[usize], place: usize) -> BTreeMap<Vec<&'t str>, Group> {
    let mut groups: BTreeMap<Vec<&str>, Group> = BTreeMap::new();
    let Some(own) = key.get(place) else { return groups };
    for row in 0..table.rows().len() {
        let others = key.iter().enumerate().filter(|(at, _)| *at != place);
        let rest = others.map(|(_, column)| table.cell(row, *column)).collect();
        let group = groups.entry(rest).or_default();
        if is_total(table.cell(row, *own)) { group.totals.push(row) } else { group.parts.push(row) }
    }
    groups.retain(|_, group| group.totals.len() == 1 && group.parts.len() > 1);
    groups
}

/// "Total", "All", "Total returns", "All ages".
fn is_total(word: &str) -> bool {
    let first = word.trim().to_lowercase();
    let first = first.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    matches!(first, "total" | "totals" | "all" | "overall")
}

/// A total and its parts; none where one of them is no number.
fn sum(table: &Table, group: &Group, column: usize) -> Option<Sum> {
    let number = |row: &usize| plain_number(table.cell(*row, column));
    let total = number(group.totals.first()?)?;
    let parts: Vec<Rational> = group.parts.iter().map(number).collect::<Option<_>>()?;
    let slack = slack(&total, &parts);
    Some(Sum { total, parts: parts.into_iter().sum(), slack })
}

/// Numbers that are all multiples of five or of a power of ten are taken to be rounded to it, each by itself.
fn slack(total: &Rational, parts: &[Rational]) -> Rational {
    let all = || parts.iter().chain([total]);
    let rounded =
        |base: i64| all().all(|one| one.checked_div(&Rational::from(base)).is_some_and(|q| q.is_integer()));
    let base = [1_000, 100, 10, 5].into_iter().find(|base| rounded(*base)).unwrap_or_default();
    let count = i64::try_from(parts.len() + 1).unwrap_or(i64::MAX);
    (&Rational::from(base) * &Rational::from(count)).checked_div(&Rational::from(2)).unwrap_or_default()
}
