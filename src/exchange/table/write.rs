//! The table as it came, with new cells put between its bytes.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use super::{Table, readable};
use crate::exchange::records::{Record, Records};
use crate::exchange::separator::Separator;

/// What a spreadsheet takes for the beginning of a formula, in the wide forms of Asian keyboards too.
const FORMULA_SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// What makes a spreadsheet leave a cell alone.
const NO_FORMULA: char = '\'';
/// What stands for a character that the encoding doesn't have.
const UNKNOWN: &str = "?";

/// A file to be written.
#[derive(Debug, PartialEq, Eq)]
pub struct Written {
    /// All of it.
    pub bytes: Vec<u8>,
    /// Characters of new cells that its encoding doesn't have and that became `?`.
    pub lost_count: u64,
}

impl Table<'_> {
    /// The file with columns of these `names` behind each row; `cells` answers those of a row, counted from 0.
    ///
    /// Shorter rows are filled up, so that the columns stand behind the longest one. Rows that can't be read and empty
    /// lines stay as they are.
    pub fn with_columns<const N: usize>(
        &self,
        names: &[String; N],
        cells: impl Fn(usize) -> [String; N],
    ) -> Written {
        let mut records = Records::new(&self.text, self.separator);
        let mut record = Record::default();
        let mut sheet = Sheet::new(self);
        let mut start = self.text.len() - self.text.trim_start_matches(['\r', '\n']).len();
        let before = start;
        while let Some(result) = records.read(&mut record) {
            let end = start + record.raw.len();
            start = before + records.read_bytes();
            if record.raw.is_empty() || readable(&record, result, self.header_width).is_err() {
                continue;
            }
            sheet.copy_to(end);
            let padding = self.seen.width - record.found;
            match record.number.checked_sub(2) {
                None => sheet.add(padding, names),
                Some(row) => sheet.add(padding, &cells(row as usize)),
            }
        }
        sheet.finish()
    }
}

/// The file on its way out.
struct Sheet<'a> {
    table: &'a Table<'a>,
    written: Written,
    /// Where each character that breaks a line stands in the bytes. They are the same ones as in the text, whatever
    /// the encoding: so a place in the text is found in the bytes.
    breaks: Vec<usize>,
    /// How much of the text is copied, how many line breaks that were, and how many bytes.
    text_at: usize,
    breaks_at: usize,
    bytes_at: usize,
}

impl<'a> Sheet<'a> {
    fn new(table: &'a Table<'a>) -> Self {
        let written = Written { bytes: Vec::with_capacity(table.bytes.len() * 2), lost_count: 0 };
        let breaks = breaks(table.bytes, table.encoding);
        Self { table, written, breaks, text_at: 0, breaks_at: 0, bytes_at: 0 }
    }

    /// Copies up to the place `text_end`, at which a line breaks or the text ends.
    fn copy_to(&mut self, text_end: usize) {
        let passed = self.table.text.get(self.text_at..text_end).unwrap_or_default();
        self.text_at = text_end;
        self.breaks_at += memchr::memchr2_iter(b'\n', b'\r', passed.as_bytes()).count();
        let end = self.breaks.get(self.breaks_at).copied().unwrap_or_else(|| self.whole_end());
        self.copy_bytes(end);
    }

    /// Where the bytes end; half a character at the end of UTF-16 stays behind what is added.
    fn whole_end(&self) -> usize {
        let bytes = self.table.bytes.len();
        if is_wide(self.table.encoding) { bytes & !1 } else { bytes }
    }

    fn copy_bytes(&mut self, end: usize) {
        self.written.bytes.extend(self.table.bytes.get(self.bytes_at..end).unwrap_or_default());
        self.bytes_at = end;
    }

    /// Adds so many empty cells, and then these.
    fn add<const N: usize>(&mut self, padding: usize, cells: &[String; N]) {
        let separator = char::from(self.table.separator.byte());
        let mut line: String = std::iter::repeat_n(separator, padding).collect();
        for cell in cells {
            line.push(separator);
            push_cell(&mut line, cell, self.table.separator);
        }
        self.written.lost_count += encode(&line, self.table.encoding, &mut self.written.bytes);
    }

    fn finish(mut self) -> Written {
        self.copy_bytes(self.table.bytes.len());
        self.written
    }
}

/// Adds a cell that no spreadsheet takes for a formula, in quotes only where it needs them.
fn push_cell(line: &mut String, cell: &str, separator: Separator) {
    let cell = match cell.starts_with(FORMULA_SIGNS) {
        true => format!("{NO_FORMULA}{cell}"),
        false => cell.to_owned(),
    };
    let special = |c: char| c == char::from(separator.byte()) || matches!(c, '"' | '\n' | '\r');
    match cell.contains(special) || cell.trim() != cell {
        true => {
            line.push('"');
            line.push_str(&cell.replace('"', "\"\""));
            line.push('"');
        }
        false => line.push_str(&cell),
    }
}

fn is_wide(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

/// Where the characters that break lines stand.
fn breaks(bytes: &[u8], encoding: &'static Encoding) -> Vec<usize> {
    if !is_wide(encoding) {
        return memchr::memchr2_iter(b'\n', b'\r', bytes).collect();
    }
    let unit = |pair: &[u8]| match (pair, encoding == UTF_16LE) {
        (&[low, high], true) | (&[high, low], false) => u16::from_be_bytes([high, low]),
        _ => 0,
    };
    let units = bytes.chunks_exact(2).enumerate().map(|(place, pair)| (place * 2, unit(pair)));
    units.filter(|(_, unit)| [0x0A, 0x0D].contains(unit)).map(|(place, _)| place).collect()
}

/// Adds a text to bytes of that encoding and answers how many characters it doesn't have.
fn encode(text: &str, encoding: &'static Encoding, bytes: &mut Vec<u8>) -> u64 {
    if is_wide(encoding) {
        let to_bytes = |unit: u16| if encoding == UTF_16LE { unit.to_le_bytes() } else { unit.to_be_bytes() };
        bytes.extend(text.encode_utf16().flat_map(to_bytes));
        return 0;
    }
    let (whole, _, lacks) = encoding.encode(text);
    if !lacks {
        bytes.extend_from_slice(&whole);
        return 0;
    }
    let mut lost_count = 0;
    for (at, c) in text.char_indices() {
        let one = text.get(at..at + c.len_utf8()).unwrap_or(UNKNOWN);
        let (one, _, lacks) = encoding.encode(one);
        lost_count += u64::from(lacks);
        bytes.extend_from_slice(if lacks { UNKNOWN.as_bytes() } else { &one });
    }
    lost_count
}
