//! Which names of the crate's root a file reaches, and how.

use crate::tokens::Token;

/// A name of the crate's root that a path goes to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reach<'a> {
    /// The name: a room, or something that stands in `lib.rs`. `*` for everything.
    pub(crate) name: &'a str,
    pub(crate) line: usize,
    pub(crate) way: Way,
}

/// How a path gets to the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// `crate::…`, or the crate's own name from outside.
    Named,
    /// `super::super::…`.
    Climbed,
}

/// The names reached from a file that lies `depth` modules below the root.
pub(crate) fn reaches<'a>(tokens: &[Token<'a>], root: &str, depth: usize) -> Vec<Reach<'a>> {
    let mut found = Vec::new();
    let mut blocks: Vec<bool> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token.text {
            "{" => blocks.push(opens_a_module(tokens, at)),
            "}" => drop(blocks.pop()),
            "super" => {
                let steps = climb(tokens, at);
                let here = depth + blocks.iter().filter(|module| **module).count();
                if steps >= here {
                    found.extend(names(tokens, at + 3 * steps, Way::Climbed));
                }
                at += (3 * steps).saturating_sub(1);
            }
            word if word == root && double_colon(tokens, at + 1) => {
                found.extend(names(tokens, at + 3, Way::Named));
            }
            _ => {}
        }
        at += 1;
    }
    found
}

fn is(tokens: &[Token<'_>], at: usize, text: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.text == text)
}

fn double_colon(tokens: &[Token<'_>], at: usize) -> bool {
    is(tokens, at, ":") && is(tokens, at + 1, ":")
}

/// `mod name {`.
fn opens_a_module(tokens: &[Token<'_>], at: usize) -> bool {
    at >= 2 && is(tokens, at - 2, "mod")
}

/// How many `super::` stand in a row.
fn climb(tokens: &[Token<'_>], at: usize) -> usize {
    (0..).take_while(|n| is(tokens, at + 3 * n, "super") && double_colon(tokens, at + 3 * n + 1)).count()
}

/// The name that follows, or the first name of each entry of the group that follows.
fn names<'a>(tokens: &[Token<'a>], at: usize, way: Way) -> Vec<Reach<'a>> {
    let reach = |token: &Token<'a>| Reach { name: token.text, line: token.line, way };
    if !is(tokens, at, "{") {
        return tokens.get(at).map(reach).into_iter().collect();
    }
    let mut found = Vec::new();
    let (mut depth, mut starts) = (0_usize, false);
    for token in tokens.get(at..).unwrap_or_default() {
        match token.text {
            "{" => {
                depth += 1;
                starts = depth == 1;
            }
            "}" if depth == 1 => break,
            "}" => depth -= 1,
            "," => starts = depth == 1,
            _ if starts => {
                found.push(reach(token));
                starts = false;
            }
            _ => {}
        }
    }
    found
}
