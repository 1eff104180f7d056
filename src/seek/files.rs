//! The files of an index.

use super::entry::{Entry, Kind};
use super::fold;
use super::group::Group;
use super::postings::{self, Field, Postings};
use crate::reconcile::Standing;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A file of words or groups is closed when it has grown to this. A word alone may be longer: its list takes at most
/// about two characters for each entry.
const FULL: usize = 64 * 1024;
/// A file of records: the few that are shown stand in different ones.
const FULL_OF_RECORDS: usize = 16 * 1024;
/// How many entries are taken apart at a time.
const AT_A_TIME: usize = 1024;

/// What is kept of an entry once its words are noted.
struct Kept {
    group: Group,
    key: String,
    path: String,
    record: Vec<u8>,
}

/// The files of the index of these entries, by path below the folder of the search.
#[must_use]
pub fn files<T: Sync>(things: &[T], entry: impl Fn(&T) -> Entry + Sync) -> Vec<(String, Vec<u8>)> {
    let mut postings = Postings::default();
    let mut kept: Vec<Kept> = Vec::with_capacity(things.len());
    for some in things.chunks(AT_A_TIME) {
        let apart: Vec<(Kept, BTreeMap<String, Field>)> =
            some.par_iter().map(|thing| apart(&entry(thing))).collect();
        for (of_one, words) in apart {
            postings.note(u32::try_from(kept.len()).unwrap_or(u32::MAX), words);
            kept.push(of_one);
        }
    }
    let places = in_order(&mut kept);
    let words = postings.written(&places);
    let bodies: BTreeSet<&str> = kept.iter().filter_map(|kept| kept.group.body.as_deref()).collect();
    let bodies: Vec<&str> = bodies.into_iter().collect();
    let words = lines("words", FULL, words.iter().map(|(word, lists)| (json!(word), word_line(word, lists))));
    let groups = lines("groups", FULL, group_lines(&kept, &bodies));
    let records = kept.iter().enumerate().map(|(at, kept)| (json!(at), kept.record.clone()));
    let records = lines("records", FULL_OF_RECORDS, records);
    let index = json!({
        "format": 1,
        "entries": kept.len(),
        "kinds": Kind::ALL.map(|kind| [kind.name(), kind.words()]),
        "standings": STANDINGS.map(|standing| [standing.name(), standing.words()]),
        "bodies": bodies,
        "words": words.starts,
        "groups": groups.starts,
        "records": records.starts,
    });
    let mut files = vec![("index.json".to_owned(), line(&index))];
    files.extend([words, groups, records].into_iter().flat_map(|lines| lines.files));
    files
}

const STANDINGS: [Standing; 9] = {
    use crate::reconcile::Status;
    [
        Standing::Verified(Status::Confirmed),
        Standing::Verified(Status::PartlyConfirmed),
        Standing::Verified(Status::Unconfirmed),
        Standing::Verified(Status::Contradicted),
        Standing::Verified(Status::Superseded),
        Standing::Verified(Status::Withdrawn),
        Standing::Derived,
        Standing::CalledFor,
        Standing::NotAvailable,
    ]
};

fn apart(entry: &Entry) -> (Kept, BTreeMap<String, Field>) {
    let record = line(&json!([entry.path, entry.title, entry.detail, entry.status, entry.when]));
    let kept =
        Kept { group: Group::of(entry), key: fold::sort_key(&entry.title), path: entry.path.clone(), record };
    (kept, postings::of(&entry.words))
}

/// Puts the entries in their order, and says where each stands now.
fn in_order(kept: &mut Vec<Kept>) -> Vec<u32> {
    let mut order: Vec<usize> = (0..kept.len()).collect();
    let key = |at: &usize| kept.get(*at).map(|kept| (&kept.group, &kept.key, &kept.path));
    order.par_sort_by(|a, b| key(a).cmp(&key(b)));
    let mut places = vec![0; kept.len()];
    for (place, was) in order.into_iter().enumerate() {
        if let Some(entry) = places.get_mut(was) {
            *entry = u32::try_from(place).unwrap_or(u32::MAX);
        }
    }
    let mut placed: Vec<(u32, Kept)> = places.iter().copied().zip(kept.drain(..)).collect();
    placed.sort_unstable_by_key(|(place, _)| *place);
    kept.extend(placed.into_iter().map(|(_, kept)| kept));
    places
}

/// A word with its lists; those at the end that are empty are left out.
fn word_line(word: &str, lists: &[String; 3]) -> Vec<u8> {
    let mut parts: Vec<&str> = std::iter::once(word).chain(lists.iter().map(String::as_str)).collect();
    while parts.last().is_some_and(|last| last.is_empty()) {
        parts.pop();
    }
    line(&json!(parts))
}

/// The groups, each with how many entries it has.
fn group_lines<'a>(kept: &'a [Kept], bodies: &'a [&str]) -> impl Iterator<Item = (Value, Vec<u8>)> + 'a {
    let mut first = 0;
    kept.chunk_by(|a, b| a.group == b.group).map(move |same| {
        let start = first;
        first += same.len();
        let row = same.first().map(|kept| row(&kept.group, same.len(), bodies));
        (json!(start), line(&json!(row)))
    })
}

/// How many, kind, body, standing, whether sources differ, first and last year. What there is not is -1.
fn row(group: &Group, entries: usize, bodies: &[&str]) -> [i64; 7] {
    let at = |place: Option<usize>| place.and_then(|at| i64::try_from(at).ok()).unwrap_or(-1);
    let standing = group.standing.and_then(|one| STANDINGS.iter().position(|other| *other == one));
    let body = group.body.as_deref().and_then(|body| bodies.binary_search(&body).ok());
    let (from, to) = group.years.map_or((-1, -1), |(from, to)| (i64::from(from), i64::from(to)));
    [
        at(Some(entries)),
        at(Kind::ALL.iter().position(|kind| *kind == group.kind)),
        at(body),
        at(standing),
        i64::from(group.disputed),
        from,
        to,
    ]
}

/// Lists cut into files, and with what each file starts.
struct Lines {
    starts: Vec<Value>,
    files: Vec<(String, Vec<u8>)>,
}

fn lines(folder: &str, full: usize, all: impl Iterator<Item = (Value, Vec<u8>)>) -> Lines {
    let mut made = Lines { starts: Vec::new(), files: Vec::new() };
    let mut open: Vec<u8> = Vec::new();
    for (start, line) in all {
        if !open.is_empty() && open.len() + line.len() > full {
            made.close(folder, &mut open);
        }
        if open.is_empty() {
            made.starts.push(start);
        }
        open.extend_from_slice(if open.is_empty() { b"[\n" } else { b",\n" });
        open.extend(line);
    }
    if !open.is_empty() {
        made.close(folder, &mut open);
    }
    made
}

impl Lines {
    fn close(&mut self, folder: &str, open: &mut Vec<u8>) {
        open.extend_from_slice(b"\n]\n");
        self.files.push((format!("{folder}/{}.json", self.files.len()), std::mem::take(open)));
    }
}

/// A value in a line. Nothing in it could be taken for markup, wherever it is put.
fn line(value: &Value) -> Vec<u8> {
    let text = value.to_string();
    let text = text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    text.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029").into_bytes()
}
