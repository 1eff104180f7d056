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
