//! The peers' cases of suppressed tables, where they lie beside the repository: `../shared/peer-cases/sdc`.
//!
//! They are not part of it, so a checkout without them says so and tests nothing here; the tests of `withheld` and the
//! random tables of `attack.rs` always run.

#![expect(clippy::disallowed_methods, reason = "the cases are files")]
#![expect(clippy::indexing_slicing, reason = "a part of a case that is not there is null")]
#![expect(clippy::unwrap_used, reason = "a case that is not as it should be fails the test")]
#![expect(clippy::print_stdout, reason = "what is not tested is said")]

use onrecord::withheld::{Cell, Puzzle, Row, Span, Verdict, audit, range};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const CASES: &str = "../shared/peer-cases/sdc";

fn cases(file: &str) -> Vec<Value> {
    let path = Path::new(CASES).join(file).join("cases.json");
    match std::fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text).unwrap(),
        Err(_) => {
            println!("not tested: {} is not there", path.display());
            Vec::new()
        }
    }
}

/// A puzzle of named cells.
#[derive(Default)]
struct Named {
    puzzle: Puzzle,
    cells: BTreeMap<String, Cell>,
}

impl Named {
    fn cell(&mut self, name: &str, span: Span) {
        let cell = self.puzzle.cell(span);
        self.cells.insert(name.to_owned(), cell);
    }

    /// Coefficients that sum to zero.
    fn equations(&mut self, equations: &Value) {
        for equation in equations.as_array().unwrap() {
            let terms = equation.as_object().unwrap().iter();
            let terms = terms.map(|(name, weight)| (self.cells[name], weight.as_i64().unwrap())).collect();
            self.puzzle.tie(Row { terms, least: Some(0), most: Some(0) });
        }
    }

    /// The bounds of the attacker are as the case gives them, shown from within and proven from without.
    fn agrees(&self, case: &Value, bounds: &Value) -> usize {
        let bounds = bounds.as_object().unwrap();
        for (name, bounds) in bounds {
            let found = range(&self.puzzle, self.cells[name]).unwrap();
            let stated = span(&bounds["int"]);
            let case = (&case["id"], name);
            assert_eq!(found.proven, stated, "{case:?}");
            match stated.most {
                Some(_) => assert_eq!(found.shown, Some(stated), "{case:?}"),
                None => assert_eq!(found.shown.unwrap().least, stated.least, "{case:?}"),
            }
        }
        bounds.len()
    }
}

fn span(ends: &Value) -> Span {
    Span { least: ends[0].as_i64().unwrap(), most: ends[1].as_i64() }
}

#[test]
fn the_attackers_bounds_are_those_that_the_peers_know() {
    let mut compared = 0;
    let cases = cases("suppression");
    for case in &cases {
        let suppressed: BTreeSet<&str> =
            case["suppressed"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let mut named = Named::default();
        for (name, value) in case["cells"].as_object().unwrap() {
            let known = case["known_upper_bounds"][name].as_i64();
            let span = match suppressed.contains(name.as_str()) {
                true => Span { least: 0, most: known },
                false => Span::exactly(value.as_i64().unwrap()),
            };
            named.cell(name, span);
        }
        named.equations(&case["equations"]);
        compared += named.agrees(case, &case["attacker_bounds"]);
        let guarded = suppressed.iter().map(|name| (named.cells[*name], 2)).collect();
        let audit = audit(&named.puzzle, &guarded);
        let settled = audit.cells.iter().filter(|(_, verdict)| is_settled(**verdict)).map(|(cell, _)| *cell);
        let settled: BTreeSet<Cell> = settled.collect();
        let disclosed = case["exactly_disclosed"].as_array().unwrap().iter().filter_map(Value::as_str);
        assert_eq!(settled, disclosed.map(|name| named.cells[name]).collect(), "{}", case["id"]);
    }
    if !cases.is_empty() {
        assert_eq!((cases.len(), compared), (36, 222));
    }
}

fn is_settled(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Exposed(span) if span.settled().is_some())
}

#[test]
fn editions_that_are_safe_alone_leak_together_as_the_peers_know() {
    let cases = cases("editions");
    for case in &cases {
        let mut named = Named::default();
        let tables = case["tables"].as_array().unwrap();
        for table in tables {
            for (name, value) in table["cells"].as_object().unwrap() {
                let span = value.as_i64().map_or(Span::UNKNOWN, Span::exactly);
                match named.cells.get(name) {
                    Some(cell) => {
                        let both = named.puzzle.span(*cell).meet(&span).unwrap();
                        named.puzzle.set(*cell, both);
                    }
                    None => named.cell(name, span),
                }
            }
        }
        for table in tables {
            named.equations(&table["equations"]);
        }
        named.agrees(case, &case["combined_attacker_bounds"]);
    }
    assert!(cases.is_empty() || cases.len() == 4);
}
