//! What kind of change a cell went through.

use super::{changes, key, only_class, table};
use crate::table::{Class, Diff, Key, Table};

/// The class of a change of one cell in a column of numbers.
fn class(old: &str, new: &str) -> Class {
    let rows = |cell: &str| table(&format!("k,x\na,\"{cell}\"\nb,17\nc,1303\nd,211\ne,59\nf,8\ng,3071"));
    let (old, new) = (rows(old), rows(new));
    only_class(&Diff::between(&old, &new, &key(&["k"])).unwrap())
}

#[test]
fn one_cell_is_classified_by_what_it_says_before_and_after() {
    let cases = [
        ("1204", "1,204", Class::Representation),
        ("12.0", "12", Class::Representation),
        ("north  west", "north west", Class::Representation),
        ("693", "694", Class::Revised),
        ("12.34", "12.3", Class::Rounding),
        ("12", "12.4", Class::Rounding),
        ("12.34", "12.4", Class::Revised),
        ("412 [p]", "412", Class::Final),
        ("252", "about 40", Class::Revised),
        ("10", "more than 900", Class::Revised),
        ("5", "fewer than 5", Class::Revised),
        ("about 40", "more than 30", Class::Hedged),
        ("about 40", "c.40", Class::Text),
        ("412 [p]", "419", Class::Final),
        ("412", "412 [p]", Class::Symbol),
        ("62", "[c]", Class::Suppressed),
        ("62", "*", Class::Suppressed),
        ("[c]", "62", Class::Unsuppressed),
        ("62", "[x]", Class::NotAvailable),
        ("..", "62", Class::Available),
        ("[c]", "[x]", Class::Symbol),
        ("[c]", "*", Class::Representation),
        ("45%", "46%", Class::Revised),
        ("", "62", Class::Filled),
        ("62", "", Class::Emptied),
        ("open", "closed", Class::Text),
    ];
    for (old, new, expected) in cases {
        assert_eq!(class(old, new), expected, "{old} → {new}");
    }
}

#[test]
fn the_change_back_has_the_class_reversed() {
    let words = ["12", "12.4", "13", "[c]", "[x]", "", "word", "412 [p]", "1,204", "1204", "*", "45%"];
    for old in words {
        for new in words.into_iter().filter(|new| *new != old) {
            // What was provisional and is final has no name for the way back.
            let named = |class| if class == Class::Final { Class::Symbol } else { class };
            let (there, back) = (named(class(old, new)), named(class(new, old)));
            assert_eq!(there.reversed(), back, "{old} → {new}");
        }
    }
}

#[test]
fn a_column_that_is_now_rounded_is_rounding_throughout() {
    let old = table("k,x\na,1234\nb,17\nc,1303\nd,211\ne,59\nf,86\ng,3071");
    let new = table("k,x\na,1235\nb,15\nc,1305\nd,210\ne,60\nf,90\ng,3070");
    let diff = Diff::between(&old, &new, &key(&["k"])).unwrap();
    let classes: Vec<Class> = diff.cells().iter().map(|cell| cell.class).collect();
    assert_eq!(classes.iter().filter(|class| **class == Class::Rounding).count(), 6, "{:?}", changes(&diff));
    assert_eq!(classes[5], Class::Revised, "86 is not 90 to the nearest five");
}

#[test]
fn a_column_in_another_unit_is_told_once() {
    let old = table("k,x\na,1204000\nb,17400\nc,1303100\nd,211000\ne,59200\nf,86000");
    let new = table("k,x\na,1204\nb,17\nc,1303\nd,211\ne,59\nf,99");
    let diff = Diff::between(&old, &new, &key(&["k"])).unwrap();
    assert!(diff.scales().is_empty(), "five of six are not nearly all");
    let new = table("k,x\na,1204\nb,17\nc,1303\nd,211\ne,59\nf,86");
    let diff = Diff::between(&old, &new, &key(&["k"])).unwrap();
    assert_eq!((diff.scales().len(), diff.scales()[0].power, diff.scales()[0].cells), (1, -3, 6));
    assert!(diff.cells().iter().all(|cell| cell.class == Class::Unit), "{:?}", changes(&diff));
}

#[test]
fn three_numbers_that_are_all_exactly_a_thousandth_show_another_unit() {
    let table = |rows: [&str; 3]| {
        let rows =
            rows.iter().zip(["N", "S", "E"]).map(|(cost, area)| vec![area.into(), (*cost).into()]).collect();
        Table::new(vec!["area".into(), "cost".into()], rows)
    };
    let (old, new) = (table(["1200", "3400", "5600"]), table(["1.2", "3.4", "5.6"]));
    let diff = Diff::between(&old, &new, &Key::Inferred).unwrap();
    assert_eq!(diff.scales().len(), 1);
    let near = table(["1.2", "3.4", "5.7"]);
    assert!(Diff::between(&old, &near, &Key::Inferred).unwrap().scales().is_empty(), "one is not exact");
}

#[test]
fn a_renamed_key_column_can_be_declared() {
    let table = |name: &str, rows: &[(&str, &str)]| {
        let rows = rows.iter().map(|(area, cases)| vec![(*area).into(), (*cases).into()]).collect();
        Table::new(vec![name.into(), "cases".into()], rows)
    };
    let old = table("Area", &[("North", "120"), ("South", "80"), ("East", "40"), ("Total", "240")]);
    let new = table("Region", &[("Total", "245"), ("East", "41"), ("South", "84"), ("North", "120")]);
    let diff = Diff::between(&old, &new, &Key::Declared(vec!["Area=Region".to_owned()])).unwrap();
    let changes: Vec<_> =
        diff.cells().iter().filter_map(|cell| cell.change.clone()).map(|by| by.to_string()).collect();
    assert_eq!(changes, ["5", "1", "4"]);
    let unknown = Diff::between(&old, &new, &Key::Declared(vec!["Area=Ardal".to_owned()]));
    assert!(unknown.is_err());
}
