//! What a command prints: results on standard output, everything else on standard error.

use super::ExitStatus;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Prints a result. A reader that closes the pipe early is no failure.
pub(super) fn result(text: &str) -> ExitStatus {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitStatus::Fine,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitStatus::Fine,
        Err(_) => ExitStatus::Disk,
    }
}

/// Prints a message beside the result. Where even that cannot be printed there is nobody to tell.
pub(super) fn message(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// "1 edition", "2 editions", "no editions".
pub(super) fn counted(number: usize, one: &str) -> String {
    match number {
        0 => format!("no {one}s"),
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    }
}

/// Says what of disclosure stands in what was just made public, where anything does.
pub(super) fn disclosure(found: &BTreeMap<&'static str, usize>) {
    let all: usize = found.values().sum();
    if all > 0 {
        let codes: Vec<String> =
            found.iter().map(|(code, number)| format!("{code} {number} times")).collect();
        let codes = codes.join(", ").replace(" 1 times", " once").replace(" 2 times", " twice");
        message(&format!(
            "warning: {} on disclosure: {codes}; `onrecord check` names them",
            counted(all, "finding")
        ));
    }
}

/// Prints help, the version, or what is wrong with the arguments.
pub(super) fn usage(error: &clap::Error) -> ExitStatus {
    let _ = error.print();
    if error.use_stderr() { ExitStatus::Usage } else { ExitStatus::Fine }
}
