//! Why a command could not do its work.

use crate::finding::Finding;

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// The publisher's files cannot be used, or must not be published as they are.
    Input(Vec<Finding>),
    /// The command was asked for something that cannot be.
    Configuration(String),
    /// The disk refused.
    Disk(String),
}
