//! Words before a time.

/// What stands before a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing, or "the".
    None,
    /// "In", "during", "for": a year may follow.
    During,
    /// "For": a year may follow, unless it counts something.
    For,
    /// "Up to" a date; "up to 2000" is no year.
    UpTo,
    /// "By": a year may follow, but not after a change.
    By,
    /// "On": a day, or what a change is compared with.
    On,
    /// "As of", "at", "on".
    At,
    /// "At the end of".
    EndOf,
    /// "Since".
    Since,
    /// "From", where a range may begin.
    From,
    /// "Before", "until", "early", which leave the time open.
    Vague,
}

/// In the order of the first word.
pub(super) const LEADS: &[(&str, Lead)] = &[
    ("after", Lead::Vague),
    ("as at", Lead::At),
    ("as at the end of", Lead::EndOf),
    ("as of", Lead::At),
    ("as of early", Lead::Vague),
    ("as of late", Lead::Vague),
    ("as of mid", Lead::Vague),
    ("as of the end of", Lead::EndOf),
    ("at", Lead::At),
    ("at end", Lead::EndOf),
    ("at the end of", Lead::EndOf),
    ("at the start of", Lead::Vague),
    ("before", Lead::Vague),
    ("between", Lead::From),
    ("by", Lead::By),
    ("by the end of", Lead::EndOf),
    ("dated", Lead::At),
    ("during", Lead::During),
    ("during the", Lead::During),
    ("early", Lead::Vague),
    ("end of", Lead::EndOf),
    ("for", Lead::For),
    ("for the", Lead::During),
    ("from", Lead::From),
    ("in", Lead::During),
    ("in each of the", Lead::Vague),
    ("in early", Lead::Vague),
    ("in late", Lead::Vague),
    ("in mid", Lead::Vague),
    ("in the", Lead::During),
    ("late", Lead::Vague),
    ("mid", Lead::Vague),
    ("on", Lead::On),
    ("on the", Lead::On),
    ("over", Lead::None),
    ("over the", Lead::None),
    ("post", Lead::Vague),
    ("pre", Lead::Vague),
    ("prior to", Lead::Vague),
    ("since", Lead::Since),
    ("since the", Lead::Since),
    ("the", Lead::None),
    ("throughout", Lead::During),
    ("till", Lead::Vague),
    ("to", Lead::None),
    ("to the end of", Lead::EndOf),
    ("until", Lead::Vague),
    ("up to", Lead::UpTo),
    ("up to and including", Lead::UpTo),
    ("within the", Lead::None),
];
