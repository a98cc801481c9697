//! The open journal: made or opened once, appended to, never rewritten.

use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;
use uuid::Uuid;

use super::disk::{Disk, read_whole, sync_name};
use super::error::{Op, StoreError};
use super::format::{FILE_BYTES_MAX, Header, Unwritable, encode_header, encode_step};
use super::hash::Hash;
use super::os;
use super::scan::{Finding, FindingKind, Scan, scan};
use super::storage::Storage;
use crate::domain::id::RunId;
use crate::domain::rerecord::newest_run;
use crate::domain::{Step, StepNo, run};

/// Something about the file that people should hear of, and that harmed nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// The end could not be read: a step was being written when the program or the machine stopped.
    TornTail {
        /// How many bytes.
        bytes: u64,
        /// Where they are now; nowhere else when the file was only read.
        quarantine: Option<PathBuf>,
    },
    /// The last line had no newline; it has one now unless the file was only read.
    MissingNewline,
    /// Lines end as on Windows.
    CrLf,
    /// A byte order mark stands before the first line.
    Bom,
    /// A line stands there twice; the second does not count.
    DoubledLine {
        /// Its number, from 1.
        line: u64,
    },
    /// Others on this computer may read the file, or what lies in the folder.
    WideOpen {
        /// Which.
        path: PathBuf,
    },
}

/// A file that was opened to write.
#[derive(Debug)]
pub struct Opened {
    /// Takes further steps.
    pub journal: Journal,
    /// All steps, in the order of their numbers.
    pub steps: Vec<Step>,
    /// What the file is.
    pub header: Header,
    /// What was not quite in order.
    pub notices: Vec<Notice>,
}

/// Room that is set aside behind the end: a note of 70 Ukrainian letters is about 400 bytes, so that some 5,000 more
/// can be written once the disk is full. When half of it is used it is made as much again.
pub const RESERVE_BYTES: u64 = 2 << 20;

/// How exactly it is found out what is set aside on a full disk.
const RESERVE_BYTES_GRAIN: u64 = 16 << 10;

/// How much more can be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Room {
    /// As much as there is on the disk; nobody has seen its end.
    Enough,
    /// The disk is full; so many bytes are set aside for this file.
    Left {
        /// Bytes.
        bytes: u64,
    },
}

/// A file that is open to write. Dropping it gives the lock back.
pub struct Journal {
    storage: Box<dyn Storage>,
    path: PathBuf,
    header: Header,
    /// How long the file must be before the next write.
    len: u64,
    /// The hash of the last line.
    hash: Hash,
    last: StepNo,
    runs: FxHashSet<RunId>,
    poisoned: bool,
    /// Up to where room is set aside.
    reserved: u64,
    room: Room,
}

/// Makes a new sprint file at `path`: nothing may be there, not even a link. Its header's time is that of
/// the file itself. Answers once the file and its name are on the disk.
pub fn create(path: impl AsRef<Path>) -> Result<Journal, StoreError> {
    let path = path.as_ref();
    let disk = Disk::create(path)?;
    let made = begin(disk, path);
    if made.is_err() {
        // It was made a moment ago and holds nothing; where it can't be removed either, nothing is lost.
        let _ = std::fs::remove_file(path);
    }
    made
}

/// Makes a file at `path` that holds the same sprint as the one with this header: a fallback, a restored copy.
pub fn create_from(path: impl AsRef<Path>, header: Header, steps: &[Step]) -> Result<Journal, StoreError> {
    let path = path.as_ref();
    let disk = Disk::create(path)?;
    let made = begin_in(disk, path, header).and_then(|mut journal| journal.append(steps).map(|()| journal));
    if made.is_err() {
        // All that it could hold was handed in a moment ago.
        let _ = std::fs::remove_file(path);
    }
    made
}

fn begin(disk: Disk, path: &Path) -> Result<Journal, StoreError> {
    let t_ms = disk.written_ms().map_err(|source| StoreError::of(Op::Measure, path, source))?;
    begin_in(disk, path, Header::new(Uuid::new_v4(), t_ms))
}

