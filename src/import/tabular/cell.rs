//! A cell of a column of values: its words, and what they mean.

use super::held::{self, Shown};
use super::mapping::{Brackets, Mapping, Meaning, Multiplier};
use crate::import::clean;
use crate::import::sheet::{Cell, Held};
use crate::model::Flag;
use crate::quantity::{Context, NoValue, Reader};
use std::collections::BTreeSet;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// There is nothing in it.
    Nothing,
    /// The mapping leaves it out.
    LeftOut,
    /// A value, or why there is none.
    Given(Given),
}

/// A value, or why there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) reported: String,
    pub(super) missing: Option<NoValue>,
    pub(super) flags: BTreeSet<Flag>,
    /// The words of the cell, where `reported` is not just those, and the marks of notes.
    pub(super) note: Option<String>,
}

/// How the cells of a column are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cells<'a> {
    pub(super) mapping: &'a Mapping,
    pub(super) reader: &'a Reader,
    pub(super) multiplier: Option<Multiplier>,
}

/// Words without the marks at their ends.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Peeled {
    pub(super) core: String,
    pub(super) flags: BTreeSet<Flag>,
    /// Marks of notes, such as `[note 1]`.
    pub(super) notes: Vec<String>,
}

impl Cells<'_> {
    /// What a cell says, or its words where that is not known.
    pub(super) fn of(&self, cell: Option<&Cell>) -> Result<Said, String> {
        let Some(cell) = cell else { return self.read("") };
        match &cell.held {
            _ if cell.text.trim().is_empty() => self.read(""),
            Held::Number(held) => self.held(&cell.text, held.clone()),
            Held::Percent(held) => self.held(&cell.text, format!("{}%", held::percent(held))),
            Held::Blank | Held::Text | Held::Date(_) | Held::Flag(_) | Held::Error(_) => {
                self.read(&cell.text)
            }
        }
    }

    /// A number that a file holds. Its words are those that are shown for it, if they are the number or it rounded.
    fn held(&self, text: &str, held: String) -> Result<Said, String> {
        let exact = clean::prose(text);
        let peeled = peel(&exact);
        let shown = held::shown(&peeled.core, &held);
        if let (Shown::Exactly | Shown::Rounded, Some(mut given)) = (shown, self.number(&exact, peeled)) {
            let holds = (shown == Shown::Rounded).then(|| format!("The file holds {held}."));
            given.note = [given.note.take(), holds]
                .into_iter()
                .flatten()
                .reduce(|one, other| format!("{one} {other}"));
            return Ok(Said::Given(given));
        }
        let mut given = self.number(&held, peel(&held)).ok_or(exact.clone())?;
        given.note = Some(format!("{} The file holds {held}.", printed(&exact)));
        Ok(Said::Given(given))
    }

    /// What words say.
    pub(super) fn read(&self, text: &str) -> Result<Said, String> {
        let exact = clean::prose(text);
        if let Some(meaning) = self.mapping.shorthand.get(&exact) {
            return Ok(meant(meaning, &exact, Peeled::default()));
        }
        if exact.is_empty() {
            return Ok(Said::Nothing);
        }
        let peeled = peel(&exact);
        if let Some(meaning) = self.mapping.shorthand.get(&peeled.core).filter(|_| !peeled.core.is_empty()) {
            return Ok(meant(meaning, &exact, peeled));
        }
        self.number(&exact, peeled).or_else(|| self.without_value(&exact)).map(Said::Given).ok_or(exact)
    }

    fn number(&self, exact: &str, peeled: Peeled) -> Option<Given> {
        let inner = peeled
            .core
            .strip_prefix('(')
            .and_then(|core| core.strip_suffix(')'))
            .filter(|core| is_number(core));
        let core = match (inner, self.mapping.brackets) {
            (Some(inner), Some(Brackets::Negative)) => format!("-{inner}"),
            (Some(_), None) => return None,
            (None, _) => peeled.core,
        };
        let bare = core.trim_start_matches(['<', '>', '≤', '≥', '=', ' ']);
        if !is_number(bare) && !is_named_multiple(bare) && !self.is_hedged(&core) {
            return None;
        }
        let multiple = self.multiplier.and_then(Multiplier::word).filter(|_| !core.ends_with('%'));
        let reported = match multiple {
            Some(word) => [Some(format!("{core} {word}")), None],
            // The words of the cell, marks and all, if they can be read; else the number in them.
            None => [Some(exact.to_owned()), Some(core)],
        };
        let reported = reported.into_iter().flatten().find(|phrase| self.is_amount(phrase))?;
        let print = (reported != exact).then(|| printed(exact));
        let note = print.or_else(|| marked(&peeled.notes));
        Some(Given { reported, missing: None, flags: peeled.flags, note })
    }

    /// Words such as “c.500” and “between 40 and 50”: a hedged number, and nothing beside it.
    fn is_hedged(&self, phrase: &str) -> bool {
        self.reader.read(phrase, &Context::table()).is_ok_and(|reading| {
            let is_whole = reading.span().len() == phrase.len();
            let is_alone =
                reading.unit().is_none() && reading.period().is_none() && reading.relation().is_none();
            is_whole && is_alone && reading.amount().is_some_and(|amount| amount.hedge().is_hedged())
        })
    }

    fn is_amount(&self, phrase: &str) -> bool {
        self.reader.read(phrase, &Context::table()).is_ok_and(|reading| {
            reading.amount().is_some() && reading.further().is_empty() && reading.alternatives().is_empty()
        })
    }

    /// Shorthand that has one meaning wherever it stands: `[c]`, `..`, `:`.
    fn without_value(&self, exact: &str) -> Option<Given> {
        let is_code = exact.starts_with('[') && exact.ends_with(']') && !exact.contains(' ');
        if !is_code && !matches!(exact, ".." | ":" | "…") {
            return None;
        }
        let reading = self.reader.read(exact, &Context::table()).ok()?;
        let is_clear = reading.no_value().is_some() && reading.alternatives().is_empty();
        is_clear.then(|| Given { reported: exact.to_owned(), ..Given::default() })
    }
}

