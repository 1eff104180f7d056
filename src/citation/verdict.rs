//! Whether what was cited still stands.

use super::cited::{Cited, Subject};
use crate::finding::nearest;
use crate::model::{FigureId, MeasureId};
use crate::reconcile::{Standing, Status as Verification};
use crate::revision::{Changes, Class, Event, FigureState, Lives, MeasureChange, Presence};
use serde::Serialize;

/// What became of what was cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It is as it was cited.
    Stands,
    /// It says something else now.
    Revised,
    /// It is no longer given.
    Withdrawn,
    /// Its number is withheld, or no longer has a value, and the figure still stands on the record.
    Withheld,
    /// It was not there to be cited.
    Unknown,
}

impl Status {
    /// The status in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Revised => "revised",
            Self::Withdrawn => "withdrawn",
            Self::Withheld => "withheld",
            Self::Unknown => "unknown",
        }
    }
}

/// What is to be said of a citation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Judgement {
    /// What became of it.
    pub status: Status,
    /// How the figure was reported in the edition cited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// How it is reported now, where that differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// With which edition it first differed; none where it did not, or only since the last edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<u32>,
    /// What kind of change it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    /// Why, in the publisher's note on the change.
    #[serde(skip)]
    pub why: Option<String>,
    /// Whatever else a reader should know, a sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
    /// The figure as it stands under its present identifier.
    #[serde(skip)]
    pub now: Option<FigureState>,
}

/// The history that citations are judged by.
pub struct Chronicle<'a> {
    lives: Lives<'a>,
    changes: Vec<(Option<u32>, &'a Changes)>,
    /// The number of the last edition.
    last: Option<u32>,
}

impl<'a> Chronicle<'a> {
    /// A chronicle of what each edition changed, oldest first, and of what changed since.
    #[must_use]
    pub fn new(lives: Lives<'a>, changes: Vec<(Option<u32>, &'a Changes)>, last: Option<u32>) -> Self {
        Self { lives, changes, last }
    }

    /// Judges a citation.
    #[must_use]
    pub fn judge(&self, cited: &Cited) -> Judgement {
        let Some(last) = self.last else { return unknown("No edition has been released") };
        let edition = cited.edition.unwrap_or(last);
        if edition == 0 || edition > last {
            return unknown(&format!("There is no edition {edition}; the last is edition {last}"));
        }
        let mut judgement = match &cited.subject {
            Subject::Figure(id) => self.figure(id, edition),
            Subject::Measure(id) => self.measure(id, edition),
        };
        if cited.edition.is_none() && judgement.status != Status::Unknown {
            let moves =
                "The address is one that moves: it names no edition, so a later change cannot be told";
            judgement.remarks.push(moves.to_owned());
        }
        judgement
    }

    fn figure(&self, id: &FigureId, edition: u32) -> Judgement {
        let Some(from) = self.lives.state(id, edition) else {
            return unknown(&self.no_figure(id, edition));
        };
        let events = self.lives.since(&from.id, edition);
        let now = events.last().map_or(Some(&from), |event| event.change.after.as_ref()).cloned();
        let mut judgement = Judgement {
            status: status(&from, now.as_ref(), &events),
            from: Some(from.reported.told().to_owned()),
            to: None,
            since: None,
            kind: None,
            why: None,
            remarks: remarks(&from, now.as_ref()),
            now,
        };
        if judgement.status != Status::Stands {
            let told = |event: &&Event<'_>| match judgement.status {
                // What was revised and then withdrawn is withdrawn for the reason of the withdrawal.
                Status::Withdrawn => event.change.after.is_none() || ends(event),
                Status::Withheld => event.change.class() == Class::Withheld,
                Status::Stands | Status::Revised | Status::Unknown => tells(event),
            };
            let first = events.iter().rev().find(told).filter(|_| judgement.status != Status::Revised);
            let first = first.or(events.iter().find(|event| tells(event))).or(events.first());
            judgement.since = first.and_then(|event| event.edition);
            judgement.kind = first.map(|event| event.change.kind.words());
            judgement.why = first.and_then(|event| self.why(event));
            judgement.to = judgement.now.as_ref().map(|now| now.reported.told().to_owned());
        }
        judgement
    }

    /// The publisher's note on a change.
    fn why(&self, event: &Event<'_>) -> Option<String> {
        let (_, changes) = self.changes.iter().find(|(number, _)| *number == event.edition)?;
        changes.note_on(event.change).map(|note| note.why.clone())
    }

    fn why_of_measure(&self, number: Option<u32>, change: &MeasureChange) -> Option<String> {
        let (_, changes) = self.changes.iter().find(|(edition, _)| *edition == number)?;
        changes.notes.iter().find(|note| Some(&note.id) == change.note.as_ref()).map(|note| note.why.clone())
    }

    fn no_figure(&self, id: &FigureId, edition: u32) -> String {
        let others = self.lives.figures().filter(|other| *other != id);
        let near = nearest(id.as_str(), others.map(FigureId::as_str));
        let near = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        format!("Edition {edition} holds no figure {id}{near}")
    }

    fn measure(&self, id: &MeasureId, edition: u32) -> Judgement {
        let later = |number: Option<u32>| number.is_none_or(|number| number > edition);
        let mut changes: Vec<_> = self
            .changes
            .iter()
            .filter_map(|(number, changes)| Some((*number, changes.measure(id)?)))
            .collect();
        let until = changes.iter().take_while(|(number, _)| !later(*number)).last();
        let held = match (until.map(|(_, change)| change.presence), changes.first()) {
            (Some(Presence::Removed), _) => false,
            (Some(Presence::Added | Presence::Kept), _) => true,
            (None, Some((_, first))) => first.presence != Presence::Added,
            (None, None) => self.lives.has_measure(id),
        };
        let removed = until.filter(|(_, change)| change.presence == Presence::Removed).copied();
        if let Some((number, change)) = removed {
            return Judgement {
                status: Status::Withdrawn,
                since: number,
                kind: Some("withdrawal"),
                why: self.why_of_measure(number, change),
                remarks: Vec::new(),
                ..unknown("")
            };
        }
        if !held {
            return unknown(&format!("Edition {edition} holds no measure {id}"));
        }
        changes.retain(|(number, _)| later(*number));
        of_measure(&changes)
    }
}

