//! How something on the site is cited: in plain text, as BibTeX and as CSL JSON. All three say the same.

use super::bibtex;
use super::json_file::json_file;
use crate::period::PartialDate;
use serde::Serialize;

/// What a citation says, in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What a bibliography calls it: `pool-53298.e3`.
    pub key: String,
    /// Who publishes the site.
    pub publisher: String,
    /// What is cited, in words; for a figure with its own words and its date or period.
    pub title: String,
    /// The site.
    pub site: String,
    /// The edition that holds it, with its date; none for what is not yet in an edition.
    pub edition: Option<(u32, PartialDate)>,
    /// Where it is: whole where the site's base address is known, else from the site's root.
    pub address: String,
    /// What must go with it wherever it is quoted: source, basis and standing of a figure. Without a full stop.
    pub note: Option<String>,
    /// A table of figures or a page.
    pub kind: Kind,
}

/// What kind of thing is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A figure of the data.
    Dataset,
    /// A page of the site.
    Webpage,
}

/// An item of CSL JSON, as reference managers read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CslItem {
    id: String,
    #[serde(rename = "type")]
    kind: Kind,
    title: String,
    author: [CslName; 1],
    #[serde(rename = "container-title")]
    container_title: String,
    publisher: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<CslDate>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct CslName {
    literal: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct CslDate {
    #[serde(rename = "date-parts")]
    date_parts: [[i16; 3]; 1],
}

/// The one item of a reference as a file of CSL JSON.
#[must_use]
pub fn csl_json(reference: &Reference) -> String {
    String::from_utf8_lossy(&json_file(&[reference.csl()])).into_owned()
}

impl Reference {
    /// A line of plain text.
    #[must_use]
    pub fn plain(&self) -> String {
        let note = self.note.as_ref().map(|note| format!(" {note}.")).unwrap_or_default();
        let stamp = self.edition.map_or_else(
            || NOT_YET.to_owned(),
            |(number, date)| format!("edition {number}, {}", date.words()),
        );
        format!("{}: {}.{note} {}, {stamp}. {}", self.publisher, self.title, self.site, self.address)
    }

    /// An entry of BibTeX.
    #[must_use]
    pub fn bibtex(&self) -> String {
        let mut fields = vec![
            ("author", bibtex::kept(&self.publisher)),
            ("title", bibtex::kept(&self.title)),
            ("howpublished", bibtex::escaped(&self.howpublished())),
        ];
        if let Some((_, date)) = self.edition {
            fields.push(("year", date.latest().year().to_string()));
        }
        fields.extend(self.whole_address().map(|url| ("url", bibtex::address(url))));
        fields.extend(self.note.as_ref().map(|note| ("note", bibtex::escaped(note))));
        bibtex::entry("misc", &self.key, &fields)
    }

    /// An item of CSL JSON.
    #[must_use]
    pub fn csl(&self) -> CslItem {
        CslItem {
            id: self.key.clone(),
            kind: self.kind,
            title: self.title.clone(),
            author: [CslName { literal: self.publisher.clone() }],
            container_title: self.site.clone(),
            publisher: self.publisher.clone(),
            version: self.edition.map(|(number, _)| format!("edition {number}")),
            issued: self.edition.map(|(_, date)| CslDate { date_parts: [parts(date)] }),
            url: self.whole_address().map(str::to_owned),
            note: self.note.clone(),
        }
    }

    fn howpublished(&self) -> String {
        match self.edition {
            Some((number, date)) => format!("{}, edition {number}, {}", self.site, date.words()),
            None => format!("{}, {NOT_YET}", self.site),
        }
    }

    /// A path from the site's root is no address that a reference manager could open.
    fn whole_address(&self) -> Option<&str> {
        Some(&*self.address).filter(|address| address.contains("://"))
    }
}

const NOT_YET: &str = "not yet in an edition";

fn parts(date: PartialDate) -> [i16; 3] {
    let day = date.latest();
    [day.year(), i16::from(day.month()), i16::from(day.day())]
}

#[cfg(test)]
mod tests {
    use super::{Kind, Reference};
    use crate::period::PartialDate;
    use serde_json::json;

    fn reference() -> Reference {
        Reference {
            key: "pool-53298.e3".to_owned(),
            publisher: "Smith & Sons".to_owned(),
            title: "Open cases, 2025: “more than 53%”".to_owned(),
            site: "The {record}".to_owned(),
            edition: Some((3, PartialDate::parse("2026-03-01").unwrap())),
            address: "https://record.example/measures/pool/v/3/#figure-pool-53298".to_owned(),
            note: Some("Leaked document, not confirmed".to_owned()),
            kind: Kind::Dataset,
        }
    }

    #[test]
    fn a_line_of_text_says_what_stands_where_and_how_far_it_is_confirmed() {
        let expected = "Smith & Sons: Open cases, 2025: “more than 53%”. Leaked document, not confirmed. \
                        The {record}, edition 3, 1 March 2026. \
                        https://record.example/measures/pool/v/3/#figure-pool-53298";
        assert_eq!(reference().plain(), expected);
    }

    #[test]
    fn bibtex_keeps_capitals_and_names_and_means_its_special_characters() {
        let expected = "@misc{pool-53298.e3,\n  \
                          author = {{Smith \\& Sons}},\n  \
                          title = {{Open cases, 2025: “more than 53\\%”}},\n  \
                          howpublished = {The \\textbraceleft{}record\\textbraceright{}, edition 3, 1 March 2026},\n  \
                          year = {2026},\n  \
                          url = {https://record.example/measures/pool/v/3/#figure-pool-53298},\n  \
                          note = {Leaked document, not confirmed},\n}\n";
        assert_eq!(reference().bibtex(), expected);
    }

    #[test]
    fn csl_json_has_the_names_and_types_of_its_schema() {
        let expected = json!({
            "id": "pool-53298.e3",
            "type": "dataset",
            "title": "Open cases, 2025: “more than 53%”",
            "author": [{ "literal": "Smith & Sons" }],
            "container-title": "The {record}",
            "publisher": "Smith & Sons",
            "version": "edition 3",
            "issued": { "date-parts": [[2026, 3, 1]] },
            "URL": "https://record.example/measures/pool/v/3/#figure-pool-53298",
            "note": "Leaked document, not confirmed",
        });
        assert_eq!(serde_json::to_value(reference().csl()).unwrap(), expected);
    }

    #[test]
    fn a_path_without_a_base_is_told_in_words_and_is_no_url() {
        let relative =
            Reference { address: "measures/pool/".to_owned(), edition: None, note: None, ..reference() };
        assert!(relative.plain().ends_with("The {record}, not yet in an edition. measures/pool/"));
        assert!(!relative.bibtex().contains("url") && !relative.bibtex().contains("year"));
        let csl = serde_json::to_value(relative.csl()).unwrap();
        assert!(csl.get("URL").is_none() && csl.get("issued").is_none(), "{csl}");
    }
}
