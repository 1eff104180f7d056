//! From the publisher's files to a cleared publication.

use super::Failure;
use crate::check;
use crate::disclose::{self, Cleared, Earlier, Publication};
use crate::finding::{Checked, Finding, Severity};
use crate::import::workbook;
use crate::load::{self, Loaded};
use crate::model::{Dataset, FigureId, Settings};
use crate::period::PartialDate;
use crate::personal::Policy;
use crate::reconcile::Record;
use std::collections::BTreeSet;
use std::path::Path;

/// What was read, with the findings that did not stand in its way.
pub(super) struct Read {
    pub(super) loaded: Loaded,
    pub(super) warnings: Vec<Finding>,
}

/// Reads the publisher's files; every mistake is reported at once.
pub(super) fn read(root: &Path) -> Result<Read, Failure> {
    let Checked { value, mut findings } = load::load(root);
    match value {
        Some(loaded) => {
            findings.extend(check::wording(&loaded.own_texts, &loaded.settings.words));
            findings.extend(in_workbooks(&loaded));
            let blocked = findings.iter().any(|finding| finding.severity == Severity::Error);
            if blocked { Err(Failure::Input(findings)) } else { Ok(Read { loaded, warnings: findings }) }
        }
        None => Err(Failure::Input(findings)),
    }
}

/// What is hidden in workbooks that go onto the site as they are, and what in them speaks of persons.
fn in_workbooks(loaded: &Loaded) -> Vec<Finding> {
    let policy = Policy::of(&loaded.settings);
    let is_workbook = |path: &str| {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        ["xlsx", "xlsm", "ods"].iter().any(|known| extension.eq_ignore_ascii_case(known))
    };
    let workbooks = loaded.assets.iter().filter(|(path, _)| is_workbook(path));
    workbooks
        .flat_map(|(path, bytes)| workbook::published(&format!("site/{path}"), bytes.clone(), &policy))
        .collect()
}

/// Works out the record of a dataset, runs every rule, and clears it against what was released before.
pub(super) fn publish(
    dataset: Dataset,
    settings: &Settings,
    warnings: Vec<Finding>,
    earlier: &[Earlier],
) -> Result<Cleared<Publication>, Failure> {
    let record = Record::new(dataset);
    let mut findings = warnings;
    findings.extend(check::check(&record));
    disclose::clear(record, findings, &settings.disclosure, earlier).map_err(Failure::Input)
}

/// The same for a part of an edition, which is public whatever is found in it now.
pub(super) fn released(
    dataset: Dataset,
    settings: &Settings,
    shielded: &BTreeSet<FigureId>,
) -> Cleared<Publication> {
    let record = Record::new(dataset);
    let findings = check::check(&record);
    disclose::released(record, findings, &settings.disclosure, shielded)
}

/// The dataset as it was known on a date, or as it is.
pub(super) fn as_known(dataset: Dataset, date: Option<PartialDate>) -> Dataset {
    match date {
        Some(date) => dataset.as_known_on(date),
        None => dataset,
    }
}
