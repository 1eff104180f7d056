//! The edge inwards: a publisher's files become a dataset, every mistake with its place.
