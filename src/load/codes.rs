//! The kinds of mistake in a publisher's files, each with its documentation.

use crate::finding::RuleDoc;

macro_rules! codes {
    ($($name:ident $code:literal $slug:literal: $finds:literal, $matters:literal, $example:literal, $resolve:literal;)*) => {
        $(pub(in crate::load) const $name: RuleDoc = RuleDoc {
            code: $code, name: $slug, finds: $finds, matters: $matters, example: $example, resolve: $resolve,
        };)*
        const ALL: &[&RuleDoc] = &[$(&$name),*];
    };
}

codes! {
    UNREADABLE_FILE "L001" "unreadable-file":
        "A file that cannot be read: a link, a device, a folder where a file is expected, one that is too large or that the system refuses.",
        "Links are not followed, so that nothing outside the repository can end up on the site.",
        "`data/figures/2024.csv` is a symbolic link.",
        "Put the file itself in its place.";
    UNEXPECTED_FILE "L002" "unexpected-file":
        "A file or folder under data/ or site/ that no part of the format uses.",
        "A misspelt name would leave its content out in silence.",
        "`data/figure/2024.csv`, where the folder is `figures`.",
        "Rename it, move it out, or start its name with a point to have it passed over.";
    NOT_UTF8 "L003" "not-utf-8":
        "Text that is not UTF-8, or holds control characters.",
        "In another encoding a pound sign or a name would be read wrongly.",
        "A CSV saved in Latin-1, where £ is the byte A3.",
        "Save the file as UTF-8.";
    SYNTAX "L004" "syntax":
        "A file that is not well-formed TOML or CSV, or front matter that is not closed.",
        "Nothing after the mistake can be read with certainty.",
        "A quotation mark that is not closed.",
        "Mend the line that is named.";
    FORMAT "L005" "format-version":
        "A file without `format = 1`, or with a version that this program does not know.",
        "The number tells a later program how to read the file.",
        "`format = 2`.",
        "Write `format = 1` at the top.";
    UNKNOWN_KEY "L006" "unknown-key":
        "A key, table or column that the format does not have.",
        "A misspelt key would be lost in silence.",
        "`titel = \"…\"`.",
        "Use the name that is suggested, or take the key out.";
    MISSING_KEY "L007" "missing-key":
        "A key or column that has to be there.",
        "Without it the file does not say enough.",
        "A measure without a unit.",
        "Add it.";
    WRONG_VALUE "L008" "wrong-value":
        "A value of another type than the key takes, or none of the words it may be.",
        "It cannot be used as it stands.",
        "`stock_or_flow = \"stocks\"`.",
        "Write one of the values that are named.";
    BAD_DATE "L009" "bad-date":
        "A date or period that is not in one of the forms, or that does not exist.",
        "03/04/2026 is two different days on two sides of an ocean.",
        "`as_of = 2026-02-30`.",
        "Write 2026-02-28, 2026-02 or 2026; periods also 2025/26, 2026-Q1 and YE2026-03.";
    BAD_ID "L010" "bad-id":
        "An id with other characters than small letters, digits and hyphens.",
        "Ids become addresses and folder names.",
        "`Cost of tracing.toml`.",
        "Use the form that is suggested.";
    BAD_ADDRESS "L011" "bad-address":
        "A URL that is not http or https.",
        "Any other kind of link can run programs or lead nowhere.",
        "`url = \"javascript:…\"`.",
        "Give a full address that begins with https://.";
    UNKNOWN_ID "L012" "unknown-id":
        "The name of a measure, source, body, figure, dimension or code that is not declared.",
        "The thing it should join would stand alone.",
        "A figure of the measure `absconder`, where the file is `absconders.toml`.",
        "Use the name that is suggested, or declare it.";
    DUPLICATE_ID "L013" "duplicate-id":
        "Two things of one kind with the same id.",
        "A citation of it would have two meanings.",
        "Two relations `further-736`.",
        "Give one of them another id.";
    DUPLICATE_KEY "L014" "duplicate-key":
        "Two figures of one source for the same measure, breakdown and date, without ids that tell them apart.",
        "One is most likely a copy of the other.",
        "The same row pasted twice.",
        "Take one out; or, where the source gives the figure twice in different words, give each its own id.";
    UNREADABLE_PHRASE "L015" "unreadable-phrase":
        "A reported quantity that cannot be read as a quantity, nor as a known way of not giving one.",
        "It could be shown, and never compared.",
        "`1.234,5`.",
        "Write the words of the source that carry the figure; put other words in `words` or `note`. For an answer that gives no value in words that are not known, set `missing`.";
    RAGGED_ROW "L016" "ragged-row":
        "A row with more or fewer cells than the header.",
        "A cell in the wrong column gives a wrong figure.",
        "A thousands comma without quotation marks: `53,298`.",
        "Put cells that hold a comma in quotation marks.";
    BAD_HEADER "L017" "bad-header":
        "A header with an empty or repeated name, or a file with another separator than the comma.",
        "It would not be certain which column a cell belongs to.",
        "`measure;reported;source`.",
        "Give each column one name and separate with commas.";
    CIRCLE "L018" "circle":
        "Sources that repeat one another in a circle.",
        "Then none of them is the origin.",
        "`a` repeats `b`, and `b` repeats `a`.",
        "Take out the claim that does not hold.";
    CONTRADICTORY "L019" "contradictory-cells":
        "Two cells or keys that cannot stand together.",
        "It would not be certain which of them is meant.",
        "A figure with both `as_of` and `period`.",
        "Keep one of them.";
    HIDDEN_CHARACTER "L020" "hidden-character":
        "A character that changes the direction of text or has no width. It is pointed out; the file is still used.",
        "What readers see can then differ from what programs read. It mostly comes along when text is copied.",
        "A title copied from a web page with a zero-width space in it.",
        "Delete it, unless the language of the text needs it.";
    BAD_FILE_NAME "L021" "bad-file-name":
        "A file name that is not the same on every machine and every web server.",
        "An address made from it would break for some readers, or the repository could not be checked out.",
        "`site/assets/Our logo (new).svg`, or two names that differ only in capitals.",
        "Use letters, digits, “-”, “_” and “.”.";
    REPEATED_VALUE "L022" "repeated-value":
        "A list that names the same thing twice.",
        "One of the two was probably meant to be another, and a sum would count it twice.",
        "`parts = [\"men\", \"men\"]`.",
        "Take one out, or name what was meant.";
    EMPTY_TABLE "L023" "empty-table":
        "A table of figures with no rows, or with nothing in it at all.",
        "Figures were probably meant to be there.",
        "A file with its header only.",
        "Fill it in, or delete the file.";
    BLANK_ROW "L024" "blank-row":
        "A row with nothing in it, between others or made of commas only.",
        "A figure may have been deleted by accident.",
        "A line of commas that a spreadsheet left behind.",
        "Delete the row.";
    SPACES "L025" "space-around-cell":
        "A space at the start or end of a cell.",
        "Some programs keep it and some do not, and ids that differ by a space look the same.",
        "`absconders, 53298`, with a space after the comma.",
        "Take it out. Where text really starts or ends in a space, put the cell in quotation marks.";
    TOO_LONG "L026" "too-long":
        "A title, cell or row far longer than one written by hand.",
        "It is most likely not what its place says, or a quotation mark is missing.",
        "A cell that holds a whole document.",
        "Keep the few words that matter, and put the rest in the definition or the notes of the source.";
    TOO_FEW "L027" "too-few-operands":
        "A relation or position that is about fewer figures than it needs.",
        "A sum of one part or a position on nothing says nothing.",
        "A position with neither `on` nor `measures`.",
        "Name the figures or measures that are meant.";
}

/// The documentation of every kind of mistake.
pub fn documentation() -> impl Iterator<Item = &'static RuleDoc> {
    ALL.iter().copied()
}

#[cfg(test)]
mod tests {
    use super::documentation;

    #[test]
    fn every_rule_has_its_own_code_and_name_and_all_its_words() {
        let rules: Vec<_> = documentation().collect();
        assert!(rules.is_sorted_by(|a, b| a.code < b.code), "codes repeat or are out of order");
        let mut names: Vec<_> = rules.iter().map(|rule| rule.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), rules.len(), "two rules have one name");
        for rule in rules {
            for text in [rule.finds, rule.matters, rule.example, rule.resolve] {
                assert!(text.ends_with('.'), "{}: {text}", rule.code);
            }
        }
    }
}
