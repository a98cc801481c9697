//! A CSV that goes out again as it came in, with columns added: what is read of it, and what can't be.
//!
//! Nothing of the file is written anew: its bytes stay, and only the new cells are put between them. So quotes, line
//! breaks, marks and letters that nobody can read are afterwards what they were. Start with [`Table::read`], then
//! [`Table::texts`] and [`Table::with_columns`].

mod write;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use super::decode;
use super::header::{self, key};
use super::records::{Broken, CELLS_MAX, Record, Records};
use super::requests::{self, BadRow, BadRowWhy, FILE_BYTES_MAX, Problem, ROWS_MAX};
use super::separator::{self, Separator};
use crate::text::Clean;
pub use write::Written;

/// Most cells of the header, with those that have no name: as many as the columns of a spreadsheet.
const WIDTH_MAX: usize = 16_384;

/// A file whose header is understood and whose rows were all looked at.
#[derive(Debug)]
pub struct Table<'a> {
    bytes: &'a [u8],
    text: Cow<'a, str>,
    encoding: &'static Encoding,
    separator: Separator,
    headers: Vec<Clean>,
    /// How many cells the header has, those without a name among them.
    header_width: usize,
    seen: Seen,
}

/// Rows that are not as long as the header, by the numbers of their records. Empty lines are not among them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Odd {
    /// Those that can't be read; they go out as they came.
    pub unread: Vec<BadRow>,
    /// Those with fewer cells; they are filled up.
    pub short: Vec<u64>,
    /// Those with more cells; the new columns stand behind the longest.
    pub long: Vec<u64>,
}

/// What the records behind the header are like.
#[derive(Debug)]
struct Seen {
    rows: usize,
    /// How many cells the longest has, the header among them.
    width: usize,
    odd: Odd,
}

impl<'a> Table<'a> {
    /// Reads the whole file `bytes`. `names` are columns that are asked for: they tell which character parts the
    /// cells, as known names do.
    pub fn read(bytes: &'a [u8], names: &[&str]) -> Result<Self, Problem> {
        let found_bytes = bytes.len() as u64;
        if found_bytes > FILE_BYTES_MAX {
            return Err(Problem::TooLarge { found_bytes });
        }
        let decoded = decode::decode(bytes).map_err(Problem::NotText)?;
        let text = decoded.text;
        if text.trim().is_empty() {
            return Err(Problem::Empty);
        }
        let asked: Vec<String> = names.iter().map(|name| key(name)).collect();
        let chosen = separator::choose(&text, |name| requests::is_known(name) || asked.contains(&key(name)));
        let separator = for_writing(&text, chosen);
        let mut records = Records::new(&text, separator);
        let headers = header::read(&mut records)?;
        if records.read_bytes() == records.all_bytes() {
            return Err(Problem::OnlyHeader);
        }
        let header_width = header_width(&text, separator);
        if header_width > WIDTH_MAX {
            return Err(Problem::TooManyColumns { found: header_width });
        }
        let seen = look_over(&mut records, header_width)?;
        let encoding = Encoding::for_label(decoded.encoding.as_bytes()).unwrap_or(UTF_8);
        Ok(Self { bytes, encoding, separator, headers, header_width, seen, text })
    }

    /// Name of the encoding, as in `UTF-8` or `windows-1251`.
    pub fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    /// What parts its cells. In a file of one column it is what can part the new columns off.
    pub fn separator(&self) -> Separator {
        self.separator
    }

    /// Names of the columns.
    pub fn headers(&self) -> &[Clean] {
        &self.headers
    }

    /// How many records are behind the header, whatever is wrong with them.
    pub fn rows(&self) -> usize {
        self.seen.rows
    }

    /// The rows that are not like the header.
    pub fn odd(&self) -> &Odd {
        &self.seen.odd
    }

