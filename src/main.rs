//! The command: parse, run, exit.

fn main() {}
