//! schema.org ClaimReview, for findings that a person has reviewed.
//!
//! A finding compares accounts; it judges none. So every account in it is named alike, whichever side it is on, with its
//! own words and its source; the review is the reviewer's words as they were written; and there is no rating, since none
//! was given: to turn “these cannot both hold” into a score of one of them would be to make one up. A reply of the body
//! concerned is no review, and a finding that is itself disputed is not sent out as one.

use super::json_file::json_file;
use super::json_ld::{licence, organisation, work};
use super::links::Links;
use super::terms::Terms;
use crate::finding::{Finding, Reviewed};
use crate::model::{Figure, ReviewState};
use crate::reconcile::Record;
use serde_json::{Value, json};

/// Findings as claim reviews, one for each account that they compare. None where nobody has reviewed any of them.
#[must_use]
pub fn claim_reviews(
    record: &Record,
    findings: &[&Finding],
    links: Links<'_>,
    terms: &Terms,
    page: impl Fn(&Finding) -> String,
) -> Option<Vec<u8>> {
    let mut reviews: Vec<Value> = Vec::new();
    for finding in findings {
        let Some(review) = finding.review.as_ref().filter(|review| is_a_review(review)) else { continue };
        let url = links.to(&page(finding));
        let figures = finding.figures.iter().filter_map(|id| record.figure(id));
        reviews.extend(figures.map(|figure| one(record, finding, review, figure, url.as_deref(), terms)));
    }
    let graph = || json_file(&json!({ "@context": "https://schema.org", "@graph": reviews }));
    (!reviews.is_empty()).then(graph)
}

fn is_a_review(review: &Reviewed) -> bool {
    [ReviewState::Explained, ReviewState::Accepted].iter().any(|state| state.name() == review.state)
}

fn one(
    record: &Record,
    finding: &Finding,
    review: &Reviewed,
    figure: &Figure,
    url: Option<&str>,
    terms: &Terms,
) -> Value {
    let claimed = claimed(record, figure);
    let mut value = json!({
        "@type": "ClaimReview",
        "name": finding.title,
        "abstract": finding.message,
        "claimReviewed": claimed,
        "itemReviewed": claim(record, figure, &claimed),
        "reviewAspect": "How it compares with the other accounts on record",
        "reviewBody": review.text,
        "datePublished": review.date,
        "author": organisation(terms),
        "creditText": format!("Reviewed by {}. {}", review.by, terms.citation),
        "inLanguage": terms.language,
    });
    if let Some(object) = value.as_object_mut() {
        object.extend(url.map(|url| ("url".to_owned(), url.into())));
        object.extend(licence(terms).map(|licence| ("license".to_owned(), licence)));
    }
    value
}

/// "People recorded as absconded, October 2025: “53,298”".
fn claimed(record: &Record, figure: &Figure) -> String {
    let measure = record.dataset().measure(&figure.key.measure);
    let title = measure.map_or(figure.key.measure.as_str(), |measure| &measure.title);
    let words = figure.wording().quoted.as_deref().unwrap_or(&figure.reported);
    format!("{title}, {}: “{words}”", figure.key.timing.words())
}

fn claim(record: &Record, figure: &Figure, claimed: &str) -> Value {
    let mut claim = json!({ "@type": "Claim", "text": claimed });
    let source = record.dataset().source(&figure.source);
    if let (Some(source), Some(object)) = (source, claim.as_object_mut()) {
        let body = source.body.as_ref().map(|body| record.dataset().body_name(body));
        object
            .extend(body.map(|name| ("author".to_owned(), json!({ "@type": "Organization", "name": name }))));
        let date = source.public_date().map(|date| date.to_string());
        object.extend(date.map(|date| ("datePublished".to_owned(), date.into())));
        object.insert("appearance".to_owned(), work(source));
    }
    claim
}
