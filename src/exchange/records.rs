//! Records and cells of CSV text, with spreadsheets' record numbers and without trust in quotes.
//!
//! Written for this program because the usual readers take a quote that nobody closed for the beginning of
//! one huge cell and swallow the rows after it. Here such a record is reported and reading goes on with the
//! next line. Otherwise as in RFC 4180; cells may have spaces outside their quotes.

use std::borrow::Cow;

use super::separator::Separator;

/// Most bytes of a cell.
pub const CELL_BYTES_MAX: usize = 64 * 1024;
/// Most bytes of a record.
pub const RECORD_BYTES_MAX: usize = 1024 * 1024;
/// Most cells of a record that are kept; the rest are counted.
pub const CELLS_MAX: usize = 200;

/// One cell as it stands in the text, without its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    raw: &'a str,
    /// Quotes in it are doubled.
    doubled: bool,
}

impl<'a> Cell<'a> {
    /// What was meant: doubled quotes are single.
    pub fn text(&self) -> Cow<'a, str> {
        if self.doubled { Cow::Owned(self.raw.replace("\"\"", "\"")) } else { Cow::Borrowed(self.raw) }
    }

    /// Whether it holds white space at most.
    pub fn is_blank(&self) -> bool {
        self.raw.trim().is_empty()
    }
}

/// One record; kept by the reader's caller and filled again and again.
#[derive(Debug, Default)]
pub struct Record<'a> {
    /// Counts from 1, which is the header; line breaks inside quotes don't count.
    pub number: u64,
    /// How many cells it has, kept or not.
    pub found: usize,
    /// How many cells it has up to the last one that is not blank.
    pub filled: usize,
    /// All of it as it stands, without the line break behind it; of one with an open quote its first line.
    pub raw: &'a str,
    cells: Vec<Cell<'a>>,
}

impl<'a> Record<'a> {
    /// The cells, at most [`CELLS_MAX`].
    pub fn cells(&self) -> &[Cell<'a>] {
        &self.cells
    }

    fn begin(&mut self, number: u64) {
        *self = Self { number, cells: std::mem::take(&mut self.cells), ..Self::default() };
        self.cells.clear();
    }

    fn push(&mut self, cell: Cell<'a>) {
        self.found += 1;
        if !cell.is_blank() {
            self.filled = self.found;
        }
        if self.cells.len() < CELLS_MAX {
            self.cells.push(cell);
        }
    }
}

/// Why a record can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// A cell begins with a quote that is never closed, or closed in the middle of a later row.
    UnclosedQuote,
    /// A cell is longer than [`CELL_BYTES_MAX`].
    CellTooLong,
    /// All of it is longer than [`RECORD_BYTES_MAX`].
    RecordTooLong,
}

/// Reads records one after the other. Line breaks before the first and after the last are no records; an
/// empty line between is one with one blank cell.
#[derive(Debug)]
pub struct Records<'a> {
    text: &'a str,
    separator: u8,
    at: usize,
    number: u64,
}

impl<'a> Records<'a> {
    /// Reads `text`.
    pub fn new(text: &'a str, separator: Separator) -> Self {
        let text = text.trim_matches(['\r', '\n']);
        Self { text, separator: separator.byte(), at: 0, number: 0 }
    }

    /// How many bytes are read.
    pub fn read_bytes(&self) -> usize {
        self.at
    }

    /// How many bytes there are.
    pub fn all_bytes(&self) -> usize {
        self.text.len()
    }

