//! The architecture document, and the test that holds the source against it.
//!
//! The house has floors. A room may use what lies below it, never what lies above or beside it, so every part
//! can be read and tested knowing only the floors under it. Within a room anything goes.
//!
//! A room names another by `crate::ROOM::…`, in a `use` line or in place; those paths are the arrows this test
//! reads. It never imports through `lib.rs`, which is a door for users of the library and holds nothing.
//!
//! Three laws go with the floors: only cleared values travel above `disclose`; only the edges touch the disk, the
//! clock and the environment, each with a written reason; the same input gives the same bytes.

#![expect(clippy::disallowed_methods, reason = "it reads the source as files")]

#[path = "house/files.rs"]
mod files;
#[path = "house/inspect.rs"]
mod inspect;
#[path = "house/paths.rs"]
mod paths;
#[path = "house/tokens.rs"]
mod tokens;

use inspect::{House, Room};
use std::path::Path;

/// Every room, from the ground up. To add a room, add its line here and say what it is for.
const HOUSE: House = House {
    rooms: &[
        Room {
            floor: 1,
            name: "period",
            purpose: "dates and reference periods, as exact as the source gave them",
        },
        Room {
            floor: 2,
            name: "quantity",
            purpose: "exact rationals, intervals, the phrase reader, printing",
        },
        Room {
            floor: 3,
            name: "constraint",
            purpose: "systems of uncertain quantities: what they imply, and what in them cannot hold together",
        },
        Room {
            floor: 3,
            name: "model",
            purpose: "measures, sources, figures, relations, positions: plain values",
        },
        Room { floor: 3, name: "table", purpose: "any two tables: how they correspond, and what changed" },
        Room {
            floor: 4,
            name: "withheld",
            purpose: "what can be worked out of withheld counts, and what else has to be withheld",
        },
        Room { floor: 4, name: "finding", purpose: "a diagnostic as a value: code, severity, places, help" },
        Room { floor: 5, name: "personal", purpose: "personal data in text and tables, found by its form" },
        Room {
            floor: 6,
            name: "load",
            purpose: "the edge inwards: data files to a dataset, faults with their place",
        },
        Room {
            floor: 6,
            name: "import",
            purpose: "what others publish, turned into data files for a person to review",
        },
        Room {
            floor: 6,
            name: "reconcile",
            purpose: "how claims stand to one another: agreement, lineage, status",
        },
        Room { floor: 7, name: "check", purpose: "the rules: one file each" },
        Room { floor: 7, name: "question", purpose: "drafts of the questions that would settle most" },
        Room {
            floor: 8,
            name: "disclose",
            purpose: "disclosure control; only this room makes a cleared value",
        },
        Room { floor: 9, name: "revision", purpose: "what changed between two cleared datasets" },
        Room {
            floor: 10,
            name: "edition",
            purpose: "frozen editions: numbers, canonical form, hash chain, store",
        },
        Room { floor: 10, name: "citation", purpose: "what documents cite, and whether it still stands" },
        Room { floor: 11, name: "chart", purpose: "typed chart views laid out onto our own accessible SVG" },
        Room { floor: 11, name: "export", purpose: "data files for readers' tools" },
        Room { floor: 11, name: "seek", purpose: "static search: the index that a reader's browser loads" },
        Room { floor: 11, name: "report", purpose: "findings as text, one file per format" },
        Room {
            floor: 12,
            name: "page",
            purpose: "typed page views and their templates: values in, HTML out",
        },
        Room { floor: 13, name: "site", purpose: "routes, the whole site as a plan, the writer" },
        Room { floor: 14, name: "pipeline", purpose: "the conductor: the one place that knows the order" },
        Room { floor: 15, name: "cli", purpose: "the command line: one file per command" },
    ],
    // The files that may touch the disk, the clock and the environment.
    edges: &["load", "import", "edition/store", "site/writer", "cli"],
};

