//! What the systems do differently about files. Linux and macOS have modes, inodes and flushable folders;
//! for Windows each function says what it does in their place.
//!
//! macOS differs from Linux in what a flush is: the standard library asks the drive itself there
//! (F_FULLFSYNC), which takes longer and which some network drives refuse; a refusal counts as a failed flush.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::error::Op;

/// What tells one file from another, whatever their names.
pub(super) type Identity = (u64, u64);

/// Why a file can't be opened for this process alone.
#[derive(Debug)]
pub(super) enum NotAlone {
    /// Somebody else has it open to write.
    InUse,
    /// The system said no to opening or locking it.
    Refused(Op, io::Error),
}

#[cfg(unix)]
mod system {
    use super::*;
    use std::fs::TryLockError;
    use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};

    use rustix::io::Errno;

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

    /// Opens a file of which this process is the only writer until the handle goes. An advisory lock (flock),
    /// which readers don't ask about; network file systems pass it on to other computers, or refuse it. Where
    /// it is refused there is nothing to fall back on, and the file is not written: two writers would be worse.
    pub fn open_alone(options: OpenOptions, path: &Path) -> Result<File, NotAlone> {
        let file = options.open(path).map_err(|source| NotAlone::Refused(Op::Open, source))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(NotAlone::InUse),
            Err(TryLockError::Error(source)) => Err(NotAlone::Refused(Op::Lock, source)),
        }
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

    /// How many names the file behind this handle has.
    pub fn names(file: &File) -> io::Result<Option<u64>> {
        file.metadata().map(|meta| Some(meta.nlink()))
    }

    /// Gives `from` the name `to`, which the file behind the handle has; its lock is kept until that is done.
    pub fn rename_over(file: File, from: &Path, to: &Path) -> io::Result<()> {
        let renamed = std::fs::rename(from, to);
        drop(file);
        renamed
    }

    /// Whether a link leads back to itself.
    pub fn is_link_loop(error: &io::Error) -> bool {
        Errno::from_io_error(error) == Some(Errno::LOOP)
    }

    /// Whether the process, or the whole system, may open no more files.
    pub fn is_too_many_open(error: &io::Error) -> bool {
        matches!(Errno::from_io_error(error), Some(Errno::MFILE | Errno::NFILE))
    }

    /// Whether others than its owner may read, enter or change what this is about.
    pub fn is_wide_open(meta: &Metadata) -> bool {
        meta.mode() & 0o077 != 0
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
            match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
                Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
                done => return Ok(done?),
            }
        }
        rename_if_free(from, to)
    }
}

#[cfg(windows)]
mod system {
    use super::*;
    use std::io::{Seek, SeekFrom};
    use std::os::windows::fs::OpenOptionsExt;

    /// Others may open the file to read it, and not to write, rename or delete it.
    const FILE_SHARE_READ: u32 = 1;
    /// Somebody has the file open and does not share what is asked for.
    const ERROR_SHARING_VIOLATION: i32 = 32;
    /// The process may open no more files.
    const ERROR_TOO_MANY_OPEN_FILES: i32 = 4;
    /// A link leads back to itself.
    const ERROR_CANT_RESOLVE_FILENAME: i32 = 1921;

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

    /// Opens a file of which this process is the only writer until the handle goes. Locks of this system bind
    /// readers too, and that of the standard library covers the whole file, so that nobody could follow it;
    /// in place of one the file is shared with readers only. Whoever has it open without sharing, be it to
    /// back it up, has it in use as well.
    pub fn open_alone(mut options: OpenOptions, path: &Path) -> Result<File, NotAlone> {
        match options.share_mode(FILE_SHARE_READ).open(path) {
            Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) => Err(NotAlone::InUse),
            opened => opened.map_err(|source| NotAlone::Refused(Op::Open, source)),
        }
    }

    /// Writes at the end; no other writer can move it meanwhile.
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

    /// Not known.
    pub fn names(_file: &File) -> io::Result<Option<u64>> {
        Ok(None)
    }

    /// Gives `from` the name `to`. An open file can't be replaced here, so that the one behind the handle is closed,
    /// and its lock given back, a moment before.
    pub fn rename_over(file: File, from: &Path, to: &Path) -> io::Result<()> {
        drop(file);
        std::fs::rename(from, to)
    }

    /// Whether a link leads back to itself.
    pub fn is_link_loop(error: &io::Error) -> bool {
        error.raw_os_error() == Some(ERROR_CANT_RESOLVE_FILENAME)
    }

    /// Whether the process may open no more files.
    pub fn is_too_many_open(error: &io::Error) -> bool {
        error.raw_os_error() == Some(ERROR_TOO_MANY_OPEN_FILES)
    }

    /// Nothing has a mode here: a file is for whom its folder is, and the folders of a person are for them alone.
    pub fn is_wide_open(_meta: &Metadata) -> bool {
        false
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

pub use system::make_folder;
pub(super) use system::{
    append, identity, identity_at, is_link_loop, is_too_many_open, is_wide_open, names, open_alone,
    rename_new, rename_over, reserve, sync_folder, to_append,
};
