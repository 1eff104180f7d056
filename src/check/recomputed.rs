//! R004: a figure worked out again from the figures it is said to rest on.

use super::rule::Rule;
use super::subject::{about, at};
use super::words::{account, accounts, operand, typical_and_loosest, whole_units};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Asserted, Figure, FigureId, Relation};
use crate::quantity::{Alpha, Cuts, Rational, print};
use crate::reconcile::{Operands, Record, Standing, Status, expression, implied, meeting, result_of, slips};

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R004",
    name: "recomputed",
    finds: "For every sum, difference, ratio, share, change or multiple that a source asserts: whether the figures it names give the figure it states, with their hedges, and with the hedges of the figures they repeat.",
    matters: "A derived figure can be checked by anyone who has its parts, and is only as firm as they are.",
    example: "“1,904 cases between 70 officers, about 27 each”: 1,904 ÷ 70 = 27.2, which agrees.",
    resolve: "Where it does not hold, ask which of the figures was meant otherwise.",
};

fn run(record: &Record) -> Vec<Finding> {
    record
        .dataset()
        .relations()
        .flat_map(|relation| [recomputed(record, relation), part_exceeds_whole(record, relation)])
        .flatten()
        .collect()
}

fn recomputed(record: &Record, relation: &Relation) -> Option<Finding> {
    let result = record.figure(result_of(&relation.asserted)?)?;
    let stated = result.reading().amount()?;
    let figures = operands(record, relation, &result.id);
    let own = cuts(record, figures.iter().map(|figure| (&figure.id, *figure)))?;
    let computed = implied(&relation.asserted, &operands_of(&own))?;
    let verdict = verdict(record, stated.cuts(), &computed, result);
    let (severity, nature) = match verdict {
        Verdict::Inconsistent => (Severity::Error, Nature::Discrepancy),
        Verdict::Marginal => (Severity::Warning, Nature::Discrepancy),
        _ => (Severity::Note, Nature::Agreement),
    };
    let mut identity = vec![relation.id.as_str(), &result.reported];
    identity.extend(figures.iter().map(|figure| figure.reported.as_str()));
    let mut finding = Finding::new(&DOC, severity, nature, identity);
    finding.verdict = Some(verdict);
    finding.arithmetic = calculation(record, relation, result, &figures, &computed);
    describe(record, &mut finding, result, &figures, verdict);
    if verdict == Verdict::Inconsistent {
        explain(&mut finding, stated.nominal_point(), nominal(&relation.asserted, &figures).as_ref());
    }
    add_wider_reading(record, relation, &mut finding, result, &figures);
    about(&mut finding, std::iter::once(result).chain(figures));
    at(&mut finding, relation.place.as_ref());
    Some(finding)
}

/// The figures that go in: those named, without the result.
fn operands<'a>(record: &'a Record, relation: &Relation, result: &FigureId) -> Vec<&'a Figure> {
    let named = relation.asserted.figures();
    named.into_iter().filter(|id| *id != result).filter_map(|id| record.figure(id)).collect()
}

/// The cuts of each figure, those of counts cut down to whole units.
fn cuts<'a>(
    record: &Record,
    figures: impl Iterator<Item = (&'a FigureId, &'a Figure)>,
) -> Option<Vec<(&'a FigureId, Cuts)>> {
    figures
        .map(|(id, figure)| Some((id, whole_units(figure.reading().amount()?.cuts(), record.kind(figure)))))
        .collect()
}

