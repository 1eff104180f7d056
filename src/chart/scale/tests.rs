//! The scale on its own.

use super::*;

fn labels(lo: f64, hi: f64, most: usize) -> Vec<String> {
    let scale = Scale::over(&(lo..hi), Grain::Fine, Ends::AtTicks, most);
    scale.ticks().into_iter().map(|tick| scale.label(tick)).collect()
}

#[test]
fn ticks_stand_in_steps_of_one_two_or_five() {
    assert_eq!(labels(0.0, 9.0, 6), ["0", "2", "4", "6", "8", "10"]);
    assert_eq!(labels(53_000.0, 60_000.0, 6), ["52,000", "54,000", "56,000", "58,000", "60,000"]);
    assert_eq!(labels(0.0, 0.23, 6), ["0.00", "0.05", "0.10", "0.15", "0.20", "0.25"]);
    assert_eq!(labels(-30.0, 45.0, 6), ["−40", "−20", "0", "20", "40", "60"]);
}

#[test]
fn there_are_never_more_ticks_than_asked_for() {
    for (lo, hi) in [(0.0, 1.0), (-7.0, 3.0), (1e18, 1.1e18), (0.001, 0.0017), (99.0, 101.0), (3.0, 3.0)] {
        for most in 3..8 {
            let count = labels(lo, hi, most).len();
            assert!((2..=most).contains(&count), "{lo} to {hi}: {count} of {most}");
        }
    }
}

#[test]
fn huge_numbers_are_written_in_a_larger_unit() {
    let scale = Scale::over(&(0.0..1e18), Grain::Whole, Ends::AtTicks, 6);
    assert_eq!(scale.unit_words(), Some("trillions"));
    assert_eq!(scale.label(1e18), "1,000,000");
}

#[test]
fn a_narrow_span_of_large_numbers_keeps_its_digits() {
    let scale = Scale::over(&(53_000_000.0..53_000_400.0), Grain::Whole, Ends::AtTicks, 6);
    assert_eq!(scale.unit_words(), None);
    assert_eq!(scale.ticks().first().map(|tick| scale.label(*tick)).as_deref(), Some("53,000,000"));
}

#[test]
fn values_all_alike_or_none_still_have_a_scale() {
    assert_eq!(labels(0.0, 0.0, 6), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
    let scale = Scale::over(&(736.0..736.0), Grain::Whole, Ends::Padded, 5);
    assert!(scale.holds(736.0) && scale.span().start < 736.0 && scale.span().end > 736.0);
    let none = Scale::over(&(0.0..0.0), Grain::Whole, Ends::AtTicks, 5);
    assert_eq!(none.ticks(), [0.0, 1.0]);
    let beyond = Scale::over(&(f64::NEG_INFINITY..f64::INFINITY), Grain::Fine, Ends::Padded, 5);
    assert!(beyond.span().end.is_finite());
}
