//! The data files of a measure and of the whole record: which there are, and how each is made.

use super::views::{self, Scene, Shown, Timeline};
use super::{Released, routes};
use crate::disclose::{Cleared, Publication};
use crate::edition::Digest;
use crate::export::{self, Book, DatasetPage, Format, Links, Listed, Packed, Table, Terms};
use crate::finding::Finding;
use crate::model::{Measure, Settings};
use crate::reconcile::Record;
use crate::report;
use std::cell::OnceCell;
use std::sync::Arc;

/// A data file, made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DataFile {
    /// Its format.
    pub(crate) format: Format,
    /// What is in it, in words that follow the name of the format.
    pub(crate) about: &'static str,
    /// Its name, without a folder.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// The formats in which the site has each measure. The others can be had from `onrecord export`.
pub(super) const OF_MEASURE: [Format; 7] = [
    Format::Csv,
    Format::Ods,
    Format::Xlsx,
    Format::Csvw,
    Format::Json,
    Format::DataPackage,
    Format::JsonStat,
];

/// What the files of a measure are made from.
pub(super) struct MeasureFiles<'a> {
    scene: &'a Scene<'a>,
    measure: &'a Measure,
    terms: Terms,
}

impl<'a> MeasureFiles<'a> {
    pub(super) fn new(
        scene: &'a Scene<'a>,
        settings: &'a Settings,
        measure: &'a Measure,
        frozen: Option<&Released>,
    ) -> Self {
        let terms = views::measure_terms(scene, settings, measure, frozen);
        Self { scene, measure, terms }
    }

    /// The files of some formats. A format that says nothing of a measure has none.
    pub(super) fn make(&self, formats: &[Format]) -> Vec<DataFile> {
        let table = Table::of_measure(self.scene.record(), self.measure);
        let csv = export::table_csv(&table);
        let book = OnceCell::new();
        let file = |format: &Format| {
            let bytes = match format {
                Format::Ods => export::ods(book.get_or_init(|| self.book(&table))),
                Format::Xlsx => export::xlsx(book.get_or_init(|| self.book(&table))),
                format => self.one(*format, &table, &csv)?,
            };
            let name = format.file(self.measure.id.as_str());
            Some(DataFile { format: *format, about: about(*format), name, bytes })
        };
        formats.iter().filter_map(file).collect()
    }

    /// The description for engines that find data, with the files of the measure and where each is.
    pub(super) fn linked_data(&self, links: Links<'_>, files: &[Listed]) -> Vec<u8> {
        export::dataset_json_ld(&DatasetPage {
            record: self.scene.record(),
            measure: self.measure,
            terms: &self.terms,
            links,
            page: &routes::measure(&self.measure.id),
            files,
        })
    }

    /// The files that the site has of the measure, by their addresses alone.
    fn listed(&self) -> Vec<Listed> {
        let path = |format: Format| routes::measure_data(&format.file(self.measure.id.as_str()));
        let listed =
            |format| Listed { format, about: about(format).to_owned(), path: path(format), sum: None };
        OF_MEASURE.map(listed).into()
    }

    /// The reviewed findings that concern the measure.
    fn claim_reviews(&self, links: Links<'_>) -> Option<Vec<u8>> {
        export::claim_reviews(
            self.scene.record(),
            self.scene.findings_of(&self.measure.id),
            links,
            &self.terms,
            |finding| routes::finding(&finding.fingerprint),
        )
    }

    fn one(&self, format: Format, table: &Table<'_>, csv: &[u8]) -> Option<Vec<u8>> {
        let (record, measure, terms) = (self.scene.record(), self.measure, &self.terms);
        let links = self.scene.links(None);
        Some(match format {
            Format::Csv => csv.to_vec(),
            Format::Csvw => export::csvw(table, terms),
            Format::Json => export::measure_json(record, measure, self.scene.findings_of(&measure.id), terms),
            Format::DataPackage => {
                let path = Format::Csv.file(table.name());
                let packed = Packed { table, path, bytes: csv.len() as u64, digest: Digest::of(csv) };
                export::data_package(table.name(), table.title(), &[packed], terms)
            }
            Format::JsonStat => export::json_stat(record, measure, terms),
            Format::JsonLd => self.linked_data(links, &self.listed()),
            Format::ClaimReview => return self.claim_reviews(links),
            Format::Parquet => export::parquet(table, terms),
            Format::Sqlite => {
                let sources = Table::of_sources_of(record, measure);
                let alone = Table::of_measure_alone(record, measure);
                export::sqlite(&[("figures", table), ("sources", &sources), ("measures", &alone)], terms)
            }
            Format::Dcat | Format::Ods | Format::Xlsx => return None,
        })
    }

