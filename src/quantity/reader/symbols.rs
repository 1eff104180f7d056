//! Phrases that are nothing but a symbol: shorthand of official statistics, and signs that say too little.

use super::super::NoValue;

/// What a phrase that is only a symbol means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Symbol {
    Meaning(NoValue),
    /// Two meanings are in use.
    Either(NoValue, NoValue),
    Unclear {
        message: &'static str,
        help: &'static str,
    },
}

/// The meaning of a symbol; none where the phrase is more than one.
pub(super) fn symbol(phrase: &str) -> Option<Symbol> {
    let phrase = phrase.trim().to_lowercase();
    Some(match phrase.as_str() {
        "*" | "[c]" | "[c1]" | "[c2]" => Symbol::Meaning(NoValue::Suppressed),
        ".." | "…" | ":" | "[x]" => Symbol::Meaning(NoValue::NotAvailable),
        "[z]" | "." => Symbol::Meaning(NoValue::NotApplicable),
        "[low]" | "[k]" => Symbol::Meaning(NoValue::BelowHalfUnit),
        "n/a" | "na" | "n.a." | "n.a" | "[n/a]" | "(n/a)" => {
            Symbol::Either(NoValue::NotApplicable, NoValue::NotAvailable)
        }
        "c" | "z" | "x" | "k" | "low" => Symbol::Unclear {
            message: "is shorthand without its brackets",
            help: "write [c] for suppressed, [x] for not available, [z] for not applicable, [low] for what rounds to zero",
        },
        "~" | "#" | "†" | "‡" | "^" | "?" | "**" | "***" | "x " | "/" => Symbol::Unclear {
            message: "is a symbol with more than one meaning",
            help: "look it up in the key of its source and write [c], [x], [z] or [low], or the reason in words",
        },
        dash if !dash.is_empty() && dash.chars().all(is_dash) => Symbol::Unclear {
            message: "is a dash, which may mean zero, not applicable or not available",
            help: "look it up in the key of its source and write 0, [z] or [x]",
        },
        number if in_round_brackets(number) => Symbol::Unclear {
            message: "is a number in brackets, which may be below zero, unreliable or an aside",
            help: "write the number without brackets, with a minus sign if it is below zero",
        },
        _ => {
            let bracketed = phrase.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'))?;
            if bracketed.contains(['[', ']']) {
                return several(&phrase);
            }
            Symbol::Unclear {
                message: "is shorthand that stands beside a figure, or is not known",
                help: "write the figure with it, or [c], [x], [z] or [low] where there is no figure",
            }
        }
    })
}

/// `[c][r]`: the first that stands for a missing value.
fn several(phrase: &str) -> Option<Symbol> {
    let codes = phrase.strip_prefix('[')?.strip_suffix(']')?.split("][");
    // A code with brackets of its own, as in `[c] [r]`, would be taken apart for ever.
    let plain = codes.filter(|code| !code.contains(['[', ']']) && code.len() < 6);
    plain.map(|code| format!("[{code}]")).find_map(|code| match symbol(&code)? {
        Symbol::Meaning(reason) => Some(Symbol::Meaning(reason)),
        Symbol::Either(..) | Symbol::Unclear { .. } => None,
    })
}

fn in_round_brackets(phrase: &str) -> bool {
    let inner = phrase.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(|inner| {
        inner.starts_with(|ch: char| ch.is_ascii_digit() || ch == '£')
            && inner
                .chars()
                .all(|ch| ch.is_ascii_digit() || matches!(ch, ',' | '.' | '£' | '%' | 'k' | 'm' | 'b' | 'n'))
    })
}

fn is_dash(ch: char) -> bool {
    matches!(ch, '-' | '\u{2010}'..='\u{2015}' | '−' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shorthand_is_read_and_a_dash_is_never_guessed() {
        assert_eq!(symbol("[c]"), Some(Symbol::Meaning(NoValue::Suppressed)));
        assert_eq!(symbol(" [Z] "), Some(Symbol::Meaning(NoValue::NotApplicable)));
        assert_eq!(symbol("[r][c]"), Some(Symbol::Meaning(NoValue::Suppressed)));
        assert!(matches!(symbol("–"), Some(Symbol::Unclear { .. })));
        assert!(matches!(symbol("[p]"), Some(Symbol::Unclear { .. })));
        assert_eq!(symbol("65 [p]"), None);
        assert_eq!(symbol("[p] [p]"), None);
        assert_eq!(symbol("[[c]]"), None);
        assert_eq!(symbol(""), None);
    }
}
