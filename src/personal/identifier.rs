//! Identifiers of persons, by their form.

use super::number::{digits, is_card, is_iban, is_nhs_number};
use super::sieve::kinds;
use regex_lite::Regex;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;
use std::sync::LazyLock;

/// What identifies a person, or leads to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Identifier {
    /// National Insurance number.
    Nino,
    /// NHS number.
    NhsNumber,
    /// Passport number of the United Kingdom.
    Passport,
    /// Driving licence number of Great Britain.
    DrivingLicence,
    /// Vehicle registration mark.
    VehicleRegistration,
    /// Email address.
    Email,
    /// Telephone number.
    Phone,
    /// Payment card number.
    Card,
    /// International bank account number.
    Iban,
    /// Internet address of version 4 or 6.
    IpAddress,
    /// Full postcode: it leads to some fifteen addresses.
    Postcode,
}

impl Identifier {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::Nino,
        Self::NhsNumber,
        Self::Passport,
        Self::DrivingLicence,
        Self::VehicleRegistration,
        Self::Email,
        Self::Phone,
        Self::Card,
        Self::Iban,
        Self::IpAddress,
        Self::Postcode,
    ];

    /// The kind in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Nino => "a National Insurance number",
            Self::NhsNumber => "an NHS number",
            Self::Passport => "a passport number",
            Self::DrivingLicence => "a driving licence number",
            Self::VehicleRegistration => "a vehicle registration",
            Self::Email => "an email address",
            Self::Phone => "a telephone number",
            Self::Card => "a payment card number",
            Self::Iban => "a bank account number",
            Self::IpAddress => "an internet address",
            Self::Postcode => "a full postcode",
        }
    }

    /// It is made of digits alone, as a quantity is.
    #[must_use]
    pub fn is_of_digits(self) -> bool {
        matches!(self, Self::NhsNumber | Self::Phone | Self::Card | Self::IpAddress)
    }

    /// It leads to a person or to an office; in a text that quotes a reply, an office is as likely.
    #[must_use]
    pub fn is_contact(self) -> bool {
        matches!(self, Self::Email | Self::Phone | Self::IpAddress | Self::Postcode)
    }

    /// Its form is too common to go by without a header or a word beside it that says what it is.
    #[must_use]
    pub fn needs_context(self) -> bool {
        matches!(self, Self::Passport | Self::VehicleRegistration)
    }
}

/// A form, and what a text of it must be besides.
struct Form {
    pattern: Regex,
    holds: fn(&str) -> bool,
}

fn form(pattern: &str, holds: fn(&str) -> bool) -> Option<Form> {
    Some(Form { pattern: Regex::new(pattern).ok()?, holds })
}

/// In the order of [`Identifier::ALL`]. Each pattern is a constant of this file; a test builds them all.
static FORMS: LazyLock<[Option<Form>; 11]> = LazyLock::new(|| {
    [
        form(r"(?i)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D]", is_nino),
        form(r"\d{3}[ -]\d{3}[ -]\d{4}", is_nhs_number),
        form(r"[A-Z]{2}\d{7}", |_| true),
        form(r"(?i)[A-Z]{1,5}9{0,4}\d[0156]\d[0-3]\d\d[A-Z][A-Z9][A-Z0-9]{3}", is_licence),
        form(r"(?i)[A-Z]{2}\d\d ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z]", is_registration),
        form(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.(?:xn--[A-Za-z0-9-]+|[A-Za-z]{2,24})", is_email),
        form(r"(?:\+\d|\(?0)[\d ()-]{7,18}\d", is_phone),
        form(r"\d(?:[ -]?\d){11,18}", is_card),
        form(r"[A-Z]{2}\d\d(?: ?[A-Z0-9]{1,4}){3,8}", is_iban),
        form(r"[0-9A-Fa-f:.]{2,45}", is_ip),
        form(
            r"(?:[A-PR-UWYZ][A-HK-Y]?\d[0-9A-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRVWXY]) ?\d[ABD-HJLNP-UW-Z]{2}",
            |_| true,
        ),
    ]
});

/// Where a text holds identifiers of a kind.
#[must_use]
pub fn find(kind: Identifier, text: &str) -> Vec<Range<usize>> {
    let at = Identifier::ALL.iter().position(|own| *own == kind).unwrap_or_default();
    let Some(Some(form)) = FORMS.get(at).filter(|_| kinds(text).has(kind)) else { return Vec::new() };
    let found = form.pattern.find_iter(text).map(|found| found.range());
    found
        .filter(|range| stands_alone(kind, text, range) && text.get(range.clone()).is_some_and(form.holds))
        .collect()
}

/// Neither letters nor digits go on before or after it. An email address may follow on words of another script.
fn stands_alone(kind: Identifier, text: &str, range: &Range<usize>) -> bool {
    let goes_on = |c: char| match kind {
        Identifier::Email => c.is_ascii_alphanumeric(),
        Identifier::IpAddress => c.is_alphanumeric() || c == '.' || c == ':',
        _ => c.is_alphanumeric(),
    };
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let after = text.get(range.end..).and_then(|after| after.chars().next());
    let number = matches!(kind, Identifier::Phone | Identifier::Card | Identifier::NhsNumber);
    let continues = |c: char| number && matches!(c, '.' | ',' | '-' | '+');
    !before.is_some_and(|c| goes_on(c) || continues(c)) && !after.is_some_and(goes_on)
}

fn is_nino(text: &str) -> bool {
    const NOT_ISSUED: [&str; 7] = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];
    let prefix: String = text.chars().take(2).flat_map(char::to_uppercase).collect();
    !NOT_ISSUED.contains(&prefix.as_str())
}

