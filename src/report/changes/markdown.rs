//! What changed as Markdown for a pull request, and the same as a page.

use super::told::{Told, beside, declared, repeated};
use super::{Sides, discrepancies};
use crate::quantity::{Rational, print};
use crate::report::escape::plain;
use crate::revision::Changes;
use pulldown_cmark::{Options, Parser, html};

/// A comment on a pull request may hold 65,536 characters; the rest is for what stands around it.
const MOST: usize = 60_000;

/// Writes what changed as Markdown of bounded size. What does not fit is counted.
#[must_use]
pub fn markdown(changes: &Changes, sides: &Sides) -> String {
    let mut document = Document { text: String::new(), most: MOST, left: 0 };
    document.write(changes, sides);
    document.text
}

/// The same as a whole page of HTML that needs nothing beside it, unbounded.
#[must_use]
pub fn html(changes: &Changes, sides: &Sides) -> String {
    let mut document = Document { text: String::new(), most: usize::MAX, left: 0 };
    document.write(changes, sides);
    let mut body = String::new();
    html::push_html(&mut body, Parser::new_ext(&document.text, Options::ENABLE_TABLES));
    // The heads of the columns are in order; a screen reader is told what each is for.
    let body = body.replace("<th>", "<th scope=\"col\">");
    format!(
        "{HEAD}<title>{}</title>\n{STYLE}</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n",
        sides.heading()
    )
}

const HEAD: &str = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
                    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
                    <meta name=\"color-scheme\" content=\"light dark\">\n";

const STYLE: &str = "<style>\nbody { font: 1rem/1.5 serif; margin: 1rem auto; max-width: 60rem; padding: 0 1rem }\n\
                     table { border-collapse: collapse; display: block; overflow-x: auto }\n\
                     th, td { border-bottom: 1px solid; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top }\n\
                     </style>\n";

struct Document {
    text: String,
    most: usize,
    /// How many lines did not fit.
    left: usize,
}

impl Document {
    fn write(&mut self, changes: &Changes, sides: &Sides) {
        self.text.push_str(&format!("# {}\n\n{}\n", plain(&sides.heading()), plain(&changes.sentence())));
        self.notes(changes);
        for (heading, lines) in discrepancies(changes).into_iter().filter(|(_, lines)| !lines.is_empty()) {
            self.heading(&format!("\n## {heading}\n\n"));
            lines.iter().for_each(|line| self.line(format!("- {}\n", plain(line))));
        }
        self.measures(changes);
        self.beside(changes);
        if self.left > 0 {
            let count = print::number(&Rational::from(i64::try_from(self.left).unwrap_or(i64::MAX)));
            let lines = if self.left == 1 { "line is" } else { "lines are" };
            self.text.push_str(&format!("\n{count} more {lines} left out to keep this short.\n"));
        }
    }

    fn notes(&mut self, changes: &Changes) {
        if changes.notes.is_empty() {
            return;
        }
        self.heading("\n## Why\n");
        for note in &changes.notes {
            let error = note.error.as_ref().map(|error| format!(" What was wrong: {}", plain(error)));
            self.line(format!(
                "\n**{}** ({}, {}): {}{} Why: {} Effect on conclusions: {}\n",
                plain(note.kind.words()),
                plain(&note.by),
                plain(&note.date.words()),
                plain(&note.what),
                error.unwrap_or_default(),
                plain(&note.why),
                plain(&note.effect)
            ));
        }
    }

    fn beside(&mut self, changes: &Changes) {
        let lines = beside(changes);
        if !lines.is_empty() {
            self.heading("\n## Beside the figures\n\n");
            lines.iter().for_each(|line| self.line(format!("- {}\n", plain(line))));
        }
    }

    fn measures(&mut self, changes: &Changes) {
        for measure in &changes.measures {
            self.heading(&format!("\n## {}\n\n", plain(&measure.title)));
            declared(measure).iter().for_each(|line| self.line(format!("- {}\n", plain(line))));
            repeated(measure).iter().for_each(|line| self.line(format!("- {}\n", plain(line))));
            if measure.told().next().is_none() {
                continue;
            }
            self.heading("\n| Figure | Change | Was | Now | Difference | Why |\n|---|---|---|---|---|---|\n");
            for change in measure.told() {
                let told = Told::of(changes, change);
                let of = format!("{}, {}", told.of, told.source);
                let by = told.by.unwrap_or_default();
                let was = told.was.unwrap_or_else(|| "not there".to_owned());
                let now = told.now.unwrap_or_else(|| "gone".to_owned());
                let cells = [of, told.what, was, now, by, told.why.unwrap_or_default()];
                let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
                self.line(format!("| {} |\n", cells.join(" | ")));
            }
        }
    }

    fn heading(&mut self, text: &str) {
        if self.text.len() + text.len() <= self.most {
            self.text.push_str(text);
        }
    }

    fn line(&mut self, text: String) {
        if self.text.len() + text.len() <= self.most {
            self.text.push_str(&text);
        } else {
            self.left += 1;
        }
    }
}
