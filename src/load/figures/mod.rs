//! Tables of reported figures: `data/figures/*.csv`.

mod batch;
mod cells;
mod column;
mod columns;
mod derived_id;
mod header;
mod persons;
mod record;
mod refer;
mod row;
mod rows;

pub(super) use column::is_column;
pub(crate) use derived_id::of as derived_id;
pub(super) use rows::{Figures, read};
