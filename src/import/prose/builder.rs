//! Tags and text in, parts out. Bad nesting costs a paragraph at most.

use super::grid::{Cell, Grid};
use super::{Block, Prose};
use crate::import::clean;

/// The most text that is kept of one answer, in bytes.
const MOST_TEXT: usize = 400_000;

/// A text while it is taken in.
#[derive(Debug, Default)]
pub(in crate::import) struct Builder {
    made: Prose,
    text: String,
    table: Option<Table>,
    /// Tables inside the cells of a table: their text belongs to the cell.
    inner: usize,
    raised: Option<String>,
    hidden: usize,
    taken: usize,
}

#[derive(Debug, Default)]
struct Table {
    grid: Grid,
    row: Vec<(Cell, usize, usize)>,
    cell: Option<(Cell, usize, usize)>,
    text: String,
    /// Where the last line of the cell starts.
    line: usize,
}

impl Builder {
    /// A tag opens. `attribute` gives the value of an attribute.
    pub(in crate::import) fn open(&mut self, name: &str, attribute: impl Fn(&str) -> Option<String>) {
        match name {
            "script" | "style" | "template" | "title" => self.hidden += 1,
            "sup" => {
                self.end_raised();
                self.raised = Some(String::new());
            }
            "a" => self.made.links.extend(
                attribute("href").filter(|href| is_address(href)).filter(|_| self.made.links.len() < 200),
            ),
            "table" if self.table.is_some() => self.inner += 1,
            "table" => {
                self.end_paragraph();
                self.table = Some(Table::default());
            }
            "tr" if self.inner == 0 => self.end_row(),
            "td" | "th" if self.inner == 0 => {
                let span = |name| attribute(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1);
                let spans = (span("colspan"), span("rowspan"));
                self.end_cell();
                let cell = Cell { is_heading: name == "th", ..Cell::default() };
                self.table.iter_mut().for_each(|table| table.cell = Some((cell.clone(), spans.0, spans.1)));
            }
            "br" | "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "section" | "ul" | "ol"
            | "blockquote" => {
                self.end_line();
            }
            _ => {}
        }
    }

    /// A tag closes.
    pub(in crate::import) fn close(&mut self, name: &str) {
        match name {
            "script" | "style" | "template" | "title" => self.hidden = self.hidden.saturating_sub(1),
            "sup" => self.end_raised(),
            "table" if self.inner > 0 => self.inner -= 1,
            "table" => self.end_table(),
            "tr" if self.inner == 0 => self.end_row(),
            "td" | "th" if self.inner == 0 => self.end_cell(),
            "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "section" | "ul" | "ol"
            | "blockquote" => self.end_line(),
            _ => {}
        }
    }

    /// Text between tags.
    pub(in crate::import) fn text(&mut self, text: &str) {
        self.taken += text.len();
        if self.taken > MOST_TEXT {
            self.made.is_cut = true;
        } else if self.hidden == 0 {
            match &mut self.raised {
                Some(raised) => raised.push_str(text),
                None => self.here().push_str(text),
            }
        }
    }

    /// The parts.
    pub(in crate::import) fn finish(mut self) -> Prose {
        self.end_raised();
        self.inner = 0;
        self.end_table();
        self.end_paragraph();
        self.made
    }

    fn here(&mut self) -> &mut String {
        match &mut self.table {
            Some(table) if table.cell.is_some() => &mut table.text,
            _ => &mut self.text,
        }
    }

    /// What was raised is a mark of a note, part of an ordinal, or a power.
    fn end_raised(&mut self) {
        let Some(raised) = self.raised.take() else { return };
        let raised = clean::prose(&raised);
        let before = self
            .here()
            .trim_end()
            .rsplit(' ')
            .next()
            .unwrap_or_default()
            .chars()
            .rev()
            .take(8)
            .collect::<String>();
        let starts_line = self
            .table
            .as_ref()
            .is_some_and(|table| table.text.get(table.line..).is_some_and(|line| line.trim().is_empty()));
        let mark: String = raised.chars().filter(|c| !matches!(c, '(' | ')' | '[' | ']')).collect();
        let mark = mark.trim();
        let is_note = !mark.is_empty() && mark.chars().count() <= 3 && !is_ordinal(mark);
        let is_power = ["m", "mk", "mc", "mm", "tf"].iter().any(|unit| {
            before.starts_with(unit) && !before.chars().nth(unit.len()).is_some_and(char::is_alphabetic)
        });
        match (&mut self.table, mark) {
            (_, "2") if is_power => self.here().push('²'),
            (_, "3") if is_power => self.here().push('³'),
            (Some(Table { cell: Some((cell, ..)), .. }), mark)
                if is_note && !before.is_empty() && !starts_line =>
            {
                cell.notes.push(mark.to_owned());
            }
            (_, mark) if is_note => {
                let note = format!(" [note {mark}] ");
                self.here().push_str(&note);
            }
            (_, mark) if is_ordinal(mark) => {
                let mark = mark.to_owned();
                self.here().push_str(&mark);
            }
            _ => self.here().push_str(&raised),
        }
    }

    fn end_line(&mut self) {
        self.end_raised();
        if self.table.as_ref().is_some_and(|table| table.cell.is_some()) {
            self.here().push(' ');
            if let Some(table) = &mut self.table {
                table.line = table.text.len();
            }
        } else {
            self.end_paragraph();
        }
    }

    fn end_paragraph(&mut self) {
        let text = clean::prose(&std::mem::take(&mut self.text)).replace("] .", "].").replace("] ,", "],");
        if !text.is_empty() {
            self.made.blocks.push(Block::Paragraph(text));
        }
    }

    fn end_cell(&mut self) {
        self.end_raised();
        let Some(table) = &mut self.table else { return };
        if let Some((mut cell, columns, rows)) = table.cell.take() {
            cell.text = clean::prose(&std::mem::take(&mut table.text));
            table.line = 0;
            table.row.push((cell, columns, rows));
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if let Some(table) = &mut self.table
            && !table.row.is_empty()
        {
            let row = std::mem::take(&mut table.row);
            table.grid.add(row);
        }
    }

    fn end_table(&mut self) {
        self.end_row();
        self.end_paragraph();
        if let Some(table) = self.table.take() {
            self.made.is_cut |= table.grid.is_cut;
            if !table.grid.rows.is_empty() {
                self.made.blocks.push(Block::Table(table.grid));
            }
        }
    }
}

fn is_ordinal(mark: &str) -> bool {
    matches!(mark.to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th")
}

fn is_address(href: &str) -> bool {
    href.starts_with("https://") || href.starts_with("http://") || href.starts_with('/')
}
