//! Whole charts, byte by byte.

use super::samples::{absconders, two_points};

#[test]
fn the_claims_of_the_founding_case() {
    insta::assert_snapshot!(broken(&absconders().to_svg().unwrap()));
}

#[test]
fn two_months_of_one_source() {
    insta::assert_snapshot!(broken(&two_points().to_svg().unwrap()));
}

/// One element a line, so that a change can be read.
fn broken(svg: &str) -> String {
    svg.replace("><", ">\n<")
}
