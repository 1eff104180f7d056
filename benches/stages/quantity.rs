//! Reading phrases.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use onrecord::quantity::{Context, HedgeWidths, Reader};

/// The kinds of phrase, about as often as they stand in real data: mostly plain numbers.
const PHRASES: [&str; 12] = [
    "53,298",
    "736",
    "1,204",
    "4.3",
    "£6,835,210",
    "37.2%",
    "c.65 staff",
    "nearly 60,000",
    "more than 53,000",
    "between 1,200 and 1,500",
    "up 23%",
    "not held centrally",
];

#[divan::bench]
fn phrases(bencher: Bencher<'_, '_>) {
    let reader = Reader::new(HedgeWidths::default());
    let context = Context::prose();
    bencher
        .counter(ItemsCount::new(PHRASES.len()))
        .bench(|| PHRASES.map(|phrase| reader.read(black_box(phrase), &context).is_ok()));
}

#[divan::bench]
fn plain_numbers(bencher: Bencher<'_, '_>) {
    let reader = Reader::new(HedgeWidths::default());
    let context = Context::table();
    bencher.counter(ItemsCount::new(1_usize)).bench(|| reader.read(black_box("53,298"), &context));
}
