//! What went on in a fallback file when the sprint's own could not be written: back into the sprint at its next
//! opening.

use std::path::Path;

use crate::domain::History;
use crate::domain::id::RunId;
use crate::domain::rerecord::rerecord;
use crate::store::{self, Journal, Notice, Opened, Shelf, StoreError};

/// Takes the steps of all fallback files on the shelf into the sprint, those that it does not have, and removes the
/// files once they are in. Answers how many steps came.
///
/// A file that another process still writes is left alone, and one that can't be read stays where it is.
pub(super) fn take_in(
    shelf: Option<&Shelf>,
    history: &mut History,
    journal: &mut Journal,
    run: RunId,
) -> Result<usize, StoreError> {
    let mut taken = 0;
    for path in shelf.map(Shelf::fallbacks).unwrap_or_default() {
        match store::open(&path) {
            Ok(fallback) => taken += take(&path, fallback, history, journal, run)?,
            Err(error) => tracing::warn!(?error, "a fallback file can't be taken in"),
        }
    }
    Ok(taken)
}

fn take(
    path: &Path,
    fallback: Opened,
    history: &mut History,
    journal: &mut Journal,
    run: RunId,
) -> Result<usize, StoreError> {
    if fallback.header.file != journal.header().file {
        return Ok(0);
    }
    let new = rerecord(history.steps(), &fallback.steps, run);
    journal.append(&new)?;
    let count = new.len();
    new.into_iter().for_each(|step| history.push(step));
    let is_torn = fallback.notices.iter().any(|notice| matches!(notice, Notice::TornTail { .. }));
    if !is_torn && let Err(error) = std::fs::remove_file(path) {
        tracing::warn!(%error, "a fallback file that was taken in stays");
    }
    Ok(count)
}
