//! The first line of a table: the names of its columns, and which of them somebody means.

use super::records::{Record, Records};
use super::requests::{COLUMNS_MAX, Problem};
use crate::text::{self, Clean};

/// Most terminal columns of a header in a sentence.
const HEADER_SHOWN_MAX: usize = 200;

/// Reads the header's names; empty ones at its end, which spreadsheets leave behind, don't count.
pub(super) fn read(records: &mut Records<'_>) -> Result<Vec<Clean>, Problem> {
    let mut record = Record::default();
    match records.read(&mut record) {
        Some(Ok(())) => {}
        Some(Err(broken)) => return Err(Problem::BadHeader(broken)),
        None => return Err(Problem::Empty),
    }
    if record.filled > COLUMNS_MAX {
        return Err(Problem::TooManyColumns { found: record.filled });
    }
    Ok(record.cells().iter().take(record.filled).map(|cell| shown(&cell.text())).collect())
}

/// A header cell as it is shown in a sentence: clean and not endless.
pub(super) fn shown(header: &str) -> Clean {
    Clean::new(&text::fit(header, HEADER_SHOWN_MAX))
}

/// A name without what people write in different ways: case, spaces, apostrophes, underscores, hyphens.
pub(super) fn key(name: &str) -> String {
    let mut key = text::fold(name);
    key.retain(|c| !c.is_whitespace() && !matches!(c, '\'' | '_' | '-' | '\u{FEFF}'));
    key
}

/// The column of that name, else the one of that number, from 1.
pub(super) fn asked_for(keys: &[String], asked: &str) -> Option<usize> {
    // Names are cut when they are read; so a question of several lines is still found by all of it.
    place_of(keys, shown(asked).as_str()).or_else(|| {
        let number: usize = asked.trim().parse().ok()?;
        number.checked_sub(1).filter(|&place| place < keys.len())
    })
}

/// The first column of that name; `keys` are the [`key`]s of the header.
pub(super) fn place_of(keys: &[String], name: &str) -> Option<usize> {
    let name = key(name);
    keys.iter().position(|key| *key == name)
}
