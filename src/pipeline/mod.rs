//! The conductor: the one place that knows the order.
