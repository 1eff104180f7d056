//! The formats of data files, each with what readers call it.

/// A format in which data goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// The description of a CSV file, after CSV on the Web.
    Csvw,
    /// JSON of our own form.
    Json,
    /// The description of CSV files as a Data Package.
    DataPackage,
    /// JSON-stat: figures in the cells of a cube.
    JsonStat,
    /// schema.org in JSON-LD.
    JsonLd,
    /// A catalogue after DCAT.
    Dcat,
    /// schema.org claim reviews.
    ClaimReview,
    /// A workbook as OpenDocument.
    Ods,
    /// A workbook as Office Open XML.
    Xlsx,
    /// A table for analysts.
    Parquet,
    /// A database for analysts.
    Sqlite,
}

impl Format {
    /// Every format, in the order of the documentation.
    pub const ALL: [Self; 12] = [
        Self::Csv,
        Self::Csvw,
        Self::Json,
        Self::DataPackage,
        Self::JsonStat,
        Self::JsonLd,
        Self::Dcat,
        Self::ClaimReview,
        Self::Ods,
        Self::Xlsx,
        Self::Parquet,
        Self::Sqlite,
    ];

    /// What readers call it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Csvw => "CSV metadata (CSVW)",
            Self::Json => "JSON",
            Self::DataPackage => "Data Package",
            Self::JsonStat => "JSON-stat",
            Self::JsonLd => "JSON-LD (schema.org)",
            Self::Dcat => "JSON-LD (DCAT)",
            Self::ClaimReview => "JSON-LD (ClaimReview)",
            Self::Ods => "ODS",
            Self::Xlsx => "XLSX",
            Self::Parquet => "Parquet",
            Self::Sqlite => "SQLite",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Csvw => "application/csvm+json",
            Self::Json | Self::DataPackage | Self::JsonStat => "application/json",
            Self::JsonLd | Self::Dcat | Self::ClaimReview => "application/ld+json",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Parquet => "application/vnd.apache.parquet",
            Self::Sqlite => "application/vnd.sqlite3",
        }
    }

    /// How the name of a file in it ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Csvw => "csv-metadata.json",
            Self::Json => "json",
            Self::DataPackage => "datapackage.json",
            Self::JsonStat => "jsonstat.json",
            Self::JsonLd => "jsonld",
            Self::Dcat => "dcat.jsonld",
            Self::ClaimReview => "claimreview.jsonld",
            Self::Ods => "ods",
            Self::Xlsx => "xlsx",
            Self::Parquet => "parquet",
            Self::Sqlite => "sqlite",
        }
    }

    /// The name of its file: `absconders.csv`.
    #[must_use]
    pub fn file(self, stem: &str) -> String {
        format!("{stem}.{}", self.ending())
    }
}
