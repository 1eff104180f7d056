//! One row of a figures file: cells to a figure, every mistake at its cell.

use super::super::codes::{BAD_DATE, CONTRADICTORY, MISSING_KEY, UNKNOWN_ID, WRONG_VALUE};
use super::super::names::Names;
use super::super::table::{bad_id, suggestion};
use super::super::text::Text;
use super::header::Header;
use super::rows::cells;
use crate::finding::{Finding, Fingerprint, RuleDoc};
use crate::model::{
    Basis, Code, DimensionId, Extent, FigureId, FigureKey, FigureRecord, Flag, Measure, MeasureId, Place,
    SlugError, SourceId, Wording,
};
use crate::period::{PartialDate, PeriodError, ReferencePeriod, Timing};
use crate::quantity::NoValue;
use csv::StringRecord;
use std::collections::{BTreeMap, BTreeSet};

const EXTENTS: [(&str, Extent); 2] = [("part", Extent::Part), ("whole", Extent::Whole)];

/// A row with as many cells as the header.
pub(super) struct Row<'a> {
    pub(super) text: &'a Text,
    pub(super) header: &'a Header,
    pub(super) record: &'a StringRecord,
    /// The byte at which its first cell starts.
    pub(super) start: usize,
    pub(super) line: u32,
}

/// A row as a figure's record.
pub(super) struct Read {
    pub(super) record: FigureRecord,
    /// Its id was written by hand.
    pub(super) named: bool,
}

type Found<'f> = &'f mut Vec<Finding>;

