//! Stops: the places of a chart that show their values under the pointer and under the keyboard, without a script.

use super::document::Width;
use super::escape::push_text;
use super::path::{PathData, push_tenths};

/// A place of a chart that shows its values.
#[derive(Debug, Clone)]
pub(in crate::chart) struct Stop {
    /// Two corners of the zone that belongs to it.
    pub(in crate::chart) zone: [(i32, i32); 2],
    /// What the values stand next to.
    pub(in crate::chart) at: (i32, i32),
    /// On which side of it.
    pub(in crate::chart) side: Side,
    /// Everything that there is to say, for those who do not see the drawing.
    pub(in crate::chart) label: String,
    /// What the drawing does not say already, a line each.
    pub(in crate::chart) tip: Vec<String>,
    /// Where the figure stands in the table: the address of its row.
    pub(in crate::chart) row: Option<String>,
}

/// Where values stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::chart) enum Side {
    /// Above their mark.
    Above,
    /// Beneath it.
    Beneath,
}

/// The most stops that a reader is asked to tab through. A chart with more has none, and shows its values to the
/// pointer alone: for the keyboard the table beneath is the shorter way.
const MOST_LINKS: usize = 24;
/// The most zones of any kind. More would be slivers, and weigh more than the drawing.
const MOST_ZONES: usize = 96;
/// Between the values and the edge of their box, and above the mark.
const PAD: i32 = 60;

/// Whether the stops of a chart are links, which the keyboard reaches too.
pub(super) fn are_links(stops: &[Stop]) -> bool {
    (1..=MOST_LINKS).contains(&stops.len()) && stops.iter().all(|stop| stop.row.is_some())
}

/// The stops of a chart; none where there are too many for zones that can be met.
pub(in crate::chart) fn kept(stops: Vec<Stop>) -> Vec<Stop> {
    if stops.len() > MOST_ZONES { Vec::new() } else { stops }
}

/// A name in what is said of a place: so much of it as tells it from others.
pub(in crate::chart) fn brief(name: &str) -> String {
    let name = name.trim();
    match name.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name)),
        None => name.to_owned(),
    }
}

impl Stop {
    fn zone(&self) -> PathData {
        let [(left, top), (right, bottom)] = self.zone;
        let mut path = PathData::default();
        path.polygon(&[(left, top), (right, top), (right, bottom), (left, bottom)]);
        path
    }

    /// As a link to the row of the table, which names what it shows.
    pub(super) fn push_link(&self, out: &mut String, width: Width) {
        out.push_str("<a class=\"stop\" href=\"");
        push_text(out, self.row.as_deref().unwrap_or_default());
        out.push_str("\" aria-label=\"");
        push_text(out, &self.label);
        out.push_str("\"><path class=\"zone\" d=\"");
        out.push_str(self.zone().as_str());
        out.push_str("\"/>");
        self.push_tip(out, width);
        out.push_str("</a>");
    }

    /// With a title, which the reader's program shows under the pointer.
    pub(super) fn push_titled(&self, out: &mut String) {
        out.push_str("<path class=\"zone\" d=\"");
        out.push_str(self.zone().as_str());
        out.push_str("\"><title>");
        push_text(out, &self.label);
        out.push_str("</title></path>");
    }

    /// The values in a box, kept within the drawing.
    fn push_tip(&self, out: &mut String, width: Width) {
        let face = width.face();
        let room = width.tenths() - 2 * PAD;
        let lines: Vec<String> = self.tip.iter().flat_map(|line| face.wrap(line, room, 4)).collect();
        let across = lines.iter().map(|line| face.width(line)).max().unwrap_or(0) + 2 * PAD;
        let rows = i32::try_from(lines.len()).unwrap_or(i32::MAX / face.leading());
        let height = rows * face.leading() + PAD;
        let left = (self.at.0 - across / 2).min(width.tenths() - across).max(0);
        let top = match self.side {
            Side::Above => (self.at.1 - height - PAD).max(0),
            Side::Beneath => self.at.1 + PAD,
        };
        let mut path = PathData::default();
        path.polygon(&[
            (left, top),
            (left + across, top),
            (left + across, top + height),
            (left, top + height),
        ]);
        out.push_str("<g class=\"tip\"><path d=\"");
        out.push_str(path.as_str());
        out.push_str("\"/>");
        for (row, line) in (0..).zip(&lines) {
            out.push_str("<text x=\"");
            push_tenths(out, left + PAD);
            out.push_str("\" y=\"");
            push_tenths(out, top + PAD / 2 + face.ascent() + row * face.leading());
            out.push_str("\">");
            push_text(out, line);
            out.push_str("</text>");
        }
        out.push_str("</g>");
    }
}
