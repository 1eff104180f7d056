//! More figures for one time than can be held against one another pair by pair.

use super::super::subject::about;
use super::super::words::for_time;
use super::cluster::{Cluster, Key, MOST_FOR_ONE_TIME};
use super::conflict::DOC;
use crate::finding::{Finding, Nature, Severity, Verdict};
use crate::model::{Figure, Measure};
use crate::reconcile::Record;
use std::collections::BTreeMap;

/// A note for each time of a measure for which only some figures were compared.
pub(super) fn crowds<'a>(
    record: &'a Record,
    measure: &'a Measure,
    groups: &'a BTreeMap<Key<'a>, Cluster<'a>>,
) -> impl Iterator<Item = Finding> {
    groups.values().filter_map(|cluster| {
        let roots: Vec<&Figure> =
            cluster.iter().copied().filter(|figure| record.root(figure).id == figure.id).collect();
        (roots.len() > MOST_FOR_ONE_TIME).then(|| crowd(record, measure, &roots))
    })
}

fn crowd(record: &Record, measure: &Measure, roots: &[&Figure]) -> Finding {
    let first = roots.first();
    let when = first.map_or(String::new(), |figure| for_time(record.lineage().timing(figure)));
    let all = roots.len().to_string();
    let identity = [measure.id.as_str(), first.map_or("", |figure| figure.id.as_str()), &all];
    let mut finding = Finding::new(&DOC, Severity::Note, Nature::Gap, identity);
    finding.title = format!("{all} figures{when}, of which {MOST_FOR_ONE_TIME} are compared");
    finding.message = format!(
        "There are {all} figures of “{}”{when}, in one part of its breakdown, none of which repeats another. The first \
         {MOST_FOR_ONE_TIME} of them are held against one another, the others are not.",
        measure.title
    );
    finding.verdict = Some(Verdict::NotEnoughKnown);
    finding.help = Some("State what tells these figures apart as a dimension of the measure.".to_owned());
    about(&mut finding, first.copied());
    finding
}
