//! Verification status: what the bodies concerned have said of a figure, step by step.

use super::ladder::{Effect, Ground, after, given, same_thing};
use super::published::Published;
use super::{Lineage, Roundings};
use crate::model::{
    Basis, BodyId, Dataset, Figure, FigureId, Position, PositionId, PositionStance, Source, SourceId,
};
use crate::period::PartialDate;
use std::collections::{BTreeMap, BTreeSet};

/// How far a figure is verified. Only the responsible body's word moves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Published or confirmed by the responsible body.
    Confirmed,
    /// Confirmed in part, or by a hedged figure that agrees.
    PartlyConfirmed,
    /// Not confirmed.
    Unconfirmed,
    /// The body says it is not right, or gives a figure that cannot agree.
    Contradicted,
    /// Replaced by a newer figure of the body's own.
    Superseded,
    /// Taken back by the body.
    Withdrawn,
}

impl Status {
    /// The status in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::PartlyConfirmed => "partly confirmed",
            Self::Unconfirmed => "not confirmed",
            Self::Contradicted => "contradicted",
            Self::Superseded => "superseded",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// How a figure stands: its verification status, or why it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A reported value with its verification status.
    Verified(Status),
    /// Worked out from other figures.
    Derived,
    /// A demand, a target or a forecast: not a measurement.
    CalledFor,
    /// No value was given.
    NotAvailable,
}

impl Standing {
    /// The standing in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Verified(status) => status.words(),
            Self::Derived => "worked out from other figures",
            Self::CalledFor => "called for, not measured",
            Self::NotAvailable => "not available",
        }
    }

    /// The stable name used in data files and style sheets.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Verified(Status::Confirmed) => "confirmed",
            Self::Verified(Status::PartlyConfirmed) => "partly-confirmed",
            Self::Verified(Status::Unconfirmed) => "unconfirmed",
            Self::Verified(Status::Contradicted) => "contradicted",
            Self::Verified(Status::Superseded) => "superseded",
            Self::Verified(Status::Withdrawn) => "withdrawn",
            Self::Derived => "derived",
            Self::CalledFor => "called-for",
            Self::NotAvailable => "not-available",
        }
    }
}

/// What moved, or might have moved, the status of a figure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// The responsible body spoke of the figure.
    Position(PositionId),
    /// The responsible body published a figure of its own for the same thing and date.
    OwnFigure(FigureId),
}

/// One step in the history of a figure's status.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// What was said.
    pub evidence: Evidence,
    /// Where it was said.
    pub source: SourceId,
    /// When it became public, if that is known.
    pub date: Option<PartialDate>,
    /// The status until then.
    pub before: Status,
    /// Why it moved the status, or did not.
    pub effect: Effect,
    /// The status from then on.
    pub status: Status,
}

impl Step {
    /// What became of the status, and why: “That neither confirms nor denies it, so the status stays ‘not confirmed’.”
    #[must_use]
    pub fn outcome(&self) -> String {
        let verb = if self.status == self.before { "stays" } else { "becomes" };
        let status = self.status.words();
        match self.effect.reason() {
            Some(reason) => format!("{reason}, so the status {verb} “{status}”."),
            None => format!("The status {verb} “{status}”."),
        }
    }
}

/// Whether the dates of some steps leave open which came first. What one source says, it says at once.
#[must_use]
pub fn order_is_open(steps: &[Step]) -> bool {
    steps.windows(2).any(|pair| match pair {
        [a, b] if a.source != b.source => match a.date.zip(b.date) {
            Some((a, b)) => a.latest() >= b.earliest(),
            None => true,
        },
        _ => false,
    })
}

/// The standing of every figure, with its history.
#[derive(Debug, Clone, Default)]
pub struct Standings {
    verified: BTreeMap<FigureId, (Status, Vec<Step>)>,
}

impl Standings {
    /// Works out the standing of every figure that has positions or a responsible body.
    #[must_use]
    pub fn of(dataset: &Dataset, lineage: &Lineage, roundings: &Roundings) -> Self {
        let published = Published::of(dataset, lineage);
        let ground = Ground { dataset, lineage, roundings, published: &published };
        let mut taken: BTreeMap<&FigureId, Vec<&Position>> = BTreeMap::new();
        for position in dataset.positions() {
            for id in &position.on {
                taken.entry(id).or_default().push(position);
            }
        }
        let mut verified = BTreeMap::new();
        for figure in dataset.figures() {
            let root = lineage.root(figure, dataset);
            let mut positions = taken.get(&root.id).cloned().unwrap_or_default();
            if root.id != figure.id {
                positions.extend(taken.get(&figure.id).into_iter().flatten());
            }
            let (status, steps) = history(ground, root, &positions);
            let status = if root.id == figure.id { status } else { handed_on(status, ground, figure, root) };
            verified.insert(figure.id.clone(), (status, steps));
        }
        Self { verified }
    }

    /// How a figure stands.
    #[must_use]
    pub fn standing(&self, figure: &Figure) -> Standing {
        match figure.basis {
            Basis::CalledFor | Basis::Target | Basis::Forecast if figure.reading().no_value().is_none() => {
                Standing::CalledFor
            }
            _ if figure.reading().no_value().is_some() => Standing::NotAvailable,
            Basis::Derived => Standing::Derived,
            Basis::Measured | Basis::Estimate | Basis::CalledFor | Basis::Target | Basis::Forecast => {
                Standing::Verified(self.status(figure))
            }
        }
    }

