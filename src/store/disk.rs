//! A real file: made exclusively, locked while it is open to write, flushed with its folder.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::error::{Op, StoreError};
use super::format::FILE_BYTES_MAX;
use super::journal::in_use;
use super::os::NotAlone;
use super::storage::Storage;
use super::{os, utc};

/// How often a file that is replaced while it is being locked is opened anew.
const OPENINGS_MAX: usize = 8;
/// Most quarantine files of one moment.
const QUARANTINES_MAX: usize = 1_000;

/// An open, locked file. The lock goes with it.
#[derive(Debug)]
pub struct Disk {
    file: File,
    /// Where it really lies: links are followed once, so that what is set aside lies beside the file.
    path: PathBuf,
}

impl Disk {
    /// Makes a file, which must not exist, readable for its owner alone. A link of that name is not followed.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        let mut options = os::to_append();
        options.create_new(true);
        let file = os::open_alone(options, path).map_err(|error| match error {
            NotAlone::InUse => StoreError::InUseByUnknown { path: path.to_owned() },
            NotAlone::Refused(Op::Lock, source) => StoreError::of(Op::Lock, path, source),
            NotAlone::Refused(_, source) => StoreError::creating(path, source),
        })?;
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        Ok(Self { file, path })
    }

    /// Opens a file to write and locks it. The lock is on the file, not on its name: where another file has
    /// come under the name meanwhile, that one is tried.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        for _ in 0..OPENINGS_MAX {
            let disk = Self::open_once(path)?;
            if disk.in_place().map_err(|source| StoreError::of(Op::Measure, path, source))? {
                return Ok(disk);
            }
        }
        Err(StoreError::Changed { path: path.to_owned() })
    }

    fn open_once(path: &Path) -> Result<Self, StoreError> {
        let fail = |source| StoreError::of(Op::Open, path, source);
        let real = fs::canonicalize(path).map_err(fail)?;
        must_be_file(&real, path)?;
        match os::open_alone(os::to_append(), &real) {
            Ok(file) => Ok(Self { file, path: real }),
            Err(NotAlone::InUse) => Err(in_use(path, &read_whole(path).unwrap_or_default())),
            Err(NotAlone::Refused(op, source)) => Err(StoreError::of(op, path, source)),
        }
    }

    /// Where it really lies.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The file alone, with its lock.
    pub(super) fn into_file(self) -> File {
        self.file
    }

    /// When it was last written: UTC, milliseconds since 1970, by the clock of the file system.
    pub(super) fn written_ms(&self) -> io::Result<i64> {
        let written = self.file.metadata()?.modified()?;
        Ok(match written.duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
            Err(before) => i64::try_from(before.duration().as_millis()).map_or(i64::MIN, |ms| -ms),
        })
    }

    /// How the name of what is set aside ends: `quarantine-20260618T060000Z`. The time is that of the last write to
    /// the journal, which is the one that was torn.
    pub(super) fn aside(&self) -> io::Result<String> {
        let time = utc::write(self.written_ms()?);
        let time: String = time[..19].iter().map(|c| char::from(*c)).filter(|c| !"-:".contains(*c)).collect();
        Ok(format!("quarantine-{time}Z"))
    }

    /// Makes the file for what is set aside, with a number behind its name if there is one already.
    fn new_quarantine(&self) -> io::Result<(File, PathBuf)> {
        let aside = self.aside()?;
        for n in 1..=QUARANTINES_MAX {
            let again = if n > 1 { format!("-{n}") } else { String::new() };
            let path = super::beside(&self.path, &format!("{aside}{again}"));
            match os::to_append().create_new(true).open(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => return made.map(|file| (file, path)),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

impl Storage for Disk {
    fn read_all(&mut self) -> io::Result<Vec<u8>> {
        self.file.seek(SeekFrom::Start(0))?;
        read_file(&self.file)
    }

    fn len(&self) -> io::Result<u64> {
        self.file.metadata().map(|meta| meta.len())
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        os::append(&self.file, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        // What was lost is remembered as written: the next flush would call it done, and the next opening would show
        // it as saved.
        self.file.sync_data().inspect_err(|_| os::forget(&self.file))
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        self.file.set_len(len)
    }

    fn reserve(&mut self, len: u64, bytes: u64) -> io::Result<()> {
        os::reserve(&self.file, len, bytes)
    }

    fn quarantine(&mut self, bytes: &[u8]) -> io::Result<PathBuf> {
        let (file, path) = self.new_quarantine()?;
        os::append(&file, bytes)?;
        file.sync_all()?;
        sync_name(&self.path)?;
        Ok(path)
    }

    fn in_place(&self) -> io::Result<bool> {
        match os::identity_at(&self.path) {
            Ok(there) => Ok(there == os::identity(&self.file)?),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Lets the name of the file at `path` outlive a power cut.
pub(super) fn sync_name(path: &Path) -> io::Result<()> {
    os::sync_folder(folder_of(path))
}

/// All bytes of the file at `path`, without a lock and without changing anything.
pub(super) fn read_whole(path: &Path) -> Result<Vec<u8>, StoreError> {
    must_be_file(path, path)?;
    let file = File::open(path).map_err(|source| StoreError::of(Op::Open, path, source))?;
    read_file(&file).map_err(|source| StoreError::of(Op::Read, path, source))
}

/// Refuses folders, and what would block or never end: pipes and devices.
pub(super) fn must_be_file(real: &Path, path: &Path) -> Result<(), StoreError> {
    let meta = fs::metadata(real).map_err(|source| StoreError::of(Op::Open, path, source))?;
    match meta.is_file() {
        true => Ok(()),
        false if meta.is_dir() => Err(StoreError::IsFolder { path: path.to_owned() }),
        false => Err(StoreError::NotASprint { path: path.to_owned() }),
    }
}

fn read_file(file: &File) -> io::Result<Vec<u8>> {
    let len = file.metadata()?.len();
    if len > FILE_BYTES_MAX {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(len).unwrap_or(0) + 1);
    file.take(FILE_BYTES_MAX).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The folder in which `path` lies.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    }
}
