//! What is said of figures that cannot all hold.

use super::super::assumed::{assumed, dates_assumed};
use super::super::words::{account, accounts, and, for_time, sentence, title};
use super::case::{Case, figures_of};
use super::conflict::conflict;
use super::sums::Gap;
use super::ties;
use crate::finding::{Finding, Verdict};
use crate::model::{Figure, RelationId};
use crate::quantity::print;
use crate::reconcile::{Record, Stated, Tie};

/// Its ties and figures, so that a changed number makes another finding.
pub(super) fn identity<'a>(case: &Case<'a>) -> Vec<&'a str> {
    let ties = case.ties.iter().flat_map(|(_, stated)| match stated {
        Stated::Relations(ids) => ids.iter().map(RelationId::as_str).collect(),
        Stated::Inferred(tie, _) => vec![tie.name()],
        Stated::Figure(_) | Stated::Rounding => Vec::new(),
    });
    let figures = case.figures.iter().flat_map(|figure| [figure.id.as_str(), figure.reported.as_str()]);
    ties.chain(figures).collect()
}

pub(super) fn describe(record: &Record, case: &Case<'_>, finding: &mut Finding) {
    let judged = match case.disagreement.verdict {
        Verdict::Marginal => "agree only on a loose reading",
        Verdict::NotEnoughKnown => "do not agree within rounding",
        _ if case.figures.len() == 2 => "cannot both hold",
        _ => "cannot all hold",
    };
    finding.verdict = Some(case.disagreement.verdict);
    match case.gap.as_ref().filter(|gap| gap.plain) {
        Some(gap) => {
            finding.message = format!("{} They {judged}.", one_sum(record, gap));
            finding.arithmetic.extend(gap.line());
        }
        None => several(record, case, judged, finding),
    }
    if case.disagreement.verdict == Verdict::NotEnoughKnown {
        let words =
            " Whether they can agree on a loose reading was not decided within the limits of the check.";
        finding.message.push_str(words);
    }
    finding.assumptions = assumptions(record, case);
    finding.conflict = Some(conflict(record, case));
    finding.message.push_str(&remedies(record, case));
}

/// The whole, its parts, what they come to, and by how much that differs.
fn one_sum(record: &Record, gap: &Gap<'_>) -> String {
    let whole =
        format!("{}{}", account(record.dataset(), gap.whole), for_time(record.lineage().timing(gap.whole)));
    let parts = parts(record, gap);
    let (verb, come) =
        if gap.parts.len() == 1 { ("is set beside", "is") } else { ("is set beside", "come to") };
    let what = if gap.parts.len() == 1 { "That" } else { "They" };
    format!("{whole} {verb} {parts}. {what} {come} {}.", came_to(gap))
}

fn came_to(gap: &Gap<'_>) -> String {
    if gap.parts.len() == 1 {
        return gap.difference();
    }
    format!("{}, {}", print::number(&gap.sum), gap.difference())
}

/// So many parts are named one by one.
const MOST_NAMED: usize = 6;

fn parts(record: &Record, gap: &Gap<'_>) -> String {
    let kind = match gap.tie {
        Tie::Periods | Tie::WithinPeriod => "shorter periods",
        Tie::Codes | Tie::WithinTotal => "parts",
        Tie::WithinScope => "groups",
    };
    if gap.parts.len() > MOST_NAMED {
        let dataset = record.dataset();
        let mut sources: Vec<&str> = gap.parts.iter().map(|part| title(dataset, &part.source)).collect();
        sources.sort_unstable();
        sources.dedup();
        let from = and(sources.into_iter().map(str::to_owned));
        return format!("its {} {kind} ({from})", gap.parts.len());
    }
    let of = |part: &Figure| {
        let what = match gap.tie {
            Tie::Periods | Tie::WithinPeriod => for_time(record.lineage().timing(part)),
            Tie::Codes | Tie::WithinTotal => ties::in_codes(record, gap.whole, part),
            Tie::WithinScope => String::new(),
        };
        format!("“{}”{what}", part.reported)
    };
    let listed = and(gap.parts.iter().map(|part| of(part)));
    if gap.parts.iter().all(|part| part.source == gap.whole.source) {
        return listed;
    }
    let first = gap.parts.first().map(|part| &part.source);
    match first.filter(|first| gap.parts.iter().all(|part| part.source == **first)) {
        Some(source) => format!("{listed} ({})", title(record.dataset(), source)),
        None => and(gap
            .parts
            .iter()
            .map(|part| format!("{} ({})", of(part), title(record.dataset(), &part.source)))),
    }
}

