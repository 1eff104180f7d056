//! Frozen editions: numbering, canonical form, hash chain, store.
//!
//! ```text
//! Store::open(root)                  -> Checked<Vec<Edition>>     the chain, oldest first; empty where there is none
//! Archive::of(&[Edition])            -> Result<Archive, Vec<Finding>>   what they hold, every byte checked
//! Archive::part(&Edition, &Reach)    -> Result<Dataset, Vec<Finding>>   as it was released, within reach
//! Reach::between(&Outline, &Outline) -> Reach                      how far a change reaches
//! release(root, &Draft)              -> Result<Edition, Vec<Finding>>   freezes the next edition, or says why not
//! verify(root)                       -> Checked<Verified>         the chain and every file
//! verify_signatures(root, key)        -> Checked<usize>            who released them
//! files(&[Edition]), bytes(root, path)                             the files themselves, for the site
//! changed_since(before, &Edition)     -> BTreeSet<MeasureId>        the measures that have a frozen page of it
//! content_hash(&Dataset, &MeasureId) -> Option<Digest>            what a measure's page tells, as one digest
//! ```
//!
//! On disk, under `data/editions/`: `0001.json` and so on are the manifests, each sealed and tied to the one
//! before; `objects/ab/cdef….json` are the parts, named by the SHA-256 of their bytes, so that what did not
//! change is kept once. A file is never rewritten. Only `store` touches the disk.

mod archive;
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
mod reach;
mod recorded;
mod store;
mod thaw;

pub use archive::Archive;
pub use content::{content_hash, content_hashes};
pub use digest::{Digest, Digesting};
pub use draft::Draft;
pub use fault::{documentation, is_of_the_disk};
pub use frozen::{Edition, changed_since};
pub use manifest::Counts;
pub use number::EditionNumber;
pub use reach::{Outline, Reach};
pub use recorded::RecordedFinding;
pub use store::{Store, Verified, bytes, files, release, verify, verify_signatures};

/// Where editions are kept, from the repository's root.
pub(crate) const FOLDER: &str = "data/editions";
