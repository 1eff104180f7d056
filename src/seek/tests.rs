//! An index as a whole.

use super::{Entry, Kind, Words, files, runs};
use crate::reconcile::{Standing, Status};
use serde_json::Value;
use std::collections::BTreeMap;

fn entry(kind: Kind, title: &str, text: &str) -> Entry {
    Entry {
        kind,
        path: format!("{}/", title.to_lowercase()),
        title: title.to_owned(),
        detail: text.to_owned(),
        status: String::new(),
        when: String::new(),
        body: (kind == Kind::Measure).then(|| "Home Office".to_owned()),
        standing: (kind == Kind::Measure).then_some(Standing::Verified(Status::Unconfirmed)),
        disputed: false,
        years: Some((2024, 2025)),
        words: Words {
            references: vec![format!("REF/{title}")],
            titles: vec![title.to_owned()],
            labels: vec!["Home Office".to_owned()],
            texts: vec![text.to_owned()],
        },
    }
}

fn some() -> Vec<Entry> {
    vec![
        entry(Kind::Source, "Debate", "more than 53,000 <b>absconders</b>"),
        entry(Kind::Measure, "Absconders", "53,298 people"),
        entry(Kind::Measure, "Staff", "65"),
    ]
}

fn made(entries: &[Entry]) -> BTreeMap<String, Value> {
    let files = files(entries, Clone::clone);
    files.into_iter().map(|(path, bytes)| (path, serde_json::from_slice(&bytes).unwrap())).collect()
}

/// The titles of the entries that have a word in a place (1 title, 2 label, 3 text).
fn found(index: &BTreeMap<String, Value>, word: &str, place: usize) -> Vec<String> {
    let rows = |name: &str| index[name].as_array().unwrap().clone();
    let line = rows("words/0.json").into_iter().find(|line| line[0] == word);
    let list = line.and_then(|line| line[place].as_str().map(str::to_owned)).unwrap_or_default();
    let records = rows("records/0.json");
    runs::read(&list).iter().map(|at| records[*at as usize][1].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_word_leads_to_the_entries_that_have_it_in_the_best_place_that_each_has_it() {
    let index = made(&some());
    assert_eq!(found(&index, "absconders", 1), ["Absconders"]);
    assert_eq!(found(&index, "absconders", 3), ["Debate"]);
    assert_eq!(found(&index, "office", 2), ["Absconders", "Staff", "Debate"]);
    assert_eq!(found(&index, "53298", 3), ["Absconders"]);
    assert_eq!(found(&index, "refstaff", 1), ["Staff"]);
}

#[test]
fn entries_that_share_everything_stand_in_one_group() {
    let index = made(&some());
    let rows: Vec<Vec<i64>> = serde_json::from_value(index["groups/0.json"].clone()).unwrap();
    assert_eq!(rows, [[2, 0, 0, 2, 0, 2024, 2025], [1, 4, -1, -1, 0, 2024, 2025]]);
    assert_eq!(index["index.json"]["bodies"], serde_json::json!(["Home Office"]));
    assert_eq!(index["index.json"]["entries"], 3);
}

#[test]
fn the_order_in_which_entries_come_changes_no_byte() {
    let mut turned = some();
    turned.reverse();
    assert_eq!(files(&some(), Clone::clone), files(&turned, Clone::clone));
}

#[test]
fn nothing_in_a_file_looks_like_markup() {
    for (path, bytes) in files(&some(), Clone::clone) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains(['<', '>', '&']), "{path}: {text}");
    }
}

#[test]
fn no_file_grows_without_bound_and_each_says_where_it_starts() {
    let many: Vec<Entry> = (0..3000)
        .map(|at| entry(Kind::Measure, &format!("Measure {at}"), &format!("{}", at * 7919)))
        .collect();
    let all = files(&many, Clone::clone);
    for (path, bytes) in &all {
        assert!(bytes.len() <= 66 * 1024, "{path}: {}", bytes.len());
    }
    let index = made(&many);
    let starts = index["index.json"]["words"].as_array().unwrap();
    assert!(starts.len() > 1, "{starts:?}");
    for (at, start) in starts.iter().enumerate() {
        assert_eq!(index[&format!("words/{at}.json")][0][0], *start);
    }
    let starts = index["index.json"]["records"].as_array().unwrap();
    let held: usize =
        (0..starts.len()).map(|at| index[&format!("records/{at}.json")].as_array().unwrap().len()).sum();
    assert_eq!(held, 3000);
}

#[test]
fn an_index_of_nothing_is_an_index() {
    let index = made(&[]);
    assert_eq!(index.keys().collect::<Vec<_>>(), ["index.json"]);
}
