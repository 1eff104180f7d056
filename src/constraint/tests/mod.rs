//! Tests of the room.

mod building;
mod circles;
mod culprits;
mod derived;
mod laws;
mod limits;
mod parts;
mod percentages;
mod readings;
mod small;
