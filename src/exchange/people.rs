//! Participants from a CSV file, as departments send them: who they are, their department, team and roles.
//!
//! Nothing is skipped in silence: a record of the file is either a row, or a [`BadRow`] with its number. Whether
//! somebody takes part already is the sprint's to say. Start with [`read`].

mod columns;
mod roles;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::decode;
use super::header;
use super::records::{Broken, Cell, Record, Records};
use super::requests::Problem as FileProblem;
use super::separator::{self, Separator};
use crate::domain::NAME_CHARS_MAX;
use crate::domain::roster::Row;
use crate::text::Clean;
pub use columns::Found;

/// Most bytes of a file.
pub const FILE_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// Most rows of a file, good and bad.
pub const ROWS_MAX: u64 = 10_000;

/// Why a file can't be taken in at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// It is no file of that kind; as with residents' answers.
    #[error("{0}")]
    File(FileProblem),
    /// No header is a known name of the column with the names.
    #[error("no column with names among {headers:?}")]
    NoNames {
        /// What the header says.
        headers: Vec<Clean>,
    },
    /// It has more bytes than [`FILE_BYTES_MAX`] or more rows than [`ROWS_MAX`].
    #[error("the file is no list of people: it is too long")]
    TooLong,
}

impl From<FileProblem> for Problem {
    fn from(problem: FileProblem) -> Self {
        Self::File(problem)
    }
}

/// A record that did not become a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Its number; the header is 1, and line breaks in quotes don't count.
    pub record: u64,
    /// What is wrong.
    pub why: BadRowWhy,
}

/// What is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadRowWhy {
    /// Nobody is named, or the line is empty.
    NoName,
    /// A name has more than [`NAME_CHARS_MAX`] characters.
    NameTooLong,
    /// This is no role.
    UnknownRole(Clean),
    /// It has fewer cells than the header.
    TooFewCells {
        /// How many it has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// It has more cells than the header, and something stands in them.
    TooManyCells {
        /// How many it has, up to the last that is not empty.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// It can't be parted into cells, or is too long.
    Broken(Broken),
}

/// What a file holds.
#[derive(Debug, PartialEq)]
pub struct List {
    /// Name of the encoding, as in `UTF-8` or `windows-1251`.
    pub encoding: &'static str,
    /// What parts its cells.
    pub separator: Separator,
    /// Names of the columns.
    pub headers: Vec<Clean>,
    /// Which column is which.
    pub found: Found,
    /// Names of the columns that are not stored.
    pub unstored: Vec<Clean>,
    /// The good rows.
    pub rows: Vec<Row>,
    /// Every other record.
    pub bad: Vec<BadRow>,
}

/// Reads the whole file `bytes`.
pub fn read(bytes: &[u8]) -> Result<List, Problem> {
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(Problem::TooLong);
    }
    let decoded = decode::decode(bytes).map_err(FileProblem::NotText)?;
    if decoded.text.trim().is_empty() {
        return Err(FileProblem::Empty.into());
    }
    let separator = separator::choose(&decoded.text, columns::is_known);
    let mut records = Records::new(&decoded.text, separator);
    let headers = header::read(&mut records)?;
    let found = columns::find(&headers).ok_or_else(|| Problem::NoNames { headers: headers.clone() })?;
    if records.read_bytes() == records.all_bytes() {
        return Err(FileProblem::OnlyHeader.into());
    }
    let unstored = found.unstored(&headers);
    let (rows, bad) = read_rows(&mut records, headers.len(), &found)?;
    Ok(List { encoding: decoded.encoding, separator, headers, found, unstored, rows, bad })
}

fn read_rows<'a>(
    records: &mut Records<'a>,
    expected: usize,
    found: &Found,
) -> Result<(Vec<Row>, Vec<BadRow>), Problem> {
    let (mut rows, mut bad) = (Vec::new(), Vec::new());
    let mut record: Record<'a> = Record::default();
    while let Some(result) = records.read(&mut record) {
        if record.number > ROWS_MAX + 1 {
            return Err(Problem::TooLong);
        }
        match read_row(&record, result, expected, found) {
            Ok(row) => rows.push(row),
            Err(why) => bad.push(BadRow { record: record.number, why }),
        }
    }
    Ok((rows, bad))
}

fn read_row(
    record: &Record<'_>,
    result: Result<(), Broken>,
    expected: usize,
    found: &Found,
) -> Result<Row, BadRowWhy> {
    result.map_err(BadRowWhy::Broken)?;
    if record.filled == 0 {
        return Err(BadRowWhy::NoName);
    }
    if record.found < expected {
        return Err(BadRowWhy::TooFewCells { found: record.found, expected });
    }
    if record.filled > expected {
        return Err(BadRowWhy::TooManyCells { found: record.filled, expected });
    }
    let cell = |place: Option<usize>| text_of(record.cells(), place);
    let name = [cell(found.name), cell(found.surname)].map(|part| part.trim().to_owned());
    let name = Clean::new(name.join(" ").trim());
    if name.is_empty() {
        return Err(BadRowWhy::NoName);
    }
    let (department, team) = (Clean::new(cell(found.department).trim()), Clean::new(cell(found.team).trim()));
    if [&name, &department, &team].into_iter().any(|text| text.as_str().chars().count() > NAME_CHARS_MAX) {
        return Err(BadRowWhy::NameTooLong);
    }
    let roles = roles::read(&cell(found.roles)).map_err(|role| BadRowWhy::UnknownRole(Clean::new(&role)))?;
    Ok(Row { record: record.number, name, department, team, roles })
}

fn text_of<'a>(cells: &[Cell<'a>], place: Option<usize>) -> Cow<'a, str> {
    place.and_then(|place| cells.get(place)).map(Cell::text).unwrap_or_default()
}
