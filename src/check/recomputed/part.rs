//! A part can be no larger than the whole that holds it.

use super::super::assumed::dates_assumed;
use super::super::subject::{about, at, said_in};
use super::super::words::{accounts_besides, title};
use super::DOC;
use crate::finding::{Finding, Nature, Severity, Verdict};
use crate::model::{Asserted, Figure, Relation};
use crate::quantity::{Interval, Rational};
use crate::reconcile::{Record, diagnosis};

pub(super) fn exceeds_whole(record: &Record, relation: &Relation) -> Option<Finding> {
    let Asserted::PartOf { part, whole } = &relation.asserted else { return None };
    let (part, whole) = record.figure(part).zip(record.figure(whole))?;
    let value = |figure: &Figure| record.value(figure).map(|value| value.cuts.into_owned());
    let room = value(whole)?.support().sub(value(part)?.support());
    if room.intersect(&Interval::at_least(Rational::from(0))).is_some() {
        return None;
    }
    let assumptions = dates_assumed(record, &relation.asserted);
    let severity = if assumptions.is_empty() { Severity::Error } else { Severity::Warning };
    let identity = [relation.id.as_str(), &part.reported, &whole.reported];
    let mut finding = Finding::new(&DOC, severity, Nature::Discrepancy, identity);
    finding.title = "A part larger than its whole".to_owned();
    finding.message = format!(
        "{} gives {} as part of {}, and it is larger. Both cannot hold.",
        title(record.dataset(), &relation.source),
        accounts_besides(record.dataset(), [part], Some(&relation.source)),
        accounts_besides(record.dataset(), [whole], Some(&relation.source)),
    );
    finding.verdict = Some(Verdict::Inconsistent);
    finding.assumptions = assumptions;
    finding.assumptions.extend(record.rounding_assumed([part, whole]));
    finding.causes = diagnosis::of_part(record, part, whole);
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, [part, whole]);
    said_in(&mut finding, &relation.source);
    at(&mut finding, relation.place.as_ref());
    Some(finding)
}
