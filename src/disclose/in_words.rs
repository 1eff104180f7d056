//! D009: a withheld count whose own words may give it. Messages name the cell and the column, never the number.

use super::policy::{Guard, severity};
use crate::finding::{Finding, Nature, RuleDoc};
use crate::model::{Dataset, Disclosure, DisclosureMode, Figure};
use crate::quantity::{Context, Reader};

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "D009",
    name: "withheld-in-words",
    finds: "A withheld count with a small number in the words quoted for it, or in its note.",
    matters: "The words and the note stand beside it on its page: what was withheld would be read there.",
    example: "A figure of [c], and in its note “three in March”.",
    resolve: "Take the number out of the words or the note. Where it is no count, put it otherwise: a table or a page has its place in the locator.",
};

/// Words before a number that make it something else than a count: a bound, a place in a document.
const NO_COUNT: [&str; 20] = [
    "than",
    "under",
    "below",
    "least",
    "most",
    "threshold",
    "to",
    "table",
    "note",
    "page",
    "section",
    "sheet",
    "row",
    "column",
    "paragraph",
    "annex",
    "question",
    "part",
    "aged",
    "year",
];

/// Looks through the words of every withheld count.
pub(super) fn in_words(dataset: &Dataset, policy: &Disclosure) -> Vec<Finding> {
    let reader = Reader::default();
    let guarded = dataset.measures().filter_map(|measure| Some((measure, Guard::of(measure, policy)?)));
    let withheld = guarded.flat_map(|(measure, guard)| {
        let figures = dataset.figures_of(&measure.id).iter().filter(|figure| figure.basis.states_a_fact());
        figures.filter(move |figure| guard.keeps_back(figure.reading())).map(move |figure| (figure, guard))
    });
    let texts = withheld.flat_map(|(figure, guard)| {
        let columns = [("words", figure.wording().quoted.as_deref()), ("note", figure.note.as_deref())];
        columns.into_iter().filter_map(move |(column, text)| Some((figure, guard, column, text?)))
    });
    let telling = texts.filter(|(_, guard, _, text)| holds_a_small_number(text, guard, &reader));
    telling.map(|(figure, _, column, _)| finding(figure, column, policy.mode)).collect()
}

fn holds_a_small_number(text: &str, guard: &Guard, reader: &Reader) -> bool {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is_small = |word: &str| {
        let reading = reader.read(word, &Context::prose()).ok();
        let exact = reading.as_ref().and_then(|reading| reading.amount()?.nominal_point());
        // "one" is as often no number: one of the wards.
        word != "one" && exact.is_some_and(|value| guard.is_small(value))
    };
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        !before.is_some_and(|before| NO_COUNT.contains(&before.as_str())) && is_small(word)
    })
}

fn finding(figure: &Figure, column: &str, mode: DisclosureMode) -> Finding {
    let mut finding = Finding::new(&DOC, severity(mode), Nature::Disclosure, [figure.id.as_str(), column]);
    finding.title = "A small number beside a withheld count".to_owned();
    finding.message = format!(
        "The figure {} is withheld or given as small, and there is a small number in its {column}.",
        figure.id
    );
    finding.help = Some(DOC.resolve.to_owned());
    finding.measure = Some(figure.key.measure.clone());
    finding.figures.push(figure.id.clone());
    finding.sources.push(figure.source.clone());
    finding.locations.extend(figure.place().cloned());
    finding
}
