//! How fast each stage is: `cargo bench`, or `cargo bench -- quantity` for one.
//!
//! The stages run over synthetic repositories, see `examples/corpus/`. Nothing here is a test: a number that is
//! slower than yesterday's on a busy machine says nothing.

#[path = "stages/chart.rs"]
mod chart;
#[path = "stages/quantity.rs"]
mod quantity;

fn main() {
    divan::main();
}
