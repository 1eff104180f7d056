//! R010: a change given without its baseline or its period.

use super::rule::Rule;
use super::subject::{about, at};
use super::words::{account, typical_and_loosest};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Asserted, Figure, QuantityKind, Relation};
use crate::period::Timing;
use crate::quantity::{Form, print};
use crate::reconcile::{Record, Value, earlier_figure};

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R010",
    name: "incomplete-change",
    finds: "A change (“up 23%”) for which the source gives no earlier figure, or no period.",
    matters: "Without the baseline and the period nobody can check the change or compare it with another.",
    example: "“Nearly 8,000 inspections, up 12%”, with no year and no earlier number.",
    resolve: "Ask for the two figures and the two periods that are compared.",
};

fn run(record: &Record) -> Vec<Finding> {
    record.dataset().relations().filter_map(|relation| incomplete(record, relation)).collect()
}

fn incomplete(record: &Record, relation: &Relation) -> Option<Finding> {
    let Asserted::Change { new, old, change } = &relation.asserted else { return None };
    let (new, change) = record.figure(new).zip(record.figure(change))?;
    let no_period = *record.lineage().timing(new) == Timing::NotStated;
    let missing = match (no_period, old.is_none()) {
        (true, true) => "neither a period nor an earlier figure is given",
        (true, false) => "no period is given",
        (false, true) => "no earlier figure is given",
        (false, false) => return None,
    };
    let identity = [relation.id.as_str(), &new.reported, &change.reported];
    let mut finding = Finding::new(&DOC, Severity::Warning, Nature::Gap, identity);
    finding.title = format!("“{}”: compared with what?", change.reported);
    finding.message = format!("{}, “{}”: {missing}.", account(record.dataset(), new), change.reported);
    finding.verdict = Some(Verdict::NotEnoughKnown);
    if old.is_none() {
        add_baseline(record, &mut finding, new, change);
    }
    finding.causes.push(Cause::new(CauseCode::DifferentBasePeriod, missing));
    finding.settles =
        Some(format!("Over which period, and compared with which figure, is “{}” counted?", change.reported));
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, [new, change]);
    at(&mut finding, relation.place.as_ref());
    Some(finding)
}

fn add_baseline(record: &Record, finding: &mut Finding, new: &Figure, change: &Figure) {
    let Some((now, by)) = record.value(new).zip(record.value(change)) else { return };
    let Some(amount) = change.reading().amount() else { return };
    let added = match amount.form() {
        Form::PercentagePoints | Form::Difference => true,
        Form::Change | Form::Number => false,
        // A bare share does not say in which direction the figure changed.
        Form::Percent | Form::Proportion | Form::Money(_) => return,
    };
    let kind = record.kind(new);
    if let Some(line) = nominal_line(&now, &by, added, kind) {
        finding.message.push_str(&format!(" {line}."));
    }
    let earlier = if added {
        now.cuts.zip(&by.cuts, |now, by| Some(now.sub(by)))
    } else {
        earlier_figure(&now.cuts, &by.cuts)
    };
    if let Some(earlier) = earlier {
        let range = typical_and_loosest(&earlier, kind);
        finding.arithmetic.push(format!("the earlier figure implied lies in {range}"));
    }
}

fn nominal_line(now: &Value<'_>, by: &Value<'_>, added: bool, kind: QuantityKind) -> Option<String> {
    let (now, by) = (now.nominal.as_deref()?, by.nominal.as_deref()?);
    let earlier = if added { now - by } else { now.checked_div(by)? };
    let decimals = match kind {
        QuantityKind::Count => 0,
        _ => now.decimal_places().unwrap_or(2).max(1),
    };
    Some(format!(
        "The earlier figure it implies is about {} ({} {} {})",
        print::number_to(&earlier, decimals),
        print::number(now),
        if added { "−" } else { "÷" },
        print::number(by)
    ))
}
