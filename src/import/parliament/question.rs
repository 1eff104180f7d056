//! A written question, its answer, and what became of it.

use super::answer::Answer;
use super::states::State;
use super::{FORMAT, Taken, is_cut, is_markup, prose};
use crate::import::codes::{HIDDEN_PART, OTHER_FORMAT, UNUSABLE, error, note, warning};
use crate::import::json::{Part, lenient};
use crate::import::{Draft, DraftSource, Import, Input, NamedBody, clean};
use crate::model::{SourceId, SourceKind};
use crate::period::PartialDate;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Record {
    #[serde(deserialize_with = "lenient")]
    uin: Option<String>,
    #[serde(deserialize_with = "lenient")]
    house: Option<String>,
    #[serde(deserialize_with = "lenient")]
    heading: Option<String>,
    #[serde(deserialize_with = "lenient")]
    date_tabled: Option<String>,
    #[serde(deserialize_with = "lenient")]
    date_for_answer: Option<String>,
    #[serde(deserialize_with = "lenient")]
    date_answered: Option<String>,
    #[serde(deserialize_with = "lenient")]
    date_answer_corrected: Option<String>,
    #[serde(deserialize_with = "lenient")]
    date_holding_answer: Option<String>,
    #[serde(deserialize_with = "lenient")]
    question_text: Option<String>,
    #[serde(deserialize_with = "lenient")]
    answer_text: Option<String>,
    #[serde(deserialize_with = "lenient")]
    original_answer_text: Option<String>,
    #[serde(deserialize_with = "lenient")]
    answering_body_name: Option<String>,
    #[serde(deserialize_with = "lenient")]
    answering_member: Option<Member>,
    #[serde(deserialize_with = "lenient")]
    correcting_member: Option<Member>,
    #[serde(deserialize_with = "lenient")]
    asking_member: Option<Member>,
    #[serde(deserialize_with = "lenient")]
    is_withdrawn: Option<bool>,
    #[serde(deserialize_with = "lenient")]
    answer_is_holding: Option<bool>,
    #[serde(deserialize_with = "lenient")]
    answer_is_correction: Option<bool>,
    #[serde(deserialize_with = "lenient")]
    grouped_questions_dates: Option<Vec<Grouped>>,
    #[serde(deserialize_with = "lenient")]
    grouped_questions: Option<Vec<String>>,
    #[serde(deserialize_with = "lenient")]
    attachments: Option<Vec<Attachment>>,
}

/// Of a member, only the name is taken.
#[derive(Debug, Deserialize)]
pub(super) struct Member {
    pub(super) name: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Grouped {
    question_uin: Option<String>,
    date_tabled: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Attachment {
    pub(super) url: Option<String>,
    pub(super) title: Option<String>,
}

/// Reads a question.
pub(super) fn read(input: &Input, import: &Import<'_>, part: Part<'_>, taken: &mut Taken, draft: &mut Draft) {
    let record: Record = match part.read() {
        Ok(record) => record,
        Err(finding) => return draft.findings.push(*finding),
    };
    let tabled = record.date_tabled.as_deref().and_then(|date| clean::date(date).ok());
    let uin = record.uin.as_deref().map(|uin| clean::line(uin, 40)).filter(|uin| !uin.is_empty());
    let (Some(uin), Some(tabled)) = (uin, tabled) else {
        let message =
            "the question has no UIN, or no day on which it was tabled, so it cannot be told from others";
        let help = "a UIN is used again in each session; download the record again";
        return draft.findings.push(error(&OTHER_FORMAT, part.place_of("uin"), message, help));
    };
    let mut reader = Reader { input, import, part, record: &record, uin, tabled, draft };
    let state = reader.state();
    match state {
        State::Unanswered | State::Withdrawn => reader.without_answer(state),
        State::Corrected => {
            reader.answer(State::Answered, taken);
            reader.answer(State::Corrected, taken);
        }
        State::Answered | State::Holding | State::OnlyCorrection => reader.answer(state, taken),
    }
}

struct Reader<'r> {
    input: &'r Input,
    import: &'r Import<'r>,
    part: Part<'r>,
    record: &'r Record,
    uin: String,
    tabled: PartialDate,
    draft: &'r mut Draft,
}

impl Reader<'_> {
    fn state(&self) -> State {
        let record = self.record;
        let original = record.original_answer_text.as_deref().is_some_and(|text| !text.trim().is_empty());
        let corrected = record.answer_is_correction == Some(true) || record.date_answer_corrected.is_some();
        let answered = record.answer_text.as_deref().is_some_and(|text| !text.trim().is_empty());
        match (record.is_withdrawn == Some(true), answered) {
            (true, _) => State::Withdrawn,
            (_, false) => State::Unanswered,
            _ if corrected && original => State::Corrected,
            _ if corrected => State::OnlyCorrection,
            _ if record.answer_is_holding == Some(true) => State::Holding,
            _ => State::Answered,
        }
    }

