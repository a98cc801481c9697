//! What this computer keeps of a file that it opens, and what it says when the file is not what it remembers: one
//! place for all subcommands. That it can't be kept is logged and hinders nothing.

use std::path::Path;

use super::open::store_fail;
use super::place::Place;
use super::say::Fail;
use crate::kit::Notice;
use crate::runtime::Problem;
use crate::runtime::clock::{Clock, Real};
use crate::store::{self, Journal, Mirror, Opening, Remembered, Shelf, StoreError};
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

/// What is kept of an open file.
pub(super) struct Kept {
    /// The copy that is kept up while the file is written.
    pub mirror: Mirror,
    /// What the file doesn't know of what was seen of it.
    remembered: Option<Remembered>,
}

impl Kept {
    /// What is to be said of it on the screen, with the next step. `path` is the file as it was named.
    pub fn notice(&self, path: &Path, words: &Words) -> Option<Notice> {
        let remembered = self.remembered.as_ref()?;
        let args =
            Args::new().with("what", what(remembered, words)).with("next", next(remembered, path, words));
        Some(Notice::problem(words.tell("notice-remembered", args)))
    }
}

/// Compares the file with what is remembered of it, and remembers it as it is now. Call it once, before anything is
/// written to the file.
pub(super) fn keep(state_folder: Option<&Path>, journal: &Journal) -> Option<Kept> {
    let (folder, path) = (state_folder?, journal.path());
    let remembered = store::compare(folder, path, journal.header(), journal.last());
    let shelf = Shelf::of(folder, journal.header().file);
    if let Err(error) = shelf.remember(Opening::of(journal, Real::new().now().t_ms)) {
        tracing::warn!(%error, "an opening can't be remembered");
    }
    Some(Kept { mirror: Mirror::of(shelf, path), remembered })
}

/// Lets the mirror have everything that was written.
pub(super) fn finish(kept: Option<Kept>) {
    if let Some(kept) = kept {
        kept.mirror.finish();
    }
}

/// Keeps all of a file that was just made.
pub(super) fn keep_whole(state_folder: Option<&Path>, journal: &Journal) {
    finish(keep(state_folder, journal));
}

/// The file at `path` is from now on what it is to be.
pub(super) fn settle(state_folder: Option<&Path>, path: &Path) {
    let settled = state_folder.map_or(Ok(()), |folder| store::settle(folder, path, Real::new().now().t_ms));
    if let Err(error) = settled {
        tracing::warn!(%error, "what is remembered of the file can't be put right");
    }
}

/// The name of a file that lies beside another one, or all of where it is.
pub(super) fn name(path: &Path) -> Clean {
    Clean::new(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}

/// Why a file can't be used. Of one that is gone and was opened on this computer that is said, with the way back.
pub(super) fn fail(error: &StoreError, place: &Place, words: &Words) -> Fail {
    let StoreError::NotFound { path } = error else { return store_fail(error, words, &place.zone) };
    let known = place.state_folder.as_deref().and_then(|folder| store::deleted(folder, path));
    let Some(Remembered::Deleted { t_ms }) = known else { return store_fail(error, words, &place.zone) };
    let file = Clean::new(&path.to_string_lossy());
    let when = when(t_ms, place, words);
    let args = || Args::new().with("file", &file).with("when", &when);
    Fail::new(&Problem::new(words, "problem-deleted", args), words)
}

/// A moment by this computer's clock: "18 June 2026, 14:32".
pub(super) fn when(t_ms: i64, place: &Place, words: &Words) -> Phrase {
    let at = jiff::Timestamp::from_millisecond(t_ms).unwrap_or_default();
    let date = words.date(at.to_zoned(place.zone.clone()).date());
    let time = words.time_of_day(at, &place.zone);
    words.tell("backup-when", Args::new().with("date", &date).with("time", &time))
}

/// What is not as it was.
pub(super) fn what(remembered: &Remembered, words: &Words) -> Phrase {
    match *remembered {
        Remembered::Shorter { ends, seen } => {
            words.tell("remembered-shorter", Args::new().with("ends", ends).with("seen", seen))
        }
        Remembered::Replaced { ends: _, seen } => {
            words.tell("remembered-replaced", Args::new().with("seen", seen))
        }
        Remembered::OlderGeneration { generation, seen } => {
            words.tell("remembered-older", Args::new().with("generation", generation).with("seen", seen))
        }
        Remembered::OtherSprint { .. } => words.say("remembered-other"),
        Remembered::Deleted { .. } => words.say("remembered-deleted"),
    }
}

/// What to do about it.
pub(super) fn next(remembered: &Remembered, path: &Path, words: &Words) -> Phrase {
    let file = Clean::new(&path.to_string_lossy());
    let args = Args::new().with("file", &file);
    match remembered {
        Remembered::Shorter { .. } => words.tell("remembered-next-repair", args),
        Remembered::Replaced { .. }
        | Remembered::OlderGeneration { .. }
        | Remembered::OtherSprint { .. }
        | Remembered::Deleted { .. } => words.tell("remembered-next-backups", args),
    }
}
