//! Building the network of a dataset, measure by measure, then the relations that sources assert across measures.

use super::super::agreement::readings;
use super::super::{Lineage, Roundings, Standings, Status, weight};
use super::quantity::Quantity;
use super::{Network, Stated, Tie, asserted, codes, orders, periods};
use crate::constraint::{Doubt, Sense, Statement, StatementId, Variable, Wholeness};
use crate::model::{Additivity, Dataset, Figure, FigureId, Measure, QuantityKind};
use crate::quantity::{Cuts, Interval, NoValue, Rational};
use std::collections::BTreeMap;

/// The variables of one measure, by what they are of.
pub(super) type Variables<'a> = BTreeMap<Quantity<'a>, Variable>;

/// A network being built.
pub(super) struct Builder<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) lineage: &'a Lineage,
    pub(super) standings: &'a Standings,
    roundings: &'a Roundings,
    network: Network,
}

impl Network {
    /// The network of a dataset.
    #[must_use]
    pub fn of(dataset: &Dataset, lineage: &Lineage, standings: &Standings, roundings: &Roundings) -> Self {
        let network = Self { of_figure: vec![None; dataset.figures().len()], ..Self::default() };
        let mut builder = Builder { dataset, lineage, standings, roundings, network };
        for measure in dataset.measures() {
            builder.add_measure(measure);
        }
        asserted::add(&mut builder);
        let mut network = builder.network;
        network.index();
        network
    }

    fn index(&mut self) {
        let mut touching = vec![Vec::new(); self.first_figure.len()];
        for id in self.system.statements() {
            for variable in self.variables_of(id) {
                if let Some(about) = touching.get_mut(variable.index()) {
                    about.push(id);
                }
            }
        }
        self.touching = touching;
    }
}

impl<'a> Builder<'a> {
    fn add_measure(&mut self, measure: &'a Measure) {
        let mut variables = Variables::new();
        let figures = self.dataset.figures_of(&measure.id);
        let Some(start) = figures.first().and_then(|first| self.dataset.place_of(&first.id)) else { return };
        for (place, figure) in (start..).zip(figures) {
            if !figure.basis.states_a_fact() || self.is_history(figure) {
                continue;
            }
            let quantity = Quantity::of(figure, measure, self.lineage);
            let variable = match variables.get(&quantity) {
                Some(known) => *known,
                None => {
                    let new = self.variable(measure, figure, place);
                    variables.insert(quantity, new);
                    new
                }
            };
            self.set(place, variable);
            if figure.reading().no_value().is_some_and(NoValue::is_never_worked_out) {
                self.network.withheld.insert(variable);
            }
        }
        for (place, figure) in (start..).zip(figures) {
            self.claim(place, figure);
        }
        if measure.quantity == QuantityKind::Count || measure.quantity == QuantityKind::Amount {
            periods::add(self, measure, &variables);
            codes::add(self, measure, &variables);
            orders::add(self, measure, &variables);
        }
    }

    /// What its body has replaced or taken back is history (spec A10.10).
    pub(super) fn is_history(&self, figure: &Figure) -> bool {
        matches!(self.standings.status(figure), Status::Superseded | Status::Withdrawn)
    }

    fn variable(&mut self, measure: &Measure, figure: &Figure, place: usize) -> Variable {
        use super::super::Scale;
        let form = figure.reading().amount().map(|amount| Scale::of(amount.form(), measure.quantity));
        let of_the_measure = form.is_none_or(|scale| scale == Scale::OfTheMeasure);
        let domain = match (of_the_measure, measure.quantity) {
            (true, QuantityKind::Amount) => Interval::all(),
            (true, _) => Interval::at_least(Rational::from(0)),
            (false, _) => Interval::all(),
        };
        let whole = of_the_measure && measure.quantity == QuantityKind::Count && counts_whole(figure);
        let wholeness = if whole { Wholeness::Whole } else { Wholeness::Divisible };
        self.network.first_figure.push(place);
        self.network.system.variable(domain, wholeness)
    }

    fn set(&mut self, place: usize, variable: Variable) {
        if let Some(slot) = self.network.of_figure.get_mut(place) {
            *slot = Some(variable);
        }
    }

    /// States what a figure says of its variable, unless a figure that it repeats says so already.
    fn claim(&mut self, place: usize, figure: &Figure) {
        let Some(on) = self.network.of_figure.get(place).copied().flatten() else { return };
        if self.repeats_one_of(figure, on) {
            return;
        }
        self.state_claim(place, figure, on);
    }

