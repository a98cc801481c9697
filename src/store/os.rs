//! What the systems do differently about files. Linux and macOS have modes, inodes and flushable folders;
//! elsewhere each function says what it does in their place.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// What tells one file from another, whatever their names.
pub(super) type Identity = (u64, u64);

#[cfg(unix)]
mod system {
    use super::*;
    use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};

    /// How a journal is opened to write: every write goes to the end, whoever else wrote.
    pub fn to_append() -> OpenOptions {
        let mut options = OpenOptions::new();
        options.read(true).append(true).mode(0o600);
        options
    }

    /// Makes a folder, and those above it, that only the owner can read; one that is there stays as it is.
    pub fn make_folder(folder: &Path) -> io::Result<()> {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
    }

    /// Writes at the end.
    pub fn append(mut file: &File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    /// Who the file behind this handle is.
    pub fn identity(file: &File) -> io::Result<Option<Identity>> {
        file.metadata().map(|meta| Some((meta.dev(), meta.ino())))
    }

    /// Who the file of this name is.
    pub fn identity_at(path: &Path) -> io::Result<Option<Identity>> {
        std::fs::metadata(path).map(|meta| Some((meta.dev(), meta.ino())))
    }

    /// Gives `from` the name `to`, which the file behind the handle has; its lock is kept until that is done.
    pub fn rename_over(file: File, from: &Path, to: &Path) -> io::Result<()> {
        let renamed = std::fs::rename(from, to);
        drop(file);
        renamed
    }

    /// Lets the names in a folder outlive a power cut. Some network and user-space file systems can't, and
    /// say so.
    pub fn sync_folder(folder: &Path) -> io::Result<()> {
        match File::open(folder)?.sync_all() {
            Err(error)
                if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
            {
                Ok(())
            }
            other => other,
        }
    }
}

#[cfg(not(unix))]
mod system {
    use super::*;
    use std::io::{Seek, SeekFrom};

    /// How a journal is opened to write. A handle that may only append could not cut a torn tail off here.
    pub fn to_append() -> OpenOptions {
        let mut options = OpenOptions::new();
        options.read(true).write(true);
        options
    }

    /// Makes a folder, and those above it, in the owner's own folders, which others can't enter.
    pub fn make_folder(folder: &Path) -> io::Result<()> {
        std::fs::create_dir_all(folder)
    }

    /// Writes at the end; the lock keeps it where it is meanwhile.
    pub fn append(mut file: &File, bytes: &[u8]) -> io::Result<()> {
        file.seek(SeekFrom::End(0))?;
        file.write_all(bytes)
    }

    /// Not known: an open file can't be replaced here.
    pub fn identity(_file: &File) -> io::Result<Option<Identity>> {
        Ok(None)
    }

    /// Not known.
    pub fn identity_at(_path: &Path) -> io::Result<Option<Identity>> {
        Ok(None)
    }

    /// Gives `from` the name `to`. An open file can't be replaced here, so that the one behind the handle is closed,
    /// and its lock given back, a moment before.
    pub fn rename_over(file: File, from: &Path, to: &Path) -> io::Result<()> {
        drop(file);
        std::fs::rename(from, to)
    }

    /// The system keeps its folders itself.
    pub fn sync_folder(_folder: &Path) -> io::Result<()> {
        Ok(())
    }
}

pub(super) use system::{append, identity, identity_at, make_folder, rename_over, sync_folder, to_append};
