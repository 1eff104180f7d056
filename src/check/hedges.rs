//! How the words of a figure hedge it: on which side they put it, and whether a hedge stands in other words of the account.

use crate::model::{Figure, Flag};
use crate::quantity::{Context, Hedge, Reader, Reading};

/// The side of its number on which a hedge puts a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Below,
    Above,
}

/// The side on which a hedge puts a figure, if it says one.
pub(super) fn side(hedge: Hedge) -> Option<Side> {
    match hedge {
        Hedge::Nearly | Hedge::FewerThan | Hedge::AtMost | Hedge::UpTo => Some(Side::Below),
        Hedge::JustOver | Hedge::MoreThan | Hedge::AtLeast => Some(Side::Above),
        Hedge::Exact
        | Hedge::Bare
        | Hedge::Approximately
        | Hedge::Between
        | Hedge::Rounded
        | Hedge::RandomlyRounded
        | Hedge::PlusMinus
        | Hedge::Vague => None,
    }
}

/// The hedge says that the figure is near its number, and on one side of it.
pub(super) fn is_close_by(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::Nearly | Hedge::JustOver)
}

/// Where the words put the figure, with the figure as the subject of the sentence.
pub(super) fn says(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Exact => "is said to be exact",
        Hedge::Bare => "is given without a hedge",
        Hedge::Approximately => "is given as approximate",
        Hedge::Nearly => "is put a little below the number named",
        Hedge::JustOver => "is put a little above the number named",
        Hedge::MoreThan => "is put above the number named",
        Hedge::AtLeast => "is put at the number named or more",
        Hedge::FewerThan => "is put below the number named",
        Hedge::AtMost => "is put at the number named or less",
        Hedge::UpTo => "is put at up to the number named",
        Hedge::Between => "is given as a range",
        Hedge::Rounded | Hedge::RandomlyRounded => "is said to be rounded",
        Hedge::PlusMinus => "is given with a margin",
        Hedge::Vague => "is given in a word that stands for a range",
    }
}

/// The two name the same number.
pub(super) fn same_number(a: &Figure, b: &Figure) -> bool {
    let amounts = a.reading().amount().zip(b.reading().amount());
    amounts.is_some_and(|(a, b)| a.nominal() == b.nominal() && a.form() == b.form())
}

/// The words give the number and nothing that says it is not exact.
pub(super) fn is_bare(figure: &Figure) -> bool {
    match figure.reading().amount().map(|amount| amount.hedge()) {
        // That a table is rounded is the measure's word. Only where the phrase itself says so is it a hedge.
        Some(Hedge::Rounded | Hedge::RandomlyRounded) => {
            hedge_of(&figure.reported).is_none_or(|hedge| matches!(hedge, Hedge::Exact | Hedge::Bare))
        }
        Some(hedge) => !hedge.is_hedged(),
        None => false,
    }
}

/// The account hedges the number in other words than those reported: in a qualifier, a mark, or the words quoted.
pub(super) fn is_hedged_elsewhere(figure: &Figure) -> bool {
    let hedges = |text: &str| hedge_of(text).is_some_and(Hedge::is_hedged);
    let wording = figure.wording();
    figure.flags.contains(&Flag::Estimated)
        || wording.qualifiers.iter().any(|qualifier| hedges(&format!("{qualifier} 120")))
        || quoted(figure).is_some_and(|reading| {
            let amounts = reading.amount().zip(figure.reading().amount());
            amounts.is_some_and(|(a, b)| a.nominal() == b.nominal() && a.hedge().is_hedged())
        })
}

/// The words quoted with a figure, read; none where they are no quantity.
pub(super) fn quoted(figure: &Figure) -> Option<Reading> {
    read(figure.wording().quoted.as_deref()?)
}

/// Words read as running text.
pub(super) fn read(words: &str) -> Option<Reading> {
    Reader::default().read(words, &Context::prose()).ok()
}

fn hedge_of(words: &str) -> Option<Hedge> {
    read(words)?.amount().map(|amount| amount.hedge())
}
