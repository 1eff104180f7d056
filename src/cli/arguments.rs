//! The arguments of every command. The help texts here are the reference.

use crate::period::PartialDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// Publishes what has been put on the record about a public matter, and says where the sources disagree.
#[derive(Debug, Parser)]
#[command(name = "onrecord", version, about, arg_required_else_help = true)]
pub(super) struct Arguments {
    /// The publisher's repository
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    pub(super) root: PathBuf,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the site
    Build(BuildOptions),
    /// Read everything, report what is found, write nothing
    Check(CheckOptions),
    /// Find out whether what documents cite of this record still stands
    #[command(subcommand)]
    Cite(CiteCommand),
    /// Show what changed from one state of the record to another, or from one CSV file to another
    ///
    /// A state is the number of an edition, `draft` for the files as they stand, or a revision of the git history such
    /// as HEAD~1. Without any, the draft is compared with the last edition.
    ///
    /// Of CSV files, columns are matched by name, rows by key; renamed columns and values are told from rows that are aligned already.
    /// Every changed cell is classified: revised, withheld, rounded, in another unit, only written in another way. The
    /// command ends with 1 where anything changed.
    Diff(DiffOptions),
    /// Write data files of measures, or of the whole record, in formats that other programs read
    ///
    /// A measure's files are named after it: ID.csv. Those of the whole record are figures.csv, sources.csv and their
    /// descriptions; formats that hold one measure go to measures/. A description comes with the file that it describes.
    Export(ExportOptions),
    /// Apply a difference in daff's highlighter format to a CSV file, and print the result
    ///
    /// The command ends with 1, and prints no table, where the file is not as the difference expects it.
    Patch(PatchOptions),
    /// Turn what others publish into data files for you to review
    ///
    /// Sources go to data/sources/, with the words they were read from; figures found in their text are proposed in
    /// proposed/figures/, or written for a measure that is named. Nothing that is there is written over, and importing
    /// the same file twice changes nothing. The command ends with 1 where a file holds something else already.
    #[command(subcommand)]
    Import(ImportCommand),
    /// Audit tables of counts: what is small, what can be worked out of withheld counts, and what to withhold as well
    ///
    /// Totals are told by their words. Several files are audited together, as one reader may have them all: tables that
    /// share totals, and those of earlier releases. No count is printed. The command ends with 1 where anything is found.
    Disclose(DiscloseOptions),
    /// Draft the questions that would settle what is unanswered, refused or unexplained
    Questions(QuestionsOptions),
    /// Freeze the record as the next edition
    Release(ReleaseOptions),
    /// Check the chain of editions and every file in it, or every file of a built site
    Verify(VerifyOptions),
    /// Show how phrases are read: hedge, number, and what they allow
    ///
    /// How wide hedged words are read is set in site/site.toml of the repository.
    Quantity(QuantityOptions),
    /// Explain a rule: what it finds, why it matters, how to resolve it
    Explain(ExplainOptions),
    /// Write out a built-in template, to copy into templates/ and change, or the values that a page has
    Template(TemplateOptions),
}

#[derive(Debug, Args)]
pub(super) struct BuildOptions {
    /// Where to put the site, from the repository's root; a folder that a build made is replaced, any other is
    /// left alone
    #[arg(long, default_value = "public", value_name = "DIR")]
    pub(super) out: PathBuf,
    /// Use only what had been made public by this date: 2025-11-27, 2025-11 or 2025
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) as_known_on: Option<PartialDate>,
}

#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    /// How to print the findings
    #[arg(long, default_value = "human")]
    pub(super) format: Format,
    /// The least severity that makes the command exit with 1
    #[arg(long, default_value = "error")]
    pub(super) fail_on: FailOn,
    /// Use only what had been made public by this date: 2025-11-27, 2025-11 or 2025
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) as_known_on: Option<PartialDate>,
}

#[derive(Debug, Subcommand)]
pub(super) enum CiteCommand {
    /// Hold each citation in documents against the record: it stands, was revised, was withdrawn, or is unknown
    ///
    /// Markdown, HTML, plain text, TeX, BibTeX and Word documents are read. A citation is an address of a figure or
    /// a measure on the site, or a key such as @figure-id.e3. The command ends with 1 where a citation does not
    /// stand, or where the words of a link are not those of the figure.
    Check(CiteCheckOptions),
}