    /// The verification status of a figure.
    #[must_use]
    pub fn status(&self, figure: &Figure) -> Status {
        self.verified.get(&figure.id).map_or(Status::Unconfirmed, |(status, _)| *status)
    }

    /// The positions that led to the status, oldest first.
    #[must_use]
    pub fn history(&self, figure: &Figure) -> &[Step] {
        self.verified.get(&figure.id).map(|(_, steps)| steps.as_slice()).unwrap_or_default()
    }
}

fn history<'a>(ground: Ground<'a>, figure: &'a Figure, positions: &[&'a Position]) -> (Status, Vec<Step>) {
    let responsible = responsible_body(ground.dataset, figure);
    let mut status = first_status(ground.dataset, figure, responsible);
    let Some(body) = responsible else { return (status, Vec::new()) };
    let mut steps = Vec::new();
    for (date, said) in evidence(ground, figure, body, positions) {
        let before = status;
        let effect = match &said {
            Said::Position(position) => after(before, ground, figure, position),
            // Of a figure that the body has settled, a later one of its own says no more.
            Said::Own(own) if matches!(before, Status::Unconfirmed | Status::PartlyConfirmed) => {
                given(ground, figure, own)
            }
            Said::Own(_) => continue,
        };
        status = effect.status(before);
        let source = said.source().clone();
        steps.push(Step { evidence: said.name(), source, date, before, effect, status });
    }
    (status, steps)
}

/// What the status of a figure says of one that repeats it: no more than that the body's own words agree.
fn handed_on(status: Status, ground: Ground<'_>, figure: &Figure, root: &Figure) -> Status {
    match status {
        Status::Confirmed | Status::PartlyConfirmed => {
            given(ground, figure, root).status(Status::Unconfirmed).max(status)
        }
        Status::Unconfirmed | Status::Contradicted | Status::Superseded | Status::Withdrawn => status,
    }
}

enum Said<'a> {
    Position(&'a Position),
    Own(&'a Figure),
}

impl Said<'_> {
    fn name(&self) -> Evidence {
        match self {
            Self::Position(position) => Evidence::Position(position.id.clone()),
            Self::Own(figure) => Evidence::OwnFigure(figure.id.clone()),
        }
    }

    fn source(&self) -> &SourceId {
        match self {
            Self::Position(position) => &position.source,
            Self::Own(figure) => &figure.source,
        }
    }

    /// The order of what was said on one day: the more cautious last, so that it stands where the day does not tell.
    fn caution(&self) -> u8 {
        match self {
            Self::Position(position) => match position.stance {
                PositionStance::Declines
                | PositionStance::NotPublished
                | PositionStance::NotHeld
                | PositionStance::NotHeldCentrally
                | PositionStance::CostRefused => 0,
                PositionStance::Confirms => 1,
                PositionStance::PartlyConfirms => 2,
                PositionStance::ConsistentWith => 3,
                PositionStance::Denies => 4,
                PositionStance::Corrects | PositionStance::Supersedes => 5,
                PositionStance::Withdraws => 6,
            },
            Self::Own(_) => 7,
        }
    }
}

/// All that the responsible body has said of a figure, oldest first; undated words come first. A date stands at the
/// last day that it may mean.
fn evidence<'a>(
    ground: Ground<'a>,
    figure: &'a Figure,
    body: &BodyId,
    positions: &[&'a Position],
) -> Vec<(Option<PartialDate>, Said<'a>)> {
    let Ground { dataset, lineage, .. } = ground;
    let spoken: Vec<&Position> =
        positions.iter().copied().filter(|p| p.body.as_ref() == Some(body)).collect();
    // The figures that its positions name have been taken account of with these.
    let named: BTreeSet<&FigureId> =
        spoken.iter().flat_map(|position| position.value.iter().chain(&position.compared_with)).collect();
    // The body's other figures say nothing new of one that it published itself.
    let open = first_status(dataset, figure, Some(body)) == Status::Unconfirmed;
    let others = if open { ground.published.beside(figure) } else { &[] };
    let published = others
        .iter()
        .filter(|own| own.source != figure.source && !named.contains(&own.id))
        .filter(|own| first_status(dataset, own, Some(body)) == Status::Confirmed)
        .filter(|own| same_thing(ground, figure, own) && !lineage.repeats(own, figure))
        .map(|own| Said::Own(own));
    let mut all: Vec<_> = spoken
        .into_iter()
        .map(Said::Position)
        .chain(published)
        .map(|said| (dataset.source(said.source()).and_then(Source::public_date), said))
        .collect();
    all.sort_by_key(|(date, said)| (date.map(|date| date.latest()), said.caution(), said.source().clone()));
    all
}

/// The body whose word counts: the measure's, or else the one that the source speaks for.
pub(super) fn responsible_body<'a>(dataset: &'a Dataset, figure: &Figure) -> Option<&'a BodyId> {
    let measure = dataset.measure(&figure.key.measure)?;
    measure.responsible.as_ref().or_else(|| dataset.source(&figure.source)?.body.as_ref())
}

/// A figure that the responsible body itself published is confirmed; any other starts unconfirmed.
pub(super) fn first_status(dataset: &Dataset, figure: &Figure, responsible: Option<&BodyId>) -> Status {
    let published = dataset.source(&figure.source).is_some_and(|source| {
        source.kind.is_publication() && source.body.is_some() && source.body.as_ref() == responsible
    });
    if published { Status::Confirmed } else { Status::Unconfirmed }
}
