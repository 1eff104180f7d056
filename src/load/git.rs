//! A repository as it was at a revision of its git history.

#![expect(
    clippy::disallowed_methods,
    reason = "what git gives is unpacked into a temporary folder to be read"
)]

use super::{Loaded, load};
use crate::finding::Checked;
use std::fs;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::process::Command;
use zip::ZipArchive;

/// The folders that are read; nothing else of a revision is unpacked.
const PARTS: [&str; 3] = ["data", "site", "templates"];
/// A revision that unpacks to more than this many bytes is not read.
const MOST: u64 = 4_000_000_000;

/// Reads a publisher's repository as it was at a revision. It must lie in a git repository, and git must be there.
///
/// # Errors
/// Where git does not know the revision, or it cannot be unpacked.
pub fn load_revision(root: &Path, revision: &str) -> Result<Checked<Loaded>, String> {
    let archive = archive(root, revision)?;
    let folder = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    unpack(&archive, folder.path())
        .map_err(|error| format!("git's archive of {revision} cannot be unpacked: {error}"))?;
    Ok(load(folder.path()))
}

fn archive(root: &Path, revision: &str) -> Result<Vec<u8>, String> {
    if revision.starts_with('-') || revision.is_empty() {
        return Err(format!("“{revision}” is no revision"));
    }
    let output = Command::new("git")
        .args(["archive", "--format=zip", revision])
        .current_dir(root)
        .output()
        .map_err(|error| format!("git cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().next().unwrap_or("git failed");
    if line.contains("not a valid object name") {
        return Err(format!(
            "there is no edition, draft or git revision called “{revision}”: an edition is a number, the files as they \
             stand are “draft”"
        ));
    }
    Err(format!("git says: {line}"))
}

fn unpack(archive: &[u8], to: &Path) -> io::Result<()> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).map_err(io::Error::other)?;
    let mut room = MOST;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(io::Error::other)?;
        let Some(path) = entry.enclosed_name() else { continue };
        if !entry.is_file() || entry.is_symlink() || !PARTS.iter().any(|part| path.starts_with(part)) {
            continue;
        }
        let path = to.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let written = io::copy(&mut entry.by_ref().take(room), &mut fs::File::create(path)?)?;
        room = room.saturating_sub(written);
        if room == 0 {
            return Err(io::Error::other("it holds more than 4 GB"));
        }
    }
    Ok(())
}
