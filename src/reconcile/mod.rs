//! How the claims stand to one another: comparability, agreement, relations, verification status.
