//! How the bytes of a text are read.

use std::borrow::Cow;

/// How bytes become text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark at its start.
    Utf8,
    /// UTF-16, the lower byte first.
    Utf16Little,
    /// UTF-16, the higher byte first.
    Utf16Big,
    /// The encoding of older Windows programs for western languages. It has no mark, so it is only likely.
    Windows1252,
}

/// The text of a file, or what is the matter with it and what to do.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), (&'static str, &'static str)> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err((
            "the file is a workbook or an archive, and no CSV",
            "use `onrecord import spreadsheet`",
        ));
    }
    if bytes.starts_with(b"\x1F\x8B") {
        return Err(("the file is compressed", "unpack it, and import what is in it"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return wide(rest, Encoding::Utf16Little);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return wide(rest, Encoding::Utf16Big);
    }
    if let Some(order) = unmarked(bytes) {
        return wide(bytes, order);
    }
    if bytes.contains(&0) {
        return Err(("the file is no text", "download it again, and import the CSV"));
    }
    let plain = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(plain) {
        Ok(text) => Ok((Cow::Borrowed(text), Encoding::Utf8)),
        Err(_) if plain.len() < bytes.len() => {
            Err(("the file says that it is UTF-8, and is not", "save it again as UTF-8"))
        }
        Err(_) => Ok((Cow::Owned(plain.iter().map(|byte| western(*byte)).collect()), Encoding::Windows1252)),
    }
}

/// UTF-16 without a mark: every other byte of its start is zero.
fn unmarked(bytes: &[u8]) -> Option<Encoding> {
    let start = bytes.get(..bytes.len().min(64) & !1).filter(|start| start.len() >= 4)?;
    let zeros = |offset: usize| start.iter().skip(offset).step_by(2).all(|byte| *byte == 0);
    let some = |offset: usize| start.iter().skip(offset).step_by(2).all(|byte| *byte != 0);
    match (zeros(1) && some(0), zeros(0) && some(1)) {
        (true, false) => Some(Encoding::Utf16Little),
        (false, true) => Some(Encoding::Utf16Big),
        _ => None,
    }
}

fn wide(bytes: &[u8], encoding: Encoding) -> Result<(Cow<'_, str>, Encoding), (&'static str, &'static str)> {
    let damaged = ("the file is UTF-16 that breaks off or is damaged", "download it again");
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err(damaged);
    }
    let units = pairs.filter_map(|pair| <[u8; 2]>::try_from(pair).ok()).map(|pair| match encoding {
        Encoding::Utf16Big => u16::from_be_bytes(pair),
        _ => u16::from_le_bytes(pair),
    });
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.map(|text| (Cow::Owned(text), encoding)).map_err(|_| damaged)
}

/// The letters of Windows-1252 from 0x80 to 0x9F; the five that mean nothing are replaced.
const HIGH: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
    '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

fn western(byte: u8) -> char {
    match byte {
        0x80..=0x9F => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    }
}
