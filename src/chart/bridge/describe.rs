//! The title and the text alternative, made from the data.

use super::BridgeChart;
use crate::chart::words::count;
use crate::quantity::{Rational, print};

impl BridgeChart {
    /// What the chart shows, in few words.
    #[must_use]
    pub fn title(&self) -> String {
        let (difference, left) = ((&self.to.value - &self.from.value).abs(), self.left().abs());
        let shown = match (left.signum(), left == difference) {
            (0, _) => format!("the difference of {} is accounted for", print::number(&difference)),
            (_, true) => format!("nothing accounts for the difference of {}", print::number(&difference)),
            (_, false) => format!(
                "{} of the difference of {} is not accounted for",
                print::number(&left),
                print::number(&difference)
            ),
        };
        format!("{}: {shown}", self.measure.trim())
    }

    /// The text alternative: the way from the one figure to the other, step by step.
    #[must_use]
    pub fn describe(&self) -> String {
        let mut text = vec![format!(
            "From {} ({}) to {} ({}), in {}.",
            print::number(&self.from.value),
            self.from.source.trim(),
            print::number(&self.to.value),
            self.to.source.trim(),
            count(self.steps.len(), "step", "steps"),
        )];
        text.extend(self.steps.iter().map(|step| format!("{}: {}.", step.name, signed(&step.amount))));
        let left = self.left();
        text.push(match left.signum() {
            0 => "Nothing is left.".to_owned(),
            _ => format!("Not accounted for: {}.", signed(&left)),
        });
        text.join(" ")
    }
}

/// With its sign: amounts are the second figure less the first.
pub(super) fn signed(amount: &Rational) -> String {
    let number = print::number(amount);
    if amount.signum() > 0 { format!("+{number}") } else { number }
}
