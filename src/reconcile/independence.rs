//! What is no evidence of its own: sources that share one text, and figures worked out from others.

use crate::model::{Asserted, Basis, BodyId, Dataset, Figure, FigureId, Source, SourceId, SourceKind};
use crate::period::PartialDate;
use std::collections::BTreeMap;

/// Which sources share one text, and which figures are worked out from which.
#[derive(Debug, Clone, Default)]
pub struct Independence {
    /// Each source that shares its text, with the first of those that share it.
    lead: BTreeMap<SourceId, SourceId>,
    /// The figures that a figure is said to be worked out from.
    from: BTreeMap<FigureId, Vec<FigureId>>,
}

impl Independence {
    /// Works out both for a dataset.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        Self { lead: leads(dataset), from: worked_out(dataset) }
    }

    /// The first of the sources that share this one's text: the source itself where it shares none.
    #[must_use]
    pub fn lead<'a>(&'a self, source: &'a SourceId) -> &'a SourceId {
        self.lead.get(source).unwrap_or(source)
    }

    /// The other sources that share a source's text, by id.
    pub fn sharing<'a>(&'a self, source: &'a SourceId) -> impl Iterator<Item = &'a SourceId> {
        let lead = self.lead.get(source);
        let alike = move |(id, of): &(&SourceId, &SourceId)| Some(*of) == lead && *id != source;
        self.lead.iter().filter(alike).map(|(id, _)| id)
    }

    /// The figure is worked out from others, so that it adds no evidence to them.
    #[must_use]
    pub fn is_derived(&self, figure: &Figure) -> bool {
        figure.basis == Basis::Derived || self.from.contains_key(&figure.id)
    }

    /// The figures that a figure is said to be worked out from; none where no source says.
    #[must_use]
    pub fn worked_out_from(&self, figure: &Figure) -> &[FigureId] {
        self.from.get(&figure.id).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Where a reply is kept as several sources, it is one reply: one body, kind, reference and date.
type Reply<'a> = (&'a BodyId, SourceKind, String, PartialDate);

fn reply(source: &Source) -> Option<Reply<'_>> {
    let reference = source.reference.as_deref()?.trim().to_lowercase();
    Some((source.body.as_ref()?, source.kind, reference, source.public_date()?))
}

fn leads(dataset: &Dataset) -> BTreeMap<SourceId, SourceId> {
    let mut groups = Groups::default();
    let mut replies: BTreeMap<Reply<'_>, &SourceId> = BTreeMap::new();
    for source in dataset.sources() {
        let named = source.grouped_with.iter().filter(|id| dataset.source(id).is_some());
        named.for_each(|other| groups.join(&source.id, other));
        if let Some(reply) = reply(source) {
            let first = *replies.entry(reply).or_insert(&source.id);
            if *first != source.id {
                groups.join(&source.id, first);
            }
        }
    }
    let groups = groups.all().into_values().filter(|ids| ids.len() > 1);
    groups
        .filter_map(|ids| Some((first(dataset, &ids)?, ids)))
        .flat_map(|(lead, ids)| ids.into_iter().map(move |id| (id.clone(), lead.clone())))
        .collect()
}

/// The source that was public first.
fn first<'a>(dataset: &Dataset, ids: &[&'a SourceId]) -> Option<&'a SourceId> {
    let date = |id: &SourceId| dataset.source(id).and_then(Source::public_date);
    ids.iter().copied().min_by_key(|id| (date(id).is_none(), date(id), *id))
}

/// Sources joined into groups: each points to one nearer to the head of its group.
#[derive(Default)]
struct Groups<'a> {
    next: BTreeMap<&'a SourceId, &'a SourceId>,
}

impl<'a> Groups<'a> {
    fn join(&mut self, one: &'a SourceId, other: &'a SourceId) {
        let (one, other) = (self.head(one), self.head(other));
        // The lesser id is the head, so that the order of joining changes nothing and no circle comes about.
        self.next.insert(one.max(other), one.min(other));
        self.next.insert(one.min(other), one.min(other));
    }

    /// The head of a source's group; what was passed on the way then points to it at once.
    fn head(&mut self, source: &'a SourceId) -> &'a SourceId {
        let mut passed = Vec::new();
        let mut at = source;
        while let Some(next) = self.next.get(at).copied().filter(|next| *next != at) {
            passed.push(at);
            at = next;
        }
        passed.into_iter().for_each(|id| {
            self.next.insert(id, at);
        });
        at
    }

    fn all(mut self) -> BTreeMap<&'a SourceId, Vec<&'a SourceId>> {
        let ids: Vec<&SourceId> = self.next.keys().copied().collect();
        let mut groups: BTreeMap<&SourceId, Vec<&SourceId>> = BTreeMap::new();
        for id in ids {
            groups.entry(self.head(id)).or_default().push(id);
        }
        groups
    }
}

fn worked_out(dataset: &Dataset) -> BTreeMap<FigureId, Vec<FigureId>> {
    let mut from = BTreeMap::new();
    for relation in dataset.relations() {
        if let Some((result, operands)) = calculation(dataset, &relation.asserted) {
            from.entry(result.clone()).or_insert_with(|| operands.into_iter().cloned().collect());
        }
    }
    from
}

/// What a relation says is worked out, and from what. A table's own total is counted with its parts; a total that
/// one source adds up from the figures of others is not.
fn calculation<'a>(dataset: &Dataset, asserted: &'a Asserted) -> Option<(&'a FigureId, Vec<&'a FigureId>)> {
    let source = |id: &FigureId| dataset.figure(id).map(|figure| &figure.source);
    let elsewhere =
        |total: &FigureId, parts: &[FigureId]| parts.iter().all(|part| source(part) != source(total));
    Some(match asserted {
        Asserted::Sum { total, parts } if elsewhere(total, parts) => (total, parts.iter().collect()),
        Asserted::Difference { result, from, less } => (result, vec![from, less]),
        Asserted::Ratio { numerator, denominator, result } => (result, vec![numerator, denominator]),
        Asserted::Share { part: Some(part), whole, result } => (result, vec![part, whole]),
        Asserted::Change { new, old: Some(old), change } => (change, vec![new, old]),
        Asserted::Multiple { base, factor: Some(factor), result } => (result, vec![base, factor]),
        Asserted::Sum { .. }
        | Asserted::PartOf { .. }
        | Asserted::Separate { .. }
        | Asserted::Share { part: None, .. }
        | Asserted::Change { old: None, .. }
        | Asserted::Multiple { factor: None, .. }
        | Asserted::Complement { .. }
        | Asserted::Cumulative { .. } => return None,
    })
}
