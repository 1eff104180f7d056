//! Which figures keep something back, told from their words alone: of an edition only these have to be read.

use super::policy::Guard;
use crate::model::{Disclosure, FigureRecord, Measure};
use crate::quantity::{Context, HedgeWidths, NoValue, Reader};
use std::collections::BTreeMap;

/// Looks for figures that are withheld, or given as small without saying how small.
pub struct KeptBack<'a> {
    policy: &'a Disclosure,
    reader: Reader,
    /// By phrase and threshold: most phrases are used again and again.
    known: BTreeMap<(String, i64), bool>,
}

impl<'a> KeptBack<'a> {
    /// Looks by a policy, with hedges as wide as the site reads them.
    #[must_use]
    pub fn new(policy: &'a Disclosure, hedges: &HedgeWidths) -> Self {
        Self { policy, reader: Reader::new(hedges.clone()), known: BTreeMap::new() }
    }

    /// Whether a figure is one.
    pub fn is_one(&mut self, measure: &Measure, figure: &FigureRecord) -> bool {
        let Some(guard) = Guard::of(measure, self.policy).filter(|_| figure.basis.states_a_fact()) else {
            return false;
        };
        match &figure.missing {
            Some(reason) => matches!(reason, NoValue::Suppressed | NoValue::BelowHalfUnit),
            None if is_plain(&figure.reported) => false,
            None => self.reads_as_one(&figure.reported, &guard),
        }
    }

    fn reads_as_one(&mut self, phrase: &str, guard: &Guard) -> bool {
        let key = (phrase.to_owned(), guard.threshold);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let reading = self.reader.read(phrase, &Context::default());
        let is_one = reading.is_ok_and(|reading| guard.keeps_back(&reading));
        self.known.insert(key, is_one);
        is_one
    }
}

/// A bare number keeps nothing back.
fn is_plain(phrase: &str) -> bool {
    phrase.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'.')
}
