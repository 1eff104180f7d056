//! How a command ends.

use std::process::ExitCode;

/// The exit status of a command. 101 is a bug.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitStatus {
    /// 0: all is well.
    Fine,
    /// 1: findings at or above the level asked for.
    Findings,
    /// 2: wrong usage or configuration.
    Usage,
    /// 3: input that cannot be built.
    Input,
    /// 4: the disk or another stream refused.
    Disk,
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(match status {
            ExitStatus::Fine => 0,
            ExitStatus::Findings => 1,
            ExitStatus::Usage => 2,
            ExitStatus::Input => 3,
            ExitStatus::Disk => 4,
        })
    }
}
