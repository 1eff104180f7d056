//! The notes under the rows: what the strokes mean, where all could agree, and what was called for.

use super::bars::Bar;
use super::layout::Layout;
use super::{Agreement, ClaimsChart, Demand};
use crate::chart::hedge::{Core, Drawn};
use crate::chart::notes::{Notes, Sample};
use crate::period::PartialDate;
use crate::quantity::print;
use crate::reconcile::Standing;

impl ClaimsChart {
    /// Only what the chart shows is explained.
    pub(super) fn notes(&self, layout: &Layout<'_>, bars: &[Bar<'_>], drawn: &[Drawn]) -> Notes {
        let mut notes = Notes::beneath(layout.ground.bottom + layout.ground.foot, layout.ground.width);
        if drawn.iter().any(|drawn| matches!(drawn.core, Core::Point(_))) {
            notes.add(Sample::Exact, "the number as said");
        }
        notes.explain(bars.iter().map(|bar| bar.stated).zip(drawn));
        if let Agreement::Possible(span) = &self.agreement
            && !drawn.is_empty()
        {
            notes.add(Sample::Band, &format!("where all could agree: {}", print::interval_words(span)));
        }
        for demand in &self.demands {
            notes.add_alone(Sample::Mark(Standing::CalledFor), &demand_words(demand));
        }
        notes
    }
}

fn demand_words(demand: &Demand) -> String {
    let date = demand.said.map_or_else(|| "date not known".to_owned(), PartialDate::words);
    let standing = Standing::CalledFor.words();
    format!("{standing}: “{}”, {}, {date}", demand.words.trim(), demand.source.trim())
}
