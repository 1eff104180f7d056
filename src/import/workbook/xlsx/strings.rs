//! The texts of an XLSX file, with what stands raised in them.

use super::super::archive::{Archive, Bounds, too_much};
use super::super::words::{Position, Runs, Words};
use super::super::xml::{Piece, Xml};
use crate::import::sheet::Unreadable;

/// The texts that cells share.
pub(super) fn read(archive: &mut Archive<'_>, part: &str, bounds: &Bounds) -> Result<Vec<Words>, Unreadable> {
    let Some(reader) = archive.part(part)? else { return Ok(Vec::new()) };
    let (mut xml, mut strings) = (Xml::new(reader, part), Vec::new());
    loop {
        match xml.next()? {
            Piece::Open(tag) if tag.name() == "si" => {
                if strings.len() >= bounds.strings {
                    return Err(too_much(format!("it holds more than {} texts", bounds.strings)));
                }
                strings.push(text(&mut xml, "si", bounds)?);
            }
            Piece::End => return Ok(strings),
            Piece::Open(_) | Piece::Close(_) | Piece::Text(_) => {}
        }
    }
}

/// A text up to the end of its element. How words are read aloud (`rPh`) is no part of it.
pub(super) fn text(xml: &mut Xml<'_>, element: &str, bounds: &Bounds) -> Result<Words, Unreadable> {
    let (mut runs, mut position) = (Runs::default(), Position::OnLine);
    loop {
        match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "r" => position = Position::OnLine,
                "vertAlign" if tag.get("val").as_deref() == Some("superscript") => {
                    position = Position::Raised;
                }
                "t" => runs.push(&unescaped(xml.words(bounds.words)?), position),
                "rPh" => xml.skip()?,
                _ => {}
            },
            Piece::Close(tag) if tag.name() == element => return Ok(runs.finish()),
            Piece::Close(_) | Piece::Text(_) => {}
            Piece::End => return Ok(runs.finish()),
        }
        if runs.len() > bounds.words {
            return Err(too_much("one of its cells holds a text".to_owned()));
        }
    }
}

/// `_x000D_` stands for the character of that number, which XML cannot hold as it is.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let (mut plain, mut rest) = (String::new(), text.as_str());
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let digits = from.get(2..6).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let character = digits
            .filter(|_| from.get(6..7) == Some("_"))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        match character {
            Some(character) => {
                plain.extend(Some(character).filter(|character| *character != '\r'));
                rest = from.get(7..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn characters_that_xml_cannot_hold_are_put_back() {
        for (text, plain) in [
            ("a_x000D_\nb", "a\nb"),
            ("_x005F_x", "_x"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_x00", "_x00"),
            ("_x00é_", "_x00é_"),
        ] {
            assert_eq!(unescaped(text.to_owned()), plain);
        }
    }
}
