//! Frozen editions: numbering, canonical form, hash chain, store.
//!
//! ```text
//! Store::open(root)                  -> Checked<Vec<Edition>>     the chain, oldest first; empty where there is none
//! Edition::dataset(&Reader)          -> Result<Dataset, Vec<Finding>>   as it was released, every byte checked
//! release(root, &Draft)              -> Result<Edition, Vec<Finding>>   freezes the next edition, or says why not
//! verify(root)                       -> Checked<Verified>         the chain and every file
//! changed_in(&[Edition], &MeasureId) -> Vec<EditionNumber>        the editions that have a frozen page of a measure
//! content_hash(&Dataset, &MeasureId) -> Option<Digest>            what a measure's page tells, as one digest
//! ```
//!
//! On disk, under `data/editions/`: `0001.json` and so on are the manifests, each sealed and tied to the one
//! before; `objects/ab/cdef….json` are the parts, named by the SHA-256 of their bytes, so that what did not
//! change is kept once. A file is never rewritten. Only `store` touches the disk.

mod canon;
mod chain;
mod content;
mod digest;
mod draft;
mod fault;
mod frozen;
mod manifest;
mod number;
mod object;
mod piece;
mod recorded;
mod store;
mod thaw;

pub use content::{content_hash, content_hashes};
pub use digest::Digest;
pub use draft::Draft;
pub use fault::{documentation, is_of_the_disk};
pub use frozen::{Edition, changed_in};
pub use manifest::Counts;
pub use number::EditionNumber;
pub use recorded::RecordedFinding;
pub use store::{Store, Verified, release, verify};

/// Where editions are kept, from the repository's root.
pub(crate) const FOLDER: &str = "data/editions";
