//! A body: whoever publishes, answers or speaks as an institution.

use super::{BodyId, Place};
use serde::{Deserialize, Serialize};

/// A department, agency, committee, newspaper or other institution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// Its identifier.
    pub id: BodyId,
    /// Its full name.
    pub name: String,
    /// A shorter name for tables, where there is one.
    pub short: Option<String>,
    /// How a written question in Parliament names the minister who answers for it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub asked_as: Option<String>,
    /// Under which law it answers requests for information, where that is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub foi: Option<FoiLaw>,
    /// Where it was declared.
    #[serde(skip)]
    pub place: Option<Place>,
}

impl Body {
    /// The body as it is on record: how it is asked for more is the publisher's note to itself.
    #[must_use]
    pub fn on_record(&self) -> Self {
        Self { asked_as: None, foi: None, ..self.clone() }
    }
}

/// The law under which a body answers requests for recorded information.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FoiLaw {
    /// The Freedom of Information Act 2000.
    Uk,
    /// The Freedom of Information (Scotland) Act 2002.
    Scotland,
    /// None: it need not answer.
    None,
}

impl FoiLaw {
    /// Every law, in the order of the documentation.
    pub const ALL: [Self; 3] = [Self::Uk, Self::Scotland, Self::None];

    /// The law as it is written in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Uk => "uk",
            Self::Scotland => "scotland",
            Self::None => "none",
        }
    }
}