    /// The column with what people wrote: the one of this name or number, from 1; without one the column of a known
    /// name, else the only one.
    pub fn text_column(&self, asked: Option<&str>) -> Result<usize, Problem> {
        match (requests::text_column(&self.headers, asked)?, self.headers.len()) {
            (Some(place), _) => Ok(place),
            (None, 1) => Ok(0),
            (None, _) => Err(Problem::NoTextColumn { headers: self.headers.clone() }),
        }
    }

    /// The column of this name or number, from 1.
    pub fn column(&self, asked: &str) -> Result<usize, Problem> {
        self.text_column(Some(asked))
    }

    /// What stands in a column, one text a row; empty in rows that can't be read or end before it.
    pub fn texts(&self, place: usize) -> Vec<Clean> {
        let mut texts = Vec::with_capacity(self.seen.rows);
        let (mut records, mut record) = (self.records(), Record::default());
        while let Some(result) = records.read(&mut record) {
            let cell =
                readable(&record, result, self.header_width).ok().and_then(|()| record.cells().get(place));
            texts.push(cell.map(|cell| Clean::new(&cell.text())).unwrap_or_default());
        }
        texts
    }

    /// `wanted`, or with a number behind it where a column is called so already.
    pub fn free_name(&self, wanted: &str) -> String {
        let taken = |name: &str| self.headers.iter().any(|header| key(header.as_str()) == key(name));
        let numbered = (2..).map(|n| format!("{wanted}_{n}"));
        std::iter::once(wanted.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
    }

    /// The records after the header.
    fn records(&self) -> Records<'_> {
        let mut records = Records::new(&self.text, self.separator);
        records.read(&mut Record::default());
        records
    }
}

/// The separator that new columns are parted off with. In a file of one column nothing shows what parts its cells:
/// the first is taken with which each row stays one cell.
fn for_writing(text: &str, chosen: Separator) -> Separator {
    if header_width(text, chosen) != 1 {
        return chosen;
    }
    let fits = |separator: &Separator| shapes(text, *separator).eq(shapes(text, chosen));
    Separator::ALL.into_iter().find(fits).unwrap_or(chosen)
}

/// How many cells each record has.
fn shapes(text: &str, separator: Separator) -> impl Iterator<Item = (usize, Result<(), Broken>)> {
    let (mut records, mut record) = (Records::new(text, separator), Record::default());
    std::iter::from_fn(move || {
        let result = records.read(&mut record)?;
        Some((record.found, result))
    })
}

/// How many cells the header has, those without a name among them.
fn header_width(text: &str, separator: Separator) -> usize {
    shapes(text, separator).next().map_or(0, |(found, _)| found)
}

/// Looks at all records behind the header, which has `expected` cells.
fn look_over(records: &mut Records<'_>, expected: usize) -> Result<Seen, Problem> {
    let mut seen = Seen { rows: 0, width: expected, odd: Odd::default() };
    let mut record = Record::default();
    while let Some(result) = records.read(&mut record) {
        seen.rows += 1;
        if record.number > ROWS_MAX + 1 {
            return Err(Problem::TooManyRows);
        }
        match readable(&record, result, expected) {
            Err(why) => seen.odd.unread.push(BadRow { record: record.number, why }),
            Ok(()) if record.raw.is_empty() => {}
            Ok(()) => seen.take(&record, expected),
        }
    }
    Ok(seen)
}

impl Seen {
    fn take(&mut self, record: &Record<'_>, expected: usize) {
        self.width = self.width.max(record.found);
        if record.found < expected {
            self.odd.short.push(record.number);
        }
        if record.filled > expected {
            self.odd.long.push(record.number);
        }
    }
}

/// Whether a record can be parted into cells, and not into so many that the others can't line up with it.
fn readable(record: &Record<'_>, result: Result<(), Broken>, expected: usize) -> Result<(), BadRowWhy> {
    result.map_err(BadRowWhy::Broken)?;
    match record.found > CELLS_MAX.max(expected) {
        true => Err(BadRowWhy::TooManyCells { found: record.found, expected }),
        false => Ok(()),
    }
}
