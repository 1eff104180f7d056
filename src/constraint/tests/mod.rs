//! Tests of the room.

mod building;
mod culprits;
mod derived;
mod limits;
mod parts;
mod percentages;
mod readings;