#[derive(Debug, Args)]
pub(super) struct CiteCheckOptions {
    /// The documents
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// How to print what is found
    #[arg(long, default_value = "human")]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
pub(super) struct DiscloseOptions {
    /// The CSV files, each with a row of column names
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// The columns that say what a count is of, such as area,age,year
    #[arg(long, required = true, value_name = "COLUMNS", value_delimiter = ',')]
    pub(super) keys: Vec<String>,
    /// The columns of counts; without it, all others that hold counts
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    pub(super) count: Vec<String>,
    /// The values of a key that stand for its total; without it, "Total", "All" and what begins with them
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    pub(super) total: Vec<String>,
    /// The words of cells that are withheld, such as S; `[c]`, c and * are known
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    pub(super) withheld: Vec<String>,
    /// The words of cells that count nothing and are part of no total, such as z; give "" for cells left empty
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    pub(super) blank: Vec<String>,
    /// A file that was published before; may be given more than once
    #[arg(long, value_name = "FILE")]
    pub(super) earlier: Vec<PathBuf>,
    /// Whether the files hold the true values, or what others released
    #[arg(long, default_value = "origin")]
    pub(super) mode: DiscloseMode,
    /// Counts from 1 to one below it are small
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(super) threshold: u32,
    /// The base that counts are rounded to
    #[arg(long, value_name = "BASE", value_parser = clap::value_parser!(u32).range(2..=1_000_000))]
    pub(super) rounding: Option<u32>,
    /// A count of zero is small as well
    #[arg(long)]
    pub(super) zeros: bool,
    /// How to print what is found; csv prints the first file with all withheld that has to be
    #[arg(long, default_value = "human")]
    pub(super) format: DiscloseFormat,
}

/// Whose counts a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiscloseMode {
    /// The true values: what to withhold is proposed
    Origin,
    /// What others released: what can be worked out is named
    Republish,
}

/// How the audit of tables is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiscloseFormat {
    /// For people
    Human,
    /// One object
    Json,
    /// The first file, with `[c]` for every count that has to be withheld
    Csv,
}

#[derive(Debug, Args)]
pub(super) struct DiffOptions {
    /// The state or the CSV file before; without it, the last edition
    #[arg(value_name = "OLD")]
    pub(super) old: Option<String>,
    /// The state or the CSV file after; without it, the draft
    #[arg(value_name = "NEW")]
    pub(super) new: Option<String>,
    /// The columns that tell rows apart, as OLD=NEW where one was renamed; without them, the fewest that do in both files
    /// are used
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    pub(super) key: Vec<String>,
    /// How to print the difference
    #[arg(long, default_value = "human")]
    pub(super) format: DiffFormat,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("of").required(true).args(["measures", "all"]))]
pub(super) struct ExportOptions {
    /// The measures
    #[arg(value_name = "MEASURE")]
    pub(super) measures: Vec<String>,
    /// The whole record
    #[arg(long)]
    pub(super) all: bool,
    /// The formats; several with commas between them
    #[arg(long, required = true, value_name = "FORMATS", value_delimiter = ',')]
    pub(super) format: Vec<ExportFormat>,
    /// The edition, by its number; without it, the record as it stands
    #[arg(long, value_name = "N")]
    pub(super) edition: Option<u32>,
    /// The folder to write to, or `-` to print a single file; without it, a single file is printed
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
}

/// The formats of data files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportFormat {
    /// A row for each figure
    Csv,
    /// The CSV file, and its description after CSV on the Web
    Csvw,
    /// The CSV file, and its description as a Data Package
    Datapackage,
    /// A measure with how each figure is read
    Json,
    /// A measure as a cube
    JsonStat,
    /// A measure in schema.org terms, for engines that find data
    Jsonld,
    /// The catalogue of the whole record after DCAT
    Dcat,
    /// What a person has said of findings, in schema.org terms
    Claimreview,
    /// A workbook of a measure, OpenDocument
    Ods,
    /// A workbook of a measure, for Excel
    Xlsx,
    /// Tables for analysts
    Parquet,
    /// A database for analysts
    Sqlite,
}

#[derive(Debug, Subcommand)]
pub(super) enum ImportCommand {
    /// Written questions and written statements, in JSON from the API of Parliament
    Parliament(ImportOptions),
    /// A day of written answers, in the XML of TheyWorkForYou
    Theyworkforyou(ImportOptions),
    /// Requests for information from WhatDoTheyKnow and other Alaveteli sites: JSON, or the CSV of a batch or project
    Alaveteli(ImportOptions),
    /// A page of GOV.UK, in JSON from its content API
    Govuk(ImportOptions),
    /// A sheet of a workbook, XLSX or ODS, read as `csv` reads a table
    Spreadsheet(SpreadsheetOptions),
    /// A table as CSV, read as a mapping file says; without one, a mapping is proposed
    ///
    /// A mapping, imports/NAME.toml, says once which column is what and what each shorthand means. The next release of
    /// the table is imported with the same command, as a source of its own. Where anything is unclear, nothing is written.
    Csv(CsvOptions),
}

#[derive(Debug, Args)]
pub(super) struct CsvOptions {
    /// The table
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) table: TableOptions,
}

