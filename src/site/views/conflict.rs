//! The part of a finding's page that shows figures which cannot all hold.

use super::{Scene, figures, when};
use crate::finding::{Change, Conflict, Correction, Finding, Member, Needed, Verdict, Weighed};
use crate::model::{Figure, FigureId};
use crate::page::{ConflictPart, CorrectionLine, Link, WeighedFigure};
use crate::period::Timing;
use crate::site::routes;

/// The conflict of a finding; none where two claims say it all.
pub(super) fn part(scene: &Scene<'_>, finding: &Finding) -> Option<ConflictPart> {
    let conflict = finding.conflict.as_ref()?;
    Some(ConflictPart {
        heading: heading(finding).to_owned(),
        figures: conflict.claims.iter().filter_map(|claim| weighed(scene, claim)).collect(),
        ties: conflict.ties.iter().map(|words| sentence(words)).collect(),
        sets: sets(scene, conflict),
        corrections: conflict.corrections.iter().map(|correction| line(scene, correction)).collect(),
        reading: reading(conflict),
        limits: limits(conflict),
        others: others(scene, finding, conflict),
    })
}

fn heading(finding: &Finding) -> &'static str {
    match finding.verdict {
        Some(Verdict::Marginal) => "Figures that agree only on a loose reading",
        Some(Verdict::NotEnoughKnown) => "Figures that do not agree within rounding",
        _ => "Figures that cannot all hold",
    }
}

fn weighed(scene: &Scene<'_>, claim: &Weighed) -> Option<WeighedFigure> {
    let figure = scene.record().figure(&claim.figure)?;
    Some(WeighedFigure {
        figure: figures::link(figure, &figure.reported),
        about: about(scene, figure),
        source: scene.source_link(&figure.source),
        when: when::timing(&figure.key.timing),
        weight: claim.weight.to_string(),
        kind: claim.kind.to_owned(),
    })
}

/// The smallest sets, where there is more than one.
fn sets(scene: &Scene<'_>, conflict: &Conflict) -> Vec<String> {
    if conflict.sets.len() < 2 {
        return Vec::new();
    }
    let words = |set: &Vec<Member>| {
        let named = set.iter().filter_map(|member| match member {
            Member::Figure(id) => Some(named(scene, id)),
            Member::Relation(_) | Member::Tie(_) => None,
        });
        named.collect::<Vec<_>>().join("; ")
    };
    conflict.sets.iter().map(words).collect()
}

/// `“270” (Library statistics 2023: Llandre, Jan to Mar 2023)`.
fn named(scene: &Scene<'_>, id: &FigureId) -> String {
    let Some(figure) = scene.record().figure(id) else { return id.to_string() };
    let source = scene.source_link(&figure.source).text;
    let mut of = codes(scene, figure);
    of.extend((figure.key.timing != Timing::NotStated).then(|| figure.key.timing.words()));
    let of = if of.is_empty() { String::new() } else { format!(": {}", of.join(", ")) };
    format!("“{}” ({source}{of})", figure.reported)
}

/// The groups that a figure is of, in words; totals are left out.
fn codes(scene: &Scene<'_>, figure: &Figure) -> Vec<String> {
    let Some(measure) = scene.record().dataset().measure(&figure.key.measure) else { return Vec::new() };
    let own = figure.key.dimensions.iter().filter_map(|(id, code)| {
        let dimension = measure.dimensions.get(id)?;
        if dimension.total.as_ref() == Some(code) { None } else { dimension.codes.get(code).cloned() }
    });
    own.collect()
}

/// `Books lent: Llandre`.
fn about(scene: &Scene<'_>, figure: &Figure) -> String {
    let measure = scene.measure_link(&figure.key.measure).text;
    let codes = codes(scene, figure);
    if codes.is_empty() { measure } else { format!("{measure}: {}", codes.join(", ")) }
}

fn line(scene: &Scene<'_>, correction: &Correction) -> CorrectionLine {
    let mut changes: Vec<String> = correction.changes.iter().map(|change| words(scene, change)).collect();
    let only = if changes.len() == 1 { changes.pop() } else { None };
    CorrectionLine { only, together: changes, weight: correction.weight.to_string() }
}

fn words(scene: &Scene<'_>, change: &Change) -> String {
    let relation = || change.words.as_deref().map_or_else(|| "a relation".to_owned(), sentence);
    let what = match &change.member {
        Member::Figure(id) => named(scene, id),
        Member::Relation(_) | Member::Tie(_) => relation(),
    };
    match &change.needed {
        Needed::Range { words, .. } => format!("{what} would have to be {words}."),
        Needed::Withheld => {
            format!(
                "{what} would have to be another figure. It could only be a small count, and is not worked out."
            )
        }
        Needed::NotDecided => {
            format!(
                "{what} would have to be another figure. Which one was not decided within the limits of the check."
            )
        }
        Needed::SetAside => format!("This would not hold: {}", what.trim_end_matches('.')) + ".",
    }
}

/// No one is named unless it weighs at most half of what the next would.
fn reading(conflict: &Conflict) -> Option<String> {
    let several = match conflict.corrections.as_slice() {
        [] => return None,
        [_] => false,
        _ => true,
    };
    let words = match (several, conflict.clear) {
        (false, true) => {
            "It weighs at most half of any other change that would do. That goes by the kind of source alone, and does not show which figure is the right one."
        }
        (false, false) => "Nothing on record shows that this is the change to make.",
        (true, _) => {
            "Any one of these would do. None weighs so little beside the others that it could be named: nothing on record tells them apart."
        }
    };
    Some(words.to_owned())
}

fn limits(conflict: &Conflict) -> Vec<String> {
    let sets = (!conflict.complete).then_some(
        "The search stopped at its limit: there may be further sets of figures that cannot all hold.",
    );
    let changes = (!conflict.all_corrections)
        .then_some("Not every change was looked for: there may be others that weigh no more.");
    [sets, changes].into_iter().flatten().map(str::to_owned).collect()
}

fn others(scene: &Scene<'_>, finding: &Finding, conflict: &Conflict) -> Vec<Link> {
    let tied = conflict.tied_to.as_ref().map(|first| scene.conflicts_tied_to(first)).unwrap_or_default();
    let others = tied.iter().filter(|other| other.fingerprint != finding.fingerprint);
    others.map(|other| Link::new(&other.title, routes::finding(&other.fingerprint))).collect()
}

/// With a capital and a full stop.
fn sentence(words: &str) -> String {
    format!("{}.", super::headline::sentence_case(words.trim_end_matches('.')))
}
