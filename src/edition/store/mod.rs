//! The store as it is read from disk: every byte is held against the digest that it was released under.

#![expect(clippy::disallowed_methods, reason = "the store of editions is an edge: it reads data/editions")]

mod release;
#[cfg(test)]
mod tests;

pub use release::release;

use super::FOLDER;
use super::chain::{self, Link, path_of};
use super::digest::Digest;
use super::fault::{ALTERED, BROKEN, DISK, Fault, MISSING, UNREADABLE, UNSIGNED, fault};
use super::frozen::Edition;
use super::manifest::{Entry, Manifest};
use super::number::EditionNumber;
use super::piece::Piece;
use super::thaw::Kept;
use crate::finding::{Checked, Finding};
use minisign_verify::{PublicKey, Signature};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// No manifest and no object comes near this; a file beyond it was not written by a release.
const LARGEST: u64 = 256 << 20;

/// The editions of a repository.
#[derive(Debug, Clone)]
pub struct Store {
    root: PathBuf,
}

/// What was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// How many editions.
    pub editions: usize,
    /// How many objects they hold, each counted once.
    pub objects: usize,
}

/// Proves the chain and every file that an edition holds. Names each file that is missing or altered.
#[must_use]
pub fn verify(root: &Path) -> Checked<Verified> {
    let (editions, objects, findings) = Store::at(root).verified();
    Checked::unless_errors(Verified { editions: editions.len(), objects: objects.len() }, findings)
}

/// Holds the signature beside every manifest against a minisign public key, in base64. How many there are.
#[must_use]
pub fn verify_signatures(root: &Path, key: &str) -> Checked<usize> {
    let store = Store::at(root);
    let (editions, mut findings) = store.chain();
    match PublicKey::from_base64(key) {
        Ok(key) => findings.extend(editions.iter().filter_map(|edition| store.unsigned(edition, &key))),
        Err(error) => {
            findings.push(*fault(
                &UNSIGNED,
                FOLDER,
                format!("“{key}” is no public key of minisign: {error}"),
            ));
        }
    }
    Checked::unless_errors(editions.len(), findings)
}

/// The files of some editions, each once: manifests, the signatures beside them, and objects.
///
/// # Errors
/// Every file that is missing, altered or cannot be read.
pub fn files(editions: &[Edition]) -> Vec<String> {
    let manifests = editions.iter().flat_map(|edition| {
        let path = path_of(edition.number());
        let signature = signature_of(&path);
        let signed = edition.store().file(&signature).is_file().then_some(signature);
        [Some(path), signed].into_iter().flatten()
    });
    manifests.chain(distinct(editions).into_keys().map(object_path)).collect()
}

/// The bytes of one of [`files`].
///
/// # Errors
/// Where the disk refuses.
pub fn bytes(root: &Path, path: &str) -> Result<Vec<u8>, Vec<Finding>> {
    Store::at(root).read(path).map_err(|fault| vec![*fault])
}

fn signature_of(manifest: &str) -> String {
    format!("{manifest}.minisig")
}

/// Every object that the editions name, each once.
fn distinct(editions: &[Edition]) -> BTreeMap<Digest, &Entry> {
    let entries = editions.iter().flat_map(|edition| &edition.manifest().entries);
    entries.map(|entry| (entry.sha256, entry)).collect()
}

/// The path of an object, from the repository's root: `data/editions/objects/ab/cdef….json`.
pub(in crate::edition) fn object_path(digest: Digest) -> String {
    let digits = digest.to_string();
    let (folder, name) = digits.split_at(2);
    format!("{FOLDER}/objects/{folder}/{name}.json")
}

impl Store {
    /// The store of the repository at a root.
    pub(in crate::edition) fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Reads the chain of editions, oldest first; a repository without editions has an empty one. Objects are
    /// checked when they are read; [`verify`] checks them all.
    #[must_use]
    pub fn open(root: &Path) -> Checked<Vec<Edition>> {
        let (editions, findings) = Self::at(root).chain();
        Checked::unless_errors(editions, findings)
    }