fn operands_of<'a>(cuts: &'a [(&'a FigureId, Cuts)]) -> Operands<'a> {
    cuts.iter().map(|(id, cuts)| (*id, cuts)).collect()
}

fn verdict(record: &Record, stated: &Cuts, computed: &Cuts, result: &Figure) -> Verdict {
    let kind = record.kind(result);
    let at = |alpha| meeting(stated, computed, alpha, kind).is_some();
    match (at(Alpha::Core), at(Alpha::Typical), at(Alpha::Support)) {
        (true, ..) => Verdict::Consistent,
        (_, true, _) => Verdict::ConsistentAfterRounding,
        (_, _, true) => Verdict::Marginal,
        _ => Verdict::Inconsistent,
    }
}

/// The result of the numbers as written, hedges left aside.
fn nominal(asserted: &Asserted, figures: &[&Figure]) -> Option<Rational> {
    let points: Vec<(&FigureId, Cuts)> = figures
        .iter()
        .map(|figure| {
            let amount = figure.reading().amount()?;
            let point = amount.change_ratio().or_else(|| amount.nominal_point().cloned())?;
            Some((&figure.id, Cuts::point(point)))
        })
        .collect::<Option<_>>()?;
    let operands = points.iter().map(|(id, cuts)| (*id, cuts)).collect();
    implied(asserted, &operands)?.core().as_point().cloned()
}

fn calculation(
    record: &Record,
    relation: &Relation,
    result: &Figure,
    figures: &[&Figure],
    computed: &Cuts,
) -> Vec<String> {
    let Some(left) = expression(&relation.asserted, |id| operand(record, id)) else { return Vec::new() };
    let right = match nominal(&relation.asserted, figures) {
        Some(point) if point.is_integer() => print::number(&point),
        Some(point) => print::number_to(&point, 2),
        None => typical_and_loosest(computed, record.kind(result)),
    };
    vec![format!("{left} = {right}")]
}

fn describe(record: &Record, finding: &mut Finding, result: &Figure, figures: &[&Figure], verdict: Verdict) {
    let dataset = record.dataset();
    let sum = finding.arithmetic.first().cloned().unwrap_or_default();
    finding.title = match verdict {
        Verdict::Inconsistent => format!("“{}” does not follow from its parts", result.reported),
        _ => format!("“{}” follows from its parts", result.reported),
    };
    finding.message = format!(
        "{} rests on {}. {sum}. The stated figure {}.",
        account(dataset, result),
        accounts(dataset, figures.iter().copied()),
        if verdict == Verdict::Inconsistent { "cannot agree with that" } else { verdict.words() },
    );
    let open = unverified(record, figures);
    if !open.is_empty() {
        finding
            .message
            .push_str(&format!(" It rests on figures that are not confirmed: {}.", accounts(dataset, open)));
    }
    finding.help = Some(DOC.resolve.to_owned());
}

fn unverified<'a>(record: &'a Record, figures: &[&'a Figure]) -> Vec<&'a Figure> {
    let open = |figure: &Figure| {
        matches!(
            record.standings().standing(figure),
            Standing::Verified(Status::Unconfirmed | Status::Contradicted | Status::Withdrawn)
        )
    };
    figures.iter().copied().filter(|figure| open(figure)).collect()
}

/// Where an operand repeats a hedged figure, the hedge belongs to the result too.
fn add_wider_reading(
    record: &Record,
    relation: &Relation,
    finding: &mut Finding,
    result: &Figure,
    figures: &[&Figure],
) {
    let roots: Vec<&Figure> = figures.iter().map(|figure| record.root(figure)).collect();
    let hedged: Vec<&Figure> = roots
        .iter()
        .zip(figures)
        .filter(|(root, figure)| root.id != figure.id)
        .map(|(root, _)| *root)
        .filter(|root| root.reading().amount().is_some_and(|amount| amount.hedge().is_hedged()))
        .collect();
    if hedged.is_empty() {
        return;
    }
    let wide = cuts(record, figures.iter().zip(&roots).map(|(figure, root)| (&figure.id, *root)));
    if let Some(computed) = wide.and_then(|wide| implied(&relation.asserted, &operands_of(&wide))) {
        let kind = record.kind(result);
        let origin = accounts(record.dataset(), hedged);
        let range = typical_and_loosest(&computed, kind);
        finding.message.push_str(&format!(" With {origin}, the range is {range}."));
        finding.arithmetic.push(format!("with {origin}: {range}"));
    }
}

fn explain(finding: &mut Finding, stated: Option<&Rational>, computed: Option<&Rational>) {
    if let Some((stated, computed)) = stated.zip(computed) {
        finding.causes = slips(stated, computed);
    }
    finding.causes.push(Cause::new(
        CauseCode::ArithmeticError,
        "the figures named give another result than the one stated",
    ));
    finding.causes.truncate(3);
}

/// A part can be no larger than the whole that holds it.
fn part_exceeds_whole(record: &Record, relation: &Relation) -> Option<Finding> {
    let Asserted::PartOf { part, whole } = &relation.asserted else { return None };
    let (part, whole) = record.figure(part).zip(record.figure(whole))?;
    let (small, large) = part.reading().amount().zip(whole.reading().amount())?;
    let room = large.cuts().support().sub(small.cuts().support());
    if room.intersect(&crate::quantity::Interval::at_least(Rational::from(0))).is_some() {
        return None;
    }
    let identity = [relation.id.as_str(), &part.reported, &whole.reported];
    let mut finding = Finding::new(&DOC, Severity::Error, Nature::Discrepancy, identity);
    finding.title = "A part larger than its whole".to_owned();
    finding.message = format!(
        "{} is given as part of {}, and is larger. Both cannot hold.",
        account(record.dataset(), part),
        account(record.dataset(), whole)
    );
    finding.verdict = Some(Verdict::Inconsistent);
    finding.causes = vec![
        Cause::new(CauseCode::SubsetVsAdditional, "the two may be separate groups"),
        Cause::new(CauseCode::Definition, "the two may be counted by different definitions"),
        Cause::new(CauseCode::DifferentAsOf, "the two may be counted at different times"),
    ];
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, [part, whole]);
    at(&mut finding, relation.place.as_ref());
    Some(finding)
}
