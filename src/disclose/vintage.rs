//! One state of the record as an attacker reads it: which counts are kept back, what is claimed of each, and rows that
//! tie them together.

use super::policy::{Guard, is_withheld};
use super::subject::Subject;
use crate::constraint::{Limits, Sense, Statement, StatementId, Variable, Wholeness};
use crate::model::{Disclosure, Figure, FigureId};
use crate::quantity::{Alpha, End, Interval, Rational};
use crate::reconcile::Record;
use crate::withheld::Span;
use std::collections::{BTreeMap, BTreeSet};

/// A state of the record that was or will be published.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vintage<'a> {
    /// The edition; none for the record as it stands.
    pub(super) edition: Option<u32>,
    pub(super) record: &'a Record,
}

/// What is public of a quantity of a vintage.
#[derive(Debug, Clone, Default)]
pub(super) struct Held {
    pub(super) subjects: BTreeSet<Subject>,
    /// The figures of it that are kept back.
    pub(super) kept_back: Vec<FigureId>,
    /// The figures that print it.
    pub(super) printed: Vec<FigureId>,
    /// What they claim, at the sharpest reading first.
    pub(super) claimed: [Claimed; 3],
    /// The threshold, where it is a count of people.
    pub(super) threshold: Option<i64>,
    /// No total of anything.
    pub(super) is_inner: bool,
}

/// What all claims of a quantity leave of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Claimed {
    /// Nothing is claimed.
    #[default]
    Nothing,
    /// It lies in this span.
    Within(Span),
    /// The claims contradict one another.
    Contradictory,
}

impl Claimed {
    fn and(self, claim: Span) -> Self {
        match self {
            Self::Nothing => Self::Within(claim),
            Self::Within(known) => known.meet(&claim).map_or(Self::Contradictory, Self::Within),
            Self::Contradictory => Self::Contradictory,
        }
    }

    /// What may be, where that is not contradictory.
    pub(super) fn span(self) -> Span {
        match self {
            Self::Within(span) => span,
            Self::Nothing | Self::Contradictory => Span::UNKNOWN,
        }
    }
}

/// A row over quantities of a vintage.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tied {
    pub(super) terms: Vec<(Variable, i64)>,
    pub(super) least: Option<i64>,
    pub(super) most: Option<i64>,
    /// A percentage or quotient that ties them, by a figure of it.
    pub(super) by: Option<FigureId>,
}

/// All that an attacker reads in a vintage around what is kept back.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    pub(super) held: BTreeMap<Variable, Held>,
    pub(super) rows: Vec<Tied>,
}

impl<'a> Vintage<'a> {
    /// The figures of counts of people that are kept back.
    pub(super) fn kept_back(&self, policy: &'a Disclosure) -> impl Iterator<Item = &'a Figure> + use<'a> {
        let dataset = self.record.dataset();
        dataset.measures().flat_map(move |measure| {
            let guard = Guard::of(measure, policy);
            let figures = dataset.figures_of(&measure.id).iter();
            let figures = figures.filter(|figure| figure.basis.states_a_fact());
            figures.filter(move |figure| guard.is_some_and(|guard| guard.keeps_back(figure.reading())))
        })
    }

    /// What an attacker reads, in the parts of the network where one of these subjects is.
    pub(super) fn sheet(&self, wanted: &BTreeSet<Subject>, policy: &Disclosure) -> Sheet {
        let (dataset, network) = (self.record.dataset(), self.record.network());
        let mut held: BTreeMap<Variable, Held> = BTreeMap::new();
        for figure in dataset.figures() {
            let Some(measure) = dataset.measure(&figure.key.measure) else { continue };
            if let Some(variable) = network.variable(dataset, figure) {
                let guard = Guard::of(measure, policy);
                held.entry(variable).or_default().take(figure, Subject::of(figure, measure), guard, measure);
            }
        }
        let mut sheet = Sheet::default();
        for part in network.system().components() {
            let variables: BTreeSet<Variable> =
                part.iter().flat_map(|id| network.variables_of(*id)).collect();
            let here = |variable: &&Variable| {
                held.get(variable)
                    .is_some_and(|held| held.subjects.iter().any(|subject| wanted.contains(subject)))
            };
            if variables.iter().any(|variable| here(&variable)) {
                Reading { vintage: *self, part: &part }.read(&variables, &mut sheet);
            }
        }
        for (variable, held) in held {
            let wanted = held.subjects.iter().any(|subject| wanted.contains(subject));
            match sheet.held.get_mut(&variable) {
                Some(read) => *read = Held { claimed: read.claimed, ..held },
                None if wanted => drop(sheet.held.insert(variable, held)),
                None => {}
            }
        }
        sheet
    }
}