    /// The workbook of the figures and of their sources.
    fn book(&self, table: &Table<'_>) -> Book<'_> {
        let sources = Table::of_sources_of(self.scene.record(), self.measure);
        Book::new(self.measure.heading(), &self.terms, &[("Figures", table), ("Sources", &sources)])
    }
}

/// What is in a file of a measure, in words that follow the name of its format.
pub(super) fn about(format: Format) -> &'static str {
    match format {
        Format::Csv => "every figure of this measure, for spreadsheets and programs",
        Format::Csvw => {
            "the columns of the CSV file, its units, notes, licence and citation, for programs that read both"
        }
        Format::Json => "the measure, its figures and how each is read",
        Format::DataPackage => "the same description for readers of Frictionless data packages",
        Format::JsonStat => {
            "the figures as a cube, for programs of statistical offices; a hedged figure has its ends and its words, and no bare number"
        }
        Format::JsonLd => "the measure for engines that find data",
        Format::ClaimReview => "what a person has said of its findings",
        Format::Dcat => "the measure in a catalogue",
        Format::Ods => "a workbook of the figures and their sources, with cover, notes and columns explained",
        Format::Xlsx => "the same workbook for Excel",
        Format::Parquet => "every figure of this measure, for analysts",
        Format::Sqlite => "the figures and their sources as a database",
    }
}

/// A table of the whole record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecordTable {
    Figures,
    Sources,
    Measures,
}

impl RecordTable {
    const ALL: [Self; 3] = [Self::Figures, Self::Sources, Self::Measures];

    fn of(self, record: &Record) -> Table<'_> {
        match self {
            Self::Figures => Table::of_figures(record),
            Self::Sources => Table::of_sources(record),
            Self::Measures => Table::of_measures(record),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Sources => "sources",
            Self::Measures => "measures",
        }
    }
}

/// A file of the whole record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecordFile {
    Csv(RecordTable),
    Csvw(RecordTable),
    Parquet(RecordTable),
    SourcesJson,
    Findings,
    DataPackage,
    Database,
    Catalogue,
}

impl RecordFile {
    /// Every file, in the order in which they are listed.
    pub(super) const ALL: [Self; 14] = [
        Self::Csv(RecordTable::Figures),
        Self::Csv(RecordTable::Sources),
        Self::Csv(RecordTable::Measures),
        Self::SourcesJson,
        Self::Findings,
        Self::Database,
        Self::Parquet(RecordTable::Figures),
        Self::Parquet(RecordTable::Sources),
        Self::Parquet(RecordTable::Measures),
        Self::Csvw(RecordTable::Figures),
        Self::Csvw(RecordTable::Sources),
        Self::Csvw(RecordTable::Measures),
        Self::DataPackage,
        Self::Catalogue,
    ];

    pub(super) fn format(self) -> Format {
        match self {
            Self::Csv(_) => Format::Csv,
            Self::Csvw(_) => Format::Csvw,
            Self::Parquet(_) => Format::Parquet,
            Self::SourcesJson | Self::Findings => Format::Json,
            Self::DataPackage => Format::DataPackage,
            Self::Database => Format::Sqlite,
            Self::Catalogue => Format::Dcat,
        }
    }

    /// Its name, without a folder.
    pub(super) fn name(self) -> String {
        match self {
            Self::Csv(table) | Self::Csvw(table) | Self::Parquet(table) => self.format().file(table.name()),
            Self::SourcesJson => "sources.json".to_owned(),
            Self::Findings => "findings.json".to_owned(),
            Self::DataPackage => "datapackage.json".to_owned(),
            Self::Database => "record.sqlite".to_owned(),
            Self::Catalogue => "catalogue.jsonld".to_owned(),
        }
    }

    /// It is kept as it was in each edition. The catalogue lists what is on the site now.
    pub(super) fn is_frozen(self) -> bool {
        self != Self::Catalogue
    }

