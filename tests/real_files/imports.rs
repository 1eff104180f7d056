//! Real files of others, imported: how many sources and figures come of each, and what is said of the rest.

use crate::real;
use onrecord::import::{self, Draft, Format, Import, Input, LARGEST, Mode, Standing};
use onrecord::load;
use onrecord::quantity::Reader;
use std::collections::BTreeMap;
use tempfile::TempDir;

/// What came of a file.
#[derive(Debug, PartialEq, Eq)]
struct Came {
    whole: usize,
    cut: usize,
    figures: usize,
    /// The codes of what was found, with how often each was.
    found: BTreeMap<&'static str, usize>,
}

fn came(draft: &Draft) -> Came {
    let of = |standing| {
        draft
            .sources
            .iter()
            .filter(|source| (source.standing == Standing::Whole) == (standing == Standing::Whole))
            .count()
    };
    let mut found = BTreeMap::new();
    draft.findings.iter().for_each(|finding| *found.entry(finding.code).or_default() += 1);
    Came { whole: of(Standing::Whole), cut: of(Standing::Cut), figures: draft.figures.len(), found }
}

fn draft(format: Format, file: &str) -> Option<Draft> {
    let input = Input::open(&real(file)?, LARGEST).unwrap();
    let reader = Reader::default();
    Some(import::read(format, &input, &Import { reader: &reader, measures: &[], received: None }))
}

/// A file, the whole and the cut sources in it, the figures proposed, and what is found with how often.
type Row = (Format, &'static str, usize, usize, usize, &'static [(&'static str, usize)]);

#[rustfmt::skip]
const FILES: &[Row] = &[
    (Format::Parliament, "uk-parliament-wq/single-question-html.json", 1, 0, 5, &[]),
    (Format::Parliament, "uk-parliament-wq/search-tabled-2021-02-01-part1.json", 39, 212, 13, &[("I004", 1), ("I010", 1)]),
    (Format::Parliament, "uk-parliament-wq/search-expandmember-false.json", 2, 8, 2, &[("I004", 1), ("I010", 1)]),
    (Format::Parliament, "uk-parliament-wq/written-statements-search.json", 0, 9, 0, &[("I004", 1), ("I010", 7)]),
    (Format::Parliament, "uk-parliament-wq/questions-statements-openapi.json", 0, 0, 0, &[("I002", 1)]),
    (Format::TheyWorkForYou, "theyworkforyou-xml/answers2009-10-28a.xml", 0, 1, 0, &[("I008", 1)]),
    (Format::TheyWorkForYou, "theyworkforyou-xml/answers2009-10-28b.xml", 0, 2, 0, &[("I008", 1)]),
    (Format::TheyWorkForYou, "theyworkforyou-xml/answers2009-10-28c.xml", 91, 0, 3106, &[]),
    (Format::TheyWorkForYou, "theyworkforyou-xml/lordswrans2009-10-26a.xml", 30, 0, 27, &[]),
    (Format::TheyWorkForYou, "theyworkforyou-xml/spwa2009-10-29.xml", 33, 0, 211, &[]),
    (Format::GovUk, "govuk-content-api/best-practice-foi-release.json", 1, 0, 0, &[]),
    (Format::GovUk, "govuk-content-api/statistical_data_set_with_csv.json", 1, 0, 3, &[("I010", 1)]),
    (Format::GovUk, "govuk-content-api/withdrawn_publication.json", 1, 0, 0, &[("I008", 1)]),
    (Format::Alaveteli, "alaveteli/feed-search-2013-righttoknow.json", 1, 0, 0, &[]),
    (Format::Alaveteli, "alaveteli/all-authorities.csv", 0, 0, 0, &[("I007", 1)]),
];

#[test]
fn every_real_file_is_imported_or_refused() {
    let mut differ = Vec::new();
    for (format, file, whole, cut, figures, found) in FILES {
        let Some(draft) = draft(*format, file) else { return };
        let expected =
            Came { whole: *whole, cut: *cut, figures: *figures, found: found.iter().copied().collect() };
        if came(&draft) != expected {
            differ.push((*file, came(&draft)));
        }
    }
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn what_is_written_of_real_files_loads_and_is_written_once() {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("site")).unwrap();
    let settings = "format = 1\ntitle = \"Real files\"\n\n[publisher]\nname = \"Test\"\n";
    std::fs::write(folder.path().join("site/site.toml"), settings).unwrap();
    let mut all = Draft::default();
    for (format, file, ..) in FILES {
        let Some(draft) = draft(*format, file) else { return };
        all.absorb(draft);
    }
    let written = import::write(folder.path(), &all, Mode::Write);
    assert!(written.findings.is_empty(), "{:?}", written.findings);
    let read = load::load(folder.path());
    assert!(read.findings.is_empty(), "{:?}", read.findings);
    let whole = all.sources.iter().filter(|source| source.standing == Standing::Whole).count();
    assert_eq!(read.value.unwrap().dataset.sources().count(), whole);
    let again = import::write(folder.path(), &all, Mode::Write);
    assert!(again.files.values().all(|fate| *fate == import::Fate::Same), "{:?}", again.files);
}