fn of_measure(later: &[(Option<u32>, &MeasureChange)]) -> Judgement {
    let figures = later.iter().flat_map(|(number, change)| change.figures.iter().map(|f| (*number, f)));
    let told: Vec<_> = figures.filter(|(_, change)| change.class().alters()).collect();
    let gone = later.last().is_some_and(|(_, change)| change.presence == Presence::Removed);
    let first = told.first().map(|(number, _)| *number);
    let mut judgement = unknown("");
    judgement.remarks.clear();
    judgement.status = match (gone, told.len()) {
        (true, _) => Status::Withdrawn,
        (false, 0) => Status::Stands,
        (false, _) => Status::Revised,
    };
    judgement.since = first.or(later.last().map(|(number, _)| *number).filter(|_| gone)).flatten();
    match told.len() {
        0 => {}
        1 => judgement.remarks.push("1 figure of the measure changed since".to_owned()),
        many => judgement.remarks.push(format!("{many} changes were made to figures of the measure since")),
    }
    judgement
}

fn unknown(why: &str) -> Judgement {
    Judgement {
        status: Status::Unknown,
        from: None,
        to: None,
        since: None,
        kind: None,
        why: None,
        remarks: vec![why.to_owned()],
        now: None,
    }
}

fn tells(event: &Event<'_>) -> bool {
    event.change.class().alters()
}

fn status(from: &FigureState, now: Option<&FigureState>, events: &[Event<'_>]) -> Status {
    let Some(now) = now else { return Status::Withdrawn };
    if is_withdrawn(now) && !is_withdrawn(from) {
        return Status::Withdrawn;
    }
    let last = events.iter().rev().find(|event| tells(event)).map(|event| event.change.class());
    match last {
        Some(Class::Withheld) => Status::Withheld,
        Some(_) if (&from.reported, &from.key) != (&now.reported, &now.key) => Status::Revised,
        Some(_) | None => Status::Stands,
    }
}

/// The source took the figure back.
fn ends(event: &Event<'_>) -> bool {
    event.change.after.as_ref().is_some_and(is_withdrawn)
}

fn is_withdrawn(state: &FigureState) -> bool {
    matches!(state.standing, Standing::Verified(Verification::Withdrawn))
}

fn remarks(from: &FigureState, now: Option<&FigureState>) -> Vec<String> {
    let mut remarks = Vec::new();
    let Some(now) = now else { return remarks };
    if from.standing != now.standing {
        remarks.push(format!("It was {} and is now {}", from.standing.words(), now.standing.words()));
    }
    if from.id != now.id {
        remarks.push(format!("It is now called {}", now.id));
    }
    if from.reported == now.reported && from.key != now.key {
        remarks.push("The same words now stand for another date, breakdown or source".to_owned());
    }
    remarks
}
