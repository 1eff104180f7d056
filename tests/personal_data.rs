//! The peers' cases of personal data, where they lie beside the repository: `../shared/peer-cases/personal-data`.
//!
//! They are not part of it, so a checkout without them says so and tests nothing here. Each case concerns its own kind
//! only. How many of the texts that hold one are found, and how many that hold none are left alone, is counted; each
//! difference stands here with its reason.

#![expect(clippy::disallowed_methods, reason = "the cases are files")]
#![expect(clippy::indexing_slicing, reason = "a part of a case that is not there is null")]
#![expect(clippy::unwrap_used, reason = "a case that is not as it should be fails the test")]
#![expect(clippy::print_stdout, reason = "what is not tested is said")]

use onrecord::personal::{Identifier, Policy, Weight, audit, find};
use onrecord::table::Table;
use serde_json::Value;
use std::path::Path;

const CASES: &str = "../shared/peer-cases/personal-data";

fn cases(file: &str) -> Vec<Value> {
    let path = Path::new(CASES).join(file);
    match std::fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap(),
        Err(_) => {
            println!("not tested: {} is not there", path.display());
            Vec::new()
        }
    }
}

/// What a peer finds and we do not, or the reverse.
fn differences(cases: &[Value], entity: &str, kind: Identifier) -> (usize, Vec<String>) {
    let own: Vec<&Value> = cases.iter().filter(|case| case["entity"] == entity).collect();
    let differ = |case: &&&Value| {
        let found = find(kind, case["text"].as_str().unwrap()).len();
        found as u64 != case["expected_count"].as_u64().unwrap()
    };
    (own.len(), own.iter().filter(differ).map(|case| case["text"].as_str().unwrap().to_owned()).collect())
}

/// Numbers of other countries without a plus or a leading nought may be any number; here they are taken for one.
const NO_PHONE_HERE: [&str; 3] = ["(415)555-0132", "13812345678", "(415) 555-0132"];
/// A range of addresses is no person's, and neither is the address of nobody.
const NO_ADDRESS_HERE: [&str; 6] =
    ["Unspecified ::", "2001:db8::/32", "fe80::/10", "::/128", "Prefix: 2001:db8::/32", "2001:db8::/9999"];

#[test]
fn presidios_cases_are_found_and_left_alone_as_it_says() {
    let all = cases("presidio/cases.json");
    if all.is_empty() {
        return;
    }
    for (entity, kind, number) in [
        ("UK_NINO", Identifier::Nino, 6),
        ("UK_NHS", Identifier::NhsNumber, 1),
        ("UK_POSTCODE", Identifier::Postcode, 12),
        ("UK_PASSPORT", Identifier::Passport, 6),
        ("UK_DRIVING_LICENCE", Identifier::DrivingLicence, 6),
        ("UK_VEHICLE_REGISTRATION", Identifier::VehicleRegistration, 14),
        ("EMAIL_ADDRESS", Identifier::Email, 4),
        ("CREDIT_CARD", Identifier::Card, 8),
    ] {
        assert_eq!(differences(&all, entity, kind), (number, Vec::new()), "{entity}");
    }
    let (number, differ) = differences(&all, "PHONE_NUMBER", Identifier::Phone);
    let ours = differ.iter().filter(|text| !NO_PHONE_HERE.iter().any(|other| text.contains(other)));
    assert_eq!((number, differ.len(), ours.count()), (10, 9, 0), "{differ:?}");
    let (number, differ) = differences(&all, "IP_ADDRESS", Identifier::IpAddress);
    assert_eq!((number, differ), (45, NO_ADDRESS_HERE.map(str::to_owned).to_vec()));
}

/// How many texts that hold one are found, how many there are, and what is found in texts that hold none.
fn recognised(file: &str, kind: Identifier) -> (usize, usize, Vec<String>) {
    let (mut found, mut all, mut alarms) = (0, 0, Vec::new());
    for case in cases(file) {
        let text = case["Input"].as_str().unwrap();
        let is_found = !find(kind, text).is_empty();
        match (case["Results"].as_array().unwrap().is_empty(), is_found) {
            (true, true) => alarms.push(text.to_owned()),
            (true, false) => {}
            (false, is_found) => {
                all += 1;
                found += usize::from(is_found);
            }
        }
    }
    (found, all, alarms)
}

#[test]
fn of_the_recognisers_email_addresses_all_are_found() {
    let (found, all, alarms) = recognised("recognizers-text/EmailModel.json", Identifier::Email);
    assert!((found, all) == (8, 8) || all == 0, "{found} of {all}");
    assert!(alarms.is_empty(), "{alarms:?}");
}

#[test]
fn of_the_recognisers_telephone_numbers_those_of_the_united_kingdom_and_with_a_plus_are_found() {
    let (found, all, alarms) = recognised("recognizers-text/PhoneNumberModel.json", Identifier::Phone);
    // The others are numbers of other countries without a plus, which may be any number here.
    assert!((found, all) == (108, 180) || all == 0, "{found} of {all}");
    assert!(alarms.is_empty(), "{alarms:?}");
}

/// Tables of public bodies: nothing in them is a person's, and nothing is to be refused.
#[test]
fn no_real_table_is_refused_but_for_what_stands_here() {
    let root = Path::new("../shared/real");
    let files = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().filter_map(Result::ok);
    let tables = files.filter(|file| file.path().extension().is_some_and(|extension| extension == "csv"));
    for file in tables {
        let Ok(read) = Table::read(&std::fs::read(file.path()).unwrap()) else { continue };
        let policy = Policy { threshold: 5, ..Policy::default() };
        let hits = audit(&read.table, &policy);
        let refused = hits.iter().find(|hit| hit.reason.weight() == Weight::Refuse);
        assert!(refused.is_none(), "{}: {refused:?}", file.path().display());
        let warned: Vec<&str> = hits.iter().filter_map(|hit| hit.column.as_ref()?.name.as_deref()).collect();
        let name = file.file_name().to_string_lossy().into_owned();
        let expected: &[&str] = match name.as_str() {
            // The names of authorities.
            "all-authorities.csv" => &["Name"],
            // What inspectors wrote of trees.
            "test036--tree-ops-ext.csv" => &["Comments"],
            _ => &[],
        };
        assert_eq!(warned, expected, "{name}");
    }
}