impl Held {
    /// What is claimed at a level, the sharpest first.
    pub(super) fn at(&self, level: usize) -> Claimed {
        self.claimed.get(level).copied().unwrap_or_default()
    }

    fn take(
        &mut self,
        figure: &Figure,
        subject: Subject,
        guard: Option<Guard>,
        measure: &crate::model::Measure,
    ) {
        self.is_inner = subject.is_inner(measure);
        self.subjects.insert(subject);
        self.threshold = self.threshold.max(guard.map(|guard| guard.threshold));
        if guard.is_some_and(|guard| guard.keeps_back(figure.reading())) {
            self.kept_back.push(figure.id.clone());
        } else if !is_withheld(figure.reading()) && figure.reading().amount().is_some() {
            self.printed.push(figure.id.clone());
        }
    }
}

/// A part of a network as it is read.
struct Reading<'a> {
    vintage: Vintage<'a>,
    part: &'a [StatementId],
}

/// More statements than this, and what they imply for a percentage is not worked out.
const MOST: usize = 2_000;

impl Reading<'_> {
    fn read(&self, variables: &BTreeSet<Variable>, sheet: &mut Sheet) {
        let whole = |variable: &Variable| self.is_whole(*variable);
        for variable in variables.iter().filter(|variable| whole(variable)) {
            sheet.held.entry(*variable).or_default();
        }
        let system = self.vintage.record.network().system();
        for id in self.part {
            match system.statement(*id) {
                Some(Statement::Claim { on, readings }) if self.is_whole(*on) => {
                    let Some(held) = sheet.held.get_mut(on) else { continue };
                    let sharpest = readings.first();
                    for (slot, alpha) in held.claimed.iter_mut().zip(Alpha::ALL) {
                        let Some(claim) = sharpest.and_then(|cuts| span(cuts.at(alpha))) else { continue };
                        *slot = slot.and(claim);
                    }
                }
                Some(Statement::Claim { .. }) | None => {}
                Some(statement) => sheet.rows.extend(self.rows(statement)),
            }
        }
    }

    fn is_whole(&self, variable: Variable) -> bool {
        let domain = self.vintage.record.network().system().domain(variable);
        domain.is_some_and(|(_, wholeness)| wholeness == Wholeness::Whole)
    }

    /// What everything in the part implies for a quantity that is no count.
    fn implied(&self, variable: Variable) -> Option<Interval> {
        let system = self.vintage.record.network().system();
        let own: Vec<StatementId> = self
            .part
            .iter()
            .filter(|id| {
                self.part.len() <= MOST
                    || matches!(system.statement(**id), Some(Statement::Claim { on, .. }) if *on == variable)
            })
            .copied()
            .collect();
        system.implied(&own, variable, Alpha::Typical, &Limits::default())
    }

    fn rows(&self, statement: &Statement) -> Vec<Tied> {
        match statement {
            Statement::Claim { .. } => Vec::new(),
            Statement::Linear { terms, sense, constant } => {
                self.linear(terms, *sense, constant).into_iter().collect()
            }
            Statement::Product { product, left, right, slack } => {
                let (factor, of) = if self.is_whole(*left) { (*right, *left) } else { (*left, *right) };
                self.between([*product, of], factor, &Rational::from(1), slack)
            }
            Statement::Percentage { part, whole, percent, .. } => {
                self.between([*part, *whole], *percent, &Rational::from(100), &Rational::from(0))
            }
        }
    }

    /// `lo · of ≤ by · made ≤ hi · of`, give or take a slack.
    fn between(
        &self,
        [made, of]: [Variable; 2],
        factor: Variable,
        by: &Rational,
        slack: &Rational,
    ) -> Vec<Tied> {
        let between_counts = self.is_whole(made) && self.is_whole(of);
        let Some(implied) = self.implied(factor).filter(|_| between_counts) else { return Vec::new() };
        let record = self.vintage.record;
        let figure = record.network().example(record.dataset(), factor).map(|figure| figure.id.clone());
        let side = |end: &End, sign: i64| {
            let end = end.value()?;
            let sign = Rational::from(sign);
            let row = row(&[(made, by * &sign), (of, -(end * &sign))], None, Some(slack))?;
            Some(Tied { by: figure.clone(), ..row })
        };
        [side(implied.hi(), 1), side(implied.lo(), -1)].into_iter().flatten().collect()
    }

    /// A linear statement over counts; what is no count in it is left within what is implied for it.
    fn linear(&self, terms: &[(Variable, Rational)], sense: Sense, constant: &Rational) -> Option<Tied> {
        let (mut least, mut most) = (Some(constant.clone()), Some(constant.clone()));
        let mut counts = Vec::new();
        for (variable, weight) in terms {
            if self.is_whole(*variable) {
                counts.push((*variable, weight.clone()));
                continue;
            }
            let implied = self.implied(*variable)?;
            let (lo, hi) = (implied.lo().value(), implied.hi().value());
            let (low, high) = if weight.signum() > 0 { (lo, hi) } else { (hi, lo) };
            least = least.zip(high).map(|(end, high)| end - weight * high);
            most = most.zip(low).map(|(end, low)| end - weight * low);
        }
        let least = least.filter(|_| sense == Sense::Equal);
        row(&counts, least.as_ref(), most.as_ref())
    }
}