/// Five characters of the surname, filled up with nines; decade, month (plus 50 for women), day, year; initials.
fn is_licence(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() != 16 {
        return false;
    }
    let number = |from: usize| {
        let pair: String = characters.iter().skip(from).take(2).collect();
        pair.parse::<u32>().unwrap_or_default()
    };
    let month = number(6);
    (1..=12).contains(&month.checked_sub(50).unwrap_or(month)) && (1..=31).contains(&number(8))
}

/// The three series in use, without the letters that are not issued.
fn is_registration(text: &str) -> bool {
    let mark: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let letters =
        |part: &str, without: &[char]| part.chars().all(|c| c.is_ascii_uppercase() && !without.contains(&c));
    let first_digit = mark.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
    let (before, rest) = mark.split_at(first_digit);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = rest.strip_suffix(after).and_then(|number| number.parse::<u32>().ok()).unwrap_or_default();
    match (before.len(), after.len()) {
        (2, 3) => {
            letters(before, &['I', 'Q', 'Z'])
                && letters(after, &['I', 'Q'])
                && matches!(number, 2..=29 | 51..=79)
        }
        (1, 3) => letters(before, &['I', 'O', 'Q', 'U', 'Z']) && letters(after, &['I', 'Q']) && number > 0,
        (3, 1) => letters(before, &['I', 'Q']) && letters(after, &['I', 'O', 'Q', 'U', 'Z']) && number > 0,
        _ => false,
    }
}

fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let dots = |part: &str| part.starts_with('.') || part.ends_with('.') || part.contains("..");
    !dots(local)
        && host.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
}

/// A number of the United Kingdom with its leading nought, or one with a plus and the code of its country.
fn is_phone(text: &str) -> bool {
    let digits: String = digits(text).into_iter().filter_map(|digit| char::from_digit(digit, 10)).collect();
    let national = |digits: &str| {
        let digits = digits.strip_prefix('0').unwrap_or(digits);
        (9..=10).contains(&digits.len()) && !digits.starts_with(['0', '4', '6'])
    };
    if text.starts_with('+') {
        return match digits.strip_prefix("44") {
            Some(rest) => national(rest),
            None => (8..=15).contains(&digits.len()),
        };
    }
    match digits.strip_prefix("00") {
        Some(abroad) => abroad.strip_prefix("44").map_or((9..=13).contains(&abroad.len()), national),
        None => digits.starts_with('0') && national(&digits),
    }
}

fn is_ip(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ':']);
    text.parse::<Ipv4Addr>().is_ok()
        || (text.contains("::") || text.matches(':').count() > 5)
            && text.parse::<Ipv6Addr>().is_ok_and(|ip| !ip.is_unspecified())
}
