//! Whether a file is what this computer remembers of it: as long as it was, the same steps, the same sprint. A file
//! that grew elsewhere is in order.
//!
//! A hash that was remembered and stands in the file vouches for everything before it, so that one look at one
//! place is enough as a rule.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use memchr::memmem;

use super::disk::read_whole;
use super::error::StoreError;
use super::format::{Header, LINE_BYTES_MAX, SEAL_BYTES, decode_header, decode_step, seal_of, verify};
use super::lines::Lines;
use super::mirror::Mirror;
use super::openings::{Opening, real_path};
use super::scan::scan;
use super::shelf::{Shelf, open_own};
use crate::domain::StepNo;

/// Longest header.
const HEADER_BYTES_MAX: u64 = 4 << 10;
/// How much of the end of a copy is read to find its last line: enough for notes, then enough for any line and
/// what was torn off behind it.
const TAILS_BYTES: [u64; 2] = [16 << 10, 2 * LINE_BYTES_MAX as u64];

/// What this computer remembers of a file that the file doesn't know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Remembered {
    /// It ends sooner than it did.
    Shorter {
        /// The number of its last step.
        ends: StepNo,
        /// The number of the last step that was seen.
        seen: StepNo,
    },
    /// It is as long as it was, or longer, and other steps stand in it.
    Replaced {
        /// The number of its last step.
        ends: StepNo,
        /// The number of the last step that was seen.
        seen: StepNo,
    },
    /// A later generation of it was seen: this one may hold what was erased or repaired since.
    OlderGeneration {
        /// Its generation.
        generation: u32,
        /// The one that was seen.
        seen: u32,
    },
    /// Another sprint stood under its name.
    OtherSprint {
        /// The number of the last step that was seen of that one.
        seen: StepNo,
    },
    /// Nothing is there any more.
    Deleted {
        /// When it was opened last: UTC, milliseconds since 1970.
        t_ms: i64,
    },
}

/// What this computer remembers of the file at `path` that the file doesn't know, or that there is none. In a damaged
/// file nobody can tell what is missing from what can't be read.
pub fn remembered(state_folder: &Path, path: &Path) -> Option<Remembered> {
    match read_whole(path) {
        Ok(bytes) => {
            let scan = scan(&bytes).ok()?;
            let known = compare(state_folder, path, &scan.header, scan.last());
            let of_steps = |known: &Remembered| {
                matches!(known, Remembered::Shorter { .. } | Remembered::Replaced { .. })
            };
            known.filter(|known| scan.damaged.is_none() || !of_steps(known))
        }
        Err(StoreError::NotFound { .. }) => deleted(state_folder, path),
        Err(_) => None,
    }
}

/// Whether a file of this name was opened on this computer.
pub fn deleted(state_folder: &Path, path: &Path) -> Option<Remembered> {
    Shelf::under(state_folder, path).map(|(_, opening)| Remembered::Deleted { t_ms: opening.t_ms })
}

/// What this computer remembers of the file at `path` that the file doesn't know. `header` and `ends`, the number of
/// its last step, are what was read of it.
pub fn compare(state_folder: &Path, path: &Path, header: &Header, ends: StepNo) -> Option<Remembered> {
    let shelf = Shelf::of(state_folder, header.file);
    shelf.compare(path, header, ends).or_else(|| other_sprint(state_folder, &shelf, path))
}

/// Lets the file at `path` be what it is to be from now on: what this computer had seen beyond it is forgotten, a mirror
/// that has seen more is set aside, and the mirror is what the file is. That a later generation was seen is not
/// forgotten. `t_ms` is now.
pub fn settle(state_folder: &Path, path: &Path, t_ms: i64) -> io::Result<()> {
    let bytes = read_whole(path).map_err(io::Error::other)?;
    let Ok(scan) = scan(&bytes) else { return Ok(()) };
    let shelf = Shelf::of(state_folder, scan.header.file);
    let generation = scan.header.generation;
    let (hash, last, bytes) = (scan.hash, scan.last(), scan.end as u64);
    let now = Opening { t_ms, path: real_path(path), generation, bytes, hash, last };
    let mirror: Vec<Opening> = shelf.mirror_end(path).into_iter().collect();
    if !Standing::in_file(path)?.missed(mirror)?.is_empty() {
        shelf.set_mirror_aside()?;
    }
    let missed = shelf.missed(path, generation)?;
    let mut openings = shelf.openings();
    openings.retain(|one| !missed.contains(one));
    openings.push(now);
    shelf.keep_openings(&openings)?;
    if scan.damaged.is_none() {
        Mirror::of(shelf, path).finish();
    }
    Ok(())
}

/// Whether another sprint was the last one under the name.
fn other_sprint(state_folder: &Path, shelf: &Shelf, path: &Path) -> Option<Remembered> {
    let (newest, opening) = Shelf::under(state_folder, path)?;
    (newest != *shelf).then_some(Remembered::OtherSprint { seen: opening.last })
}

