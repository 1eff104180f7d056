//! The text of an answer: captured, compared with what it corrects, and searched for figures.

use super::states::State;
use crate::import::prose::{Asked, Prose, figures, identify};
use crate::import::{Draft, DraftFigure, DraftSource, Import, Passage, Standing, clean};
use crate::model::{Position, PositionId, PositionStance};

/// An answer.
pub(super) struct Answer {
    pub(super) text: Prose,
    pub(super) is_cut: bool,
    /// Its tables and paragraphs are known. In a search, tables run into the text, so its numbers mean nothing by themselves.
    pub(super) is_markup: bool,
    pub(super) state: State,
}

impl Answer {
    /// Adds the source and its figures to a draft. `original` is the answer that this one corrects.
    pub(super) fn add(
        self,
        import: &Import<'_>,
        mut source: DraftSource,
        original: Option<&Prose>,
        draft: &mut Draft,
    ) {
        let heading = if self.is_cut { "The start of the answer:" } else { "The answer:" };
        source
            .passages
            .push(Passage { heading: Some(heading.to_owned()), paragraphs: self.text.paragraphs() });
        if let Some(original) = original {
            difference(&mut source, original, &self.text);
        }
        if self.is_cut {
            source.standing = Standing::Cut;
        }
        if self.text.is_cut {
            source.remarks.push("The answer is longer than what is taken; its end is left out.".to_owned());
        }
        let from_text = !self.is_cut && self.state != State::Holding;
        if from_text {
            let measures = if self.is_markup { import.measures } else { &[] };
            let asked = Asked { reader: import.reader, measures };
            let mut found = figures(asked, &source.source.id, source.source.said, &self.text);
            identify(&mut found);
            draft.figures.extend(found);
        }
        if self.state == State::Corrected {
            import.measures.iter().for_each(|measure| corrects(&source, measure, draft));
        }
        draft.sources.push(source);
    }
}

/// What the correction took out and put in, paragraph by paragraph.
fn difference(source: &mut DraftSource, original: &Prose, corrected: &Prose) {
    let (old, new) = (original.paragraphs(), corrected.paragraphs());
    let only = |here: &[String], there: &[String]| -> Vec<String> {
        here.iter()
            .filter(|paragraph| !there.contains(paragraph))
            .map(|paragraph| clean::quoted(paragraph))
            .collect()
    };
    let (out, put_in) = (only(&old, &new), only(&new, &old));
    let mut say = |what: &str, paragraphs: Vec<String>| {
        if !paragraphs.is_empty() {
            source.remarks.push(format!("{what} {}", paragraphs.join(" ")));
        }
    };
    say("The answer as first given said:", out);
    say("It now says in place of that:", put_in);
}

/// Where each of the two answers gives one figure of the measure, the later one corrects the earlier.
fn corrects(source: &DraftSource, measure: &crate::model::Measure, draft: &mut Draft) {
    let id = source.source.id.as_str();
    let earlier = id.strip_suffix(State::Corrected.suffix()).unwrap_or_default();
    // The figures of the two answers were added last.
    let theirs = |figure: &DraftFigure| figure.source.as_str() == id || figure.source.as_str() == earlier;
    let from = draft.figures.iter().rposition(|figure| !theirs(figure)).map_or(0, |at| at + 1);
    let of = |wanted: &str| -> Vec<usize> {
        let figures = draft.figures.iter().enumerate().skip(from);
        let is = |figure: &DraftFigure| {
            figure.source.as_str() == wanted && figure.measure.as_ref() == Some(&measure.id)
        };
        figures.filter(|(_, figure)| is(figure)).map(|(at, _)| at).collect()
    };
    let (first, second) = (of(earlier), of(id));
    let ([old], [new]) = (first.as_slice(), second.as_slice()) else { return };
    let mut named = |at: usize, source: &str| {
        let figure = draft.figures.get_mut(at)?;
        figure.id = crate::model::FigureId::new(&format!("{}-{source}", measure.id)).ok();
        figure.id.clone()
    };
    let (Some(old), Some(new)) = (named(*old, earlier), named(*new, id)) else { return };
    let is_first = draft.positions.iter().all(|position| position.source != source.source.id);
    let name = if is_first { format!("corrects-{id}") } else { format!("corrects-{id}-{}", measure.id) };
    let Ok(position) = PositionId::new(&name) else { return };
    draft.positions.push(Position {
        id: position,
        source: source.source.id.clone(),
        body: None,
        stance: PositionStance::Corrects,
        on: vec![old],
        measures: Vec::new(),
        compared_with: None,
        value: Some(new),
        words: None,
        place: None,
    });
}
