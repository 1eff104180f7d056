//! The drawing surface: paths, lettering, escaping.

use crate::chart::svg::{Face, PathData, clean};

#[test]
fn paths_are_written_in_few_characters() {
    let mut path = PathData::default();
    path.stroke(&[(100, 200), (200, 200), (205, 195), (205, 100)]);
    path.stroke(&[(0, 7), (-5, 0)]);
    path.dot((10, 10));
    assert_eq!(path.as_str(), "M10 20h10l.5-.5v-9.5m-20.5-9.3l-.5-.7m1.5 1h0");
}

#[test]
fn a_closed_shape_returns_to_where_it_began() {
    let mut path = PathData::default();
    path.polygon(&[(0, 0), (100, 0), (100, 100)]);
    path.circle((50, 50), 50);
    assert_eq!(path.as_str(), "M0 0h10v10zm0 5a5 5 0 0 1 10 0 5 5 0 0 1-10 0z");
}

#[test]
fn control_characters_and_direction_overrides_are_taken_out() {
    assert_eq!(clean("a\u{0}b\u{202E}c\n\td  e "), "abc d e");
    assert_eq!(clean("plain “words”"), "plain “words”");
}

#[test]
fn lines_keep_to_their_width_and_say_where_they_were_cut() {
    let face = Face::plain(14);
    let lines = face.wrap("one two three four five six seven eight nine ten", 800, 3);
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|line| face.width(line) <= 800), "{lines:?}");
    assert!(lines[2].ends_with('…'));
    let broken = face.wrap(&"x".repeat(300), 800, 2);
    assert!(broken.iter().all(|line| face.width(line) <= 800), "{broken:?}");
    assert!(face.wrap(" \n ", 800, 3).is_empty());
}

#[test]
fn a_narrow_column_still_ends() {
    assert_eq!(Face::plain(14).wrap("wide words", 1, 2).len(), 2);
    assert_eq!(Face::plain(14).wrap("wide", -50, 1).len(), 1);
}
