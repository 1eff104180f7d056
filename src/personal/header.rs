//! What the name of a column says of its cells.

use super::Identifier;

/// What a column holds, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Header {
    /// Names, of persons or of anything else.
    Name,
    /// Names of persons.
    PersonName,
    /// Dates of birth.
    DateOfBirth,
    /// Addresses of homes.
    Address,
    /// Numbers of single cases, or of people in a system.
    CaseNumber,
    /// Identifiers of this kind.
    Identifiers(Identifier),
    /// Bank accounts.
    BankAccount,
}

impl Header {
    /// What it holds, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Name => "names, perhaps of persons",
            Self::PersonName => "names of persons",
            Self::DateOfBirth => "dates of birth",
            Self::Address => "addresses of persons",
            Self::CaseNumber => "numbers of single cases",
            Self::Identifiers(kind) => match kind {
                Identifier::Nino => "National Insurance numbers",
                Identifier::NhsNumber => "NHS numbers",
                Identifier::Passport => "passport numbers",
                Identifier::DrivingLicence => "driving licence numbers",
                Identifier::VehicleRegistration => "vehicle registrations",
                Identifier::Email => "email addresses",
                Identifier::Phone => "telephone numbers",
                Identifier::Card => "payment card numbers",
                Identifier::Iban => "bank account numbers",
                Identifier::IpAddress => "internet addresses",
                Identifier::Postcode => "postcodes",
            },
            Self::BankAccount => "bank accounts",
        }
    }
}

/// Whole names of columns, in small letters with single spaces, that can mean nothing else.
const NAMES: &[(&str, Header)] = &[
    ("name", Header::Name),
    ("names", Header::Name),
    ("full name", Header::PersonName),
    ("fullname", Header::PersonName),
    ("forename", Header::PersonName),
    ("forenames", Header::PersonName),
    ("first name", Header::PersonName),
    ("firstname", Header::PersonName),
    ("given name", Header::PersonName),
    ("middle name", Header::PersonName),
    ("surname", Header::PersonName),
    ("last name", Header::PersonName),
    ("lastname", Header::PersonName),
    ("family name", Header::PersonName),
    ("maiden name", Header::PersonName),
    ("requester", Header::PersonName),
    ("requester name", Header::PersonName),
    ("applicant name", Header::PersonName),
    ("dob", Header::DateOfBirth),
    ("d o b", Header::DateOfBirth),
    ("date of birth", Header::DateOfBirth),
    ("birth date", Header::DateOfBirth),
    ("birthdate", Header::DateOfBirth),
    ("birthday", Header::DateOfBirth),
    ("address", Header::Address),
    ("home address", Header::Address),
    ("street address", Header::Address),
    ("address line 1", Header::Address),
    ("address 1", Header::Address),
    ("postcode", Header::Identifiers(Identifier::Postcode)),
    ("post code", Header::Identifiers(Identifier::Postcode)),
    ("email", Header::Identifiers(Identifier::Email)),
    ("e mail", Header::Identifiers(Identifier::Email)),
    ("email address", Header::Identifiers(Identifier::Email)),
    ("phone", Header::Identifiers(Identifier::Phone)),
    ("phone number", Header::Identifiers(Identifier::Phone)),
    ("telephone", Header::Identifiers(Identifier::Phone)),
    ("tel", Header::Identifiers(Identifier::Phone)),
    ("mobile", Header::Identifiers(Identifier::Phone)),
    ("mobile number", Header::Identifiers(Identifier::Phone)),
    ("nino", Header::Identifiers(Identifier::Nino)),
    ("ni number", Header::Identifiers(Identifier::Nino)),
    ("national insurance number", Header::Identifiers(Identifier::Nino)),
    ("nhs", Header::Identifiers(Identifier::NhsNumber)),
    ("nhs number", Header::Identifiers(Identifier::NhsNumber)),
    ("passport", Header::Identifiers(Identifier::Passport)),
    ("passport number", Header::Identifiers(Identifier::Passport)),
    ("case id", Header::CaseNumber),
    ("case ref", Header::CaseNumber),
    ("case reference", Header::CaseNumber),
    ("person id", Header::CaseNumber),
    ("client id", Header::CaseNumber),
    ("patient id", Header::CaseNumber),
    ("pupil id", Header::CaseNumber),
    ("unique pupil number", Header::CaseNumber),
    ("hospital number", Header::CaseNumber),
    ("staff number", Header::CaseNumber),
    ("employee number", Header::CaseNumber),
    ("payroll number", Header::CaseNumber),
    ("home office reference", Header::CaseNumber),
    ("ho reference", Header::CaseNumber),
    ("port reference", Header::CaseNumber),
    ("account", Header::BankAccount),
    ("account number", Header::BankAccount),
    ("sort code", Header::BankAccount),
    ("ip", Header::Identifiers(Identifier::IpAddress)),
    ("ip address", Header::Identifiers(Identifier::IpAddress)),
    ("vehicle reg", Header::Identifiers(Identifier::VehicleRegistration)),
    ("vehicle registration", Header::Identifiers(Identifier::VehicleRegistration)),
    ("enw", Header::Name),
    ("enw llawn", Header::PersonName),
    ("enw cyntaf", Header::PersonName),
    ("cyfenw", Header::PersonName),
    ("dyddiad geni", Header::DateOfBirth),
    ("cyfeiriad", Header::Address),
    ("cod post", Header::Identifiers(Identifier::Postcode)),
    ("e bost", Header::Identifiers(Identifier::Email)),
    ("ebost", Header::Identifiers(Identifier::Email)),
    ("cyfeiriad e bost", Header::Identifiers(Identifier::Email)),
    ("ffôn", Header::Identifiers(Identifier::Phone)),
    ("rhif ffôn", Header::Identifiers(Identifier::Phone)),
    ("rhif yswiriant gwladol", Header::Identifiers(Identifier::Nino)),
    ("rhif gig", Header::Identifiers(Identifier::NhsNumber)),
    ("rhif achos", Header::CaseNumber),
];

/// Whether a column describes a person in numbers: an age or a year of birth.
pub(super) fn describes_one(name: &str) -> bool {
    let plain = plain(name);
    matches!(
        plain.as_str(),
        "age" | "oed" | "oedran" | "year of birth" | "birth year" | "yob" | "blwyddyn geni"
    ) || plain.starts_with("age at ")
        || plain.starts_with("age on ")
}

/// What a column of this name holds of persons; none for any other name. A longer name that only holds one of the words
/// ("local authority name", "accounts closed") is another thing.
#[must_use]
pub fn header(name: &str) -> Option<Header> {
    let plain = plain(name);
    NAMES.iter().find(|(own, _)| *own == plain).map(|(_, header)| *header)
}

/// In small letters, with single spaces between its words.
fn plain(name: &str) -> String {
    let words: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .flat_map(char::to_lowercase)
        .collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
