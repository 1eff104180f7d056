//! A reading for people and for programs.

use super::{Alpha, Amount, Cuts, End, Form, Interval, Rational, Reading, print};
use serde::Serialize;

/// Digits shown of a number whose decimal form does not end.
const DIGITS: i32 = 12;

/// A reading as `onrecord quantity --format json` prints it. Numbers are text, so that none loses a digit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadingView {
    /// The phrase, word for word.
    pub phrase: String,
    /// The name of the hedge; null where there is no value.
    pub hedge: Option<&'static str>,
    /// The number as written, two for a range, or null.
    pub nominal: Nominal,
    /// What it means at its sharpest.
    pub core: Option<IntervalView>,
    /// What is usually meant.
    pub typical: Option<IntervalView>,
    /// The loosest reading.
    pub support: Option<IntervalView>,
    /// Why there is no value; null where there is one.
    pub status: Option<&'static str>,
    /// The section of an exemption, where it is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The unit: `percent`, `percentage point`, a currency code or a noun.
    pub unit: Option<String>,
    /// `minimising` or `maximising`.
    pub stance: Option<&'static str>,
    /// `additional`, `subset`, `each` or `cumulative`.
    pub relation: Option<&'static str>,
    /// The period named, as an ISO date or span, or in words.
    pub period: Option<String>,
    /// What kind of number it is; null where there is no value.
    pub form: Option<&'static str>,
    /// The bytes of the phrase that carry the quantity, from and to.
    pub span: [usize; 2],
    /// The words that carry the quantity.
    pub verbatim: String,
    /// Letters of shorthand beside the number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<String>,
    /// The level a change arrives at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Box<ReadingView>>,
    /// The earlier value given or implied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub implied_earlier: Option<CutsView>,
    /// Other quantities in a stated relation to this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<ReadingView>,
    /// Other ways to read the phrase.
    pub alternatives: Vec<ReadingView>,
}

/// The numbers as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Nominal {
    /// There is none: null.
    None,
    /// One number.
    One(String),
    /// The two ends of a range.
    Two([String; 2]),
}

/// An interval; an end that is null goes on for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IntervalView {
    /// The lower end, as a decimal.
    pub lo: Option<String>,
    /// The upper end, as a decimal.
    pub hi: Option<String>,
    /// Whether the lower end belongs to it.
    pub lo_closed: bool,
    /// Whether the upper end belongs to it.
    pub hi_closed: bool,
}

/// Three nested intervals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CutsView {
    /// At its sharpest.
    pub core: IntervalView,
    /// As usually meant.
    pub typical: IntervalView,
    /// On the loosest reading.
    pub support: IntervalView,
}

impl From<&Reading> for ReadingView {
    fn from(reading: &Reading) -> Self {
        let cut = |alpha| reading.amount().map(|amount| IntervalView::from(amount.cuts().at(alpha)));
        let views = |readings: &[Reading]| readings.iter().map(Self::from).collect();
        let span = reading.span();
        Self {
            phrase: reading.phrase().to_owned(),
            hedge: reading.amount().map(|amount| amount.hedge().name()),
            nominal: reading.amount().map_or(Nominal::None, Nominal::of),
            core: cut(Alpha::Core),
            typical: cut(Alpha::Typical),
            support: cut(Alpha::Support),
            status: reading.no_value().map(super::NoValue::name),
            section: section(reading),
            unit: reading.unit().map(str::to_owned),
            stance: reading.stance().map(super::Stance::name),
            relation: reading.relation().map(super::RelationHint::name),
            period: reading.period().map(str::to_owned),
            form: reading.amount().map(|amount| amount.form().name()),
            span: [span.start, span.end],
            verbatim: reading.verbatim().to_owned(),
            flags: reading.flags().iter().map(ToString::to_string).collect(),
            level: reading.level().map(|level| Box::new(Self::from(level))),
            implied_earlier: reading.implied_earlier().map(CutsView::from),
            further: views(reading.further()),
            alternatives: views(reading.alternatives()),
        }
    }
}

fn section(reading: &Reading) -> Option<String> {
    match reading.no_value()? {
        super::NoValue::Exempt(section) => section.clone(),
        _ => None,
    }
}

impl Nominal {
    fn of(amount: &Amount) -> Self {
        match amount.nominal() {
            [] => Self::None,
            [one] => Self::One(decimal(one)),
            [first, last, ..] => Self::Two([decimal(first), decimal(last)]),
        }
    }
}

