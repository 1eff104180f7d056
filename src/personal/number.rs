//! Checks of numbers that carry their own check digits.

/// The digits of a text, anything else left out.
pub(super) fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// An NHS number: ten digits, the last a check digit (weights 10 to 2, modulo 11).
pub(super) fn is_nhs_number(text: &str) -> bool {
    let digits = digits(text);
    let [first @ .., check] = digits.as_slice() else { return false };
    if first.len() != 9 {
        return false;
    }
    let sum: u32 = first.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let expected = (11 - sum % 11) % 11;
    expected != 10 && expected == *check && digits.iter().any(|digit| *digit != 0)
}

/// A payment card: a length that goes with its issuer, and a check digit after Luhn.
pub(super) fn is_card(text: &str) -> bool {
    let digits = digits(text);
    is_of_an_issuer(&digits) && luhn(&digits)
}

fn is_of_an_issuer(digits: &[u32]) -> bool {
    let start = |count: usize| digits.iter().take(count).fold(0_u32, |number, digit| number * 10 + digit);
    let length = digits.len();
    match start(1) {
        // Universal Air Travel Plan.
        1 => length == 15,
        2 => (2_221..=2_720).contains(&start(4)) && length == 16,
        3 => match start(2) {
            34 | 37 => length == 15,
            35 => length == 16,
            30 | 36 | 38 | 39 => length == 14,
            _ => false,
        },
        4 => matches!(length, 13 | 16 | 19),
        5 => {
            (51..=55).contains(&start(2)) && length == 16
                || (matches!(start(2), 50 | 56..=59) && (12..=19).contains(&length))
        }
        6 => (12..=19).contains(&length),
        _ => false,
    }
}

fn luhn(digits: &[u32]) -> bool {
    let doubled = |(at, digit): (usize, &u32)| match at % 2 {
        0 => *digit,
        _ if *digit > 4 => digit * 2 - 9,
        _ => digit * 2,
    };
    digits.iter().rev().enumerate().map(doubled).sum::<u32>() % 10 == 0
}

/// An international bank account number: the remainder of its rearranged digits by 97 is 1.
pub(super) fn is_iban(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let Some((head, rest)) = text.split_at_checked(4) else { return false };
    if !(15..=34).contains(&text.len()) || !text.is_ascii() {
        return false;
    }
    let remainder = rest.chars().chain(head.chars()).try_fold(0_u32, |left, c| {
        let value = c.to_digit(36)?;
        Some(if value < 10 { (left * 10 + value) % 97 } else { (left * 100 + value) % 97 })
    });
    remainder == Some(1)
}
