//! Running the built binary: alone in its environment, and never for long.

use super::{Outcome, disk};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Longer than this is a hang: no story needs a second.
const LIMIT: Duration = Duration::from_secs(60);

const BINARY: &str = env!("CARGO_BIN_EXE_onrecord");

/// Runs the command to its end. A panic (status 101), a signal or a hang is never what a story expects.
#[track_caller]
pub(super) fn run(
    here: &Path,
    home: &Path,
    arguments: &[&str],
    environment: &BTreeMap<String, String>,
) -> Outcome {
    let mut command = alone(BINARY, here, home, environment);
    command.args(arguments);
    to_its_end(command, home, format!("onrecord {}", arguments.join(" ")))
}

/// Runs a line of shell, in which `$ONRECORD` is the command.
#[cfg(unix)]
#[track_caller]
pub(super) fn shell(here: &Path, home: &Path, line: &str, environment: &BTreeMap<String, String>) -> Outcome {
    let mut command = alone("sh", here, home, environment);
    command.args(["-c", line]).env("ONRECORD", BINARY);
    to_its_end(command, home, line.to_owned())
}

/// Starts the command and does not wait for it.
#[track_caller]
pub(super) fn start(here: &Path, home: &Path, arguments: &[&str]) -> Child {
    let mut command = alone(BINARY, here, home, &BTreeMap::new());
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap_or_else(|e| panic!("the binary does not start: {e}"))
}

/// A command that inherits nothing but `PATH`.
fn alone(program: &str, here: &Path, home: &Path, environment: &BTreeMap<String, String>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(here).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("HOME", home).env("TZ", "UTC").envs(environment).stdin(Stdio::null());
    command
}

#[track_caller]
fn to_its_end(mut command: Command, home: &Path, words: String) -> Outcome {
    // Into files, not pipes: a full pipe would stop a talkative run.
    let (stdout, stderr) = (home.join("run.stdout"), home.join("run.stderr"));
    let child = command.stdout(create(&stdout)).stderr(create(&stderr)).spawn();
    let status = wait(child.unwrap_or_else(|e| panic!("{words} does not start: {e}")));
    let outcome = Outcome {
        command: words,
        status: status.and_then(|status| status.code()).unwrap_or(-1),
        stdout: disk::read_text(&stdout),
        stderr: disk::read_text(&stderr),
    };
    assert!(status.is_some(), "still running after {LIMIT:?}\n{outcome}");
    assert!(outcome.status >= 0, "ended by a signal\n{outcome}");
    assert!(outcome.status != 101, "the command panicked\n{outcome}");
    outcome
}

#[track_caller]
fn create(path: &Path) -> File {
    File::create(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The end of a process, or nothing when it had to be stopped.
fn wait(mut child: Child) -> Option<ExitStatus> {
    let start = Instant::now();
    loop {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        if start.elapsed() > LIMIT {
            child.kill().and_then(|()| child.wait()).ok();
            return None;
        }
        sleep(Duration::from_millis(2));
    }
}
