//! A copy of the file on this computer, kept up as the file grows and never in its way: it is copied from the file
//! itself, in small pieces, by whoever has nothing better to do, and a copy that can't be written disturbs nobody.
//!
//! A copy that has seen more than the file is left alone, until other steps are written to the file; then the copy
//! is set aside as an older one and a new one begun. Two older ones are kept.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::disk::read_whole;
use super::lines::Lines;
use super::os;
use super::shelf::{Shelf, open_own};

/// How much is compared or copied at once: less than a thousandth of a second's work.
const PIECE_BYTES: usize = 1 << 20;

/// Keeps the mirror of one file up.
#[derive(Debug)]
pub struct Mirror {
    shelf: Shelf,
    file: PathBuf,
    open: Option<Open>,
    /// The last try failed, and that was said.
    failed: bool,
}

/// The file and its mirror, both open.
#[derive(Debug)]
struct Open {
    ours: File,
    mirror: File,
    /// Up to here both are the same.
    at: u64,
    /// How long the mirror is.
    mirror_len: u64,
    /// Something was written that was not flushed.
    dirty: bool,
}

impl Mirror {
    /// That of the file at `path`. Nothing is done yet.
    pub fn of(shelf: Shelf, path: &Path) -> Self {
        Self { shelf, file: path.to_owned(), open: None, failed: false }
    }

    /// Does a little of what is to be done, and answers whether there is more. Call it when a step was answered and
    /// nothing waits, until there is no more. What fails is logged once and tried again the next time.
    pub fn catch_up(&mut self) -> bool {
        match self.step() {
            Ok(more) => {
                self.failed = false;
                more
            }
            Err(error) => {
                if !std::mem::replace(&mut self.failed, true) {
                    tracing::warn!(%error, "the mirror of the file can't be kept up");
                }
                self.open = None;
                false
            }
        }
    }

    /// Does all that is to be done and lets it outlive a power cut.
    pub fn finish(mut self) {
        while self.catch_up() {}
        if let Some(open) = self.open.filter(|open| open.dirty)
            && let Err(error) = open.mirror.sync_data()
        {
            tracing::warn!(%error, "the mirror of the file can't be flushed");
        }
    }

    fn step(&mut self) -> io::Result<bool> {
        let open = match &mut self.open {
            Some(open) => open,
            None => self.open.insert(Open::of(&self.shelf, &self.file)?),
        };
        let len = open.ours.metadata()?.len();
        if len < open.at {
            // What was copied is gone: looked at anew, from the beginning.
            self.open = None;
            return Ok(true);
        }
        if open.at < open.mirror_len {
            return match open.compare()? {
                None => Ok(open.at == open.mirror_len || open.at < len),
                Some(differs_at) => self.begin_anew(differs_at).map(|()| true),
            };
        }
        open.copy()?;
        Ok(open.at < len)
    }

    /// The mirror is not the beginning of the file: what only it has is kept, unless nothing of that can be read.
    fn begin_anew(&mut self, differs_at: u64) -> io::Result<()> {
        let Some(open) = self.open.take() else { return Ok(()) };
        let mirror = self.shelf.mirror();
        let bytes = read_whole(&mirror).map_err(io::Error::other)?;
        let same = usize::try_from(differs_at).unwrap_or(usize::MAX).min(bytes.len());
        let line_at = memchr::memrchr(b'\n', &bytes[..same]).map_or(0, |at| at + 1);
        match Lines::of(&bytes, line_at).any(|line| line.hash.is_some()) {
            true => self.shelf.set_mirror_aside(),
            false => open.mirror.set_len(differs_at),
        }
    }
}

impl Open {
    fn of(shelf: &Shelf, file: &Path) -> io::Result<Self> {
        let ours = File::open(file)?;
        shelf.make()?;
        let mirror = open_own(&shelf.mirror(), os::to_append().create(true))?;
        // Two copies of a sprint may be open at once; the first of them has the mirror.
        mirror.try_lock().map_err(io::Error::from)?;
        let mirror_len = mirror.metadata()?.len();
        Ok(Self { ours, mirror, at: 0, mirror_len, dirty: false })
    }

    /// Compares a piece. Answers where the two differ, if they do.
    fn compare(&mut self) -> io::Result<Option<u64>> {
        let ours = piece(&mut self.ours, self.at)?;
        let theirs = piece(&mut self.mirror, self.at)?;
        let both = ours.len().min(theirs.len());
        if ours[..both] == theirs[..both] {
            self.at += both as u64;
            return Ok(None);
        }
        let same = ours.iter().zip(&theirs).take_while(|(one, other)| one == other).count();
        Ok(Some(self.at + same as u64))
    }

    fn copy(&mut self) -> io::Result<()> {
        let piece = piece(&mut self.ours, self.at)?;
        if piece.is_empty() {
            return Ok(());
        }
        self.dirty = true;
        os::append(&self.mirror, &piece)?;
        self.at += piece.len() as u64;
        self.mirror_len = self.at;
        Ok(())
    }
}

fn piece(file: &mut File, at: u64) -> io::Result<Vec<u8>> {
    let mut piece = Vec::new();
    file.seek(SeekFrom::Start(at))?;
    file.take(PIECE_BYTES as u64).read_to_end(&mut piece)?;
    Ok(piece)
}

impl Shelf {
    /// Makes the mirror the newest of the older ones; the oldest goes.
    pub(super) fn set_mirror_aside(&self) -> io::Result<()> {
        let mut names = self.older_mirrors();
        names.insert(0, self.mirror());
        for pair in names.windows(2).rev() {
            match fs::rename(&pair[0], &pair[1]) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                other => other?,
            }
        }
        Ok(())
    }
}
