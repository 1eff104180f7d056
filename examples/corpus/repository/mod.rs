//! A synthetic repository of N measures.
//!
//! Each measure has 24 months of figures from a first source. A second source repeats every third month, mostly
//! rounded or hedged; three times in a hundred it has exchanged digits, a factor of ten or another value, twice no
//! value. One measure in ten is broken down by area over its last six months, with sums that do not always add up.
//! Ten measures share their two sources, so that sources stay in proportion, and a hundred measures share a file of
//! figures and a file of claims.
//!
//! Each measure is drawn from its own number alone: a small repository is the beginning of a larger one.

mod claims;
mod declared;
mod dice;
mod figures;
mod folder;
mod plan;
mod words;

pub(crate) use folder::write_to;

use plan::Plan;
use std::io;
use std::ops::Range;

/// Measures that share a file of figures and a file of claims.
const PER_FILE: u32 = 100;
/// Measures that share two sources.
const PER_GROUP: u32 = 10;

/// Hands over every file as its path, with `/` between folders, and its text.
fn each_file(measures: u32, mut take: impl FnMut(&str, &str) -> io::Result<()>) -> io::Result<()> {
    take("site/site.toml", declared::SETTINGS)?;
    take("site/pages/about.md", declared::ABOUT)?;
    take("data/bodies.toml", &declared::bodies())?;
    for group in 0..measures.div_ceil(PER_GROUP) {
        take(&format!("data/sources/release-{group:05}.md"), &declared::release(group))?;
        take(&format!("data/sources/account-{group:05}.md"), &declared::account(group))?;
    }
    for file in 0..measures.div_ceil(PER_FILE) {
        let plans: Vec<Plan> = numbers(file, measures).map(Plan::of).collect();
        for plan in &plans {
            take(&format!("data/measures/{}.toml", plan.id()), &declared::measure(plan))?;
        }
        take(&format!("data/figures/series-{file:05}.csv"), &figures::series(&plans))?;
        if plans.iter().any(Plan::is_broken_down) {
            take(&format!("data/figures/areas-{file:05}.csv"), &figures::areas(&plans))?;
        }
        take(&format!("data/claims/claims-{file:05}.toml"), &claims::claims(&plans))?;
    }
    Ok(())
}

fn numbers(file: u32, measures: u32) -> Range<u32> {
    let first = file * PER_FILE;
    first..(first + PER_FILE).min(measures)
}
