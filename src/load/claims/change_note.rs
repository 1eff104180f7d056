//! A change note: why something on record was changed.

use crate::load::codes::{CONTRADICTORY, MISSING_KEY, TOO_FEW};
use crate::load::table::Table;
use crate::model::{ChangeKind, ChangeNote, ChangeNoteId, FigureId, MeasureId, SourceId};

pub(super) fn read(table: &Table<'_>) -> Option<ChangeNote> {
    table.require(&[
        ("id", "a short name of its own"),
        ("kind", "revision, correction, update, restatement or withdrawal"),
        ("date", "when it was decided"),
        ("what", "what changed"),
        ("why", "the reason"),
        ("effect", "what it does to conclusions that were drawn, or that it does nothing to them"),
        ("by", "who decided it"),
    ]);
    let id = table.get("id");
    let place = id.map(|id| table.document().place(id.span()));
    let id = id.and_then(|id| id.id(ChangeNoteId::new));
    let kind = table.choice("kind", &ChangeKind::ALL, |kind| kind.words());
    let date = table.date("date");
    // What was removed is named too, so the ids need not be declared.
    let figures = table.ids("figures", FigureId::new);
    let measures = table.ids("measures", MeasureId::new);
    let [what, why, effect, error] = ["what", "why", "effect", "error"].map(|key| {
        table.own(key);
        table.prose(key)
    });
    let by = table.line("by");
    // A note that was released stays as it is, whatever becomes later of what it names: a release holds new ones alone
    // against the record.
    let source = table.get("source").and_then(|value| value.id(SourceId::new));
    let replaced_by = table.get("replaced_by").and_then(|value| value.id(FigureId::new));
    is_about_something(table);
    if let Some(kind) = kind {
        fits_its_kind(table, kind);
    }
    Some(ChangeNote {
        id: id?,
        kind: kind?,
        date: date?,
        figures,
        measures,
        what: what?,
        why: why?,
        effect: effect?,
        by: by?,
        error,
        source,
        replaced_by,
        place,
    })
}

fn is_about_something(table: &Table<'_>) {
    let lists = [table.get("figures"), table.get("measures")];
    if lists.into_iter().flatten().all(|list| list.length() == Some(0)) {
        let help =
            "name the figures under figures, or under measures those of which it is about all that changed";
        table.document().error(&TOO_FEW, table.header(), "the note is about no figure and no measure", help);
    }
}

/// A correction says what was wrong when it was said; nothing else does. Only what was withdrawn is replaced.
fn fits_its_kind(table: &Table<'_>, kind: ChangeKind) {
    let document = table.document();
    match (kind, table.get("error")) {
        (ChangeKind::Correction, None) => document.error(
            &MISSING_KEY,
            table.header(),
            "a correction needs “error”: what was wrong when it was said",
            "say what was wrong; where nothing was wrong at the time, the kind is revision",
        ),
        (ChangeKind::Correction, Some(_)) | (_, None) => {}
        (_, Some(error)) => document.error(
            &CONTRADICTORY,
            error.span(),
            format!("a {} says what was wrong, which only a correction does", kind.words()),
            "take “error” out, or write kind = \"correction\"",
        ),
    }
    if let Some(replaced) = table.get("replaced_by").filter(|_| kind != ChangeKind::Withdrawal) {
        document.error(
            &CONTRADICTORY,
            replaced.span(),
            format!("a {} replaces nothing", kind.words()),
            "take “replaced_by” out, or write kind = \"withdrawal\"",
        );
    }
}
