//! What can be put back in the place of a file: its mirror, the states in which this computer opened it, older
//! mirrors, older generations, files in which runs went on, and what was set aside. Putting one back drops nothing:
//! the file that is there is set aside first.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::disk::{Disk, read_whole, sync_name};
use super::error::{Op, StoreError};
use super::format::seal_of;
use super::generation::{older_generations, quarantined, second_name};
use super::new_file::write_new;
use super::openings::Opening;
use super::scan::{Scan, scan};
use super::shelf::Shelf;
use super::storage::Storage;
use super::{beside, os, repair};

/// Longest header.
const HEADER_BYTES_MAX: u64 = 4 << 10;

/// Something that can be put back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Backup {
    /// What it is.
    pub kind: BackupKind,
    /// The file in which it lies.
    pub path: PathBuf,
    /// How many of its first bytes are it.
    pub bytes: u64,
    /// When: its last step, the opening, or when it was written. UTC, milliseconds since 1970.
    pub t_ms: i64,
    /// How many steps it has; none: it is no whole sprint.
    pub steps: Option<u64>,
    /// What a check says of it, as its exit status.
    pub exit: u8,
}

/// What a backup is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BackupKind {
    /// The mirror: the newest that this computer has seen.
    Mirror,
    /// The file as it was when it was opened.
    Opening,
    /// A mirror of what the file was before it became another one.
    OlderMirror,
    /// The file before it was rewritten.
    Generation,
    /// A file in which a run went on.
    Fallback,
    /// What was set aside beside the file.
    Quarantine,
}

/// What can be put back in the place of the file at `path`, which may be gone; the mirror comes first.
pub fn backups(state_folder: Option<&Path>, path: &Path) -> Vec<Backup> {
    let mut found = Vec::new();
    for shelf in state_folder.map(|folder| shelves(folder, path)).unwrap_or_default() {
        found.extend(of_shelf(&shelf));
    }
    let of_kind = |kind, path: PathBuf| Some(Backup::whole(kind, &path, &read_whole(&path).ok()?));
    let beside = older_generations(path).into_iter().filter_map(|path| of_kind(BackupKind::Generation, path));
    found.extend(beside);
    found.extend(quarantined(path).into_iter().filter_map(|path| of_kind(BackupKind::Quarantine, path)));
    found
}

/// The shelf of the sprint that the file says it is, and that of the sprint that was last opened under its name.
fn shelves(state_folder: &Path, path: &Path) -> Vec<Shelf> {
    let mut first = Vec::new();
    let _ = File::open(path).and_then(|file| file.take(HEADER_BYTES_MAX).read_to_end(&mut first));
    let first = first.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let mut shelves: Vec<Shelf> =
        repair::file(first).into_iter().map(|file| Shelf::of(state_folder, file)).collect();
    shelves.extend(Shelf::under(state_folder, path).map(|(shelf, _)| shelf));
    shelves.dedup();
    shelves
}

fn of_shelf(shelf: &Shelf) -> Vec<Backup> {
    let copy = |kind, path: PathBuf| {
        let bytes = read_whole(&path).ok().filter(|bytes| !bytes.is_empty())?;
        Some((Backup::whole(kind, &path, &bytes), bytes))
    };
    let mirror = copy(BackupKind::Mirror, shelf.mirror());
    let older = shelf.older_mirrors().into_iter().filter_map(|path| copy(BackupKind::OlderMirror, path));
    let copies: Vec<(Backup, Vec<u8>)> = mirror.into_iter().chain(older).collect();
    let mut openings: Vec<Backup> = Vec::new();
    for opening in shelf.openings().iter().rev() {
        let in_copy = |(copy, bytes): &(Backup, Vec<u8>)| Backup::of_opening(opening, copy, bytes);
        if let Some(found) = copies.iter().find_map(in_copy) {
            openings.push(found);
        }
    }
    openings.dedup_by(|one, other| (&one.path, one.bytes) == (&other.path, other.bytes));
    let is_mirror = |one: &Backup| one.kind == BackupKind::Mirror;
    let (mut found, older): (Vec<Backup>, Vec<Backup>) =
        copies.into_iter().map(|(backup, _)| backup).partition(is_mirror);
    found.extend(openings);
    found.extend(older);
    let fallbacks = shelf.fallbacks().into_iter();
    found.extend(fallbacks.filter_map(|path| Some(copy(BackupKind::Fallback, path)?.0)));
    found
}

