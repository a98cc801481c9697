//! Residents' answers from a CSV file: which encoding, separator and columns it has, the rows that came in
//! and each row that did not, with the reason.
//!
//! Nothing is skipped in silence: a record of the file is either a row, or a [`BadRow`] with its number.
//! Start with [`read`]; [`probe`] shows what it would do.

mod columns;
mod dates;
mod rows;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::decode::{self, Binary};
use super::header;
use super::records::{Broken, CELLS_MAX, Cell, Record, Records};
use super::separator::{self, Separator};
use crate::domain::request::day_number;
use crate::text::{self, Clean};
pub use columns::Found;
pub(super) use columns::{is_known, text_column};
use rows::Names;
pub use rows::Rows;

/// Most bytes of a file.
pub const FILE_BYTES_MAX: u64 = 256 * 1024 * 1024;
/// Most rows of a file, good and bad.
pub const ROWS_MAX: u64 = 1_000_000;
/// Most columns of a file.
pub const COLUMNS_MAX: usize = CELLS_MAX;
/// Most characters in the name of a category or district.
pub const NAME_CHARS_MAX: usize = 200;
/// Most different categories, and most different districts.
pub const NAMES_MAX: usize = 1_000;

/// How many rows a preview shows.
const PREVIEW_ROWS: usize = 5;
/// Most terminal columns of a cell in a preview.
const PREVIEW_COLUMNS_MAX: usize = 200;
/// Progress is reported each time that so many records were read.
const PROGRESS_RECORDS: u64 = 1024;

/// Which columns to take, by the name in the header or by the number from 1; `None` is found by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// What people wrote; a file without it is refused.
    pub text: Option<String>,
    /// The word it came in with.
    pub category: Option<String>,
    /// Where they live.
    pub district: Option<String>,
    /// When they wrote.
    pub date: Option<String>,
}

/// Why a file can't be taken in at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is no text file.
    #[error("the file is no text: {0:?}")]
    NotText(Binary),
    /// It has a header and no rows.
    #[error("the file has a header and no rows")]
    OnlyHeader,
    /// Its header can't be read.
    #[error("the header cannot be read: {0:?}")]
    BadHeader(Broken),
    /// No header is a known name of the column with the answers.
    #[error("no column with the answers among {headers:?}")]
    NoTextColumn {
        /// What the header says.
        headers: Vec<Clean>,
    },
    /// A column was asked for that is not there.
    #[error("no column {asked} among {headers:?}")]
    NoSuchColumn {
        /// The name or number that was asked for.
        asked: Clean,
        /// What the header says.
        headers: Vec<Clean>,
    },
    /// It has more bytes than [`FILE_BYTES_MAX`].
    #[error("the file has {found_bytes} bytes; at most {FILE_BYTES_MAX} are read")]
    TooLarge {
        /// How many it has.
        found_bytes: u64,
    },
    /// It has more columns than [`COLUMNS_MAX`].
    #[error("the file has {found} columns; at most {COLUMNS_MAX} are read")]
    TooManyColumns {
        /// How many it has.
        found: usize,
    },
    /// It has more rows than [`ROWS_MAX`].
    #[error("the file has more than {ROWS_MAX} rows")]
    TooManyRows,
    /// A column of categories or districts has more different names than [`NAMES_MAX`]: it is another column.
    #[error("the column {header} has more than {NAMES_MAX} different names")]
    TooManyNames {
        /// The header of the column.
        header: Clean,
    },
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
}

/// A record that did not become a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadRow {
    /// Its number; the header is 1, and line breaks in quotes don't count.
    pub record: u64,
    /// What is wrong.
    pub why: BadRowWhy,
}

/// What is wrong with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRowWhy {
    /// Nobody wrote anything, or the line is empty.
    NoText,
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
    /// The category or district is longer than [`NAME_CHARS_MAX`].
    NameTooLong,
    /// It can't be parted into cells, or is too long.
    Broken(Broken),
}

