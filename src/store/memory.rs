//! A journal in memory, for tests and rehearsals. Clones share the bytes: one goes into the journal, the
//! other reads along, cuts the power, or lets the disk fail.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::storage::Storage;

/// Bytes that several hands share.
#[derive(Clone, Debug, Default)]
pub struct Memory(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    bytes: Vec<u8>,
    /// What would outlive a power cut.
    flushed: Vec<u8>,
    quarantined: Vec<Vec<u8>>,
    /// Bytes that still fit on the disk; what is set aside is taken from them.
    room: Option<usize>,
    /// Up to where room is set aside.
    reserved: usize,
    flush_fails: bool,
}

impl Memory {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// One that holds `bytes`, flushed.
    pub fn holding(bytes: &[u8]) -> Self {
        let memory = Self::new();
        memory.replace(bytes);
        memory
    }

    /// What was written.
    pub fn bytes(&self) -> Vec<u8> {
        self.inner().bytes.clone()
    }

    /// What was set aside, the oldest first.
    pub fn quarantined(&self) -> Vec<Vec<u8>> {
        self.inner().quarantined.clone()
    }

    /// Puts `bytes` in the place of all that was written.
    pub fn replace(&self, bytes: &[u8]) {
        let mut inner = self.inner();
        inner.bytes = bytes.to_vec();
        inner.flushed = bytes.to_vec();
    }

    /// Cuts all but the first `len` bytes, as a crash in the middle of a write would.
    pub fn cut(&self, len: usize) {
        let mut inner = self.inner();
        inner.bytes.truncate(len);
        inner.flushed.truncate(len);
        inner.reserved = inner.reserved.min(len);
    }

    /// Cuts the power: what was not flushed is gone.
    pub fn cut_power(&self) {
        let mut inner = self.inner();
        inner.bytes = inner.flushed.clone();
    }

    /// Leaves room for so many more bytes: a longer write stops there and fails. None is room for all.
    pub fn leave_room(&self, bytes: Option<usize>) {
        self.inner().room = bytes;
    }

    /// Lets every flush fail, or none.
    pub fn fail_flush(&self, fails: bool) {
        self.inner().flush_fails = fails;
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Storage for Memory {
    fn read_all(&mut self) -> io::Result<Vec<u8>> {
        Ok(self.bytes())
    }

    fn len(&self) -> io::Result<u64> {
        Ok(self.inner().bytes.len() as u64)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut inner = self.inner();
        let aside = inner.reserved.saturating_sub(inner.bytes.len()).min(bytes.len());
        let fits = inner.room.map_or(bytes.len(), |room| (aside + room).min(bytes.len()));
        inner.bytes.extend_from_slice(&bytes[..fits]);
        inner.room = inner.room.map(|room| room - fits.saturating_sub(aside));
        if fits < bytes.len() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut inner = self.inner();
        if inner.flush_fails {
            return Err(io::Error::other("the flush failed"));
        }
        inner.flushed = inner.bytes.clone();
        Ok(())
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        let len = usize::try_from(len).unwrap_or(usize::MAX);
        let mut inner = self.inner();
        let cut = inner.bytes.len().max(inner.reserved).saturating_sub(len);
        inner.room = inner.room.map(|room| room + cut);
        inner.bytes.truncate(len);
        inner.reserved = inner.reserved.min(len);
        Ok(())
    }

    fn reserve(&mut self, len: u64, bytes: u64) -> io::Result<()> {
        let to = usize::try_from(len + bytes).unwrap_or(usize::MAX);
        let mut inner = self.inner();
        let new = to.saturating_sub(inner.reserved.max(inner.bytes.len()));
        if inner.room.is_some_and(|room| room < new) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        inner.room = inner.room.map(|room| room - new);
        inner.reserved = inner.reserved.max(to);
        Ok(())
    }

    fn quarantine(&mut self, bytes: &[u8]) -> io::Result<PathBuf> {
        let mut inner = self.inner();
        inner.quarantined.push(bytes.to_vec());
        Ok(PathBuf::from(format!("memory.quarantine-{}", inner.quarantined.len())))
    }
}