#[test]
fn the_source_keeps_to_its_floors() {
    let source = files::below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    assert!(
        source.len() > HOUSE.rooms.len(),
        "only {} files under src: is this the right folder?",
        source.len()
    );
    let faults = HOUSE.faults(&source);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_table_stands_in_floor_order_and_each_room_says_its_purpose() {
    assert!(HOUSE.rooms.is_sorted_by_key(|room| room.floor));
    assert!(HOUSE.rooms.iter().all(|room| !room.purpose.is_empty()));
}

/// A small house for the tests of the checker itself.
mod the_checker {
    use super::files::File;
    use super::{House, Room};

    const SMALL: House = House {
        rooms: &[
            Room { floor: 1, name: "ground", purpose: "below" },
            Room { floor: 2, name: "left", purpose: "one side" },
            Room { floor: 2, name: "right", purpose: "the other side" },
            Room { floor: 3, name: "roof", purpose: "above" },
        ],
        edges: &["roof/door"],
    };

    /// The four rooms, empty, with one file more or with one of them replaced.
    fn faults_with(path: &str, text: &str) -> Vec<String> {
        let mut source: Vec<File> = ["ground/mod.rs", "left/mod.rs", "right/mod.rs", "roof/mod.rs"]
            .map(|p| File::new(p, "//! A room.\n"))
            .into();
        source.push(File::new(
            "lib.rs",
            "//! Doors.\npub mod ground; pub mod left; pub mod right; pub mod roof;\n",
        ));
        source.retain(|file| file.path != path);
        source.push(File::new(path, text));
        SMALL.faults(&source)
    }

    /// The one fault of a file of these words.
    #[track_caller]
    fn fault_of(path: &str, text: &str) -> String {
        let mut faults = faults_with(path, text);
        assert_eq!(faults.len(), 1, "{faults:?}");
        faults.remove(0)
    }

    #[test]
    fn lets_an_arrow_run_down() {
        assert_eq!(faults_with("roof/a.rs", "//! A.\nuse crate::left::L;\nuse crate::ground::G;\n"), [""; 0]);
    }

    #[test]
    fn lets_a_room_name_itself() {
        let text = "//! A.\nuse crate::left::b::B;\nuse super::b;\npub(crate) fn f() {}\n";
        assert_eq!(faults_with("left/a.rs", text), [""; 0]);
    }

    #[test]
    fn catches_an_arrow_that_runs_up() {
        let fault = fault_of("ground/a.rs", "//! A.\n\nuse crate::roof::R;\n");
        assert_eq!(
            fault,
            "src/ground/a.rs:3: `ground` (floor 1) uses `roof` (floor 3): arrows run down only"
        );
    }

    #[test]
    fn catches_an_arrow_that_runs_sideways() {
        assert!(fault_of("left/a.rs", "//! A.\nuse crate::right::R;\n").contains("`right` (floor 2)"));
    }

    #[test]
    fn catches_a_path_outside_a_use_line() {
        assert!(fault_of("ground/a.rs", "//! A.\nfn f() -> crate::left::L { todo() }\n").contains("`left`"));
    }

    #[test]
    fn catches_every_room_of_a_grouped_import() {
        let faults = faults_with(
            "left/a.rs",
            "//! A.\nuse crate::{\n    ground::{G, H},\n    right::R,\n    roof as r,\n};\n",
        );
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(
            faults.iter().any(|f| f.starts_with("src/left/a.rs:4:"))
                && faults.iter().any(|f| f.contains("`roof`"))
        );
    }

    #[test]
    fn catches_a_room_reached_by_climbing_out() {
        let fault = fault_of("left/deep/a.rs", "//! A.\nuse super::super::super::ground::G;\n");
        assert!(fault.contains("write `crate::ground`"), "{fault}");
    }

    #[test]
    fn knows_that_an_inline_module_is_one_step_deeper() {
        let text = "//! A room.\npub(super) mod tests {\n    use super::*;\n    pub(super) fn f() { super::g() }\n    use super::{a, b};\n    use super::c;\n}\n";
        assert_eq!(faults_with("left/mod.rs", text), [""; 0]);
        assert!(
            fault_of("left/mod.rs", "//! A room.\nmod tests {\n}\nuse super::ground::G;\n")
                .contains("climbs")
        );
    }

    #[test]
    fn catches_an_import_through_the_facade() {
        assert!(fault_of("roof/a.rs", "//! A.\nuse crate::Thing;\n").contains("`lib.rs`"));
        assert!(fault_of("roof/a.rs", "//! A.\nuse crate::*;\n").contains("`lib.rs`"));
    }

    #[test]
    fn does_not_mistake_words_in_text_for_arrows() {
        let text = "//! See [`crate::roof`].\n/* crate::roof::X /* nested */ crate::roof */\nconst A: &str = \"crate::roof::X\";\n\
                    const B: &str = r#\"crate::roof::\"Y\"#;\nconst C: char = '\"';\nfn f<'a>(x: &'a str) {}\n// crate::roof::Z\n";
        assert_eq!(faults_with("ground/a.rs", text), [""; 0]);
    }

    #[test]
    fn catches_a_room_that_the_table_does_not_know() {
        assert!(fault_of("attic/mod.rs", "//! An attic.\n").contains("`attic` has no floor"));
    }

    #[test]
    fn catches_a_room_that_is_not_there() {
        let fault = fault_of("lib.rs", "//! Doors.\npub mod ground; pub mod left; pub mod right;\n");
        assert!(fault.contains("`roof`") && fault.contains("lib.rs"), "{fault}");
        let without_files = SMALL.faults(&[File::new("lib.rs", "//! Doors.\n")]);
        assert!(without_files.iter().any(|f| f.contains("`ground` has no files")), "{without_files:?}");
    }

    #[test]
    fn asks_every_file_to_say_what_it_is() {
        assert!(fault_of("left/a.rs", "use std::fmt;\n").contains("`//!`"));
        assert!(fault_of("left/a.rs", "//!\n").contains("`//!`"));
    }

    #[test]
    fn refuses_names_that_say_nothing() {
        assert!(fault_of("left/utils.rs", "//! A.\n").contains("`utils`"));
        assert!(fault_of("left/helpers/a.rs", "//! A.\n").contains("`helpers`"));
    }

    #[test]
    fn lets_only_the_edges_reach_out_and_only_with_a_reason() {
        let expect = "//! A.\n#![expect(clippy::disallowed_methods, reason = \"it is the door\")]\n";
        assert_eq!(faults_with("roof/door.rs", expect), [""; 0]);
        assert_eq!(faults_with("roof/door/a.rs", expect), [""; 0]);
        assert!(fault_of("roof/doorway.rs", expect).contains("not an edge"));
        assert!(fault_of("ground/a.rs", expect).contains("not an edge"));
        assert!(
            fault_of("roof/door.rs", "//! A.\n#![expect(clippy::disallowed_methods)]\n").contains("reason")
        );
    }

    #[test]
    fn holds_the_binary_to_the_rooms_that_there_are() {
        assert_eq!(
            faults_with("main.rs", "//! The command.\nfn main() { onrecord::roof::run(); }\n"),
            [""; 0]
        );
        assert!(
            fault_of("main.rs", "//! The command.\nuse onrecord::Thing;\nfn main() {}\n")
                .contains("`lib.rs`")
        );
    }
}
