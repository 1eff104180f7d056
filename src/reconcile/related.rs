//! Which relations speak of which figure.

use crate::model::{Asserted, Dataset, Figure, FigureId, Relation, RelationId};
use std::collections::{BTreeMap, BTreeSet};

/// For each figure, the relations that hold groups apart, within one another, or add them up.
#[derive(Debug, Clone, Default)]
pub(super) struct Related {
    by_figure: BTreeMap<FigureId, Vec<RelationId>>,
}

/// Figures of one group whose relations are looked at.
const MOST_ALIKE: usize = 100;

impl Related {
    pub(super) fn of(dataset: &Dataset) -> Self {
        let mut by_figure: BTreeMap<FigureId, Vec<RelationId>> = BTreeMap::new();
        for relation in dataset.relations().filter(|relation| is_of_groups(&relation.asserted)) {
            for id in relation.asserted.figures() {
                by_figure.entry(id.clone()).or_default().push(relation.id.clone());
            }
        }
        Self { by_figure }
    }

    /// The relations of a figure and of the others of its measure and breakdown, each once.
    pub(super) fn relations<'a>(&self, dataset: &'a Dataset, figure: &Figure) -> Vec<&'a Relation> {
        if self.by_figure.is_empty() {
            return Vec::new();
        }
        let alike = dataset.figures_alike(&figure.key).iter().take(MOST_ALIKE);
        let ids: BTreeSet<&RelationId> =
            alike.filter_map(|figure| self.by_figure.get(&figure.id)).flatten().collect();
        ids.into_iter().filter_map(|id| dataset.relation(id)).collect()
    }
}

fn is_of_groups(asserted: &Asserted) -> bool {
    matches!(asserted, Asserted::PartOf { .. } | Asserted::Separate { .. } | Asserted::Sum { .. })
}
