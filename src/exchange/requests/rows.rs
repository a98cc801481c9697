//! The rows that came in, by columns, so that 100,000 of them are a handful of allocations.

use rustc_hash::FxHashMap;

use crate::domain::id::SourceId;
use crate::domain::request::{CHUNK_ROWS_MAX, Chunk, Texts};
use crate::text::{self, Clean};

/// Most bytes of text in a chunk of several rows. Escaped for the file a byte takes at most two, and one text
/// has at most 64 KiB, so that a chunk stays well under the mebibyte of a line.
const CHUNK_TEXT_BYTES_MAX: usize = 192 * 1024;

/// Rows in the order of the file.
#[derive(Debug, Default, PartialEq)]
pub struct Rows {
    /// What people wrote, one text a row.
    pub text: Texts,
    /// Names of the categories in the order of first sight; an empty one is "without a category".
    pub categories: Vec<Clean>,
    /// The category of each row, as a place in `categories`.
    pub category: Vec<u32>,
    /// Names of the districts, likewise.
    pub districts: Vec<Clean>,
    /// The district of each row; empty when no row has one.
    pub district: Vec<u32>,
    /// The date of each row as days since 1970; empty when no row has one.
    pub day: Vec<Option<i32>>,
}

impl Rows {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.category.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.category.is_empty()
    }

    /// The rows as they travel in the sprint's file, as an import called `source`.
    pub fn chunks(&self, source: SourceId) -> Vec<Chunk> {
        let mut chunks = Vec::with_capacity(self.len() / CHUNK_ROWS_MAX + 1);
        let mut first = 0;
        while first < self.len() {
            let end = self.chunk_end(first);
            chunks.push(self.chunk(source, first, end));
            first = end;
        }
        chunks
    }

    /// Where the chunk that begins at `first` ends: full, or before its texts grow too long for a line.
    fn chunk_end(&self, first: usize) -> usize {
        let most = self.len().min(first + CHUNK_ROWS_MAX);
        let mut bytes = 0;
        for row in first..most {
            bytes += self.text.get(row).map_or(0, str::len);
            if bytes > CHUNK_TEXT_BYTES_MAX && row > first {
                return row;
            }
        }
        most
    }

    fn chunk(&self, source: SourceId, first: usize, end: usize) -> Chunk {
        let mut text = Texts::default();
        for row in first..end {
            text.push(self.text.get(row).unwrap_or(""));
        }
        Chunk {
            source,
            first: first as u32,
            text,
            category: part(&self.category, first, end),
            district: part(&self.district, first, end),
            date: part(&self.day, first, end),
        }
    }

    /// Leaves out columns in which no row has anything.
    pub(super) fn drop_empty_columns(&mut self) {
        if self.districts.iter().all(Clean::is_empty) {
            self.districts.clear();
            self.district.clear();
        }
        if self.day.iter().all(Option::is_none) {
            self.day.clear();
        }
    }
}

fn part<T: Clone>(column: &[T], first: usize, end: usize) -> Vec<T> {
    column.get(first..end).map(<[T]>::to_vec).unwrap_or_default()
}

/// Names in the order of first sight, each once.
#[derive(Debug, Default)]
pub(super) struct Names {
    list: Vec<Clean>,
    places: FxHashMap<Clean, u32>,
}

impl Names {
    /// The place of the name in `cell`, and how many characters cleaning took out of it.
    pub(super) fn place(&mut self, cell: &str) -> (u32, usize) {
        let cell = cell.trim();
        if text::is_clean_fast(cell)
            && let Some(&place) = self.places.get(cell)
        {
            return (place, 0);
        }
        let (name, removed_count) = Clean::counted(cell);
        if let Some(&place) = self.places.get(&name) {
            return (place, removed_count);
        }
        let place = self.list.len() as u32;
        self.list.push(name.clone());
        self.places.insert(name, place);
        (place, removed_count)
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn into_list(self) -> Vec<Clean> {
        self.list
    }
}