/// How a table is read, whatever file it stands in.
#[derive(Debug, Args)]
pub(super) struct TableOptions {
    /// The mapping imports/NAME.toml; without it, one is proposed in proposed/imports/
    #[arg(long, value_name = "NAME")]
    pub(super) map: Option<String>,
    /// The row of the header, where it is not found; a mapping says it itself
    #[arg(long, value_name = "ROW", conflicts_with = "map", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) header_row: Option<u32>,
    /// The day on which the table was published
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) published: Option<PartialDate>,
    /// The day on which you received it
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) received: Option<PartialDate>,
    /// The size up to which a file is read, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 256, value_parser = clap::value_parser!(u64).range(1..=1024))]
    pub(super) largest: u64,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct SpreadsheetOptions {
    /// The workbook
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// Show the sheets, where their tables seem to start, and what is hidden in the file
    #[arg(long, conflicts_with_all = ["sheet", "include_hidden", "map", "header_row", "published", "received", "dry_run"])]
    pub(super) list: bool,
    /// The sheet, by its name or its number in the list; a mapping may name it too
    #[arg(long, value_name = "SHEET")]
    pub(super) sheet: Option<String>,
    /// Read hidden sheets, rows and columns as well
    #[arg(long)]
    pub(super) include_hidden: bool,
    #[command(flatten)]
    pub(super) table: TableOptions,
}

#[derive(Debug, Args)]
pub(super) struct ImportOptions {
    /// The files
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// A measure that figures are for; give it again for another. What fits none, or several, is proposed
    #[arg(long = "measure", value_name = "ID")]
    pub(super) measures: Vec<String>,
    /// The day on which you received the files
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) received: Option<PartialDate>,
    /// The size up to which a file is read, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 64, value_parser = clap::value_parser!(u64).range(1..=1024))]
    pub(super) largest: u64,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct PatchOptions {
    /// The CSV file to apply it to
    #[arg(value_name = "BASE")]
    pub(super) base: PathBuf,
    /// The difference, as `onrecord diff --format daff` writes it
    #[arg(value_name = "PATCH")]
    pub(super) patch: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct QuestionsOptions {
    /// How to print the drafts
    #[arg(long, default_value = "human")]
    pub(super) format: DraftFormat,
    /// Only the question on this measure
    #[arg(long, value_name = "ID")]
    pub(super) measure: Option<String>,
    /// Use only what had been made public by this date: 2025-11-27, 2025-11 or 2025
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) as_known_on: Option<PartialDate>,
}

#[derive(Debug, Args)]
pub(super) struct ReleaseOptions {
    /// What changed and why, for readers
    #[arg(long, value_name = "TEXT")]
    pub(super) note: String,
    /// Freeze only what had been made public by this date: 2025-11-27, 2025-11 or 2025
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) as_known_on: Option<PartialDate>,
    /// The day of the release; without it SOURCE_DATE_EPOCH, or else today
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(super) date: Option<Date>,
}

#[derive(Debug, Args)]
pub(super) struct VerifyOptions {
    /// Verify a built site, wherever it was fetched from, in place of the repository
    #[arg(long, value_name = "DIR")]
    pub(super) site: Option<PathBuf>,
    /// The minisign public key that must have signed every edition
    #[arg(long, value_name = "KEY")]
    pub(super) key: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct QuantityOptions {
    /// Phrases such as "more than 53,000" or "c.65 staff"
    #[arg(required = true, value_name = "PHRASE", allow_hyphen_values = true)]
    pub(super) phrases: Vec<String>,
    /// How to print the readings
    #[arg(long, default_value = "human")]
    pub(super) format: Format,
    /// Read bare numbers as in a table, not as in prose
    #[arg(long)]
    pub(super) table: bool,
    /// The day the phrase was said, for words such as "as of October"
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(super) said: Option<Date>,
}

#[derive(Debug, Args)]
pub(super) struct TemplateOptions {
    /// The template, such as measure or partials/top; without one, the name of each
    #[arg(value_name = "NAME")]
    pub(super) name: Option<String>,
    /// The values that the page has for its template, instead of the template
    #[arg(long, requires = "name")]
    pub(super) values: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExplainOptions {
    /// The code or the name of a rule, such as R002 or hedge-dropped; without one, every rule in a line
    #[arg(value_name = "CODE")]
    pub(super) code: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DraftFormat {
    Human,
    Json,
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people
    Human,
    /// One object of typed changes
    Json,
    /// For a pull request; long lists are cut, which is said
    Markdown,
    /// One page that needs nothing else
    Html,
    /// A line for each change
    Csv,
    /// daff's highlighter format, which `onrecord patch` and daff apply
    Daff,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Error,
    Warning,
    Never,
}

fn date(text: &str) -> Result<PartialDate, String> {
    PartialDate::parse(text).map_err(|error| format!("{}; {}", error.message, error.help))
}

fn day(text: &str) -> Result<Date, String> {
    let date = date(text)?;
    if date.earliest() == date.latest() {
        Ok(date.earliest())
    } else {
        Err("name a day, such as 2025-11-27".to_owned())
    }
}
