//! What the journal needs of the place where its bytes lie. Real files and memory both answer it, and so do
//! the simulators of the tests.

use std::io;
use std::path::PathBuf;

/// A place for the bytes of one journal, with one writer.
pub trait Storage: Send {
    /// All bytes, from the first.
    fn read_all(&mut self) -> io::Result<Vec<u8>>;

    /// How many bytes there are.
    fn len(&self) -> io::Result<u64>;

    /// Puts `bytes` behind the last one, in one write. After an error some of them may stand there.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Answers when everything appended would outlive a power cut. After an error nobody knows what would; what is
    /// read then is what lies on the disk, as far as the system can tell.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts everything behind the first `len` bytes.
    fn truncate(&mut self, len: u64) -> io::Result<()>;

    /// Keeps `bytes` in a place of their own, beside the journal, and answers where once they would outlive
    /// a power cut.
    fn quarantine(&mut self, bytes: &[u8]) -> io::Result<PathBuf>;

    /// Sets `bytes` of room aside behind the first `len` bytes, so that what is appended there finds it even when the
    /// disk is full. Where the place can't, it answers [`io::ErrorKind::Unsupported`].
    fn reserve(&mut self, len: u64, bytes: u64) -> io::Result<()> {
        let _ = (len, bytes);
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Whether this is still the file that others find under its name.
    fn in_place(&self) -> io::Result<bool> {
        Ok(true)
    }

    /// Whether there are no bytes.
    fn is_empty(&self) -> io::Result<bool> {
        Ok(self.len()? == 0)
    }
}
