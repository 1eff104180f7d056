//! Answers as they are marked up: paragraphs and tables, whatever markup they came in.

mod builder;
mod fit;
mod grid;
mod html;
mod identify;
mod quantities;
mod sentences;

pub(in crate::import) use builder::Builder;
pub(in crate::import) use grid::Grid;
pub(in crate::import) use html::html;
pub(in crate::import) use identify::identify;
pub(in crate::import) use quantities::{Asked, figures};

/// A text in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct Prose {
    pub(in crate::import) blocks: Vec<Block>,
    /// The addresses that it links to.
    pub(in crate::import) links: Vec<String>,
    /// Something was left out because there was too much of it.
    pub(in crate::import) is_cut: bool,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum Block {
    /// A paragraph or an item of a list, in one line.
    Paragraph(String),
    /// A table.
    Table(Grid),
}

impl Prose {
    /// Text without markup: a paragraph a line.
    pub(in crate::import) fn plain(text: &str) -> Self {
        let lines = text.lines().map(super::clean::prose).filter(|line| !line.is_empty());
        Self { blocks: lines.map(Block::Paragraph).collect(), ..Self::default() }
    }

    /// Every part as it is captured, tables in Markdown.
    pub(in crate::import) fn paragraphs(&self) -> Vec<String> {
        let captured = |block: &Block| match block {
            Block::Paragraph(text) => vec![text.clone()],
            Block::Table(grid) => grid.captured(),
        };
        self.blocks.iter().flat_map(captured).filter(|text| !text.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests;
