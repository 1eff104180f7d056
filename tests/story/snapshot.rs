//! Expected output kept as files: compared always, written only when asked, and never in CI.

use super::disk;
use std::env;
use std::path::Path;

/// Compares a text with `tests/snapshots/NAME`. `ONRECORD_UPDATE=1` writes what differs.
#[track_caller]
pub(super) fn compare(name: &str, actual: &str) {
    compare_in(&disk::checkout().join("tests/snapshots"), name, actual, may_write());
}

/// What to do with a text that differs from its file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Differing {
    Write,
    Fail,
}

fn may_write() -> Differing {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if is("ONRECORD_UPDATE", "1") && !is("CI", "true") { Differing::Write } else { Differing::Fail }
}

#[track_caller]
fn compare_in(folder: &Path, name: &str, actual: &str, differing: Differing) {
    let path = folder.join(name);
    let expected = path.is_file().then(|| disk::read_text(&path));
    if expected.as_deref() == Some(actual) {
        return;
    }
    if differing == Differing::Write {
        disk::write(&path, actual.as_bytes());
        return;
    }
    let Some(expected) = expected else {
        panic!("tests/snapshots/{name} is not there. ONRECORD_UPDATE=1 writes it. The output:\n{actual}");
    };
    panic!(
        "tests/snapshots/{name} differs ({}). ONRECORD_UPDATE=1 accepts it.",
        first_difference(&expected, actual)
    );
}

/// The first line that differs, as it should be and as it is.
fn first_difference(expected: &str, actual: &str) -> String {
    let (mut was, mut is) = (expected.split('\n'), actual.split('\n'));
    for line in 1.. {
        match (was.next(), is.next()) {
            (was, is) if was == is && was.is_some() => {}
            (None, None) => break,
            (was, is) => return format!("line {line}: expected {was:?}, found {is:?}"),
        }
    }
    "in nothing".to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Differing, compare_in};
    use std::panic::catch_unwind;

    /// Whether a comparison with a file that says "one\ntwo\n" holds.
    fn holds(name: &str, actual: &str, differing: Differing) -> (bool, String) {
        let folder = tempfile::tempdir().unwrap();
        super::disk::write(&folder.path().join("there"), b"one\ntwo\n");
        let held = catch_unwind(|| compare_in(folder.path(), name, actual, differing)).is_ok();
        (
            held,
            super::disk::files(folder.path())
                .remove(name)
                .map_or(String::new(), |b| String::from_utf8(b).unwrap()),
        )
    }

    #[test]
    fn the_same_text_holds() {
        assert!(holds("there", "one\ntwo\n", Differing::Fail).0);
    }

    #[test]
    fn another_text_fails_and_leaves_the_file() {
        assert_eq!(holds("there", "one\nthree\n", Differing::Fail), (false, "one\ntwo\n".to_owned()));
        assert!(!holds("there", "one\ntwo", Differing::Fail).0);
    }

    #[test]
    fn a_file_that_is_not_there_fails_and_is_not_made() {
        assert_eq!(holds("new", "one\n", Differing::Fail), (false, String::new()));
    }

    #[test]
    fn writing_is_done_when_asked() {
        assert_eq!(holds("there", "new\n", Differing::Write), (true, "new\n".to_owned()));
        assert_eq!(holds("deep/new", "new\n", Differing::Write), (true, "new\n".to_owned()));
    }
}