    /// Fills `record` with the next one; `None` at the end. The number is right in a broken one too.
    pub fn read(&mut self, record: &mut Record<'a>) -> Option<Result<(), Broken>> {
        if self.at >= self.text.len() {
            return None;
        }
        self.number += 1;
        record.begin(self.number);
        let start = self.at;
        let mut longest = 0;
        loop {
            let (cell, end) = match self.cell() {
                Ok(found) => found,
                Err(opened) => {
                    let end = self.line_end(opened);
                    record.raw = self.slice(start, end);
                    self.at = self.after_line_break(end);
                    return Some(Err(Broken::UnclosedQuote));
                }
            };
            longest = longest.max(cell.raw.len());
            record.push(cell);
            if self.byte(end) == Some(self.separator) {
                self.at = end + 1;
                continue;
            }
            record.raw = self.slice(start, end);
            self.at = self.after_line_break(end);
            return Some(match (longest > CELL_BYTES_MAX, end - start > RECORD_BYTES_MAX) {
                (true, _) => Err(Broken::CellTooLong),
                (false, true) => Err(Broken::RecordTooLong),
                (false, false) => Ok(()),
            });
        }
    }

    /// The cell that begins here and the place of the separator or line break after it. Fails with the
    /// place of a quote that is not closed.
    fn cell(&self) -> Result<(Cell<'a>, usize), usize> {
        let opening = self.after_spaces(self.at);
        if self.byte(opening) == Some(b'"')
            && let Some(found) = self.quoted(opening + 1)?
        {
            return Ok(found);
        }
        let end = self.find(self.at, |bytes| memchr::memchr3(self.separator, b'\n', b'\r', bytes));
        Ok((Cell { raw: self.slice(self.at, end), doubled: false }, end))
    }

