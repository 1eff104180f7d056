//! Frozen editions: numbering, canonical form, hash chain, store.
