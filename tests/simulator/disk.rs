//! A disk with one journal on it, which fails when it is told to: the power goes at the n-th thing that is
//! done to it, it is full for a while, a flush fails. What the system only remembers and what lies on the
//! disk are kept apart, and the first thing the power takes is the memory.

use std::io;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};

use viche::store::Storage;

use super::dice::Dice;
use super::outage::{Change, Length, Mood, SECTOR, leave};

/// When in the midst of an operation the program stops.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    /// It was not begun.
    Before,
    /// A part of it is done.
    During,
    /// It is done, and nobody was told.
    After,
}

impl Moment {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Before, Self::During, Self::After];
}

/// The disk. Clones share it: one goes into the journal, the other fails it and looks on.
#[derive(Clone, Debug)]
pub struct Disk(Arc<Mutex<Inner>>);

#[derive(Debug)]
struct Inner {
    dice: Dice,
    /// What a reader is answered: what the system remembers.
    remembered: Vec<u8>,
    /// What stood on the disk after the last flush.
    flushed: Vec<u8>,
    /// What came since, the oldest first.
    changes: Vec<Change>,
    /// What was set aside and answered for.
    quarantined: Vec<Vec<u8>>,
    /// How much of what this program found when it read the file still stands.
    found: usize,
    /// Bytes that it found and cut without having set them aside.
    dropped: usize,
    /// Bytes that still fit.
    room: Option<usize>,
    flush_fails: bool,
    cut_fails: bool,
    /// Operations that are still done before the program stops, and when in the next one it does.
    fuse: Option<(usize, Moment)>,
    /// The program stopped: nothing that it still tries is done.
    stopped: bool,
    /// Operations so far.
    operations: usize,
}

impl Disk {
    /// An empty one. Whatever it does by chance is by this seed.
    pub fn new(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(Inner {
            dice: Dice::of(seed, 1),
            remembered: Vec::new(),
            flushed: Vec::new(),
            changes: Vec::new(),
            quarantined: Vec::new(),
            found: 0,
            dropped: 0,
            room: None,
            flush_fails: false,
            cut_fails: false,
            fuse: None,
            stopped: false,
            operations: 0,
        })))
    }

    /// What is read there.
    pub fn bytes(&self) -> Vec<u8> {
        self.inner().remembered.clone()
    }

    /// How many bytes were cut that had been found there and lay nowhere else.
    pub fn dropped(&self) -> usize {
        self.inner().dropped
    }

    /// Whether something was done since the last flush.
    pub fn is_unflushed(&self) -> bool {
        !self.inner().changes.is_empty()
    }

    /// How many writes, flushes, cuts and quarantines there were.
    pub fn operations(&self) -> usize {
        self.inner().operations
    }

    /// Stops the program at the operation that comes after `operations` more, or lets it go on.
    pub fn stop_after(&self, fuse: Option<(usize, Moment)>) {
        self.inner().fuse = fuse;
    }

    /// Whether the program stopped.
    pub fn is_stopped(&self) -> bool {
        self.inner().stopped
    }

    /// Leaves room for so many more bytes; none is room for all.
    pub fn leave_room(&self, bytes: Option<usize>) {
        self.inner().room = bytes;
    }

    /// Lets every flush fail, or none.
    pub fn fail_flush(&self, fails: bool) {
        self.inner().flush_fails = fails;
    }

    /// Lets every cut fail, or none.
    pub fn fail_cut(&self, fails: bool) {
        self.inner().cut_fails = fails;
    }

    /// Kills the program: what the system remembers stays.
    pub fn kill(&self) {
        self.inner().start_again();
    }

    /// Cuts the power and switches it on again.
    pub fn cut_power(&self, mood: Mood, length: Length) {
        let mut inner = self.inner();
        let left = inner.leave(mood, length);
        inner.remembered = left.clone();
        inner.flushed = left;
        inner.changes.clear();
        inner.start_again();
    }

    /// Sets everything behind the first `len` bytes aside by hand and cuts it.
    pub fn mend_by_hand(&self, len: usize) {
        let mut inner = self.inner();
        let tail = inner.remembered.split_off(len);
        inner.quarantined.push(tail);
        inner.flushed = inner.remembered.clone();
        inner.changes.clear();
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap()
    }
}

/// How much of an operation is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Done {
    Nothing,
    Part,
    All,
}

fn power() -> io::Error {
    io::Error::other("the power is gone")
}

impl Inner {
    fn start_again(&mut self) {
        (self.stopped, self.fuse, self.room) = (false, None, None);
        (self.flush_fails, self.cut_fails) = (false, false);
    }

