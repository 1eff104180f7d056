//! The citation files: how each figure is cited, and what each edition made of it.

use super::figures;
use crate::citation;
use crate::export::{self, CiteFile, Gone, Reference, ReferenceKind, Stage};
use crate::model::{Basis, Figure, FigureId, MeasureId, Settings};
use crate::page::figure_anchor;
use crate::period::PartialDate;
use crate::reconcile::{Record, Standing, Status};
use crate::revision::{Event, FigureState, Lives, Words};
use crate::site::Released;
use crate::site::routes;

/// What the citation files of a site are made from.
pub(in crate::site) struct Cites<'a> {
    settings: &'a Settings,
    editions: &'a [Released],
    lives: Lives<'a>,
}

impl<'a> Cites<'a> {
    pub(in crate::site) fn of(settings: &'a Settings, editions: &'a [Released]) -> Self {
        let changes =
            editions.iter().filter_map(|edition| Some((Some(edition.number), edition.changes.as_ref()?)));
        let first = editions.first().map(|first| &*first.publication);
        Self { settings, editions, lives: Lives::of(first, changes) }
    }

    /// The file of a figure of the record as it stands.
    pub(in crate::site) fn standing(&self, record: &Record, figure: &Figure) -> Vec<u8> {
        let measure = &figure.key.measure;
        let last = self.editions.last().map(|last| last.number);
        let frozen = last.filter(|last| self.is_as_in(*last, record, figure));
        let frozen = frozen.and_then(|last| self.shown_by(measure, last));
        let latest = self.address(&routes::figure(measure, &figure.id));
        let permalink = frozen.map(|edition| self.permalink(edition, measure, &figure.id));
        let file = CiteFile {
            reference: self.reference(
                record,
                figure,
                frozen,
                (permalink.as_ref().unwrap_or(&latest), record.standings().standing(figure).words()),
            ),
            permalink,
            latest: Some(latest),
            editions: self.stages(&figure.id),
            gone: None,
        };
        export::citation_json(record, figure, &file)
    }

    /// The file of a figure that only editions hold, from the last that does.
    pub(in crate::site) fn gone(&self, record: &Record, figure: &Figure) -> Vec<u8> {
        let measure = &figure.key.measure;
        let gone = self.went(&figure.id);
        let held = match gone.edition {
            Some(went) => went.checked_sub(1),
            None => self.editions.last().map(|last| last.number),
        };
        let frozen = held.and_then(|held| self.shown_by(measure, held));
        let permalink = frozen.map(|edition| self.permalink(edition, measure, &figure.id));
        let address = permalink.clone().unwrap_or_else(|| self.address(&routes::measure(measure)));
        let file = CiteFile {
            reference: self.reference(record, figure, frozen, (&address, &since(&gone))),
            permalink,
            latest: None,
            editions: self.stages(&figure.id),
            gone: Some(gone),
        };
        export::citation_json(record, figure, &file)
    }

    /// The figure is in the edition as it is in the record.
    fn is_as_in(&self, edition: u32, record: &Record, figure: &Figure) -> bool {
        self.lives.state(&figure.id, edition).is_some_and(|state| {
            state.reported.is(&figure.reported)
                && state.key == figure.key
                && state.source == figure.source
                && state.standing == record.standings().standing(figure)
        })
    }

