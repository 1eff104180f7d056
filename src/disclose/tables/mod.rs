//! Tables of counts with margins, for a publisher who has only these: the same audit, without a record.
//!
//! Each file is a table; a count is the same in all of them where its keys are, so tables that are linked by their
//! margins, and the tables of earlier releases, are audited together.

mod address;
mod found;
mod lay;
mod read;

pub use address::Address;
pub use found::{Found, Kind, Place, TableAudit, audit_tables};
pub use read::{Layout, Misread, TableFile};