    /// How much of the operation that begins now will be done.
    fn begin(&mut self) -> io::Result<Done> {
        if self.stopped {
            return Err(power());
        }
        self.operations += 1;
        let Some((left, moment)) = &mut self.fuse else { return Ok(Done::All) };
        if *left > 0 {
            *left -= 1;
            return Ok(Done::All);
        }
        self.stopped = true;
        Ok(match moment {
            Moment::Before => Done::Nothing,
            Moment::During => Done::Part,
            Moment::After => Done::All,
        })
    }

    /// The answer to an operation: none reaches a program that stopped.
    fn answer<T>(&self, answer: io::Result<T>) -> io::Result<T> {
        if self.stopped { Err(power()) } else { answer }
    }

    fn leave(&mut self, mood: Mood, length: Length) -> Vec<u8> {
        leave(&self.flushed, &self.changes, mood, length, &mut self.dice)
    }

    fn write(&mut self, bytes: &[u8]) {
        let at = self.remembered.len();
        self.remembered.extend_from_slice(bytes);
        self.changes.push(Change::Write { at, bytes: bytes.to_vec() });
    }

    fn cut(&mut self, len: usize) {
        let cut = self.remembered.split_off(len.min(self.remembered.len()));
        self.room = self.room.map(|room| room + cut.len());
        let found = self.found.saturating_sub(len);
        if found > 0 && !self.quarantined.iter().any(|aside| aside.ends_with(&cut[..found])) {
            self.dropped += found;
        }
        self.found -= found;
        self.changes.push(Change::Cut { len });
    }

    /// The whole sectors of what was written since the last flush: these and no others are still to come.
    fn unflushed(&self) -> Vec<Range<usize>> {
        let written = |change: &Change| match change {
            Change::Write { at, bytes } => {
                let (first, last) = (at / SECTOR, (at + bytes.len()).div_ceil(SECTOR));
                let end = self.remembered.len();
                Some((first * SECTOR).min(end)..(last * SECTOR).min(end))
            }
            Change::Cut { .. } => None,
        };
        self.changes.iter().filter_map(written).collect()
    }

    fn flush(&mut self) {
        let ranges = self.unflushed();
        self.flushed.resize(self.remembered.len(), 0);
        for range in ranges {
            self.flushed[range.clone()].copy_from_slice(&self.remembered[range]);
        }
        self.changes.clear();
    }

    /// A flush that fails: some of it reached the disk, and the system takes all of it for done. What is read then
    /// is what lies there.
    fn flush_badly(&mut self) {
        let length = self.dice.pick(&Length::ALL);
        self.flushed = self.leave(Mood::Mixed, length);
        self.changes.clear();
        let len = self.remembered.len();
        self.remembered = self.flushed.clone();
        self.remembered.resize(len, 0);
    }
}

impl Storage for Disk {
    fn read_all(&mut self) -> io::Result<Vec<u8>> {
        let mut inner = self.inner();
        inner.found = inner.remembered.len();
        Ok(inner.remembered.clone())
    }

    fn len(&self) -> io::Result<u64> {
        Ok(self.inner().remembered.len() as u64)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut inner = self.inner();
        let wanted = match inner.begin()? {
            Done::Nothing => 0,
            Done::Part => inner.dice.below(bytes.len().max(1)),
            Done::All => bytes.len(),
        };
        let fits = inner.room.map_or(wanted, |room| room.min(wanted));
        inner.room = inner.room.map(|room| room - fits);
        inner.write(&bytes[..fits]);
        inner.answer(if fits < bytes.len() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) })
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut inner = self.inner();
        // A flush that was only begun leaves what a power cut leaves.
        match inner.begin()? {
            Done::All if inner.flush_fails => {
                inner.flush_badly();
                return inner.answer(Err(io::Error::other("the flush failed")));
            }
            Done::All => inner.flush(),
            Done::Nothing | Done::Part => {}
        }
        inner.answer(Ok(()))
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        let mut inner = self.inner();
        match inner.begin()? {
            Done::All if inner.cut_fails => return inner.answer(Err(io::Error::other("the cut failed"))),
            Done::All => inner.cut(usize::try_from(len).unwrap()),
            Done::Nothing | Done::Part => {}
        }
        inner.answer(Ok(()))
    }

    fn quarantine(&mut self, bytes: &[u8]) -> io::Result<PathBuf> {
        let mut inner = self.inner();
        // A part of it may lie there too; nobody will look for it.
        if inner.begin()? == Done::All {
            inner.quarantined.push(bytes.to_vec());
        }
        let place = PathBuf::from(format!("quarantine-{}", inner.quarantined.len()));
        inner.answer(Ok(place))
    }
}
