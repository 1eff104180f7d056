//! Tables in prose: the library's own markup aligns by inline style, which the page's policy forbids.

use super::escape::escape;
use pulldown_cmark::{Alignment, Tag, TagEnd};

/// Follows one table at a time.
pub(super) struct TableMarkup {
    /// Tells the tables of one piece of prose from those of another on the same page.
    prefix: String,
    count: usize,
    alignments: Vec<Alignment>,
    column: usize,
    head: bool,
}

impl TableMarkup {
    pub(super) fn of(prefix: &str) -> Self {
        Self { prefix: prefix.to_owned(), count: 0, alignments: Vec::new(), column: 0, head: false }
    }

    /// The opening markup of a table's part; none for any other tag.
    pub(super) fn start(&mut self, tag: &Tag<'_>) -> Option<String> {
        match tag {
            Tag::Table(alignments) => {
                self.alignments.clone_from(alignments);
                self.count += 1;
                let label = match self.prefix.as_str() {
                    "page" => format!("Table {}", self.count),
                    prefix => format!("Table {}, {}", self.count, escape(prefix)),
                };
                Some(format!(
                    r#"<div class="scroll" role="region" aria-label="{label}" tabindex="0"><table>"#
                ))
            }
            Tag::TableHead => {
                (self.head, self.column) = (true, 0);
                Some("<thead><tr>".to_owned())
            }
            Tag::TableRow => {
                (self.head, self.column) = (false, 0);
                Some("<tr>".to_owned())
            }
            Tag::TableCell => Some(self.cell()),
            _ => None,
        }
    }

    fn cell(&mut self) -> String {
        let number = self.alignments.get(self.column) == Some(&Alignment::Right);
        self.column += 1;
        let class = if number { r#" class="number""# } else { "" };
        if self.head { format!(r#"<th scope="col"{class}>"#) } else { format!("<td{class}>") }
    }

    /// The closing markup of a table's part; none for any other tag.
    pub(super) fn end(&self, tag: TagEnd) -> Option<&'static str> {
        match tag {
            TagEnd::Table => Some("</tbody></table></div>\n"),
            TagEnd::TableHead => Some("</tr></thead><tbody>"),
            TagEnd::TableRow => Some("</tr>"),
            TagEnd::TableCell => Some(if self.head { "</th>" } else { "</td>" }),
            _ => None,
        }
    }
}
