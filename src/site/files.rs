//! The data files of a measure and of the whole record: which there are, and how each is made.

use super::views::{self, Scene, Shown, Timeline};
use super::{Released, routes};
use crate::disclose::{Cleared, Publication};
use crate::edition::Digest;
use crate::export::{self, Format, Packed, Table, Terms};
use crate::finding::Finding;
use crate::model::{Measure, Settings};
use crate::report;
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
pub(super) const OF_MEASURE: [Format; 5] =
    [Format::Csv, Format::Csvw, Format::Json, Format::DataPackage, Format::JsonStat];

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
        let file = |format: &Format| {
            let (about, bytes) = self.one(*format, &table, &csv)?;
            let name = format.file(self.measure.id.as_str());
            Some(DataFile { format: *format, about, name, bytes })
        };
        formats.iter().filter_map(file).collect()
    }

    fn one(&self, format: Format, table: &Table<'_>, csv: &[u8]) -> Option<(&'static str, Vec<u8>)> {
        let (record, measure, terms) = (self.scene.record(), self.measure, &self.terms);
        Some(match format {
            Format::Csv => ("every figure of this measure, for spreadsheets and programs", csv.to_vec()),
            Format::Csvw => (
                "the columns of the CSV file, its units, notes, licence and citation, for programs that read both",
                export::csvw(table, terms),
            ),
            Format::Json => (
                "the measure, its figures and how each is read",
                export::measure_json(record, measure, self.scene.findings_of(&measure.id), terms),
            ),
            Format::DataPackage => {
                let path = Format::Csv.file(table.name());
                let packed = Packed { table, path, bytes: csv.len() as u64, digest: Digest::of(csv) };
                (
                    "the same description for readers of Frictionless data packages",
                    export::data_package(table.name(), table.title(), &[packed], terms),
                )
            }
            Format::JsonStat => (
                "the figures as a cube, for programs of statistical offices; a hedged figure has its ends and its words, and no bare number",
                export::json_stat(record, measure, terms),
            ),
            Format::JsonLd | Format::Dcat | Format::ClaimReview => return None,
        })
    }
}

/// A file of the whole record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecordFile {
    Figures,
    FiguresCsvw,
    Sources,
    SourcesCsvw,
    SourcesJson,
    Findings,
    DataPackage,
}

impl RecordFile {
    /// Every file, in the order in which they are listed.
    pub(super) const ALL: [Self; 7] = [
        Self::Figures,
        Self::Sources,
        Self::SourcesJson,
        Self::Findings,
        Self::FiguresCsvw,
        Self::SourcesCsvw,
        Self::DataPackage,
    ];

    pub(super) fn format(self) -> Format {
        match self {
            Self::Figures | Self::Sources => Format::Csv,
            Self::FiguresCsvw | Self::SourcesCsvw => Format::Csvw,
            Self::SourcesJson | Self::Findings => Format::Json,
            Self::DataPackage => Format::DataPackage,
        }
    }

    /// Its name below `data/`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Figures => "figures.csv",
            Self::FiguresCsvw => "figures.csv-metadata.json",
            Self::Sources => "sources.csv",
            Self::SourcesCsvw => "sources.csv-metadata.json",
            Self::SourcesJson => "sources.json",
            Self::Findings => "findings.json",
            Self::DataPackage => "datapackage.json",
        }
    }

    pub(super) fn path(self) -> String {
        routes::data(self.name())
    }

    fn about(self) -> &'static str {
        match self {
            Self::Figures => "every figure on record",
            Self::FiguresCsvw => "the columns of the file of figures, its notes, licence and citation",
            Self::Sources | Self::SourcesJson => "every source",
            Self::SourcesCsvw => "the columns of the file of sources, its notes, licence and citation",
            Self::Findings => "every discrepancy, check and gap",
            Self::DataPackage => "both CSV files described for readers of Frictionless data packages",
        }
    }

    pub(super) fn make(self, scene: &Scene<'_>, settings: &Settings) -> DataFile {
        let record = scene.record();
        let terms = || views::record_terms(scene, settings);
        let bytes = match self {
            Self::Figures => export::figures_csv(record),
            Self::FiguresCsvw => export::csvw(&Table::of_figures(record), &terms()),
            Self::Sources => export::sources_csv(record),
            Self::SourcesCsvw => export::csvw(&Table::of_sources(record), &terms()),
            Self::SourcesJson => export::sources_json(record),
            Self::Findings => findings(scene),
            Self::DataPackage => package(scene, &terms()),
        };
        DataFile { format: self.format(), about: self.about(), name: self.name().to_owned(), bytes }
    }
}

fn findings(scene: &Scene<'_>) -> Vec<u8> {
    let public: Vec<Finding> = scene.findings().cloned().collect();
    report::json::render(&public).into_bytes()
}

fn package(scene: &Scene<'_>, terms: &Terms) -> Vec<u8> {
    let (figures, sources) = (Table::of_figures(scene.record()), Table::of_sources(scene.record()));
    let packed = [&figures, &sources].map(|table| {
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
            whole.map(|file| (file.name().to_owned(), file.make(&self.scene, self.settings).bytes)).collect();
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
const ONLY_OF_MEASURES: [Format; 2] = [Format::Json, Format::JsonStat];

/// Formats, each once, with CSV where one of them describes a CSV file.
fn with_described(formats: &[Format]) -> Vec<Format> {
    let describes = formats.iter().any(|format| matches!(format, Format::Csvw | Format::DataPackage));
    let mut formats: Vec<Format> = formats.iter().copied().chain(describes.then_some(Format::Csv)).collect();
    formats.sort_unstable();
    formats.dedup();
    formats
}
