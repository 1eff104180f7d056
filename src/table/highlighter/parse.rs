//! Reading a highlighter table.

use crate::table::Unreadable;
use smol_str::SmolStr;

/// A highlighter table, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
}

/// A column of a patch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    /// Its name after the patch.
    pub(super) name: SmolStr,
    pub(super) fate: Fate,
    pub(super) moved: bool,
}

/// What becomes of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    Kept,
    Added,
    Removed,
    /// It had this name.
    Renamed(SmolStr),
    /// It stands for columns that are left out.
    Gap,
}

/// A row of a patch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its number in the patch, counted from 1.
    pub(super) number: usize,
    pub(super) action: Action,
    pub(super) cells: Vec<SmolStr>,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Action {
    Context,
    Moved,
    Added,
    Removed,
    /// A changed cell has its texts on the two sides of this arrow.
    Changed(SmolStr),
    /// It stands for rows that are left out.
    Gap,
}

impl Patch {
    /// Reads a CSV file in the highlighter format.
    ///
    /// # Errors
    /// Where it is no text, or no highlighter table.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        Self::of(&crate::table::read::rows_of(bytes)?)
    }

    /// Reads the rows of a highlighter table.
    ///
    /// # Errors
    /// Where no row starts with `@@`, or an action is unknown.
    pub fn of(rows: &[Vec<SmolStr>]) -> Result<Self, Unreadable> {
        let place =
            rows.iter().take(HEAD).enumerate().find_map(|(row, cells)| {
                cells.iter().position(|cell| cell == "@@").map(|column| (row, column))
            });
        let Some((header, first)) = place else {
            return Err(fault(None, "no row starts with @@, so it is no highlighter diff"));
        };
        let tag = |row: &[SmolStr]| row.get(first).cloned().unwrap_or_default();
        let after = |row: &[SmolStr]| row.iter().skip(first + 1).cloned().collect::<Vec<SmolStr>>();
        let schema =
            rows.iter().take(header).find(|row| tag(row) == "!").map(|row| after(row)).unwrap_or_default();
        let names = rows.get(header).map(|row| after(row)).unwrap_or_default();
        let below = rows.iter().enumerate().skip(header + 1).filter(|(_, row)| !tag(row).starts_with('@'));
        let read = below.map(|(at, row)| {
            let mut cells = after(row);
            cells.resize(names.len(), SmolStr::default());
            Ok(Row { number: at + 1, action: action(&tag(row), at + 1)?, cells })
        });
        let rows = read.collect::<Result<Vec<Row>, Unreadable>>()?;
        let columns = names.iter().enumerate().map(|(at, name)| column(at, name, schema.get(at), &rows));
        Ok(Self { columns: columns.collect(), rows })
    }
}

/// The header stands among the first rows.
const HEAD: usize = 6;

fn fault(row: Option<usize>, message: impl Into<String>) -> Unreadable {
    Unreadable {
        line: row.map(|row| row as u64),
        message: message.into(),
        help: "`onrecord diff OLD.csv NEW.csv --format daff` writes one".to_owned(),
    }
}

fn action(tag: &str, number: usize) -> Result<Action, Unreadable> {
    let plain = tag.trim_start_matches([':', '+']);
    let is_arrow =
        plain.len() >= 2 && plain.ends_with('>') && plain.trim_end_matches('>').bytes().all(|b| b == b'-');
    match tag {
        "" | "+" => Ok(Action::Context),
        ":" | "+:" | ":+" => Ok(Action::Moved),
        "+++" => Ok(Action::Added),
        "---" => Ok(Action::Removed),
        "..." => Ok(Action::Gap),
        _ if is_arrow => Ok(Action::Changed(plain.into())),
        _ if tag.contains('!') => {
            Err(fault(Some(number), format!("“{tag}” is a conflict that nobody resolved")))
        }
        _ => Err(fault(Some(number), format!("“{tag}” is no action of a highlighter diff"))),
    }
}

fn column(at: usize, name: &SmolStr, schema: Option<&SmolStr>, rows: &[Row]) -> Column {
    let schema = schema.map_or("", SmolStr::as_str);
    let (moved, fate) = schema.strip_prefix(':').map_or((false, schema), |rest| (true, rest));
    let is_gap = || rows.iter().all(|row| row.cells.get(at).is_some_and(|cell| cell == "..."));
    let renamed = || fate.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let fate = match fate {
        "+++" => Fate::Added,
        "---" => Fate::Removed,
        _ if name == "..." && is_gap() => Fate::Gap,
        _ => renamed().map_or(Fate::Kept, |old| Fate::Renamed(old.into())),
    };
    Column { name: name.clone(), fate, moved }
}