impl Shelf {
    fn compare(&self, path: &Path, header: &Header, ends: StepNo) -> Option<Remembered> {
        let generation = header.generation;
        let newest = self.known(path).iter().map(|opening| opening.generation).max()?;
        if newest > generation {
            return Some(Remembered::OlderGeneration { generation, seen: newest });
        }
        let missed = self.missed(path, generation).ok()?;
        let seen = missed.iter().map(|opening| opening.last).max()?;
        Some(match seen > ends {
            true => Remembered::Shorter { ends, seen },
            false => Remembered::Replaced { ends, seen },
        })
    }

    /// What is remembered of this generation that the file at `path` doesn't know.
    pub(super) fn missed(&self, path: &Path, generation: u32) -> io::Result<Vec<Opening>> {
        let mut known = self.known(path);
        known.retain(|opening| opening.generation == generation);
        Standing::in_file(path)?.missed(known)
    }

    /// How the file under this name was seen: at its openings, and in the mirror, if that followed it last. A copy
    /// under another name is a file of its own.
    fn known(&self, path: &Path) -> Vec<Opening> {
        let path = real_path(path);
        let mut openings = self.openings();
        let has_mirror = openings.last().is_some_and(|newest| newest.is_of(&path));
        openings.retain(|opening| opening.is_of(&path));
        openings.extend(self.mirror_end(&path).filter(|_| has_mirror));
        openings
    }

    /// Remembers an opening. Where the mirror has seen what the file doesn't know, that is remembered too: the mirror
    /// is about to begin anew.
    pub fn remember(&self, opening: Opening) -> io::Result<()> {
        let mut openings = self.openings();
        let mut missed = self.missed(&opening.path, opening.generation)?;
        missed.retain(|one| !openings.contains(one));
        openings.extend(missed);
        openings.retain(|one| !one.is_same_as(&opening));
        openings.push(opening);
        self.keep_openings(&openings)
    }

    /// How far the mirror of the file at `path` reaches.
    pub(super) fn mirror_end(&self, path: &Path) -> Option<Opening> {
        end_of(&self.mirror(), path).ok().flatten()
    }
}

/// How far a copy of the file at `path` reaches: its last whole line, told as an opening.
fn end_of(copy: &Path, path: &Path) -> io::Result<Option<Opening>> {
    let mut file = open_own(copy, OpenOptions::new().read(true))?;
    let mut first = Vec::new();
    Read::by_ref(&mut file).take(HEADER_BYTES_MAX).read_to_end(&mut first)?;
    let first = first.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let (Some(hash), Ok(Header { generation, t_ms, .. })) = (verify(first), decode_header(first)) else {
        return Ok(None);
    };
    let bytes = first.len() as u64 + 1;
    let begun = Opening { t_ms, path: real_path(path), generation, bytes, hash, last: 0 };
    for tail_bytes in TAILS_BYTES {
        if let Some(end) = last_line(&mut file, tail_bytes, &begun)? {
            return Ok(Some(end));
        }
    }
    Ok(Some(begun))
}

/// The last whole step's line in the last bytes of a file.
fn last_line(file: &mut File, tail_bytes: u64, begun: &Opening) -> io::Result<Option<Opening>> {
    let from = file.metadata()?.len().saturating_sub(tail_bytes).max(begun.bytes - 1);
    file.seek(SeekFrom::Start(from))?;
    let mut tail = Vec::new();
    file.take(tail_bytes + 1).read_to_end(&mut tail)?;
    let at = memchr::memchr(b'\n', &tail).map_or(tail.len(), |at| at + 1);
    let whole = Lines::of(&tail, at).filter_map(|stretch| {
        let line = decode_step(stretch.bytes).ok()?;
        Some((stretch.hash?, stretch.end as u64, line.step))
    });
    Ok(whole.last().map(|(hash, end, step)| Opening {
        t_ms: step.at.t_ms,
        bytes: from + end,
        hash,
        last: step.s,
        ..begun.clone()
    }))
}

/// Looks up hashes in a file: at the place where they stood, else everywhere.
struct Standing {
    path: PathBuf,
    file: File,
    whole: Option<Vec<u8>>,
}

impl Standing {
    fn in_file(path: &Path) -> io::Result<Self> {
        Ok(Self { path: path.to_owned(), file: File::open(path)?, whole: None })
    }

    /// The openings whose last line is not in the file.
    fn missed(&mut self, openings: Vec<Opening>) -> io::Result<Vec<Opening>> {
        let mut missed = Vec::new();
        for opening in openings {
            if !self.holds_at_its_place(&opening)? && !self.holds(&opening)? {
                missed.push(opening);
            }
        }
        Ok(missed)
    }

    fn holds_at_its_place(&mut self, opening: &Opening) -> io::Result<bool> {
        let mut found = [0; SEAL_BYTES];
        let Some(at) = opening.bytes.checked_sub(SEAL_BYTES as u64 + 1) else { return Ok(false) };
        self.file.seek(SeekFrom::Start(at))?;
        match self.file.read_exact(&mut found) {
            Ok(()) => Ok(found == seal_of(opening.hash)),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Whether the hash stands anywhere: lines are longer where an editor changed their ends.
    fn holds(&mut self, opening: &Opening) -> io::Result<bool> {
        if self.whole.is_none() {
            self.whole = Some(read_whole(&self.path).map_err(io::Error::other)?);
        }
        let whole = self.whole.as_deref().unwrap_or_default();
        Ok(memmem::find(whole, &seal_of(opening.hash)).is_some())
    }
}
