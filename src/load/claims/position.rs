//! A position: what a body said of figures.

use crate::load::codes::TOO_FEW;
use crate::load::document::Named;
use crate::load::table::Table;
use crate::model::{BodyId, FigureId, MeasureId, Position, PositionId, PositionStance, SourceId};

pub(super) fn read(table: &Table<'_>) -> Option<Position> {
    table.require(&[
        ("id", "a short name of its own"),
        ("source", "the id of the source in which it was taken"),
        ("stance", "what was said, such as confirms or declines"),
    ]);
    let id = table.get("id");
    let place = id.map(|id| table.document().place(id.span()));
    let id = id.and_then(|id| id.id(PositionId::new));
    let source = table.mention("source", Named::Source, SourceId::new);
    let stance = table.choice("stance", &PositionStance::ALL, |stance| stance.name());
    let body = table.mention("body", Named::Body, BodyId::new);
    let words = table.prose("words");
    let on = table.mentions("on", Named::Figure, FigureId::new);
    let measures = table.mentions("measures", Named::Measure, MeasureId::new);
    let compared_with = table.mention("compared_with", Named::Figure, FigureId::new);
    let value = table.mention("value", Named::Figure, FigureId::new);
    if [table.get("on"), table.get("measures")].into_iter().flatten().all(|list| list.length() == Some(0)) {
        let help = "name the figures it is about under on, or the measures under measures";
        let message = "the position is about no figure and no measure";
        table.document().error(&TOO_FEW, table.header(), message, help);
    }
    Some(Position {
        id: id?,
        source: source?,
        body,
        stance: stance?,
        on,
        measures,
        compared_with,
        value,
        words,
        place,
    })
}
