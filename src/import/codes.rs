//! What can be found while something is imported, each with its documentation.

use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::Place;

macro_rules! codes {
    ($($name:ident $code:literal $slug:literal: $finds:literal, $matters:literal, $example:literal, $resolve:literal;)*) => {
        $(pub(in crate::import) const $name: RuleDoc = RuleDoc {
            code: $code, name: $slug, finds: $finds, matters: $matters, example: $example, resolve: $resolve,
        };)*
        const ALL: &[&RuleDoc] = &[$(&$name),*];
    };
}

codes! {
    UNREADABLE "I001" "unreadable-import":
        "A file to import that cannot be read, or is larger than what is taken.",
        "A file from outside is never read without a bound.",
        "A download of 300 MB, where 64 MiB are taken.",
        "Name a plain file, or raise the bound with --largest.";
    OTHER_FORMAT "I002" "other-format":
        "A file, or a part of one, that is not in the format it was named as.",
        "What it says cannot be known.",
        "A web page saved as question.json.",
        "Download the file again, or name the right format.";
    OTHER_CONTENT "I003" "other-content":
        "A file that would be written is there already and holds something else. It is left as it is.",
        "What a person has edited, or what was said before, must not be lost.",
        "An answer that was imported in May reads differently in June.",
        "Compare the two; to take the new one, move the old file away and import again.";
    CUT "I004" "cut-text":
        "A text of which the file holds only the start.",
        "A figure may stand in what is missing, or be limited by it, so none is taken.",
        "An answer from a search of written questions, which ends after 255 characters.",
        "Download the question itself, with its whole answer, and import that.";
    BODIES "I005" "bodies-not-added":
        "A body that could not be added to data/bodies.toml.",
        "Its sources cannot be read without it.",
        "A bodies.toml that is not well-formed.",
        "Mend the file, or add the body by hand.";
    UNUSABLE "I006" "unusable-value":
        "A value that is left out because it is not what its place needs.",
        "Nothing is guessed; the rest of the record is used.",
        "A date of answer that is no date.",
        "Look it up at the source, and add it by hand.";
    NOTHING "I007" "nothing-to-import":
        "A file in the right format with nothing in it that can be imported.",
        "It may be the wrong file, or an empty search.",
        "A search with no results.",
        "Look at what was downloaded.";
    SUPERSEDED "I008" "superseded-text":
        "A text that was withdrawn, or that another version has replaced.",
        "Both would count as said, where one stands in place of the other.",
        "A day of answers in version a, of which version c is the latest.",
        "Import the latest version, which names the older one.";
    UNKNOWN_STATE "I009" "unknown-state":
        "A state of a request that is not known here.",
        "It could mean an answer or none, so the request counts as neither.",
        "A described_state of “vexatious_ish”.",
        "Say by hand what became of the request.";
    HIDDEN_PART "I010" "not-in-file":
        "Something that the file speaks of and does not hold.",
        "A reader may look for it in vain.",
        "A corrected answer without the answer that it corrects.",
        "Get it from the source, if it matters.";
    MAPPING "I011" "mapping-not-read":
        "A mapping file that is missing, not well-formed, or has a decision left open.",
        "How a table is read is decided once, by a person, and never guessed.",
        "measure = \"TODO\" in a mapping that was proposed.",
        "Mend the place that is named; every TODO is a question to answer.";
    MISFIT "I012" "mapping-misfit":
        "A file that is not as the mapping says: a column that is missing, a cell outside the table, a measure that is not declared.",
        "A table that changed its form may have changed its meaning.",
        "A column “Enforced returns” that is now “Returns, enforced”.",
        "Compare the file with the last one, and change the mapping.";
    UNREAD_CELL "I013" "unread-cell":
        "A cell in a column of values that is no number, and of which the mapping does not say what it means.",
        "A dash can be zero, withheld or not applicable: its source says which.",
        "“-” in 12 cells.",
        "Look it up in the notes of the source, and write it under [shorthand].";
    UNLISTED "I014" "unlisted-label":
        "A label of a row for which the mapping has no code.",
        "A new label can be a new group, or an old one under another name.",
        "“Türkiye” in a column that had “Turkey”.",
        "Write it under the codes of the dimension, with the code that it has here.";
    UNREAD_PERIOD "I015" "unread-period":
        "A period that cannot be read, or can be read in two ways.",
        "2011-12 is a month or a financial year.",
        "“2011-12” in a column of years.",
        "Say under [period] how periods are read, or leave the rows out with where.";
    UNIT "I016" "unit-in-heading":
        "A title or heading that names a multiple, where the mapping says nothing of it.",
        "A figure in thousands would be read a thousand times too small.",
        "A heading “Cost (£m)”.",
        "Write multiplier = \"million\" with the values, or multiplier = \"one\".";
    TWICE "I017" "same-figure-twice":
        "Two rows that give the same measure for the same groups and time.",
        "They differ in something that the mapping leaves out.",
        "A table by region, of which the mapping names only the year.",
        "Add the column as a dimension, or choose rows with where.";
    GUESSED_TEXT "I018" "guessed-encoding":
        "A text whose encoding is not UTF-8 and is only likely.",
        "Letters with accents may be others.",
        "A CSV saved by an older Excel.",
        "Look at its names, and save the file as UTF-8 if they are not right.";
    UNREAD_TABLE "I019" "table-not-read":
        "A table that breaks off, is no text, or is larger than what is taken.",
        "Nothing of a damaged file is used.",
        "A quotation mark that is never closed.",
        "Download the file again, or choose a part of it with where.";
    LEFT_OUT "I020" "left-out":
        "Cells and rows of a table that give no figure.",
        "A reader may look for them in vain.",
        "Empty cells, and notes below the table.",
        "Nothing to do, if that is meant. Empty cells can be given a meaning under [shorthand].";
    REVISES "I021" "revises":
        "Figures of a release that read otherwise than in a release before it.",
        "The newer figure has taken the place of the older one, which stays on record.",
        "“1,210 [r]” where the last release had “1,204”.",
        "Look at the positions that were written, and say in a change note what changes in what readers saw.";
    WORKBOOK "I030" "workbook-not-read":
        "A workbook, or a sheet of one, that is damaged, protected by a password, of a kind that is not read, or larger when it is unpacked than what is taken.",
        "A file from outside is never unpacked without a bound, and nothing in it is guessed.",
        "A file in the format of Excel 97, under a name that ends in .xlsx.",
        "Open the file in a spreadsheet, save it as .xlsx or .ods without a password, and import that.";
    HIDDEN_SHEET "I031" "hidden-sheet":
        "A sheet of a workbook that its readers do not see.",
        "It may hold what was not meant to be published: the rows that a table was counted from, names, an older draft.",
        "A hidden sheet “Data” behind a table of totals.",
        "Look at it in a spreadsheet. It is imported only where --include-hidden asks for it; to publish the file itself, delete the sheet first.";
    HIDDEN_ROWS "I032" "hidden-cells":
        "Rows or columns of a sheet that are hidden, that a filter leaves out, or cells whose format shows nothing of their value.",
        "Readers count on what they see, and a hidden row is often there for a reason.",
        "Rows 12 to 40 of a sheet, left out by a filter.",
        "Show them and look. They are imported only where --include-hidden asks for them.";
    CACHE "I033" "pivot-cache":
        "The source of a pivot table, kept in the file beside it: its rows, or each value of its columns.",
        "Whoever has the file can get every row back, though no sheet shows them. Personal data has been published in this way.",
        "A table of totals by year, with the 30,000 cases it was counted from.",
        "Nothing of it is imported. Before you publish the file itself, take the source out in the options of the pivot table, or paste the table as values.";
    COMMENTS "I034" "remarks-beside-cells":
        "Comments and notes beside the cells of a sheet.",
        "They carry the names of their authors, and words that were not meant for readers.",
        "A remark “check with the team before release”.",
        "Look at them, and delete them before you publish the file itself.";
    OTHER_PARTS "I035" "other-data-in-file":
        "Data in a workbook that belongs to no sheet: copies of cells of other files, a data model, embedded files, recorded changes, macros, names that hold data.",
        "It goes wherever the file goes.",
        "The values last seen in a workbook that a formula refers to.",
        "Break the links, delete what is not needed, and save the file as a new one.";
    NAMES_PEOPLE "I036" "people-in-properties":
        "Properties of a workbook that may name people: who made it, who saved it last, the folder it was saved in.",
        "They name officials who have no part in what is published.",
        "A value of lastModifiedBy in docProps/core.xml.",
        "Take personal properties out before you publish the file itself. They are not imported.";
    WITHOUT_RESULT "I037" "formula-without-result":
        "A formula of which the file does not hold the result.",
        "Formulas are not worked out here, so the cell counts as empty.",
        "A workbook written by a programme that never calculated it.",
        "Open the file in a spreadsheet, save it, and import that.";
}

