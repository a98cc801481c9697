//! Takes what was erased out of everything that lies around a sprint's file: older generations, what was set aside,
//! and what this computer keeps on its [`Shelf`]. Each file is overwritten with zeros and flushed before its name
//! goes; what a disk, a snapshot or a copy-on-write file system keeps underneath is not in a program's reach.
//!
//! Looks for words by their bytes afterwards, in every file there is: a promise is kept when it was checked.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use memchr::memmem;
use rustc_hash::FxHashSet;

use super::disk::{must_be_file, sync_name};
use super::error::StoreError;
use super::shelf::Shelf;
use super::{beside, journal, named_beside, older_generations, os, quarantined};
use crate::domain::{Origin, Step};
use crate::text::Clean;

/// Bytes that are written or searched at a time.
const CHUNK_BYTES: usize = 1 << 20;
/// How the name of a file begins into which older versions put everything when they could not write on.
const RESCUED: &str = "rescued-";

/// What lies around the file of a sprint.
#[derive(Debug)]
pub struct Purge {
    path: PathBuf,
    shelf: Option<Shelf>,
    rescued: Vec<PathBuf>,
    /// What is to go, in the order in which it goes.
    pub files: Vec<PathBuf>,
}

/// A file that could not be overwritten or removed.
#[derive(Debug)]
pub struct Unreached {
    /// Which.
    pub path: PathBuf,
    /// Why.
    pub why: io::Error,
}

/// A file that an older version put into the state folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rescued {
    /// Where.
    pub path: PathBuf,
    /// It holds steps that the sprint's file does not.
    pub has_more: bool,
}

impl Rescued {
    /// Those of the sprint with these steps.
    pub fn of(state_folder: &Path, steps: &[Step]) -> Vec<Self> {
        let known: FxHashSet<Origin> = steps.iter().map(Step::origin).collect();
        let of_sprint = |path: PathBuf| {
            let (_, theirs, _) = journal::read(&path).ok()?;
            let here = theirs.iter().filter(|step| known.contains(&step.origin())).count();
            (here > 0).then_some(Self { path, has_more: here < theirs.len() })
        };
        rescued_in(state_folder).into_iter().filter_map(of_sprint).collect()
    }
}

fn rescued_in(state_folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(state_folder).into_iter().flatten().flatten();
    let named = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(RESCUED) && name.ends_with(".viche")
    };
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(named).collect();
    found.sort();
    found
}

impl Purge {
    /// What lies around the file at `path`, which is locked; `rescued` are files that hold nothing more than it does.
    pub fn of(path: &Path, shelf: Option<Shelf>, rescued: Vec<PathBuf>) -> Self {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let mut files: Vec<PathBuf> =
            older_generations(&path).into_iter().filter(|one| is_generation(one)).collect();
        files.extend(quarantined(&path).into_iter().filter(|one| is_quarantine(one)));
        // What a rewriting left that the power cut.
        files.extend(Some(beside(&path, "new")).filter(|fresh| fresh.symlink_metadata().is_ok()));
        files.extend(shelf.as_ref().map(Shelf::worded).unwrap_or_default());
        files.extend(rescued.iter().filter(|path| path.exists()).cloned());
        Self { path, shelf, rescued, files }
    }

    /// What lies around it now.
    pub fn anew(self) -> Self {
        Self::of(&self.path, self.shelf, self.rescued)
    }

    /// Where the file itself really lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The steps that the files which are to go still hold, file by file; what can't be read holds none.
    pub fn steps(&self) -> impl Iterator<Item = Vec<Step>> {
        self.files.iter().filter_map(|path| journal::read(path).ok()).map(|(_, steps, _)| steps)
    }

    /// Overwrites and removes all of them. Answers what could not be.
    pub fn go(&self) -> Vec<Unreached> {
        let gone = |path: &PathBuf| match self.wipe(path) {
            Ok(()) => None,
            Err(why) => Some(Unreached { path: path.clone(), why }),
        };
        let left = self.files.iter().filter_map(gone).collect();
        for one in [Some(&self.path), self.files.last()].into_iter().flatten() {
            let _ = sync_name(one);
        }
        left
    }

    /// Where a file can't be overwritten its name goes nevertheless.
    fn wipe(&self, path: &Path) -> io::Result<()> {
        let kind = fs::symlink_metadata(path)?.file_type();
        if kind.is_file() {
            let _ = self.overwrite(path);
        }
        match kind.is_dir() {
            true => Err(io::ErrorKind::IsADirectory.into()),
            false => fs::remove_file(path),
        }
    }

