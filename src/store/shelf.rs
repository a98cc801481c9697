//! What this computer keeps of one sprint outside of its file, in the state folder: `sprints/<uuid of the file>/`.
//! Nothing of it is needed to open the file; all of it helps when something happened to the file. Only its owner
//! can read it.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::os;
use crate::domain::id::RunId;

/// Most fallback files of one run: one more each time the one before fails too.
const FALLBACKS_MAX: usize = 100;

/// Most sprints whose shelves are looked through.
const SHELVES_MAX: usize = 10_000;
/// How many copies of earlier states are kept beside the mirror.
pub(super) const OLDER_MIRRORS: usize = 2;
/// How deep folders lie in each other.
const DEPTH_MAX: usize = 8;

/// The folder of one sprint; it may not be there yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    /// That of the file of this name, in the program's state folder.
    pub fn of(state_folder: &Path, file: Uuid) -> Self {
        Self { folder: state_folder.join("sprints").join(file.to_string()) }
    }

    /// Those of all sprints that this computer knows.
    pub fn all(state_folder: &Path) -> Vec<Self> {
        let entries = std::fs::read_dir(state_folder.join("sprints")).into_iter().flatten().flatten();
        let file = |entry: std::fs::DirEntry| Uuid::try_parse(&entry.file_name().to_string_lossy()).ok();
        let mut files: Vec<Uuid> = entries.take(SHELVES_MAX).filter_map(file).collect();
        files.sort();
        files.into_iter().map(|file| Self::of(state_folder, file)).collect()
    }

    /// The file that it is of.
    pub fn file(&self) -> Option<Uuid> {
        Uuid::try_parse(&self.folder.file_name()?.to_string_lossy()).ok()
    }

    /// Makes the folder, if it is not there yet.
    pub(super) fn make(&self) -> io::Result<()> {
        os::make_folder(&self.folder)
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A copy of the file, kept up as it grows.
    pub fn mirror(&self) -> PathBuf {
        self.folder.join("mirror.viche")
    }

    /// Where the mirror went when the file became another one than it was a mirror of; the newest first. They may
    /// not be there.
    pub fn older_mirrors(&self) -> Vec<PathBuf> {
        (1..=OLDER_MIRRORS).map(|n| self.folder.join(format!("mirror-{n}.viche"))).collect()
    }

    /// How the file looked when it was opened.
    pub(super) fn openings_file(&self) -> PathBuf {
        self.folder.join("openings")
    }

    /// Texts that were being typed.
    pub fn drafts(&self) -> PathBuf {
        self.folder.join("drafts")
    }

    /// Where a run goes on when the file itself can't be written: a name that is free.
    pub fn fallback(&self, run: RunId) -> PathBuf {
        let first = self.folder.join(format!("fallback-{run}.viche"));
        let others = (2..=FALLBACKS_MAX).map(|n| self.folder.join(format!("fallback-{run}-{n}.viche")));
        std::iter::once(first.clone()).chain(others).find(|path| !path.exists()).unwrap_or(first)
    }

    /// The files in which runs went on, in the order of their names.
    pub fn fallbacks(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut found: Vec<PathBuf> =
            entries.map(|entry| entry.path()).filter(|path| is_fallback(path)).collect();
        found.sort();
        found
    }

    /// Everything on it that may hold words: all but what is remembered of openings, which is lengths and hashes.
    pub(super) fn worded(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![(self.folder.clone(), 0)];
        while let Some((folder, depth)) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
                match is_folder && depth < DEPTH_MAX {
                    true => folders.push((entry.path(), depth + 1)),
                    false => found.push(entry.path()),
                }
            }
        }
        found.retain(|path| !is_remembered(path));
        found.sort();
        found
    }
}

fn is_remembered(path: &Path) -> bool {
    path.file_stem().is_some_and(|name| name == "openings")
}

/// Opens a file of a shelf. A link, a pipe or a folder under its name is none.
pub(super) fn open_own(path: &Path, options: &OpenOptions) -> io::Result<File> {
    match std::fs::symlink_metadata(path) {
        Ok(meta) if !meta.is_file() => Err(io::ErrorKind::InvalidInput.into()),
        Ok(_) => options.open(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => options.open(path),
        Err(error) => Err(error),
    }
}

fn is_fallback(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("fallback-") && name.ends_with(".viche")
}
