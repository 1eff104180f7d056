//! daff's own CSV files.

use super::folder;
use onrecord::table::highlighter::{self, Patch};
use onrecord::table::{Diff, Key, Table};

fn read(name: &str) -> Option<Table> {
    let bytes = std::fs::read(folder()?.join("daff/raw").join(name)).unwrap();
    Some(Table::read(&bytes).unwrap().table)
}

#[test]
fn the_bridges_differ_as_daff_shows_them() {
    let Some((old, new)) = read("broken_bridges.csv").zip(read("bridges.csv")) else { return };
    let sheet = highlighter::csv(&Diff::between(&old, &new, &Key::Inferred).unwrap());
    let expected = "@@,bridge,designer,length\n,Brooklyn,J. A. Roebling,1595\n+++,Manhattan,G. Lindenthal,1470\n\
                    ->,Williamsburg,D. Duck->L. L. Buck,1600\n,Queensborough,Palmer & Hornbostel,1182\n...,...,...,...\n\
                    ,George Washington,O. H. Ammann,3500\n---,Spamspan,S. Spamington,10000\n";
    assert_eq!(sheet, expected);
}

#[test]
fn cells_that_look_like_actions_survive() {
    let Some((old, new)) = read("quote_me.csv").zip(read("quote_me2.csv")) else { return };
    for (from, to) in [(&old, &new), (&new, &old)] {
        let patch = highlighter::csv(&Diff::between(from, to, &Key::Inferred).unwrap());
        assert_eq!(Patch::read(patch.as_bytes()).unwrap().apply(from).as_ref(), Ok(to));
    }
}