fn begin_in(disk: Disk, path: &Path, header: Header) -> Result<Journal, StoreError> {
    let journal = create_in(disk, path, header)?;
    sync_name(path).map_err(|source| StoreError::of(Op::Flush, path, source))?;
    Ok(journal)
}

/// Begins a new journal with `header` in `storage`, which must be empty. `path` is for messages.
pub fn create_in(
    mut storage: impl Storage + 'static,
    path: impl AsRef<Path>,
    header: Header,
) -> Result<Journal, StoreError> {
    let path = path.as_ref().to_owned();
    if !storage.is_empty().map_err(|source| StoreError::of(Op::Measure, &path, source))? {
        return Err(StoreError::Exists { path });
    }
    let mut line = Vec::new();
    let hash = encode_header(&header, &mut line);
    storage.append(&line).map_err(|source| StoreError::of(Op::Write, &path, source))?;
    storage.sync().map_err(|source| StoreError::of(Op::Flush, &path, source))?;
    let len = line.len() as u64;
    let mut journal = Journal {
        storage: Box::new(storage),
        path,
        header,
        len,
        hash,
        last: 0,
        runs: FxHashSet::default(),
        poisoned: false,
        reserved: len,
        room: Room::Enough,
    };
    journal.reserve();
    Ok(journal)
}

/// Opens the file at `path` to write: locks it, reads it and mends its end.
///
/// A line that is damaged and not just torn off at the end is an error, and nothing is changed.
pub fn open(path: impl AsRef<Path>) -> Result<Opened, StoreError> {
    let path = path.as_ref();
    let mut opened = open_in(Disk::open(path)?, path)?;
    opened.notices.extend(wide_open(path));
    Ok(opened)
}

/// Says so when others than their owner may read the file, or enter the folder, at `path`.
pub fn wide_open(path: impl AsRef<Path>) -> Option<Notice> {
    let path = path.as_ref();
    let meta = std::fs::metadata(path).ok()?;
    os::is_wide_open(&meta).then(|| Notice::WideOpen { path: path.to_owned() })
}

/// Answers whether nobody has the file at `path` open to write; the error says who has. Changes nothing.
pub fn free(path: impl AsRef<Path>) -> Result<(), StoreError> {
    Disk::open(path.as_ref()).map(drop)
}

/// Opens the journal in `storage`, which is locked already if it can be. `path` is for messages.
pub fn open_in(storage: impl Storage + 'static, path: impl AsRef<Path>) -> Result<Opened, StoreError> {
    let path = path.as_ref();
    let mut storage: Box<dyn Storage> = Box::new(storage);
    let bytes = storage.read_all().map_err(|source| StoreError::of(Op::Read, path, source))?;
    let scan = undamaged(&bytes, path)?;
    let tail = mend(storage.as_mut(), path, &bytes, &scan)?;
    let len = storage.len().map_err(|source| StoreError::of(Op::Measure, path, source))?;
    let mut journal = Journal {
        len,
        reserved: len,
        room: Room::Enough,
        storage,
        path: path.to_owned(),
        header: scan.header,
        hash: scan.hash,
        last: scan.last(),
        runs: scan.runs,
        poisoned: false,
    };
    journal.reserve();
    let notices = notices(&scan.findings, tail);
    Ok(Opened { journal, steps: scan.steps, header: scan.header, notices })
}

/// Reads the file at `path` without locking or changing it.
pub fn read(path: impl AsRef<Path>) -> Result<(Header, Vec<Step>, Vec<Notice>), StoreError> {
    let path = path.as_ref();
    let (header, steps, mut notices) = read_bytes(&read_whole(path)?, path)?;
    notices.extend(wide_open(path));
    Ok((header, steps, notices))
}

/// Reads what a file holds. `path` is for messages.
pub fn read_bytes(
    bytes: &[u8],
    path: impl AsRef<Path>,
) -> Result<(Header, Vec<Step>, Vec<Notice>), StoreError> {
    let scan = undamaged(bytes, path.as_ref())?;
    Ok((scan.header, scan.steps, notices(&scan.findings, None)))
}

