//! `data/reviews/*.toml`.

use super::codes::WRONG_VALUE;
use super::disk::Disk;
use super::table::{Document, Table};
use crate::finding::Finding;
use crate::model::{Review, ReviewState};

pub(super) fn read(disk: &Disk, findings: &mut Vec<Finding>) -> Vec<Review> {
    let mut reviews = Vec::new();
    for text in &disk.reviews {
        let range = 0..text.text.len();
        let document = Document::new(text, &range);
        if let Some(parsed) = document.parse(range) {
            let table = Table::new(&document, parsed.get_ref(), parsed.span());
            document.check_format(&table);
            reviews.extend(table.tables("review").iter().filter_map(review));
            table.finish();
        }
        findings.extend(document.into_findings());
    }
    reviews
}

fn review(table: &Table<'_, '_>) -> Option<Review> {
    let states = ReviewState::ALL.map(|state| (state.name(), state));
    let help = "the sixteen digits that `onrecord check` prints with the finding";
    let finding = table.required("finding", help);
    if let (Some(finding), Some(value)) = (&finding, table.get("finding")) {
        let digits =
            finding.len() == 16 && finding.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if !digits {
            table.wrong(
                &WRONG_VALUE,
                value.span(),
                format!("“{finding}” is no fingerprint of a finding"),
                help,
            );
        }
    }
    let state = table.required_one_of("state", &states);
    let text = table.required("text", "what is said of the finding");
    let by = table.required("by", "whose words they are");
    let date = table.required_date("date", "when it was said");
    let until = table.date("until");
    let place = Some(table.place());
    let sound = table.finish();
    if !sound {
        return None;
    }
    Some(Review { finding: finding?, state: state?, text: text?, by: by?, date: date?, until, place })
}