impl From<&Interval> for IntervalView {
    fn from(interval: &Interval) -> Self {
        let end = |end: &End, upper| match (end, upper) {
            (End::Unbounded, _) => None,
            (End::Closed(value), false) | (End::Open(value), true) => Some(decimal(&cut_below(value))),
            (End::Closed(value), true) | (End::Open(value), false) => Some(decimal(&-cut_below(&-value))),
        };
        Self {
            lo: end(interval.lo(), false),
            hi: end(interval.hi(), true),
            lo_closed: interval.lo().is_closed(),
            hi_closed: interval.hi().is_closed(),
        }
    }
}

/// The exact decimal, or the nearest of twelve digits where there is none.
fn decimal(value: &Rational) -> String {
    if value.decimal_places().is_some() {
        return value.to_string();
    }
    value.to_decimal(places(value).unsigned_abs()).trim_end_matches('0').to_owned()
}

/// The value, cut to twelve digits where its decimal form does not end. An end that belongs to an interval is cut
/// outwards and one that does not inwards, so that no number changes sides.
fn cut_below(value: &Rational) -> Rational {
    if value.decimal_places().is_some() {
        return value.clone();
    }
    let places = places(value);
    (value * &Rational::pow10(places)).floor() * Rational::pow10(-places)
}

/// The decimal places that show so many digits, counted from the first that is not zero.
fn places(value: &Rational) -> i32 {
    let one = Rational::from(1);
    let zeros = (0..60).find(|zeros| value.abs() * Rational::pow10(*zeros) >= one);
    zeros.unwrap_or_default() + DIGITS
}

impl From<&Cuts> for CutsView {
    fn from(cuts: &Cuts) -> Self {
        Self { core: cuts.core().into(), typical: cuts.typical().into(), support: cuts.support().into() }
    }
}

/// A reading in a few lines for people.
#[must_use]
pub fn describe(reading: &Reading) -> String {
    let mut lines = vec![format!("“{}”", visible(reading.phrase()))];
    let mut line = |name: &str, words: String| lines.push(format!("  {name:<12}{words}"));
    match (reading.amount(), reading.no_value()) {
        (Some(amount), _) => {
            line("read as", format!("{}{}", amount.hedge().words(), kind(amount)));
            line("nominal", nominal(amount));
            for (name, alpha) in
                [("core", Alpha::Core), ("typical", Alpha::Typical), ("support", Alpha::Support)]
            {
                line(name, interval(amount.cuts().at(alpha)));
            }
        }
        (None, Some(reason)) => line("no value", reason.words()),
        (None, None) => {}
    }
    let words = [
        ("unit", reading.unit().map(visible)),
        ("period", reading.period().map(visible)),
        ("stance", reading.stance().map(|stance| stance.name().to_owned())),
        ("relation", reading.relation().map(|relation| relation.name().to_owned())),
        ("arrives at", reading.level().map(|level| visible(level.verbatim()))),
        ("earlier", reading.implied_earlier().map(|cuts| interval(cuts.typical()))),
    ];
    words
        .into_iter()
        .filter_map(|(name, words)| Some((name, words?)))
        .for_each(|(name, words)| line(name, words));
    reading.further().iter().for_each(|other| line("beside it", short(other)));
    reading.alternatives().iter().for_each(|other| line("or", short(other)));
    lines.join("\n") + "\n"
}

/// Ends that have no short decimal are cut for reading.
fn interval(interval: &Interval) -> String {
    print::interval_words(interval)
}

fn nominal(amount: &Amount) -> String {
    match amount.nominal() {
        [] => "no number".to_owned(),
        numbers => numbers.iter().map(print::number).collect::<Vec<_>>().join(" and "),
    }
}

/// What the intervals are in, where that is not the number as written.
fn kind(amount: &Amount) -> &'static str {
    match amount.form() {
        Form::Number | Form::Money(_) => "",
        Form::Percent => ", in per cent",
        Form::PercentagePoints => ", in percentage points",
        Form::Proportion => ", as a share of one",
        Form::Change => "; a change, as new over old",
        Form::Difference => "; a change, as new less old",
    }
}

fn short(reading: &Reading) -> String {
    let read = match (reading.amount(), reading.no_value()) {
        (Some(amount), _) => interval(amount.cuts().typical()),
        (None, reason) => reason.map(super::NoValue::words).unwrap_or_default(),
    };
    let period = reading.period().map_or(String::new(), |period| format!(", {}", visible(period)));
    format!("“{}”: {read}{period}", visible(reading.verbatim()))
}

/// Control characters shown, so that a phrase cannot steer the terminal.
fn visible(text: &str) -> String {
    text.chars()
        .flat_map(|ch| if ch.is_control() { ch.escape_unicode().collect() } else { vec![ch] })
        .collect()
}
