//! How far a kind of source is relied on when claims conflict. By kind only, never by outlet, party or person.

use crate::model::SourceKind;

/// The default weight of a kind of source: the cost of supposing that its figure must change.
#[must_use]
pub fn weight(kind: SourceKind) -> u32 {
    match kind {
        SourceKind::OfficialStatistics => 8,
        SourceKind::WrittenAnswer | SourceKind::FoiResponse => 6,
        SourceKind::OralAnswer | SourceKind::CommitteeEvidence | SourceKind::OfficialStatement => 4,
        SourceKind::LeakedDocument | SourceKind::Correspondence => 3,
        SourceKind::MediaReport | SourceKind::PoliticalStatement | SourceKind::Other => 2,
    }
}
