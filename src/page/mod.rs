//! Typed page views and their templates: values in, HTML out.
//!
//! A view holds prepared text: every number printed, every date in words. What is `None` or empty shows as
//! "not known" in words. Addresses within the site are called `path` and start at the site's root; addresses
//! outside are called `url` and are checked. Only [`Html`] and [`Svg`] reach a page unescaped.

mod built_in;
mod change;
mod conflict;
mod discrepancy;
mod edition;
mod embed;
mod error;
mod escape;
mod expressions;
mod frame;
mod home;
mod lists;
mod mark;
mod markup;
mod measure;
mod origins;
mod pieces;
mod prose;
mod prose_table;
mod question;
mod reading;
mod renderer;
mod rows;
mod rule;
mod source;
mod standing;
mod template;
mod trusted;

pub use built_in::{ASSETS, Asset};
pub use change::{
    AlteredFinding, BigChange, ChangeEntry, ChangeList, ChangePage, ChangeRow, Count, Digests, NoteLine,
};
pub use conflict::{ConflictPart, CorrectionLine, WeighedFigure};
pub use discrepancy::{
    BridgeStep, Cause, Claim, Comparison, DiscrepancyList, DiscrepancyPage, Distance, Gap, LogEntry, Match,
    Past, Reply, Rule, Settlement,
};
pub use edition::{Chain, EditionList, EditionPage, Withdrawal};
pub use embed::{Embed, EmbedPage};
pub use error::PageError;
pub(crate) use escape::cleaned;
pub use frame::{
    CardPicture, EditionStamp, EditionState, Frame, Link, Outside, Section, Site, When, figure_anchor,
    root_of,
};
pub use home::{Glance, HomePage};
pub use lists::{
    AuthoredPage, DownloadGroup, DownloadsPage, IndexGroup, IndexPage, MeasureGroup, MeasureList,
    NotFoundPage, SearchPage, Shelf, ShelfPage,
};
pub use mark::mark;
pub use measure::{
    Dates, Definition, FigureRow, FigureTable, Frozen, GonePage, Headline, MeasureChange, MeasurePage,
    Nature, SourceLine, Superseded, Tombstone, TriangleCell, TriangleLine, TriangleTable, Version,
};
pub use origins::{DEEPEST, Family, Provenance, Report, origin_tree};
pub use pieces::{
    Address, CellKind, ChartFigure, Citation, CitationForm, Download, EditionLine, FindingLine, MeasureLine,
    Quote, Shorthand, Tone,
};
pub use prose::{Prose, Under};
pub use question::{QuestionEntry, QuestionList, RequestDraft, SaidBefore, question_anchor};
pub use reading::{PhraseLine, ReadingPage, VerdictLine};
pub use renderer::{Renderer, View, built_in_template, built_in_templates, template_values};
pub use rule::{RuleGroup, RuleLine, RuleList, RulePage};
pub use source::{Assertion, SourceEntry, SourceFacts, SourceFigure, SourceList, SourcePage};
pub use standing::{Standing, Status, StatusHistory, StatusStep};
pub use trusted::{Html, Svg, WebAddress};

#[cfg(test)]
mod tests;
