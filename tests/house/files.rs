//! The files of a source folder, read whole.

use std::fs;
use std::io;
use std::path::Path;

/// One source file.
pub(crate) struct File {
    /// Its path below `src`, with `/` between folders.
    pub(crate) path: String,
    /// What it says.
    pub(crate) text: String,
}

impl File {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The room: the first folder, or the file's own name when it lies at the top.
    pub(crate) fn room(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// The names on the way down to the file, `.rs` and `mod` left out: its place in the tree of modules.
    pub(crate) fn module(&self) -> Vec<&str> {
        self.path.trim_end_matches(".rs").split('/').filter(|name| *name != "mod").collect()
    }
}

/// Every Rust file below a folder, in order of path.
pub(crate) fn below(root: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(root).sort_by_file_name() {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "rs") {
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let path = path.to_string_lossy().replace('\\', "/");
            files.push(File::new(&path, &fs::read_to_string(entry.path())?));
        }
    }
    Ok(files)
}
