//! `site/site.toml`.

use super::codes::MISSING_KEY;
use super::disk::Disk;
use super::table::{Document, Table};
use super::{Outcome, codes};
use crate::finding::Finding;
use crate::model::{Disclosure, DisclosureMode, Licence, Place, Publisher, Settings};
use crate::quantity::HedgeWidths;

const MODES: [(&str, DisclosureMode); 2] =
    [("republish", DisclosureMode::Republish), ("origin", DisclosureMode::Origin)];

pub(super) fn read(disk: &Disk) -> Outcome<Settings> {
    let Some(text) = &disk.site else {
        let unread = disk.unread.iter().any(|path| &**path == "site/site.toml");
        let missing = Finding::input(
            &MISSING_KEY,
            Place::file(&"site/site.toml".into()),
            "the file is missing",
            "every repository has site/site.toml, with a title and a publisher; --root names another folder",
        );
        return (None, if unread { Vec::new() } else { vec![missing] });
    };
    let range = 0..text.text.len();
    let document = Document::new(text, &range);
    let settings = document.parse(range).and_then(|parsed| {
        let table = Table::new(&document, parsed.get_ref(), parsed.span());
        document.check_format(&table);
        settings(&table)
    });
    (settings, document.into_findings())
}

fn settings(table: &Table<'_, '_>) -> Option<Settings> {
    let title = table.required("title", "the name of the site");
    let publisher = table.table("publisher");
    if publisher.is_none() && table.get("publisher").is_none() {
        let help = "add [publisher] with a name";
        table.document().report_at(
            &codes::MISSING_KEY,
            table.place(),
            "the table “publisher” is missing",
            help,
        );
    }
    let publisher = publisher.and_then(|publisher| read_publisher(&publisher));
    let is_named = publisher.is_some();
    let settings = Settings {
        title: title.unwrap_or_default(),
        tagline: table.string("tagline"),
        base_url: table.address("base_url").map(|url| url.trim_end_matches('/').to_owned()),
        language: table.string("language").unwrap_or_else(|| "en-GB".to_owned()),
        licence: table.table("licence").and_then(|licence| read_licence(&licence)),
        disclosure: Disclosure { mode: DisclosureMode::Republish, threshold: 5 },
        hedges: HedgeWidths::default(),
        publisher: publisher.unwrap_or_default(),
    };
    let settings = match table.table("policy") {
        Some(policy) => read_policy(&policy, settings),
        None => settings,
    };
    // Finished in any case: the key that is missing may be there under a misspelt name.
    (table.finish() && is_named).then_some(settings)
}

fn read_publisher(table: &Table<'_, '_>) -> Option<Publisher> {
    let name = table.required("name", "who publishes the site");
    let publisher = Publisher {
        name: name.unwrap_or_default(),
        contact: table.string("contact"),
        url: table.address("url"),
    };
    table.finish().then_some(publisher)
}

fn read_licence(table: &Table<'_, '_>) -> Option<Licence> {
    let name = table.required("name", "the name of the licence");
    let licence = Licence { name: name.unwrap_or_default(), url: table.address("url") };
    table.finish().then_some(licence)
}

fn read_policy(table: &Table<'_, '_>, mut settings: Settings) -> Settings {
    settings.disclosure.mode = table.one_of("mode", &MODES).unwrap_or(settings.disclosure.mode);
    if let Some(threshold) = table.whole("threshold", 1, 1_000).and_then(|number| u32::try_from(number).ok())
    {
        settings.disclosure.threshold = threshold;
    }
    if let Some(hedges) = table.table("hedges") {
        for (key, width) in settings.hedges.fields_mut() {
            if let Some(number) = hedges.number(key) {
                *width = number;
            }
        }
        hedges.finish();
    }
    table.finish();
    settings
}
