//! The record: a dataset together with what has been worked out from it. Rules read this and nothing else.

use super::{
    Agreement, Disagreements, Independence, Lineage, Network, Rounding, Roundings, Standings, Value,
    agreement::held_together, related::Related,
};
use crate::model::{Dataset, Figure, FigureId, QuantityKind, Relation};
use crate::quantity::{Rational, print};
use std::sync::OnceLock;

/// A dataset, the lineage of its figures, their standings, and what is no evidence of its own.
#[derive(Debug, Clone)]
pub struct Record {
    dataset: Dataset,
    roundings: Roundings,
    lineage: Lineage,
    standings: Standings,
    /// Worked out when first asked for: pages of an old edition need neither.
    network: OnceLock<Network>,
    disagreements: OnceLock<Disagreements>,
    independence: Independence,
    related: Related,
}

impl Record {
    /// Works out the record of a dataset.
    #[must_use]
    pub fn new(dataset: Dataset) -> Self {
        let roundings = Roundings::of(&dataset);
        let lineage = Lineage::of(&dataset, &roundings);
        let standings = Standings::of(&dataset, &lineage, &roundings);
        let independence = Independence::of(&dataset);
        let related = Related::of(&dataset);
        Self {
            dataset,
            roundings,
            lineage,
            standings,
            network: OnceLock::new(),
            disagreements: OnceLock::new(),
            independence,
            related,
        }
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

    /// The quantities on record and what ties them together.
    #[must_use]
    pub fn network(&self) -> &Network {
        self.network
            .get_or_init(|| Network::of(&self.dataset, &self.lineage, &self.standings, &self.roundings))
    }

    /// Where the network cannot hold.
    #[must_use]
    pub fn disagreements(&self) -> &Disagreements {
        self.disagreements.get_or_init(|| self.network().disagreements())
    }

    /// The rounding inferred for whole columns of figures.
    #[must_use]
    pub fn roundings(&self) -> &Roundings {
        &self.roundings
    }

    /// The rounding inferred for a figure, where its source does not say how its figures are rounded.
    #[must_use]
    pub fn rounding(&self, figure: &Figure) -> Option<Rounding> {
        self.roundings.of_figure(figure)
    }

    /// What a figure says on the scale of its measure, on the likeliest reading of its words and with the rounding
    /// inferred for its column. None where it has no value.
    #[must_use]
    pub fn value<'a>(&self, figure: &'a Figure) -> Option<Value<'a>> {
        figure.reading().amount().and_then(|_| self.values(figure).next())
    }

    /// The same for every reading of its words, the likeliest first.
    pub fn values<'a>(&self, figure: &'a Figure) -> impl Iterator<Item = Value<'a>> {
        self.roundings.values(figure, self.kind(figure))
    }

    /// How two figures agree, on the readings that agree best, on the scale of the first one's measure.
    #[must_use]
    pub fn held_together(&self, a: &Figure, b: &Figure) -> Option<Agreement> {
        held_together(a, b, self.kind(a), &self.roundings)
    }

    /// What is assumed of figures whose rounding is inferred, once for each source: “that the figures of … are
    /// rounded to 10, as all 24 of them are multiples of it”.
    #[must_use]
    pub fn rounding_assumed<'a>(&self, figures: impl IntoIterator<Item = &'a Figure>) -> Vec<String> {
        let mut assumed = Vec::new();
        for figure in figures {
            let Some(rounding) = self.rounding(figure) else { continue };
            let source = self.dataset.source(&figure.source);
            let words = format!(
                "that the figures of {} are rounded to {}, as all {} of them are multiples of it",
                source.map_or(figure.source.as_str(), |source| &source.title),
                print::number(&Rational::from(i64::from(rounding.base()))),
                rounding.figures(),
            );
            if !assumed.contains(&words) {
                assumed.push(words);
            }
        }
        assumed
    }

    /// Which sources share one text, and which figures are worked out from others.
    #[must_use]
    pub fn independence(&self) -> &Independence {
        &self.independence
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

    /// The relations that hold a figure's group apart from others, within another, or add it up.
    pub(super) fn relations_of_groups(&self, figure: &Figure) -> Vec<&Relation> {
        self.related.relations(&self.dataset, figure)
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
