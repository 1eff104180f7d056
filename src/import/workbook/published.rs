//! A workbook that goes onto a site as it is: what is hidden in it, and what in its sheets speaks of single persons.

use super::Workbook;
use crate::finding::{Finding, Severity};
use crate::import::Input;
use crate::personal::Policy;
use std::sync::Arc;

/// Everything that its publisher should know of it before others read it.
#[must_use]
pub fn published(path: &str, bytes: Vec<u8>, policy: &Policy) -> Vec<Finding> {
    let input = Input::new(Arc::from(path), path.to_owned(), bytes);
    let persons = |mut workbook: Workbook<'_>| {
        let persons = workbook.persons(policy)?;
        Ok([workbook.findings(), &persons].concat())
    };
    match Workbook::open(&input, policy).and_then(persons) {
        Ok(findings) => findings,
        // It is copied and not read, so nothing is in its way; but nobody looked into it.
        Err(refused) => vec![Finding { severity: Severity::Warning, ..*refused }],
    }
}
