//! What the words of a figure mean, as the data files give it.

use crate::model::QuantityKind;
use crate::quantity::{Alpha, Amount, Cuts, Form, Interval};
use std::borrow::Cow;

/// The three readings of an amount. Those of a count are cut down to whole units, since nobody is a half: "more than
/// 53,000" starts at 53,001.
pub(super) fn cuts(amount: &Amount, kind: QuantityKind) -> Cow<'_, Cuts> {
    let cuts = amount.cuts();
    let is_counted = kind == QuantityKind::Count && matches!(amount.form(), Form::Number | Form::Difference);
    if !is_counted || Alpha::ALL.iter().all(|alpha| is_whole(cuts.at(*alpha))) {
        return Cow::Borrowed(cuts);
    }
    let whole = |alpha| cuts.at(alpha).to_integers();
    let counted = || Cuts::new(whole(Alpha::Core)?, whole(Alpha::Typical)?, whole(Alpha::Support)?);
    counted().map_or(Cow::Borrowed(cuts), Cow::Owned)
}

fn is_whole(interval: &Interval) -> bool {
    [interval.lo(), interval.hi()]
        .iter()
        .all(|end| end.value().is_none_or(|value| end.is_closed() && value.is_integer()))
}