    fn id(&self, uin: &str, tabled: PartialDate, state: State) -> Option<SourceId> {
        SourceId::new(&format!("wq-{tabled}-{}{}", clean::slug(uin)?, state.suffix())).ok()
    }

    /// What every state of the question has in common.
    fn source(&mut self, state: State, kind: SourceKind) -> Option<DraftSource> {
        let id = self.id(&self.uin, self.tabled, state)?;
        let heading = self
            .record
            .heading
            .as_deref()
            .map(|heading| clean::line(heading, 150))
            .filter(|text| !text.is_empty());
        let about = heading.map(|heading| format!(" on {}", clean::quoted(&heading))).unwrap_or_default();
        let title = format!("{} {}{about}", state.title(), self.uin);
        let mut source = DraftSource::new(id, title, kind, self.input.capture(FORMAT));
        source.source.reference = Some(format!("UIN {}, tabled {}", self.uin, self.tabled.words()));
        source.source.received = self.import.received;
        source.source.url = clean::slug(&self.uin).map(|uin| {
            let tabled = self.tabled;
            let uin = if uin.starts_with("hl") { uin.to_uppercase() } else { uin };
            format!("https://questions-statements.parliament.uk/written-questions/detail/{tabled}/{uin}")
        });
        let asker = self.record.asking_member.as_ref().and_then(|member| member.name.as_deref());
        let asker = asker.map(|name| format!(" by {}", clean::line(name, 100))).unwrap_or_default();
        let house = self
            .record
            .house
            .as_deref()
            .map(|house| format!(" in the {}", clean::line(house, 20)))
            .unwrap_or_default();
        let question = prose(self.record.question_text.as_deref().unwrap_or_default()).paragraphs().join(" ");
        let ending =
            if is_cut_question(&question) { " The file has only the start of the question." } else { "" };
        source.remarks.push(format!(
            "Asked{house}{asker} on {}: {}{ending}",
            self.tabled.words(),
            clean::quoted(&question)
        ));
        Some(source)
    }

    fn without_answer(&mut self, state: State) {
        let Some(mut source) = self.source(state, SourceKind::Other) else { return };
        source.source.said = Some(self.tabled);
        source.source.published = Some(self.tabled);
        let due = self.date("dateForAnswer", self.record.date_for_answer.as_deref());
        let due = due.map(|due| format!(" An answer was due by {}.", due.words())).unwrap_or_default();
        let body = self
            .record
            .answering_body_name
            .as_deref()
            .map(|body| format!(" It was put to the {}.", clean::line(body, 150)));
        source.remarks.push(match state {
            State::Withdrawn => "The question was withdrawn.".to_owned(),
            _ => format!("The file has no answer to it.{}{due}", body.unwrap_or_default()),
        });
        self.draft.sources.push(source);
    }

