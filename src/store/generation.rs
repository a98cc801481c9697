//! The next generation of a file: what it holds from now on, in a new file under the old name. Only erasing and
//! repairing do this; everything else is appended.
//!
//! The new one is written beside the old one, flushed and read again before it takes the name, and the old one
//! stays as `NAME.gen-N`. A power cut at any moment leaves one of the two whole under the name.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, read_whole, sync_name};
use super::error::{Op, StoreError};
use super::format::{Header, Unwritable, VERSION, encode_header, encode_step};
use super::hash::Hash;
use super::journal::{mend, undamaged};
use super::scan::scan;
use super::storage::Storage;
use super::{beside, os};
use crate::domain::Step;

/// Most older generations of one number that lie beside a file.
const SAME_MAX: usize = 100;

/// A file that is locked to be rewritten.
#[derive(Debug)]
pub struct Rewriting {
    disk: Disk,
    /// What the file is.
    pub header: Header,
    /// What it holds.
    pub steps: Vec<Step>,
    last: Hash,
}

impl Rewriting {
    /// Locks and reads the file at `path` and mends its end. A damaged file is refused: repair it first. So is one that
    /// a newer program made: what that one says of things that we know would be lost.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let mut disk = Disk::open(path)?;
        let bytes = disk.read_all().map_err(|source| StoreError::of(Op::Read, path, source))?;
        let scan = undamaged(&bytes, path)?;
        if scan.header.viche > VERSION {
            return Err(StoreError::NewerVersion { path: path.to_owned(), min: scan.header.viche });
        }
        mend(&mut disk, path, &bytes, &scan)?;
        Ok(Self { disk, header: scan.header, last: scan.hash, steps: scan.steps })
    }

    /// Puts `steps`, whose numbers rise, in the place of what the file holds, as its next generation. Answers where
    /// the old one is now. After an error the file is as it was.
    pub fn put(self, steps: &[Step]) -> Result<PathBuf, StoreError> {
        replace(self.disk, &self.header, self.last, steps)
    }
}

/// Puts `steps`, whose numbers rise, in the place of what the locked file holds. `header` is that of the old
/// generation and `last` the hash of its last line. Answers where the old one is now.
///
/// After an error the file is as it was.
pub(super) fn replace(
    disk: Disk,
    header: &Header,
    last: Hash,
    steps: &[Step],
) -> Result<PathBuf, StoreError> {
    let path = disk.path().to_owned();
    let next = Header {
        viche: header.viche.max(VERSION),
        generation: header.generation.saturating_add(1),
        prev: last,
        ..*header
    };
    let bytes = encode(&next, steps)?;
    let fresh = beside(&path, "new");
    // A leftover of an attempt that the power cut; the name is ours, under the lock.
    let _ = fs::remove_file(&fresh);
    let written = write_and_verify(&fresh, &bytes, steps);
    let swapped = written.and_then(|locked| {
        let old = second_name(&path, &format!("gen-{}", header.generation))?;
        os::rename_over(disk.into_file(), &fresh, &path)
            .and_then(|()| sync_name(&path))
            .map_err(|source| StoreError::of(Op::Replace, &path, source))?;
        drop(locked);
        Ok(old)
    });
    if swapped.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    let old = swapped?;
    verify(&path, &bytes, steps)?;
    Ok(old)
}

fn encode(header: &Header, steps: &[Step]) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    let mut hash = encode_header(header, &mut bytes);
    for step in steps {
        hash = encode_step(step, hash, &mut bytes)
            .map_err(|source: Unwritable| StoreError::Unwritable { step: step.s, source })?;
    }
    Ok(bytes)
}

fn write_and_verify(fresh: &Path, bytes: &[u8], steps: &[Step]) -> Result<Disk, StoreError> {
    let mut disk = Disk::create(fresh)?;
    disk.append(bytes).map_err(|source| StoreError::of(Op::Write, fresh, source))?;
    disk.sync().map_err(|source| StoreError::of(Op::Flush, fresh, source))?;
    verify(fresh, bytes, steps)?;
    Ok(disk)
}

/// Whether the file at `path` holds these bytes, and these bytes these steps.
fn verify(path: &Path, bytes: &[u8], steps: &[Step]) -> Result<(), StoreError> {
    let there = read_whole(path)?;
    match scan(&there) {
        Ok(scan) if there == bytes && scan.findings.is_empty() && scan.steps == steps => Ok(()),
        Ok(_) | Err(_) => Err(StoreError::Changed { path: path.to_owned() }),
    }
}

/// Gives a file that is about to be replaced a second name, with this ending. Where a file can't have two, as on a
/// stick, it is copied.
pub(super) fn second_name(path: &Path, ending: &str) -> Result<PathBuf, StoreError> {
    let fail = |source| StoreError::of(Op::Replace, path, source);
    for n in 1..=SAME_MAX {
        let again = if n > 1 { format!("-{n}") } else { String::new() };
        let old = beside(path, &format!("{ending}{again}"));
        match fs::hard_link(path, &old) {
            Ok(()) => return Ok(old),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(_) => return copy(path, &old).map(|()| old).map_err(fail),
        }
    }
    Err(fail(io::ErrorKind::AlreadyExists.into()))
}

fn copy(path: &Path, to: &Path) -> io::Result<()> {
    let file = os::to_append().create_new(true).open(to)?;
    os::append(&file, &fs::read(path)?)?;
    file.sync_all()
}

/// The older generations that lie beside the file at `path`.
pub fn older_generations(path: &Path) -> Vec<PathBuf> {
    super::named_beside(path, "gen-")
}

/// What was set aside beside the file at `path`.
pub fn quarantined(path: &Path) -> Vec<PathBuf> {
    super::named_beside(path, "quarantine-")
}
