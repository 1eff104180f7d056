//! A frozen text, parsed: what it holds must be what its manifest says that it holds.

use super::fault::{Fault, UNREADABLE, fault, not_json};
use super::object::{FORMAT, Kind};
use super::thaw::Kept;
use crate::model::{Body, ChangeNote, FigureRecord, Measure, Position, Relation, Review, Source};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What a frozen text holds.
pub(super) enum Piece {
    /// All bodies.
    Bodies(Vec<Body>),
    /// A measure and its figures.
    Measure(Box<FrozenMeasure>),
    /// A source.
    Source(Box<Source>),
    /// The relations that one source asserts.
    Relations(Vec<Relation>),
    /// The positions taken in one source.
    Positions(Vec<Position>),
    /// The publisher's words on findings.
    Reviews(Vec<Review>),
    /// The change notes of one month.
    Changes(Vec<ChangeNote>),
}

/// A measure and the records of its figures, whose words have still to be read.
pub(super) struct FrozenMeasure {
    /// Where its text is kept.
    pub(super) path: String,
    /// The measure.
    pub(super) measure: Measure,
    /// Its figures.
    pub(super) figures: Vec<FigureRecord>,
}

impl Piece {
    /// Parses a frozen text.
    pub(super) fn parse(kept: &Kept<'_>) -> Result<Self, Fault> {
        let piece = match kept.entry.kind {
            Kind::Bodies => Self::Bodies(read::<Bodies>(kept)?.bodies),
            Kind::Measure => {
                let MeasureText { measure, figures, .. } = read(kept)?;
                Self::Measure(Box::new(FrozenMeasure { path: kept.path.clone(), measure, figures }))
            }
            Kind::Source => Self::Source(Box::new(read::<SourceText>(kept)?.source)),
            Kind::Relations => Self::Relations(read::<Relations>(kept)?.relations),
            Kind::Positions => Self::Positions(read::<Positions>(kept)?.positions),
            Kind::Reviews => Self::Reviews(read::<Reviews>(kept)?.reviews),
            Kind::Changes => Self::Changes(read::<ChangesText>(kept)?.changes),
        };
        if piece.is_of(kept.entry.id.as_deref()) { Ok(piece) } else { Err(of_another(kept)) }
    }

    fn is_of(&self, id: Option<&str>) -> bool {
        match self {
            Self::Bodies(_) | Self::Reviews(_) => id.is_none(),
            Self::Measure(frozen) => {
                let own = &frozen.measure.id;
                id == Some(own.as_str()) && frozen.figures.iter().all(|figure| figure.key.measure == *own)
            }
            Self::Source(source) => id == Some(source.id.as_str()),
            Self::Relations(relations) => {
                relations.iter().all(|relation| id == Some(relation.source.as_str()))
            }
            Self::Changes(notes) => notes.iter().all(|note| id == Some(note.month().as_str())),
            Self::Positions(positions) => {
                positions.iter().all(|position| id == Some(position.source.as_str()))
            }
        }
    }
}

/// The head of every frozen text.
#[derive(Deserialize)]
struct Head {
    format: u32,
    kind: Kind,
}

macro_rules! text {
    ($name:ident { $($field:ident: $type:ty),+ }) => {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $name {
            format: u32,
            kind: Kind,
            $($field: $type),+
        }

        impl From<&$name> for Head {
            fn from(text: &$name) -> Self {
                Self { format: text.format, kind: text.kind }
            }
        }
    };
}

text!(Bodies { bodies: Vec<Body> });
text!(MeasureText { measure: Measure, figures: Vec<FigureRecord> });
text!(SourceText { source: Source });
text!(Relations { relations: Vec<Relation> });
text!(Positions { positions: Vec<Position> });
text!(Reviews { reviews: Vec<Review> });
text!(ChangesText { changes: Vec<ChangeNote> });

fn read<T: DeserializeOwned>(kept: &Kept<'_>) -> Result<T, Fault>
where
    for<'a> Head: From<&'a T>,
{
    let text: T = serde_json::from_str(&kept.text).map_err(|error| unreadable(kept, &error))?;
    let head = Head::from(&text);
    if head.format != FORMAT {
        return Err(later(kept, head.format));
    }
    if head.kind == kept.entry.kind { Ok(text) } else { Err(of_another(kept)) }
}

/// A text of a later format fails on its first new word; the format is what a reader must be told.
fn unreadable(kept: &Kept<'_>, error: &serde_json::Error) -> Fault {
    match serde_json::from_str::<Head>(&kept.text) {
        Ok(head) if head.format != FORMAT => later(kept, head.format),
        Ok(_) | Err(_) => not_json(&kept.path, &format!("a frozen {}", kept.entry), error),
    }
}

fn later(kept: &Kept<'_>, format: u32) -> Fault {
    let message = format!("It is written in format {format}; this version reads format {FORMAT}");
    fault(&UNREADABLE, &kept.path, message)
}

fn of_another(kept: &Kept<'_>) -> Fault {
    fault(&UNREADABLE, &kept.path, format!("It does not hold the {} that its edition names", kept.entry))
}