    /// The quoted cell whose content begins at `start`; `None` when its quotes are part of the words, as in
    /// `"Resident" app fails`, which some programs write without quoting the whole.
    fn quoted(&self, start: usize) -> Result<Option<(Cell<'a>, usize)>, usize> {
        let mut doubled = false;
        let mut from = start;
        loop {
            let closing = self.find(from, |bytes| memchr::memchr(b'"', bytes));
            if self.byte(closing).is_none() {
                return Err(start);
            }
            if self.byte(closing + 1) == Some(b'"') {
                doubled = true;
                from = closing + 2;
                continue;
            }
            let after = self.after_spaces(closing + 1);
            let ends =
                self.byte(after).is_none_or(|byte| matches!(byte, b'\n' | b'\r') || byte == self.separator);
            return match (ends, self.line_end(start) < closing) {
                (true, _) => Ok(Some((Cell { raw: self.slice(start, closing), doubled }, after))),
                (false, true) => Err(start),
                (false, false) => Ok(None),
            };
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or("")
    }

    /// Where `search` finds something from `from` on, or the end of the text.
    fn find(&self, from: usize, search: impl Fn(&[u8]) -> Option<usize>) -> usize {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        search(rest).map_or(self.text.len(), |found| from + found)
    }

    fn line_end(&self, from: usize) -> usize {
        self.find(from, |bytes| memchr::memchr2(b'\n', b'\r', bytes))
    }

    fn after_line_break(&self, at: usize) -> usize {
        match (self.byte(at), self.byte(at + 1)) {
            (None, _) => at,
            (Some(b'\r'), Some(b'\n')) => at + 2,
            (Some(_), _) => at + 1,
        }
    }

    fn after_spaces(&self, from: usize) -> usize {
        self.find(from, |bytes| bytes.iter().position(|&byte| byte != b' '))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Numbers and cells of all records, or why one is broken.
    fn read(text: &str, separator: Separator) -> Vec<(u64, Result<Vec<String>, Broken>)> {
        let mut records = Records::new(text, separator);
        let mut record = Record::default();
        let mut all = Vec::new();
        while let Some(result) = records.read(&mut record) {
            let cells = || record.cells().iter().map(|cell| cell.text().into_owned()).collect();
            all.push((record.number, result.map(|()| cells())));
        }
        all
    }

    fn row(cells: &[&str]) -> Result<Vec<String>, Broken> {
        Ok(cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn cells_are_split_by_their_separator_only() {
        assert_eq!(read("a,b;c\r\nd,\n", Separator::Comma), [(1, row(&["a", "b;c"])), (2, row(&["d", ""]))]);
        assert_eq!(read("а\tб", Separator::Tab), [(1, row(&["а", "б"]))]);
    }

    #[test]
    fn line_breaks_in_quotes_do_not_count() {
        let text = "t;c\n\"Черга\r\nдовга\";x\n\"сказали \"\"завтра\"\"\" ; \"y\"\n";
        assert_eq!(
            read(text, Separator::Semicolon),
            [
                (1, row(&["t", "c"])),
                (2, row(&["Черга\r\nдовга", "x"])),
                (3, row(&["сказали \"завтра\"", "y"]))
            ]
        );
    }

    #[test]
    fn an_empty_line_between_rows_has_its_number() {
        let all = read("\n\na\n\nb\n\n", Separator::Comma);
        assert_eq!(all, [(1, row(&["a"])), (2, row(&[""])), (3, row(&["b"]))]);
    }

    #[test]
    fn a_quote_that_nobody_closed_costs_its_own_line_only() {
        let text = "t,c\n\"no end,x\ngood,y\nmore,z";
        let all = read(text, Separator::Comma);
        assert_eq!(all[1], (2, Err(Broken::UnclosedQuote)));
        assert_eq!(all[2..], [(3, row(&["good", "y"])), (4, row(&["more", "z"]))]);
    }

    #[test]
    fn an_open_quote_does_not_reach_into_the_next_quoted_cell() {
        let all = read("\"no end,x\n\"Good, long\",y\n", Separator::Comma);
        assert_eq!(all, [(1, Err(Broken::UnclosedQuote)), (2, row(&["Good, long", "y"]))]);
    }

    #[test]
    fn quotes_that_belong_to_the_words_stay() {
        let all = read("\"Дія\" не працює;x\n5\" pipe;y", Separator::Semicolon);
        assert_eq!(all, [(1, row(&["\"Дія\" не працює", "x"])), (2, row(&["5\" pipe", "y"]))]);
    }

    #[test]
    fn what_is_too_long_is_broken_and_the_next_record_is_not() {
        let cell = "я".repeat(CELL_BYTES_MAX / 2);
        assert!(read(&cell, Separator::Comma)[0].1.is_ok());
        let all = read(&format!("\"{cell}!\n\",x\nb,y"), Separator::Comma);
        assert_eq!(all, [(1, Err(Broken::CellTooLong)), (2, row(&["b", "y"]))]);
        let all = read(&[cell.as_str(); 17].join(","), Separator::Comma);
        assert_eq!(all, [(1, Err(Broken::RecordTooLong))]);
    }

    #[test]
    fn cells_beyond_the_limit_are_counted_but_not_kept() {
        let text = format!("{}x,,", ",".repeat(300));
        let mut record = Record::default();
        assert_eq!(Records::new(&text, Separator::Comma).read(&mut record), Some(Ok(())));
        assert_eq!((record.found, record.filled, record.cells().len()), (303, 301, CELLS_MAX));
    }

    proptest! {
        #[test]
        fn what_was_quoted_by_the_rules_comes_back(
            rows in prop::collection::vec(prop::collection::vec("[a-zїґ \",;\t\r\n]{0,8}", 2..4), 1..6)
        ) {
            for separator in Separator::ALL {
                let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
                let line = |row: &Vec<String>| {
                    row.iter().map(quoted).collect::<Vec<_>>().join(&char::from(separator.byte()).to_string())
                };
                let text = rows.iter().map(line).collect::<Vec<_>>().join("\n");
                let back: Vec<_> = read(&text, separator).into_iter().map(|(_, cells)| cells.unwrap()).collect();
                prop_assert_eq!(&back, &rows);
            }
        }

        #[test]
        fn any_text_is_read_to_its_end(text in "[a,;\"\r\n \tї]{0,40}") {
            for separator in Separator::ALL {
                let numbers: Vec<u64> = read(&text, separator).iter().map(|(number, _)| *number).collect();
                prop_assert!(numbers.iter().copied().eq(1..=numbers.len() as u64));
            }
        }
    }
}
