//! How fast each stage is: `cargo bench`, or `cargo bench -- quantity` for one.
//!
//! The stages run over synthetic repositories, see `examples/corpus/`. Nothing here is a test: a number that is
//! slower than yesterday's on a busy machine says nothing.

#[path = "stages/build.rs"]
mod build;
#[path = "stages/chart.rs"]
mod chart;
#[path = "stages/check.rs"]
mod check;
#[path = "stages/corpus.rs"]
mod corpus;
#[path = "stages/files.rs"]
mod files;
#[path = "stages/load.rs"]
mod load;
#[path = "stages/page.rs"]
mod page;
#[path = "stages/quantity.rs"]
mod quantity;
#[path = "stages/workbook.rs"]
mod workbook;

fn main() {
    divan::main();
}
