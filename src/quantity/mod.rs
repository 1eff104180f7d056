//! Reported quantities: exact rationals, intervals, cuts, the phrase reader and number printing.