/// Figures under several ties: each tie in words, then the figures.
fn several(record: &Record, case: &Case<'_>, judged: &str, finding: &mut Finding) {
    let ties: Vec<String> =
        case.ties.iter().map(|(id, stated)| ties::words(record, &case.figures, *id, stated)).collect();
    finding.message = format!(
        "{} {judged} with what ties them: {}.",
        sentence(&accounts(record.dataset(), case.figures.iter().copied())),
        ties.join("; ")
    );
}

/// What each tie takes for granted, then what is taken for granted of the figures.
fn assumptions(record: &Record, case: &Case<'_>) -> Vec<String> {
    let of_tie = |stated: &Stated| match stated {
        Stated::Inferred(tie, _) => tie.assumes().map(str::to_owned).into_iter().collect(),
        Stated::Relations(ids) => {
            let relations = ids.iter().filter_map(|id| record.dataset().relation(id));
            relations.flat_map(|relation| dates_assumed(record, &relation.asserted)).collect()
        }
        Stated::Figure(_) | Stated::Rounding => Vec::new(),
    };
    let of_ties = case.ties.iter().flat_map(|(_, stated)| of_tie(stated));
    let mut words: Vec<String> = Vec::new();
    for assumption in of_ties.chain(assumed(record, case.figures.iter().copied())) {
        if !words.contains(&assumption) {
            words.push(assumption);
        }
    }
    words
}

/// Which figures, set aside, would let the rest hold. One is named only where nothing else comes near.
fn remedies(record: &Record, case: &Case<'_>) -> String {
    let remedies = &case.disagreement.remedies;
    let single: Option<Vec<&Figure>> = remedies
        .least
        .iter()
        .map(|least| match least.statements.as_slice() {
            [one] => figures_of(record, std::slice::from_ref(one)).next(),
            _ => None,
        })
        .collect();
    let mut words = match single.as_deref() {
        None | Some([]) => String::new(),
        Some([one]) if remedies.clear => format!(
            " Without “{}”, which comes from the kind of source relied on least here, the rest holds.",
            one.reported
        ),
        // One that is relied on a little less than the others is not the culprit for that.
        Some([_]) => " Nothing on record tells which of them it is.".to_owned(),
        Some(several) if several.len() == case.figures.len() => {
            " Nothing on record tells which of them it is: without any one of them the rest holds.".to_owned()
        }
        Some(several) if several.len() <= MOST_NAMED => format!(
            " Without {} the rest holds.",
            either(several.iter().map(|figure| format!("“{}”", figure.reported)))
        ),
        Some(several) => format!(" Without any one of {} of the figures the rest holds.", several.len()),
    };
    if !case.disagreement.complete {
        words
            .push_str(" There may be further sets of figures that cannot all hold; not all were looked for.");
    }
    words
}

/// `a or b`.
fn either(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().collect();
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    }
}

pub(super) fn settles(record: &Record, case: &Case<'_>) -> Option<String> {
    let figure = case.gap.as_ref().map(|gap| gap.whole).or_else(|| case.figures.first().copied())?;
    let measure = record.dataset().measure(&figure.key.measure)?;
    let time = for_time(record.lineage().timing(figure));
    let parts = match &case.gap {
        Some(gap) if gap.tie.adds_up() => ", and what are its parts",
        _ => "",
    };
    Some(format!("What is the figure{time} for “{}”{parts}?", measure.title))
}

pub(super) fn not_listed(more: usize) -> String {
    if more == 1 {
        return " 1 more case of this kind in this measure is not listed.".to_owned();
    }
    format!(" {more} more cases of this kind in this measure are not listed.")
}
