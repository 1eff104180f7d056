//! Every cause: a conflict that it explains, and one that it just does not.

mod calculations;
mod pairs;
mod world;

use super::{of_calculation, of_pair};
use crate::finding::CauseCode;
use crate::reconcile::{Calculation, Record};
use world::World;

/// The causes of a difference between the figures `a` and `b`.
fn causes(record: &Record) -> Vec<CauseCode> {
    let figure =
        |id: &str| record.dataset().figures().iter().find(|figure| figure.id.as_str() == id).unwrap();
    of_pair(record, figure("a"), figure("b")).into_iter().map(|cause| cause.cause).collect()
}

/// The causes of two figures for one day, in a table and in a reply, that do not agree.
fn between(quantity: &str, a: &str, b: &str) -> Vec<CauseCode> {
    let world = World::default().measure("loans", quantity);
    let world = world.figure("a", "loans", "table", "2024-03-31", a);
    causes(&world.figure("b", "loans", "foi", "2024-03-31", b).record())
}

/// The causes of the only relation not coming out.
fn of_relation(world: World) -> Vec<CauseCode> {
    let record = world.record();
    let relation = record.dataset().relations().next().unwrap();
    let calculation = Calculation::of(&record, relation).unwrap();
    of_calculation(&record, &calculation).into_iter().map(|cause| cause.cause).collect()
}
