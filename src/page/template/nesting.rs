//! How deep a template's blocks nest, counted before the parser sees them: it calls itself for each level.

/// Far more than a page needs, far from the end of the parser's stack.
pub(crate) const MOST_OPEN: usize = 64;

/// Line and column of the first block, branch or bracket that is one too many.
pub(crate) fn too_deep(template: &str) -> Option<(usize, usize)> {
    let mut depth = Depth::default();
    for (number, line) in template.lines().enumerate() {
        for (column, _) in line.char_indices() {
            if let Some(rest) = line.get(column..) {
                depth.read(rest);
            }
            if depth.total() > MOST_OPEN {
                return Some((number + 1, column + 1));
            }
        }
    }
    None
}

#[derive(Default)]
struct Depth {
    /// For each open block, itself and its `else if` branches, which nest within one another.
    blocks: Vec<usize>,
    brackets: usize,
    total: usize,
}

impl Depth {
    fn total(&self) -> usize {
        self.total + self.brackets
    }

    fn read(&mut self, rest: &str) {
        match rest.strip_prefix("{{") {
            Some(inner) => self.tag(inner.trim_start_matches('~')),
            None if rest.starts_with('(') => self.brackets += 1,
            None if rest.starts_with(')') => self.brackets = self.brackets.saturating_sub(1),
            None => {}
        }
    }

    fn tag(&mut self, inner: &str) {
        self.brackets = 0;
        if inner.starts_with(['#', '^']) {
            self.blocks.push(1);
            self.total += 1;
        } else if inner.starts_with('/') {
            self.total -= self.blocks.pop().unwrap_or(0);
        } else if inner.trim_start().starts_with("else ")
            && let Some(branches) = self.blocks.last_mut()
        {
            *branches += 1;
            self.total += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_block_branch_or_bracket_too_many_is_named() {
        let deep = "{{#if a}}\n".repeat(MOST_OPEN + 1);
        assert_eq!(too_deep(&deep), Some((MOST_OPEN + 1, 1)));
        assert!(too_deep(&format!("{{{{x {}", "(".repeat(1000))).is_some());
        assert!(too_deep(&format!("{{{{#if a}}}}{}{{{{/if}}}}", "{{else if b}}".repeat(1000))).is_some());
    }

    #[test]
    fn blocks_side_by_side_are_not_deep() {
        assert_eq!(
            too_deep(&"{{#if (a b)}}x{{else if y}}z{{/if}} (in words) {{^if a}}{{/if}}".repeat(500)),
            None
        );
    }
}
