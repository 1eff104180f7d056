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
    /// Where it was declared.
    #[serde(skip)]
    pub place: Option<Place>,
}