    /// The file at a path from the repository's root.
    pub(in crate::edition) fn file(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The editions that can be read, the objects that they name, and all that is wrong with either.
    pub(in crate::edition) fn verified(&self) -> (Vec<Edition>, BTreeSet<Digest>, Vec<Finding>) {
        let (editions, mut findings) = self.chain();
        let entries = distinct(&editions);
        findings.extend(
            entries
                .par_iter()
                .filter_map(|(_, entry)| self.object(entry).err())
                .map(|fault| *fault)
                .collect::<Vec<_>>(),
        );
        let objects = entries.into_keys().collect();
        (editions, objects, findings)
    }

    /// The editions that can be read, and what is wrong with the chain.
    pub(in crate::edition) fn chain(&self) -> (Vec<Edition>, Vec<Finding>) {
        let mut findings = Vec::new();
        let links: Vec<Link> =
            self.numbers(&mut findings).into_iter().map(|number| self.link(number, &mut findings)).collect();
        findings.extend(chain::check(&links));
        let whole = links.into_iter().filter_map(|link| Some((link.manifest?, link.digest?)));
        (whole.map(|(manifest, digest)| Edition::new(manifest, digest, self.clone())).collect(), findings)
    }

    /// The numbers of the manifests that are there, in order.
    fn numbers(&self, findings: &mut Vec<Finding>) -> Vec<EditionNumber> {
        let folder = self.file(FOLDER);
        match fs::symlink_metadata(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
            Ok(found) if !found.is_dir() => {
                findings.push(*fault(&UNREADABLE, FOLDER, "It is not an ordinary folder"));
                return Vec::new();
            }
            // The walk meets whatever error there is once more, and reports it.
            Ok(_) | Err(_) => {}
        }
        let mut numbers = Vec::new();
        for entry in WalkDir::new(&folder).follow_root_links(false).min_depth(1).max_depth(1) {
            match entry {
                Ok(entry) => {
                    let name = entry.file_name().to_string_lossy().into_owned();
                    match EditionNumber::from_file_name(&name) {
                        Some(number) => numbers.push(number),
                        None if name.ends_with(".json") => findings.push(*misnamed(&name)),
                        None => {}
                    }
                }
                Err(error) => {
                    findings.push(*fault(&DISK, FOLDER, format!("The folder cannot be read: {error}")));
                }
            }
        }
        numbers.sort_unstable();
        numbers
    }

    fn link(&self, number: EditionNumber, findings: &mut Vec<Finding>) -> Link {
        let path = path_of(number);
        let read = self
            .read(&path)
            .and_then(|bytes| Manifest::parse(&bytes, &path).map(|manifest| (manifest, Digest::of(&bytes))));
        match read {
            Ok((manifest, digest)) => Link { number, manifest: Some(manifest), digest: Some(digest) },
            Err(finding) => {
                findings.push(*finding);
                Link { number, manifest: None, digest: None }
            }
        }
    }

    /// Why an edition's signature does not hold.
    fn unsigned(&self, edition: &Edition, key: &PublicKey) -> Option<Finding> {
        let path = path_of(edition.number());
        let at = signature_of(&path);
        let signature = self.read(&at).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let Some(signature) = signature else {
            return Some(*fault(&UNSIGNED, &at, format!("Edition {} is not signed", edition.number())));
        };
        let signed = self.read(&path).map_err(|fault| fault.message.clone()).and_then(|manifest| {
            let signature = Signature::decode(&signature).map_err(|error| error.to_string())?;
            key.verify(&manifest, &signature, false).map_err(|error| error.to_string())
        });
        let message = format!("The signature of edition {} does not hold", edition.number());
        signed.err().map(|why| *fault(&UNSIGNED, &at, format!("{message}: {why}")))
    }

    /// What the editions hold, each object once, held against its digest and parsed.
    pub(in crate::edition) fn pieces(&self, editions: &[Edition]) -> Vec<Result<(Digest, Piece), Fault>> {
        let entries = editions.iter().flat_map(|edition| &edition.manifest().entries);
        let named: BTreeMap<_, &Entry> = entries.map(|entry| ((entry.sha256, entry.key()), entry)).collect();
        let piece = |entry: &&Entry| Ok((entry.sha256, Piece::parse(&self.object(entry)?)?));
        named.into_values().collect::<Vec<_>>().par_iter().map(piece).collect()
    }

    /// The text of an object, held against its digest.
    fn object<'a>(&self, entry: &'a Entry) -> Result<Kept<'a>, Fault> {
        let path = object_path(entry.sha256);
        let bytes = self.read(&path)?;
        let actual = Digest::of(&bytes);
        if actual != entry.sha256 {
            let message = format!("The frozen {entry} was altered: its bytes now hash to {actual}");
            return Err(fault(&ALTERED, &path, message));
        }
        let text = String::from_utf8(bytes).map_err(|_| fault(&UNREADABLE, &path, "It is not UTF-8"))?;
        Ok(Kept { entry, path, text })
    }

    /// The bytes of an ordinary file. A link, a device or a pipe is not one: it could lead anywhere, or wait
    /// for ever.
    fn read(&self, path: &str) -> Result<Vec<u8>, Fault> {
        let disk = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => fault(&MISSING, path, "The file is missing"),
            _ => fault(&DISK, path, format!("The file cannot be read: {error}")),
        };
        let file = self.file(path);
        let found = fs::symlink_metadata(&file).map_err(disk)?;
        if !found.is_file() {
            return Err(fault(&UNREADABLE, path, "It is not an ordinary file"));
        }
        if found.len() > LARGEST {
            return Err(fault(&UNREADABLE, path, format!("It is too large, at {} bytes", found.len())));
        }
        let mut bytes = Vec::new();
        fs::File::open(&file).map_err(disk)?.take(LARGEST).read_to_end(&mut bytes).map_err(disk)?;
        Ok(bytes)
    }
}

fn misnamed(name: &str) -> Fault {
    let message =
        format!("“{name}” is not the name of an edition: the first is {}", EditionNumber::FIRST.file_name());
    fault(&BROKEN, &format!("{FOLDER}/{name}"), message)
}
