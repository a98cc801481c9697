//! How a file looked when this computer opened it: its length, its last hash and its last step, of the last ten
//! openings. One JSON object a line, in a file of the shelf that is written whole each time. What can't be read in
//! it is as if it were not there.

use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::hash::Hash;
use super::journal::Journal;
use super::shelf::{Shelf, open_own};
use super::{disk, os, utc};
use crate::domain::StepNo;

/// How many openings are remembered.
pub const OPENINGS_MAX: usize = 10;
/// More than ten lines with paths as long as systems allow.
const FILE_BYTES_MAX: u64 = 1 << 20;

/// How a file looked when it was opened to write.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opening {
    /// When: UTC, milliseconds since 1970.
    pub t_ms: i64,
    /// Where the file really lay. A name that is no text is remembered with signs in its place.
    pub path: PathBuf,
    /// Its generation.
    pub generation: u32,
    /// How long it was.
    pub bytes: u64,
    /// The hash of its last line.
    pub hash: Hash,
    /// The number of its last step.
    pub last: StepNo,
}

/// An opening as it stands in the file.
#[derive(Serialize, Deserialize)]
struct Text {
    t: String,
    path: String,
    #[serde(rename = "gen")]
    generation: u32,
    bytes: u64,
    h: String,
    s: StepNo,
}

impl Opening {
    /// That of an open file, at `t_ms`.
    pub fn of(journal: &Journal, t_ms: i64) -> Self {
        let (bytes, hash) = journal.end();
        let path = real_path(journal.path());
        Self { t_ms, path, generation: journal.header().generation, bytes, hash, last: journal.last() }
    }

    /// Whether it says the same of the same file, at another time perhaps.
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        (&self.path, self.generation, self.hash) == (&other.path, other.generation, other.hash)
    }

    /// Whether it was of the file that really lies there.
    pub(super) fn is_of(&self, real: &Path) -> bool {
        self.path.to_string_lossy() == real.to_string_lossy()
    }

    fn read(line: &[u8]) -> Option<Self> {
        let text: Text = serde_json::from_slice(line).ok()?;
        Some(Self {
            t_ms: utc::read(text.t.as_bytes())?,
            path: PathBuf::from(text.path),
            generation: text.generation,
            bytes: text.bytes,
            hash: Hash::from_hex(text.h.as_bytes())?,
            last: text.s,
        })
    }

    fn write(&self, out: &mut Vec<u8>) -> io::Result<()> {
        let text = Text {
            t: String::from_utf8_lossy(&utc::write(self.t_ms)).into_owned(),
            path: self.path.to_string_lossy().into_owned(),
            generation: self.generation,
            bytes: self.bytes,
            h: self.hash.to_string(),
            s: self.last,
        };
        serde_json::to_writer(&mut *out, &text)?;
        out.push(b'\n');
        Ok(())
    }
}

impl Shelf {
    /// The openings that are remembered, the oldest first.
    pub fn openings(&self) -> Vec<Opening> {
        let mut bytes = Vec::new();
        let file = open_own(&self.openings_file(), OpenOptions::new().read(true));
        // What was read before an error counts.
        let _ = file.and_then(|file| file.take(FILE_BYTES_MAX).read_to_end(&mut bytes));
        let mut openings: Vec<Opening> =
            bytes.split(|byte| *byte == b'\n').filter_map(Opening::read).collect();
        openings.drain(..openings.len().saturating_sub(OPENINGS_MAX));
        openings
    }

    /// Remembers these openings and no other; the last ten, if they are more.
    pub(super) fn keep_openings(&self, openings: &[Opening]) -> io::Result<()> {
        let mut bytes = Vec::new();
        let first = openings.len().saturating_sub(OPENINGS_MAX);
        openings[first..].iter().try_for_each(|opening| opening.write(&mut bytes))?;
        self.make()?;
        let fresh = self.folder().join(format!("openings-{}", uuid::Uuid::new_v4().simple()));
        // Not flushed: nobody waits for a disk to remember something, and an empty file is as if there were none.
        let made = os::to_append().create_new(true).open(&fresh);
        let written = made.and_then(|file| os::append(&file, &bytes));
        let kept = written.and_then(|()| fs::rename(&fresh, self.openings_file()));
        if kept.is_err() {
            let _ = fs::remove_file(&fresh);
        }
        kept
    }

    /// The sprint that this computer opened last under this name, and how it was then.
    pub fn under(state_folder: &Path, path: &Path) -> Option<(Self, Opening)> {
        let path = real_path(path);
        let of_shelf = |shelf: Self| {
            let openings = shelf.openings().into_iter();
            let here = openings.filter(|opening| opening.is_of(&path));
            here.max_by_key(|opening| opening.t_ms).map(|newest| (shelf, newest))
        };
        Self::all(state_folder).into_iter().filter_map(of_shelf).max_by_key(|(_, newest)| newest.t_ms)
    }
}

/// Where the file of this name really lies; where it would, when there is none.
pub(super) fn real_path(path: &Path) -> PathBuf {
    let in_folder = || {
        let folder = fs::canonicalize(disk::folder_of(path)).ok()?;
        Some(folder.join(path.file_name()?))
    };
    fs::canonicalize(path).ok().or_else(in_folder).unwrap_or_else(|| path.to_owned())
}
