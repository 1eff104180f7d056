//! What a run of the command came to, and the steps that look at it.

use super::Story;
use std::fmt;

/// The end of one run.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// What was run, for messages.
    pub(crate) command: String,
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { command, status, stdout, stderr } = self;
        write!(f, "{command}\nexit status {status}\n--- stdout\n{stdout}\n--- stderr\n{stderr}\n---")
    }
}

/// Looking at the last run.
impl Story {
    /// The exit status is this one.
    #[track_caller]
    pub(crate) fn exit(&mut self, status: i32) -> &mut Self {
        let outcome = self.outcome();
        assert!(outcome.status == status, "expected exit status {status}\n{outcome}");
        self
    }

    /// Standard output says these words.
    #[track_caller]
    pub(crate) fn stdout_contains(&mut self, words: &str) -> &mut Self {
        let outcome = self.outcome();
        assert!(outcome.stdout.contains(words), "expected on stdout: {words:?}\n{outcome}");
        self
    }

    /// Standard output does not say these words.
    #[track_caller]
    pub(crate) fn stdout_lacks(&mut self, words: &str) -> &mut Self {
        let outcome = self.outcome();
        assert!(!outcome.stdout.contains(words), "not expected on stdout: {words:?}\n{outcome}");
        self
    }

    /// Standard output is this, to the byte.
    #[track_caller]
    pub(crate) fn stdout_is(&mut self, words: &str) -> &mut Self {
        let outcome = self.outcome();
        assert!(outcome.stdout == words, "expected on stdout exactly: {words:?}\n{outcome}");
        self
    }

    /// Standard error says these words.
    #[track_caller]
    pub(crate) fn stderr_contains(&mut self, words: &str) -> &mut Self {
        let outcome = self.outcome();
        assert!(outcome.stderr.contains(words), "expected on stderr: {words:?}\n{outcome}");
        self
    }

    /// Standard error does not say these words.
    #[track_caller]
    pub(crate) fn stderr_lacks(&mut self, words: &str) -> &mut Self {
        let outcome = self.outcome();
        assert!(!outcome.stderr.contains(words), "not expected on stderr: {words:?}\n{outcome}");
        self
    }

    /// Standard error is empty.
    #[track_caller]
    pub(crate) fn stderr_is_empty(&mut self) -> &mut Self {
        let outcome = self.outcome();
        assert!(outcome.stderr.is_empty(), "expected nothing on stderr\n{outcome}");
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub(crate) fn stdout_json(&self) -> serde_json::Value {
        let outcome = self.outcome();
        serde_json::from_str(&outcome.stdout).unwrap_or_else(|e| panic!("not JSON: {e}\n{outcome}"))
    }
}
