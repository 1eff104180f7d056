//! Text made safe to show: characters that steer a terminal or turn the order of reading become visible.

use std::ops::Range;

/// Stands for a steering character in a quoted line.
const MARK: char = '\u{fffd}';

/// The text with every steering character written as `\u{…}`.
pub(crate) fn visible(text: &str) -> String {
    if !text.chars().any(steers) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len() + 16);
    text.chars().for_each(|c| push(&mut shown, c));
    shown
}

/// A source line to quote, and the bytes of it that show the `length` characters from `column` on; none where the
/// line is shorter. Each steering character becomes one mark, so that columns stay those of the file. Tabs stay
/// too: the renderer lays them out.
pub(super) fn quoted(line: &str, column: u32, length: u32) -> Option<(String, Range<usize>)> {
    let shown: String = line.chars().map(|c| if c != '\t' && steers(c) { MARK } else { c }).collect();
    let first = (column as usize).saturating_sub(1);
    // What is missing at the end of a line is pointed to behind it.
    let at = |number: usize| shown.char_indices().map(|(at, _)| at).chain([shown.len()]).nth(number);
    let start = at(first)?;
    let end = at(first + length.max(1) as usize).unwrap_or(shown.len());
    Some((shown, start..end))
}

/// JSON text with every steering character as `\u….`, which JSON reads back as the same character. Such characters
/// stand in JSON only within strings.
pub(crate) fn visible_json(json: &str) -> String {
    if !json.chars().any(|c| c != '\n' && steers(c)) {
        return json.to_owned();
    }
    let mut shown = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if c != '\n' && steers(c) {
            let mut units = [0; 2];
            shown.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            shown.push(c);
        }
    }
    shown
}

fn push(shown: &mut String, c: char) {
    if steers(c) { shown.extend(c.escape_unicode()) } else { shown.push(c) }
}

/// Controls, marks of direction, line and paragraph separators, and characters without width.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}
