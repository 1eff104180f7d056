//! A review: the publisher's own words on a finding.

use crate::load::codes::{CONTRADICTORY, WRONG_VALUE};
use crate::load::table::{Table, Value};
use crate::model::{Review, ReviewState};
use crate::period::PartialDate;

pub(super) fn read(table: &Table<'_>) -> Option<Review> {
    table.require(&[
        ("finding", "the sixteen digits that `onrecord check` prints with the finding"),
        ("state", "explained, accepted, right-of-reply or disputed"),
        ("text", "what is said of the finding"),
        ("by", "whose words they are"),
        ("date", "when it was said"),
    ]);
    let finding = table.get("finding");
    let place = finding.map(|value| table.document().place(value.span()));
    let finding = finding.and_then(|value| fingerprint(table, &value));
    let state = table.choice("state", &ReviewState::ALL, |state| state.name());
    let text = table.prose("text");
    // An answer is in the words of the body that gave it.
    if state != Some(ReviewState::RightOfReply) {
        table.own("text");
    }
    let by = table.line("by");
    let date = table.date("date");
    let until = table.date("until");
    note_order(table, date, until);
    Some(Review { finding: finding?, state: state?, text: text?, by: by?, date: date?, until, place })
}

/// Sixteen hexadecimal digits.
fn fingerprint(table: &Table<'_>, value: &Value<'_>) -> Option<String> {
    let text = value.line()?;
    if text.len() == 16 && text.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f')) {
        return Some(text);
    }
    let help = "copy the 16 digits from the finding's page or from `onrecord check --format json`";
    table.document().error(
        &WRONG_VALUE,
        value.span(),
        format!("“{text}” is no fingerprint of a finding"),
        help,
    );
    None
}

fn note_order(table: &Table<'_>, date: Option<PartialDate>, until: Option<PartialDate>) {
    let (Some(date), Some(until), Some(value)) = (date, until, table.get("until")) else { return };
    if until.latest() < date.earliest() {
        let message = format!("the review ends on {until}, before its date {date}");
        table.document().error(&CONTRADICTORY, value.span(), message, "give a later day, or leave until out");
    }
}
