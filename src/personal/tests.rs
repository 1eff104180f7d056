//! The traps that must not fire, and what must.

use super::*;

#[test]
fn every_form_is_built() {
    for kind in Identifier::ALL {
        let examples = [
            "AB123456C",
            "401-023-2137",
            "AB1234567",
            "MORGA607054SM9IJ",
            "AB51 ABC",
            "a.b@example.org",
            "020 7946 0018",
            "4111 1111 1111 1111",
            "GB82 WEST 1234 5698 7654 32",
            "2001:db8::1",
            "SW1A 1AA",
        ];
        assert!(examples.iter().any(|example| !find(kind, example).is_empty()), "{kind:?}");
    }
}

#[test]
fn what_only_looks_like_an_identifier_is_left_alone() {
    let traps = [
        "401 023 213",
        "1,401,023,213",
        "E07000123",
        "W06000022",
        "FOI2023/00123",
        "FOI-2024-0093",
        "2023-03-31",
        "31/03/2023",
        "Bournemouth East",
        "Na h-Eileanan an Iar",
        "Ynys Môn",
        "£1,234,567.89",
        "2019/20",
        "HL1234",
        "UIN 123456",
        "10.2.1",
        "12:30:45",
        "0.1234567891",
        "1234567890",
        "c.53,298",
        "2024 Q3",
        "S12000033",
    ];
    for trap in traps {
        for kind in Identifier::ALL.into_iter().filter(|kind| !kind.needs_context()) {
            assert!(find(kind, trap).is_empty(), "{trap} as {kind:?}");
        }
    }
}

#[test]
fn a_header_is_its_whole_name() {
    assert_eq!(header("Date of Birth"), Some(Header::DateOfBirth));
    assert_eq!(header("E-mail"), Some(Header::Identifiers(Identifier::Email)));
    for other in [
        "local authority name",
        "la_name",
        "region_name",
        "accounts closed",
        "file name",
        "constituency name",
        "ip rights",
    ] {
        assert_eq!(header(other), None, "{other}");
    }
}

fn rows(text: &str) -> Vec<(Reason, Option<HitColumn>, Option<usize>)> {
    let table = crate::table::Table::read(text.as_bytes()).unwrap().table;
    let policy = Policy { threshold: 5, ..Policy::default() };
    audit(&table, &policy).into_iter().map(|hit| (hit.reason, hit.column, hit.row)).collect()
}

fn column(number: usize, name: &str) -> Option<HitColumn> {
    Some(HitColumn { number, name: Some(name.to_owned()) })
}

#[test]
fn a_cell_is_named_by_its_column_and_row() {
    let found = rows("town,note\nLlanelli,\nBarry,see AB 12 34 56 C\n");
    assert_eq!(found, [(Reason::Holds(Identifier::Nino), column(2, "note"), Some(3))]);
}

#[test]
fn a_table_without_a_header_has_no_names_to_print() {
    let found = rows("Mair Owen,34,AB123456C\nIfan Rees,41,AB123457C\n");
    let unnamed = Some(HitColumn { number: 3, name: None });
    assert_eq!(found, [(Reason::Holds(Identifier::Nino), unnamed, Some(1))]);
}

#[test]
fn the_first_half_of_a_postcode_is_a_town_and_a_whole_one_is_a_street() {
    let half = rows("postcode,people\nCF10,1204\n");
    assert_eq!(
        half,
        [(Reason::Named(Header::Identifiers(Identifier::Postcode)), column(1, "postcode"), None)]
    );
    assert_eq!(half[0].0.weight(), Weight::Warn);
    let whole = rows("postcode,people\nCF10 3AT,12\n");
    assert!(whole.iter().any(|hit| hit.0 == Reason::Holds(Identifier::Postcode)));
}

