//! Data files for readers' tools: CSV and JSON.
//!
//! CSV is UTF-8 without a byte-order mark, with commas, `LF` line ends and one header row. An empty cell means that
//! there is nothing to say: no value, no end, not known. A text that a spreadsheet would run as a formula carries a
//! `'` in front, see [`guarded`]. JSON writes numbers as strings, so that no digit is lost, and leaves out keys that
//! have nothing to say. The same record gives the same bytes.
//!
//! Findings are no data file of this room: they go out in the form of `check --format json`.

mod api;
mod atom;
mod bibtex;
mod book;
mod bridge_csv;
mod changes;
mod cite;
mod claim_review;
mod column;
mod csv_file;
mod csvw;
mod cuts;
mod data_package;
mod dcat;
mod decimal;
mod figure_json;
mod figure_row;
mod figures_csv;
mod format;
mod guard;
mod json_file;
mod json_ld;
mod json_stat;
mod links;
mod measure_json;
mod measures;
mod parquet;
mod reading_json;
mod reference;
mod sitemap;
mod sources;
mod sqlite;
mod table;
mod terms;

#[cfg(test)]
mod tests;

pub use api::{
    API, ApiEdition, ApiFigure, ApiFinding, ApiIndex, ApiList, ApiMeasure, ApiSource, api_file, api_schema,
};
pub use atom::{Feed, FeedEntry, atom};
pub use book::{Book, ods, xlsx};
pub use bridge_csv::{BridgeRow, bridge_csv};
pub use changes::{change_columns, changes_csv, changes_daff, changes_json};
pub use cite::{CiteFile, Gone, Stage, citation_json};
pub use claim_review::claim_reviews;
pub use column::{Cell, Column, Datatype};
pub use csvw::csvw;
pub use data_package::{Packed, data_package};
pub use dcat::{Catalogue, Entry, Version, dcat};
pub use figures_csv::{
    figures_csv, measure_csv, measures_csv, sources_csv, table_csv, table_digest, write_figures_csv,
};
pub use format::Format;
pub use guard::{guarded, unguarded};
pub use json_ld::{DatasetPage, dataset_json_ld};
pub use json_stat::json_stat;
pub use links::{Links, Listed};
pub use measure_json::measure_json;
pub use measures::measure_columns;
pub use parquet::parquet;
pub use reference::{CslItem, Kind as ReferenceKind, Reference, csl_json};
pub use sitemap::{MOST_ADDRESSES, sitemap};
pub use sources::{source_columns, sources_json};
pub use sqlite::sqlite;
pub use table::{Table, TableColumn, figure_columns};
pub use terms::{Note, Terms, measure_notes, record_notes, units};
