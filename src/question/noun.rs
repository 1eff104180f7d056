//! A measure as words in a sentence: its title as a noun phrase, and how to ask for its number.

use crate::model::{Measure, QuantityKind};

/// The noun phrase of a measure.
pub(super) struct Noun {
    text: String,
    form: Form,
    unit: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// "how many … there were"
    Many,
    /// "what the figure was for …"
    Figure,
}

/// Words after which a noun phrase only says more of what came before.
const AFTER_THE_HEAD: [&str; 21] = [
    "of", "in", "on", "at", "to", "for", "from", "by", "with", "without", "within", "under", "over", "per",
    "between", "who", "whom", "whose", "that", "which", "where",
];
/// Plurals that do not end in s.
const PLURALS: [&str; 6] = ["people", "staff", "children", "women", "men", "police"];
/// Heads that take an article in a sentence.
const WITH_ARTICLE: [&str; 22] = [
    "increase",
    "decrease",
    "difference",
    "gap",
    "level",
    "size",
    "target",
    "cost",
    "costs",
    "number",
    "share",
    "rate",
    "proportion",
    "percentage",
    "change",
    "amount",
    "value",
    "price",
    "total",
    "average",
    "ratio",
    "length",
];

impl Noun {
    pub(super) fn of(measure: &Measure) -> Self {
        let text = in_a_sentence(measure);
        let head = head(&text);
        let form = match measure.quantity {
            QuantityKind::Count if is_plural(&head) => Form::Many,
            _ => Form::Figure,
        };
        let text = if WITH_ARTICLE.contains(&head.as_str()) { format!("the {text}") } else { text };
        Self { text, form, unit: unit(measure) }
    }

    /// The phrase alone.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// "how many benches in the park there were on 1 January 2025, by material".
    pub(super) fn how_many(&self, when: &str, breakdown: &str) -> String {
        let text = &self.text;
        match self.form {
            Form::Many => format!("how many {text}{} there were {when}{breakdown}", self.comma()),
            Form::Figure => format!("what the figure was {when} for {text}{breakdown}{}", self.in_unit()),
        }
    }

    /// "The number of benches in the park on 1 January 2025, by material".
    pub(super) fn the_number(&self, when: &str, breakdown: &str) -> String {
        let text = &self.text;
        match self.form {
            Form::Many => format!("The number of {text}{} {when}{breakdown}", self.comma()),
            Form::Figure => format!("The figure {when} for {text}{breakdown}{}", self.in_unit()),
        }
    }

    /// "count benches in the park", "work out the annual cost".
    pub(super) fn to_work_out(&self) -> String {
        match self.form {
            Form::Many => format!("count {}{}", self.text, self.comma()),
            Form::Figure => format!("work out {}{}", self.text, self.comma()),
        }
    }

    /// A phrase with a comma in it is closed by one.
    fn comma(&self) -> &'static str {
        if self.text.contains(',') { "," } else { "" }
    }

    fn in_unit(&self) -> String {
        self.unit.as_ref().map_or(String::new(), |unit| format!(", in {unit}"))
    }
}

/// The unit in words: currencies by their names.
pub(super) fn unit_in_words(measure: &Measure) -> &str {
    match measure.unit.as_str() {
        "GBP" => "pounds",
        "EUR" => "euros",
        "USD" => "US dollars",
        unit => unit,
    }
}

/// The unit, where the title does not say it.
pub(super) fn unit(measure: &Measure) -> Option<String> {
    let unit = unit_in_words(measure);
    let said = measure.title.to_lowercase().contains(&unit.to_lowercase());
    let counted =
        matches!(measure.quantity, QuantityKind::Count | QuantityKind::Amount | QuantityKind::Share);
    (counted && !said).then(|| unit.to_owned())
}

/// The title as it stands within a sentence. A first word that is written with a capital elsewhere keeps it.
fn in_a_sentence(measure: &Measure) -> String {
    let title = measure.title.trim().trim_end_matches('.');
    let first = title.split_whitespace().next().unwrap_or_default();
    let texts = [&measure.question, &measure.definition, &measure.population, &measure.coverage];
    let named = texts.into_iter().flatten().any(|text| stands_within(text, first));
    let initials = first.chars().filter(|c| c.is_uppercase()).count() > 1;
    if named || initials { title.to_owned() } else { lower(title) }
}

/// Whether the word stands in the text, as it is written, anywhere but at the start of a sentence.
fn stands_within(text: &str, word: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| match pair {
        [before, found] => {
            !before.ends_with(['.', '?', '!', ':']) && found.trim_end_matches([',', '.', '?', ';']) == word
        }
        _ => false,
    })
}

/// The first letter in lower case.
pub(super) fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// The last word before the phrase turns to saying more of it.
fn head(text: &str) -> String {
    let mut head = "";
    for word in text.split_whitespace() {
        let bare = word.trim_end_matches(',');
        let participle = !head.is_empty() && (bare.ends_with("ed") || bare.ends_with("ing"));
        if participle || AFTER_THE_HEAD.contains(&bare) {
            break;
        }
        head = bare;
        if bare.len() < word.len() {
            break;
        }
    }
    head.to_lowercase()
}

fn is_plural(head: &str) -> bool {
    let ends = head.ends_with('s') && !["ss", "is", "us"].iter().any(|end| head.ends_with(end));
    ends || PLURALS.contains(&head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_title_is_found_before_what_says_more_of_it() {
        for (title, word, plural) in [
            ("people recorded as having absconded, whereabouts unknown", "people", true),
            ("foreign national offenders recorded as having absconded", "offenders", true),
            ("road inspectors in post", "inspectors", true),
            ("annual cost of tracing people", "cost", false),
            ("repair backlog", "backlog", false),
            ("access to services", "access", false),
            ("unemployed people", "people", true),
        ] {
            assert_eq!((head(title).as_str(), is_plural(&head(title))), (word, plural), "{title}");
        }
    }

    #[test]
    fn a_first_word_that_is_a_name_keeps_its_capital() {
        assert!(stands_within("People whom the Home Office records", "Home"));
        assert!(!stands_within("How many? People of all ages.", "People"));
    }
}
