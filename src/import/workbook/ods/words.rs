//! The words of a cell of an ODS file: paragraphs, with spans, notes and remarks in them.

use super::super::archive::{Bounds, too_much};
use super::super::words::{Position, Runs, Words};
use super::super::xml::{Piece, Xml};
use super::styles::Styles;
use crate::import::sheet::Unreadable;

/// What stands in a cell.
#[derive(Debug, Default)]
pub(super) struct Inside {
    pub(super) words: Words,
    pub(super) paragraphs: u32,
    pub(super) comments: u64,
}

/// Reads everything up to the end of the cell that was opened last.
pub(super) fn read(xml: &mut Xml<'_>, styles: &Styles, bounds: &Bounds) -> Result<Inside, Unreadable> {
    let (mut runs, mut inside) = (Runs::default(), Inside::default());
    loop {
        match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "p" => {
                    if inside.paragraphs > 0 {
                        runs.push("\n", Position::OnLine);
                    }
                    inside.paragraphs = inside.paragraphs.saturating_add(1);
                    inside.comments += paragraph(xml, styles, bounds, &mut runs)?;
                }
                "annotation" => {
                    inside.comments += 1;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            },
            Piece::Text(_) => {}
            Piece::Close(_) | Piece::End => break,
        }
    }
    inside.words = runs.finish();
    Ok(inside)
}

/// A paragraph; how many remarks stand in it.
fn paragraph(
    xml: &mut Xml<'_>,
    styles: &Styles,
    bounds: &Bounds,
    runs: &mut Runs,
) -> Result<u64, Unreadable> {
    let (mut positions, mut comments) = (vec![Position::OnLine], 0);
    loop {
        let position = positions.last().copied().unwrap_or_default();
        match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "s" => {
                    let count = tag.number("c").unwrap_or(1).min(1_000);
                    runs.push(&" ".repeat(usize::try_from(count).unwrap_or(1)), Position::OnLine);
                    positions.push(position);
                }
                "tab" | "line-break" => {
                    let sign = if tag.name() == "tab" { "\t" } else { "\n" };
                    runs.push(sign, Position::OnLine);
                    positions.push(position);
                }
                "span" => {
                    let style = tag.get("style-name").map(|style| styles.position(&style));
                    let raised = style == Some(Position::Raised) || position == Position::Raised;
                    positions.push(if raised { Position::Raised } else { Position::OnLine });
                }
                "note-citation" => {
                    let mark = xml.words(bounds.words)?;
                    runs.mark(&mark);
                }
                "annotation" => {
                    comments += 1;
                    xml.skip()?;
                }
                "note-body" | "ruby-text" => xml.skip()?,
                _ => positions.push(position),
            },
            Piece::Text(text) => runs.push(&spaced(&text), position),
            Piece::Close(_) => {
                positions.pop();
                if positions.is_empty() {
                    return Ok(comments);
                }
            }
            Piece::End => return Ok(comments),
        }
        if runs.len() > bounds.words {
            return Err(too_much("one of its cells holds a text".to_owned()));
        }
    }
}

/// Any space is one space: others have elements of their own.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut was_space = false;
    for character in text.chars() {
        let is_space = matches!(character, ' ' | '\t' | '\n' | '\r');
        if !(is_space && was_space) {
            spaced.push(if is_space { ' ' } else { character });
        }
        was_space = is_space;
    }
    spaced
}