pub(super) fn undamaged(bytes: &[u8], path: &Path) -> Result<Scan, StoreError> {
    let path = path.to_owned();
    match scan(bytes) {
        Ok(Scan { damaged: Some(line), .. }) => Err(StoreError::Damaged { path, line }),
        Ok(scan) => Ok(scan),
        Err(Finding { line, kind }) => Err(match kind {
            FindingKind::NewerVersion { min } => StoreError::NewerVersion { path, min },
            FindingKind::Garbled | FindingKind::Edited => StoreError::Damaged { path, line },
            FindingKind::NotASprint
            | FindingKind::Unreadable
            | FindingKind::Bom
            | FindingKind::CrLf
            | FindingKind::MissingNewline
            | FindingKind::TornTail { .. }
            | FindingKind::DoubledLine
            | FindingKind::Glued
            | FindingKind::Missing { .. }
            | FindingKind::OutOfPlace { .. }
            | FindingKind::Unchained
            | FindingKind::BrokenGroup => StoreError::NotASprint { path },
        }),
    }
}

/// Puts the end of the file in order: what can't be read is set aside first and cut then; a newline that is
/// missing is added. What was read is flushed in any case: a program that was killed may have left steps
/// that only the system's memory holds, and they are about to be shown as saved. Answers where the tail is now.
pub(super) fn mend(
    storage: &mut dyn Storage,
    path: &Path,
    bytes: &[u8],
    scan: &Scan,
) -> Result<Option<PathBuf>, StoreError> {
    let fail = |op| move |source| StoreError::of(op, path, source);
    let tail = &bytes[scan.end..];
    let mut aside = None;
    if !tail.is_empty() {
        aside = Some(storage.quarantine(tail).map_err(fail(Op::Quarantine))?);
        storage.truncate(scan.end as u64).map_err(fail(Op::Cut))?;
    }
    if scan.newline_missing {
        storage.append(b"\n").map_err(fail(Op::Write))?;
    }
    storage.sync().map_err(fail(Op::Flush))?;
    Ok(aside)
}

pub(super) fn notices(findings: &[Finding], quarantine: Option<PathBuf>) -> Vec<Notice> {
    let notice = |finding: &Finding| match finding.kind {
        FindingKind::Bom => Some(Notice::Bom),
        FindingKind::CrLf => Some(Notice::CrLf),
        FindingKind::MissingNewline => Some(Notice::MissingNewline),
        FindingKind::TornTail { bytes } => Some(Notice::TornTail { bytes, quarantine: quarantine.clone() }),
        FindingKind::DoubledLine => Some(Notice::DoubledLine { line: finding.line }),
        FindingKind::Garbled
        | FindingKind::Edited
        | FindingKind::Glued
        | FindingKind::Missing { .. }
        | FindingKind::OutOfPlace { .. }
        | FindingKind::Unchained
        | FindingKind::BrokenGroup
        | FindingKind::NewerVersion { .. }
        | FindingKind::NotASprint
        | FindingKind::Unreadable => None,
    };
    findings.iter().filter_map(notice).collect()
}

/// Who has the file open, by the newest opening that it tells of.
pub(super) fn in_use(path: &Path, bytes: &[u8]) -> StoreError {
    let path = path.to_owned();
    let steps = scan(bytes).map(|scan| scan.steps).unwrap_or_default();
    match newest_run(&steps) {
        Some((step, run::Fact::Began { pid, host, .. })) => {
            StoreError::InUse { path, pid: *pid, host: host.clone(), since_ms: step.at.t_ms }
        }
        None => StoreError::InUseByUnknown { path },
    }
}

impl Journal {
    /// Adds steps, whose numbers rise, to the file: one write and one flush for all of them. Returns only
    /// when they would outlive a power cut.
    ///
    /// After [`Op::Write`] the file is as before and the steps can be tried again. After [`Op::Flush`]
    /// nobody knows what the disk holds: nothing more is written, and every further call is refused.
    pub fn append(&mut self, steps: &[Step]) -> Result<(), StoreError> {
        if self.poisoned {
            return Err(StoreError::Poisoned);
        }
        let Some(newest) = steps.last() else { return Ok(()) };
        let (bytes, hash) = self.encode(steps)?;
        self.must_be_ours()?;
        self.write(&bytes)?;
        if let Err(source) = self.storage.sync() {
            // The system may report success on the next try although the bytes are gone.
            self.poisoned = true;
            return Err(StoreError::Io { op: Op::Flush, path: self.path.clone(), source });
        }
        self.len += bytes.len() as u64;
        self.hash = hash;
        self.last = newest.s;
        self.runs.extend(steps.iter().map(|step| step.w));
        self.reserve();
        Ok(())
    }