/// A row in whole numbers: multiplied up, and widened by less than one where six decimals do not do.
fn row(terms: &[(Variable, Rational)], least: Option<&Rational>, most: Option<&Rational>) -> Option<Tied> {
    if terms.is_empty() || (least.is_none() && most.is_none()) {
        return None;
    }
    let numbers = terms.iter().map(|(_, weight)| weight).chain(least).chain(most);
    let places = numbers.map(|number| number.decimal_places().unwrap_or(6)).max().unwrap_or_default().min(6);
    let by = Rational::pow10(i32::try_from(places).unwrap_or_default());
    let weight = |weight: &Rational| {
        let scaled = weight * &by;
        // Rounded so that the row holds of every filling of which the exact one holds: down for "at most".
        whole(&scaled.floor())
    };
    let terms: Option<Vec<(Variable, i64)>> =
        terms.iter().map(|(variable, w)| Some((*variable, weight(w)?))).collect();
    let end = |end: Option<&Rational>, up: bool| {
        end.and_then(|end| {
            let scaled = end * &by;
            whole(&if up { scaled.ceil() } else { scaled.floor() })
        })
    };
    Some(Tied { terms: terms?, least: end(least, false), most: end(most, true), by: None })
}

/// The whole numbers in an interval that are not below zero; none where there is none.
pub(super) fn span(interval: &Interval) -> Option<Span> {
    let least = match interval.lo() {
        End::Unbounded => 0,
        End::Closed(lo) => whole(&lo.ceil())?,
        End::Open(lo) => whole(&lo.floor())?.checked_add(1)?,
    };
    let most = match interval.hi() {
        End::Unbounded => None,
        End::Closed(hi) => Some(whole(&hi.floor())?),
        End::Open(hi) => Some(whole(&hi.ceil())?.checked_sub(1)?),
    };
    let least = least.max(0);
    most.is_none_or(|most| least <= most).then_some(Span { least, most })
}

fn whole(value: &Rational) -> Option<i64> {
    value.is_integer().then(|| value.to_decimal(0).parse().ok()).flatten()
}
