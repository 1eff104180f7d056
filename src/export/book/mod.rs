//! Workbooks for people: a cover, contents, notes, and one table a sheet.
//!
//! The sheets follow the guidance of the Government Analysis Function on releasing statistics in spreadsheets: every
//! sheet starts in A1 with its title, says in A2 what it holds, has at most one table, which begins in column A and is
//! marked as one with a name of its own; no cell is merged, nothing is hidden, frozen or filtered, nothing stands below
//! a table, and no colour has a meaning. The table of figures is that of the CSV file, without the columns that are
//! blank from top to bottom: a reader who goes through thirty columns by ear would hear nothing in them.

mod ods;
mod sheet;
mod xlsx;

pub use ods::ods;
pub use xlsx::xlsx;

use super::{Table, Terms};
use sheet::{Heading, Sheet, Written};

/// A workbook, whatever the format of its file.
pub struct Book<'a> {
    title: &'a str,
    terms: &'a Terms,
    sheets: Vec<Sheet<'a>>,
}

impl<'a> Book<'a> {
    /// The workbook of some tables, each with the name of its sheet.
    #[must_use]
    pub fn new(title: &'a str, terms: &'a Terms, tables: &[(&str, &Table<'_>)]) -> Self {
        let tables: Vec<Sheet<'a>> =
            tables.iter().flat_map(|(name, table)| sheet::of_table(name, table)).collect();
        let (notes, columns) = (notes(terms), columns(&tables));
        let contents = contents([&notes, &columns].into_iter().chain(&tables));
        let mut sheets = vec![cover(title, terms), contents, notes, columns];
        sheets.extend(tables);
        Self { title, terms, sheets }
    }
}

fn cover<'a>(title: &str, terms: &'a Terms) -> Sheet<'a> {
    let mut lines = vec![format!("From the site “{}”. Published by {}.", terms.site, terms.publisher.name)];
    lines.push(match terms.edition {
        Some((number, date)) => format!("Edition {number}, released {}.", date.words()),
        None => "Not in an edition yet: these figures can still change.".to_owned(),
    });
    lines.push(format!("Units: {}.", terms.units));
    lines.extend(terms.licence.as_ref().map(|licence| match &licence.url {
        Some(url) => format!("Licence: {}, {url}", licence.name),
        None => format!("Licence: {}.", licence.name),
    }));
    lines.push(format!("How to cite it: {}", terms.citation));
    lines.push(format!("The page as it stands now: {}", address(&terms.moving)));
    lines.extend(terms.frozen.as_ref().map(|frozen| format!("The page as it stays: {}", address(frozen))));
    lines.extend(terms.publisher.contact.as_ref().map(|contact| format!("Contact: {contact}")));
    lines.push("The sheets that follow are listed on the sheet Contents.".to_owned());
    Sheet {
        name: "Cover".to_owned(),
        title: title.to_owned(),
        above: lines,
        columns: Vec::new(),
        rows: Vec::new(),
    }
}

/// An address; without a base address in the settings, it starts from the root of the site.
fn address(address: &str) -> String {
    let on_the_site = if address.contains("://") { "" } else { " (from the root of the site)" };
    format!("{address}{on_the_site}")
}

fn notes<'a>(terms: &'a Terms) -> Sheet<'a> {
    let rows = terms.notes.iter().map(|note| vec![Written::text(&note.on), Written::text(&note.text)]);
    Sheet {
        name: "Notes".to_owned(),
        title: "Notes".to_owned(),
        above: vec!["How to read the tables, what to know before relying on them, and their shorthand. There is one table.".to_owned()],
        columns: vec![Heading::words("On", 20), Heading::words("Note", 90)],
        rows: rows.collect(),
    }
}

fn columns<'a>(tables: &[Sheet<'a>]) -> Sheet<'a> {
    let of = |sheet: &Sheet<'a>| {
        let name = sheet.name.clone();
        let columns = sheet.columns.clone();
        columns.into_iter().map(move |column| {
            let name = Written::Text(name.clone().into());
            vec![
                name,
                Written::Text(column.title.into()),
                Written::Text(column.name.into()),
                // Marks of code are for texts in Markdown.
                Written::Text(column.meaning.replace('`', "").into()),
            ]
        })
    };
    Sheet {
        name: "Columns".to_owned(),
        title: "The columns of each table".to_owned(),
        above: vec!["What each column means, and its name in the CSV file. There is one table.".to_owned()],
        columns: vec![
            Heading::words("Sheet", 16),
            Heading::words("Column", 24),
            Heading::words("Name in CSV", 24),
            Heading::words("Meaning", 90),
        ],
        rows: tables.iter().flat_map(of).collect(),
    }
}

fn contents<'a: 's, 's>(sheets: impl Iterator<Item = &'s Sheet<'a>>) -> Sheet<'a> {
    let line = |sheet: &Sheet<'a>| {
        vec![Written::Sheet(sheet.name.clone()), Written::Text(sheet.title.clone().into())]
    };
    Sheet {
        name: "Contents".to_owned(),
        title: "Contents".to_owned(),
        above: vec!["The sheets of this workbook after this one. There is one table.".to_owned()],
        columns: vec![Heading::words("Sheet", 20), Heading::words("What it holds", 90)],
        rows: sheets.map(line).collect(),
    }
}