    /// Keeps room set aside behind the end. That it can't is no error: it is told by [`Journal::room`] if the disk is
    /// full, and otherwise the file system doesn't know of such things.
    fn reserve(&mut self) {
        let left = self.reserved.saturating_sub(self.len);
        if left >= RESERVE_BYTES / 2 {
            return;
        }
        match self.storage.reserve(self.len, RESERVE_BYTES) {
            Ok(()) => {
                self.reserved = self.len + RESERVE_BYTES;
                self.room = Room::Enough;
            }
            Err(error) if is_full(&error) => self.reserve_on_full_disk(left),
            Err(_) => self.room = Room::Enough,
        }
    }

    /// Finds out how much an earlier opening had set aside: that much is still there.
    fn reserve_on_full_disk(&mut self, left: u64) {
        let (mut has, mut lacks) = (left, RESERVE_BYTES);
        while lacks - has > RESERVE_BYTES_GRAIN {
            let tried = has.midpoint(lacks);
            match self.storage.reserve(self.len, tried) {
                Ok(()) => has = tried,
                Err(_) => lacks = tried,
            }
        }
        self.reserved = self.len + has;
        self.room = Room::Left { bytes: has };
    }

    fn encode(&self, steps: &[Step]) -> Result<(Vec<u8>, Hash), StoreError> {
        let mut bytes = Vec::with_capacity(steps.len() * 512);
        let (mut hash, mut last) = (self.hash, self.last);
        for step in steps {
            if step.s <= last {
                return Err(StoreError::OutOfOrder { step: step.s, last });
            }
            last = step.s;
            hash = encode_step(step, hash, &mut bytes)
                .map_err(|source: Unwritable| StoreError::Unwritable { step: step.s, source })?;
        }
        Ok((bytes, hash))
    }

    /// Refuses to write behind bytes that this journal does not know, or into a file that nobody will find.
    fn must_be_ours(&self) -> Result<(), StoreError> {
        let fail = |source| StoreError::Io { op: Op::Measure, path: self.path.clone(), source };
        if self.storage.len().map_err(fail)? == self.len && self.storage.in_place().map_err(fail)? {
            return Ok(());
        }
        Err(StoreError::Changed { path: self.path.clone() })
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        let fail = |source| StoreError::Io { op: Op::Write, path: self.path.clone(), source };
        if self.len + bytes.len() as u64 > FILE_BYTES_MAX {
            return Err(fail(std::io::ErrorKind::FileTooLarge.into()));
        }
        let Err(source) = self.storage.append(bytes) else { return Ok(()) };
        // Half a step may stand there now. Where it can't be cut, the next opening sets it aside.
        self.poisoned = self.storage.truncate(self.len).is_err();
        // Cutting gave back what was set aside.
        self.reserved = self.len;
        self.reserve();
        if is_full(&source) {
            self.room = Room::Left { bytes: self.reserved - self.len };
        }
        Err(StoreError::Io { op: Op::Write, path: self.path.clone(), source })
    }

    /// What the file is.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The number of the last step in the file; 0 when there is none.
    pub fn last(&self) -> StepNo {
        self.last
    }

    /// How long the file is, and the hash of its last line.
    pub(super) fn end(&self) -> (u64, Hash) {
        (self.len, self.hash)
    }

    /// All runs that wrote to the file. A new run takes a number that is not among them.
    pub fn runs(&self) -> &FxHashSet<RunId> {
        &self.runs
    }

    /// How much more can be written, as it looked at the last append.
    pub fn room(&self) -> Room {
        self.room
    }

    /// Whether a flush failed, so that nothing more is written.
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }
}

fn is_full(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)
}

impl std::fmt::Debug for Journal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Journal").field("path", &self.path).field("last", &self.last).finish_non_exhaustive()
    }
}
