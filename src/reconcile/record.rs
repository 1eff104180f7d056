//! The record: a dataset together with what has been worked out from it. Rules read this and nothing else.

use super::{Lineage, Standings};
use crate::model::{Dataset, Figure, FigureId, QuantityKind};

/// A dataset, the lineage of its figures and their standings.
#[derive(Debug, Clone)]
pub struct Record {
    dataset: Dataset,
    lineage: Lineage,
    standings: Standings,
}

impl Record {
    /// Works out the record of a dataset.
    #[must_use]
    pub fn new(dataset: Dataset) -> Self {
        let lineage = Lineage::of(&dataset);
        let standings = Standings::of(&dataset, &lineage);
        Self { dataset, lineage, standings }
    }

    /// The dataset.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// Which figure repeats which.
    #[must_use]
    pub fn lineage(&self) -> &Lineage {
        &self.lineage
    }

    /// How the figures stand.
    #[must_use]
    pub fn standings(&self) -> &Standings {
        &self.standings
    }

    /// The figure that this one repeats, if any.
    #[must_use]
    pub fn origin(&self, figure: &Figure) -> Option<&Figure> {
        self.lineage.origin(figure, &self.dataset)
    }

    /// The first figure in the chain of repetition.
    #[must_use]
    pub fn root<'a>(&'a self, figure: &'a Figure) -> &'a Figure {
        self.lineage.root(figure, &self.dataset)
    }

    /// The figures that repeat this one, directly.
    pub fn repetitions<'a>(&'a self, figure: &'a Figure) -> impl Iterator<Item = &'a Figure> {
        self.lineage.repetitions(figure, &self.dataset)
    }

    /// A figure by its id.
    #[must_use]
    pub fn figure(&self, id: &FigureId) -> Option<&Figure> {
        self.dataset.figure(id)
    }

    /// What kind of number a figure is; a count where its measure is not declared.
    #[must_use]
    pub fn kind(&self, figure: &Figure) -> QuantityKind {
        self.dataset.measure(&figure.key.measure).map_or(QuantityKind::Count, |measure| measure.quantity)
    }
}
