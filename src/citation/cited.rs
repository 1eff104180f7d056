//! What a citation names.

use crate::model::{FigureId, MeasureId};

/// A figure or a measure, in an edition or as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// What is cited.
    pub subject: Subject,
    /// In which edition; none where the address is one that moves.
    pub edition: Option<u32>,
}

/// What can be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A figure.
    Figure(FigureId),
    /// The page of a measure.
    Measure(MeasureId),
}

impl Cited {
    /// A key as [`super::key`] writes it: `@figure-id.e3`. None where the words after the `@` are no such key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let (id, edition) = key.strip_prefix('@')?.rsplit_once(".e")?;
        let number =
            edition.parse().ok().filter(|number: &u32| *number > 0 && number.to_string() == edition)?;
        Some(Self { subject: Subject::Figure(FigureId::new(id).ok()?), edition: Some(number) })
    }
}

/// The key of a figure in an edition, as a bibliography and a text that uses it write it.
#[must_use]
pub fn key(figure: &FigureId, edition: Option<u32>) -> String {
    match edition {
        Some(edition) => format!("{figure}.e{edition}"),
        None => figure.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cited, Subject, key};
    use crate::model::FigureId;

    #[test]
    fn a_key_names_a_figure_in_an_edition() {
        let figure = FigureId::new("pool-53298").unwrap();
        let cited = Cited::from_key(&format!("@{}", key(&figure, Some(12))));
        assert_eq!(cited, Some(Cited { subject: Subject::Figure(figure), edition: Some(12) }));
    }

    #[test]
    fn anything_else_after_an_at_is_no_key_of_ours() {
        for words in ["@smith2020", "@pool.e", "@pool.e0", "@pool.e03", "@Pool.e3", "@.e3", "pool.e3"] {
            assert_eq!(Cited::from_key(words), None, "{words}");
        }
    }
}
