//! Where the lines of a text start, so that a byte can be named by its line and column.

/// The starts of the lines of a text.
#[derive(Debug)]
pub(super) struct Lines(Vec<usize>);

impl Lines {
    /// Finds the lines of a text.
    pub(super) fn of(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(breaks).collect())
    }

    /// Line and column of a byte, both from 1, columns in characters.
    pub(super) fn locate(&self, text: &str, byte: usize) -> (u32, u32) {
        let line = self.0.partition_point(|start| *start <= byte);
        let start = self.0.get(line.saturating_sub(1)).copied().unwrap_or_default();
        (small(line.max(1)), small(characters(text, start, byte) + 1))
    }
}

/// How many characters stand between two bytes of a text.
pub(super) fn characters(text: &str, from: usize, to: usize) -> usize {
    let bytes = text.as_bytes().get(from..to.min(text.len())).unwrap_or_default();
    bytes.iter().filter(|byte| !is_continuation(**byte)).count()
}

/// A count as places hold it. Files are far too small for it not to fit.
pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The second, third or fourth byte of a character.
fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_in_lf_or_cr_lf() {
        let text = "é=1\r\nx\n\nñandú";
        let lines = Lines::of(text);
        let at = |needle: &str| lines.locate(text, text.find(needle).unwrap());
        assert_eq!((at("é"), at("="), at("x"), at("dú")), ((1, 1), (1, 2), (2, 1), (4, 4)));
        assert_eq!(lines.locate(text, text.len()), (4, 6));
        assert_eq!(lines.locate(text, 1_000), (4, 6));
        assert_eq!(Lines::of("").locate("", 0), (1, 1));
    }
}
