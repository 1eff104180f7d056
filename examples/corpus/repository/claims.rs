//! Relations and positions of a synthetic repository.

use super::PER_GROUP;
use super::figures::id;
use super::plan::{MONTHS, Plan, is_recent, is_spoken_of};
use std::fmt::Write;

/// The claims about the measures of one file.
pub(super) fn claims(plans: &[Plan]) -> String {
    let mut text = "format = 1\n".to_owned();
    for plan in plans.iter().filter(|plan| plan.is_broken_down()) {
        let months = (0..MONTHS).filter(|month| is_recent(*month) && is_spoken_of(*month));
        months.for_each(|month| sum(&mut text, plan, month));
    }
    for group in plans.chunks(PER_GROUP as usize) {
        if let [_, first, _, second, ..] = group {
            part_and_separate(&mut text, first, second);
        }
        group.iter().filter(|plan| plan.number % 5 == 1).for_each(|plan| position(&mut text, plan));
    }
    text
}

fn sum(text: &mut String, plan: &Plan, month: u32) {
    let figure = |area| id(plan, "release", month, Some(area));
    let _infallible = write!(
        text,
        "\n[[relation]]\nid = \"sum-{:05}-{month}\"\nkind = \"sum\"\nsource = \"release-{:05}\"\n\
         total = \"{}\"\nparts = [\"{}\", \"{}\"]\n",
        plan.number,
        plan.group(),
        figure("all"),
        figure("north"),
        figure("south"),
    );
}

/// Both are flows of units. The release calls one group a part of the other. Every third account calls the two separate.
fn part_and_separate(text: &mut String, first: &Plan, second: &Plan) {
    let (group, month) = (first.group(), Plan::last_month());
    let (part, whole) =
        if first.values.last() < second.values.last() { (first, second) } else { (second, first) };
    let figure = |plan, source| id(plan, source, month, None);
    let _infallible = write!(
        text,
        "\n[[relation]]\nid = \"part-{group:05}\"\nkind = \"part-of\"\nsource = \"release-{group:05}\"\n\
         part = \"{}\"\nwhole = \"{}\"\n",
        figure(part, "release"),
        figure(whole, "release"),
    );
    if group.is_multiple_of(3) {
        let _infallible = write!(
            text,
            "\n[[relation]]\nid = \"separate-{group:05}\"\nkind = \"separate\"\nsource = \"account-{group:05}\"\n\
             members = [\"{}\", \"{}\"]\nwords = \"and a further\"\n",
            figure(part, "account"),
            figure(whole, "account"),
        );
    }
}

fn position(text: &mut String, plan: &Plan) {
    let Some(month) = (0..MONTHS).rfind(|month| is_spoken_of(*month)) else { return };
    let stance = match plan.number % 4 {
        0 => "confirms",
        1 => "declines",
        2 => "partly-confirms",
        _ => "denies",
    };
    let _infallible = write!(
        text,
        "\n[[position]]\nid = \"position-{:05}\"\nsource = \"release-{:05}\"\nstance = \"{stance}\"\non = [\"{}\"]\n",
        plan.number,
        plan.group(),
        id(plan, "account", month, None),
    );
}
