//! Which identifiers a text may hold at all, from one pass over its bytes. Most texts may hold none, and the forms
//! themselves are slow to try.

use super::Identifier;

/// Kinds of identifiers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Kinds(u16);

impl Kinds {
    fn add(&mut self, kind: Identifier) {
        self.0 |= 1 << kind as u16;
    }

    pub(super) fn has(self, kind: Identifier) -> bool {
        self.0 & (1 << kind as u16) != 0
    }
}

/// The kinds that a text may hold. It may say too many and never too few.
pub(super) fn kinds(text: &str) -> Kinds {
    let mut kinds = Kinds::default();
    if !text.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, b'@' | b':')) {
        return kinds;
    }
    by_runs(text.as_bytes(), &mut kinds);
    by_marks(text.as_bytes(), &mut kinds);
    kinds
}

/// By the digits that stand together, spaces, hyphens and brackets between them or not.
fn by_runs(bytes: &[u8], kinds: &mut Kinds) {
    let (mut before, mut digits) = (0_u8, 0_usize);
    for byte in bytes.iter().copied().chain([0]) {
        match byte {
            b'0'..=b'9' => digits += 1,
            b' ' | b'-' | b'(' | b')' => {}
            after => {
                run(before, digits, after, kinds);
                (before, digits) = (after, 0);
            }
        }
    }
}

fn run(before: u8, digits: usize, after: u8, kinds: &mut Kinds) {
    let longest = [
        (Identifier::Passport, 7),
        (Identifier::Phone, 9),
        (Identifier::NhsNumber, 10),
        (Identifier::Card, 12),
    ];
    longest.into_iter().filter(|(_, least)| digits >= *least).for_each(|(kind, _)| kinds.add(kind));
    if digits >= 6 && before.is_ascii_alphabetic() && after.is_ascii_alphabetic() {
        kinds.add(Identifier::Nino);
        kinds.add(Identifier::DrivingLicence);
    }
    if digits > 0 {
        kinds.add(Identifier::VehicleRegistration);
    }
}

/// By letters and marks that stand beside one another.
fn by_marks(bytes: &[u8], kinds: &mut Kinds) {
    let count = |wanted: u8| bytes.iter().filter(|byte| **byte == wanted).count();
    if bytes.contains(&b'@') {
        kinds.add(Identifier::Email);
    }
    if count(b'.') > 2 || count(b':') > 1 {
        kinds.add(Identifier::IpAddress);
    }
    let upper = u8::is_ascii_uppercase;
    if bytes.windows(3).any(|three| matches!(three, [a, b, c] if a.is_ascii_digit() && upper(b) && upper(c)))
    {
        kinds.add(Identifier::Postcode);
    }
    let starts_account = |four: &[u8]| matches!(four, [a, b, c, d] if upper(a) && upper(b) && c.is_ascii_digit() && d.is_ascii_digit());
    if bytes.len() > 14 && bytes.windows(4).any(starts_account) {
        kinds.add(Identifier::Iban);
    }
}
