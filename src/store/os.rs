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
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt};

    /// How a journal is opened to write: every write goes to the end, whoever else wrote.
    pub fn to_append() -> OpenOptions {
        let mut options = OpenOptions::new();
        options.read(true).append(true).mode(0o600);
        options
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

    /// Sets room aside behind the first `len` bytes without making the file longer. Only Linux can do that; elsewhere
    /// a full disk is met when it is full.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    pub fn reserve(file: &File, len: u64, bytes: u64) -> io::Result<()> {
        use rustix::fs::{FallocateFlags, fallocate};
        Ok(fallocate(file, FallocateFlags::KEEP_SIZE, len, bytes)?)
    }

    /// Not possible here without making the file longer.
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    pub fn reserve(_file: &File, _len: u64, _bytes: u64) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
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

    /// Gives a file another name, unless that one is taken, in one act. Where the system or the file system
    /// (some network ones) knows no such act, the name is looked at first: whoever takes it in that moment
    /// loses it.
    pub fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
        #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
        {
            use rustix::fs::{CWD, RenameFlags, renameat_with};
            use rustix::io::Errno;
            match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
                Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
                done => return Ok(done?),
            }
        }
        rename_if_free(from, to)
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

    /// Not possible here without making the file longer.
    pub fn reserve(_file: &File, _len: u64, _bytes: u64) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
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

    /// Gives a file another name, unless that one is taken. The standard library's way replaces what stands
    /// there, so the name is looked at first: whoever takes it in that moment loses it.
    pub fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
        rename_if_free(from, to)
    }
}

fn rename_if_free(from: &Path, to: &Path) -> io::Result<()> {
    match std::fs::symlink_metadata(to) {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => std::fs::rename(from, to),
    }
}

pub(super) use system::{
    append, identity, identity_at, rename_new, rename_over, reserve, sync_folder, to_append,
};