/// What [`read`] would do with a file.
#[derive(Debug, PartialEq)]
pub struct Preview {
    /// Name of the encoding, as in `UTF-8` or `windows-1251`.
    pub encoding: &'static str,
    /// What parts its cells.
    pub separator: Separator,
    /// Names of the columns.
    pub headers: Vec<Clean>,
    /// Which column is which.
    pub found: Found,
    /// Names of the columns that would not be stored.
    pub unstored: Vec<Clean>,
    /// The cells of the first good rows, as many as there are headers each; long ones are cut.
    pub first: Vec<Vec<Clean>>,
}

/// What came in.
#[derive(Debug, PartialEq)]
pub struct Intake {
    /// Name of the encoding, as in `UTF-8` or `windows-1251`.
    pub encoding: &'static str,
    /// What parts its cells.
    pub separator: Separator,
    /// Names of the columns that are not stored.
    pub unstored: Vec<Clean>,
    /// The good rows.
    pub rows: Rows,
    /// Every other record.
    pub bad: Vec<BadRow>,
    /// Good rows whose date says something that is no date; they have none.
    pub unread_dates: u64,
    /// Characters that were taken out of good rows because they could hide or move text, and places of the
    /// file that its encoding can't explain.
    pub removed_chars: u64,
}

/// Shows what [`read`] would do with the whole file `bytes`.
pub fn probe(bytes: &[u8], wanted: &Columns) -> Result<Preview, Problem> {
    let table = Table::open(bytes, wanted)?;
    let mut records = table.rows();
    let mut record = Record::default();
    let mut first = Vec::with_capacity(PREVIEW_ROWS);
    while first.len() < PREVIEW_ROWS
        && let Some(result) = records.read(&mut record)
    {
        if table.check(&record, result).is_ok() {
            let cells = record.cells().iter().take(table.headers.len());
            first.push(cells.map(|cell| Clean::new(&text::fit(&cell.text(), PREVIEW_COLUMNS_MAX))).collect());
        }
    }
    let unstored = table.unstored();
    let Table { encoding, separator, headers, found, .. } = table;
    Ok(Preview { encoding, separator, headers, found, unstored, first })
}

/// Takes in the whole file `bytes`. `progress` hears how many bytes of how many are read and answers whether
/// to go on.
pub fn read(
    bytes: &[u8],
    wanted: &Columns,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Intake, Problem> {
    let table = Table::open(bytes, wanted)?;
    let mut records = table.rows();
    let mut record = Record::default();
    let mut reading =
        Reading { found: table.found, removed_chars: table.spoiled_count, ..Reading::default() };
    while let Some(result) = records.read(&mut record) {
        if record.number > ROWS_MAX + 1 {
            return Err(Problem::TooManyRows);
        }
        if let Err(why) = table.check(&record, result).and_then(|cells| reading.take(cells)) {
            reading.bad.push(BadRow { record: record.number, why });
        }
        if let Some(column) = reading.crowded() {
            return Err(Problem::TooManyNames {
                header: table.headers.get(column).cloned().unwrap_or_default(),
            });
        }
        if record.number.is_multiple_of(PROGRESS_RECORDS)
            && !progress(records.read_bytes() as u64, records.all_bytes() as u64)
        {
            return Err(Problem::Cancelled);
        }
    }
    Ok(reading.finish(&table))
}

/// A file whose header is understood.
struct Table<'a> {
    text: Cow<'a, str>,
    encoding: &'static str,
    separator: Separator,
    headers: Vec<Clean>,
    found: Found,
    spoiled_count: u64,
}

impl<'a> Table<'a> {
    fn open(bytes: &'a [u8], wanted: &Columns) -> Result<Self, Problem> {
        let found_bytes = bytes.len() as u64;
        if found_bytes > FILE_BYTES_MAX {
            return Err(Problem::TooLarge { found_bytes });
        }
        let decode::Decoded { text, encoding, spoiled_count } =
            decode::decode(bytes).map_err(Problem::NotText)?;
        if text.trim().is_empty() {
            return Err(Problem::Empty);
        }
        let separator = separator::choose(&text, columns::is_known);
        let headers = header::read(&mut Records::new(&text, separator))?;
        let found = columns::find(&headers, wanted)?;
        let table = Self { text, encoding, separator, headers, found, spoiled_count };
        let rows = table.rows();
        if rows.read_bytes() == rows.all_bytes() {
            return Err(Problem::OnlyHeader);
        }
        Ok(table)
    }

