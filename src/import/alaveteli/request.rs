//! A request and what is known of it. Who made it is never taken in.

use super::FORMAT;
use super::state::State;
use crate::import::{Draft, DraftFigure, DraftSource, Import, Input, NamedBody, clean};
use crate::model::{Place, SourceId, SourceKind};
use crate::period::PartialDate;
use crate::quantity::NoValue;

/// A request.
#[derive(Debug, Clone)]
pub(super) struct Request {
    /// What names it in the site's addresses.
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) body: Option<String>,
    pub(super) state: State,
    /// The state as the file has it.
    pub(super) said: String,
    pub(super) asked: Option<PartialDate>,
    pub(super) replied: Option<PartialDate>,
    pub(super) number: Option<i64>,
    pub(super) url: Option<String>,
    /// Under which part of the law it was refused.
    pub(super) exemption: Option<String>,
    /// What people took from the reply, with the question that it answers.
    pub(super) values: Vec<(String, String)>,
    pub(super) place: Place,
}

impl Request {
    pub(super) fn id(&self) -> Option<SourceId> {
        SourceId::new(&format!("foi-{}", clean::slug(&self.slug)?)).ok()
    }

    /// Adds the source of the request, and what it gives.
    pub(super) fn add(&self, input: &Input, import: &Import<'_>, draft: &mut Draft) {
        let Some(id) = self.id() else { return };
        let about = clean::quoted(&clean::line(&self.title, 200));
        let (kind, what) = match self.state.is_reply() {
            true => (SourceKind::FoiResponse, "FOI response on"),
            false => (SourceKind::Other, "FOI request on"),
        };
        // What came later is another source than what was so before.
        let suffix = match self.state {
            state if state.is_reply() => "",
            State::Overdue => "-overdue",
            _ => "-asked",
        };
        let id = SourceId::new(&format!("{id}{suffix}")).unwrap_or(id);
        let mut source = DraftSource::new(id.clone(), format!("{what} {about}"), kind, input.capture(FORMAT));
        let day = if self.state.is_reply() { self.replied } else { self.asked };
        (source.source.said, source.source.published, source.source.received) = (day, day, import.received);
        source.source.reference = self.number.map(|number| format!("Alaveteli request {number}"));
        source.source.url.clone_from(&self.url);
        source.body = self.body.as_deref().filter(|_| self.state.is_reply()).and_then(NamedBody::of);
        source.remarks = self.remarks();
        self.figures(&id, import, draft);
        draft.sources.push(source);
    }

    fn remarks(&self) -> Vec<String> {
        let to = self
            .body
            .as_deref()
            .map(|body| format!(" to {}", clean::quoted(&clean::line(body, 150))))
            .unwrap_or_default();
        let on = self.asked.map(|day| format!(" on {}", day.words())).unwrap_or_default();
        let mut remarks = vec![format!(
            "The request was made{to}{on}. Its state is given as {}.",
            clean::quoted(&clean::line(&self.said, 80))
        )];
        if let Some(exemption) = &self.exemption {
            remarks.push(format!("Given as the reason: {}.", clean::quoted(&clean::line(exemption, 150))));
        }
        for (question, answer) in &self.values {
            remarks.push(format!(
                "{}: {}.",
                clean::quoted(&clean::line(question, 200)),
                clean::quoted(&clean::line(answer, 500))
            ));
        }
        remarks
    }

    /// A refusal is on record too, for a measure. Of what people took from the reply, quantities are proposed.
    fn figures(&self, id: &SourceId, import: &Import<'_>, draft: &mut Draft) {
        let missing = match self.state {
            State::Refused => {
                Some(NoValue::Exempt(None)).filter(|_| self.exemption.is_some()).or(Some(NoValue::Declined))
            }
            State::NotHeld => Some(NoValue::NotHeld),
            _ => None,
        };
        for (missing, measure) in
            missing.iter().flat_map(|why| import.measures.iter().map(move |measure| (why, measure)))
        {
            let mut figure = DraftFigure::new(id.clone(), clean::line(&self.said, 80));
            figure.measure = Some(measure.id.clone());
            figure.missing = Some(missing.clone());
            figure.note = self
                .exemption
                .as_deref()
                .map(|why| format!("Given as the reason: {}.", clean::quoted(&clean::line(why, 150))));
            draft.figures.push(figure);
        }
        let context = crate::quantity::Context::table();
        for (question, answer) in &self.values {
            if import.reader.read(answer, &context).is_ok_and(|reading| reading.amount().is_some()) {
                let mut figure = DraftFigure::new(id.clone(), clean::line(answer, 200));
                figure.described_as = Some(clean::line(question, 300));
                draft.figures.push(figure);
            }
        }
    }
}
