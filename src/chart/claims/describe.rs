//! The title and the text alternative, made from the data.

use super::{Agreement, ClaimRow, ClaimsChart};
use crate::chart::Stated;
use crate::chart::words::{count, list, sentence};
use crate::period::PartialDate;
use crate::quantity::{Cuts, Rational, print};
use crate::reconcile::{Standing, Status};

/// The most sources named in one sentence; the table beside the chart has them all.
const NAMED: usize = 4;

impl ClaimsChart {
    /// What the chart shows, in few words.
    #[must_use]
    pub fn title(&self) -> String {
        if let Some(title) = &self.title {
            return title.clone();
        }
        let valued: Vec<&Stated> =
            self.rows.iter().map(|row| &row.stated).filter(|stated| stated.cuts().is_some()).collect();
        let shown = match (&self.agreement, valued.as_slice()) {
            (_, []) => "no account gives a figure".to_owned(),
            (_, [only]) => format!("one figure, {}", only.standing().words()),
            (Agreement::Possible(_), [_, _]) => "both figures could be true at once".to_owned(),
            (Agreement::Impossible, [_, _]) => "no value fits both figures".to_owned(),
            (Agreement::Possible(_), all) => format!("all {} figures could be true at once", all.len()),
            (Agreement::Impossible, all) => format!("no value fits all {} figures", all.len()),
            (Agreement::NotCompared, all) => confirmed_of(all),
        };
        format!("{}: {shown}", self.measure.trim())
    }

    /// The text alternative: how many claims, their range, who is not confirmed, who gave no figure.
    #[must_use]
    pub fn describe(&self) -> String {
        let rows = self.ordered();
        let mut text = vec![self.opening(&rows)];
        text.extend(self.range_sentence());
        text.extend(standing_sentence(&rows, "Confirmed by the body responsible", |status| {
            status == Status::Confirmed
        }));
        for status in [
            Status::PartlyConfirmed,
            Status::Unconfirmed,
            Status::Contradicted,
            Status::Superseded,
            Status::Withdrawn,
        ] {
            text.extend(standing_sentence(&rows, &sentence(status.words()), |held| held == status));
        }
        text.extend(no_value_sentence(&rows));
        text.extend(self.agreement_sentence());
        if !self.demands.is_empty() {
            let called = count(self.demands.len(), "demand or target", "demands or targets");
            text.push(format!("{called} listed beneath, not drawn as measurements."));
        }
        text.join(" ")
    }

    fn opening(&self, rows: &[&ClaimRow]) -> String {
        let accounts = count(rows.len(), "account", "accounts");
        let dates: Vec<PartialDate> = rows.iter().filter_map(|row| row.said).collect();
        let when = match (dates.first(), dates.last()) {
            (Some(first), Some(last)) if first != last => {
                format!(", dated {} to {}", first.words(), last.words())
            }
            (Some(only), _) => format!(", dated {}", only.words()),
            _ => String::new(),
        };
        format!("{}: {accounts}{when}.", self.measure.trim())
    }

    fn range_sentence(&self) -> Option<String> {
        let typical = || self.rows.iter().filter_map(|row| row.stated.cuts()).map(Cuts::typical);
        let lowest: &Rational = typical().filter_map(|span| span.lo().value()).min()?;
        let highest = typical().filter_map(|span| span.hi().value()).max()?;
        let unit = self.unit.trim();
        Some(if lowest == highest {
            format!("Every figure is {} {unit}.", print::number(lowest))
        } else {
            format!(
                "As such words are usually meant, the figures run from {} to {} {unit}.",
                print::number(lowest),
                print::number(highest)
            )
        })
    }

    fn agreement_sentence(&self) -> Option<String> {
        match &self.agreement {
            Agreement::Possible(span) => Some(format!("All could agree: {}.", print::interval_words(span))),
            Agreement::Impossible => Some("No value fits every figure.".to_owned()),
            Agreement::NotCompared => None,
        }
    }
}

fn confirmed_of(all: &[&Stated]) -> String {
    let confirmed = |stated: &&&Stated| stated.standing() == Standing::Verified(Status::Confirmed);
    match (all.iter().filter(confirmed).count(), all.len()) {
        (0, all) => format!("none of {all} figures is confirmed"),
        (1, all) => format!("1 of {all} figures is confirmed"),
        (some, all) => format!("{some} of {all} figures are confirmed"),
    }
}

fn standing_sentence(rows: &[&ClaimRow], heading: &str, held: impl Fn(Status) -> bool) -> Option<String> {
    let names =
        rows.iter().filter(|row| matches!(row.stated.standing(), Standing::Verified(status) if held(status)));
    let names: Vec<&str> = names.map(|row| row.source.trim()).collect();
    (!names.is_empty()).then(|| format!("{heading}: {}.", list(&names, "; ", NAMED)))
}

fn no_value_sentence(rows: &[&ClaimRow]) -> Option<String> {
    let given = rows.iter().filter_map(|row| match &row.stated {
        Stated::NoValue(reason) => Some(format!("{} ({})", row.source.trim(), reason.words())),
        Stated::Figure { .. } | Stated::Derived { .. } => None,
    });
    let names: Vec<String> = given.collect();
    (!names.is_empty()).then(|| format!("No figure given: {}.", list(&names, "; ", NAMED)))
}
