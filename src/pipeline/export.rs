//! From a repository to the data files of some measures, or of the whole record.

use super::assess::{self, Read};
use super::{Failure, history};
use crate::disclose::{Cleared, Publication};
use crate::export::Format;
use crate::finding::nearest;
use crate::model::{Dataset, Measure};
use crate::site::{Exports, Released};
use std::path::Path;

/// What to export.
#[derive(Debug, Clone)]
pub struct ExportRequest<'a> {
    /// The publisher's repository.
    pub root: &'a Path,
    /// Of what.
    pub of: Exported,
    /// In which formats.
    pub formats: &'a [Format],
    /// The edition; without it, the record as it stands.
    pub edition: Option<u32>,
}

/// Of what data files are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exported {
    /// Some measures, by their ids.
    Measures(Vec<String>),
    /// The whole record.
    Everything,
}

/// Makes data files: the name of each, with `/` between folders, and its bytes.
///
/// # Errors
/// Where the record or the edition cannot be used, or a measure is not in it.
pub fn export(request: &ExportRequest<'_>) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let Read { loaded, warnings } = assess::read(request.root)?;
    let settings = &loaded.settings;
    let frozen = history::open(request.root, None)?;
    let earlier = frozen.earlier(&loaded.dataset, settings)?;
    let draft = assess::publish(loaded.dataset, settings, warnings, &earlier)?;
    let history = history::released(&frozen, settings, &draft)?;
    let editions = history.editions.as_slice();
    match request.edition {
        None => files(&Exports::new(settings, &draft, editions, history.shown), &draft, request),
        Some(wanted) => {
            let Some((number, dataset)) = frozen.whole(Some(wanted))? else {
                return Err(no_edition(wanted, editions));
            };
            let then = assess::released(dataset, settings, &draft.shielded);
            let until = editions.partition_point(|edition| edition.number <= number);
            let editions = editions.get(..until).unwrap_or(editions);
            files(&Exports::new(settings, &then, editions, Some(number)), &then, request)
        }
    }
}

fn files(
    exports: &Exports<'_>,
    of: &Cleared<Publication>,
    request: &ExportRequest<'_>,
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let dataset = of.record.dataset();
    match &request.of {
        Exported::Everything => Ok(exports.of_record(request.formats)),
        Exported::Measures(ids) => {
            let measures = ids.iter().map(|id| measure(dataset, id)).collect::<Result<Vec<_>, _>>()?;
            Ok(measures
                .into_iter()
                .flat_map(|measure| exports.of_measure(measure, request.formats))
                .collect())
        }
    }
}

fn measure<'a>(dataset: &'a Dataset, id: &str) -> Result<&'a Measure, Failure> {
    let found = dataset.measures().find(|measure| measure.id.as_str() == id);
    found.ok_or_else(|| {
        let near = nearest(id, dataset.measures().map(|measure| measure.id.as_str()));
        let near = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        let shown: String = id.escape_debug().collect();
        Failure::Configuration(format!("there is no measure “{shown}”{near}"))
    })
}

fn no_edition(wanted: u32, editions: &[Released]) -> Failure {
    Failure::Configuration(match editions.last() {
        Some(last) => format!("there is no edition {wanted}; the last is edition {}", last.number),
        None => format!("there is no edition {wanted}: none has been released"),
    })
}
