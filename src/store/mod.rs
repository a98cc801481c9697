//! The sprint file: one JSON object a line, only ever appended to. A line holds all facts of one command
//! and the hash that chains it to the line before, so that whatever happened to the file is seen and told
//! by line number.
//!
//! Opening to write goes lock → scan → mend the tail; [`Journal::append`] goes size → one write → one
//! flush, and answers only after the flush. Nothing is ever dropped: bytes that can't be used are set aside
//! beside the file before anything is cut.
//!
//! Knows nothing of screens, languages or threads, and asks no clock: the file system says when a file was
//! made. Start with [`open`] and [`Journal`]; [`look`](fn@look) shows what can be read of a file that is not in
//! order; [`format`](mod@format) says what stands in a line.

mod check;
mod disk;
mod error;
mod follow;
pub mod format;
mod hash;
mod journal;
mod lines;
mod look;
mod memory;
mod os;
mod scan;
mod storage;
#[cfg(test)]
mod tests;
mod utc;

pub use check::{Report, check, check_bytes};
pub use disk::Disk;
pub use error::{Op, StoreError};
pub use follow::{Followed, Follower};
pub use format::Header;
pub use hash::Hash;
pub use journal::{Journal, Notice, Opened, create, create_in, free, open, open_in, read, read_bytes};
pub use look::{Damage, Look, look, look_bytes};
pub use memory::Memory;
pub use scan::{Finding, FindingKind};
pub use storage::Storage;
