//! The vocabulary: what a published figure, its source and the claims about it are. Plain values.
