//! onrecord turns what has been put on the record about a public matter into a static site of versioned
//! pages, charts and diff reports, and computes where the sources disagree.

pub mod chart;
pub mod check;
pub mod citation;
pub mod cli;
pub mod constraint;
pub mod disclose;
pub mod edition;
pub mod export;
pub mod finding;
pub mod import;
pub mod load;
pub mod model;
pub mod page;
pub mod period;
pub mod personal;
pub mod pipeline;
pub mod quantity;
pub mod question;
pub mod reconcile;
pub mod report;
pub mod revision;
pub mod seek;
pub mod site;
pub mod table;
pub mod withheld;