impl Row<'_> {
    /// The cell of a column, where it is not empty.
    fn cell(&self, column: &str) -> Option<&str> {
        let index = *self.header.columns.get(column)?;
        self.record.get(index).filter(|cell| !cell.trim().is_empty())
    }

    fn owned(&self, column: &str) -> Option<String> {
        self.cell(column).map(|cell| cell.trim().to_owned())
    }

    /// The first cell of the row.
    pub(super) fn first(&self) -> Place {
        Place::new(&self.text.path, self.line, 1, 0)
    }

    /// Where the cell of a column stands. Worked out only where a place is asked for.
    pub(super) fn place(&self, column: &str) -> Place {
        let raw = self.text.text.get(self.start..).unwrap_or_default();
        let raw = raw.get(..row_length(raw)).unwrap_or(raw);
        let index = self.header.columns.get(column).copied().unwrap_or_default();
        let Some((span, _)) = cells(raw, 0).into_iter().nth(index) else { return self.first() };
        let before = raw.get(..span.start).unwrap_or_default();
        let newlines = u32::try_from(before.matches('\n').count()).unwrap_or_default();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let length = raw.get(span).unwrap_or_default().chars().count();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Place::new(&self.text.path, self.line + newlines, number(column), number(length))
    }

    fn wrong(
        &self,
        rule: &RuleDoc,
        column: &str,
        message: String,
        help: impl Into<String>,
        findings: Found<'_>,
    ) {
        findings.push(Finding::input(rule, self.place(column), message, help));
    }

    /// Reads the row. None where something in it is wrong.
    pub(super) fn read(
        &self,
        names: &Names,
        measures: &BTreeMap<&MeasureId, &Measure>,
        findings: Found<'_>,
    ) -> Option<Read> {
        let before = findings.len();
        let measure = self.required_id("measure", MeasureId::new, findings);
        let source = self.required_id("source", SourceId::new, findings);
        findings.extend(measure.as_ref().and_then(|id| names.measure(id, || self.place("measure"))));
        findings.extend(source.as_ref().and_then(|id| names.source(id, || self.place("source"))));
        let reported = self.required("reported", findings);
        let timing = self.timing(findings);
        let declared = measure.as_ref().and_then(|id| measures.get(id)).copied();
        let dimensions = declared.map(|measure| self.dimensions(measure, findings)).unwrap_or_default();
        let wording = self.wording(declared, findings);
        let id = self.cell("id").and_then(|text| self.slug("id", text, FigureId::new, findings));
        let named = self.cell("id").is_some();
        let basis = self
            .one_of("basis", &Basis::ALL.map(|basis| (basis.name(), basis)), findings)
            .unwrap_or_default();
        let missing = self.one_of("missing", &NoValue::ALL.map(|reason| (reason.name(), reason)), findings);
        let flags = self.flags(findings);
        if findings.len() > before {
            return None;
        }
        let key = FigureKey { measure: measure?, dimensions, timing };
        let source = source?;
        let record = FigureRecord {
            id: id.or_else(|| made_id(&key, &source))?,
            key,
            source,
            reported: reported?,
            basis,
            missing,
            flags,
            wording: (!wording.is_plain()).then(|| Box::new(wording)),
            locator: self.owned("locator"),
            note: self.owned("note"),
        };
        Some(Read { record, named })
    }

    fn required(&self, column: &str, findings: Found<'_>) -> Option<String> {
        let cell = self.owned(column);
        if cell.is_none() {
            let help = match column {
                "reported" => {
                    "write the quantity as it was reported, or the words that give none, such as “not held”"
                }
                _ => "write the id",
            };
            self.wrong(&MISSING_KEY, column, format!("the cell “{column}” is empty"), help, findings);
        }
        cell
    }

    fn required_id<T>(
        &self,
        column: &str,
        new: fn(&str) -> Result<T, SlugError>,
        findings: Found<'_>,
    ) -> Option<T> {
        let text = self.required(column, findings)?;
        self.slug(column, &text, new, findings)
    }

    fn slug<T>(
        &self,
        column: &str,
        text: &str,
        new: fn(&str) -> Result<T, SlugError>,
        findings: Found<'_>,
    ) -> Option<T> {
        new(text.trim()).map_err(|error| findings.push(bad_id(self.place(column), text, &error))).ok()
    }

    fn timing(&self, findings: Found<'_>) -> Timing {
        let mut bad = |column: &str, error: PeriodError| {
            self.wrong(&BAD_DATE, column, error.message, error.help, findings);
            Timing::NotStated
        };
        match (self.cell("as_of"), self.cell("period")) {
            (None, None) => Timing::NotStated,
            (Some(date), None) => {
                PartialDate::parse(date.trim()).map_or_else(|error| bad("as_of", error), Timing::AsOf)
            }
            (None, Some(period)) => ReferencePeriod::parse(period.trim())
                .map_or_else(|error| bad("period", error), Timing::During),
            (Some(_), Some(_)) => {
                let help = "a position at a moment has as_of, a sum over time has period";
                let message = "the row has both “as_of” and “period”".to_owned();
                self.wrong(&CONTRADICTORY, "period", message, help, findings);
                Timing::NotStated
            }
        }
    }

    fn dimensions(&self, measure: &Measure, findings: Found<'_>) -> BTreeMap<DimensionId, Code> {
        let mut codes = BTreeMap::new();
        for column in &self.header.dimensions {
            let Some(text) = self.cell(column) else { continue };
            let found = measure.dimensions.iter().find(|(id, _)| id.as_str() == column);
            let Some((id, dimension)) = found else {
                let help = suggestion(column, measure.dimensions.keys().map(DimensionId::as_str));
                let help = if measure.dimensions.is_empty() {
                    "leave the cell empty, or declare the dimension in the measure".to_owned()
                } else {
                    help
                };
                let message = format!("the measure “{}” has no dimension “{column}”", measure.id);
                self.wrong(&UNKNOWN_ID, column, message, help, findings);
                continue;
            };
            match Code::new(text.trim()).ok().filter(|code| dimension.codes.contains_key(code)) {
                Some(code) => {
                    codes.insert(id.clone(), code);
                }
                None => {
                    let help = suggestion(text.trim(), dimension.codes.keys().map(Code::as_str));
                    self.wrong(
                        &UNKNOWN_ID,
                        column,
                        format!("“{}” is not a code of “{column}”", text.trim()),
                        help,
                        findings,
                    );
                }
            }
        }
        codes
    }

    fn wording(&self, measure: Option<&Measure>, findings: Found<'_>) -> Wording {
        let mut includes = BTreeSet::new();
        for text in self.list("includes") {
            let known = measure.map(|measure| &measure.includes);
            match Code::new(text).ok().filter(|code| known.is_none_or(|known| known.contains_key(code))) {
                Some(code) => {
                    includes.insert(code);
                }
                None => {
                    let names = known.into_iter().flat_map(|known| known.keys().map(Code::as_str));
                    let names: Vec<&str> = names.collect();
                    let help = if names.is_empty() {
                        "declare it under [includes] in the measure".to_owned()
                    } else {
                        suggestion(text, names.into_iter())
                    };
                    self.wrong(
                        &UNKNOWN_ID,
                        "includes",
                        format!("“{text}” is not a group that the measure declares"),
                        help,
                        findings,
                    );
                }
            }
        }
        Wording {
            described_as: self.owned("described_as"),
            counted_as: self.owned("counted_as"),
            includes,
            qualifiers: self.list("qualifiers").map(str::to_owned).collect(),
            extent: self.one_of("extent", &EXTENTS, findings),
            quoted: self.owned("words"),
        }
    }

    /// The parts of a cell that holds several, separated by semicolons.
    fn list(&self, column: &str) -> impl Iterator<Item = &str> {
        let cell = self.cell(column).unwrap_or_default();
        cell.split(';').map(str::trim).filter(|part| !part.is_empty())
    }

    fn one_of<T: Clone>(&self, column: &str, all: &[(&str, T)], findings: Found<'_>) -> Option<T> {
        let text = self.cell(column)?.trim();
        let found = all.iter().find(|(name, _)| *name == text).map(|(_, value)| value.clone());
        if found.is_none() {
            let help = suggestion(text, all.iter().map(|(name, _)| *name));
            self.wrong(
                &WRONG_VALUE,
                column,
                format!("“{text}” is not a value of “{column}”"),
                help,
                findings,
            );
        }
        found
    }

    fn flags(&self, findings: Found<'_>) -> BTreeSet<Flag> {
        let mut flags = BTreeSet::new();
        for letter in self.list("flags") {
            match Flag::ALL.into_iter().find(|flag| flag.letter() == letter) {
                Some(flag) => {
                    flags.insert(flag);
                }
                None => {
                    let help = suggestion(letter, Flag::ALL.iter().map(|flag| flag.letter()));
                    self.wrong(&WRONG_VALUE, "flags", format!("“{letter}” is not a flag"), help, findings);
                }
            }
        }
        flags
    }
}

/// How long the row is, quoted line ends included.
fn row_length(raw: &str) -> usize {
    let mut quoted = false;
    raw.bytes()
        .position(|byte| {
            quoted ^= byte == b'"';
            byte == b'\n' && !quoted
        })
        .unwrap_or(raw.len())
}

/// The id of a row that has none: what it is about and who said it. One that would be too long ends in a hash.
fn made_id(key: &FigureKey, source: &SourceId) -> Option<FigureId> {
    let time = match &key.timing {
        Timing::AsOf(date) => date.to_string(),
        Timing::During(period) => period.to_string(),
        Timing::NotStated => "undated".to_owned(),
    };
    let codes = key.dimensions.values().map(Code::as_str);
    let whole = std::iter::once(key.measure.as_str()).chain(codes).chain([time.as_str(), source.as_str()]);
    let joined = whole.collect::<Vec<_>>().join("--").to_lowercase().replace('/', "-");
    let fits = FigureId::new(&joined).ok();
    fits.or_else(|| {
        let start = joined.get(..60).unwrap_or(&joined).trim_end_matches('-');
        FigureId::new(&format!("{start}--{}", Fingerprint::of([joined.as_str()]))).ok()
    })
}
