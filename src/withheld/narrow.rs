//! Narrows spans by one row after another, exactly, until nothing moves any more.

use super::puzzle::{Row, Span};

/// No filling is possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Impossible;

/// How often each row may be gone through: spans that creep along are left where they are.
const ROUNDS: usize = 60;

/// Narrows the spans by all rows.
pub(super) fn narrow(spans: &mut [Span], rows: &[Row]) -> Result<(), Impossible> {
    for _ in 0..ROUNDS {
        let mut moved = false;
        for row in rows {
            moved |= by_row(spans, row)?;
        }
        if !moved {
            break;
        }
    }
    Ok(())
}

/// The least and the most that the weighted cells of a row come to; none for an end that is open.
#[derive(Debug, Clone, Copy)]
struct Sums {
    least: i128,
    most: i128,
    /// How many cells have no upper end, by the sign of their weight.
    open_above: usize,
    open_below: usize,
}

fn ends(span: Span, weight: i64) -> (Option<i128>, Option<i128>) {
    let weight = i128::from(weight);
    let least = Some(weight * i128::from(span.least));
    let most = span.most.map(|most| weight * i128::from(most));
    if weight > 0 { (least, most) } else { (most, least) }
}

fn sums(spans: &[Span], row: &Row) -> Option<Sums> {
    let mut sums = Sums { least: 0, most: 0, open_above: 0, open_below: 0 };
    for (cell, weight) in &row.terms {
        let (least, most) = ends(*spans.get(cell.0)?, *weight);
        match least {
            Some(least) => sums.least += least,
            None => sums.open_below += 1,
        }
        match most {
            Some(most) => sums.most += most,
            None => sums.open_above += 1,
        }
    }
    Some(sums)
}

fn by_row(spans: &mut [Span], row: &Row) -> Result<bool, Impossible> {
    let Some(sums) = sums(spans, row) else { return Ok(false) };
    let beyond = |end: Option<i64>, sum: i128, open: usize, above: bool| {
        open == 0 && end.is_some_and(|end| if above { sum > i128::from(end) } else { sum < i128::from(end) })
    };
    if beyond(row.most, sums.least, sums.open_below, true)
        || beyond(row.least, sums.most, sums.open_above, false)
    {
        return Err(Impossible);
    }
    let mut moved = false;
    for (cell, weight) in &row.terms {
        let Some(span) = spans.get_mut(cell.0) else { continue };
        let rest = rest(&sums, *span, *weight);
        let narrowed = span.meet(&left(row, rest, *weight)).ok_or(Impossible)?;
        moved |= narrowed != *span;
        *span = narrowed;
    }
    Ok(moved)
}

/// The least and the most that the other cells of a row come to.
fn rest(sums: &Sums, span: Span, weight: i64) -> (Option<i128>, Option<i128>) {
    let without = |sum: i128, open: usize, own: Option<i128>| match own {
        Some(own) => (open == 0).then_some(sum - own),
        None => (open == 1).then_some(sum),
    };
    let (least, most) = ends(span, weight);
    (without(sums.least, sums.open_below, least), without(sums.most, sums.open_above, most))
}

/// What a row leaves of a cell, given the least and the most that the others come to.
fn left(row: &Row, (least, most): (Option<i128>, Option<i128>), weight: i64) -> Span {
    let low = row.least.zip(most).map(|(end, most)| i128::from(end) - most);
    let high = row.most.zip(least).map(|(end, least)| i128::from(end) - least);
    let by = i128::from(weight).abs();
    let (low, high) = if weight > 0 {
        (low.map(|low| -(-low).div_euclid(by)), high.map(|high| high.div_euclid(by)))
    } else {
        (high.map(|high| -high.div_euclid(by)), low.map(|low| (-low).div_euclid(by)))
    };
    Span { least: low.map_or(i64::MIN, clamped), most: high.map(clamped) }
}

#[expect(clippy::cast_possible_truncation, reason = "it was clamped to what fits")]
fn clamped(value: i128) -> i64 {
    value.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64
}

#[cfg(test)]
mod tests {
    use super::super::puzzle::{Cell, Puzzle};
    use super::*;

    fn row(terms: &[(Cell, i64)], least: Option<i64>, most: Option<i64>) -> Row {
        Row { terms: terms.to_vec(), least, most }
    }

    fn narrowed(puzzle: &Puzzle) -> Result<Vec<Span>, Impossible> {
        let mut spans = puzzle.cells.clone();
        narrow(&mut spans, &puzzle.rows)?;
        Ok(spans)
    }

    #[test]
    fn the_last_unknown_of_a_row_is_settled() {
        let mut puzzle = Puzzle::new();
        let [a, b, total] =
            [Span::exactly(120), Span::UNKNOWN, Span::exactly(123)].map(|span| puzzle.cell(span));
        puzzle.tie(Row::total(total, &[a, b]));
        assert_eq!(narrowed(&puzzle).unwrap()[b.index()], Span::exactly(3));
    }

    #[test]
    fn ends_are_rounded_inwards_for_weights_of_either_sign() {
        let mut puzzle = Puzzle::new();
        let a = puzzle.cell(Span::UNKNOWN);
        let b = puzzle.cell(Span::between(0, 10));
        puzzle.tie(row(&[(a, 3)], Some(4), Some(11)));
        puzzle.tie(row(&[(b, -3)], Some(-11), Some(-4)));
        assert_eq!(narrowed(&puzzle).unwrap(), [Span::between(2, 3), Span::between(2, 3)]);
    }

    #[test]
    fn a_row_that_cannot_be_filled_is_told() {
        let mut puzzle = Puzzle::new();
        let [a, total] = [Span::between(5, 9), Span::exactly(4)].map(|span| puzzle.cell(span));
        puzzle.tie(Row::total(total, &[a]));
        assert_eq!(narrowed(&puzzle), Err(Impossible));
    }

    #[test]
    fn without_an_upper_end_nothing_is_bounded_from_above() {
        let mut puzzle = Puzzle::new();
        let [a, b] = [Span::UNKNOWN, Span::UNKNOWN].map(|span| puzzle.cell(span));
        puzzle.tie(row(&[(a, 1), (b, 1)], Some(3), None));
        assert_eq!(narrowed(&puzzle).unwrap(), [Span::UNKNOWN, Span::UNKNOWN]);
    }
}
