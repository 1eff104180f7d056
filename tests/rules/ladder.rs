//! The verification ladder: what a body says of a figure, and how the figure stands from then on.

use crate::expected;
use crate::repository::{Case, cases};
use onrecord::model::PositionStance;
use onrecord::reconcile::{Evidence, Standing, Status};
use std::collections::BTreeSet;

fn ladder() -> Vec<Case> {
    let cases: Vec<Case> = cases().into_iter().filter(|case| case.folder == "ladder").collect();
    assert!(!cases.is_empty(), "no case was found");
    cases
}

#[test]
fn the_standing_of_every_figure_is_as_expected() {
    for case in ladder() {
        let (record, _) = case.record();
        let mut text = String::new();
        for figure in record.dataset().figures() {
            let standing = record.standings().standing(figure);
            text.push_str(&format!("{} “{}”: {}\n", figure.id, figure.reported, standing.name()));
            for step in record.standings().history(figure) {
                let evidence = match &step.evidence {
                    Evidence::Position(id) => format!("position {id}"),
                    Evidence::OwnFigure(id) => format!("own figure {id}"),
                };
                let date = step.date.map_or("date not known".to_owned(), |date| date.to_string());
                text.push_str(&format!(
                    "  {date} {evidence}: {}\n    {}\n",
                    step.status.words(),
                    step.outcome()
                ));
            }
        }
        expected::holds(&case, &text);
    }
}

#[test]
fn every_rung_is_stood_on() {
    let records: Vec<_> = ladder().iter().map(|case| case.record().0).collect();
    let standings = records.iter().flat_map(|record| {
        record.dataset().figures().iter().map(|figure| record.standings().standing(figure))
    });
    let stood_on: BTreeSet<Standing> = standings.collect();
    let verified = [
        Status::Confirmed,
        Status::PartlyConfirmed,
        Status::Unconfirmed,
        Status::Contradicted,
        Status::Superseded,
        Status::Withdrawn,
    ]
    .map(Standing::Verified);
    let others = [Standing::Derived, Standing::CalledFor, Standing::NotAvailable];
    assert_eq!(stood_on, verified.into_iter().chain(others).collect());
}

#[test]
fn every_stance_on_a_figure_is_taken() {
    let taken: BTreeSet<PositionStance> = ladder()
        .iter()
        .flat_map(|case| case.record().0.dataset().positions().map(|p| p.stance).collect::<Vec<_>>())
        .collect();
    let on_measures =
        [PositionStance::NotHeld, PositionStance::NotHeldCentrally, PositionStance::CostRefused];
    let on_figures = PositionStance::ALL.into_iter().filter(|stance| !on_measures.contains(stance));
    assert_eq!(taken, on_figures.collect());
}
