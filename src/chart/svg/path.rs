//! Path data in the fewest characters: relative commands, tenths of a unit, no needless separators.

/// A growing `d` attribute. Coordinates come in tenths and are written with at most one decimal.
#[derive(Debug, Default)]
pub(in crate::chart) struct PathData {
    data: String,
    at: (i32, i32),
    start: (i32, i32),
    last: Option<char>,
}

impl PathData {
    pub(in crate::chart) fn as_str(&self) -> &str {
        &self.data
    }

    /// Begins a new stroke.
    pub(in crate::chart) fn move_to(&mut self, to: (i32, i32)) {
        if self.data.is_empty() {
            self.command('M', &[to.0, to.1]);
        } else {
            self.command('m', &[to.0.saturating_sub(self.at.0), to.1.saturating_sub(self.at.1)]);
        }
        self.at = to;
        self.start = to;
    }

    /// Draws a straight line.
    pub(in crate::chart) fn line_to(&mut self, to: (i32, i32)) {
        let (dx, dy) = (to.0.saturating_sub(self.at.0), to.1.saturating_sub(self.at.1));
        match (dx, dy) {
            (_, 0) => self.command('h', &[dx]),
            (0, _) => self.command('v', &[dy]),
            _ => self.command('l', &[dx, dy]),
        }
        self.at = to;
    }

    /// Draws an open line through the points.
    pub(in crate::chart) fn stroke(&mut self, points: &[(i32, i32)]) {
        let Some((first, rest)) = points.split_first() else { return };
        self.move_to(*first);
        rest.iter().for_each(|point| self.line_to(*point));
    }

    /// Draws a closed shape through the points.
    pub(in crate::chart) fn polygon(&mut self, points: &[(i32, i32)]) {
        if !points.is_empty() {
            self.stroke(points);
            self.close();
        }
    }

    /// Draws a circle as two half turns.
    pub(in crate::chart) fn circle(&mut self, (x, y): (i32, i32), radius: i32) {
        self.move_to((x.saturating_sub(radius), y));
        self.arc(radius, 2 * radius);
        self.arc(radius, -2 * radius);
        self.close();
    }

    /// Draws the half of a disc that lies below its centre.
    pub(in crate::chart) fn lower_half_disc(&mut self, (x, y): (i32, i32), radius: i32) {
        self.move_to((x.saturating_add(radius), y));
        self.arc(radius, -2 * radius);
        self.close();
    }

    /// Draws a filled dot: a stroke of no length with round or square caps, whose size the style sheet sets.
    pub(in crate::chart) fn dot(&mut self, at: (i32, i32)) {
        self.move_to(at);
        self.command('h', &[0]);
    }

    fn arc(&mut self, radius: i32, dx: i32) {
        let large = 0;
        let sweep = 10; // one, in tenths
        self.command('a', &[radius, radius, 0, large, sweep, dx, 0]);
        self.at.0 = self.at.0.saturating_add(dx);
    }

    fn close(&mut self) {
        self.data.push('z');
        self.last = Some('z');
        self.at = self.start;
    }

    /// A repeated command letter may be left out, but for a move, where leaving it out would mean a line.
    fn command(&mut self, letter: char, numbers: &[i32]) {
        let repeated = self.last == Some(letter) && !matches!(letter, 'M' | 'm');
        if !repeated {
            self.data.push(letter);
        }
        for (position, number) in numbers.iter().enumerate() {
            if (position > 0 || repeated) && *number >= 0 {
                self.data.push(' ');
            }
            push_tenths(&mut self.data, *number);
        }
        self.last = Some(letter);
    }
}

/// Writes a number of tenths with at most one decimal: `123`, `-4.5`, `.7`.
pub(in crate::chart) fn push_tenths(out: &mut String, tenths: i32) {
    if tenths < 0 {
        out.push('-');
    }
    let size = tenths.unsigned_abs();
    let (whole, tenth) = (size / 10, size % 10);
    if whole > 0 || tenth == 0 {
        push_integer(out, whole);
    }
    if tenth > 0 {
        out.push('.');
        push_integer(out, tenth);
    }
}

fn push_integer(out: &mut String, number: u32) {
    if number >= 10 {
        push_integer(out, number / 10);
    }
    out.push(char::from_digit(number % 10, 10).unwrap_or('0'));
}