    /// The records after the header.
    fn rows(&self) -> Records<'_> {
        let mut records = Records::new(&self.text, self.separator);
        records.read(&mut Record::default());
        records
    }

    fn unstored(&self) -> Vec<Clean> {
        self.found.unstored(&self.headers)
    }

    /// The cells of a record that is as long as the header and has a text.
    fn check<'r, 't>(
        &self,
        record: &'r Record<'t>,
        result: Result<(), Broken>,
    ) -> Result<&'r [Cell<'t>], BadRowWhy> {
        result.map_err(BadRowWhy::Broken)?;
        let expected = self.headers.len();
        if record.filled == 0 {
            return Err(BadRowWhy::NoText);
        }
        if record.found < expected {
            return Err(BadRowWhy::TooFewCells { found: record.found, expected });
        }
        if record.filled > expected {
            return Err(BadRowWhy::TooManyCells { found: record.filled, expected });
        }
        match record.cells().get(self.found.text) {
            Some(cell) if !cell.is_blank() => Ok(record.cells()),
            Some(_) | None => Err(BadRowWhy::NoText),
        }
    }
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    found: Found,
    rows: Rows,
    categories: Names,
    districts: Names,
    bad: Vec<BadRow>,
    unread_dates: u64,
    removed_chars: u64,
    /// A text on its way through cleaning.
    line: String,
}

impl Reading {
    /// The column that has more different names than a list of categories can have.
    fn crowded(&self) -> Option<usize> {
        match (self.categories.len() > NAMES_MAX, self.districts.len() > NAMES_MAX) {
            (true, _) => self.found.category,
            (false, true) => self.found.district,
            (false, false) => None,
        }
    }

    fn take(&mut self, cells: &[Cell<'_>]) -> Result<(), BadRowWhy> {
        let text = cell_text(cells, Some(self.found.text));
        let category = cell_text(cells, self.found.category);
        let district = cell_text(cells, self.found.district);
        if [&category, &district].into_iter().any(|name| is_name_too_long(name)) {
            return Err(BadRowWhy::NameTooLong);
        }
        self.take_text(&text)?;
        let (place, removed_count) = self.categories.place(&category);
        self.rows.category.push(place);
        self.removed_chars += removed_count as u64;
        if self.found.district.is_some() {
            let (place, removed_count) = self.districts.place(&district);
            self.rows.district.push(place);
            self.removed_chars += removed_count as u64;
        }
        if self.found.date.is_some() {
            self.take_date(&cell_text(cells, self.found.date));
        }
        Ok(())
    }

    fn take_text(&mut self, text: &str) -> Result<(), BadRowWhy> {
        self.line.clear();
        let removed_count = text::clean_into(text, &mut self.line);
        if self.line.is_empty() {
            return Err(BadRowWhy::NoText);
        }
        self.rows.text.push(&self.line);
        self.removed_chars += removed_count as u64;
        Ok(())
    }

    fn take_date(&mut self, cell: &str) {
        let date = dates::read(cell);
        if date.is_none() && !cell.trim().is_empty() {
            self.unread_dates += 1;
        }
        self.rows.day.push(date.map(day_number));
    }

    fn finish(self, table: &Table<'_>) -> Intake {
        let mut rows = self.rows;
        rows.categories = self.categories.into_list();
        rows.districts = self.districts.into_list();
        rows.drop_empty_columns();
        Intake {
            encoding: table.encoding,
            separator: table.separator,
            unstored: table.unstored(),
            rows,
            bad: self.bad,
            unread_dates: self.unread_dates,
            removed_chars: self.removed_chars,
        }
    }
}

fn cell_text<'a>(cells: &[Cell<'a>], place: Option<usize>) -> Cow<'a, str> {
    place.and_then(|place| cells.get(place)).map(Cell::text).unwrap_or_default()
}

fn is_name_too_long(name: &str) -> bool {
    name.len() > NAME_CHARS_MAX && name.trim().chars().count() > NAME_CHARS_MAX
}