    /// Writes zeros over a file, unless its bytes have another name too: that may be the sprint itself, or a copy
    /// that somebody keeps with all that is still theirs.
    fn overwrite(&self, path: &Path) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).open(path)?;
        match os::names(&file)? {
            Some(1) => {}
            Some(_) => return Ok(()),
            None if same_bytes(path, &self.path)? => return Ok(()),
            None => {}
        }
        let zeros = vec![0; CHUNK_BYTES];
        let mut left = file.seek(SeekFrom::End(0))?;
        file.seek(SeekFrom::Start(0))?;
        while left > 0 {
            let bytes = left.min(CHUNK_BYTES as u64);
            file.write_all(&zeros[..bytes as usize])?;
            left -= bytes;
        }
        file.sync_all()
    }

    /// The files around the sprint, the sprint itself first, in which any of `texts` stands, raw or as JSON writes it.
    /// One that can't be read is answered as well: nobody knows what it holds.
    pub fn holding(&self, texts: &[Clean]) -> Vec<PathBuf> {
        let spellings: Vec<Vec<u8>> = texts.iter().flat_map(|text| spellings(text.as_str())).collect();
        let mut files = vec![self.path.clone()];
        files.extend(named_beside(&self.path, ""));
        files.extend(self.shelf.as_ref().map(Shelf::worded).unwrap_or_default());
        files.extend(self.rescued.iter().filter(|path| path.exists()).cloned());
        files.retain(|path| path.is_file());
        files.retain(|path| holds(path, &spellings).unwrap_or(true));
        files
    }
}

/// Whether a name ends as that of an older generation does, `.gen-3` or `.gen-3-2`: others are not ours to remove.
fn is_generation(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    name.rsplit_once(".gen-").is_some_and(|(_, end)| end.split('-').all(digits))
}

/// Whether a name ends as that of something set aside does, `.quarantine-20260618T060000Z`, perhaps with a number.
fn is_quarantine(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stamp =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'T' | b'Z' | b'-'));
    name.rsplit_once(".quarantine-").is_some_and(|(_, end)| !end.is_empty() && stamp(end))
}

fn same_bytes(one: &Path, other: &Path) -> io::Result<bool> {
    Ok(fs::metadata(one)?.len() == fs::metadata(other)?.len() && fs::read(one)? == fs::read(other)?)
}

/// How a text can stand in a file: as it is, in JSON, and in JSON of ASCII alone.
fn spellings(text: &str) -> Vec<Vec<u8>> {
    let json = serde_json::to_string(text).unwrap_or_default();
    let json = json.get(1..json.len().saturating_sub(1)).unwrap_or_default().to_owned();
    let mut ascii = String::with_capacity(json.len());
    for c in json.chars() {
        match c.is_ascii() {
            true => ascii.push(c),
            false => {
                c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| ascii.push_str(&format!("\\u{unit:04x}")))
            }
        }
    }
    let mut all = vec![text.as_bytes().to_vec(), json.into_bytes(), ascii.into_bytes()];
    all.dedup();
    all.retain(|one| !one.is_empty());
    all
}

/// Whether any of the `spellings` stands in the file.
fn holds(path: &Path, spellings: &[Vec<u8>]) -> Result<bool, StoreError> {
    use super::error::Op;
    must_be_file(path, path)?;
    let fail = |op| move |source| StoreError::of(op, path, source);
    let mut file = File::open(path).map_err(fail(Op::Open))?;
    let finders: Vec<_> = spellings.iter().map(memmem::Finder::new).collect();
    let longest = spellings.iter().map(Vec::len).max().unwrap_or(0);
    let mut window = Vec::with_capacity(CHUNK_BYTES + longest);
    loop {
        let read = Read::by_ref(&mut file)
            .take(CHUNK_BYTES as u64)
            .read_to_end(&mut window)
            .map_err(fail(Op::Read))?;
        if finders.iter().any(|finder| finder.find(&window).is_some()) {
            return Ok(true);
        }
        if read == 0 {
            return Ok(false);
        }
        // A text may lie across two windows.
        window.drain(..window.len().saturating_sub(longest));
    }
}

#[cfg(test)]
mod tests;