    pub(super) fn path(self) -> String {
        routes::data(&self.name())
    }

    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Csv(RecordTable::Figures) => "every figure on record",
            Self::Csv(RecordTable::Sources) => "every source",
            Self::Csv(RecordTable::Measures) => "every measure: what it counts, its units and its caveats",
            Self::Csvw(RecordTable::Figures) => {
                "the columns of the file of figures, its notes, licence and citation"
            }
            Self::Csvw(RecordTable::Sources) => {
                "the columns of the file of sources, its notes, licence and citation"
            }
            Self::Csvw(RecordTable::Measures) => {
                "the columns of the file of measures, its notes, licence and citation"
            }
            Self::Parquet(RecordTable::Figures) => "every figure on record, for analysts",
            Self::Parquet(RecordTable::Sources) => "every source, for analysts",
            Self::Parquet(RecordTable::Measures) => "every measure, for analysts",
            Self::SourcesJson => "every source",
            Self::Findings => "every discrepancy, check and gap",
            Self::DataPackage => "the CSV files described for readers of Frictionless data packages",
            Self::Database => "figures, sources and measures as tables of one database",
            Self::Catalogue => "every measure, its files and its versions, for catalogues of data",
        }
    }

    pub(super) fn make(self, scene: &Scene<'_>, settings: &Settings) -> DataFile {
        let record = scene.record();
        let terms = || views::record_terms(scene, settings);
        let bytes = match self {
            Self::Csv(table) => export::table_csv(&table.of(record)),
            Self::Csvw(table) => export::csvw(&table.of(record), &terms()),
            Self::Parquet(table) => export::parquet(&table.of(record), &terms()),
            Self::SourcesJson => export::sources_json(record),
            Self::Findings => findings(scene),
            Self::DataPackage => package(scene, &terms()),
            Self::Database => {
                let tables = RecordTable::ALL.map(|table| table.of(record));
                export::sqlite(&tables.each_ref().map(|table| (table.name(), table)), &terms())
            }
            Self::Catalogue => views::catalogue(scene, &terms()),
        };
        DataFile { format: self.format(), about: self.about(), name: self.name(), bytes }
    }
}

fn findings(scene: &Scene<'_>) -> Vec<u8> {
    let public: Vec<Finding> = scene.findings().cloned().collect();
    report::json::render(&public).into_bytes()
}

fn package(scene: &Scene<'_>, terms: &Terms) -> Vec<u8> {
    let tables = RecordTable::ALL.map(|table| table.of(scene.record()));
    let packed = tables.each_ref().map(|table| {
        let (bytes, digest) = export::table_digest(table);
        Packed { table, path: Format::Csv.file(table.name()), bytes, digest }
    });
    export::data_package("record", &terms.site, &packed, terms)
}

/// The data files of one state of the record, for those who want them without a site.
pub struct Exports<'a> {
    scene: Scene<'a>,
    settings: &'a Settings,
    /// The edition that the record is, where it is one.
    shown: Option<&'a Released>,
}

impl<'a> Exports<'a> {
    /// Those of a publication. `editions` are the editions up to it, and `shown` is the one that it is.
    #[must_use]
    pub fn new(
        settings: &'a Settings,
        publication: &'a Cleared<Publication>,
        editions: &'a [Released],
        shown: Option<u32>,
    ) -> Self {
        let shown = editions.iter().find(|edition| Some(edition.number) == shown);
        let state = shown.map_or(Shown::Draft(None), Shown::Released);
        let timeline = Arc::new(Timeline::of(editions));
        let scene = Scene::new(settings, Vec::new(), publication, editions, state, &timeline);
        Self { scene, settings, shown }
    }

    /// The files of a measure. A description comes with the file that it describes.
    #[must_use]
    pub fn of_measure(&self, measure: &Measure, formats: &[Format]) -> Vec<(String, Vec<u8>)> {
        let files = MeasureFiles::new(&self.scene, self.settings, measure, self.shown);
        let made = files.make(&with_described(formats));
        made.into_iter().map(|file| (file.name, file.bytes)).collect()
    }

    /// The files of the whole record, those of its measures in a folder `measures`.
    #[must_use]
    pub fn of_record(&self, formats: &[Format]) -> Vec<(String, Vec<u8>)> {
        let formats = with_described(formats);
        let whole = RecordFile::ALL.into_iter().filter(|file| formats.contains(&file.format()));
        let mut files: Vec<(String, Vec<u8>)> =
            whole.map(|file| (file.name(), file.make(&self.scene, self.settings).bytes)).collect();
        let each: Vec<Format> =
            formats.into_iter().filter(|format| ONLY_OF_MEASURES.contains(format)).collect();
        if !each.is_empty() {
            for measure in self.scene.record().dataset().measures() {
                let own = MeasureFiles::new(&self.scene, self.settings, measure, self.shown).make(&each);
                files.extend(own.into_iter().map(|file| (format!("measures/{}", file.name), file.bytes)));
            }
        }
        files
    }
}

/// Formats in which the record goes out measure by measure.
const ONLY_OF_MEASURES: [Format; 6] =
    [Format::Json, Format::JsonStat, Format::JsonLd, Format::ClaimReview, Format::Ods, Format::Xlsx];

/// Formats, each once, with CSV where one of them describes a CSV file.
fn with_described(formats: &[Format]) -> Vec<Format> {
    let describes = formats.iter().any(|format| matches!(format, Format::Csvw | Format::DataPackage));
    let mut formats: Vec<Format> = formats.iter().copied().chain(describes.then_some(Format::Csv)).collect();
    formats.sort_unstable();
    formats.dedup();
    formats
}