    fn state_claim(&mut self, place: usize, figure: &Figure, on: Variable) {
        let kind = self.kind(figure);
        let readings: Vec<Cuts> =
            self.roundings.values(figure, kind).map(|value| value.cuts.into_owned()).collect();
        if !readings.is_empty() {
            let doubt = Doubt::Weighs(self.weight(figure));
            self.state(Statement::Claim { on, readings }, doubt, Stated::Figure(place));
        }
    }

    fn repeats_one_of(&self, figure: &Figure, variable: Variable) -> bool {
        let mut at = figure;
        // Circles of repetition are refused on loading; the bound only makes sure of an end.
        for _ in 0..self.dataset.sources().len() {
            let Some(origin) = self.lineage.origin(at, self.dataset) else { return false };
            if self.network.variable(self.dataset, origin) == Some(variable) {
                return true;
            }
            at = origin;
        }
        false
    }

    /// The variable of a figure that a relation names. A demand has one of its own.
    pub(super) fn operand(&mut self, id: &FigureId) -> Option<Variable> {
        let place = self.dataset.place_of(id)?;
        let figure = self.dataset.figures().get(place)?;
        if let Some(known) = self.network.of_figure.get(place).copied().flatten() {
            return Some(known);
        }
        let measure = self.dataset.measure(&figure.key.measure)?;
        let new = self.variable(measure, figure, place);
        self.set(place, new);
        self.state_claim(place, figure, new);
        Some(new)
    }

    /// A quantity that no figure reports, described by one that is like it.
    pub(super) fn unreported(&mut self, like: Variable, domain: Interval) -> Variable {
        let place = self.network.first_figure.get(like.index()).copied().unwrap_or_default();
        self.network.first_figure.push(place);
        self.network.system.variable(domain, Wholeness::Divisible)
    }

    /// The part of a whole that no figure counts.
    pub(super) fn uncounted_part(&mut self, whole: Variable) -> Variable {
        let place = self.network.first_figure.get(whole.index()).copied().unwrap_or_default();
        self.network.first_figure.push(place);
        let wholeness = if self.is_whole(whole) { Wholeness::Whole } else { Wholeness::Divisible };
        self.network.system.variable(Interval::at_least(Rational::from(0)), wholeness)
    }

    pub(super) fn kind(&self, figure: &Figure) -> QuantityKind {
        self.dataset.measure(&figure.key.measure).map_or(QuantityKind::Count, |measure| measure.quantity)
    }

    fn weight(&self, figure: &Figure) -> u32 {
        self.dataset.source(&figure.source).map_or(1, |source| weight(source.kind))
    }

    pub(super) fn is_whole(&self, variable: Variable) -> bool {
        self.network.system.domain(variable).is_some_and(|(_, whole)| whole == Wholeness::Whole)
    }

    pub(super) fn state(&mut self, statement: Statement, doubt: Doubt, stated: Stated) -> StatementId {
        self.network.stated.push(stated);
        self.network.system.state(statement, doubt)
    }

    /// States that parts make up a whole, or lie within it.
    pub(super) fn tie(&mut self, tie: Tie, whole: Variable, parts: &[Variable], doubt: Doubt) {
        let one = Rational::from(1);
        let terms = parts.iter().map(|part| (*part, one.clone())).chain([(whole, -&one)]).collect();
        let sense = if tie.adds_up() { Sense::Equal } else { Sense::AtMost };
        let statement = Statement::Linear { terms, sense, constant: Rational::from(0) };
        let variables = std::iter::once(whole).chain(parts.iter().copied()).collect();
        self.state(statement, doubt, Stated::Inferred(tie, variables));
    }
}

/// Staff are counted in full-time equivalents too: a number with a fraction says that its measure is not of whole units.
fn counts_whole(figure: &Figure) -> bool {
    readings(figure).all(|amount| amount.cuts().support().as_point().is_none_or(Rational::is_integer))
}

/// Whether parts of the measure add up.
pub(super) fn adds_up(measure: &Measure) -> bool {
    measure.additivity == Additivity::AddsUp
}

/// Parts can be no larger than their whole only where nothing counts below zero.
pub(super) fn is_never_negative(measure: &Measure) -> bool {
    measure.quantity == QuantityKind::Count
}
