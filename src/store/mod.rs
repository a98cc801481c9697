//! The sprint file: one JSON object a line, only ever appended to. A line holds all facts of one command
//! and the hash that chains it to the line before, so that whatever happened to the file is seen and told
//! by line number.
//!
//! Opening to write goes lock → scan → mend the tail; [`Journal::append`] goes size → one write → one
//! flush, and answers only after the flush. Nothing is ever dropped: bytes that can't be used are set aside
//! beside the file before anything is cut.
//!
//! Knows nothing of screens, languages or threads, and asks no clock: the file system says when a file was
//! made. Start with [`open`] and [`Journal`]; [`look`](fn@look) shows what can be read of a file that is not in
//! order; [`format`](mod@format) says what stands in a line.
//! [`DraftFile`] is a file of its own, of this computer alone: what somebody typed and has not saved.

mod backups;
mod check;
mod disk;
mod drafts;
mod error;
mod follow;
pub mod format;
mod generation;
mod hash;
mod journal;
mod lines;
mod look;
mod memory;
mod mirror;
mod new_file;
mod openings;
mod os;
mod purge;
mod remembered;
mod repair;
mod scan;
pub mod seal;
mod shelf;
mod storage;
#[cfg(test)]
mod tests;
mod utc;

pub use backups::{Backup, BackupKind, backups};
pub use check::{Report, check, check_bytes};
pub use disk::Disk;
pub use drafts::DraftFile;
pub use error::{Op, StoreError};
pub use follow::{Followed, Follower};
pub use format::Header;
pub use generation::{Rewriting, older_generations, quarantined};
pub use hash::Hash;
pub use journal::{
    Journal, Notice, Opened, Room, create, create_from, create_in, free, open, open_in, read, read_bytes,
    wide_open,
};
pub use look::{Damage, Look, look, look_bytes};
pub use memory::Memory;
pub use mirror::Mirror;
pub use new_file::{must_be_free, write_new};
pub use openings::{OPENINGS_MAX, Opening};
pub use os::make_folder;
pub use purge::{Purge, Rescued, Unreached};
pub use remembered::{Remembered, compare, deleted, remembered, settle};
pub use repair::{Mend, Mended, Repaired, Repairing, Whence, repair};
pub use scan::{Finding, FindingKind};
pub use shelf::Shelf;
pub use storage::Storage;

use std::path::{Path, PathBuf};

/// The path of the file at `path` with `.ending` behind its name.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

/// The files beside the one at `path` that have its name, a dot, and something that begins so; sorted.
fn named_beside(path: &Path, beginning: &str) -> Vec<PathBuf> {
    let Some(start) = beside(path, beginning).file_name().map(|name| name.to_string_lossy().into_owned())
    else {
        return Vec::new();
    };
    let entries = std::fs::read_dir(disk::folder_of(path)).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&start))
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}