/// The documentation of everything that can be found while importing.
pub fn documentation() -> impl Iterator<Item = &'static RuleDoc> {
    ALL.iter().copied()
}

pub(in crate::import) fn error(
    rule: &RuleDoc,
    place: Place,
    message: impl Into<String>,
    help: impl Into<String>,
) -> Finding {
    Finding::input(rule, place, message, help)
}

pub(in crate::import) fn warning(
    rule: &RuleDoc,
    place: Place,
    message: impl Into<String>,
    help: impl Into<String>,
) -> Finding {
    at(rule, Severity::Warning, place, message.into(), help.into())
}

pub(in crate::import) fn note(
    rule: &RuleDoc,
    place: Place,
    message: impl Into<String>,
    help: impl Into<String>,
) -> Finding {
    at(rule, Severity::Note, place, message.into(), help.into())
}

fn at(rule: &RuleDoc, severity: Severity, place: Place, message: String, help: String) -> Finding {
    let mut finding = Finding::new(rule, severity, Nature::Input, [&*place.path, &message]);
    finding.title.clone_from(&message);
    finding.message = message;
    finding.help = Some(help);
    finding.locations.push(place);
    finding
}

#[cfg(test)]
mod tests {
    use super::documentation;

    #[test]
    fn every_code_has_its_own_number_and_name() {
        let rules: Vec<_> = documentation().collect();
        assert!(rules.is_sorted_by(|a, b| a.code < b.code), "codes repeat or are out of order");
        let mut names: Vec<_> = rules.iter().map(|rule| rule.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), rules.len(), "two rules have one name");
    }
}
