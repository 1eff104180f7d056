//! The vocabulary: what a published figure, its source and the claims about it are. Plain values.

mod authored;
mod body;
mod captured;
mod change_note;
mod dataset;
mod figure;
mod id;
mod known;
mod measure;
mod own_text;
mod place;
mod position;
mod relation;
mod review;
mod settings;
mod source;

pub use authored::AuthoredPage;
pub use body::{Body, FoiLaw};
pub use captured::{CapturedLine, Opens};
pub use change_note::{ChangeKind, ChangeNote};
pub use dataset::{Dataset, DuplicateId, Parts};
pub use figure::{Basis, Extent, Figure, FigureKey, FigureRecord, Flag, Wording};
pub use id::{
    BodyId, ChangeNoteId, Code, DimensionId, FigureId, MeasureId, PositionId, RelationId, SlugError, SourceId,
};
pub use measure::{Additivity, Counted, Dimension, Measure, QuantityKind, StockOrFlow};
pub use own_text::OwnText;
pub use place::Place;
pub use position::{Position, PositionStance};
pub use relation::{Asserted, Relation};
pub use review::{Review, ReviewState};
pub use settings::{AddedWord, Disclosure, DisclosureMode, Licence, Publisher, Settings, WordList, Zeros};
pub use source::{Designation, Source, SourceKind};