    /// The edition whose frozen page shows a measure as it stood in an edition.
    fn shown_by(&self, measure: &MeasureId, edition: u32) -> Option<&'a Released> {
        let until = self.editions.iter().rev().filter(|other| other.number <= edition);
        until.into_iter().find(|other| other.changed.contains(measure))
    }

    fn permalink(&self, edition: &Released, measure: &MeasureId, figure: &FigureId) -> String {
        let page = routes::measure_version(measure, edition.number);
        self.address(&format!("{page}#{}", figure_anchor(figure.as_str())))
    }

    fn address(&self, path: &str) -> String {
        self.settings.base_url.as_ref().map_or_else(|| path.to_owned(), |base| format!("{base}/{path}"))
    }

    fn reference(
        &self,
        record: &Record,
        figure: &Figure,
        frozen: Option<&Released>,
        (address, standing): (&str, &str),
    ) -> Reference {
        let measure = record.dataset().measure(&figure.key.measure);
        let title = measure.map_or(figure.key.measure.as_str(), |measure| &measure.title);
        Reference {
            key: citation::key(&figure.id, frozen.map(|edition| edition.number)),
            publisher: self.settings.publisher.name.clone(),
            title: format!("{title}, {}: “{}”", figures::about(record, figure), figure.reported),
            site: self.settings.title.clone(),
            edition: frozen.map(|edition| (edition.number, edition.date)),
            address: address.to_owned(),
            note: Some(note(record, figure, standing)),
            kind: ReferenceKind::Dataset,
        }
    }

    fn stages(&self, id: &FigureId) -> Vec<Stage> {
        let mut stages = Vec::new();
        let first = self.editions.first().map(|first| first.number);
        let start = match first.and_then(|first| Some((first, self.lives.state(id, first)?))) {
            Some((first, state)) => {
                stages.push(self.stage(Some(first), "added", Some(&state), id));
                first
            }
            None => {
                let Some(event) = self.lives.came_with(id) else { return stages };
                stages.push(self.stage_of(&event, id));
                let Some(number) = event.edition else { return stages };
                number
            }
        };
        stages.extend(self.lives.since(id, start).iter().map(|event| self.stage_of(event, id)));
        // What one edition withholds is not set beside what another prints.
        if stages.iter().any(|stage| stage.reported.as_deref() == Some(Words::NOT_SHOWN)) {
            stages.iter_mut().for_each(|stage| stage.reported = None);
        }
        stages
    }

    fn stage_of(&self, event: &Event<'_>, id: &FigureId) -> Stage {
        let ids = (event.change.before.as_ref(), event.change.after.as_ref());
        let renamed = matches!(ids, (Some(before), Some(after)) if before.id != after.id);
        let change = if renamed { "renamed" } else { event.change.class().name() };
        let stage = self.stage(event.edition, change, event.change.after.as_ref(), id);
        Stage { why: self.why(event), ..stage }
    }

    fn stage(
        &self,
        edition: Option<u32>,
        change: &'static str,
        state: Option<&FigureState>,
        id: &FigureId,
    ) -> Stage {
        let frozen = |state: &FigureState| {
            let shown = self.shown_by(&state.key.measure, edition?)?;
            Some(self.permalink(shown, &state.key.measure, &state.id))
        };
        Stage {
            edition,
            date: self.date(edition),
            change,
            figure: state.map(|state| &state.id).filter(|now| *now != id).cloned(),
            reported: state.map(|state| state.reported.told().to_owned()),
            standing: state.map(|state| state.standing.name()),
            withdrawn: state.is_none_or(|state| state.standing == Standing::Verified(Status::Withdrawn)),
            why: None,
            permalink: state.and_then(frozen),
        }
    }

    /// With which edition a figure went, or took another identifier.
    fn went(&self, id: &FigureId) -> Gone {
        let first = self.editions.first().map(|first| first.number).unwrap_or_default();
        let came = self.lives.came_with(id).and_then(|event| event.edition).unwrap_or(first);
        let events = self.lives.since(id, came);
        let leaves = |event: &&Event<'_>| {
            let change = event.change;
            change.before.as_ref().is_some_and(|before| before.id == *id)
                && change.after.as_ref().is_none_or(|after| after.id != *id)
        };
        let last = events.iter().rev().find(leaves);
        let edition = last.and_then(|event| event.edition);
        Gone {
            edition,
            date: self.date(edition),
            why: last.and_then(|event| self.why(event)),
            now_called: last.and_then(|event| event.change.after.as_ref()).map(|after| after.id.clone()),
        }
    }

    fn edition(&self, number: Option<u32>) -> Option<&'a Released> {
        self.editions.iter().find(|edition| Some(edition.number) == number)
    }

    fn date(&self, edition: Option<u32>) -> Option<PartialDate> {
        self.edition(edition).map(|edition| edition.date)
    }

    /// The publisher's note on a change.
    fn why(&self, event: &Event<'_>) -> Option<String> {
        let changes = self.edition(event.edition)?.changes.as_ref()?;
        changes.note_on(event.change).map(|note| note.why.clone())
    }
}

/// "no longer on record since edition 3 (1 March 2026)".
fn since(gone: &Gone) -> String {
    let edition = match (gone.edition, gone.date) {
        (Some(number), Some(date)) => format!("edition {number} ({})", date.words()),
        (Some(number), None) => format!("edition {number}"),
        (None, _) => "the last edition".to_owned(),
    };
    match &gone.now_called {
        Some(id) => format!("called {id} since {edition}"),
        None => format!("no longer on record since {edition}"),
    }
}

/// What must go with a figure: "Leaked document, provisional, not confirmed. Source: Courier, “A leak”, 12 May 2025".
fn note(record: &Record, figure: &Figure, standing: &str) -> String {
    let source = record.dataset().source(&figure.source);
    let basis = match figure.basis {
        Basis::Measured | Basis::Derived => None,
        Basis::CalledFor => Some("called for"),
        Basis::Estimate | Basis::Target | Basis::Forecast => Some(figure.basis.name()),
    };
    let mut words: Vec<&str> = source.iter().map(|source| source.kind.words()).collect();
    words.extend(basis.filter(|words| !standing.starts_with(words)));
    words.extend(figure.flags.iter().map(|flag| flag.words()));
    words.push(standing);
    let quality = super::notes::capital(&words.join(", "));
    let Some(source) = source else { return quality };
    let body = source.body.as_ref().map(|id| record.dataset().body_name(id).to_owned());
    let parts = [
        body,
        Some(format!("“{}”", source.title)),
        source.reference.clone(),
        source.public_date().map(PartialDate::words),
    ];
    format!("{quality}. Source: {}", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}