#[test]
fn a_row_for_each_person_shows_in_the_shape() {
    let persons: String = (0..40).map(|n| format!("2024-{:02},town {n},upheld\n", n % 12 + 1)).collect();
    let found = rows(&format!("month,place,outcome\n{persons}"));
    assert!(found.iter().any(|hit| hit.0 == Reason::SmallClass), "{found:?}");
    let ones: String = (0..30).map(|n| format!("case {n},1\n")).collect();
    assert!(rows(&format!("case,people\n{ones}")).iter().any(|hit| hit.0 == Reason::OneEach));
    let counts: String = (0..40).map(|n| format!("2024-{:02},town {n},{}\n", n % 12 + 1, n + 20)).collect();
    assert_eq!(rows(&format!("month,place,people\n{counts}")), []);
}

#[test]
fn full_dates_over_a_lifetime_are_dates_of_birth() {
    let dates = |from: usize| -> String {
        (0..60).map(|n| format!("{}-03-{:02},x\n", from + n * 7 % 45, n % 28 + 1)).collect()
    };
    assert!(rows(&format!("date,note\n{}", dates(1950))).iter().any(|hit| hit.0 == Reason::DatesOfBirth));
    let reports: String = (0..60).map(|n| format!("{}-03-31,{}\n", 2000 + n % 20, n + 100)).collect();
    assert_eq!(rows(&format!("date,people\n{reports}")), []);
    let series: String = (1950..2025).map(|year| format!("31/03/{year},{}\n", year * 3)).collect();
    assert_eq!(rows(&format!("date,people\n{series}")), []);
}

#[test]
fn a_sample_of_a_long_table_shows_its_shape_and_every_cell_is_read() {
    let policy = Policy { threshold: 5, ..Policy::default() };
    let mut audit = Audit::new(["day", "people", "note"].into_iter(), &policy);
    for row in 0..60_000 {
        let count = (row + 100).to_string();
        let note = if row == 59_999 { "ring 020 7946 0018" } else { "" };
        audit.row(["2024-03-31", &count, note].into_iter());
    }
    let found = audit.finish();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].reason, found[0].row), (Reason::Holds(Identifier::Phone), Some(60_001)));
}

#[test]
fn offices_may_be_reached() {
    let contacts = Contacts::of(["press@agency.example or (020) 7946-0018"]);
    let text = "Write to Press@agency.example, ring 020 7946 0018, or write to j.owen@agency.example.\n";
    let found = traces(text, &contacts);
    assert_eq!(found.len(), 1);
    assert_eq!(text.get(found[0].span.clone()), Some("j.owen@agency.example"));
}

#[test]
fn web_addresses_hold_numbers_of_their_own() {
    let text = "See https://agency.example/doc/4111111111111111 and (https://agency.example/SW1A1AA/).";
    assert_eq!(traces(text, &Contacts::default()), []);
    assert_eq!(traces("Card 4111111111111111", &Contacts::default()).len(), 1);
}

#[test]
fn no_finding_holds_the_value() {
    let table = crate::table::Table::read(b"note\nAB123456C\n").unwrap().table;
    let place = crate::model::Place::file(&std::sync::Arc::from("a.csv"));
    let finding = of_table(&audit(&table, &Policy::default())[0], place);
    let said = format!("{finding:?}");
    assert!(!said.contains("AB123456C") && said.contains("“note”, in row 2"), "{said}");
}

#[test]
fn an_age_and_a_number_of_the_row_count_nothing() {
    let rows_of = |cells: fn(usize) -> String| -> String { (0..40).map(cells).collect() };
    let aged = rows_of(|n| format!("2024-{:02},ward {n},{},f,upheld\n", n % 12 + 1, 20 + n));
    let found = rows(&format!("month,ward,age,sex,outcome\n{aged}"));
    assert!(found.iter().any(|hit| hit.0 == Reason::SmallClass), "{found:?}");
    let numbered = rows_of(|n| format!("{},town {n},upheld\n", n + 1));
    let found = rows(&format!("no,place,outcome\n{numbered}"));
    assert!(found.iter().any(|hit| hit.0 == Reason::SmallClass), "{found:?}");
}

#[test]
fn headers_in_welsh_are_known() {
    assert_eq!(header("Enw"), Some(Header::Name));
    assert_eq!(header("Dyddiad geni"), Some(Header::DateOfBirth));
    assert_eq!(header("Rhif ffôn"), Some(Header::Identifiers(Identifier::Phone)));
    assert_eq!(header("Enw’r awdurdod"), None);
}
