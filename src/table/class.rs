//! The kinds of change of a cell.

/// What kind of change a cell went through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The number is another, beyond rounding.
    Revised,
    /// A number marked as provisional no longer is; it may have changed with that.
    Final,
    /// A number gave way to a sign that it is withheld.
    Suppressed,
    /// A number stands where one was withheld.
    Unsuppressed,
    /// A number gave way to a sign that there is none.
    NotAvailable,
    /// A number stands where there was a sign that there is none.
    Available,
    /// The number is given more or less exactly; the two agree.
    Rounding,
    /// The same number, hedged in another way.
    Hedged,
    /// The whole column is given in another unit.
    Unit,
    /// A value of a key was renamed throughout.
    Code,
    /// The sign or mark is another one.
    Symbol,
    /// Something stands where nothing did.
    Filled,
    /// Nothing stands where something did.
    Emptied,
    /// Words changed.
    Text,
    /// The same, written in another way.
    Representation,
}

impl Class {
    /// Every class, those that matter most first.
    pub const ALL: [Self; 15] = [
        Self::Revised,
        Self::Final,
        Self::Suppressed,
        Self::Unsuppressed,
        Self::NotAvailable,
        Self::Available,
        Self::Rounding,
        Self::Hedged,
        Self::Unit,
        Self::Code,
        Self::Symbol,
        Self::Filled,
        Self::Emptied,
        Self::Text,
        Self::Representation,
    ];

    /// The stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Revised => "revised",
            Self::Final => "final",
            Self::Suppressed => "suppressed",
            Self::Unsuppressed => "unsuppressed",
            Self::NotAvailable => "not_available",
            Self::Available => "available",
            Self::Rounding => "rounding",
            Self::Hedged => "hedged",
            Self::Unit => "unit",
            Self::Code => "code",
            Self::Symbol => "symbol",
            Self::Filled => "filled",
            Self::Emptied => "emptied",
            Self::Text => "text",
            Self::Representation => "representation",
        }
    }

    /// The class in words, after a number of cells: "3 revised".
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Revised => "revised",
            Self::Final => "no longer provisional",
            Self::Suppressed => "newly withheld",
            Self::Unsuppressed => "no longer withheld",
            Self::NotAvailable => "no longer available",
            Self::Available => "newly available",
            Self::Rounding => "only rounded in another way",
            Self::Hedged => "hedged in another way",
            Self::Unit => "in another unit",
            Self::Code => "renamed",
            Self::Symbol => "marked in another way",
            Self::Filled => "filled in",
            Self::Emptied => "emptied",
            Self::Text => "reworded",
            Self::Representation => "only written in another way",
        }
    }

    /// The class of the change back.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Suppressed => Self::Unsuppressed,
            Self::Unsuppressed => Self::Suppressed,
            Self::NotAvailable => Self::Available,
            Self::Available => Self::NotAvailable,
            Self::Filled => Self::Emptied,
            Self::Emptied => Self::Filled,
            // What was final becomes provisional: that is another mark.
            Self::Final => Self::Symbol,
            same => same,
        }
    }
}
