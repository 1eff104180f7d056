//! The values of a kind of page as a list, for those who write templates.

use std::collections::BTreeSet;

use super::shape::{Field, Kind, Shapes};

/// Every value of a page and of the records in it: name, what it stands for, what it is. None for what is no page.
pub(crate) fn listing(template: &str, shapes: &Shapes) -> Option<String> {
    let (_, page) = shapes.pages().find(|(name, _)| *name == template)?;
    let mut list = String::new();
    let (mut told, mut open) = (BTreeSet::new(), vec![page.clone()]);
    while let Some(kind) = open.pop() {
        let Kind::Record(name) = innermost(&kind).clone() else { continue };
        let Some(record) = shapes.record(&name).filter(|_| told.insert(name.clone())) else { continue };
        let title = if told.len() == 1 { format!("{template}: the page") } else { name };
        list.push_str(&format!("{}{title}\n  {}\n\n", if told.len() == 1 { "" } else { "\n" }, record.about));
        for (name, field) in &record.fields {
            list.push_str(&line(name, field));
        }
        open.extend(record.fields.values().rev().map(|field| field.kind.clone()));
    }
    Some(list)
}

fn line(name: &str, field: &Field) -> String {
    let optional = if field.optional { ", may be missing" } else { "" };
    format!("  {name}: {}{optional}\n      {}\n", words(&field.kind), field.about)
}

fn words(kind: &Kind) -> String {
    match kind {
        Kind::Plain => "text".to_owned(),
        Kind::Word(words) => words.join(" | "),
        Kind::Record(name) => name.clone(),
        Kind::List(kind) => format!("list of {}", words(kind)),
        Kind::Unknown => "value".to_owned(),
    }
}

fn innermost(kind: &Kind) -> &Kind {
    match kind {
        Kind::List(inner) => innermost(inner),
        other => other,
    }
}
