//! The manifest of an edition: what it holds, by digest, and the edition it was built on.
//!
//! Its last line but one is its seal: the digest of every byte before that line. Anyone can repeat it with
//! `head -n -2 0001.json | sha256sum`, and the link to the edition before with `sha256sum 0001.json`.

use super::canon::canonical;
use super::digest::Digest;
use super::fault::{ALTERED, Fault, UNREADABLE, fault, not_json};
use super::number::EditionNumber;
use super::object::{FORMAT, Kind};
use super::recorded::RecordedFinding;
use crate::period::PartialDate;
use crate::quantity::HedgeWidths;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What an edition says of itself.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// The format of the manifest.
    pub(super) format: u32,
    /// Its place in the chain, from 1.
    pub(super) number: EditionNumber,
    /// The day on which it was released.
    pub(super) released: Date,
    /// The date up to which it tells what was known, where it does not tell everything.
    #[serde(default)]
    pub(super) known_on: Option<PartialDate>,
    /// What changed, in the publisher's words.
    pub(super) note: String,
    /// The version of onrecord that froze it.
    pub(super) tool: String,
    /// The digest of the manifest before; none for the first.
    #[serde(default)]
    pub(super) previous: Option<Digest>,
    /// How wide each hedge was read. A width that was not known then has its default.
    pub(super) hedges: HedgeWidths,
    /// How much it holds.
    pub(super) counts: Counts,
    /// Its objects.
    pub(super) entries: Vec<Entry>,
    /// What was found in it.
    pub(super) findings: Vec<RecordedFinding>,
    /// The digest of every byte before this.
    pub(super) seal: Option<Digest>,
}

/// How much an edition holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Bodies.
    pub bodies: usize,
    /// Measures.
    pub measures: usize,
    /// Sources.
    pub sources: usize,
    /// Reported figures.
    pub figures: usize,
    /// Relations asserted between them.
    pub relations: usize,
    /// Positions taken on them.
    pub positions: usize,
    /// The publisher's words on findings.
    pub reviews: usize,
}

/// One object of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// What it holds.
    pub(super) kind: Kind,
    /// Of which measure, source or month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    /// The digest of its bytes.
    pub(super) sha256: Digest,
    /// For a measure: the digest of all that its page tells, other parts of the dataset included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) content: Option<Digest>,
}

impl Entry {
    /// What an edition's entries are ordered by.
    pub(super) fn key(&self) -> (Kind, Option<&str>) {
        (self.kind, self.id.as_deref())
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.name())?;
        self.id.iter().try_for_each(|id| write!(f, " {id}"))
    }
}

impl Manifest {
    /// Reads a manifest from the bytes of its file: first its seal, then what it says.
    pub(super) fn parse(bytes: &[u8], path: &str) -> Result<Self, Fault> {
        let cut_short =
            || fault(&UNREADABLE, path, "This is not a whole manifest: its seal is not at its end");
        let text = std::str::from_utf8(bytes).map_err(|_| cut_short())?;
        let (sealed, seal) = split_seal(text).ok_or_else(cut_short)?;
        let actual = Digest::of(sealed.as_bytes());
        if actual != seal {
            let message =
                format!("This manifest was altered: it was sealed as {seal} and now reads {actual}");
            return Err(fault(&ALTERED, path, message));
        }
        serde_json::from_str(text).map_err(|error| unreadable(text, path, &error)).and_then(
            |manifest: Self| {
                if manifest.format == FORMAT { Ok(manifest) } else { Err(later(manifest.format, path)) }
            },
        )
    }

    /// Its text, sealed.
    pub(super) fn text(&self) -> String {
        let mut text = String::from("{\n");
        line(&mut text, "format", &self.format);
        line(&mut text, "number", &self.number);
        line(&mut text, "released", &self.released);
        self.known_on.iter().for_each(|date| line(&mut text, "known_on", date));
        line(&mut text, "note", &self.note);
        line(&mut text, "tool", &self.tool);
        self.previous.iter().for_each(|digest| line(&mut text, "previous", digest));
        line(&mut text, "hedges", &self.hedges);
        line(&mut text, "counts", &self.counts);
        lines(&mut text, "entries", &self.entries);
        lines(&mut text, "findings", &self.findings);
        let seal = Digest::of(text.as_bytes());
        text + SEAL + &seal.to_string() + END
    }
}

/// What stands before and after the digits of a seal.
const SEAL: &str = "  \"seal\": \"";
const END: &str = "\"\n}\n";

fn split_seal(text: &str) -> Option<(&str, Digest)> {
    let (rest, seal) = text.strip_suffix(END)?.split_at_checked(text.len().checked_sub(END.len() + 64)?)?;
    Some((rest.strip_suffix(SEAL)?, Digest::parse(seal)?))
}

fn line(text: &mut String, key: &str, value: &impl Serialize) {
    text.push_str(&format!("  \"{key}\": {},\n", canonical(value)));
}

fn lines(text: &mut String, key: &str, items: &[impl Serialize]) {
    let items: Vec<String> = items.iter().map(|item| format!("\n    {}", canonical(item))).collect();
    let end = if items.is_empty() { "" } else { "\n  " };
    text.push_str(&format!("  \"{key}\": [{}{end}],\n", items.join(",")));
}

/// The one thing that a manifest of any format says.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

/// A manifest of a later format fails on its first new word; the format is what a reader must be told.
fn unreadable(text: &str, path: &str, error: &serde_json::Error) -> Fault {
    match serde_json::from_str::<Head>(text) {
        Ok(head) if head.format != FORMAT => later(head.format, path),
        Ok(_) | Err(_) => not_json(path, "the manifest of an edition", error),
    }
}

fn later(format: u32, path: &str) -> Fault {
    let message = format!("It is written in format {format}; this version reads format {FORMAT}");
    fault(&UNREADABLE, path, message)
}