fn meant(meaning: &Meaning, exact: &str, peeled: Peeled) -> Said {
    let print = if exact.is_empty() { "The cell is empty.".to_owned() } else { printed(exact) };
    let (reported, missing, note) = match meaning {
        Meaning::LeftOut => return Said::LeftOut,
        Meaning::Zero => ("0".to_owned(), None, Some(print)),
        Meaning::NoValue(state) if exact.is_empty() => (state.words(), Some(state.clone()), Some(print)),
        Meaning::NoValue(state) => (exact.to_owned(), Some(state.clone()), None),
    };
    let note = note.or_else(|| marked(&peeled.notes));
    Said::Given(Given { reported, missing, flags: peeled.flags, note })
}

/// What stands in a cell.
fn printed(exact: &str) -> String {
    format!("The table prints {}.", clean::quoted(exact))
}

/// Which notes a cell carries.
fn marked(notes: &[String]) -> Option<String> {
    (!notes.is_empty()).then(|| format!("Marked {} in the table.", notes.join(" ")))
}

/// Takes marks off the end: `[p]`, `(r)`, `[note 1]`.
pub(super) fn peel(text: &str) -> Peeled {
    let mut peeled = Peeled { core: text.trim().to_owned(), ..Peeled::default() };
    while let Some((rest, mark)) = last_mark(&peeled.core) {
        let inner = mark.trim_matches(['[', ']', '(', ')']).trim().to_lowercase();
        match Flag::ALL.into_iter().find(|flag| flag.letter() == inner) {
            Some(flag) => {
                peeled.flags.insert(flag);
            }
            None if inner.starts_with("note") => peeled.notes.insert(0, mark.to_owned()),
            None => break,
        }
        peeled.core = rest.trim_end().to_owned();
    }
    peeled
}

/// The brackets at the end of words, where there is something before them.
fn last_mark(text: &str) -> Option<(&str, &str)> {
    let open = match text.chars().next_back()? {
        ']' => '[',
        ')' => '(',
        _ => return None,
    };
    let at = text.rfind(open).filter(|at| *at > 0)?;
    Some((text.get(..at)?, text.get(at..)?))
}

/// A plain number: `-1,234.5`, `£12`, `12.3%`. Commas stand at thousands or not at all.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.strip_prefix(['-', '−', '+']).unwrap_or(text);
    let text = text.strip_prefix(['£', '€', '$']).unwrap_or(text);
    let text = text.strip_suffix('%').map_or(text, str::trim_end);
    let (whole, part) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let is_grouped = digits(first)
        && (!whole.contains(',') || first.len() <= 3)
        && groups.all(|group| group.len() == 3 && digits(group));
    let starts_with_point = whole.is_empty() && part.is_some();
    (is_grouped || starts_with_point) && part.is_none_or(digits)
}

/// `1.2 million`, `£3bn`.
fn is_named_multiple(text: &str) -> bool {
    let named = ["million", "billion", "thousand", "bn", "m"];
    named.iter().any(|word| text.strip_suffix(word).is_some_and(|number| is_number(number.trim_end())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_its_commas_at_thousands_or_none() {
        for text in ["0", "1,234", "-1,234.50", "£12", "12.3%", "1234567", ".5", "12 %"] {
            assert!(is_number(text), "{text}");
        }
        for text in ["", "-", "1,23", "1234,567", "1.2.3", "12a", "1 234", "%", "(5)", "5-", "1.", "3,000,00"]
        {
            assert!(!is_number(text), "{text}");
        }
    }

    #[test]
    fn marks_are_taken_off_the_end() {
        let peeled = peel("1,234 [p](r) [note 2]");
        assert_eq!(peeled.core, "1,234");
        assert_eq!(peeled.flags, [Flag::Provisional, Flag::Revised].into());
        assert_eq!(peeled.notes, ["[note 2]"]);
        for whole in ["[c]", "(12)", "12 (x)", "a)", "]"] {
            assert_eq!(peel(whole).core, whole);
        }
    }
}