impl Backup {
    fn whole(kind: BackupKind, path: &Path, bytes: &[u8]) -> Self {
        let length = bytes.len() as u64;
        let (steps, exit, t_ms) = match scan(bytes) {
            Ok(scan) => (Some(scan.steps.len() as u64), exit(&scan), newest_ms(&scan)),
            Err(found) => (None, found.kind.exit(), written_ms(path)),
        };
        Self { kind, path: path.to_owned(), bytes: length, t_ms, steps, exit }
    }

    /// The beginning of a copy that the file was when it was opened; none where that is all of it or not in it.
    fn of_opening(opening: &Opening, copy: &Self, bytes: &[u8]) -> Option<Self> {
        let length = usize::try_from(opening.bytes).ok().filter(|length| *length < bytes.len())?;
        let line = bytes[..length].strip_suffix(b"\n")?;
        if !line.ends_with(&seal_of(opening.hash)) {
            return None;
        }
        let scan = scan(&bytes[..length]).ok()?;
        let (steps, exit) = (Some(scan.steps.len() as u64), exit(&scan));
        let (kind, path) = (BackupKind::Opening, copy.path.clone());
        Some(Self { kind, path, bytes: opening.bytes, t_ms: opening.t_ms, steps, exit })
    }

    /// What it holds.
    fn read(&self) -> Result<Vec<u8>, StoreError> {
        let mut bytes = read_whole(&self.path)?;
        match usize::try_from(self.bytes) {
            Ok(length) if length <= bytes.len() => {
                bytes.truncate(length);
                Ok(bytes)
            }
            Ok(_) | Err(_) => Err(StoreError::Changed { path: self.path.clone() }),
        }
    }

    /// Writes it to a new file.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        write_new(path, &self.read()?)
    }

    /// Puts it in the place of the file at `path`. Answers where the file is now that was there.
    ///
    /// After an error everything is as it was.
    pub fn put_back(&self, path: &Path) -> Result<Option<PathBuf>, StoreError> {
        let bytes = self.read()?;
        let disk = match Disk::open(path) {
            Ok(disk) => disk,
            Err(StoreError::NotFound { .. }) => return self.copy_to(path).map(|()| None),
            Err(error) => return Err(error),
        };
        let real = disk.path().to_owned();
        let fresh = beside(&real, "new");
        // A leftover of an attempt that the power cut; the name is ours, under the lock.
        let _ = fs::remove_file(&fresh);
        let swapped = write_locked(&fresh, &bytes).and_then(|locked| {
            let ending = disk.aside().map_err(|source| StoreError::of(Op::Measure, &real, source))?;
            let aside = second_name(&real, &ending)?;
            os::rename_over(disk.into_file(), &fresh, &real)
                .and_then(|()| sync_name(&real))
                .map_err(|source| StoreError::of(Op::Replace, &real, source))?;
            drop(locked);
            Ok(aside)
        });
        if swapped.is_err() {
            let _ = fs::remove_file(&fresh);
        }
        swapped.map(Some)
    }
}

/// Writes a new file that stays locked, flushed and read again.
fn write_locked(path: &Path, bytes: &[u8]) -> Result<Disk, StoreError> {
    let mut disk = Disk::create(path)?;
    let written = disk
        .append(bytes)
        .map_err(|source| StoreError::of(Op::Write, path, source))
        .and_then(|()| disk.sync().map_err(|source| StoreError::of(Op::Flush, path, source)))
        .and_then(|()| read_whole(path));
    match written {
        Ok(there) if there == bytes => Ok(disk),
        other => {
            // It was made a moment ago, of something that still lies where it lay.
            let _ = fs::remove_file(path);
            Err(other.err().unwrap_or_else(|| StoreError::Changed { path: path.to_owned() }))
        }
    }
}

fn exit(scan: &Scan) -> u8 {
    scan.findings.iter().map(|finding| finding.kind.exit()).max().unwrap_or(0)
}

fn newest_ms(scan: &Scan) -> i64 {
    scan.steps.last().map_or(scan.header.t_ms, |step| step.at.t_ms)
}

fn written_ms(path: &Path) -> i64 {
    let written = fs::metadata(path).and_then(|meta| meta.modified()).ok();
    let since = written.and_then(|written| written.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| i64::try_from(since.as_millis()).ok()).unwrap_or(0)
}
