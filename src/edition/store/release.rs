//! Writing a release: objects first, then the manifest in one step, so that an edition is whole or not there.

use super::{Store, object_path};
use crate::edition::FOLDER;
use crate::edition::chain::path_of;
use crate::edition::digest::Digest;
use crate::edition::draft::{Draft, Prepared, prepare};
use crate::edition::fault::{DISK, Fault, fault};
use crate::edition::frozen::Edition;
use crate::edition::object::Object;
use crate::finding::Finding;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Where files stand before they are whole. What an interrupted release left here is removed by the next.
const UNFINISHED: &str = "data/editions/.unfinished";
/// Frozen files are bytes: version control must not change their line ends.
const ATTRIBUTES: (&str, &[u8]) = ("data/editions/.gitattributes", b"* -text\n");

/// Freezes the next edition. The chain and every file of the editions before are verified first.
///
/// # Errors
/// Whatever is wrong with the editions before, the reasons why this would be no edition, or what the disk
/// refused; then nothing of it is to be seen.
pub fn release(root: &Path, draft: &Draft<'_>) -> Result<Edition, Vec<Finding>> {
    let store = Store::at(root);
    let (editions, kept, findings) = store.verified();
    if findings.is_empty() {
        let prepared = prepare(&editions, draft)?;
        write(&store, prepared, &kept).map_err(|fault| vec![*fault])
    } else {
        Err(findings)
    }
}

/// Writes what is not kept already. What stays behind when this is interrupted is no part of any edition.
fn write(store: &Store, prepared: Prepared, kept: &BTreeSet<Digest>) -> Result<Edition, Fault> {
    let unfinished = Unfinished::begin(store)?;
    let (path, bytes) = ATTRIBUTES;
    unfinished.put(path, bytes, Existing::Keep)?;
    write_objects(
        &unfinished,
        prepared.objects.iter().filter(|object| !kept.contains(&object.digest)).collect(),
    )?;
    let text = prepared.manifest.text();
    unfinished.put(&path_of(prepared.manifest.number), text.as_bytes(), Existing::Refuse)?;
    unfinished.sync_folder(FOLDER)?;
    Ok(Edition::new(prepared.manifest, Digest::of(text.as_bytes()), store.clone()))
}

/// Every object is on the disk, and not only on its way there, before a manifest names it.
pub(super) fn write_objects(unfinished: &Unfinished<'_>, objects: Vec<&Object>) -> Result<(), Fault> {
    let put = |object: &&Object| {
        unfinished.put(&object_path(object.digest), object.text.as_bytes(), Existing::Replace)
    };
    objects.par_iter().map(put).collect::<Result<Vec<()>, Fault>>()?;
    let objects_folder = format!("{FOLDER}/objects");
    let mut folders: BTreeSet<String> = objects
        .iter()
        .filter_map(|object| Some(object_path(object.digest).rsplit_once('/')?.0.to_owned()))
        .collect();
    folders.extend([objects_folder, FOLDER.to_owned()]);
    folders
        .iter()
        .filter(|folder| unfinished.store.file(folder).is_dir())
        .try_for_each(|folder| unfinished.sync_folder(folder))
}

/// What to do where a file of the name is there already.
#[derive(Clone, Copy)]
enum Existing {
    /// Leave it as it is.
    Keep,
    /// An object that no edition names: an interrupted release left it, perhaps not whole.
    Replace,
    /// Another release was quicker.
    Refuse,
}

/// The folder in which files stand until they are whole. It goes when the release ends.
pub(super) struct Unfinished<'a> {
    store: &'a Store,
}

impl<'a> Unfinished<'a> {
    /// Makes the folder; one that an interrupted release left is emptied first.
    pub(super) fn begin(store: &'a Store) -> Result<Self, Fault> {
        let unfinished = Self { store };
        unfinished.remove();
        fs::create_dir_all(store.file(UNFINISHED)).map_err(|error| refused(UNFINISHED, &error))?;
        Ok(unfinished)
    }

    /// Puts a whole file in its place in one step.
    fn put(&self, path: &str, bytes: &[u8], existing: Existing) -> Result<(), Fault> {
        self.try_put(&self.store.file(path), bytes, existing).map_err(|error| refused(path, &error))
    }

    fn try_put(&self, target: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        if matches!(existing, Existing::Keep) && target.exists() {
            return Ok(());
        }
        let mut file = readable().tempfile_in(self.store.file(UNFINISHED))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        match existing {
            Existing::Keep | Existing::Replace => file.persist(target)?,
            Existing::Refuse => file.persist_noclobber(target)?,
        };
        Ok(())
    }

    /// A new name in a folder is on the disk only once the folder is.
    fn sync_folder(&self, path: &str) -> Result<(), Fault> {
        if cfg!(unix) {
            let synced = fs::File::open(self.store.file(path)).and_then(|folder| folder.sync_all());
            synced.map_err(|error| refused(path, &error))?;
        }
        Ok(())
    }

    /// Best effort: what cannot be removed is in nobody's way.
    fn remove(&self) {
        let _ = fs::remove_dir_all(self.store.file(UNFINISHED));
    }
}

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        self.remove();
    }
}

/// Temporary files are private by default; frozen files are there for everybody to read.
fn readable() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

fn refused(path: &str, error: &io::Error) -> Fault {
    fault(&DISK, path, format!("The file cannot be written: {error}"))
}