    fn answer(&mut self, state: State, taken: &mut Taken) {
        let Some(mut source) = self.source(state, SourceKind::WrittenAnswer) else { return };
        let corrects = matches!(state, State::Corrected | State::OnlyCorrection);
        let earlier = state == State::Answered && self.state() == State::Corrected;
        let record = self.record;
        let text = if earlier { &record.original_answer_text } else { &record.answer_text };
        let text = text.as_deref().unwrap_or_default();
        let answered = self.date("dateAnswered", record.date_answered.as_deref());
        let said = match state {
            State::Corrected | State::OnlyCorrection => {
                self.date("dateAnswerCorrected", record.date_answer_corrected.as_deref())
            }
            State::Holding => {
                self.date("dateHoldingAnswer", record.date_holding_answer.as_deref()).or(answered)
            }
            _ => answered,
        };
        let member =
            record.correcting_member.as_ref().filter(|_| corrects).or(record.answering_member.as_ref());
        source.source.person =
            member.and_then(|member| member.name.as_deref()).map(|name| clean::line(name, 100));
        source.body = record.answering_body_name.as_deref().and_then(NamedBody::of);
        (source.source.said, source.source.published) = (said, said);
        self.circumstances(&mut source, state, answered);
        self.grouped(&mut source, state);
        let cut = is_cut(text);
        if cut {
            taken.cut(&self.uin, || self.part.place_of("answerText"));
        }
        let answer = Answer { text: prose(text), is_cut: cut, is_markup: is_markup(text), state };
        let original =
            record.original_answer_text.as_deref().filter(|_| state == State::Corrected).map(prose);
        answer.add(self.import, source, original.as_ref(), self.draft);
    }

    fn circumstances(&mut self, source: &mut DraftSource, state: State, answered: Option<PartialDate>) {
        let held = self.record.date_holding_answer.as_deref().and_then(|date| clean::date(date).ok());
        if let (Some(held), State::Answered) = (held, state) {
            source.remarks.push(format!("A holding answer was given on {}.", held.words()));
        }
        if state == State::Holding {
            source.remarks.push(
                "The reply says only that an answer will follow, so no figure is taken from it.".to_owned(),
            );
        }
        if matches!(state, State::Corrected | State::OnlyCorrection) {
            let first = answered.map(|date| format!(" of {}", date.words())).unwrap_or_default();
            source.remarks.push(format!("It stands in place of the answer{first}."));
        }
        if state == State::OnlyCorrection {
            let message = format!(
                "the answer to {} has been corrected, and the file does not have the answer as it was first given",
                self.uin
            );
            let help = "the record of the question by itself may have it, as originalAnswerText";
            self.draft.findings.push(note(
                &HIDDEN_PART,
                self.part.place_of("originalAnswerText"),
                message,
                help,
            ));
        }
        for attachment in self.record.attachments.iter().flatten() {
            let title = attachment.title.as_deref().unwrap_or("an attachment");
            let message = format!(
                "the answer to {} has an attachment, {}, which the file does not hold",
                self.uin,
                clean::quoted(title)
            );
            let help = attachment.url.as_deref().map_or_else(
                || "look at the page of the question".to_owned(),
                |url| format!("get it from {}", clean::line(url, 200)),
            );
            self.draft.findings.push(note(&HIDDEN_PART, self.part.place_of("attachments"), message, help));
        }
    }

    /// Answers that were grouped share one text, and count as one.
    fn grouped(&mut self, source: &mut DraftSource, state: State) {
        let dated = self.record.grouped_questions_dates.iter().flatten();
        let mut others: Vec<(String, PartialDate)> = dated
            .filter_map(|other| {
                Some((
                    clean::line(other.question_uin.as_deref()?, 40),
                    clean::date(other.date_tabled.as_deref()?).ok()?,
                ))
            })
            .collect();
        if others.is_empty() {
            let named = self.record.grouped_questions.iter().flatten();
            others = named.map(|uin| (clean::line(uin, 40), self.tabled)).collect();
        }
        others.sort();
        others.dedup();
        if others.is_empty() {
            return;
        }
        let names: Vec<&str> = others.iter().map(|(uin, _)| uin.as_str()).collect();
        source.remarks.push(format!("The same answer was given to UIN {}.", names.join(", ")));
        source.source.grouped_with =
            others.iter().filter_map(|(uin, tabled)| self.id(uin, *tabled, state)).collect();
    }

    fn date(&mut self, key: &str, text: Option<&str>) -> Option<PartialDate> {
        clean::date(text?)
            .map_err(|why| {
                let help = "the rest of the record is used; look the date up at the source";
                self.draft.findings.push(warning(
                    &UNUSABLE,
                    self.part.place_of(key),
                    format!("{key}: {why}"),
                    help,
                ));
            })
            .ok()
    }
}

/// A search cuts questions too, and says nothing.
fn is_cut_question(text: &str) -> bool {
    text.chars().count() >= 250 && !text.trim_end().ends_with(['.', '?', '!', ';'])
}
