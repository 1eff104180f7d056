//! A diagnostic as a value: code, severity, places, help, causes and a fingerprint.

mod bridge;
mod cause;
mod checked;
mod code;
mod conflict;
mod fingerprint;
mod nearest;
mod value;
mod verdict;

pub use bridge::{Bridge, Outcome, Reason, Step};
pub use cause::{Cause, CauseCode};
pub use checked::Checked;
pub use code::{RuleDoc, Severity};
pub use conflict::{Change, Conflict, Correction, Ends, Member, Needed, Weighed};
pub use fingerprint::Fingerprint;
pub use nearest::nearest;
pub use value::{Finding, Nature, Reviewed};
pub use verdict::{Distances, Verdict};
